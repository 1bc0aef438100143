"""Money as it is summed: whole nano-dollars, which no database rounds."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

NANO = 10**9
MOST = 10**6 * NANO  # of one job; what is more is an error of its provider, and would overflow sums


def nano(usd: Decimal | str | None) -> int:
    """Return USD as nano-dollars; what is unknown, or no amount, is nothing."""
    if usd is None:
        return 0
    amount = Decimal(usd)
    if not amount.is_finite() or amount <= 0:
        return 0
    if amount > MOST // NANO:
        return MOST
    return int((amount * NANO).to_integral_value(ROUND_HALF_UP))


def nano_of_budget(usd: Decimal) -> int:
    """Return a limit in USD as nano-dollars; unlike the cost of a job it may be any amount."""
    return int((usd * NANO).to_integral_value(ROUND_HALF_UP))


def usd(amount: int) -> Decimal:
    """Return nano-dollars as USD."""
    return Decimal(amount).scaleb(-9)


def dollars(amount: int) -> str:
    """Return nano-dollars as they are written: $0.40, $12.00, $0.000025."""
    whole, _, part = f"{usd(amount).normalize():f}".partition(".")
    return f"${whole}.{part:0<2}"

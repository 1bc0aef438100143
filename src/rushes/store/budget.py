"""Budgets: what an API key, or the whole service, may spend in a period of UTC."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal

from rushes.store.api_key import ApiKey
from rushes.store.money import dollars, nano_of_budget

Period = Literal["total", "daily", "weekly", "monthly"]
EVERYONE = "*"  # the scope of what all owners spend together; no owner is named so
DAY = 86_400  # seconds
_UNIX = date(1970, 1, 1)
_COLUMNS: Mapping[Period, str] = {
    "total": "budget",
    "monthly": "budget_monthly",
    "weekly": "budget_weekly",
    "daily": "budget_daily",
}
_IN: Mapping[Period, str] = {
    "total": "in all",
    "daily": "a day",
    "weekly": "a week",
    "monthly": "a month",
}


@dataclass(frozen=True)
class Spent:
    """Nano-dollars that were charged, and that open or unresolved jobs reserve."""

    charged: int = 0
    reserved: int = 0

    def __add__(self, other: Spent) -> Spent:
        return Spent(self.charged + other.charged, self.reserved + other.reserved)

    @property
    def all(self) -> int:
        return self.charged + self.reserved


@dataclass(frozen=True)
class Budget:
    """What a scope, which is an owner or EVERYONE, may spend in a period; `amount` is in USD."""

    scope: str
    period: Period
    amount: Decimal

    @property
    def nano(self) -> int:
        return nano_of_budget(self.amount)

    def left(self, spent: Spent) -> int:
        """Return the nano-dollars that are neither charged nor reserved."""
        return max(self.nano - spent.all, 0)

    def __str__(self) -> str:
        return f"{dollars(self.nano)} {_IN[self.period]}"

    @property
    def name(self) -> str:
        """Return whose it is and how much, for a message."""
        whose = "the service's limit" if self.scope == EVERYONE else "the budget of this API key"
        return f"{whose}, {self}"


class OverBudgetError(Exception):
    """A job may cost more than a budget has left; nothing was reserved.

    `spent` is without the job, `price` in nano-dollars, `resets_at` in unix seconds.
    """

    def __init__(self, budget: Budget, spent: Spent, price: int, day: int) -> None:
        self.budget = budget
        self.spent = spent
        self.price = price
        self.resets_at = resets_at(budget.period, day)
        begin = "Not enough credits: this request" if budget.period == "total" else "This request"
        held = f" ({dollars(spent.reserved)} is reserved by jobs)" if spent.reserved else ""
        reset = "" if self.resets_at is None else f"; it resets on {_text(self.resets_at)}"
        left = dollars(budget.left(spent))
        super().__init__(
            f"{begin} may cost {dollars(price)}, and of {budget.name}, {left} is left{held}{reset}"
        )

    @property
    def is_for_now(self) -> bool:
        """Return whether the job would fit if what is reserved were released."""
        return self.spent.charged + self.price <= self.budget.nano


class UnpricedError(Exception):
    """The price of a request is not known, and a budget allows only what is."""

    def __init__(self, budget: Budget) -> None:
        self.budget = budget
        super().__init__(
            "The price of this request is not known, so it cannot be kept within"
            f" {budget.name}; use a model whose quote has a cost"
        )


def budgets_of(key: ApiKey | None) -> tuple[Budget, ...]:
    """Return the budgets of a stored key, the longest period first."""
    if key is None:
        return ()
    amounts = {period: getattr(key, column) for period, column in _COLUMNS.items()}
    return tuple(Budget(key.owner, p, a) for p, a in amounts.items() if a is not None)


def column_of(period: Period) -> str:
    """Return the column of a key's budget."""
    return _COLUMNS[period]


def span(period: Period, day: int) -> tuple[int, int]:
    """Return the first and the last day of the period that a day is in, in days since 1970."""
    at = _UNIX + timedelta(days=day)
    match period:
        case "daily":
            return day, day
        case "weekly":  # from Monday
            return day - at.weekday(), day - at.weekday() + 6
        case "monthly":
            first = day - at.day + 1
            following = (at.replace(day=1) + timedelta(days=32)).replace(day=1)
            return first, (following - _UNIX).days - 1
        case "total":
            return 0, day


def resets_at(period: Period, day: int) -> int | None:
    """Return when the period that a day is in ends, in unix seconds; None if it never does."""
    return None if period == "total" else (span(period, day)[1] + 1) * DAY


def tightest(budgets: Iterable[Budget], spent: Mapping[tuple[str, Period], Spent]) -> int | None:
    """Return the nano-dollars that all of some budgets leave; None without any."""
    return min((b.left(spent[b.scope, b.period]) for b in budgets), default=None)


def _text(at: int) -> str:
    return f"{_UNIX + timedelta(days=at // DAY)} at 00:00 UTC"

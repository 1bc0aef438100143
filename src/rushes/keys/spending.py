"""What a key may spend and has spent, in the original's shape: one limit and its reset."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

from rushes.store.api_key import ApiKey
from rushes.store.budget import EVERYONE, Budget, Period, Spent, budgets_of, column_of, tightest
from rushes.store.ledger import Ledger
from rushes.store.money import usd

Reset = Literal["daily", "weekly", "monthly"]


@dataclass(frozen=True)
class Spending:
    """In USD. `limit` is the budget of the longest period; `limit_remaining` what all leave."""

    usage: float
    usage_daily: float
    usage_weekly: float
    usage_monthly: float
    reserved: float
    limit: float | None = None
    limit_reset: str | None = None
    limit_remaining: float | None = None


async def spending_of(scope: str, budgets: Sequence[Budget], ledger: Ledger) -> Spending:
    """Return what an owner, or EVERYONE, has spent, and what some budgets leave of it."""
    found = {scope: await ledger.spent(scope)}
    if any(budget.scope == EVERYONE for budget in budgets) and EVERYONE not in found:
        found[EVERYONE] = await ledger.spent(EVERYONE)
    own = found[scope]
    left = tightest(budgets, _by_budget(found))
    shown = budgets[0] if budgets else None
    return Spending(
        usage=_dollars(own["total"].charged),
        usage_daily=_dollars(own["daily"].charged),
        usage_weekly=_dollars(own["weekly"].charged),
        usage_monthly=_dollars(own["monthly"].charged),
        reserved=_dollars(own["total"].reserved),
        limit=None if shown is None else float(shown.amount),
        limit_reset=None if shown is None or shown.period == "total" else shown.period,
        limit_remaining=None if left is None else _dollars(left),
    )


def limit_columns(given: Mapping[str, Any], key: ApiKey | None = None) -> dict[str, Decimal | None]:
    """Return the budgets that `limit` and `limit_reset` change, by column.

    They are those of the budget that a key shows as its limit; what is not given stays.
    """
    if not given.keys() & {"limit", "limit_reset"}:
        return {}
    shown = next(iter(budgets_of(key)), None)
    period: Period = "total" if shown is None else shown.period
    amount = None if shown is None else shown.amount
    changes: dict[str, Decimal | None] = {} if shown is None else {column_of(period): None}
    if "limit_reset" in given:
        period = given["limit_reset"] or "total"
    if "limit" in given:
        amount = given["limit"]
    return {**changes, column_of(period): amount}


def _by_budget(
    found: Mapping[str, Mapping[Period, Spent]],
) -> dict[tuple[str, Period], Spent]:
    return {(s, period): spent for s, own in found.items() for period, spent in own.items()}


def _dollars(amount: int) -> float:
    return float(usd(amount))

"""The ledger: one row for each movement of money, and balances that are their sums.

What a job should have reserved and have been charged follows from its row and its attempts
(`owed`). Whatever changes these moves the difference to what the ledger has, in the same
transaction. No row is ever changed or deleted, so what was spent outlives the jobs.

All movements of a job count on the UTC day of its submit. Balances are kept in shards, so
that transactions of several processes seldom wait for each other's row; a job's is always the same.
Their locks are taken last: whoever has them waits for nothing else.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rushes.clock import unix_time
from rushes.store.attempt import ATTEMPT_COLUMNS, Attempt
from rushes.store.budget import DAY, EVERYONE, Budget, OverBudgetError, Period, Spent, span
from rushes.store.job import ENDED, Job
from rushes.store.money import nano, usd
from rushes.store.transaction import Database, Table, Transaction, surveys

EVER = -1  # stands for all days
SHARDS = 32
DIMENSIONS = ("day", "owner", "model", "provider")
_OPEN = {"queued", "submitting", "running"}  # and not charged for its present attempt yet
_INSERT = (
    "INSERT INTO ledger (at, owner, job_id, day, kind, model, provider, reserved, charged)"
    " VALUES (:at, :owner, :job, :day, :kind, :model, :provider, :reserved, :charged)"
)
_ADD = (
    "INSERT INTO balances AS b (scope, day, shard, reserved, charged) VALUES"
    " (:owner, :ever, :shard, :reserved, :charged), (:owner, :day, :shard, :reserved, :charged),"
    " (:everyone, :ever, :shard, :reserved, :charged),"
    " (:everyone, :day, :shard, :reserved, :charged)"
    " ON CONFLICT (scope, day, shard) DO UPDATE SET"
    " reserved = b.reserved + excluded.reserved, charged = b.charged + excluded.charged"
)
_BALANCES = (
    "SELECT day, SUM(charged), SUM(reserved) FROM balances"
    " WHERE scope = :scope AND day = :ever GROUP BY day"
    " UNION ALL SELECT day, SUM(charged), SUM(reserved) FROM balances"
    " WHERE scope = :scope AND day BETWEEN :first AND :last GROUP BY day"
)


@dataclass(frozen=True)
class Usage:
    """What was spent, by some of the dimensions; the others are None. `day` is since 1970."""

    spent: Spent
    requests: int
    day: int | None = None
    owner: str | None = None
    model: str | None = None
    provider: str | None = None

    @property
    def usd(self) -> float:
        """Return what was charged, in USD."""
        return float(usd(self.spent.charged))


def owed(job: Job, attempts: Sequence[Attempt]) -> dict[str, Spent]:
    """Return what a job has been charged and should have reserved, by account.

    An open job reserves its price until that is charged. So does each attempt that may yet be
    charged, without anyone waiting for it: its outcome is unknown, or it could not be stopped.
    """
    known = {a.attempt: nano(a.cost) for a in attempts if a.cost is not None}
    if (more := nano(job.cost) - sum(known.values())) > 0:  # of before attempts had costs
        known[job.attempt] = known.get(job.attempt, 0) + more
    found: dict[str, Spent] = {}

    def add(account: str, spent: Spent) -> None:
        found[account] = found.get(account, Spent()) + spent

    accounts = {a.attempt: a.provider for a in attempts}
    for number, cost in known.items():
        add(accounts.get(number, job.provider), Spent(cost))
    price = nano(job.quote)
    if job.state in _OPEN:
        add(job.provider, Spent(0, price))
    is_lost = job.state in ENDED and not job.outputs
    for attempt in attempts:
        is_present = attempt.attempt == job.attempt and job.state not in ENDED
        may_cost = attempt.state in {"sending", "unknown"}
        may_cost |= attempt.state == "accepted" and is_lost
        if may_cost and not is_present and attempt.attempt not in known:
            add(attempt.provider, Spent(0, price))
    return found


def reserve(database: Database, job: Job, budgets: Sequence[Budget]) -> Transaction[None]:
    """Reserve the price of a new job; raise OverBudgetError if a budget has less left."""
    price = nano(job.quote)
    limited = budgets if price else ()
    yield from _claim(database, limited)
    yield from _post(job, job.provider, Spent(0, price))
    yield from _check(job, limited, price)


def reserve_again(database: Database, job: Job, budgets: Sequence[Budget]) -> Transaction[None]:
    """Settle a job that was queued once more; raise OverBudgetError if a budget has less left.

    Unlike `settle`, also if it owes no more than before: the budgets may have changed.
    """
    price = nano(job.quote)
    limited = budgets if price else ()
    yield from _claim(database, limited)
    yield from settle(job)
    yield from _check(job, limited, price)


def settle(
    job: Job,
    *,
    attempts: Sequence[Attempt] | None = None,
    database: Database | None = None,
    budgets: Sequence[Budget] = (),
) -> Transaction[None]:
    """Move what a job owes more, or less, than the ledger has.

    `attempts` are all of the job, if they are known. With budgets, raise OverBudgetError if it is
    more and one of them has less left.
    """
    if attempts is None:
        query = f"SELECT {', '.join(ATTEMPT_COLUMNS)} FROM attempts WHERE job_id = :id"
        attempts = [Attempt(*row) for row in (yield f"{query} ORDER BY attempt", {"id": job.id})]
    rows = yield (
        "SELECT provider, SUM(charged), SUM(reserved) FROM ledger WHERE job_id = :id"
        " GROUP BY provider",
        {"id": job.id},
    )
    has = {str(row[0]): Spent(int(row[1]), int(row[2])) for row in rows}
    wanted = owed(job, attempts)
    more = sum(spent.all for spent in wanted.values()) - sum(spent.all for spent in has.values())
    limited = budgets if more > 0 and database is not None else ()
    if database is not None:
        yield from _claim(database, limited)
    for account in sorted(wanted.keys() | has.keys()):
        new, old = wanted.get(account, Spent()), has.get(account, Spent())
        if new != old:
            difference = Spent(new.charged - old.charged, new.reserved - old.reserved)
            yield from _post(job, account, difference)
    yield from _check(job, limited, more)


class Ledger(Table):
    """Answers what was spent."""

    @surveys
    def spent(self, scope: str) -> Transaction[dict[Period, Spent]]:
        """Return what an owner, or EVERYONE, has spent: in all, and in this day, week and month."""
        return (yield from _spent(scope, int(unix_time()) // DAY))

    @surveys
    def usage(
        self, by: Iterable[str], first: int, last: int, owner: str | None = None
    ) -> Transaction[list[Usage]]:
        """Return what was spent from one day to another, by dimensions; latest days first."""
        wanted = [name for name in DIMENSIONS if name in set(by)]
        columns = "".join(f"{name}, " for name in wanted)
        groups = f" GROUP BY {', '.join(wanted)}" if wanted else ""
        order = ", ".join(f"{name} DESC" if name == "day" else name for name in wanted)
        whose = "" if owner is None else " AND owner = :owner"
        rows = yield (
            f"SELECT {columns}SUM(charged), SUM(reserved), COUNT(DISTINCT job_id) FROM ledger"
            f" WHERE day BETWEEN :first AND :last{whose}{groups}"
            f"{f' ORDER BY {order}' if order else ''}",
            {"first": first, "last": last, "owner": owner},
        )
        width = len(wanted)
        return [
            Usage(
                Spent(int(row[width] or 0), int(row[width + 1] or 0)),
                int(row[width + 2]),
                **dict(zip(wanted, row[:width], strict=True)),
            )
            for row in rows
        ]


def _claim(database: Database, budgets: Iterable[Budget]) -> Transaction[None]:
    """Make others that reserve within the same budgets wait for this transaction."""
    # An owner's before everyone's, so that no two wait for each other.
    for scope in sorted({budget.scope for budget in budgets}, reverse=True):
        yield from database.exclusive(f"budget {scope}")


def _check(job: Job, budgets: Sequence[Budget], price: int) -> Transaction[None]:
    """Raise OverBudgetError if a budget is exceeded by a price that the balances hold already."""
    day = _day(job)
    spent: Mapping[str, dict[Period, Spent]] = {}
    for scope in {budget.scope: None for budget in budgets}:
        spent = {**spent, scope: (yield from _spent(scope, day))}
    for budget in budgets:
        found = spent[budget.scope][budget.period]
        if found.all > budget.nano:
            before = Spent(found.charged, max(found.reserved - price, 0))
            raise OverBudgetError(budget, before, price, day)


def _spent(scope: str, day: int) -> Transaction[dict[Period, Spent]]:
    periods: tuple[Period, ...] = ("daily", "weekly", "monthly")
    spans = {period: span(period, day) for period in periods}
    rows = yield (
        _BALANCES,
        {
            "scope": scope,
            "ever": EVER,
            "first": min(first for first, _ in spans.values()),
            "last": max(last for _, last in spans.values()),
        },
    )
    days = {int(row[0]): Spent(int(row[1]), int(row[2])) for row in rows}
    found: dict[Period, Spent] = {"total": days.pop(EVER, Spent())}
    for period, (first, last) in spans.items():
        found[period] = sum((s for d, s in days.items() if first <= d <= last), Spent())
    return found


def _post(job: Job, account: str, moved: Spent) -> Transaction[None]:
    """Write a movement, and add it to the balances."""
    values = {"owner": job.owner, "day": _day(job)}
    values |= {"reserved": moved.reserved, "charged": moved.charged}
    yield (
        _INSERT,
        {
            **values,
            "at": unix_time(),
            "job": job.id,
            "kind": _kind(moved),
            "model": job.model,
            "provider": account,
        },
    )
    if moved.reserved or moved.charged:
        shard = zlib.crc32(job.id.encode()) % SHARDS
        yield _ADD, {**values, "everyone": EVERYONE, "ever": EVER, "shard": shard}


def _kind(moved: Spent) -> str:
    if moved.charged:
        return "charge" if moved.charged > 0 else "refund"
    return "reserve" if moved.reserved >= 0 else "release"


def _day(job: Job) -> int:
    return job.created_at // DAY

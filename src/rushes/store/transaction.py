"""Transactions without a driver: each yields statements, is sent their rows, returns its result.

So one text of every query serves both databases, and what belongs together commits together.
Parameters are written `:name`. `/*for update*/` locks the rows read where the database has rows
to lock, and `/*skip locked*/` passes over those that another has; SQLite, whose one writer needs
no locks, reads both as comments. `/*by INDEX*/` behind a table names the index that leads to its
rows, for SQLite, which keeps no statistics to find it by; for PostgreSQL it is a comment.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Coroutine, Generator, Mapping
from functools import update_wrapper
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

T = TypeVar("T")
P = ParamSpec("P")
TableT = TypeVar("TableT", bound="Table")
Row = tuple[Any, ...]
Statement = tuple[str, Mapping[str, Any]]
Transaction = Generator[Statement, list[Row], T]
# What is committed together with a new job, such as its entry in a queue; it is given the Job.
OnInsert = Callable[[Any], Transaction[None]]
Execute = Callable[[str, Mapping[str, Any]], list[Row]]


class StoreError(Exception):
    """The database failed; the operation may be tried again."""


class Database(Protocol):
    """Runs transactions. Every method raises StoreError when the database fails."""

    async def read(self, transaction: Transaction[T]) -> T:
        """Run a transaction that changes nothing."""

    async def survey(self, transaction: Transaction[T]) -> T:
        """Run a transaction that changes nothing and may take long; nothing else waits for it."""

    async def write(
        self,
        transaction: Transaction[T],
        *,
        slow: bool = False,
        urgent: bool = False,
        single: bool = False,
    ) -> T:
        """Run a transaction; it is on disk when this returns, or undone when it raised.

        `slow` marks one with megabytes or many rows, which must not hold up the event loop;
        `urgent` one that a client waits for, before those of running jobs; `single` one of a single
        statement, which needs neither BEGIN nor COMMIT.
        """

    def exclusive(self, name: str) -> Transaction[None]:
        """Make other transactions that are exclusive under a name wait for this one."""

    def notify(self, job_id: str) -> Transaction[None]:
        """Notify every process at this database, on commit, that a job was changed from outside."""

    def schema(self) -> Transaction[tuple[int, int]]:
        """Return the version of the schema, and the one that this program has."""

    async def close(self) -> None:
        """Let the database go; calling it twice is harmless."""


class Table:
    """Operations on one database. Each decorated method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database


Method = Callable[Concatenate[TableT, P], Transaction[T]]
Operation = Callable[Concatenate[TableT, P], Coroutine[Any, Any, T]]


def _run_by(
    verb: str, **options: bool
) -> Callable[[Method[TableT, P, T]], Operation[TableT, P, T]]:
    """Return a decorator: it makes a method that yields statements one that runs them."""

    def decorate(method: Method[TableT, P, T]) -> Operation[TableT, P, T]:
        async def run(self: TableT, /, *args: P.args, **kwargs: P.kwargs) -> T:
            run_transaction = getattr(self._database, verb)
            result: T = await run_transaction(method(self, *args, **kwargs), **options)
            return result

        update_wrapper(run, method)
        return run

    return decorate


reads = _run_by("read")
surveys = _run_by("survey")
writes = _run_by("write")
slow_writes = _run_by("write", slow=True)
single_writes = _run_by("write", single=True)


def drive(transaction: Transaction[T], execute: Execute) -> T:
    try:
        statement, parameters = next(transaction)
        while True:
            statement, parameters = transaction.send(execute(statement, parameters))
    except StopIteration as end:
        result: T = end.value
        return result
    finally:
        transaction.close()


def names(prefix: str, values: Collection[Any]) -> tuple[str, dict[str, Any]]:
    """Return the placeholders of a list, `:s0, :s1`, and their parameters."""
    parameters = {f"{prefix}{i}": value for i, value in enumerate(values)}
    return ", ".join(f":{name}" for name in parameters) or "NULL", parameters

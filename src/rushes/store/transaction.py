"""Transactions without a driver: each yields statements, is sent their rows, returns its result.

So one text of every query serves both databases, and what belongs together commits together.
Parameters are written `:name`. `/*for update*/` locks the rows read where the database has rows
to lock; SQLite, whose one writer needs no locks, reads it as a comment. `/*by INDEX*/` behind a
table names the index that leads to its rows, for SQLite, which keeps no statistics to find it by;
for PostgreSQL it is a comment.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Generator, Mapping
from typing import Any, Protocol, TypeVar

T = TypeVar("T")
Row = tuple[Any, ...]
Statement = tuple[str, Mapping[str, Any]]
Transaction = Generator[Statement, list[Row], T]
# What is committed together with a new job, such as its entry in a queue; it is given the Job.
Also = Callable[[Any], Transaction[None]]
Execute = Callable[[str, Mapping[str, Any]], list[Row]]


class StoreError(Exception):
    """Tell that the database failed; what was asked may be asked again."""


class Database(Protocol):
    """Run transactions. Every method raises StoreError when the database fails."""

    async def read(self, transaction: Transaction[T]) -> T:
        """Run a transaction that changes nothing."""

    async def survey(self, transaction: Transaction[T]) -> T:
        """Run a transaction that changes nothing and may take long; nothing else waits for it."""

    async def write(self, transaction: Transaction[T], *, slow: bool = False) -> T:
        """Run a transaction; it is on disk when this returns, or undone when it raised.

        `slow` marks one with megabytes or many rows, which must not hold up the event loop.
        """

    def exclusive(self, name: str) -> Transaction[None]:
        """Let other transactions that are exclusive under a name wait for this one's end."""

    def notify(self, job_id: str) -> Transaction[None]:
        """Tell every process at this database, on commit, that a job was changed from outside."""

    async def close(self) -> None:
        """Let the database go; calling it twice is harmless."""


def drive(transaction: Transaction[T], execute: Execute) -> T:
    """Run a transaction's statements one by one and return its result."""
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

"""The table of jobs: found by what their clients ask, changed only from a state that allows it."""

from __future__ import annotations

import time
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from rushes.store import pagination, retention
from rushes.store.job import COLUMNS, SELECT, Job, from_row, row_of, to_columns
from rushes.store.pagination import BadCursorError, Filter, Page
from rushes.store.retention import BEGIN, Place
from rushes.store.transaction import Database, Row, Transaction, names

__all__ = ["SELECT", "BadCursorError", "Filter", "JobTable", "Page", "change", "insertion"]

_COLUMNS = ", ".join(COLUMNS)
INSERT = f"INSERT INTO jobs ({_COLUMNS}) VALUES ({', '.join(f':{c}' for c in COLUMNS)})"


class JobTable:
    """Read and change jobs."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def get(self, job_id: str) -> Job | None:
        found = await self._database.read(_select(f"{SELECT} WHERE id = :id", {"id": job_id}))
        return found[0] if found else None

    async def body(self, job_id: str) -> str:
        """Return the request body of a job; raise KeyError for an unknown id."""
        return await self._database.read(_body(job_id))

    async def in_states(self, states: Collection[str]) -> list[Job]:
        """Return all jobs in some states, oldest first; reads the whole table."""
        marks, parameters = names("s", states)
        query = f"{SELECT} WHERE state IN ({marks}) ORDER BY created_ns, id"
        return await self._database.survey(_select(query, parameters))

    async def ids(self, states: Collection[str]) -> list[str]:
        """Return the ids of all jobs in some states; reads the whole table."""
        return await self._database.survey(_ids(states))

    async def count(self, states: Collection[str]) -> int:
        """Return how many jobs are in some states; reads the whole table."""
        return await self._database.survey(_count(states))

    async def page(self, wanted: Filter, limit: int, cursor: str | None = None) -> Page:
        """Return up to `limit` jobs, newest first, from a cursor on; deleted ones are left out.

        Raises BadCursorError.
        """
        return await self._database.survey(pagination.page(wanted, limit, cursor))

    async def insert(self, job: Job, body: str) -> None:
        """Commit a new job and the body of its request."""
        await self._database.write(insertion(job, body))

    async def update(
        self,
        job_id: str,
        *,
        where: Collection[str],
        changes: Mapping[str, Any],
        epoch: int | None = None,
        tell: bool = False,
    ) -> Job | None:
        """Change a job if its state is one of `where`; return it as it is then, None if it is not.

        With `epoch` it must also be this one's. The check and the change are one statement, so of
        two contenders one wins. With `tell` every process at this database is told of the change.
        """
        return await self._database.write(self._update(job_id, where, changes, epoch, tell=tell))

    def _update(
        self,
        job_id: str,
        where: Collection[str],
        changes: Mapping[str, Any],
        epoch: int | None,
        *,
        tell: bool,
    ) -> Transaction[Job | None]:
        job = yield from change(job_id, where, changes, epoch)
        if job is not None and tell:
            yield from self._database.notify(job_id)
        return job

    async def take(self, job_id: str, where: Collection[str]) -> Job | None:
        """Take a job up: raise its epoch, so that whoever had it before can change it no more."""
        return await self._database.write(_take(job_id, where))

    async def unfinished(self, states: Collection[str]) -> list[Job]:
        """Return the jobs in some open states, oldest first."""
        return await self._database.survey(retention.unfinished(states))

    async def unfinished_ids(self, states: Collection[str]) -> list[str]:
        """Return the ids of the jobs in some open states, oldest first."""
        return await self._database.survey(retention.unfinished_ids(states))

    async def to_call_back(self, states: Collection[str]) -> list[str]:
        """Return the ids of the jobs in some states whose callback is still pending."""
        return await self._database.survey(retention.to_call_back(states))

    async def overdue(self, states: Collection[str], now: int) -> list[Job]:
        """Return the jobs in some open states whose deadline has passed."""
        return await self._database.survey(retention.overdue(states, now))

    async def stranded(self, providers: Collection[str], overdue: float) -> list[Job]:
        """Return open jobs of other providers that are cancelled, or were due before a time."""
        return await self._database.survey(retention.stranded(providers, int(overdue)))

    async def deleted(self, limit: int, after: Place = BEGIN) -> list[Job]:
        """Return deleted jobs whose outputs are still there, from a place (deleted_at, id) on."""
        return await self._database.survey(retention.deleted(limit, after))

    async def stored(self, ended_before: float, limit: int, after: Place = BEGIN) -> list[Job]:
        """Return old jobs whose outputs are still there, from a place (ended_at, id) on."""
        return await self._database.survey(retention.stored(ended_before, limit, after))

    async def forgettable(
        self, ended_before: float, limit: int, after: Place = BEGIN
    ) -> list[Place]:
        """Return the places (ended_at, id) of old records that may be deleted, from a place on.

        Those whose order may have been paid without an answer stay: they are an operator's.
        """
        return await self._database.survey(retention.forgettable(ended_before, limit, after))

    async def forget(self, job_ids: Sequence[str], ended_before: float) -> int:
        """Delete some records that may be deleted still; return how many."""
        return await self._database.write(retention.forget(job_ids, ended_before), slow=True)


def _select(query: str, parameters: Mapping[str, Any]) -> Transaction[list[Job]]:
    rows = yield query, parameters
    return [from_row(row) for row in rows]


def _body(job_id: str) -> Transaction[str]:
    rows = yield "SELECT body FROM requests WHERE job_id = :id", {"id": job_id}
    if not rows:
        raise KeyError(job_id)
    return str(rows[0][0])


def _ids(states: Collection[str]) -> Transaction[list[str]]:
    marks, parameters = names("s", states)
    rows = yield f"SELECT id FROM jobs WHERE state IN ({marks})", parameters
    return [str(row[0]) for row in rows]


def _count(states: Collection[str]) -> Transaction[int]:
    marks, parameters = names("s", states)
    rows = yield f"SELECT count(*) FROM jobs WHERE state IN ({marks})", parameters
    return int(rows[0][0])


def insertion(job: Job, body: str) -> Transaction[None]:
    """Insert a job and its body, as part of a transaction."""
    yield INSERT, row_of(job)
    yield "INSERT INTO requests VALUES (:id, :body)", {"id": job.id, "body": body}


def change(
    job_id: str, where: Collection[str], changes: Mapping[str, Any], epoch: int | None
) -> Transaction[Job | None]:
    """Change a job if its state and epoch allow it, as part of a transaction."""
    columns = to_columns({**changes, "updated_at": int(time.time())})
    assignments = ", ".join(f"{name} = :{name}" for name in columns)
    marks, states = names("s", where)
    mine = "" if epoch is None else " AND epoch = :mine"
    rows: list[Row] = yield (
        (
            f"UPDATE jobs SET {assignments}"
            f" WHERE id = :job_id AND state IN ({marks}){mine} RETURNING {_COLUMNS}"
        ),
        {**columns, **states, "job_id": job_id, "mine": epoch},
    )
    return from_row(rows[0]) if rows else None


def _take(job_id: str, where: Collection[str]) -> Transaction[Job | None]:
    marks, states = names("s", where)
    rows = yield (
        (
            f"UPDATE jobs SET epoch = epoch + 1 WHERE id = :id AND state IN ({marks})"
            f" RETURNING {_COLUMNS}"
        ),
        {"id": job_id, **states},
    )
    return from_row(rows[0]) if rows else None

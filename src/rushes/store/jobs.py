"""The table of jobs: found by what their clients ask, changed only from a state that allows it."""

from __future__ import annotations

import re
import time
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from rushes.store.job import COLUMNS, Job, from_row, row_of, to_columns
from rushes.store.transaction import Database, Row, Transaction, names

_COLUMNS = ", ".join(COLUMNS)
SELECT = f"SELECT {_COLUMNS} FROM jobs"
INSERT = f"INSERT INTO jobs ({_COLUMNS}) VALUES ({', '.join(f':{c}' for c in COLUMNS)})"
_CURSOR = re.compile(r"(\d{1,19})-([\w-]{1,100})", re.ASCII)


class BadCursorError(ValueError):
    """Tell that a cursor is none of ours."""


@dataclass(frozen=True)
class Filter:
    """Which jobs a list shows; times are unix seconds, `None` means any."""

    owner: str | None = None
    states: Collection[str] | None = None
    model: str | None = None
    created_after: int | None = None
    created_before: int | None = None
    session_id: str | None = None
    user_id: str | None = None
    key: str | None = None


@dataclass(frozen=True)
class Page:
    """Some jobs, newest first; `cursor` leads to the next page, None at the end."""

    jobs: tuple[Job, ...]
    cursor: str | None


class JobTable:
    """Read and change jobs."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def get(self, job_id: str) -> Job | None:
        """Return a job by id."""
        found = await self._database.read(_select(f"{SELECT} WHERE id = :id", {"id": job_id}))
        return found[0] if found else None

    async def body(self, job_id: str) -> str:
        """Return the request body of a job; raise KeyError for an unknown id."""
        return await self._database.read(_body(job_id))

    async def in_states(self, states: Collection[str]) -> list[Job]:
        """Return all jobs in some states, oldest first."""
        marks, parameters = names("s", states)
        query = f"{SELECT} WHERE state IN ({marks}) ORDER BY created_ns, id"
        return await self._database.read(_select(query, parameters))

    async def ids(self, states: Collection[str]) -> list[str]:
        """Return the ids of all jobs in some states."""
        return await self._database.read(_ids(states))

    async def to_call_back(self, states: Collection[str]) -> list[Job]:
        """Return the jobs in some states whose callback is still pending."""
        marks, parameters = names("s", states)
        query = f"{SELECT} WHERE callback = 'pending' AND state IN ({marks})"
        return await self._database.read(_select(query, parameters))

    async def count(self, states: Collection[str]) -> int:
        """Return how many jobs are in some states."""
        return await self._database.read(_count(states))

    async def page(self, wanted: Filter, limit: int, cursor: str | None = None) -> Page:
        """Return up to `limit` jobs, newest first, from a cursor on; deleted ones are left out.

        Raises BadCursorError.
        """
        return await self._database.read(_page(wanted, limit, cursor))

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

    async def overdue(self, where: Collection[str], now: int) -> list[Job]:
        """Return the jobs in some states whose deadline has passed."""
        marks, parameters = names("s", where)
        query = f"{SELECT} WHERE deadline <= :now AND ended_at IS NULL AND state IN ({marks})"
        return await self._database.read(_select(query, {"now": now, **parameters}))

    async def to_remove(self, ended_before: float, limit: int, after: str = "") -> list[Job]:
        """Return ended jobs, by id beyond `after`, whose outputs are old enough or deleted."""
        parameters = {"before": ended_before, "limit": limit, "after": after}
        stored = "ended_at IS NOT NULL AND removed_at IS NULL AND outputs <> '[]'"
        old = f"{stored} AND ended_at < :before"
        deleted = f"deleted_at IS NOT NULL AND {stored}"
        query = f"{SELECT} WHERE id > :after AND ({{}}) ORDER BY id LIMIT :limit"
        found = await self._database.read(_select(query.format(deleted), parameters))
        if ended_before > 0:
            found += await self._database.read(_select(query.format(old), parameters))
        return sorted({job.id: job for job in found}.values(), key=lambda job: job.id)[:limit]

    async def stranded(self, providers: Collection[str], overdue: float) -> list[Job]:
        """Return open jobs of other providers that are cancelled, or were due before a time."""
        marks, parameters = names("p", providers)
        query = (
            f"{SELECT} WHERE ended_at IS NULL AND provider NOT IN ({marks})"
            " AND (cancellation = 'requested' OR deadline < :overdue)"
        )
        return await self._database.read(_select(query, {"overdue": int(overdue), **parameters}))

    async def forget(self, ended_before: float, limit: int) -> int:
        """Delete old records of ended jobs whose outputs are gone; return how many.

        Those whose order may have been paid without an answer stay: they are an operator's.
        """
        return await self._database.write(_forget(ended_before, limit))


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


def _page(wanted: Filter, limit: int, cursor: str | None) -> Transaction[Page]:
    conditions, parameters = _conditions(wanted)
    if cursor is not None:
        match = _CURSOR.fullmatch(cursor)
        if match is None or int(match[1]) >= 2**63:
            raise BadCursorError(cursor)
        conditions.append("(created_ns, id) < (:ns, :after)")
        parameters |= {"ns": int(match[1]), "after": match[2]}
    found = yield from _select(
        f"{SELECT} WHERE {' AND '.join(conditions)} ORDER BY created_ns DESC, id DESC LIMIT :limit",
        {**parameters, "limit": limit + 1},
    )
    jobs = tuple(found[:limit])
    last = jobs[-1] if len(found) > limit else None
    return Page(jobs, None if last is None else f"{last.created_ns}-{last.id}")


def _conditions(wanted: Filter) -> tuple[list[str], dict[str, Any]]:
    conditions, parameters = ["deleted_at IS NULL"], dict[str, Any]()
    tests = {
        "owner": ("owner = :owner", wanted.owner),
        "model": ("model = :model", wanted.model),
        "after": ("created_at > :after_time", wanted.created_after),
        "before": ("created_at < :before_time", wanted.created_before),
        "session": ("session_id = :session", wanted.session_id),
        "user": ("user_id = :user", wanted.user_id),
        "key": ("id IN (SELECT job_id FROM idempotency WHERE key = :key)", wanted.key),
    }
    for name, (condition, value) in tests.items():
        if value is not None:
            conditions.append(condition)
            parameters[{"after": "after_time", "before": "before_time"}.get(name, name)] = value
    if wanted.states is not None:
        marks, states = names("s", wanted.states)
        conditions.append(f"state IN ({marks})")
        parameters |= states
    return conditions, parameters


def _forget(ended_before: float, limit: int) -> Transaction[int]:
    rows = yield (
        (
            "DELETE FROM jobs WHERE id IN ("
            " SELECT id FROM jobs WHERE ended_at < :before"
            " AND (removed_at IS NOT NULL OR outputs = '[]')"
            " AND (callback IS NULL OR callback <> 'pending')"
            " AND NOT EXISTS (SELECT 1 FROM submissions s WHERE s.job_id = jobs.id"
            "  AND s.state IN ('unknown', 'sending'))"
            " AND NOT EXISTS (SELECT 1 FROM idempotency i WHERE i.job_id = jobs.id)"
            " LIMIT :limit) RETURNING id"
        ),
        {"before": ended_before, "limit": limit},
    )
    return len(rows)

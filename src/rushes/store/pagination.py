"""The list of jobs, page by page: each filter has an index that leads to what it shows.

A page costs what it shows, however many jobs there are beside it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from rushes.store.job import SELECT, Job, from_row
from rushes.store.transaction import Transaction, names

_CURSOR = re.compile(r"(\d{1,19})-([\w-]{1,100})", re.ASCII)
_LARGEST = 2**63 - 1
_NS = 10**9
# The states of jobs that ended, by whether there is a video; every other state is an open one.
_MADE = frozenset({"completed"})
_UNMADE = frozenset({"failed", "cancelled", "expired"})
_OWNERS = """
WITH RECURSIVE owners (owner) AS (
    SELECT min(owner) FROM jobs WHERE deleted_at IS NULL
    UNION ALL
    SELECT (SELECT min(jobs.owner) FROM jobs
            WHERE jobs.deleted_at IS NULL AND jobs.owner > owners.owner)
    FROM owners WHERE owners.owner IS NOT NULL
)
SELECT owner FROM owners WHERE owner IS NOT NULL
"""


class BadCursorError(ValueError):
    """The cursor is not one of this service."""


@dataclass(frozen=True)
class Filter:
    """Which jobs a list shows; times are unix seconds, `None` means any.

    `provider` is an account, or a provider with all its accounts; `error` is a part of the text.
    """

    owner: str | None = None
    states: Collection[str] | None = None
    model: str | None = None
    created_after: int | None = None
    created_before: int | None = None
    session_id: str | None = None
    user_id: str | None = None
    key: str | None = None
    provider: str | None = None
    error: str | None = None

    def matches(self, job: Job) -> bool:
        """Return whether a job that was found otherwise is wanted; `key` is not looked at."""
        texts = (
            (self.owner, job.owner),
            (self.model, job.model),
            (self.session_id, job.session_id),
            (self.user_id, job.user_id),
        )
        after, before = self.created_after, self.created_before
        return (
            all(wanted in {None, value} for wanted, value in texts)
            and (self.states is None or job.state in self.states)
            and (after is None or job.created_at > after)
            and (before is None or job.created_at < before)
            and self.provider in {None, job.provider, job.provider.partition("/")[0]}
            and (self.error is None or self.error.lower() in (job.error or "").lower())
        )


@dataclass(frozen=True)
class Page:
    """Some jobs, newest first; `cursor` leads to the next page, None at the end."""

    jobs: tuple[Job, ...]
    cursor: str | None


@dataclass(frozen=True)
class _Way:
    """One index that leads to wanted jobs, newest first, and the condition it is made for."""

    index: str
    condition: str
    parameters: Mapping[str, Any] = field(default_factory=dict)


def page(wanted: Filter, limit: int, cursor: str | None) -> Transaction[Page]:
    """Return up to `limit` jobs that are not deleted, newest first; raises BadCursorError."""
    conditions, parameters = _conditions(wanted)
    if cursor is not None:
        match = _CURSOR.fullmatch(cursor)
        if match is None or int(match[1]) > _LARGEST:
            raise BadCursorError(cursor)
        conditions.append("(created_ns, id) < (:ns, :after)")
        parameters |= {"ns": int(match[1]), "after": match[2]}
    found = list[Job]()
    for way in (yield from _ways(wanted)):
        rows = yield (
            (
                f"{SELECT} /*by {way.index}*/ WHERE {way.condition} AND {' AND '.join(conditions)}"
                " ORDER BY created_ns DESC, id DESC LIMIT :limit"
            ),
            {**parameters, **way.parameters, "limit": limit + 1},
        )
        found += [from_row(row) for row in rows]
    found.sort(key=lambda job: (job.created_ns, job.id), reverse=True)
    last = found[limit - 1] if len(found) > limit else None
    return Page(tuple(found[:limit]), None if last is None else f"{last.created_ns}-{last.id}")


def walk(wanted: Filter, limit: int, after: str) -> Transaction[list[Job]]:
    """Return the next jobs by their ids, deleted ones too."""
    conditions, parameters = _conditions(wanted)
    conditions[0] = "id > :after"  # in place of what leaves deleted ones out
    rows = yield (
        f"{SELECT} WHERE {' AND '.join(conditions)} ORDER BY id LIMIT :limit",
        {**parameters, "after": after, "limit": limit},
    )
    return [from_row(row) for row in rows]


def open_jobs(wanted: Filter) -> Transaction[list[Job]]:
    """Return the open jobs, oldest first, deleted ones left out."""
    conditions, parameters = _conditions(wanted)
    rows = yield (
        f"{SELECT} /*by jobs_open*/ WHERE ended_at IS NULL AND {' AND '.join(conditions)}"
        " ORDER BY created_ns, id",
        parameters,
    )
    return [from_row(row) for row in rows]


def made_since(wanted: Filter, created_ns: int) -> Transaction[list[Job]]:
    """Return the jobs that were made at a time or later, oldest first."""
    conditions, parameters = _conditions(wanted)
    rows = yield (
        f"{SELECT} /*by jobs_by_age*/ WHERE created_ns >= :from AND {' AND '.join(conditions)}"
        " ORDER BY created_ns, id",
        {**parameters, "from": created_ns},
    )
    return [from_row(row) for row in rows]


def _ways(wanted: Filter) -> Transaction[list[_Way]]:
    """Return index scans that together lead to each wanted job once, or to some others as well."""
    if wanted.states is not None and not wanted.states:
        return []
    if wanted.key is not None:
        query = "SELECT job_id FROM idempotency WHERE key = :key"
        rows = yield query, {"key": wanted.key}
        return [_Way("", "id = :way", {"way": row[0]}) for row in rows]
    narrow = list(_narrow(wanted))
    if not narrow and wanted.owner is None:
        return [_Way("jobs_by_age", "deleted_at IS NULL")]
    narrow = narrow or [("jobs_by_creation", "deleted_at IS NULL")]
    owners = [wanted.owner] if wanted.owner is not None else (yield from _owners())
    return [
        _Way(index, f"owner = :way AND {condition}", {"way": owner})
        for owner in owners
        for index, condition in narrow
    ]


def _narrow(wanted: Filter) -> list[tuple[str, str]]:
    """Return the indexes, with their conditions, that lead to the fewest jobs of an owner."""
    if wanted.session_id is not None:
        return [("jobs_by_session", "session_id = :session")]
    if wanted.user_id is not None:
        return [("jobs_by_user", "user_id = :user")]
    states = None if wanted.states is None else frozenset(wanted.states)
    if wanted.model is not None and (states is None or states & _MADE):
        return [("jobs_by_model", "model = :model")]
    if states is None:
        return []
    ended = "ended_at IS NOT NULL AND outputs"
    classes = (
        (states - _MADE - _UNMADE, ("jobs_open", "ended_at IS NULL")),
        (states & _MADE, ("jobs_made", f"{ended} <> '[]'")),
        (states & _UNMADE, ("jobs_unmade", f"{ended} = '[]'")),
    )
    return [way for some, way in classes if some]


def _owners() -> Transaction[list[str]]:
    """Return every owner, by one step in an index each."""
    rows = yield _OWNERS, {}
    return [str(row[0]) for row in rows]


def _conditions(wanted: Filter) -> tuple[list[str], dict[str, Any]]:
    conditions, parameters = ["deleted_at IS NULL"], dict[str, Any]()
    error = wanted.error and re.sub(r"([\\%_])", r"\\\1", wanted.error)
    tests = {
        "owner": ("owner = :owner", wanted.owner),
        "model": ("model = :model", wanted.model),
        "since": ("created_ns >= :since", _begin(wanted.created_after, 1)),
        "until": ("created_ns < :until", _begin(wanted.created_before, 0)),
        "session": ("session_id = :session", wanted.session_id),
        "user": ("user_id = :user", wanted.user_id),
        "provider": (
            "(provider = :provider OR substr(provider, 1, length(:provider) + 1)"
            " = CAST(:provider AS text) || '/')",
            wanted.provider,
        ),
        "error": (r"lower(error) LIKE lower(:error) ESCAPE '\'", error and f"%{error}%"),
    }
    for name, (condition, value) in tests.items():
        if value is not None:
            conditions.append(condition)
            parameters[name] = value
    if wanted.states is not None:
        marks, states = names("s", wanted.states)
        conditions.append(f"state IN ({marks})")
        parameters |= states
    return conditions, parameters


def _begin(second: int | None, later: int) -> int | None:
    """Return the nanosecond at which a second, or one some seconds later, begins."""
    return None if second is None else min((second + later) * _NS, _LARGEST)

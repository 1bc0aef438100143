"""The table of jobs: found by what their clients ask, changed only from a state that allows it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from rushes.clock import unix_time
from rushes.store import pagination
from rushes.store.job import COLUMNS, SELECT, Job, from_row, row_of, to_columns
from rushes.store.ledger import settle
from rushes.store.outbox import announce
from rushes.store.pagination import Filter, Page
from rushes.store.transaction import (
    Database,
    Row,
    Table,
    Transaction,
    names,
    reads,
    single_writes,
    surveys,
    writes,
)

# What of a job a client sees changing.
Glance = tuple[Any, ...]
_GLANCE = ("id", "state", "progress", "cancellation", "delay_reason", "deleted_at", "attempt")
_GROUP = 256
_SIZES = (1, 8, 64, _GROUP)
_COLUMNS = ", ".join(COLUMNS)
INSERT = f"INSERT INTO jobs ({_COLUMNS}) VALUES ({', '.join(f':{c}' for c in COLUMNS)})"

_END_ATTEMPTS = (
    "UPDATE attempts SET state = 'ended', ended_at = :now WHERE job_id = :id"
    " AND provider = :provider AND state IN ('sending', 'unknown', 'accepted')"
)


OnEnd = Callable[[Job], None]


class JobTable(Table):
    """`on_end` is given each job whose end was committed here."""

    def __init__(self, database: Database, on_end: OnEnd | None = None) -> None:
        super().__init__(database)
        self._on_end = on_end

    @reads
    def get(self, job_id: str) -> Transaction[Job | None]:
        rows = yield f"{SELECT} WHERE id = :id", {"id": job_id}
        return from_row(rows[0]) if rows else None

    @reads
    def get_many(self, job_ids: Sequence[str]) -> Transaction[dict[str, Job]]:
        """Return those of the jobs that exist, by their ids."""
        rows = yield from _by_ids(SELECT, job_ids)
        return {job.id: job for job in map(from_row, rows)}

    @reads
    def glances(self, job_ids: Sequence[str]) -> Transaction[dict[str, Glance]]:
        """Return what shows whether jobs have changed, of those that exist."""
        rows = yield from _by_ids(f"SELECT {', '.join(_GLANCE)} FROM jobs", job_ids)
        return {row[0]: tuple(row[1:]) for row in rows}

    @reads
    def body(self, job_id: str) -> Transaction[str]:
        """Return the request body of a job; raise KeyError for an unknown id."""
        rows = yield "SELECT body FROM requests WHERE job_id = :id", {"id": job_id}
        if not rows:
            raise KeyError(job_id)
        return str(rows[0][0])

    @surveys
    def page(self, wanted: Filter, limit: int, cursor: str | None = None) -> Transaction[Page]:
        """Return up to `limit` jobs that are not deleted, newest first; raises BadCursorError."""
        return (yield from pagination.page(wanted, limit, cursor))

    @surveys
    def walk(self, wanted: Filter, limit: int, after: str = "") -> Transaction[list[Job]]:
        """Return the next jobs by their ids, deleted ones too."""
        return (yield from pagination.walk(wanted, limit, after))

    @surveys
    def ids(self) -> Transaction[list[str]]:
        """Return the ids of all jobs, deleted ones too."""
        rows = yield "SELECT id FROM jobs", {}
        return [row[0] for row in rows]

    @surveys
    def open(self, wanted: Filter) -> Transaction[list[Job]]:
        """Return the open jobs that are not deleted, oldest first."""
        return (yield from pagination.open_jobs(wanted))

    @surveys
    def made_since(self, wanted: Filter, created_ns: int) -> Transaction[list[Job]]:
        """Return the jobs that were made at a time or later, oldest first."""
        return (yield from pagination.made_since(wanted, created_ns))

    async def update(
        self,
        job_id: str,
        *,
        where: Collection[str],
        changes: Mapping[str, Any],
        epoch: int | None = None,
        notify: bool = False,
        free: bool = False,
        reported: bool = True,
    ) -> Job | None:
        """Change a job if its state is one of `where`; return it as it is then, None if it is not.

        With `epoch` it must also be this one's. The check and the change are one statement, so of
        two contenders one wins. With `notify` every process at this database hears of the change.
        `free` ends what its provider may still make of it, which that never charges for. The end of
        a job that is not `reported`, for it has no callback URL, needs no look at the outbox.
        """
        ends = changes.get("ended_at") is not None
        if notify or free or (ends and reported) or _moves_money(changes):
            job = await self._update(job_id, where, changes, epoch, notify=notify, free=free)
        else:
            job = await self._change(job_id, where, changes, epoch)
        if job is not None and self._on_end is not None and ends:
            self._on_end(job)
        return job

    @single_writes
    def _change(
        self, job_id: str, where: Collection[str], changes: Mapping[str, Any], epoch: int | None
    ) -> Transaction[Job | None]:
        return (yield from change(job_id, where, changes, epoch))

    @writes
    def _update(
        self,
        job_id: str,
        where: Collection[str],
        changes: Mapping[str, Any],
        epoch: int | None,
        *,
        notify: bool,
        free: bool,
    ) -> Transaction[Job | None]:
        job = yield from change(job_id, where, changes, epoch)
        if job is not None and free:
            yield _END_ATTEMPTS, {"id": job.id, "provider": job.provider, "now": unix_time()}
        if job is not None and _moves_money(changes):
            yield from settle(job)
        if job is not None and notify:
            yield from self._database.notify(job_id)
        return job

    @single_writes
    def take(self, job_id: str, where: Collection[str]) -> Transaction[Job | None]:
        """Take a job up: raise its epoch, so that no earlier holder can change it any more."""
        marks, states = names("s", where)
        rows = yield (
            f"UPDATE jobs SET epoch = epoch + 1 WHERE id = :id AND state IN ({marks})"
            f" RETURNING {_COLUMNS}",
            {"id": job_id, **states},
        )
        return from_row(rows[0]) if rows else None


def _by_ids(select: str, job_ids: Sequence[str]) -> Transaction[list[Row]]:
    found = list[Row]()
    for start in range(0, len(job_ids), _GROUP):
        group = list(job_ids[start : start + _GROUP])
        # Few texts of a statement, so that the database knows them.
        size = next(size for size in _SIZES if size >= len(group))
        marks, ids = names("j", group + group[-1:] * (size - len(group)))
        found += yield f"{select} WHERE id IN ({marks})", ids
    return found


def _moves_money(changes: Mapping[str, Any]) -> bool:
    # What a completed job costs was committed when its video was made.
    ends = "ended_at" in changes and changes.get("state") != "completed"
    return ends or "cost" in changes


def glance_of(job: Job) -> Glance:
    return tuple(getattr(job, name) for name in _GLANCE[1:])


def insertion(job: Job, body: str) -> Transaction[None]:
    yield INSERT, row_of(job)
    yield "INSERT INTO requests VALUES (:id, :body)", {"id": job.id, "body": body}


def change(
    job_id: str, where: Collection[str], changes: Mapping[str, Any], epoch: int | None
) -> Transaction[Job | None]:
    """Change a job if its state and epoch allow it; what ends it puts that into the outbox."""
    columns = to_columns({**changes, "updated_at": int(unix_time())})
    assignments = ", ".join(f"{name} = :{name}" for name in columns)
    marks, states = names("s", where)
    mine = "" if epoch is None else " AND epoch = :mine"
    rows = yield (
        f"UPDATE jobs SET {assignments}"
        f" WHERE id = :job_id AND state IN ({marks}){mine} RETURNING {_COLUMNS}",
        {**columns, **states, "job_id": job_id, "mine": epoch},
    )
    if not rows:
        return None
    job = from_row(rows[0])
    if changes.get("ended_at") is not None:
        yield from announce(job)
    return job

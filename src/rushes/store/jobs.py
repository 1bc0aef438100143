"""The table of jobs: found by what their clients ask, changed only from a state that allows it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

from rushes.clock import unix_time
from rushes.store import pagination
from rushes.store.job import COLUMNS, SELECT, Job, from_row, row_of, to_columns
from rushes.store.pagination import Filter, Page
from rushes.store.transaction import Database, Table, Transaction, names, reads, surveys, writes

_COLUMNS = ", ".join(COLUMNS)
INSERT = f"INSERT INTO jobs ({_COLUMNS}) VALUES ({', '.join(f':{c}' for c in COLUMNS)})"


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

    async def update(
        self,
        job_id: str,
        *,
        where: Collection[str],
        changes: Mapping[str, Any],
        epoch: int | None = None,
        notify: bool = False,
    ) -> Job | None:
        """Change a job if its state is one of `where`; return it as it is then, None if it is not.

        With `epoch` it must also be this one's. The check and the change are one statement, so of
        two contenders one wins. With `notify` every process at this database hears of the change.
        """
        job = await self._update(job_id, where, changes, epoch, notify=notify)
        if job is not None and self._on_end is not None and changes.get("ended_at") is not None:
            self._on_end(job)
        return job

    @writes
    def _update(
        self,
        job_id: str,
        where: Collection[str],
        changes: Mapping[str, Any],
        epoch: int | None,
        *,
        notify: bool,
    ) -> Transaction[Job | None]:
        job = yield from change(job_id, where, changes, epoch)
        if job is not None and notify:
            yield from self._database.notify(job_id)
        return job

    @writes
    def take(self, job_id: str, where: Collection[str]) -> Transaction[Job | None]:
        """Take a job up: raise its epoch, so that no earlier holder can change it any more."""
        marks, states = names("s", where)
        rows = yield (
            f"UPDATE jobs SET epoch = epoch + 1 WHERE id = :id AND state IN ({marks})"
            f" RETURNING {_COLUMNS}",
            {"id": job_id, **states},
        )
        return from_row(rows[0]) if rows else None


def insertion(job: Job, body: str) -> Transaction[None]:
    yield INSERT, row_of(job)
    yield "INSERT INTO requests VALUES (:id, :body)", {"id": job.id, "body": body}


def change(
    job_id: str, where: Collection[str], changes: Mapping[str, Any], epoch: int | None
) -> Transaction[Job | None]:
    """Change a job if its state and epoch allow it."""
    columns = to_columns({**changes, "updated_at": int(unix_time())})
    assignments = ", ".join(f"{name} = :{name}" for name in columns)
    marks, states = names("s", where)
    mine = "" if epoch is None else " AND epoch = :mine"
    rows = yield (
        f"UPDATE jobs SET {assignments}"
        f" WHERE id = :job_id AND state IN ({marks}){mine} RETURNING {_COLUMNS}",
        {**columns, **states, "job_id": job_id, "mine": epoch},
    )
    return from_row(rows[0]) if rows else None

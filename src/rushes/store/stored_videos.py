"""What a database says of the videos that should be stored, read without changing it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import AsyncIterator, Collection
from dataclasses import dataclass
from typing import Protocol, TypeVar

from rushes.store.job import Output
from rushes.store.transaction import Transaction, drive, names

T = TypeVar("T")
PAGE = 500  # jobs in memory
_NAMED = "ended_at IS NOT NULL AND removed_at IS NULL AND outputs <> '[]'"


@dataclass(frozen=True)
class StoredVideo:
    """A video that a job names."""

    job_id: str
    output: Output


class Surveyed(Protocol):
    """What a transaction that changes nothing can be run by."""

    async def survey(self, transaction: Transaction[T]) -> T:
        """Run it."""


class SqliteFile:
    """A file that is only read, whatever the version of its schema."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    async def survey(self, transaction: Transaction[T]) -> T:
        return drive(
            transaction, lambda sql, values: self._connection.execute(sql, values).fetchall()
        )


async def stored_videos(database: Surveyed) -> AsyncIterator[StoredVideo]:
    """Yield the videos of ended jobs, in the order of the jobs' ids."""
    after = ""
    while rows := await database.survey(_page(after)):
        for job_id, outputs in rows:
            for output in outputs:
                yield StoredVideo(job_id, output)
        after = rows[-1][0]


async def still_stored(database: Surveyed, videos: Collection[StoredVideo]) -> list[StoredVideo]:
    """Return those of some videos that their jobs still name, as they were."""
    found = await database.survey(_of({video.job_id for video in videos}))
    return [video for video in videos if video.output in found.get(video.job_id, ())]


async def unnamed(database: Surveyed, found: Collection[str]) -> list[str]:
    """Return those of some stored names that no job has, nor an open one may be about to have."""
    jobs = {name: name.rpartition("-")[0] for name in found}
    open_jobs = await database.survey(_open(set(jobs.values())))
    named = await database.survey(_of(set(jobs.values())))
    return [
        name
        for name, job_id in jobs.items()
        if job_id not in open_jobs and name not in {o.name for o in named.get(job_id, ())}
    ]


def _page(after: str) -> Transaction[list[tuple[str, tuple[Output, ...]]]]:
    rows = yield (
        f"SELECT id, outputs FROM jobs WHERE {_NAMED} AND id > :after ORDER BY id LIMIT :page",
        {"after": after, "page": PAGE},
    )
    return [(str(row[0]), _outputs(row[1])) for row in rows]


def _of(job_ids: Collection[str]) -> Transaction[dict[str, tuple[Output, ...]]]:
    found = dict[str, tuple[Output, ...]]()
    ids = list(job_ids)
    for start in range(0, len(ids), PAGE):
        marks, values = names("j", ids[start : start + PAGE])
        rows = yield f"SELECT id, outputs FROM jobs WHERE {_NAMED} AND id IN ({marks})", values
        found |= {str(row[0]): _outputs(row[1]) for row in rows}
    return found


def _open(job_ids: Collection[str]) -> Transaction[set[str]]:
    found, ids = set[str](), list(job_ids)
    for start in range(0, len(ids), PAGE):
        marks, values = names("j", ids[start : start + PAGE])
        rows = yield f"SELECT id FROM jobs WHERE ended_at IS NULL AND id IN ({marks})", values
        found |= {str(row[0]) for row in rows}
    return found


def _outputs(text: str) -> tuple[Output, ...]:
    return tuple(Output(**output) for output in json.loads(text))

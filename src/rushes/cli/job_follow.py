"""`rushes jobs --follow`: each change of a job's state, as it happens."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

import click

from rushes.backoff import Backoff
from rushes.cli.errors import INTERRUPTED
from rushes.cli.job_options import Wanted, existing_store, place_of, resolved
from rushes.cli.tables import plain
from rushes.clock import iso_time, unix_time
from rushes.jobs.states import OPEN
from rushes.settings import Settings
from rushes.store.job import Job
from rushes.store.pagination import Filter
from rushes.store.store import Store
from rushes.store.transaction import StoreError

INTERVAL = 1.0  # seconds between looks
LATE = 5 * 10**9  # nanoseconds that a job may be committed after the time it is stamped with
LONGEST_PAUSE = 30.0  # seconds until an unavailable database is asked again
_NS = 10**9


def follow_jobs(settings: Settings, wanted: Wanted, limit: int, *, as_json: bool) -> None:
    """Print the open jobs, at most `limit`, then changes until interrupted."""
    try:
        asyncio.run(_follow(settings, wanted, limit, as_json=as_json))
    except KeyboardInterrupt:
        raise SystemExit(INTERRUPTED) from None


async def _follow(settings: Settings, wanted: Wanted, limit: int, *, as_json: bool) -> None:
    click.echo(f"Following the jobs in {place_of(settings)} until interrupted", err=True)
    while True:
        async with existing_store(settings) as store:
            if store is not None:
                chosen = await resolved(wanted, store.api_keys)
                await _print_changes(Changes(store, chosen), limit, as_json=as_json)
        await asyncio.sleep(INTERVAL)


async def _print_changes(changes: Changes, limit: int, *, as_json: bool) -> None:
    backoff, first = Backoff(LONGEST_PAUSE), True
    while True:
        try:
            found = await changes.look()
        except StoreError as error:
            click.echo(f"{error}; trying again", err=True)
            await asyncio.sleep(backoff.next())
            continue
        backoff = Backoff(LONGEST_PAUSE)
        for job, before in found[-limit:] if first else found:
            click.echo(_line(job, before, as_json=as_json))
        first = False
        await asyncio.sleep(INTERVAL)


class Changes:
    """Compares the open jobs, and those made lately, with what they were at the last look."""

    def __init__(self, store: Store, wanted: Filter) -> None:
        self._store = store
        self._states = wanted.states
        self._wanted = replace(wanted, states=None)
        self._open = dict[str, Job]()
        self._recent = dict[str, int]()  # jobs that were seen, by when they were made
        self._since = int(unix_time() * _NS)

    async def look(self) -> list[tuple[Job, str | None]]:
        """Return the jobs that changed, and their earlier states; None for those not seen yet."""
        now = int(unix_time() * _NS)
        made = await self._store.jobs.made_since(self._wanted, self._since - LATE)
        found = {job.id: job for job in await self._store.jobs.open(self._wanted)}
        gone = [await self._store.jobs.get(i) for i in self._open if i not in found]
        changed = [
            *self._differing([job for job in gone if job is not None]),
            *self._differing(job for job in found.values()),
            # Those that were made and ended between two looks.
            *((job, None) for job in made if self._is_new(job) and job.state not in OPEN),
        ]
        self._recent = {job.id: job.created_ns for job in made}
        self._open, self._since = found, now
        wanted = self._states
        return [(job, state) for job, state in changed if wanted is None or job.state in wanted]

    def _is_new(self, job: Job) -> bool:
        return job.id not in self._recent and job.id not in self._open

    def _differing(self, jobs: Iterable[Job]) -> list[tuple[Job, str | None]]:
        return [
            (job, None if before is None else before.state)
            for job in jobs
            if (before := self._open.get(job.id)) is None
            or (before.state, before.provider, before.attempt)
            != (job.state, job.provider, job.attempt)
        ]


def _line(job: Job, before: str | None, *, as_json: bool) -> str:
    at = job.ended_at or unix_time()
    cost = None if job.cost is None else float(job.cost)
    if as_json:
        facts: dict[str, Any] = {
            "at": iso_time(at),
            "id": job.id,
            "from": before,
            "to": job.state,
            "model": job.model,
            "provider": job.provider,
            "owner": job.owner,
            "attempt": job.attempt,
            "cost": cost,
            "error": job.error,
        }
        return json.dumps(facts)
    moved = job.state if before in {None, job.state} else f"{before} → {job.state}"
    when = datetime.fromtimestamp(at).astimezone()
    more = [job.provider, *([f"${cost}"] if cost else []), *([job.error] if job.error else [])]
    return f"{when:%H:%M:%S} {job.id} {moved}  {plain(' '.join(more))}"

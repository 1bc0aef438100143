"""One job's way from its row to a stored video.

Every step is idempotent against the row: killed at any instant and run again, it goes on from the
last committed state. What was intended is committed before the upstream is asked.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from time import monotonic
from typing import Any

from openrouter.components import VideoGenerationRequest
from rushes.catalog.media import read_media
from rushes.jobs.states import ENDED, sources
from rushes.outputs.folder import OutputFolder, StorageError
from rushes.providers.base import (
    ForgottenError,
    LostError,
    Order,
    Provider,
    ProviderError,
    UpstreamJob,
)
from rushes.store.job import Job, Output
from rushes.store.sqlite import STORE_ERRORS, SqliteStore
from rushes.webhooks.sender import WebhookSender

MAX_ATTEMPTS = 3  # creates per job, when an upstream keeps losing it
PROGRESS_INTERVAL = 0.5  # seconds between commits of mere progress

log = logging.getLogger("rushes.jobs")


class FencedError(Exception):
    """Tell that the row moved on without us: someone cancelled or took over."""


@dataclass(frozen=True)
class Crew:
    """What a job needs: where rows and videos are kept, who makes them, who tells their end."""

    store: SqliteStore
    outputs: OutputFolder
    providers: Mapping[str, Provider]
    webhooks: WebhookSender


async def run(job: Job, crew: Crew) -> Job:
    """Bring a job to its end and return it as it ended.

    Only the store's own errors escape: the row is then as it was, and the job may be run again.
    """
    while job.state not in ENDED:
        try:
            job = await submit(job, crew)
            job = await follow(job, crew)
            output = await fetch(job, crew)
            job = await settle(job, output, crew)
        except LostError as lost:
            job = await retry(job, lost, crew)
        except (ProviderError, StorageError) as error:
            job = await fail(job, str(error), crew)
        except FencedError:
            job = _reread(job, crew)
        except STORE_ERRORS:
            raise
        except Exception:
            log.exception("job %s met an internal error", job.id)
            job = await fail(job, "An internal error ended this job; see the service's log", crew)
    if job.state != "completed":
        await abandon(job, crew)
    return job


async def submit(job: Job, crew: Crew) -> Job:
    """Commit the intent, have the upstream accept the order, commit its id."""
    if job.state in {"running", "storing"}:
        return job
    if job.state == "queued":
        job = await _advance(job, crew, "submitting", attempt=1)
    order = await asyncio.to_thread(_order, job, crew.store.request(job.id))
    upstream = await _provider(job, crew).create(order)
    return await _advance(job, crew, "running", upstream_id=upstream.id, progress=0.0)


async def follow(job: Job, crew: Crew) -> Job:
    """Wait until the upstream has made the video; commit progress now and then."""
    if job.state == "storing":
        return job
    provider, upstream, committed = _provider(job, crew), _upstream(job, crew), monotonic()
    while (progress := await provider.poll(upstream)).phase != "done":
        if progress.fraction > job.progress and monotonic() - committed >= PROGRESS_INTERVAL:
            job = await _advance(job, crew, "running", progress=progress.fraction)
            committed = monotonic()
        await asyncio.sleep(progress.check_after)
    return await _advance(job, crew, "storing", progress=1.0, report=progress.report)


async def fetch(job: Job, crew: Crew) -> Output:
    """Fetch the video's bytes into storage, whole or not at all; what is stored is not fetched."""
    name = f"{job.id}-0.mp4"
    stored = await crew.outputs.find(name)
    if stored is None:
        content = _provider(job, crew).download(_upstream(job, crew))
        stored = await crew.outputs.put(name, content)
    return Output(name=stored.name, size=stored.size, sha256=stored.sha256)


async def settle(job: Job, output: Output, crew: Crew) -> Job:
    """Commit the output, the cost and the end, all in one."""
    return await _advance(job, crew, "completed", outputs=(output,), cost=job.quote)


async def retry(job: Job, lost: LostError, crew: Crew) -> Job:
    """Intend another attempt after the upstream lost the job.

    A bounded number of times, unless a restart is the cause, which says nothing about the job.
    """
    current = _reread(job, crew)
    attempt = current.attempt + (not isinstance(lost, ForgottenError))
    if attempt > MAX_ATTEMPTS:
        return await fail(current, f"Given up after {current.attempt} attempts: {lost}", crew)
    changes = {"attempt": attempt, "upstream_id": None, "progress": 0.0}
    return await _move(current, crew, "submitting", changes) or _reread(current, crew)


async def fail(job: Job, reason: str, crew: Crew) -> Job:
    """End a job with a reason; a job that ended meanwhile stays as it ended."""
    return await _move(job, crew, "failed", {"error": reason}) or _reread(job, crew)


async def abandon(job: Job, crew: Crew) -> None:
    """Stop what the upstream may still be making of a job that has ended without a video."""
    if job.upstream_id is None or job.provider not in crew.providers:
        return
    try:
        await _provider(job, crew).cancel(_upstream(job, crew))
    except ProviderError as error:
        log.warning("job %s could not be stopped at its provider: %s", job.id, error)


async def _advance(job: Job, crew: Crew, state: str, **changes: Any) -> Job:
    moved = await _move(job, crew, state, changes)
    if moved is None:
        raise FencedError(job.id)
    return moved


async def _move(job: Job, crew: Crew, state: str, changes: Mapping[str, Any]) -> Job | None:
    changes = {"state": state, **changes}
    return await crew.store.update(job.id, where=sources(state), changes=changes)


def _reread(job: Job, crew: Crew) -> Job:
    current = crew.store.get(job.id)
    if current is None:
        raise KeyError(job.id)
    return current


def _provider(job: Job, crew: Crew) -> Provider:
    return crew.providers[job.provider]


def _order(job: Job, body: str) -> Order:
    """Return what to order; parsing a body full of pictures takes long, so not on the loop."""
    return Order(
        key=f"{job.id}-{job.attempt}",
        model=job.model,
        prompt=job.prompt,
        width=job.width,
        height=job.height,
        duration=job.duration,
        audio=job.audio,
        seed=job.seed,
        media=read_media(VideoGenerationRequest.model_validate_json(body)),
    )


def _upstream(job: Job, crew: Crew) -> UpstreamJob:
    if job.upstream_id is None:
        raise LostError("The upstream never told its id of this job")
    return UpstreamJob(job.upstream_id, job.model)

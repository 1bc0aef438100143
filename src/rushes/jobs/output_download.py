"""Fetches a paid video from its provider into storage, whole, in as many tries as that takes."""

from __future__ import annotations

from collections.abc import AsyncIterator

from rushes import tracing
from rushes.backoff import Backoff
from rushes.jobs.clock import boot_time, steady_time
from rushes.jobs.context import JobContext, upstream_of
from rushes.jobs.deadlines import reread, set_delay_reason
from rushes.jobs.measuring import measured
from rushes.providers.base import ChangedVideoError, LostError, ProviderError, TransientError
from rushes.storage.base import StorageError
from rushes.store.job import Job, Output
from rushes.wire.containers import BrokenVideoError

MIN_KEPT = 60.0  # seconds that a job is tried at least, even if it is taken up late
RESUMPTIONS = 4  # times in a row that a stream may break without a byte


class NotFetchedError(ProviderError):
    """A finished, perhaps paid video could not be stored while its provider kept it."""


def output_name(job: Job) -> str:
    """Return the name under which the video of a job is stored."""
    return f"{job.id}-0.mp4"


async def fetch(job: Job, context: JobContext, *, perhaps_stored: bool = True) -> Output:
    """Fetch a finished video into storage, and verify it; what is stored is not fetched again.

    Errors of the provider and of the disk are retried for as long as the provider keeps the video.
    Raises NotFetchedError after that, and LostError where another attempt costs only time.
    """
    name, backoff = output_name(job), Backoff()
    capabilities, stored = context.provider(job).capabilities, None
    until = boot_time() + _kept_for(job, capabilities.keeps_outputs)
    while stored is None:
        try:
            if perhaps_stored:
                stored = await context.storage.find(name)
            perhaps_stored = True
            if stored is None:
                with tracing.span("store", attributes={"rushes.output": name}) as storing:
                    stored = await context.storage.put(name, _whole(job, context))
                    storing.set({"rushes.output.bytes": stored.size})
        except (TransientError, LostError, BrokenVideoError, StorageError) as error:
            if isinstance(error, LostError) and capabilities.on_lost_response == "resubmit":
                raise
            seconds = backoff.next()
            if boot_time() + seconds > until:
                raise NotFetchedError(f"The video was made, but not stored: {error}") from error
            await set_delay_reason(job, context, str(error))
            await context.signals.wait(job.id, seconds)
            job = await reread(job, context)
    return Output(name=stored.name, size=stored.size, sha256=stored.sha256)


def _kept_for(job: Job, seconds: float) -> float:
    """Return how long a provider that keeps videos for some seconds still has this one.

    A job that is taken up after a long time is tried for a while, whatever the clock says.
    """
    left = job.updated_at + seconds - steady_time(seconds)
    return min(max(left, MIN_KEPT), seconds)


async def _whole(job: Job, context: JobContext) -> AsyncIterator[bytes]:
    """Yield a video's bytes as one stream, resumed where the provider's breaks off."""
    upstream = upstream_of(job)
    if upstream is None:
        raise LostError("The upstream never returned its id of this job")
    start, failures = 0, 0
    backoff = Backoff()
    while True:
        try:
            with measured(context.metrics, job.provider, "download"):
                async for block in context.provider(job).download(upstream, start):
                    start += len(block)
                    failures, backoff = 0, Backoff()
                    yield block
        except ChangedVideoError:
            raise
        except TransientError:
            failures += 1
            if failures > RESUMPTIONS or not start:
                raise
        else:
            return
        await context.signals.wait(job.id, backoff.next())

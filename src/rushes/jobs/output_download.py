"""A paid video is fetched here: from its provider into storage, whole, however often that takes."""

from __future__ import annotations

from collections.abc import AsyncIterator

from rushes.jobs.clock import boot_time, steady_time
from rushes.jobs.context import JobContext, upstream_of
from rushes.jobs.deadlines import note, reread
from rushes.providers.base import ChangedVideoError, LostError, ProviderError, TransientError
from rushes.storage.base import StorageError
from rushes.storage.mp4_check import BrokenVideoError
from rushes.store.job import Job, Output

FIRST_PAUSE = 0.5  # seconds until a failed fetch is tried again; it doubles
LONGEST_PAUSE = 60.0
RESUMPTIONS = 4  # times in a row that a stream may break without a byte


class NotFetchedError(ProviderError):
    """Tell that a finished, perhaps paid video could not be stored while its provider kept it."""


async def fetch(job: Job, context: JobContext, *, perhaps_stored: bool = True) -> Output:
    """Fetch a finished video into storage, and verify it; what is stored is not fetched again.

    Trouble, be it the provider's or the disk's, is waited out for as long as the provider keeps
    the video. Raises NotFetchedError then, and LostError where another costs only time.
    """
    name, pause = f"{job.id}-0.mp4", FIRST_PAUSE
    capabilities, stored = context.provider(job).capabilities, None
    until = boot_time() + _kept_for(job, capabilities.keeps_outputs)
    while stored is None:
        try:
            if perhaps_stored:
                stored = await context.storage.find(name)
            perhaps_stored = True
            if stored is None:
                stored = await context.storage.put(name, _whole(job, context))
        except (TransientError, LostError, BrokenVideoError, StorageError) as error:
            if isinstance(error, LostError) and capabilities.on_lost_response == "resubmit":
                raise
            if boot_time() + pause > until:
                raise NotFetchedError(f"The video was made, but not stored: {error}") from error
            await note(job, context, str(error))
            await context.signals.wait(job.id, pause)
            job = await reread(job, context)
            pause = min(2 * pause, LONGEST_PAUSE)
    return Output(name=stored.name, size=stored.size, sha256=stored.sha256)


def _kept_for(job: Job, seconds: float) -> float:
    """Return how long a provider that keeps videos for some seconds has this one still.

    A job that comes back after a long time is tried for a while, whatever the clock says.
    """
    left = job.updated_at + seconds - steady_time(seconds)
    return min(max(left, LONGEST_PAUSE), seconds)


async def _whole(job: Job, context: JobContext) -> AsyncIterator[bytes]:
    """Yield a video's bytes as one stream, taken up again where the provider's breaks off."""
    upstream = upstream_of(job)
    if upstream is None:
        raise LostError("The upstream never told its id of this job")
    provider, start, failures = context.provider(job), 0, 0
    while True:
        try:
            async for block in provider.download(upstream, start):
                start += len(block)
                failures = 0
                yield block
        except ChangedVideoError:
            raise
        except TransientError:
            failures += 1
            if failures > RESUMPTIONS or not start:
                raise
        else:
            return
        await context.signals.wait(job.id, min(FIRST_PAUSE * 2**failures, LONGEST_PAUSE))

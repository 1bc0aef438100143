"""The stored video of a job that another one continues."""

from __future__ import annotations

from rushes.jobs.context import JobContext
from rushes.providers.base import NotAcceptedError, PreviousVideo, RefusedError
from rushes.storage.base import MissingOutputError, StorageError
from rushes.store.job import Job

MAX_BYTES = 512 * 1024 * 1024


def previous_video(job: Job, context: JobContext) -> PreviousVideo:
    """Return a finished job's video, which is read from storage when it is needed."""

    async def read() -> bytes:
        output = job.outputs[0] if job.outputs and job.removed_at is None else None
        if output is None:
            raise _gone(job)
        if output.size > MAX_BYTES:
            problem = f"has {output.size} bytes, more than the {MAX_BYTES} that can be continued"
            raise RefusedError(f"The video of {job.id} {problem}", cause="input")
        try:
            stored = await context.storage.open(output.name)
            try:
                return b"".join([block async for block in stored.blocks(0, stored.size)])
            finally:
                stored.close()
        except MissingOutputError:
            raise _gone(job) from None
        except (StorageError, EOFError) as error:
            problem = "The previous video could not be read"
            raise NotAcceptedError(f"{problem}: {error}") from error

    return PreviousVideo(job.report, read)


def _gone(job: Job) -> RefusedError:
    return RefusedError(f"The video of {job.id}, to be continued, is gone", cause="input")

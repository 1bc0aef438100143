"""How the jobs of the SDK have ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rushes.wire import ending

if TYPE_CHECKING:
    from rushes.wire.job import VideoGenerationResponse

Ending = ending.Ending


def ending_of(job: VideoGenerationResponse) -> Ending | None:
    """Return how a job has ended, None if it goes on."""
    return ending.ending_of(job.status, job.error, has_urls=bool(job.unsigned_urls or job.urls))

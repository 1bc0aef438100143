"""What only a Rushes service says of a job: the object `rushes` of its responses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rushes.wire import VideoGenerationResponse


def details_of(job: VideoGenerationResponse) -> dict[str, Any]:
    """Return a service's own details of a job; empty from other services."""
    details = (job.model_extra or {}).get("rushes")
    return details if isinstance(details, dict) else {}


def reported_progress(job: VideoGenerationResponse) -> float | None:
    """Return how much of a job is done, from 0 to 1, if the service reports it."""
    progress = details_of(job).get("progress")
    if isinstance(progress, bool) or not isinstance(progress, int | float):
        return None
    return float(progress)

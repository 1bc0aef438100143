"""What only a Rushes service says of a job: the object `rushes` of its responses."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rushes.wire import VideoGenerationResponse


def details_of(job: VideoGenerationResponse) -> dict[str, Any]:
    """Return a service's own details of a job; empty from other services."""
    details = (job.model_extra or {}).get("rushes")
    return details if isinstance(details, dict) else {}


def number_of(job: VideoGenerationResponse, name: str) -> float | None:
    value = details_of(job).get(name)
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        return None
    return float(value)


def text_of(job: VideoGenerationResponse, name: str) -> str:
    value = details_of(job).get(name)
    return value if isinstance(value, str) else ""


def reported_progress(job: VideoGenerationResponse) -> float | None:
    """Return how much of a job is done, from 0 to 1, if the service reports it."""
    return number_of(job, "progress")

"""What Rushes' service says about a job beyond the contract: the object `rushes`."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rushes.wire.job import VideoGenerationResponse


def extension_of(job: VideoGenerationResponse) -> Mapping[str, Any]:
    """Return the object, an empty one if the service sent none."""
    found = (job.model_extra or {}).get("rushes")
    return found if isinstance(found, dict) else {}


def number_of(job: VideoGenerationResponse, name: str) -> float | None:
    value = extension_of(job).get(name)
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        return None
    return float(value)


def text_of(job: VideoGenerationResponse, name: str) -> str:
    value = extension_of(job).get(name)
    return value if isinstance(value, str) else ""

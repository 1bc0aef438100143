"""The operations on videos: those of the contract, and what goes beyond it."""

from __future__ import annotations

from openrouter.operations.base import (
    Frames,
    GenerateArguments,
    Job,
    Provider,
    References,
    Trace,
)
from openrouter.operations.batches import BatchOperations
from openrouter.operations.follow import FollowOperations
from openrouter.operations.jobs import JobOperations

__all__ = [
    "Frames",
    "GenerateArguments",
    "Job",
    "Provider",
    "References",
    "Trace",
    "VideoGeneration",
]


class VideoGeneration(BatchOperations, FollowOperations, JobOperations):
    """Submit, poll, download; `OpenRouter.video_generation`."""

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
from openrouter.operations.jobs import JobOperations
from openrouter.operations.waits import WaitOperations

__all__ = [
    "Frames",
    "GenerateArguments",
    "Job",
    "Provider",
    "References",
    "Trace",
    "VideoGeneration",
]


class VideoGeneration(WaitOperations, JobOperations):
    """Submit, poll, download; `OpenRouter.video_generation`."""

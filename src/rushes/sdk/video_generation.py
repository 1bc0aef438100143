"""The operations on videos: those of the contract, and what goes beyond it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rushes.sdk._params import Frames, Provider, References, Trace
from rushes.sdk.methods.base import Job
from rushes.sdk.methods.batches import BatchOperations
from rushes.sdk.methods.jobs import JobOperations
from rushes.sdk.methods.streaming import FollowOperations

__all__ = [
    "Frames",
    "GenerateArguments",
    "Job",
    "Provider",
    "References",
    "Trace",
    "VideoGeneration",
]


if TYPE_CHECKING:
    from rushes.sdk._params import GenerateArguments


class VideoGeneration(BatchOperations, FollowOperations, JobOperations):
    """Submit, poll, download; `OpenRouter.video_generation`."""


def __getattr__(name: str) -> Any:
    if name == "GenerateArguments":
        from rushes.sdk._params import GenerateArguments

        return GenerateArguments
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

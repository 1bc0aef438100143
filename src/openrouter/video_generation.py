"""The operations on videos: those of the contract, and what goes beyond it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from openrouter.operations.base import (
    Frames,
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


if TYPE_CHECKING:
    from openrouter.parameters import GenerateArguments


class VideoGeneration(BatchOperations, FollowOperations, JobOperations):
    """Submit, poll, download; `OpenRouter.video_generation`."""


def __getattr__(name: str) -> Any:
    if name == "GenerateArguments":
        from openrouter.parameters import GenerateArguments  # noqa: PLC0415 - for annotations only

        return GenerateArguments
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

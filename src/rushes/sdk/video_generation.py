"""The operations on videos: those of the contract, and what goes beyond it."""

from rushes.sdk._params import Frames, GenerateArguments, Provider, References, Trace
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


class VideoGeneration(BatchOperations, FollowOperations, JobOperations):
    """Submit, poll, download; `OpenRouter.video_generation`."""

"""The operations on videos: those of the contract, and what goes beyond it."""

from types import FunctionType

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


# Errors about arguments name the class that programs know.
for _class in VideoGeneration.__mro__[1:-1]:
    for _method in vars(_class).values():
        if isinstance(_method, FunctionType):
            _method.__qualname__ = f"{VideoGeneration.__name__}.{_method.__name__}"

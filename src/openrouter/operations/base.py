"""What all operations have in common."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar, Union, cast

import openrouter as parts
from openrouter import calls, components
from openrouter.generation import Generation, Home
from openrouter.transport import AsyncTransport, Transport
from openrouter.types import OptionalNullable

if TYPE_CHECKING:
    from openrouter.calls import CallOptions
    from openrouter.video_generation import VideoGeneration

T = TypeVar("T")

LISTENERS = 32  # streams of events at once, so that connections are left for everything else

# In quotes, since what they name is loaded only where one is made.
Frames = Iterable["components.FrameImage | components.FrameImageTypedDict"]
References = Iterable["components.InputReference | components.InputReferenceTypedDict"]
Provider = Union[
    "components.VideoGenerationRequestProvider",
    "components.VideoGenerationRequestProviderTypedDict",
]
Trace = Union["components.TraceConfig", "components.TraceConfigTypedDict"]
Job = components.VideoGenerationResponse
Retries = OptionalNullable["parts.utils.RetryConfig"]


class Operations:
    """Operations through a pair of transports."""

    def __init__(self, transport: Transport, async_transport: AsyncTransport) -> None:
        self._transport = transport
        self._async_transport = async_transport
        self._seats = threading.BoundedSemaphore(LISTENERS)

    @cached_property
    def _catalogues(self) -> parts.limits.Catalogues:
        return parts.limits.Catalogues()

    def _bound(self, job: Job, options: CallOptions) -> Generation:
        """Return a job that knows where it came from."""
        return Generation.of(job, Home(cast("VideoGeneration", self), options))


async def made(make: Callable[[calls.Arguments], T], arguments: calls.Arguments) -> T:
    """Return what `make` makes of arguments; where files are to be read, a thread does it."""
    if calls.reads_files(arguments):
        return await parts.eventloop.in_thread(make, arguments)
    return make(arguments)

"""What all operations have in common."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Required, TypedDict, TypeVar, Union, cast

from openrouter import calls, components, eventloop, limits, waiting
from openrouter.generation import Generation, Home
from openrouter.retries import RetryConfig
from openrouter.sources import Source, Sources
from openrouter.transport import AsyncTransport, Transport
from openrouter.types import OptionalNullable

if TYPE_CHECKING:
    from openrouter.calls import CallOptions
    from openrouter.video_generation import VideoGeneration

T = TypeVar("T")

# In quotes, since the models of requests are loaded only where one is made.
Frames = Iterable["components.FrameImage | components.FrameImageTypedDict"]
References = Iterable["components.InputReference | components.InputReferenceTypedDict"]
Provider = Union[
    "components.VideoGenerationRequestProvider",
    "components.VideoGenerationRequestProviderTypedDict",
]
Trace = Union["components.TraceConfig", "components.TraceConfigTypedDict"]
Job = components.VideoGenerationResponse


class GenerateArguments(TypedDict, total=False):
    """The arguments of `generate`, for the methods that pass them on."""

    model: Required[str]
    http_referer: str | None
    x_open_router_title: str | None
    x_open_router_categories: str | None
    aspect_ratio: components.VideoGenerationRequestAspectRatio | None
    callback_url: str | None
    creativity: int | None
    duration: int | None
    frame_images: Frames | None
    generate_audio: bool | None
    input_references: References | None
    previous_job_id: str | None
    prompt: str | None
    provider: Provider | None
    resolution: components.VideoGenerationRequestResolution | None
    seed: int | None
    session_id: str | None
    size: str | None
    trace: Trace | None
    upscale_factor: float | None
    user: str | None
    retries: OptionalNullable[RetryConfig]
    server_url: str | None
    timeout_ms: int | None
    http_headers: Mapping[str, str] | None
    idempotency_key: str | None
    validate: bool
    first_frame: Source | None
    last_frame: Source | None
    references: Sources | None
    max_cost: float | None


class Operations:
    """Operations through a pair of transports."""

    def __init__(self, transport: Transport, async_transport: AsyncTransport) -> None:
        self._transport = transport
        self._async_transport = async_transport
        self._catalogues = limits.Catalogues()
        self._seats = threading.BoundedSemaphore(waiting.LISTENERS)

    def _bound(self, job: Job, options: CallOptions) -> Generation:
        """Return a job that knows where it came from."""
        return Generation.of(job, Home(cast("VideoGeneration", self), options))


async def made(make: Callable[[calls.Arguments], T], arguments: calls.Arguments) -> T:
    """Return what `make` makes of arguments; where files are to be read, a thread does it."""
    if calls.reads_files(arguments):
        return await eventloop.in_thread(make, arguments)
    return make(arguments)

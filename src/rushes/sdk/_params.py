"""The arguments of the public methods and of the client, and the types that they are made of."""

from __future__ import annotations

import os
from collections.abc import AsyncGenerator, Awaitable, Callable, Generator, Iterable, Mapping
from datetime import datetime
from typing import Annotated, Any, Protocol, Required, Union

from pydantic_core import core_schema
from typing_extensions import TypedDict

from rushes import wire
from rushes.sdk._logging import Logger
from rushes.sdk.retry_config import RetryConfig
from rushes.wire.base import OptionalNullable
from rushes.wire.job import VideoGenerationResponse

Arguments = Mapping[str, Any]  # the keyword arguments of one public method, by name
APIKey = str | Callable[[], str | None] | None
Retries = OptionalNullable[RetryConfig]
FilePath = str | os.PathLike[str]
Moment = datetime | float  # or unix seconds
OnProgress = Callable[[VideoGenerationResponse], object]
OnProgressAsync = Callable[[VideoGenerationResponse], Awaitable[object] | object]
OnBytes = Callable[[int, int | None], object]
OnBytesAsync = Callable[[int, int | None], Awaitable[object] | object]

Jobs = Generator[VideoGenerationResponse, None, None]
AsyncJobs = AsyncGenerator[VideoGenerationResponse, None]

# In quotes, so that the models are only loaded where one is made.
Frames = Iterable["wire.FrameImage | wire.FrameImageTypedDict"]
References = Iterable["wire.InputReference | wire.InputReferenceTypedDict"]
Provider = Union[
    "wire.VideoGenerationRequestProvider",
    "wire.VideoGenerationRequestProviderTypedDict",
]
Trace = Union["wire.TraceConfig", "wire.TraceConfigTypedDict"]


class BinaryFile(Protocol):
    """A file open for writing in binary mode; `write` may return how much it took."""

    def write(self, data: bytes, /) -> Any: ...


class Readable(Protocol):
    def read(self, size: int, /) -> bytes: ...


class Picture(Protocol):
    @property
    def mode(self) -> str: ...

    def save(self, fp: Any, format: str | None = ..., **params: Any) -> None: ...  # noqa: A002 - Pillow's


class AsyncReadable(Protocol):
    def read(self, size: int, /) -> Awaitable[bytes]: ...


class Upload(Protocol):
    """An upload of a framework, with the file that its content is in."""

    @property
    def file(self) -> Any: ...


class Pixels(Protocol):
    @property
    def __array_interface__(self) -> Any: ...


class _Unchecked:
    """Mark what pydantic cannot check where it validates the call of a method."""

    @classmethod
    def __get_pydantic_core_schema__(cls, *_: object) -> core_schema.CoreSchema:
        return core_schema.any_schema()


# A URL, a path, the bytes of a file, an open file, an upload, a Pillow image or an array of pixels.
Source = Annotated[
    Union[  # noqa: UP007 - so that it has a meaning at run time, too
        str,
        os.PathLike[str],
        bytes,
        bytearray,
        memoryview,
        Readable,
        AsyncReadable,
        Upload,
        Picture,
        Pixels,
    ],
    _Unchecked,
]
# One source need not be in a list.
Sources = Union[Source, Iterable[Source]]  # noqa: UP007 - as above


class GenerateArguments(TypedDict, total=False):
    """The arguments of `generate`, for the methods that pass them on."""

    model: Required[str]
    http_referer: str | None
    x_open_router_title: str | None
    x_open_router_categories: str | None
    aspect_ratio: wire.VideoGenerationRequestAspectRatio | None
    callback_url: str | None
    creativity: int | None
    duration: int | None
    frame_images: Frames | None
    generate_audio: bool | None
    input_references: References | None
    previous_job_id: str | None
    prompt: str | None
    provider: Provider | None
    resolution: wire.VideoGenerationRequestResolution | None
    seed: int | None
    session_id: str | None
    size: str | None
    trace: Trace | None
    upscale_factor: float | None
    user: str | None
    retries: Retries
    server_url: str | None
    timeout_ms: int | None
    http_headers: Mapping[str, str] | None
    idempotency_key: str | None
    validate: bool
    first_frame: Source | None
    last_frame: Source | None
    references: Sources | None
    max_cost: float | None
    extra_body: Mapping[str, Any] | None
    extra_query: Mapping[str, Any] | None


class SaveOptions(TypedDict, total=False):
    """The options of `download` that a job's `save` passes on."""

    index: int
    resume: bool
    overwrite: bool
    progress: bool


class DownloadOptions(SaveOptions, total=False):
    """The options of `download`, except `on_progress`."""

    server_url: str | None
    timeout_ms: int | None
    http_headers: Mapping[str, str] | None


class ClientOptions(TypedDict, total=False):
    """The settings that `OpenRouter.with_options` changes, as its constructor takes them."""

    api_key: APIKey
    http_referer: str | None
    x_open_router_title: str | None
    x_open_router_categories: str | None
    server: str | None
    url_params: dict[str, str] | None
    server_url: str | None
    retry_config: Retries
    timeout_ms: int | None
    debug_logger: Logger
    supports_idempotency_keys: bool | None

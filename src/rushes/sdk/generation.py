"""A job: its state as last seen, and everything that can be done with it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Protocol, Self, Unpack, overload

from pydantic import PrivateAttr

from rushes.sdk._endings import ending_of
from rushes.sdk._params import (
    BinaryFile,
    FilePath,
    OnBytes,
    OnBytesAsync,
    OnProgress,
    OnProgressAsync,
    SaveOptions,
)
from rushes.wire.job import VideoGenerationResponse
from rushes.wire.response_info import attach_response, response_of

if TYPE_CHECKING:
    from rushes.sdk._endpoints import CallOptions
    from rushes.sdk._player import Entry

__all__ = ["Generation"]


class VideoMethods(Protocol):
    """The methods of the client that a job uses."""

    def get_generation(self, *args: Any, **kwargs: Any) -> Generation: ...
    async def get_generation_async(self, *args: Any, **kwargs: Any) -> Generation: ...
    def wait(self, *args: Any, **kwargs: Any) -> Generation: ...
    async def wait_async(self, *args: Any, **kwargs: Any) -> Generation: ...
    def download(self, *args: Any, **kwargs: Any) -> Path | None: ...
    async def download_async(self, *args: Any, **kwargs: Any) -> Path | None: ...
    def _poster(self, *args: Any, **kwargs: Any) -> bytes: ...


class ClientHandle:
    """The client that a job came from; it stays behind when the job is pickled."""

    def __init__(
        self, videos: VideoMethods | None = None, options: CallOptions | None = None
    ) -> None:
        self._videos = videos
        self._options = options

    @property
    def videos(self) -> VideoMethods:
        if self._videos is None:
            raise ValueError(
                "This generation has no client. Use video_generation.resume(generation), or "
                "video_generation.download(generation, …)"
            )
        return self._videos

    @property
    def arguments(self) -> dict[str, Any]:
        """The options of the call that returned the job."""
        names = ("server_url", "timeout_ms", "http_headers") if self._options else ()
        return {name: getattr(self._options, name) for name in names}

    def __deepcopy__(self, memo: object) -> Self:
        return self

    def __reduce__(self) -> tuple[type[ClientHandle], tuple[()]]:
        return ClientHandle, ()


class Generation(VideoGenerationResponse):
    """A job, as it was when the service returned it. It equals the plain response.

    Its methods use the client that it came from, with the same `server_url`, `timeout_ms` and
    `http_headers`. One that was unpickled or made by hand has no client, and its methods raise
    `ValueError`. Jupyter shows a completed one as a player.
    """

    _plain: ClassVar = VideoGenerationResponse

    _handle: ClientHandle = PrivateAttr(default_factory=ClientHandle)
    _saved: Path | None = PrivateAttr(default=None)

    @classmethod
    def of(cls, job: VideoGenerationResponse, handle: ClientHandle) -> Generation:
        given = job.model_fields_set
        values = {name: value for name, value in job.__dict__.items() if name in given}
        values |= job.model_extra or {}
        generation = cls._as_given(values, {"_handle": handle, "_saved": None})
        attach_response(generation, response_of(job))
        return generation

    @property
    def done(self) -> bool:
        """Return whether it has ended, successfully or not."""
        return ending_of(self) is not None

    @property
    def succeeded(self) -> bool:
        """Return whether the video is completed."""
        return ending_of(self) == "completed"

    def to_dict(self) -> dict[str, Any]:
        """Return it as in JSON; `video_generation.resume` accepts that, in any process.

        It contains signed URLs, but not the key.
        """
        return self.model_dump(mode="json")

    def refresh(self) -> Generation:
        """Return it as it is now; see `video_generation.get_generation`."""
        return self._handle.videos.get_generation(job_id=self.id, **self._handle.arguments)

    async def refresh_async(self) -> Generation:
        """Await `refresh`."""
        return await self._handle.videos.get_generation_async(
            job_id=self.id, **self._handle.arguments
        )

    def wait(
        self,
        poll_interval: float | None = None,
        timeout: float | None = 600.0,
        on_progress: OnProgress | None = None,
        *,
        progress: bool = False,
    ) -> Generation:
        """Wait until it is completed; see `video_generation.wait`."""
        return self._handle.videos.wait(
            self, poll_interval, timeout, on_progress, progress=progress, **self._handle.arguments
        )

    async def wait_async(
        self,
        poll_interval: float | None = None,
        timeout: float | None = 600.0,  # noqa: ASYNC109 - of the job, not the call
        on_progress: OnProgressAsync | None = None,
        *,
        progress: bool = False,
    ) -> Generation:
        """Await `wait`."""
        return await self._handle.videos.wait_async(
            self, poll_interval, timeout, on_progress, progress=progress, **self._handle.arguments
        )

    @overload
    def save(
        self,
        to: FilePath | None = ...,
        *,
        on_progress: OnBytes | None = ...,
        **options: Unpack[SaveOptions],
    ) -> Path: ...

    @overload
    def save(
        self,
        to: BinaryFile,
        *,
        on_progress: OnBytes | None = ...,
        **options: Unpack[SaveOptions],
    ) -> None: ...

    def save(self, to: FilePath | BinaryFile | None = None, **options: Any) -> Path | None:
        """Download the video; see `video_generation.download`.

        Raises:
            ConflictResponseError: it is not completed; call `wait` first.
        """
        path = self._handle.videos.download(self, to, **self._handle.arguments, **options)
        return self._note(path, options)

    @overload
    async def save_async(
        self,
        to: FilePath | None = ...,
        *,
        on_progress: OnBytesAsync | None = ...,
        **options: Unpack[SaveOptions],
    ) -> Path: ...

    @overload
    async def save_async(
        self,
        to: BinaryFile,
        *,
        on_progress: OnBytesAsync | None = ...,
        **options: Unpack[SaveOptions],
    ) -> None: ...

    async def save_async(
        self, to: FilePath | BinaryFile | None = None, **options: Any
    ) -> Path | None:
        """Await `save`."""
        path = await self._handle.videos.download_async(
            self, to, **self._handle.arguments, **options
        )
        return self._note(path, options)

    def _note(self, path: Path | None, options: Mapping[str, Any]) -> Path | None:
        if path is not None and not options.get("index"):
            self._saved = path.absolute()
        return path

    def _repr_html_(self) -> str:
        from rushes.sdk import _player

        return _player.html(self._entry())[0]

    def _entry(self, title: str = "") -> Entry:
        from rushes.sdk._player import Entry, Source

        def download(to: BinaryFile) -> None:
            self._handle.videos.download(self, to, **self._handle.arguments)

        def poster() -> bytes:
            return self._handle.videos._poster(self.id, **self._handle.arguments)

        return Entry(self, Source(lambda: self._saved, download, poster), title)

"""A job at hand: its state as last seen, and everything that can be done with it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, Self, overload

from pydantic import PrivateAttr

from rushes.sdk._params import (
    BinaryFile,
    FilePath,
    OnBytes,
    OnBytesAsync,
    OnProgress,
    OnProgressAsync,
)
from rushes.wire.job import VideoGenerationResponse
from rushes.wire.response_info import keep_response, response_of

if TYPE_CHECKING:
    from rushes.sdk._endpoints import CallOptions

__all__ = ["FINAL", "Generation"]


class VideoMethods(Protocol):
    """What a job does through the client that it came from."""

    def get_generation(self, *args: Any, **kwargs: Any) -> Generation: ...
    async def get_generation_async(self, *args: Any, **kwargs: Any) -> Generation: ...
    def wait(self, *args: Any, **kwargs: Any) -> Generation: ...
    async def wait_async(self, *args: Any, **kwargs: Any) -> Generation: ...
    def download(self, *args: Any, **kwargs: Any) -> Path | None: ...
    async def download_async(self, *args: Any, **kwargs: Any) -> Path | None: ...


FINAL = frozenset({"completed", "failed", "cancelled", "expired"})


class Home:
    """The client that a job came from; it stays behind when the job is pickled."""

    def __init__(
        self, videos: VideoMethods | None = None, options: CallOptions | None = None
    ) -> None:
        self._videos = videos
        self._options = options

    @property
    def videos(self) -> VideoMethods:
        """Return the operations of the client that the generation came from.

        Raises:
            ValueError: it is not known any more.
        """
        if self._videos is None:
            raise ValueError(
                "This generation knows no client any more; give it one by "
                "video_generation.resume(it), or use video_generation.download(it, …)"
            )
        return self._videos

    @property
    def arguments(self) -> dict[str, Any]:
        """Return the options that the job was asked for with."""
        names = ("server_url", "timeout_ms", "http_headers") if self._options else ()
        return {name: getattr(self._options, name) for name in names}

    def __deepcopy__(self, memo: object) -> Self:
        return self

    def __reduce__(self) -> tuple[type[Home], tuple[()]]:
        return Home, ()


class Generation(VideoGenerationResponse):
    """A job, as it was when it was asked for. It equals the plain response.

    What it is asked to do, it does through the client it came from, with the same `server_url`,
    `timeout_ms` and `http_headers`. One that was unpickled or made by hand has no client and raises
    `ValueError`. Jupyter shows a completed one as a player.
    """

    _home: Home = PrivateAttr(default_factory=Home)
    _saved: Path | None = PrivateAttr(default=None)

    @classmethod
    def of(cls, job: VideoGenerationResponse, home: Home) -> Generation:
        """Make one of a job."""
        told = job.model_fields_set
        values = {name: value for name, value in job.__dict__.items() if name in told}
        values |= job.model_extra or {}
        made = cls._as_given(values, {"_home": home, "_saved": None})
        keep_response(made, response_of(job))
        return made

    @property
    def done(self) -> bool:
        """Return whether it has ended, well or not."""
        return self.status in FINAL

    @property
    def succeeded(self) -> bool:
        """Return whether the video is there."""
        return self.status == "completed"

    def to_dict(self) -> dict[str, Any]:
        """Return it as JSON has it; `video_generation.resume` takes that, in any process.

        Signed addresses are in it, the key is not.
        """
        return self.model_dump(mode="json")

    def refresh(self) -> Generation:
        """Ask how it is doing and return it as it is now; see `video_generation.get_generation`."""
        return self._home.videos.get_generation(job_id=self.id, **self._home.arguments)

    async def refresh_async(self) -> Generation:
        """Await `refresh`."""
        return await self._home.videos.get_generation_async(job_id=self.id, **self._home.arguments)

    def wait(
        self,
        poll_interval: float | None = None,
        timeout: float | None = 600.0,
        on_progress: OnProgress | None = None,
        *,
        progress: bool = False,
    ) -> Generation:
        """Wait for it and return it completed; see `video_generation.wait`."""
        return self._home.videos.wait(
            self, poll_interval, timeout, on_progress, progress=progress, **self._home.arguments
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
        return await self._home.videos.wait_async(
            self, poll_interval, timeout, on_progress, progress=progress, **self._home.arguments
        )

    @overload
    def save(
        self,
        to: FilePath | None = ...,
        *,
        index: int = ...,
        on_progress: OnBytes | None = ...,
        resume: bool = ...,
        overwrite: bool = ...,
        progress: bool = ...,
    ) -> Path: ...

    @overload
    def save(
        self,
        to: BinaryFile,
        *,
        index: int = ...,
        on_progress: OnBytes | None = ...,
        resume: bool = ...,
        overwrite: bool = ...,
        progress: bool = ...,
    ) -> None: ...

    def save(self, to: FilePath | BinaryFile | None = None, **options: Any) -> Path | None:
        """Download the video; see `video_generation.download`.

        Raises:
            ConflictResponseError: it is not completed; `refresh` or `wait` first.
        """
        path = self._home.videos.download(self, to, **self._home.arguments, **options)
        return self._note(path, options)

    @overload
    async def save_async(
        self,
        to: FilePath | None = ...,
        *,
        index: int = ...,
        on_progress: OnBytesAsync | None = ...,
        resume: bool = ...,
        overwrite: bool = ...,
        progress: bool = ...,
    ) -> Path: ...

    @overload
    async def save_async(
        self,
        to: BinaryFile,
        *,
        index: int = ...,
        on_progress: OnBytesAsync | None = ...,
        resume: bool = ...,
        overwrite: bool = ...,
        progress: bool = ...,
    ) -> None: ...

    async def save_async(
        self, to: FilePath | BinaryFile | None = None, **options: Any
    ) -> Path | None:
        """Await `save`."""
        path = await self._home.videos.download_async(
            self,
            to,
            **self._home.arguments,
            **options,
        )
        return self._note(path, options)

    def _note(self, path: Path | None, options: Mapping[str, Any]) -> Path | None:
        if path is not None and not options.get("index"):
            self._saved = path.absolute()
        return path

    def _repr_html_(self) -> str:
        from rushes.sdk import _repr_html

        def download(to: BinaryFile) -> None:
            self._home.videos.download(self, to, **self._home.arguments)

        return _repr_html.html(self, self._saved, download)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, VideoGenerationResponse):
            return NotImplemented
        return self.__dict__ == other.__dict__ and self.model_extra == other.model_extra

    __hash__ = None  # type: ignore[assignment]  # as every model that can be changed

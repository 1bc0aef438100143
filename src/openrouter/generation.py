"""A finished generation: the job, and a hand on its video."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, overload

from pydantic import PrivateAttr

from openrouter.components.response import VideoGenerationResponse

if TYPE_CHECKING:
    from openrouter.calls import CallOptions
    from openrouter.downloads import OnBytes, OnBytesAsync
    from openrouter.operations.downloads import DownloadOperations
    from openrouter.targets import BinaryFile, FilePath

__all__ = ["Generation"]


class Home:
    """Where a generation can be fetched from; it stays behind when the generation is pickled."""

    def __init__(
        self, videos: DownloadOperations | None = None, options: CallOptions | None = None
    ) -> None:
        self._videos = videos
        self._options = options

    @property
    def videos(self) -> DownloadOperations:
        """Return the operations of the client that the generation came from.

        Raises:
            ValueError: it is not known any more.
        """
        if self._videos is None:
            raise ValueError(
                "This generation knows no client any more; use video_generation.download(it, …)"
            )
        return self._videos

    @property
    def arguments(self) -> dict[str, Any]:
        """Return the options that the job was waited for with."""
        names = ("server_url", "timeout_ms", "http_headers") if self._options else ()
        return {name: getattr(self._options, name) for name in names}

    def __deepcopy__(self, memo: object) -> Self:
        return self

    def __reduce__(self) -> tuple[type[Home], tuple[()]]:
        return Home, ()


class Generation(VideoGenerationResponse):
    """A completed job. It equals the plain response, and Jupyter shows it as a player."""

    _home: Home = PrivateAttr(default_factory=Home)
    _saved: Path | None = PrivateAttr(default=None)

    @classmethod
    def of(cls, job: VideoGenerationResponse, home: Home) -> Generation:
        """Make one of a job."""
        fields: Mapping[str, Any] = {**job.__dict__, **(job.model_extra or {})}
        made = cls.model_construct(job.model_fields_set, **fields)
        made._home = home
        return made

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
            ValueError: it was unpickled or made by hand, so there is no client to do it.
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
        from openrouter import player  # noqa: PLC0415 - only notebooks need it

        return player.html(self, self._saved, self._home)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, VideoGenerationResponse):
            return NotImplemented
        return self.__dict__ == other.__dict__ and self.model_extra == other.model_extra

    __hash__ = None  # type: ignore[assignment]  # as every model that can be changed

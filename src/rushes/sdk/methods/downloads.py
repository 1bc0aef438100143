"""Downloading completed videos."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Unpack, overload

from rushes.sdk import _endpoints, _service_endpoints
from rushes.sdk._params import (
    Arguments,
    BinaryFile,
    DownloadOptions,
    FilePath,
    OnBytes,
    OnBytesAsync,
)
from rushes.sdk._scalars import flag, integer
from rushes.sdk.methods.base import Job, Operations

if TYPE_CHECKING:
    from rushes.sdk import _download


class DownloadOperations(Operations):
    """Download a video."""

    @overload
    def download(
        self,
        job_id: Job | str,
        to: FilePath | None = ...,
        *,
        on_progress: OnBytes | None = ...,
        **options: Unpack[DownloadOptions],
    ) -> Path: ...

    @overload
    def download(
        self,
        job_id: Job | str,
        to: BinaryFile,
        *,
        on_progress: OnBytes | None = ...,
        **options: Unpack[DownloadOptions],
    ) -> None: ...

    def download(
        self,
        job_id: Job | str,
        to: FilePath | BinaryFile | None = None,
        *,
        index: int = 0,
        on_progress: OnBytes | None = None,
        resume: bool = True,
        overwrite: bool = False,
        progress: bool = False,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> Path | None:
        """Download the video number `index` of a completed job; return the path of the file.

        `to` is a path, a directory in which the file is named after the job (None: the current
        one), or a file object open for writing in binary mode, which stays open; then None is
        returned. The file appears when the video is complete and on the disk; until then it is
        beside it as a `.part` file. A lost connection is resumed where it broke. With `resume`, so
        is an earlier, interrupted call, if the service can confirm that the video is the same;
        otherwise the download starts over. Once bytes have arrived, an outage of up to two minutes
        is tolerated. An existing file is only replaced with `overwrite`, and keeps its permissions;
        a link is followed, and a device or a pipe is written into. `on_progress` gets the
        bytes so far and in total (None if unknown); `progress` shows it in a notebook, and
        elsewhere as a bar on stderr. If the service refuses the video and the job has a signed URL,
        the video is downloaded from there, without the key.

        Raises:
            ConflictResponseError: the job is not completed.
            GoneResponseError: the output is no longer kept.
            DownloadError: the response is not a video, or not a complete one.
            OpenRouterError: the service refused for another reason.
            httpx.TransportError: the connection stays broken; call again to resume.
            FileExistsError: the file exists.
            OSError: the file cannot be written, or the disk is full.
            ImportError: `progress` outside a notebook needs rich, which is not installed.
        """
        from rushes.sdk import _download, _progress_bar

        video = _download_of(locals())
        with _progress_bar.shown_download(progress, on_progress) as listener:
            _download.download(self._client, video, listener)
        return video.path

    @overload
    async def download_async(
        self,
        job_id: Job | str,
        to: FilePath | None = ...,
        *,
        on_progress: OnBytesAsync | None = ...,
        **options: Unpack[DownloadOptions],
    ) -> Path: ...

    @overload
    async def download_async(
        self,
        job_id: Job | str,
        to: BinaryFile,
        *,
        on_progress: OnBytesAsync | None = ...,
        **options: Unpack[DownloadOptions],
    ) -> None: ...

    async def download_async(
        self,
        job_id: Job | str,
        to: FilePath | BinaryFile | None = None,
        *,
        index: int = 0,
        on_progress: OnBytesAsync | None = None,
        resume: bool = True,
        overwrite: bool = False,
        progress: bool = False,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> Path | None:
        """Await `download`; what `on_progress` returns is awaited if it can be."""
        from rushes.sdk import _download, _progress_bar

        video = _download_of(locals())
        with _progress_bar.shown_download(progress, on_progress) as listener:
            await _download.download_async(self._async_client, video, listener)
        return video.path

    def _poster(self, job_id: str, **options: Any) -> bytes:
        """Return the picture that Rushes' service makes of a completed video.

        Raises:
            OpenRouterError: there is none, or the service refused.
        """
        call = _service_endpoints.poster(job_id, _endpoints.CallOptions.of(options))
        return self._client.send(call)


def _download_of(arguments: Arguments) -> _download.Download:
    from rushes.sdk import _download, _sinks

    job, index = arguments["job_id"], integer("index", arguments["index"])
    resume, overwrite = (flag(name, arguments[name]) for name in ("resume", "overwrite"))
    job_id = _endpoints.job_id_of(job)
    name = f"{job_id}-{index}" if index else job_id
    sink = _sinks.sink_for(arguments["to"], name, resume=resume, overwrite=overwrite)
    options = _endpoints.CallOptions.of(arguments)
    signed = None if isinstance(job, str) else _download.signed_url(job, index)
    return _download.Download(job_id, index, sink, options, resume=resume, signed=signed)

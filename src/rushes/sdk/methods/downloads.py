"""Downloading what is finished."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, overload

from rushes.sdk import _endpoints
from rushes.sdk._params import BinaryFile, FilePath, OnBytes, OnBytesAsync
from rushes.sdk.methods.base import Job, Operations

if TYPE_CHECKING:
    from rushes.sdk import _download, _sinks


class DownloadOperations(Operations):
    """Bring a video home."""

    @overload
    def download(
        self,
        job_id: Job | str,
        to: FilePath | None = ...,
        *,
        index: int = ...,
        on_progress: OnBytes | None = ...,
        resume: bool = ...,
        overwrite: bool = ...,
        progress: bool = ...,
        server_url: str | None = ...,
        timeout_ms: int | None = ...,
        http_headers: Mapping[str, str] | None = ...,
    ) -> Path: ...

    @overload
    def download(
        self,
        job_id: Job | str,
        to: BinaryFile,
        *,
        index: int = ...,
        on_progress: OnBytes | None = ...,
        resume: bool = ...,
        overwrite: bool = ...,
        progress: bool = ...,
        server_url: str | None = ...,
        timeout_ms: int | None = ...,
        http_headers: Mapping[str, str] | None = ...,
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
        """Download a finished video, the one number `index`; return the path of the file.

        `to` is a path, a directory in which the file is named after the job (None: the current
        one), or a file object open for writing in binary, which is left open; then None is
        returned. A path gets its file only when the video is whole and on the disk; until then it
        is beside it in a `.part` file. A lost connection is resumed where it broke, and with
        `resume` so is what an earlier, interrupted call left, if the service can tell that the
        video is still the same; otherwise it starts over. Once bytes have arrived, an outage is
        borne for two minutes without a new one. An existing file is replaced only with
        `overwrite`. `on_progress` gets the bytes so far and in all (None if unknown); `progress`
        draws a bar on stderr. If the service refuses the video, or does not have it, and the job
        is given with a signed address, it is taken from there, without the key.

        Raises:
            ConflictResponseError: the job is not finished.
            GoneResponseError: the output is no longer kept.
            DownloadError: what came is no video, or not all of one.
            OpenRouterError: the service refused for another reason.
            httpx.TransportError: the connection stays broken; call again to resume.
            FileExistsError: there is a file of that name.
            OSError: it cannot be written, or there is no room for it.
            ImportError: `progress` needs rich, which is not installed.
        """
        from rushes.sdk import _download, _progress_bar, _sinks

        target = _target_of(to, job_id, index, resume=resume, overwrite=overwrite)
        options = _endpoints.CallOptions(
            server_url=server_url, timeout_ms=timeout_ms, http_headers=http_headers
        )
        whole = _download_of(job_id, index, target, options, resume=resume)
        with _progress_bar.of_bytes(progress, on_progress) as told:
            _download.download(self._transport, whole, told)
        return target.path if isinstance(target, _sinks.PathTarget) else None

    @overload
    async def download_async(
        self,
        job_id: Job | str,
        to: FilePath | None = ...,
        *,
        index: int = ...,
        on_progress: OnBytesAsync | None = ...,
        resume: bool = ...,
        overwrite: bool = ...,
        progress: bool = ...,
        server_url: str | None = ...,
        timeout_ms: int | None = ...,
        http_headers: Mapping[str, str] | None = ...,
    ) -> Path: ...

    @overload
    async def download_async(
        self,
        job_id: Job | str,
        to: BinaryFile,
        *,
        index: int = ...,
        on_progress: OnBytesAsync | None = ...,
        resume: bool = ...,
        overwrite: bool = ...,
        progress: bool = ...,
        server_url: str | None = ...,
        timeout_ms: int | None = ...,
        http_headers: Mapping[str, str] | None = ...,
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
        from rushes.sdk import _download, _progress_bar, _sinks

        target = _target_of(to, job_id, index, resume=resume, overwrite=overwrite)
        options = _endpoints.CallOptions(
            server_url=server_url, timeout_ms=timeout_ms, http_headers=http_headers
        )
        whole = _download_of(job_id, index, target, options, resume=resume)
        with _progress_bar.of_bytes(progress, on_progress) as told:
            await _download.download_async(self._async_transport, whole, told)
        return target.path if isinstance(target, _sinks.PathTarget) else None


def _download_of(
    job: Job | str,
    index: int,
    target: _sinks.PathTarget | _sinks.FileTarget,
    options: _endpoints.CallOptions,
    *,
    resume: bool,
) -> _download.Download:
    from rushes.sdk import _download

    signed = None if isinstance(job, str) else _download.signed_address(job, index)
    job_id = _endpoints.job_id_of(job)
    return _download.Download(job_id, index, target, options, resume=resume, signed=signed)


def _target_of(
    to: FilePath | BinaryFile | None,
    job: Job | str,
    index: int,
    *,
    resume: bool,
    overwrite: bool,
) -> _sinks.PathTarget | _sinks.FileTarget:
    from rushes.sdk import _sinks

    if to is not None and not isinstance(to, str | os.PathLike):
        return _sinks.FileTarget(to)
    job_id = _endpoints.job_id_of(job)
    name = f"{job_id}-{index}" if index else job_id
    return _sinks.PathTarget(to, name, resume=resume, overwrite=overwrite)

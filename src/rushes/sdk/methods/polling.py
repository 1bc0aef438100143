"""Waiting for what was submitted."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Unpack

from rushes.sdk import _endpoints
from rushes.sdk._params import FilePath, GenerateArguments, OnProgress, OnProgressAsync
from rushes.sdk.generation import Generation
from rushes.sdk.methods.base import Job
from rushes.sdk.methods.downloads import DownloadOperations
from rushes.sdk.methods.official import ContractOperations


class WaitOperations(ContractOperations, DownloadOperations):
    """Wait for a job, from its submission or from where it is."""

    def wait(
        self,
        job_id: Job | str,
        poll_interval: float | None = None,
        timeout: float | None = _endpoints.DEFAULT_TIMEOUT,
        on_progress: OnProgress | None = None,
        *,
        progress: bool = False,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> Generation:
        """Wait for a job, given by itself or by its id, and return it completed.

        It is asked at once, then after growing pauses (faster where the service tells progress), or
        every `poll_interval` seconds; a pause that the service asks for comes first. A service that
        offers events is listened to between the polls, unless there is a `poll_interval`. Failed
        polls that may pass are borne for `timeout` seconds, None is for ever. `on_progress` gets
        every answer; `progress` draws a bar on stderr. Nothing is lost by interrupting it: wait
        again, from any process.

        Raises:
            GenerationError: the job failed, was cancelled or expired; its subclasses tell which.
            WaitTimeoutError: the job is not finished. It goes on.
            OpenRouterError: the service refused the poll; its subclasses tell why.
            ValueError: the id cannot be one, or a time is not positive.
            ImportError: `progress` needs rich, which is not installed.
        """
        from rushes.sdk import _polling, _progress_bar

        options = _endpoints.CallOptions(
            retries=None, server_url=server_url, timeout_ms=timeout_ms, http_headers=http_headers
        )
        watch = _polling.Watch(job_id, options, _polling.Pace(poll_interval, timeout))
        with _progress_bar.of_job(progress, on_progress) as told:
            return self._bound(_polling.wait(self._transport, watch, told, self._seats), options)

    async def wait_async(
        self,
        job_id: Job | str,
        poll_interval: float | None = None,
        timeout: float | None = _endpoints.DEFAULT_TIMEOUT,  # noqa: ASYNC109 - of the job, not the call
        on_progress: OnProgressAsync | None = None,
        *,
        progress: bool = False,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> Generation:
        """Await `wait`; what `on_progress` returns is awaited if it can be."""
        from rushes.sdk import _polling, _progress_bar

        options = _endpoints.CallOptions(
            retries=None, server_url=server_url, timeout_ms=timeout_ms, http_headers=http_headers
        )
        watch = _polling.Watch(job_id, options, _polling.Pace(poll_interval, timeout))
        with _progress_bar.of_job(progress, on_progress) as told:
            job = await _polling.wait_async(self._async_transport, watch, told, self._seats)
            return self._bound(job, options)

    def generate_and_wait(
        self,
        *,
        poll_interval: float | None = None,
        timeout: float | None = _endpoints.DEFAULT_TIMEOUT,
        on_progress: OnProgress | None = None,
        progress: bool = False,
        **arguments: Unpack[GenerateArguments],
    ) -> Generation:
        """Submit a video as `generate` does and `wait` for it.

        `timeout` counts from the submission's answer, which is also the first that `on_progress`
        gets: keep its id to take up the wait after a crash. What ends the wait early, an interrupt
        too, has the id in a note.

        Raises:
            OpenRouterError: as `generate` and `wait`.
            httpx.TransportError: no answer to the submission, as `generate`.
        """
        from rushes.sdk import _polling, _progress_bar

        pace = _polling.Pace(poll_interval, timeout)
        options = _options_of_polls(arguments)
        with _progress_bar.of_job(progress, on_progress) as told:
            job = self.generate(**arguments)
            with _polling.job_in_notes(job):
                if told is not None:
                    told(job)
                watch = _polling.Watch(job, options, pace)
                done = _polling.wait(self._transport, watch, told, self._seats)
        return self._bound(done, options)

    async def generate_and_wait_async(
        self,
        *,
        poll_interval: float | None = None,
        timeout: float | None = _endpoints.DEFAULT_TIMEOUT,  # noqa: ASYNC109 - of the job, not the call
        on_progress: OnProgressAsync | None = None,
        progress: bool = False,
        **arguments: Unpack[GenerateArguments],
    ) -> Generation:
        """Await `generate_and_wait`; what `on_progress` returns is awaited if it can be."""
        from rushes.sdk import _polling, _progress_bar

        pace = _polling.Pace(poll_interval, timeout)
        options = _options_of_polls(arguments)
        with _progress_bar.of_job(progress, on_progress) as told:
            job = await self.generate_async(**arguments)
            with _polling.job_in_notes(job):
                await _polling.tell(told, job)
                watch = _polling.Watch(job, options, pace)
                done = await _polling.wait_async(self._async_transport, watch, told, self._seats)
        return self._bound(done, options)

    def generate_to_file(
        self,
        to: FilePath,
        *,
        overwrite: bool = False,
        poll_interval: float | None = None,
        timeout: float | None = _endpoints.DEFAULT_TIMEOUT,
        on_progress: OnProgress | None = None,
        progress: bool = False,
        **arguments: Unpack[GenerateArguments],
    ) -> Path:
        """Submit a video, wait for it and save it; return the path of the file.

        As `generate_and_wait`, then `download` of the first video. That a file can be put there is
        found out before anything is paid, by making an empty one beside it.

        Raises:
            OpenRouterError: as those.
            FileExistsError: there is a file of that name, and no `overwrite`.
            FileNotFoundError: there is no such directory.
            OSError: nothing can be written there.
        """
        from rushes.sdk import _polling, _sinks

        _sinks.check_place(to, overwrite)
        job = self.generate_and_wait(
            poll_interval=poll_interval,
            timeout=timeout,
            on_progress=on_progress,
            progress=progress,
            **arguments,
        )
        with _polling.job_in_notes(job):
            return job.save(to, overwrite=overwrite, progress=progress)

    async def generate_to_file_async(
        self,
        to: FilePath,
        *,
        overwrite: bool = False,
        poll_interval: float | None = None,
        timeout: float | None = _endpoints.DEFAULT_TIMEOUT,  # noqa: ASYNC109 - of the job, not the call
        on_progress: OnProgressAsync | None = None,
        progress: bool = False,
        **arguments: Unpack[GenerateArguments],
    ) -> Path:
        """Await `generate_to_file`; what `on_progress` returns is awaited if it can be."""
        from rushes.sdk import _concurrency, _polling, _sinks

        await _concurrency.in_thread(_sinks.check_place, to, overwrite)
        job = await self.generate_and_wait_async(
            poll_interval=poll_interval,
            timeout=timeout,
            on_progress=on_progress,
            progress=progress,
            **arguments,
        )
        with _polling.job_in_notes(job):
            return await job.save_async(to, overwrite=overwrite, progress=progress)

    def resume(
        self,
        job_id: Job | Mapping[str, Any] | str,
        *,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> Generation:
        """Take up a job of another process or client, by its id, its `to_dict()` or itself.

        Only for an id the service is asked, as by `get_generation`.

        Raises:
            OpenRouterError: the service refused; its subclasses tell why.
            pydantic.ValidationError: it is no job.
        """
        if isinstance(job_id, str):
            return self.get_generation(
                job_id=job_id,
                server_url=server_url,
                timeout_ms=timeout_ms,
                http_headers=http_headers,
            )
        options = _endpoints.CallOptions(
            server_url=server_url, timeout_ms=timeout_ms, http_headers=http_headers
        )
        return self._bound(_job_of(job_id), options)

    async def resume_async(
        self,
        job_id: Job | Mapping[str, Any] | str,
        *,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> Generation:
        """Await `resume`."""
        if isinstance(job_id, str):
            return await self.get_generation_async(
                job_id=job_id,
                server_url=server_url,
                timeout_ms=timeout_ms,
                http_headers=http_headers,
            )
        options = _endpoints.CallOptions(
            server_url=server_url, timeout_ms=timeout_ms, http_headers=http_headers
        )
        return self._bound(_job_of(job_id), options)


def _job_of(given: Job | Mapping[str, Any]) -> Job:
    return given if isinstance(given, Job) else Job.model_validate(given)


def _options_of_polls(arguments: Mapping[str, Any]) -> _endpoints.CallOptions:
    # `retries` is said of the submission; a wait bears failed polls by its own rule.
    names = {name for name in _endpoints.CallOptions._fields if name in arguments} - {"retries"}
    return _endpoints.CallOptions(retries=None, **{name: arguments[name] for name in names})

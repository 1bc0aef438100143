"""Waiting for jobs."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Unpack

from rushes.sdk import _endpoints
from rushes.sdk._callbacks import in_thread, notify
from rushes.sdk._params import FilePath, GenerateArguments, OnProgress, OnProgressAsync
from rushes.sdk._scalars import flag
from rushes.sdk.generation import Generation
from rushes.sdk.methods.base import Job
from rushes.sdk.methods.downloads import DownloadOperations
from rushes.sdk.methods.official import ContractOperations


class WaitOperations(ContractOperations, DownloadOperations):
    """Wait for a job that was submitted before, or submit it and wait."""

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
        """Wait until a job, given as itself or by its id, is completed, and return it.

        It is polled at once, then after growing pauses (shorter where the service reports
        progress), or every `poll_interval` seconds; a pause that the service asks for takes
        precedence, but a Rushes service only shortens it. Between the polls the service's events
        are used, if it has any and there is no `poll_interval`. Transient errors are tolerated for
        `timeout` seconds; None means no timeout. `on_progress` gets every response; `progress`
        shows the job in a notebook, and elsewhere as a bar on stderr. The wait can be interrupted
        and continued later, from any process.

        Raises:
            GenerationError: the job failed, was cancelled or expired; its subclasses say which.
            WaitTimeoutError: the job is not finished. It goes on.
            OpenRouterError: the service refused the poll; its subclasses say why.
            ValueError: the id is not valid, or a time is not positive.
            ImportError: `progress` outside a notebook needs rich, which is not installed.
        """
        from rushes.sdk import _polling, _progress_bar

        options = _options_of_polls(locals())
        poller = _polling.Poller(job_id, options, _polling.PollOptions(poll_interval, timeout))
        with _progress_bar.shown(progress, on_progress, poller.job_id) as listener:
            return self._bound(
                _polling.wait(self._client, poller, listener, self._stream_slots), options
            )

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

        options = _options_of_polls(locals())
        poller = _polling.Poller(job_id, options, _polling.PollOptions(poll_interval, timeout))
        with _progress_bar.shown(progress, on_progress, poller.job_id) as listener:
            job = await _polling.wait_async(
                self._async_client, poller, listener, self._stream_slots
            )
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

        `timeout` counts from the response to the submission, which is also the first that
        `on_progress` gets: keep its id to continue the wait after a crash. Any error that ends the
        wait early, including an interrupt, has the id in a note.

        Raises:
            OpenRouterError: as `generate` and `wait`.
            httpx.TransportError: no response to the submission, as `generate`.
        """
        from rushes.sdk import _polling, _progress_bar

        poll_options = _polling.PollOptions(poll_interval, timeout)
        options = _options_of_polls(arguments)
        with _progress_bar.shown(progress, on_progress) as listener:
            job = self.generate(**arguments)
            with _polling.note_job_id_on_error(job):
                if listener is not None:
                    listener(job)
                poller = _polling.Poller(job, options, poll_options)
                done = _polling.wait(self._client, poller, listener, self._stream_slots)
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

        poll_options = _polling.PollOptions(poll_interval, timeout)
        options = _options_of_polls(arguments)
        with _progress_bar.shown(progress, on_progress) as listener:
            job = await self.generate_async(**arguments)
            with _polling.note_job_id_on_error(job):
                await notify(listener, job)
                poller = _polling.Poller(job, options, poll_options)
                done = await _polling.wait_async(
                    self._async_client, poller, listener, self._stream_slots
                )
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

        As `generate_and_wait`, then `download` of the first video. Before anything is paid, an
        empty file is created beside `to` to check that it can be written.

        Raises:
            OpenRouterError: as those.
            FileExistsError: the file exists, and `overwrite` is not set.
            FileNotFoundError: the directory does not exist.
            OSError: the file cannot be written.
        """
        from rushes.sdk import _polling, _sinks

        overwrite = flag("overwrite", overwrite)
        _sinks.check_writable(to, overwrite)
        job = self.generate_and_wait(
            poll_interval=poll_interval,
            timeout=timeout,
            on_progress=on_progress,
            progress=progress,
            **arguments,
        )
        with _polling.note_job_id_on_error(job):
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
        from rushes.sdk import _polling, _sinks

        overwrite = flag("overwrite", overwrite)
        await in_thread(_sinks.check_writable, to, overwrite)
        job = await self.generate_and_wait_async(
            poll_interval=poll_interval,
            timeout=timeout,
            on_progress=on_progress,
            progress=progress,
            **arguments,
        )
        with _polling.note_job_id_on_error(job):
            return await job.save_async(to, overwrite=overwrite, progress=progress)

    def resume(
        self,
        job_id: Job | Mapping[str, Any] | str,
        *,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> Generation:
        """Return a job of another process or client, given by its id, its `to_dict()` or itself.

        The service is only asked for an id, as by `get_generation`.

        Raises:
            OpenRouterError: the service refused; its subclasses say why.
            pydantic.ValidationError: the dict is not a job.
        """
        options = _endpoints.CallOptions.of(locals())
        if isinstance(job_id, str):
            return self.get_generation(job_id=job_id, **options._asdict())
        job = job_id if isinstance(job_id, Job) else Job.model_validate(job_id)
        return self._bound(job, options)

    async def resume_async(
        self,
        job_id: Job | Mapping[str, Any] | str,
        *,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> Generation:
        """Await `resume`."""
        options = _endpoints.CallOptions.of(locals())
        if isinstance(job_id, str):
            return await self.get_generation_async(job_id=job_id, **options._asdict())
        job = job_id if isinstance(job_id, Job) else Job.model_validate(job_id)
        return self._bound(job, options)


def _options_of_polls(arguments: Mapping[str, Any]) -> _endpoints.CallOptions:
    # `retries` belongs to the submission; a wait tolerates failed polls by its own rule.
    return _endpoints.CallOptions.of({**arguments, "retries": None})

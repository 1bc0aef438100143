"""Following a job: its states as they come, from the service's events or from polls."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncGenerator, Generator, Mapping
from typing import TYPE_CHECKING

from rushes.sdk import _endpoints, errors
from rushes.sdk.generation import Generation
from rushes.sdk.methods.base import Job, Operations

if TYPE_CHECKING:
    from rushes.sdk import _polling, _sse


class FollowOperations(Operations):
    """Follow a job's states."""

    def iter_updates(
        self,
        job_id: Job | str,
        poll_interval: float | None = None,
        timeout: float | None = _endpoints.DEFAULT_TIMEOUT,
        *,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> Generator[Generation, None, None]:
        """Yield a job, given by itself or by its id, whenever it has changed, until it has ended.

        It is asked as by `wait`, so this works on every server; how the job ended is for the caller
        to see: `succeeded` of the last one tells.

        Raises:
            WaitTimeoutError: the job has not ended. It goes on.
            OpenRouterError: the service refused the poll; its subclasses tell why.
            ValueError: the id cannot be one, or a time is not positive.
        """
        from rushes.sdk import _polling

        options = _options(server_url, timeout_ms, http_headers)
        watch = _polling.Watch(job_id, options, _polling.Pace(poll_interval, timeout))
        return self._changes(watch, options)

    def iter_updates_async(
        self,
        job_id: Job | str,
        poll_interval: float | None = None,
        timeout: float | None = _endpoints.DEFAULT_TIMEOUT,
        *,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> AsyncGenerator[Generation, None]:
        """As `iter_updates`, for `async for`."""
        from rushes.sdk import _polling

        options = _options(server_url, timeout_ms, http_headers)
        watch = _polling.Watch(job_id, options, _polling.Pace(poll_interval, timeout))
        return self._changes_async(watch, options)

    def events(
        self,
        job_id: Job | str,
        *,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> Generator[Generation, None, None]:
        """Follow a job, given by itself or by its id: yield each of its states, the final one last.

        The first is the present one. A broken connection is made anew.

        Raises:
            NotSupportedByServerError: the server has no such operation; `iter_updates` needs none.
            OpenRouterError: the service refused; its subclasses tell why.
            ValueError: the id cannot be one.
            APIConnectionError: the connection breaks again and again.
        """
        from rushes.sdk import _sse

        options = _options(server_url, timeout_ms, http_headers)
        return self._events(_sse.Feed(_endpoints.job_id_of(job_id), options), options)

    def events_async(
        self,
        job_id: Job | str,
        *,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> AsyncGenerator[Generation, None]:
        """As `events`, for `async for`."""
        from rushes.sdk import _sse

        options = _options(server_url, timeout_ms, http_headers)
        return self._events_async(_sse.Feed(_endpoints.job_id_of(job_id), options), options)

    def _changes(
        self, watch: _polling.Watch, options: _endpoints.CallOptions
    ) -> Generator[Generation, None, None]:
        from rushes.sdk import _polling

        last: Job | None = None
        answers = _polling.updates(self._transport, watch, self._seats)
        # The one that tells of a failure has been yielded by then.
        with contextlib.suppress(errors.GenerationError), contextlib.closing(answers):
            for job in answers:
                if job != last:
                    last = job
                    yield self._bound(job, options)

    async def _changes_async(
        self, watch: _polling.Watch, options: _endpoints.CallOptions
    ) -> AsyncGenerator[Generation, None]:
        from rushes.sdk import _polling

        last: Job | None = None
        answers = _polling.updates_async(self._async_transport, watch, self._seats)
        with contextlib.suppress(errors.GenerationError):
            async with contextlib.aclosing(answers):
                async for job in answers:
                    if job != last:
                        last = job
                        yield self._bound(job, options)

    def _events(
        self, feed: _sse.Feed, options: _endpoints.CallOptions
    ) -> Generator[Generation, None, None]:
        from rushes.sdk import _sse

        with contextlib.closing(_sse.follow(self._transport, feed)) as states:
            for job in states:
                yield self._bound(job, options)

    async def _events_async(
        self, feed: _sse.Feed, options: _endpoints.CallOptions
    ) -> AsyncGenerator[Generation, None]:
        from rushes.sdk import _sse

        async with contextlib.aclosing(_sse.follow_async(self._async_transport, feed)) as states:
            async for job in states:
                yield self._bound(job, options)


def _options(
    server_url: str | None, timeout_ms: int | None, http_headers: Mapping[str, str] | None
) -> _endpoints.CallOptions:
    # A wait bears failed polls by its own rule, and a stream is taken up again.
    return _endpoints.CallOptions(
        retries=None, server_url=server_url, timeout_ms=timeout_ms, http_headers=http_headers
    )

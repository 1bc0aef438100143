"""Following a job: its states as they change, from the service's events or from polls."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from rushes.sdk import _endpoints, errors
from rushes.sdk._endpoints import CallOptions
from rushes.sdk.methods.base import AsyncGenerations, Generations, Job, Operations

if TYPE_CHECKING:
    from rushes.sdk import _polling, _sse


class FollowOperations(Operations):
    """Follow the states of a job."""

    def iter_updates(
        self,
        job_id: Job | str,
        poll_interval: float | None = None,
        timeout: float | None = _endpoints.DEFAULT_TIMEOUT,
        *,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> Generations:
        """Yield a job, given as itself or by its id, whenever it has changed, until it has ended.

        It is polled as by `wait`, so this works with every server. A job that failed raises no
        error: look at `succeeded` of the last one.

        Raises:
            WaitTimeoutError: the job has not ended. It goes on.
            OpenRouterError: the service refused the poll; its subclasses say why.
            ValueError: the id is not valid, or a time is not positive.
        """
        from rushes.sdk import _polling

        options = _options(locals())
        poller = _polling.Poller(job_id, options, _polling.PollOptions(poll_interval, timeout))
        return self._changes(poller, options)

    def iter_updates_async(
        self,
        job_id: Job | str,
        poll_interval: float | None = None,
        timeout: float | None = _endpoints.DEFAULT_TIMEOUT,
        *,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> AsyncGenerations:
        """As `iter_updates`, for `async for`."""
        from rushes.sdk import _polling

        options = _options(locals())
        poller = _polling.Poller(job_id, options, _polling.PollOptions(poll_interval, timeout))
        return self._changes_async(poller, options)

    def events(
        self,
        job_id: Job | str,
        *,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> Generations:
        """Yield each state of a job, given as itself or by its id, from the present to the final.

        A lost connection is reopened.

        Raises:
            NotSupportedByServerError: the server has no events; `iter_updates` works without them.
            OpenRouterError: the service refused; its subclasses say why.
            ValueError: the id is not valid.
            APIConnectionError: the connection breaks again and again.
        """
        from rushes.sdk import _sse

        options = _options(locals())
        return self._events(_sse.Feed(_endpoints.job_id_of(job_id), options), options)

    def events_async(
        self,
        job_id: Job | str,
        *,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> AsyncGenerations:
        """As `events`, for `async for`."""
        from rushes.sdk import _sse

        options = _options(locals())
        return self._events_async(_sse.Feed(_endpoints.job_id_of(job_id), options), options)

    def _changes(self, poller: _polling.Poller, options: CallOptions) -> Generations:
        from rushes.sdk import _polling

        last: Job | None = None
        responses = _polling.updates(self._client, poller, self._stream_slots)
        # The failed state has been yielded by then.
        with contextlib.suppress(errors.GenerationError), contextlib.closing(responses):
            for job in responses:
                if job != last:
                    last = job
                    yield self._bound(job, options)

    async def _changes_async(
        self, poller: _polling.Poller, options: CallOptions
    ) -> AsyncGenerations:
        from rushes.sdk import _polling

        last: Job | None = None
        responses = _polling.updates_async(self._async_client, poller, self._stream_slots)
        with contextlib.suppress(errors.GenerationError):
            async with contextlib.aclosing(responses):
                async for job in responses:
                    if job != last:
                        last = job
                        yield self._bound(job, options)

    def _events(self, feed: _sse.Feed, options: CallOptions) -> Generations:
        from rushes.sdk import _sse

        with contextlib.closing(_sse.follow(self._client, feed)) as states:
            for job in states:
                yield self._bound(job, options)

    async def _events_async(self, feed: _sse.Feed, options: CallOptions) -> AsyncGenerations:
        from rushes.sdk import _sse

        async with contextlib.aclosing(_sse.follow_async(self._async_client, feed)) as states:
            async for job in states:
                yield self._bound(job, options)


def _options(arguments: Mapping[str, Any]) -> CallOptions:
    # A wait tolerates failed polls by its own rule, and a stream reconnects.
    return CallOptions.of({**arguments, "retries": None})

"""Waiting for a job: how often to poll, which errors to tolerate, when to give up.

`Poller` decides; the functions below it send and wait. Where the service offers events, a pause is
spent listening to them. Only polls decide whether a job has ended.
"""

from __future__ import annotations

import contextlib
import math
import random
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import anyio
import httpx

from rushes.sdk import _endpoints, _sse, errors
from rushes.sdk._callbacks import notify
from rushes.sdk._endings import Ending, ending_of
from rushes.sdk._endpoints import DEFAULT_TIMEOUT
from rushes.sdk._params import AsyncJobs, Jobs, OnProgress, OnProgressAsync
from rushes.sdk._retry import full_jitter, is_transient_error, retry_after_seconds
from rushes.sdk._scalars import number
from rushes.sdk._server_features import is_rushes
from rushes.sdk._service_details import reported_progress
from rushes.wire import VideoGenerationResponse

if TYPE_CHECKING:
    from rushes.sdk._base_client import AsyncAPIClient, SyncAPIClient
    from rushes.sdk._endpoints import APICall, CallOptions, PollResult

POLL_TIMEOUT = 30.0  # seconds for one poll
MAX_RETRY_AFTER = 300.0  # seconds; a service that asks for more is polled earlier
SHORTEST_PAUSE = 0.1  # seconds
STALL_TIMEOUT = 20.0  # seconds without a sign of life from a stream of events
MAX_LISTENING = 30.0  # seconds between two polls, whatever the events say

_UNSUCCESSFUL: dict[Ending, type[errors.GenerationError]] = {
    "failed": errors.GenerationFailedError,
    "cancelled": errors.GenerationCancelledError,
    "expired": errors.GenerationExpiredError,
}


@dataclass(frozen=True, slots=True)
class PollOptions:
    """How often to poll and how long to wait, in seconds.

    Without `poll_interval` the pauses adapt; without `timeout` the wait has no end.
    """

    poll_interval: float | None = None
    timeout: float | None = DEFAULT_TIMEOUT

    def __post_init__(self) -> None:
        for name in ("poll_interval", "timeout"):
            if (given := getattr(self, name)) is not None:
                object.__setattr__(self, name, number(name, given))
        if self.poll_interval is not None and not 0 < self.poll_interval < math.inf:
            raise ValueError("poll_interval must be a positive number of seconds")
        if self.timeout is not None and not self.timeout >= 0:
            raise ValueError("timeout must not be negative; None means no timeout")


class Poller:
    """The polls of one job, from now on."""

    def __init__(
        self,
        job: VideoGenerationResponse | str,
        options: CallOptions,
        poll_options: PollOptions,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.job_id = _endpoints.job_id_of(job)
        self._options = options
        self._interval = poll_options.poll_interval
        self._timeout = math.inf if poll_options.timeout is None else poll_options.timeout
        self._clock = clock
        self._deadline = clock() + self._timeout
        self._last: PollResult | None = None
        self._polls = 0
        self._failures = 0
        self._listens = poll_options.poll_interval is None
        self._stop_listening_at = math.inf

    def call(self) -> APICall[PollResult]:
        """Return the next poll, which may not take longer than the wait."""
        # The first poll has a second in any case, for a connection has to be made, and the last
        # one, which is at the deadline, a tenth of the wait.
        least = min(self._timeout / 10, 1.0) if self._polls or self._failures else 1.0
        left = max(self._deadline - self._clock(), least)
        return _endpoints.poll(self.job_id, self._options, POLL_TIMEOUT, left)

    def after_response(self, polled: PollResult) -> float | None:
        """Return the pause before the next poll, None if the job is completed."""
        job = polled.job
        ending = ending_of(job)
        if ending == "completed":
            return None
        if ending is not None:
            raise _UNSUCCESSFUL[ending](job, polled.response)
        self._last = polled
        self._failures = 0
        self._polls += 1
        own, asked = self._own_pause(job), retry_after_seconds(polled.response.headers)
        if asked is not None and is_rushes(polled.response):  # it says when the job may be done
            own, asked = min(own, max(asked, SHORTEST_PAUSE)), None
        return self._within_time(asked, own, None)

    def after_error(self, error: errors.OpenRouterError | httpx.RequestError) -> float:
        """Return the pause after a failed poll; raise the error if it is not transient."""
        # A success without a job, such as the page of a proxy, says nothing about the job.
        is_page = getattr(error, "status_code", None) in range(200, 300)
        if not is_page and not is_transient_error(error):
            raise error
        retry_after = None if is_page else getattr(error, "retry_after", None)
        self._failures += 1
        return self._within_time(retry_after, 0.2 + full_jitter(self._failures), error)

    def feed(self, polled: PollResult) -> _sse.Feed | None:
        """Return a feed to listen to until the next poll, if the service offers one."""
        # Listening may block for `STALL_TIMEOUT` seconds, so the last ones are for polls.
        left = self._deadline - self._clock()
        if not self._listens or not is_rushes(polled.response) or left <= 2 * STALL_TIMEOUT:
            return None
        # A sign of life proves nothing: a proxy may go on with it long after the job has ended.
        self._stop_listening_at = self._clock() + MAX_LISTENING - STALL_TIMEOUT
        options = self._options._replace(timeout_ms=int(STALL_TIMEOUT * 1000))
        return _sse.Feed(self.job_id, options, polled.job, STALL_TIMEOUT)

    def must_poll(self) -> bool:
        # The feed may be silent from now on.
        now = self._clock()
        return now >= self._stop_listening_at or self._deadline - now <= STALL_TIMEOUT

    def after_listening(self, *, heard: bool) -> None:
        # A feed without any event is not listened to again.
        self._listens = heard

    def _own_pause(self, job: VideoGenerationResponse) -> float:
        if self._interval is not None:
            return self._interval
        # A service that reports progress is meant to be polled often; others are not.
        shortest, longest = (
            (SHORTEST_PAUSE, 1.0) if reported_progress(job) is not None else (1.0, 10.0)
        )
        grown = min(shortest * 1.3 ** min(self._polls - 1, 30), longest)
        return grown * random.uniform(0.85, 1.15)  # noqa: S311 - so that clients spread

    def _within_time(self, retry_after: float | None, own: float, cause: Exception | None) -> float:
        left = self._deadline - self._clock()
        # If the next poll is only allowed after the deadline, the wait has nothing more to learn.
        if left <= 0 or (retry_after or 0.0) > left:
            last = self._last or ()
            raise errors.WaitTimeoutError(self.job_id, self._timeout, *last) from cause
        return min(min(retry_after, MAX_RETRY_AFTER) if retry_after else own, left)


@contextlib.contextmanager
def note_job_id_on_error(job: VideoGenerationResponse) -> Iterator[None]:
    """Add the id of a job that goes on to whatever ends the block early."""
    try:
        yield
    except errors.GenerationError:
        raise
    except BaseException as error:
        error.add_note(f"The job goes on; video_generation.wait({job.id!r}) continues the wait")
        raise


def updates(client: SyncAPIClient, poller: Poller, stream_slots: threading.Semaphore) -> Jobs:
    """Yield every response until the job has ended; the last one is the completed job.

    `stream_slots` bounds the event streams that are open at once.
    """
    while True:
        feed = None
        try:
            polled = client.send(poller.call())
        except (errors.OpenRouterError, httpx.RequestError) as error:
            pause = poller.after_error(error)
        else:
            yield polled.job
            following = poller.after_response(polled)
            if following is None:
                return
            pause, feed = following, poller.feed(polled)
        if feed is not None and stream_slots.acquire(blocking=False):
            try:
                yield from _listened(client, poller, feed)
            finally:
                stream_slots.release()
            if feed.is_over():
                continue
        time.sleep(pause)


def _listened(client: SyncAPIClient, poller: Poller, feed: _sse.Feed) -> Jobs:
    heard = False
    # Whatever is wrong with the stream, the next poll will show.
    with (
        contextlib.suppress(errors.OpenRouterError, httpx.RequestError),
        contextlib.closing(_sse.connection(client, feed)) as states,
    ):
        for job in states:
            heard = True
            if job is not None and not feed.is_over():
                yield job
            if poller.must_poll():
                break
    poller.after_listening(heard=heard)


def wait(
    client: SyncAPIClient,
    poller: Poller,
    on_progress: OnProgress | None,
    stream_slots: threading.Semaphore,
) -> VideoGenerationResponse:
    with contextlib.closing(updates(client, poller, stream_slots)) as states:
        for job in states:
            if on_progress is not None:
                on_progress(job)
    return job


async def updates_async(
    client: AsyncAPIClient, poller: Poller, stream_slots: threading.Semaphore
) -> AsyncJobs:
    while True:
        feed = None
        try:
            polled = await client.send(poller.call())
        except (errors.OpenRouterError, httpx.RequestError) as error:
            pause = poller.after_error(error)
        else:
            yield polled.job
            following = poller.after_response(polled)
            if following is None:
                return
            pause, feed = following, poller.feed(polled)
        if feed is not None and stream_slots.acquire(blocking=False):
            try:
                async with contextlib.aclosing(_listened_async(client, poller, feed)) as states:
                    async for job in states:
                        yield job
            finally:
                stream_slots.release()
            if feed.is_over():
                continue
        await anyio.sleep(pause)


async def _listened_async(client: AsyncAPIClient, poller: Poller, feed: _sse.Feed) -> AsyncJobs:
    heard = False
    with contextlib.suppress(errors.OpenRouterError, httpx.RequestError):
        async with contextlib.aclosing(_sse.connection_async(client, feed)) as states:
            async for job in states:
                heard = True
                if job is not None and not feed.is_over():
                    yield job
                if poller.must_poll():
                    break
    poller.after_listening(heard=heard)


async def wait_async(
    client: AsyncAPIClient,
    poller: Poller,
    on_progress: OnProgressAsync | None,
    stream_slots: threading.Semaphore,
) -> VideoGenerationResponse:
    async with contextlib.aclosing(updates_async(client, poller, stream_slots)) as states:
        async for job in states:
            await notify(on_progress, job)
    return job

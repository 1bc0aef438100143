"""Waiting for a job: how often to ask, what to bear, when to give up.

`Watch` decides and neither waits nor sends; the functions below it do nothing else. Where the
service offers events, a pause is spent listening to them instead. The polls decide in any case.
"""

from __future__ import annotations

import contextlib
import inspect
import math
import random
import threading
import time
from collections.abc import AsyncGenerator, Callable, Generator, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import httpx

from rushes.sdk import _concurrency, _endpoints, _sse, errors
from rushes.sdk._endpoints import DEFAULT_TIMEOUT
from rushes.sdk._params import OnProgress, OnProgressAsync
from rushes.sdk._retry import PASSING_ERRORS, full_jitter, passes_by_itself, retry_after_seconds
from rushes.sdk._server_features import is_rushes
from rushes.wire import VideoGenerationResponse

if TYPE_CHECKING:
    from rushes.sdk._base_client import AsyncTransport, Transport
    from rushes.sdk._endpoints import Call, CallOptions, Polled

LONGEST_ANSWER = 30.0  # seconds for one poll to be answered
LONGEST_ASKED_PAUSE = 300.0  # seconds; the service may ask for more, and is asked again
STALL = 20.0  # seconds without a sign of life from a stream of events
LONGEST_LISTENING = 30.0  # seconds between two polls, whatever a stream of events tells


_UNSUCCESSFUL = {
    "failed": errors.GenerationFailedError,
    "cancelled": errors.GenerationCancelledError,
    "expired": errors.GenerationExpiredError,
}


@dataclass(frozen=True, slots=True)
class Pace:
    """How often to ask and how long to wait, in seconds.

    Without `poll_interval` it adapts; `timeout` None is for ever.

    Raises:
        ValueError: one of them is not positive.
    """

    poll_interval: float | None = None
    timeout: float | None = DEFAULT_TIMEOUT

    def __post_init__(self) -> None:
        if self.poll_interval is not None and not 0 < self.poll_interval < math.inf:
            raise ValueError("poll_interval must be a positive number of seconds")
        if self.timeout is not None and not self.timeout >= 0:
            raise ValueError("timeout must not be negative; None is for ever")


class Watch:
    """The polls of one job, from now on.

    Raises:
        TypeError: `job` is neither a job nor an id.
    """

    def __init__(
        self,
        job: VideoGenerationResponse | str,
        options: CallOptions,
        pace: Pace,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.job_id = _endpoints.job_id_of(job)
        self._options = options
        self._interval = pace.poll_interval
        self._timeout = math.inf if pace.timeout is None else pace.timeout
        self._clock = clock
        self._deadline = clock() + self._timeout
        self._last: Polled | None = None
        self._polls = 0
        self._failures = 0
        self._hears = pace.poll_interval is None
        self._leaves = math.inf

    def call(self) -> Call[Polled]:
        """Return the next poll; its answer may not take longer than the wait.

        The first one has a second in any case, since there is a connection to be made, and the
        last one, which is at the deadline, a tenth of the wait.
        """
        least = min(self._timeout / 10, 1.0) if self._polls or self._failures else 1.0
        left = max(self._deadline - self._clock(), least)
        return _endpoints.poll(self.job_id, self._options, LONGEST_ANSWER, left)

    def after_answer(self, polled: Polled) -> float | None:
        """Return the pause to the next poll, None if the video is there.

        Raises:
            GenerationError: the job ended otherwise.
            WaitTimeoutError: the time is up.
        """
        job = polled.job
        if job.status == "completed":
            return None
        if job.status in _UNSUCCESSFUL:
            raise _UNSUCCESSFUL[job.status](job, polled.response)
        # Any other status, known or not, is one that may still become one of those.
        self._last = polled
        self._failures = 0
        self._polls += 1
        asked = retry_after_seconds(polled.response.headers)
        return self._within_time(asked, self._own_pause(job), None)

    def after_error(self, error: errors.OpenRouterError | httpx.RequestError) -> float:
        """Return the pause after a failed poll; raise the error if it will not pass."""
        asked = None
        if isinstance(error, httpx.RequestError):
            if not isinstance(error, PASSING_ERRORS):
                raise error
        elif not isinstance(error, errors.ResponseValidationError):
            # A success that cannot be read is some proxy's page: the job is as it was.
            if not passes_by_itself(error.status_code):
                raise error
            asked = error.retry_after
        self._failures += 1
        return self._within_time(asked, 0.2 + full_jitter(self._failures), error)

    def feed(self, polled: Polled) -> _sse.Feed | None:
        """Return a feed to listen to until the next poll, if the service offers one.

        Whoever listens may be held up for `STALL` seconds, so the last ones are for polls.
        """
        left = self._deadline - self._clock()
        if not self._hears or not is_rushes(polled.response) or left <= 2 * STALL:
            return None
        # A sign of life is no news: some proxy may go on with it when the job has long ended.
        self._leaves = self._clock() + LONGEST_LISTENING - STALL
        options = self._options._replace(timeout_ms=int(STALL * 1000))
        return _sse.Feed(self.job_id, options, polled.job, STALL)

    def must_poll(self) -> bool:
        """Tell whether it is time to leave the feed, which may be silent from now on."""
        now = self._clock()
        return now >= self._leaves or self._deadline - now <= STALL

    def after_listening(self, *, heard: bool) -> None:
        """Note whether a feed told anything; if not, the job is only polled from now on."""
        self._hears = heard

    def _own_pause(self, job: VideoGenerationResponse) -> float:
        if self._interval is not None:
            return self._interval
        # A service that tells progress is meant to be asked often; another is not.
        shortest, longest = (0.1, 1.0) if told_progress(job) is not None else (1.0, 10.0)
        grown = min(shortest * 1.3 ** min(self._polls - 1, 30), longest)
        return grown * random.uniform(0.85, 1.15)  # noqa: S311 - so that clients spread

    def _within_time(self, asked: float | None, own: float, cause: Exception | None) -> float:
        left = self._deadline - self._clock()
        # Whoever must not ask again in time has nothing more to learn.
        if left <= 0 or (asked or 0.0) > left:
            raise self._over() from cause
        return min(min(asked, LONGEST_ASKED_PAUSE) if asked else own, left)

    def _over(self) -> errors.WaitTimeoutError:
        if self._last is None:
            return errors.WaitTimeoutError(self.job_id, self._timeout)
        job, response = self._last.job, self._last.response
        return errors.WaitTimeoutError(self.job_id, self._timeout, job, response)


@contextlib.contextmanager
def job_in_notes(job: VideoGenerationResponse) -> Iterator[None]:
    """Note on whatever ends the block early that the job goes on, so that its id is not lost."""
    try:
        yield
    except errors.GenerationError:
        raise
    except BaseException as error:
        error.add_note(
            f"The job goes on; video_generation.wait({job.id!r}) takes up the wait again"
        )
        raise


def told_progress(job: VideoGenerationResponse) -> float | None:
    """Return how much of a job is done, from 0 to 1, if the service tells (Rushes does)."""
    told = (job.model_extra or {}).get("rushes")
    progress = told.get("progress") if isinstance(told, dict) else None
    if isinstance(progress, bool) or not isinstance(progress, int | float):
        return None
    return float(progress)


def updates(
    transport: Transport, watch: Watch, seats: threading.Semaphore
) -> Generator[VideoGenerationResponse, None, None]:
    """Yield every answer until the job has ended; the last one is the completed job.

    `seats` are the streams of events that may be open at once.
    """
    while True:
        feed = None
        try:
            polled = transport.send(watch.call())
        except (errors.OpenRouterError, httpx.RequestError) as error:
            pause = watch.after_error(error)
        else:
            yield polled.job
            following = watch.after_answer(polled)
            if following is None:
                return
            pause, feed = following, watch.feed(polled)
        if feed is not None and seats.acquire(blocking=False):
            try:
                yield from _listened(transport, watch, feed)
            finally:
                seats.release()
            if feed.is_over():
                continue
        time.sleep(pause)


def _listened(
    transport: Transport, watch: Watch, feed: _sse.Feed
) -> Generator[VideoGenerationResponse, None, None]:
    heard = False
    with contextlib.closing(_heard(transport, feed)) as states:
        for job in states:
            heard = True
            if job is not None and not feed.is_over():
                yield job
            if watch.must_poll():
                break
    watch.after_listening(heard=heard)


def _heard(
    transport: Transport, feed: _sse.Feed
) -> Generator[VideoGenerationResponse | None, None, None]:
    # Whatever is wrong with the stream, the next poll will tell.
    with contextlib.suppress(errors.OpenRouterError, httpx.RequestError):
        yield from _sse.connection(transport, feed)


def wait(
    transport: Transport,
    watch: Watch,
    on_progress: OnProgress | None,
    seats: threading.Semaphore,
) -> VideoGenerationResponse:
    """Wait until the job is completed; `on_progress` gets every answer."""
    with contextlib.closing(updates(transport, watch, seats)) as states:
        for job in states:
            if on_progress is not None:
                on_progress(job)
    return job


async def updates_async(
    transport: AsyncTransport, watch: Watch, seats: threading.Semaphore
) -> AsyncGenerator[VideoGenerationResponse, None]:
    """As `updates`."""
    while True:
        feed = None
        try:
            polled = await transport.send(watch.call())
        except (errors.OpenRouterError, httpx.RequestError) as error:
            pause = watch.after_error(error)
        else:
            yield polled.job
            following = watch.after_answer(polled)
            if following is None:
                return
            pause, feed = following, watch.feed(polled)
        if feed is not None and seats.acquire(blocking=False):
            try:
                async with contextlib.aclosing(_listened_async(transport, watch, feed)) as states:
                    async for job in states:
                        yield job
            finally:
                seats.release()
            if feed.is_over():
                continue
        await _concurrency.sleep(pause)


async def _listened_async(
    transport: AsyncTransport, watch: Watch, feed: _sse.Feed
) -> AsyncGenerator[VideoGenerationResponse, None]:
    heard = False
    async with contextlib.aclosing(_heard_async(transport, feed)) as states:
        async for job in states:
            heard = True
            if job is not None and not feed.is_over():
                yield job
            if watch.must_poll():
                break
    watch.after_listening(heard=heard)


async def _heard_async(
    transport: AsyncTransport, feed: _sse.Feed
) -> AsyncGenerator[VideoGenerationResponse | None, None]:
    with contextlib.suppress(errors.OpenRouterError, httpx.RequestError):
        async with contextlib.aclosing(_sse.connection_async(transport, feed)) as states:
            async for job in states:
                yield job


async def wait_async(
    transport: AsyncTransport,
    watch: Watch,
    on_progress: OnProgressAsync | None,
    seats: threading.Semaphore,
) -> VideoGenerationResponse:
    """As `wait`; what `on_progress` returns is awaited if it can be."""
    async with contextlib.aclosing(updates_async(transport, watch, seats)) as states:
        async for job in states:
            await tell(on_progress, job)
    return job


async def tell(on_progress: OnProgressAsync | None, job: VideoGenerationResponse) -> None:
    """Call `on_progress` if there is one, and await what it returns if it can be."""
    if on_progress is None:
        return
    returned = on_progress(job)
    if inspect.isawaitable(returned):
        await returned

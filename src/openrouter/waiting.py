"""Waiting for a job: how often to ask, what to bear, when to give up.

`Watch` decides and neither waits nor sends; the two functions below it do nothing else.
"""

from __future__ import annotations

import asyncio
import contextlib
import inspect
import math
import random
import time
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import httpx

from openrouter import calls, errors
from openrouter.components import VideoGenerationResponse
from openrouter.retries import PASSING_ERRORS, full_jitter, passes_by_itself, retry_after_seconds

if TYPE_CHECKING:
    from openrouter.calls import Call, CallOptions, Polled
    from openrouter.transport import AsyncTransport, Transport

DEFAULT_TIMEOUT = 600.0  # seconds
LONGEST_ANSWER = 30.0  # seconds for one poll to be answered

OnProgress = Callable[[VideoGenerationResponse], object]
OnProgressAsync = Callable[[VideoGenerationResponse], Awaitable[object] | object]

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
        self.job_id = job_id_of(job)
        self._options = options
        self._interval = pace.poll_interval
        self._timeout = math.inf if pace.timeout is None else pace.timeout
        self._clock = clock
        self._deadline = clock() + self._timeout
        self._last: Polled | None = None
        self._polls = 0
        self._failures = 0

    def call(self) -> Call[Polled]:
        """Return the next poll; its answer may not take much longer than the wait."""
        left = self._deadline - self._clock()
        return calls.poll(self.job_id, self._options, min(max(left, 1.0), LONGEST_ANSWER))

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

    def after_trouble(self, error: errors.OpenRouterError | httpx.TransportError) -> float:
        """Return the pause after a failed poll; raise the error if it will not pass."""
        asked = None
        if isinstance(error, errors.OpenRouterError):
            if not passes_by_itself(error.status_code):
                raise error
            asked = error.retry_after
        elif not isinstance(error, PASSING_ERRORS):
            raise error
        self._failures += 1
        return self._within_time(asked, 0.2 + full_jitter(self._failures), error)

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
        return min(asked or own, left)

    def _over(self) -> errors.WaitTimeoutError:
        if self._last is None:
            return errors.WaitTimeoutError(self.job_id, self._timeout)
        job, response = self._last.job, self._last.response
        return errors.WaitTimeoutError(self.job_id, self._timeout, job, response)


def job_id_of(job: VideoGenerationResponse | str) -> str:
    """Return the id of a job that may be given by it."""
    job_id = job if isinstance(job, str) else getattr(job, "id", None)
    if not isinstance(job_id, str):
        raise TypeError("The job must be a VideoGenerationResponse or the id of one")
    return job_id


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


def wait(
    transport: Transport, watch: Watch, on_progress: OnProgress | None
) -> VideoGenerationResponse:
    """Poll until the job is finished; `on_progress` gets every answer."""
    while True:
        try:
            polled = transport.send(watch.call())
        except (errors.OpenRouterError, httpx.TransportError) as error:
            pause: float | None = watch.after_trouble(error)
        else:
            if on_progress is not None:
                on_progress(polled.job)
            pause = watch.after_answer(polled)
            if pause is None:
                return polled.job
        time.sleep(pause or 0.0)


async def wait_async(
    transport: AsyncTransport, watch: Watch, on_progress: OnProgressAsync | None
) -> VideoGenerationResponse:
    """As `wait`; what `on_progress` returns is awaited if it can be."""
    while True:
        try:
            polled = await transport.send(watch.call())
        except (errors.OpenRouterError, httpx.TransportError) as error:
            pause: float | None = watch.after_trouble(error)
        else:
            await tell(on_progress, polled.job)
            pause = watch.after_answer(polled)
            if pause is None:
                return polled.job
        await asyncio.sleep(pause or 0.0)


async def tell(on_progress: OnProgressAsync | None, job: VideoGenerationResponse) -> None:
    """Call `on_progress` if there is one, and await what it returns if it can be."""
    if on_progress is None:
        return
    returned = on_progress(job)
    if inspect.isawaitable(returned):
        await returned

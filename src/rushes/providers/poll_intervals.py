"""When a job is polled next: soon at first, then less and less often.

An upstream that calls back wakes its jobs, so they need fewer polls. This is decided by what is
seen: a job that shows its end before its next poll was due has been called back.
"""

from __future__ import annotations

import random
from collections import Counter, OrderedDict
from dataclasses import dataclass
from time import monotonic

from rushes.providers.base import UpstreamJob

GROWTH = 1.2  # of the interval: an end is noticed late by about a fifth of the job's age
JITTER = 0.1  # of the interval, so that jobs that started together do not stay together
CALLED_CEILING = 60.0  # seconds between polls of a job that will be called back
TRUST = 3  # ends in a row without a callback, until none is relied on
MAX_JOBS = 50_000  # jobs whose polling interval is remembered


@dataclass(frozen=True, slots=True)
class _Wait:
    interval: float  # seconds
    due: float  # on the monotonic clock


class PollIntervals:
    """The intervals of one account, per process and bounded: a lost one only means an early poll.

    Callbacks are relied on by model, because an upstream may have several APIs.
    """

    def __init__(self) -> None:
        self._waits: OrderedDict[str, _Wait] = OrderedDict()  # by job id
        self._trust: Counter[str] = Counter()  # by model

    def next(self, job: UpstreamJob, floor: float, ceiling: float, least: float = 0.0) -> float:
        """Return the seconds until the next poll of a job that goes on; `least` is the upstream's.

        A poll before its time grows no interval: the callback may be ahead of what a poll shows.
        """
        last, now = self._waits.get(job.id), monotonic()
        if last is None:
            interval = floor
        elif now < last.due:
            interval = min(last.interval, ceiling)
        else:
            called = self._trust[job.model] > 0
            interval = min(last.interval * GROWTH, CALLED_CEILING if called else ceiling)
        jittered = interval * random.uniform(1.0, 1.0 + JITTER)  # noqa: S311 - no secret
        seconds = max(jittered, least)
        self._waits[job.id] = _Wait(interval, now + seconds)
        self._waits.move_to_end(job.id)
        if len(self._waits) > MAX_JOBS:
            self._waits.popitem(last=False)
        return seconds

    def ended(self, job: UpstreamJob) -> None:
        """Forget a job that a poll has shown to be over; learn whether it was called back."""
        if (last := self._waits.pop(job.id, None)) is None:
            return
        if monotonic() < last.due:
            self._trust[job.model] = TRUST
        elif self._trust[job.model] > 0:
            self._trust[job.model] -= 1

    def forget(self, job_id: str) -> None:
        """Have a job polled soon again, and learn nothing of it."""
        self._waits.pop(job_id, None)

"""How a job of the offline engine progresses in the eyes of its caller, whatever it really takes.

The engine makes a video at once, and the video is held back until its timeline says that it is
done. So a caller sees a provider's queueing and pace at no cost of computing.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from rushes.providers.base import Progress, ProviderRequest

QueueOf = Callable[[str, str], float]
"""Returns how many seconds a job is queued, by its id and its model."""

HasOwnPace = Callable[[str], bool]
"""Returns whether something else says how long a job takes, by its id."""

LOOK_SECONDS = 1.0  # between polls that show new progress
QUEUED_SHARE = 0.1  # of a time that is set
_LONGEST_QUEUED = 8.0  # seconds
_HD = 1280 * 720  # pixels
_START_SECONDS = 18.0
_SECONDS_PER_SECOND = 6.0  # of video, in 720p
_QUICK = ("fast", "turbo", "lite", "flash", "mini")
_QUICK_FACTOR = 0.5
_SPREAD = 0.25  # of the usual time, up or down


class Timeline(Protocol):
    @property
    def seconds(self) -> float:
        """How long a job takes."""

    def at(self, elapsed: float) -> Progress:
        """Return the progress that many seconds after a job was accepted.

        It depends on that time alone and never goes back. Before `done`, `check_after` says when it
        is to be asked again.
        """


TimelineOf = Callable[[ProviderRequest], Timeline | None]
"""Returns how one job progresses; None: as it really does."""


@dataclass(frozen=True)
class SteadyTimeline:
    """Progresses quickly at first and slowly at last."""

    seconds: float

    def at(self, elapsed: float) -> Progress:
        if elapsed >= self.seconds:
            return Progress("done", 1.0)
        done = elapsed / self.seconds
        check_after = min(LOOK_SECONDS, self.seconds - elapsed)
        return Progress("running", 0.99 * done * (1.6 - 0.6 * done), check_after=check_after)


def usual_timeline(seconds_of: Mapping[str, float], has_own_pace: HasOwnPace) -> TimelineOf:
    """Return timelines of the models' usual times; `seconds_of` overrides them by model."""

    def timeline(request: ProviderRequest) -> SteadyTimeline | None:
        if has_own_pace(request.job_id):
            return None
        seconds = seconds_of.get(request.model)
        if seconds is None:
            # As with a real provider, equal requests take different times.
            seconds = usual_seconds(request)
            return SteadyTimeline(seconds * (1 + _SPREAD * (2 * _chance(request.key) - 1)))
        return SteadyTimeline((1 - QUEUED_SHARE) * seconds)

    return timeline


def usual_queue(seconds_of: Mapping[str, float], has_own_pace: HasOwnPace) -> QueueOf:
    """Return how long jobs are queued: some seconds, or a share of what `seconds_of` says."""

    def seconds(job_id: str, model: str) -> float:
        if has_own_pace(job_id):
            return 0.0
        if model in seconds_of:
            return QUEUED_SHARE * seconds_of[model]
        return _LONGEST_QUEUED * _chance(job_id)

    return seconds


def _chance(key: str) -> float:
    """Return a number from 0 to 1 that is always the same for a key."""
    return hashlib.sha256(key.encode()).digest()[0] / 255


def usual_seconds(request: ProviderRequest) -> float:
    """Return how long a request usually takes: by its length, its size, and the model's name."""
    quick = any(word in request.model.rpartition("/")[2].split("-") for word in _QUICK)
    pixels = max(0.5, math.sqrt(request.width * request.height / _HD))
    seconds = _START_SECONDS + _SECONDS_PER_SECOND * request.duration * pixels
    return seconds * (_QUICK_FACTOR if quick else 1.0)

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

LOOK_SECONDS = 1.0  # between polls that show new progress
QUEUED_SHARE = 0.12  # of the whole time
_HD = 1280 * 720  # pixels
_START_SECONDS = 18.0
_SECONDS_PER_SECOND = 6.0  # of video, in 720p
_QUICK = ("fast", "turbo", "lite", "flash", "mini")
_QUICK_FACTOR = 0.5
_SPREAD = 0.25  # of the usual time, up or down


class Timeline(Protocol):
    def at(self, elapsed: float) -> Progress:
        """Return the progress that many seconds after a job was accepted.

        It depends on that time alone and never goes back. Before `done`, `check_after` says when it
        is to be asked again.
        """


TimelineOf = Callable[[ProviderRequest], Timeline | None]
"""Returns how one job progresses; None: as it really does."""


@dataclass(frozen=True)
class SteadyTimeline:
    """Waits in a queue, then progresses quickly at first and slowly at last; in seconds."""

    queued: float
    seconds: float

    def at(self, elapsed: float) -> Progress:
        if elapsed >= self.seconds:
            return Progress("done", 1.0)
        if elapsed < self.queued:
            return Progress("queued", check_after=self.queued - elapsed)
        done = (elapsed - self.queued) / (self.seconds - self.queued)
        check_after = min(LOOK_SECONDS, self.seconds - elapsed)
        return Progress("running", 0.99 * done * (1.6 - 0.6 * done), check_after=check_after)


def usual_timeline(seconds_of: Mapping[str, float]) -> TimelineOf:
    """Return timelines of the models' usual times; `seconds_of` overrides them by model."""

    def timeline(request: ProviderRequest) -> SteadyTimeline:
        seconds = seconds_of.get(request.model)
        if seconds is None:
            seconds = usual_seconds(request)
            # As with a real provider, equal requests take different times.
            byte = hashlib.sha256(request.key.encode()).digest()[0]
            seconds *= 1 + _SPREAD * (byte / 127.5 - 1)
        return SteadyTimeline(QUEUED_SHARE * seconds, seconds)

    return timeline


def usual_seconds(request: ProviderRequest) -> float:
    """Return how long a request usually takes: by its length, its size, and the model's name."""
    quick = any(word in request.model.rpartition("/")[2].split("-") for word in _QUICK)
    pixels = max(0.5, math.sqrt(request.width * request.height / _HD))
    seconds = _START_SECONDS + _SECONDS_PER_SECOND * request.duration * pixels
    return seconds * (_QUICK_FACTOR if quick else 1.0)

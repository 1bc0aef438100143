"""Sizes and lengths that a video model can make: multiples of what its network takes at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rushes.providers.account import unusable


@dataclass(frozen=True)
class FrameGrid:
    """What a model's sizes and lengths are multiples of.

    Sides are multiples of `size_step` pixels, and the number of frames is a multiple of
    `frame_step`, plus 1. `fps` is the rate at which the model was trained; None leaves the number
    of frames to the engine.
    """

    size_step: int = 1
    frame_step: int = 1
    fps: float | None = None

    def side(self, pixels: int) -> int:
        """Return the nearest side."""
        return max(1, (2 * pixels + self.size_step) // (2 * self.size_step)) * self.size_step

    def frames(self, seconds: float) -> int | None:
        """Return the number of frames nearest to a length, None if the engine decides."""
        if self.fps is None:
            return None
        steps = int((2 * seconds * self.fps + self.frame_step) // (2 * self.frame_step))
        return max(1, steps) * self.frame_step + 1


def grid_of(provider: str, settings: Mapping[str, str], *, whole_fps: bool = False) -> FrameGrid:
    """Return the grid that an operator configured for a provider; raises SettingError.

    `whole_fps`: the provider takes integers alone.
    """

    def positive(name: str) -> float | None:
        text = settings.get(name, "").strip()
        if not text:
            return None
        try:
            value = float(text)
        except ValueError:
            value = 0.0
        is_whole = name != "fps" or whole_fps
        if not 0 < value <= 1000 or (is_whole and value != int(value)):
            kind = "integer" if is_whole else "number"
            problem = f"{text[:40]!r} is not a positive {kind} of at most 1000"
            raise unusable(provider, name, problem)
        return value

    return FrameGrid(
        int(positive("size_step") or 1), int(positive("frame_step") or 1), positive("fps")
    )

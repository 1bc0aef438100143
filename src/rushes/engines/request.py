"""What a film is ordered with and what is said about it afterwards.

Kept apart from the film itself, so that the service can speak of renders without loading the
compilers and codecs that only the worker processes need.
"""

from __future__ import annotations

from dataclasses import dataclass


class RenderCancelled(Exception):  # noqa: N818 - not an error: it was asked for
    """Raise when a film was cancelled while it was made; nothing of it is left."""


@dataclass(frozen=True)
class RenderRequest:
    """Say which film to make.

    Sizes are in pixels and even. `first_frame`, `last_frame` and `references` are encoded
    pictures; references only lend their colors. `model` is the id of the model that is emulated.
    """

    prompt: str
    width: int
    height: int
    duration: float  # seconds
    seed: int
    audio: bool
    model: str
    first_frame: bytes | None = None
    last_frame: bytes | None = None
    references: tuple[bytes, ...] = ()
    fps: int = 24

    @property
    def frames(self) -> int:
        """Return the number of frames."""
        return max(1, round(self.duration * self.fps))


@dataclass(frozen=True)
class RenderReport:
    """Say what was made: the plan read from the prompt and the facts of the file."""

    plan: dict[str, object]
    width: int
    height: int
    frames: int
    duration: float
    has_audio: bool
    size: int
    sha256: str

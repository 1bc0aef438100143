"""What a render needs and what it reports.

These types have a separate module so that the service can use them without loading the
compiler and the codecs, which only the worker processes need.
"""

from __future__ import annotations

from dataclasses import dataclass


class RenderCancelled(Exception):  # noqa: N818 - not an error: somebody asked for it
    """The render was cancelled before its file was complete. Nothing of it is left."""


class UnusableRequestError(ValueError):
    """The request cannot be rendered, however often it is tried. The message is for its caller."""


@dataclass(frozen=True)
class RenderRequest:
    """Sizes are in pixels and even; `first_frame`, `last_frame`, `references` hold image files."""

    prompt: str
    width: int
    height: int
    duration: float  # seconds
    seed: int
    audio: bool
    emulated_model: str | None = None  # written to the file's metadata
    first_frame: bytes | None = None
    last_frame: bytes | None = None
    references: tuple[bytes, ...] = ()  # only their colors are used
    fps: int = 24

    @property
    def frames(self) -> int:
        return max(1, round(self.duration * self.fps))


@dataclass(frozen=True)
class RenderReport:
    """`plan` is what was read from the prompt; the rest describes the file."""

    plan: dict[str, object]
    width: int
    height: int
    frames: int
    duration: float
    has_audio: bool
    size: int
    sha256: str

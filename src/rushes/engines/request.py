"""What a render needs and what it reports.

These types have a separate module so that the service can use them without loading the
compiler and the codecs, which only the worker processes need.
"""

from __future__ import annotations

from dataclasses import dataclass

LARGEST_SIDE = 8192
SMALLEST_SIDE = 16
LONGEST = 60.0  # seconds


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
    instant: bool = False  # a slate in milliseconds, in place of a render

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


def check_request(request: RenderRequest) -> None:
    """Raise UnusableRequestError for an impossible size, duration or frame rate."""
    for name, side in (("width", request.width), ("height", request.height)):
        if side % 2:
            raise UnusableRequestError(f"{name} must be even, not {side}")
        if not SMALLEST_SIDE <= side <= LARGEST_SIDE:
            raise UnusableRequestError(
                f"{name} must be {SMALLEST_SIDE} to {LARGEST_SIDE}, not {side}"
            )
    if not 0.0 < request.duration <= LONGEST:
        raise UnusableRequestError(f"duration must be above 0 and at most {LONGEST:g} seconds")
    if not 1 <= request.fps <= 120:
        raise UnusableRequestError(f"fps must be 1 to 120, not {request.fps}")

"""What a render needs and what it reports.

These types have a separate module so that the service can use them without loading the
compiler and the codecs, which only the worker processes need.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from math import gcd
from typing import Any, Literal

Task = Literal["generate", "upscale", "edit", "avatar"]
FILES = ("first_frame", "last_frame", "source", "previous")
FILE_LISTS = ("references", "video_references", "sounds")
"""The fields of a request that hold files."""

LARGEST_SIDE = 8192
SMALLEST_SIDE = 16
LONGEST = 60.0  # seconds


class RenderCancelled(Exception):  # noqa: N818 - not an error: somebody asked for it
    """The render was cancelled before its file was complete. Nothing of it is left."""


class UnusableRequestError(ValueError):
    """The request cannot be rendered, however often it is tried. The message is for its caller."""


@dataclass(frozen=True)
class RenderRequest:
    """Sizes are in pixels and even; the fields of FILES and FILE_LISTS hold files.

    `source` is the video that is upscaled or edited; the result has its size, length and rate.
    `previous` is the video that this one continues, and `previous_plan` what was reported of it.
    The sound of `sounds` becomes that of the video; with `follows_sound` the video is as long.
    """

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
    task: Task = "generate"
    source: bytes | None = None
    upscale_factor: float = 2.0
    creativity: int = 0
    keeps_shape: bool = True  # else an edited video is cropped to the shape of the size
    at_most: float | None = None  # seconds of the source
    previous: bytes | None = None
    previous_plan: Mapping[str, Any] | None = None
    video_references: tuple[bytes, ...] = ()  # only their colors and motion are used
    sounds: tuple[bytes, ...] = ()
    follows_sound: bool = False

    @property
    def frames(self) -> int:
        return max(1, round(self.duration * self.fps))


def given_files(request: RenderRequest) -> list[bytes]:
    """Return the contents of a request's files, in one order."""
    single = [data for name in FILES if (data := getattr(request, name)) is not None]
    return [*single, *(data for name in FILE_LISTS for data in getattr(request, name))]


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


def without_files(request: RenderRequest) -> RenderRequest:
    return replace(request, **dict.fromkeys(FILES), **dict.fromkeys(FILE_LISTS, ()))  # type: ignore[arg-type]


def decisive(request: RenderRequest) -> RenderRequest:
    """Return the request without what its task ignores: requests of equal videos are equal then."""
    if request.source is None:
        return replace(request, upscale_factor=0.0, creativity=0, keeps_shape=True, at_most=None)
    # The source decides the length and the sound, and the size unless another shape is asked for.
    request = replace(request, duration=0.0, audio=False, fps=0)
    if request.task == "upscale":
        return replace(request, width=0, height=0, keeps_shape=True)
    request = replace(request, upscale_factor=0.0, creativity=0)
    if request.keeps_shape:
        return replace(request, width=0, height=0)
    unit = gcd(request.width, request.height)  # only the shape counts
    return replace(request, width=request.width // unit, height=request.height // unit)


def file_hashes(request: RenderRequest) -> dict[str, list[str]]:
    """Return the SHA-256 of each file, by the field that holds it."""
    given = {name: [getattr(request, name)] for name in FILES if getattr(request, name) is not None}
    given |= {name: list(getattr(request, name)) for name in FILE_LISTS}
    return {name: [sha256(file).hexdigest() for file in files] for name, files in given.items()}


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

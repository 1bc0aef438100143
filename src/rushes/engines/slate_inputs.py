"""What an instant video takes from the files of its request: pictures, colors, size and length."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

from rushes.engines import images
from rushes.engines.changed_size import changed_size
from rushes.engines.decode_media import (
    MAX_SECONDS,
    SOURCE_NAME,
    GivenVideo,
    given_sound,
    last_picture,
)
from rushes.engines.encode import SAMPLE_RATE

if TYPE_CHECKING:
    from rushes.engines.given import Given
    from rushes.engines.images import Picture
    from rushes.engines.procedural.scene import Color
    from rushes.engines.request import RenderRequest


@dataclass(frozen=True)
class SlateInputs:
    """`request` has the size, length and rate of the video; the ends have its size too."""

    request: RenderRequest
    first: Picture | None
    last: Picture | None
    colors: tuple[Color, ...]


def slate_inputs(request: RenderRequest, given: Given) -> SlateInputs:
    """Decode what a request gives; raises UnusableRequestError, ImageError and MediaError."""
    if request.source is not None:
        return _changed(request, request.source, given)
    sound = given_sound(request.sounds, given.decoding) if request.follows_sound else None
    if sound is not None:
        request = replace(request, duration=max(1.0 / request.fps, sound.shape[1] / SAMPLE_RATE))
    first, last = given.ends(request)
    if request.previous is not None:
        picture = last_picture(request.previous, "the previous video", given.decoding)
        first = images.cover(picture, request.width, request.height)
    elif request.task == "avatar" and first is None:
        first = given.portrait(request)
    seen = (
        _first_picture(data, f"video reference {number}", given)
        for number, data in enumerate(request.video_references, 1)
    )
    return SlateInputs(
        request, first, last, images.palette_of(chain(given.pictures(request), seen))
    )


def _changed(request: RenderRequest, source: bytes, given: Given) -> SlateInputs:
    with GivenVideo(source, SOURCE_NAME, given.decoding) as video:
        facts = video.facts
        _, picture = next(video.frames())
    width, height = changed_size(facts, request)
    seconds = min(facts.seconds, MAX_SECONDS)
    if request.at_most is not None:
        seconds = min(seconds, request.at_most)
    fps = max(1, round(facts.fps))
    made = replace(
        request,
        width=width,
        height=height,
        fps=fps,
        duration=max(seconds, 1 / fps),
        audio=facts.has_audio,
    )
    first = images.cover(picture, width, height)
    return SlateInputs(made, first, None, images.palette_of(given.pictures(request)))


def _first_picture(data: bytes, name: str, given: Given) -> Picture:
    with GivenVideo(data, name, given.decoding) as video:
        return next(video.frames())[1]

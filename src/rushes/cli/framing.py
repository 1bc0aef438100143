"""How the first frame of a request fits into the video that is made of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from rushes.wire import FrameImage
from rushes.wire.data_url import parse_data_url
from rushes.wire.frame_size import parse_size
from rushes.wire.picture_size import Size, picture_size

LEAST = 0.005  # of a picture; less that is cropped is rounding


class Framing(NamedTuple):
    """A first frame, and the size of its video.

    `is_chosen`: the request named no size and no ratio. `is_cropped`: what does not fit is cut off
    for sure; other services may do something else.
    """

    frame: Size
    video: Size
    is_chosen: bool
    is_cropped: bool

    @property
    def excess(self) -> float:
        """The part of the picture that a video of this shape cannot show, from 0 to 1."""
        shapes = sorted(width / height for width, height in (self.frame, self.video))
        return 1 - shapes[0] / shapes[1]

    @property
    def outcome(self) -> str:
        frame, video = ("x".join(map(str, size)) for size in (self.frame, self.video))
        if self.excess < LEAST:
            return f"{frame} has the shape of the video, {video}"
        fate = "is cropped" if self.is_cropped else "may be cropped"
        return f"{frame} {fate} by {self.excess:.0%} to fit {video}"

    @property
    def advice(self) -> str:
        if self.is_chosen:
            return "the model's nearest ratio; choose another with --aspect-ratio or --size"
        return "without --aspect-ratio and --size, the model's nearest ratio is used"


def framing_of(request: Mapping[str, Any], details: Mapping[str, Any]) -> Framing | None:
    """Return how a request's first frame fits, None without one or where a size is not known."""
    frames = map(FrameImage.model_validate, request.get("frame_images") or ())
    url = next((f.image_url.url for f in frames if f.frame_type == "first_frame"), "")
    frame, video = _size_of(url), parse_size(str(details.get("size")))
    if frame is None or video is None:
        return None
    return Framing(
        frame,
        video,
        is_chosen=not request.keys() & {"size", "aspect_ratio"},
        is_cropped="offline" in str(details.get("provider")),
    )


def _size_of(url: str) -> Size | None:
    """Return the size of an embedded picture."""
    try:
        return picture_size(parse_data_url(url).read)
    except ValueError:
        return None

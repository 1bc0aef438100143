"""The size of a video that is made from a given one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rushes.engines.decode_media import MediaError
from rushes.engines.request import LARGEST_SIDE, SMALLEST_SIDE

if TYPE_CHECKING:
    from rushes.engines.decode_media import VideoFacts
    from rushes.engines.request import RenderRequest

MAX_PIXELS = 20_000_000  # of an enlarged frame; three times 1080p has 18.7 million


def changed_size(facts: VideoFacts, request: RenderRequest) -> tuple[int, int]:
    """Return the size of an upscaled or edited video; raises MediaError if it cannot be made."""
    if request.task == "upscale":
        return _enlarged(facts, request.upscale_factor)
    return _edited(facts, request)


def _enlarged(facts: VideoFacts, factor: float) -> tuple[int, int]:
    wide, high = (2 * round(side * factor / 2) for side in (facts.width, facts.height))
    if max(wide, high) > LARGEST_SIDE or wide * high > MAX_PIXELS:
        raise MediaError(
            f"the video would have {wide}x{high} pixels; at most {LARGEST_SIDE} a side and"
            f" {MAX_PIXELS // 1_000_000} megapixels"
        )
    if min(wide, high) < SMALLEST_SIDE:
        raise MediaError(
            f"the video would have {wide}x{high} pixels, fewer than {SMALLEST_SIDE} a side"
        )
    return wide, high


def _edited(facts: VideoFacts, request: RenderRequest) -> tuple[int, int]:
    """Return the size of the given video, or the largest of a shape within it."""
    width, height = facts.width, facts.height
    if not request.keeps_shape:
        shape = request.width / request.height
        width, height = min(width, round(height * shape)), min(height, round(width / shape))
    width, height = width // 2 * 2, height // 2 * 2
    if min(width, height) < SMALLEST_SIDE:
        raise MediaError(f"the video is {width}x{height}; at least {SMALLEST_SIDE} pixels a side")
    return width, height

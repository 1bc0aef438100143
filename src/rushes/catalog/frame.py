"""Frame sizes of a model: how resolution and aspect ratio become pixels, and back.

A model's own size list wins over arithmetic; and a listed size that no short side explains (some
models keep the pixel count of 16:9 instead) belongs to the resolution nearest in area.
"""

from __future__ import annotations

from functools import lru_cache
from math import log
from typing import get_args

from rushes.catalog.model import Model
from rushes.wire.enums import VideoGenerationRequestResolution
from rushes.wire.frame_size import has_ratio, nominal_size, parse_size, short_side
from rushes.wire.picture_size import Size

_NAMES = get_args(get_args(VideoGenerationRequestResolution)[0])
SHORT_SIDE = {name: side for name in _NAMES if (side := short_side(name)) is not None}


def frame_size(model: Model, resolution: str, aspect_ratio: str) -> Size:
    return _frame_size(model.sizes, model.resolutions, resolution, aspect_ratio)


def resolution_of(model: Model, size: Size) -> str | None:
    """Return which of the model's resolutions a size belongs to, None if it publishes none."""
    return _resolution_of(model.resolutions, size)


@lru_cache(maxsize=4096)
def _frame_size(
    sizes: tuple[str, ...], resolutions: tuple[str, ...], resolution: str, aspect_ratio: str
) -> Size:
    nominal = nominal_size(resolution, aspect_ratio)
    listed = [s for text in sizes if (s := parse_size(text)) and has_ratio(s, aspect_ratio)]
    fitting = [s for s in listed if _resolution_of(resolutions, s) == resolution]
    return min(fitting, key=lambda s: _distance(s, nominal), default=nominal)


def _resolution_of(resolutions: tuple[str, ...], size: Size) -> str | None:
    names = [r for r in resolutions if r in SHORT_SIDE]
    for name in names:
        if SHORT_SIDE[name] == min(size):
            return name
    return min(names, key=lambda r: _distance(size, nominal_size(r, "16:9")), default=None)


def _distance(a: Size, b: Size) -> float:
    return abs(log(a[0] * a[1] / (b[0] * b[1])))

"""Frame sizes: how resolution and aspect ratio become pixels, and back.

The mapping is not published. Rules chosen here: a resolution names the short side; a model's own
size list wins over arithmetic; and a listed size that no short side explains (some models keep the
pixel count of 16:9 instead) belongs to the resolution nearest in area.
"""

from __future__ import annotations

import re
from math import log

from rushes.catalog.model import Model

SHORT_SIDE = {
    "360p": 360,
    "480p": 480,
    "720p": 720,
    "768p": 768,
    "1080p": 1080,
    "1K": 1024,
    "2K": 1440,
    "4K": 2160,
}
# 864x496 is sold as 16:9 (2 % off), 992x432 as 21:9; the nearest two ratios are 12 % apart.
RATIO_TOLERANCE = 0.04
_SIZE = re.compile(r"([1-9]\d{1,4})x([1-9]\d{1,4})")


def parse_size(text: str) -> tuple[int, int] | None:
    """Return (width, height) of `WIDTHxHEIGHT`, or None when it is not of that form."""
    match = _SIZE.fullmatch(text)
    return (int(match[1]), int(match[2])) if match else None


def ratio_value(text: str) -> float:
    """Return width over height of a `W:H` ratio."""
    width, height = text.split(":")
    return int(width) / int(height)


def has_ratio(size: tuple[int, int], aspect_ratio: str) -> bool:
    """Return whether a size has the given ratio, within what models round."""
    return abs(size[0] / size[1] / ratio_value(aspect_ratio) - 1) <= RATIO_TOLERANCE


def nominal_size(resolution: str, aspect_ratio: str) -> tuple[int, int]:
    """Return the size whose short side the resolution names, both sides even."""
    short = SHORT_SIDE[resolution]
    ratio = ratio_value(aspect_ratio)
    long = round(short * max(ratio, 1 / ratio) / 2) * 2
    return (long, short) if ratio >= 1 else (short, long)


def frame_size(model: Model, resolution: str, aspect_ratio: str) -> tuple[int, int]:
    nominal = nominal_size(resolution, aspect_ratio)
    listed = [s for text in model.sizes if (s := parse_size(text)) and has_ratio(s, aspect_ratio)]
    fitting = [s for s in listed if resolution_of(model, s) == resolution]
    return min(fitting, key=lambda s: _distance(s, nominal), default=nominal)


def resolution_of(model: Model, size: tuple[int, int]) -> str | None:
    """Return which of the model's resolutions a size belongs to, None if it publishes none."""
    names = [r for r in model.resolutions if r in SHORT_SIDE]
    for name in names:
        if SHORT_SIDE[name] == min(size):
            return name
    return min(names, key=lambda r: _distance(size, nominal_size(r, "16:9")), default=None)


def _distance(a: tuple[int, int], b: tuple[int, int]) -> float:
    return abs(log(a[0] * a[1] / (b[0] * b[1])))

"""Frame sizes: a resolution names the short side of a frame, an aspect ratio its shape.

The mapping is not published. It fits the sizes that models list.
"""

from __future__ import annotations

import re

RATIO_TOLERANCE = 0.04  # 864x496 is sold as 16:9 (2 % off); the nearest two ratios are 12 % apart

_SHORT_SIDES = {"1k": 1024, "2k": 1440, "4k": 2160}  # the others are named after it: "720p"
_NAMED = re.compile(r"([1-9]\d{1,4})p").fullmatch
_SIZE = re.compile(r"([1-9]\d{0,4})x([1-9]\d{0,4})").fullmatch
_RATIO = re.compile(r"([1-9]\d?):([1-9]\d?)").fullmatch


def parse_size(text: str) -> tuple[int, int] | None:
    """Return (width, height) of `WIDTHxHEIGHT`, None if it is not of that form."""
    match = _SIZE(text)
    return (int(match[1]), int(match[2])) if match else None


def short_side(resolution: str) -> int | None:
    """Return the pixels of the short side that a resolution names, None if it names none."""
    name = resolution.lower()
    match = _NAMED(name)
    return int(match[1]) if match else _SHORT_SIDES.get(name)


def ratio_value(text: str) -> float:
    """Return width over height of a `W:H` ratio.

    Raises:
        ValueError: it is not of that form.
    """
    match = _RATIO(text)
    if match is None:
        raise ValueError(f"{text!r} is not an aspect ratio like 16:9")
    return int(match[1]) / int(match[2])


def has_ratio(size: tuple[int, int], aspect_ratio: str) -> bool:
    """Return whether a size has a ratio, within what models round away."""
    return abs(size[0] / size[1] / ratio_value(aspect_ratio) - 1) <= RATIO_TOLERANCE


def nominal_size(resolution: str, aspect_ratio: str) -> tuple[int, int]:
    """Return the size whose short side the resolution names, both sides even.

    Raises:
        ValueError: the resolution or the ratio names none.
    """
    short, ratio = short_side(resolution), ratio_value(aspect_ratio)
    if short is None:
        raise ValueError(f"{resolution!r} is not a resolution like 720p or 4K")
    long = round(short * max(ratio, 1 / ratio) / 2) * 2
    return (long, short) if ratio >= 1 else (short, long)

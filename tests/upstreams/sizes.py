"""Sizes of videos from what the vendors' requests say."""

from __future__ import annotations

WIDE = (16, 9)


def size_of(ratio: str, short_side: int = 720) -> tuple[int, int]:
    """Return width and height: of `1280:720` these, of `16:9` and of words by the shorter side."""
    try:
        width, height = (int(side) for side in ratio.split(":"))
    except ValueError:
        width, height = WIDE
    if min(width, height) > 100:  # these are pixels
        return width, height
    scale = short_side / min(width, height)
    return round(width * scale), round(height * scale)

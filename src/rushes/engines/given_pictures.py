"""The pictures that a request gives: decoded, cropped to the frame, or only their colors."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING

from rushes.engines import images
from rushes.engines.decode import decode, decode_frame
from rushes.engines.request import RenderCancelled, RenderRequest

if TYPE_CHECKING:
    from rushes.engines.procedural.scene import Color

Decoding = Callable[[str], AbstractContextManager[object]]


def given_pictures(
    request: RenderRequest, decoding: Decoding, cancelled: Callable[[], bool]
) -> tuple[images.Picture | None, images.Picture | None, tuple[Color, ...]]:
    """Return the first and the last frame, cropped to size, and the references' colors."""
    frame = (request.width, request.height)

    def decoded(name: str, read: Callable[[], images.Picture]) -> images.Picture:
        if cancelled():
            raise RenderCancelled("the render was cancelled")
        with decoding(name):
            return read()

    def end(data: bytes | None, name: str) -> images.Picture | None:
        if data is None:
            return None
        picture = decoded(name, lambda: decode_frame(data, name, frame))
        return images.cover(picture, *frame)

    def reference(number: int, data: bytes) -> images.Picture:
        name = f"reference image {number}"
        return decoded(name, lambda: decode(data, name))

    first = end(request.first_frame, "the first frame image")
    last = end(request.last_frame, "the last frame image")
    # One after another, as the palette takes them: together they would fill the memory.
    references = (reference(*numbered) for numbered in enumerate(request.references, 1))
    return first, last, images.palette_of(references)

"""The pictures that a request gives, decoded one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from rushes.engines import images
from rushes.engines.decode import decode, decode_frame
from rushes.engines.request import RenderCancelled, RenderRequest, UnusableRequestError

if TYPE_CHECKING:
    from rushes.engines.decode_media import Decoding
    from rushes.engines.images import Picture


@dataclass(frozen=True)
class Given:
    """`decoding` is entered with the name of each file that is decoded, or of each part of it."""

    decoding: Decoding
    cancelled: Callable[[], bool]

    def ends(self, request: RenderRequest) -> tuple[Picture | None, Picture | None]:
        """Return the first and the last frame, cropped to size, but no face of an avatar."""
        return (
            self._frame(request.first_frame, "the first frame image", request),
            self._frame(request.last_frame, "the last frame image", request),
        )

    def pictures(self, request: RenderRequest) -> Iterator[Picture]:
        """Yield the reference images; together they would fill the memory."""
        for number, data in enumerate(request.references, 1):
            name = f"reference image {number}"
            yield self._decoded(name, partial(decode, data, name))

    def portrait(self, request: RenderRequest) -> Picture:
        """Return the first reference image, as large as the video."""
        data = request.references[0] if request.references else None
        picture = self._frame(data, "reference image 1", request)
        if picture is None:
            raise UnusableRequestError("a portrait needs a picture")
        return picture

    def _frame(self, data: bytes | None, name: str, request: RenderRequest) -> Picture | None:
        if data is None:
            return None
        frame = (request.width, request.height)
        picture = self._decoded(name, lambda: decode_frame(data, name, frame))
        fit = images.portrait if request.task == "avatar" else images.cover
        return fit(picture, *frame)

    def _decoded(self, name: str, read: Callable[[], Picture]) -> Picture:
        if self.cancelled():
            raise RenderCancelled("the render was cancelled")
        with self.decoding(name):
            return read()

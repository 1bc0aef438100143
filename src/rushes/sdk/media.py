"""Local files, bytes and images in memory as the media parts of a request."""

from __future__ import annotations

import base64
import os
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, Literal, NamedTuple
from urllib.parse import urlsplit

from rushes.sdk import _sources
from rushes.sdk._params import Source
from rushes.wire.body_limit import MAX_BODY_BYTES, max_embedded_bytes
from rushes.wire.enums import FrameType
from rushes.wire.media import (
    AudioURL,
    ContentPartAudio,
    ContentPartImage,
    ContentPartVideo,
    FrameImage,
    FrameImageImageURL,
    InputReference,
    VideoURL,
)
from rushes.wire.sniff import media_type

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["LARGEST", "Source", "frame_image", "input_reference", "media_type"]

LARGEST = 20_000_000  # bytes of a file; as base64 it is a third larger

Kind = Literal["image", "audio", "video"]

_KINDS_BY_SUFFIX: dict[str, Kind] = {
    **dict.fromkeys((".mp4", ".webm", ".mov", ".mkv", ".m4v", ".avi"), "video"),
    **dict.fromkeys((".mp3", ".wav", ".ogg", ".oga", ".opus", ".flac", ".m4a", ".aac"), "audio"),
}


def frame_image(
    source: Source, frame_type: FrameType = "first_frame", *, max_bytes: int = LARGEST
) -> FrameImage:
    """Make a frame for `frame_images` from a URL, path, bytes, open file, upload or picture.

    A URL (https or data) is passed on; anything else is embedded. Files are read in binary mode
    from their position to their end; uploads are those of any framework. Their bytes are not
    changed, including metadata (orientation, colors). A Pillow image is written as PNG, upright;
    so is an array of uint8 with the shape (height, width), (height, width, 3) or (height, width,
    4), whose channels are red, green, blue and opacity.

    Raises:
        ValueError: it is not an image, is empty, closed, or larger than `max_bytes`.
        OSError: the file cannot be read.
        TypeError: it is none of these, is open in text mode, or can only be read asynchronously.
    """
    return _frame(_load(source, max_bytes, "image"), frame_type)


def input_reference(
    source: Source, kind: Kind | None = None, *, max_bytes: int = LARGEST
) -> InputReference:
    """Make an entry for `input_references`, as `frame_image` does.

    `kind` is detected from the file, or from the suffix of a URL (an image if there is none); pass
    it if that is wrong. OpenRouter refuses an embedded video: there, it must be an https URL. The
    offline engine of a Rushes service takes both.

    Raises:
        ValueError: as `frame_image`.
        OSError: the file cannot be read.
        TypeError: it is none of these.
    """
    return _reference(_load(source, max_bytes, kind))


def with_shorthands(
    arguments: Mapping[str, Any],
    reference_kind: Kind | None = None,
    max_body_bytes: int = MAX_BODY_BYTES,
) -> dict[str, Any]:
    """Return the inputs of a request with `first_frame`, `last_frame` and `references` added.

    Raises:
        ValueError: files do not fit into a body of so many bytes together; none is encoded then.
    """
    left = limit = max_embedded_bytes(max_body_bytes)

    def load(source: Source, kind: Kind | None) -> _Medium:
        nonlocal left
        medium = _load(source, LARGEST, kind)
        left -= len(medium.data)
        if left < 0:
            raise ValueError(
                f"The files of this request have more than {limit:,} bytes together, which do not"
                " fit into one request; make them smaller, or pass URLs"
            )
        return medium

    names: tuple[FrameType, ...] = ("first_frame", "last_frame")
    given = [name for name in names if arguments.get(name) is not None]
    frames = [(load(arguments[name], "image"), name) for name in given]
    listed = _sources.listed(arguments.get("references"))
    references = [load(source, reference_kind) for source in listed]
    return {
        "frame_images": [
            *(arguments.get("frame_images") or ()),
            *(_frame(medium, name) for medium, name in frames),
        ]
        or None,
        "input_references": [
            *(arguments.get("input_references") or ()),
            *map(_reference, references),
        ]
        or None,
    }


async def read_async(arguments: Mapping[str, Any]) -> dict[str, Any]:
    """Return the inputs of a request with files that are read asynchronously read."""

    async def bytes_of(source: Any) -> Any:
        return await _sources.read_async(source, LARGEST + 1)

    frames = {name: await bytes_of(arguments.get(name)) for name in ("first_frame", "last_frame")}
    listed = _sources.listed(arguments.get("references"))
    return {**arguments, **frames, "references": [await bytes_of(each) for each in listed] or None}


class _Medium(NamedTuple):
    """A URL, or the bytes of a file."""

    name: str
    kind: Kind
    given_url: str = ""
    media_type: str = ""
    data: bytes = b""

    @property
    def url(self) -> str:
        encoded = base64.b64encode(self.data).decode("ascii")
        return self.given_url or f"data:{self.media_type};base64,{encoded}"


def _frame(medium: _Medium, frame_type: FrameType) -> FrameImage:
    if medium.kind != "image":
        raise ValueError(f"{medium.name} is {_a(medium.kind)}; a frame must be an image")
    url = FrameImageImageURL(url=medium.url)
    return FrameImage(type="image_url", image_url=url, frame_type=frame_type)


def _reference(medium: _Medium) -> InputReference:
    if medium.kind == "audio":
        return ContentPartAudio(type="audio_url", audio_url=AudioURL(url=medium.url))
    if medium.kind == "image":
        return ContentPartImage(type="image_url", image_url=FrameImageImageURL(url=medium.url))
    return ContentPartVideo(type="video_url", video_url=VideoURL(url=medium.url))


def _load(source: Source, max_bytes: int, kind: Kind | None) -> _Medium:
    source = _sources.url_of(source)
    name = _name(source)
    if isinstance(source, str) and (scheme := _scheme(source)) is not None:
        return _Medium(name, kind or _kind_of_url(source, scheme), source)
    data = _sources.read(source, max_bytes + 1)
    if not data:
        raise ValueError(f"{name} is empty, or was already read to its end")
    if len(data) > max_bytes:
        raise ValueError(
            f"{name} is larger than {max_bytes:,} bytes; "
            "make it smaller, pass a URL, or raise max_bytes"
        )
    detected = media_type(data)
    if detected is None:
        raise ValueError(f"{name} is not a recognized image, audio or video file")
    found = _kind_of_type(detected)
    if kind is not None and kind != found:
        raise ValueError(f"{name} is {_a(found)}, not {_a(kind)}")
    return _Medium(name, found, media_type=detected, data=data)


def _scheme(written: str) -> str | None:
    head = written[:8].lower()
    return next((s for s in ("https", "http", "data") if head.startswith(f"{s}:")), None)


def _kind_of_url(url: str, scheme: str) -> Kind:
    if scheme == "data":
        return _kind_of_type(url[5:].partition(";")[0].partition(",")[0].strip().lower())
    suffix = PurePosixPath(urlsplit(url).path).suffix.lower()
    return _KINDS_BY_SUFFIX.get(suffix, "image")


def _kind_of_type(media_type: str) -> Kind:
    kind = media_type.partition("/")[0]
    return "video" if kind == "video" else "audio" if kind == "audio" else "image"


def _name(source: Source) -> str:
    return f"The file {os.fspath(source)!r}" if isinstance(source, str | os.PathLike) else "It"


def _a(kind: Kind) -> str:
    return "a video" if kind == "video" else f"an {kind}"

"""Local files, bytes and images in memory as the media parts of a request."""

from __future__ import annotations

import base64
import errno
import io
import os
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import urlsplit

from rushes.sdk._params import Source
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

_PNG_MODES = {"1", "L", "LA", "I;16", "P", "RGB", "RGBA"}
_NEAREST_MODES = {"La": "LA", "PA": "RGBA", "RGBa": "RGBA"}
_KINDS_BY_SUFFIX: dict[str, Kind] = {
    **dict.fromkeys((".mp4", ".webm", ".mov", ".mkv", ".m4v", ".avi"), "video"),
    **dict.fromkeys((".mp3", ".wav", ".ogg", ".oga", ".opus", ".flac", ".m4a", ".aac"), "audio"),
}


def frame_image(
    source: Source, frame_type: FrameType = "first_frame", *, max_bytes: int = LARGEST
) -> FrameImage:
    """Make a frame for `frame_images` from a URL, path, bytes, open file or Pillow image.

    A URL (https or data) is passed on; anything else is embedded. The bytes of a file are not
    changed, including its metadata (orientation, colors); a Pillow image is written as PNG,
    upright.

    Raises:
        ValueError: it is not an image, is empty, or is larger than `max_bytes`.
        OSError: the file cannot be read.
        TypeError: it is none of these.
    """
    kind, url = _to_url(source, max_bytes, "image")
    if kind != "image":
        raise ValueError(f"{_name(source)} is {_a(kind)}; a frame must be an image")
    return FrameImage(
        type="image_url", image_url=FrameImageImageURL(url=url), frame_type=frame_type
    )


def input_reference(
    source: Source, kind: Kind | None = None, *, max_bytes: int = LARGEST
) -> InputReference:
    """Make an entry for `input_references`, as `frame_image` does.

    `kind` is detected from the file, or from the suffix of a URL (an image if there is none); pass
    it if that is wrong. Videos must be https URLs: the API does not accept embedded ones.

    Raises:
        ValueError: as `frame_image`, and for a local video.
        OSError: the file cannot be read.
        TypeError: it is none of these.
    """
    found, url = _to_url(source, max_bytes, kind)
    if found == "audio":
        return ContentPartAudio(type="audio_url", audio_url=AudioURL(url=url))
    if found == "video":
        if url.startswith("data:"):
            raise ValueError(
                "Videos cannot be embedded in a request; upload the video and pass its https URL"
            )
        return ContentPartVideo(type="video_url", video_url=VideoURL(url=url))
    return ContentPartImage(type="image_url", image_url=FrameImageImageURL(url=url))


def with_shorthands(arguments: Mapping[str, Any]) -> dict[str, Any]:
    """Return the inputs of a request with `first_frame`, `last_frame` and `references` added."""
    frames = list(arguments.get("frame_images") or ())
    frames += [
        frame_image(arguments[name], name)
        for name in ("first_frame", "last_frame")
        if arguments.get(name) is not None
    ]
    given = arguments.get("references")
    listed = () if given is None else [given] if _is_one(given) else given
    references = [*(arguments.get("input_references") or ()), *map(input_reference, listed)]
    return {"frame_images": frames or None, "input_references": references or None}


def _is_one(given: Any) -> bool:
    return isinstance(given, str | os.PathLike | bytes | bytearray | memoryview) or (
        hasattr(given, "read") or hasattr(given, "mode")
    )


def _to_url(source: Source, max_bytes: int, kind: Kind | None) -> tuple[Kind, str]:
    if isinstance(source, str) and (scheme := _scheme(source)) is not None:
        return kind or _kind_of_url(source, scheme), source
    data = _read(source, max_bytes + 1)
    if not data:
        raise ValueError(f"{_name(source)} is empty")
    if len(data) > max_bytes:
        raise ValueError(
            f"{_name(source)} is larger than {max_bytes:,} bytes; "
            "make it smaller, pass a URL, or raise max_bytes"
        )
    detected = media_type(data)
    if detected is None:
        raise ValueError(f"{_name(source)} is not a recognized image, audio or video file")
    found = _kind_of_type(detected)
    if kind is not None and kind != found:
        raise ValueError(f"{_name(source)} is {_a(found)}, not {_a(kind)}")
    return found, f"data:{detected};base64,{base64.b64encode(data).decode('ascii')}"


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


def _read(source: Source, size: int) -> bytes:
    """Return the bytes of a source, of files at most `size`."""
    if isinstance(source, bytes | bytearray | memoryview):
        return bytes(source)
    if isinstance(source, str | os.PathLike):
        path = Path(source).expanduser()
        if not path.exists():
            raise FileNotFoundError(f"There is no file {str(path)!r} (a URL begins with https://)")
        with path.open("rb") as file:
            return file.read(size)
    given: Any = source
    if hasattr(given, "save") and hasattr(given, "mode"):
        return _png(given)
    if hasattr(given, "read"):
        return _read_file(given, size)
    raise TypeError(
        "Media must be a URL, a path, bytes, an open file or a Pillow image, "
        f"not {type(source).__name__}"
    )


def _read_file(file: Any, size: int) -> bytes:
    # A pipe returns a little at a time.
    data = bytearray()
    while len(data) < size:
        some = file.read(size - len(data))
        if some is None:
            raise BlockingIOError(errno.EAGAIN, "The file has nothing to read yet")
        if not isinstance(some, bytes):
            raise TypeError("The file must be open for reading in binary mode")
        if not some:
            break
        data += some
    return bytes(data)


def _png(image: Any) -> bytes:
    from PIL import ImageOps

    upright = ImageOps.exif_transpose(image)
    if upright.mode not in _PNG_MODES:
        if upright.mode.startswith("I"):
            upright = upright.convert("I").convert("I;16")
        else:
            upright = upright.convert(_NEAREST_MODES.get(upright.mode, "RGB"))
    written = io.BytesIO()
    upright.save(written, "PNG")
    return written.getvalue()


def _name(source: Source) -> str:
    return f"The file {os.fspath(source)!r}" if isinstance(source, str | os.PathLike) else "It"


def _a(kind: Kind) -> str:
    return "a video" if kind == "video" else f"an {kind}"

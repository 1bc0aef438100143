"""The input media of requests: which URLs are accepted, and what a data URL contains."""

from __future__ import annotations

import base64
import re
import string
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args
from urllib.parse import urlsplit

from rushes.catalog.model import Model
from rushes.catalog.refusal import InvalidParameterError
from rushes.wire import VideoGenerationRequest
from rushes.wire.sniff import media_type

MAX_REFERENCES = 16
MAX_URL = 8192  # characters, unless it is a data URL
FRAME_TYPES = ("first_frame", "last_frame")
_DATA_URL = re.compile(r"data:(?P<mime>[\w.+-]+/[\w.+-]+)(?:;[\w.+-]+=[^;,]*)*;base64,", re.I)
_BASE64 = f"{string.ascii_letters}{string.digits}+/".encode()
_HEAD = 128  # base64 digits, in which the type of a picture shows
_UNREADABLE = {"image/heic"}  # by the image decoder

Kind = Literal["image", "audio", "video"]
Role = Literal["first_frame", "last_frame", "reference"]


@dataclass(frozen=True)
class Medium:
    """One input; `path` is where the body has its URL."""

    role: Role
    kind: Kind
    url: str
    path: str


def read_media(request: VideoGenerationRequest) -> tuple[Medium, ...]:
    """Return the inputs that are used: references beside frame images are ignored."""
    frames = tuple(_frames(request))
    return frames or tuple(_references(request))


def check_media(request: VideoGenerationRequest, model: Model) -> tuple[Medium, ...]:
    """Return the inputs that are used; raises InvalidParameterError for an unusable one."""
    _check_frame_types(request, model)
    references = tuple(_references(request))
    if len(references) > MAX_REFERENCES:
        raise InvalidParameterError(
            "input_references", len(references), f"are too many; at most {MAX_REFERENCES}"
        )
    # References beside frame images are checked too, although they are not used.
    for medium in (*_frames(request), *references):
        _check_url(medium)
    return read_media(request)


def decode_data_url(url: str) -> bytes:
    """Return the bytes of a base64 data URL that `check_media` has accepted."""
    return base64.b64decode(_content(url))


def _content(url: str) -> str:
    """Return the base64 text of a data URL; raise ValueError if it has none.

    It is checked without being decoded, which only the provider needs that uses the bytes.
    """
    match = _DATA_URL.match(url)
    if match is None:
        raise ValueError("is not a base64 data URL")
    text = url[match.end() :]
    data = text.encode("ascii", "replace")
    digits = data[:-2] + data[-2:].rstrip(b"=")
    if len(data) % 4 or digits.translate(None, _BASE64):
        raise ValueError("does not hold valid base64")
    return text


def is_https_url(url: str) -> bool:
    """Return whether a URL is https with a host, a valid port and no control characters."""
    try:
        parts = urlsplit(url)
        return (
            parts.scheme.lower() == "https"
            and bool(parts.hostname)
            and parts.port != 0
            and url.isprintable()
        )
    except ValueError:
        return False


def is_data_url(url: str) -> bool:
    return url[:5].lower() == "data:"


def _frames(request: VideoGenerationRequest) -> Iterator[Medium]:
    for i, frame in enumerate(request.frame_images or ()):
        role: Role = "last_frame" if frame.frame_type == "last_frame" else "first_frame"
        yield Medium(role, "image", frame.image_url.url, f"frame_images[{i}].image_url.url")


def _references(request: VideoGenerationRequest) -> Iterator[Medium]:
    for i, part in enumerate(request.input_references or ()):
        for kind in get_args(Kind):
            if (target := getattr(part, f"{kind}_url", None)) is not None:
                path = f"input_references[{i}].{kind}_url.url"
                yield Medium("reference", kind, target.url, path)


def _check_frame_types(request: VideoGenerationRequest, model: Model) -> None:
    accepted = FRAME_TYPES if model.frame_types is None else model.frame_types
    seen: set[str] = set()
    for i, frame in enumerate(request.frame_images or ()):
        name, field = str(frame.frame_type), f"frame_images[{i}].frame_type"
        if name not in accepted:
            raise InvalidParameterError(
                field, name, f"is not available on {model.id}", allowed=accepted or ("none",)
            )
        if name in seen:
            raise InvalidParameterError(field, name, "is given twice; one image per frame type")
        seen.add(name)


def _check_url(medium: Medium) -> None:
    if is_data_url(medium.url):
        _check_data_url(medium)
        return
    if len(medium.url) > MAX_URL:
        problem = f"is too long: {len(medium.url)} characters, at most {MAX_URL}"
        raise InvalidParameterError(medium.path, medium.url, problem)
    if not is_https_url(medium.url):
        allowed = ("https:// URL",) if medium.kind == "video" else ("https:// URL", "data: URL")
        raise InvalidParameterError(medium.path, medium.url, "cannot be fetched", allowed=allowed)


def _check_data_url(medium: Medium) -> None:
    if medium.kind == "video":
        raise InvalidParameterError(
            medium.path, medium.url, "is a data URL; video references must be https:// URLs"
        )
    try:
        head = base64.b64decode(_content(medium.url)[:_HEAD])
    except ValueError as error:
        raise InvalidParameterError(medium.path, medium.url, str(error)) from error
    found = media_type(head) or ""
    if medium.kind == "image" and (not found.startswith("image/") or found in _UNREADABLE):
        formats = ("PNG", "JPEG", "WebP", "GIF")
        raise InvalidParameterError(
            medium.path, medium.url, "does not contain an image", allowed=formats
        )

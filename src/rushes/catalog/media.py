"""The input media of requests: which URLs are accepted, and what a data URL contains."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args
from urllib.parse import urlsplit

from rushes.catalog.model import Model
from rushes.catalog.refusal import InvalidParameterError
from rushes.url_check import FetchError, check_url
from rushes.wire import VideoGenerationRequest
from rushes.wire.data_url import DataURL, is_data_url, parse_data_url
from rushes.wire.picture_size import Size, picture_size, shape_problem
from rushes.wire.sniff import media_type

MAX_REFERENCES = 16
MAX_URL = 8192  # characters, unless it is a data URL
FRAME_TYPES = ("first_frame", "last_frame")
_MEDIA_HEAD = 4096  # bytes, in which that of a video or a sound shows
_HEAD = 64  # bytes, in which the type of a picture shows
_UNREADABLE = {"image/heic"}  # by the image decoder

Kind = Literal["image", "audio", "video"]
Role = Literal["first_frame", "last_frame", "reference"]


@dataclass(frozen=True)
class Medium:
    """One input; `path` is where the body has its URL.

    `size` is that of a picture as shown, None where its header is not in the body or not readable.
    """

    role: Role
    kind: Kind
    url: str
    path: str
    size: Size | None = None


def read_media(request: VideoGenerationRequest) -> tuple[Medium, ...]:
    """Return the inputs that are used: references beside frame images are ignored."""
    frames = tuple(_frames(request))
    return frames or references_of(request)


def references_of(request: VideoGenerationRequest) -> tuple[Medium, ...]:
    """Return all references, in order."""
    return tuple(_references(request))


def check_media(
    request: VideoGenerationRequest,
    model: Model,
    *,
    allow_private: bool = False,
    is_live: bool = False,
) -> tuple[Medium, ...]:
    """Return the inputs that are used; raises InvalidParameterError for an unusable one.

    `is_live`: a provider makes the model. OpenRouter takes videos by URL alone; the engine takes
    data URLs of them as well.
    """
    _check_frame_types(request, model)
    references = references_of(request)
    if len(references) > MAX_REFERENCES:
        raise InvalidParameterError(
            "input_references", len(references), f"are too many; at most {MAX_REFERENCES}"
        )

    # References beside frame images are checked too, although they are not used.
    def checked(medium: Medium) -> Medium:
        return _checked(medium, allow_private=allow_private, is_live=is_live)

    frames, references = tuple(map(checked, _frames(request))), tuple(map(checked, references))
    return frames or references


def frame_shape(media: Sequence[Medium]) -> Size | None:
    """Return the size of the first frame, else of the last one; None if neither is known."""
    sizes = {medium.role: medium.size for medium in media}
    return sizes.get("first_frame") or sizes.get("last_frame")


def check_https_url(
    field: str,
    url: str,
    problem: str,
    *,
    allow_private: bool,
    allowed: Sequence[str] = ("https:// URL",),
) -> None:
    """Raise InvalidParameterError unless a URL is https and its host may be called.

    A name is not resolved here, only judged by its text; its addresses are when it is called.
    """
    if not _is_https_url(url):
        raise InvalidParameterError(field, url, problem, allowed=allowed)
    try:
        check_url(url, allow_private=allow_private)
    except FetchError as error:
        hint = "the operator can permit private ones with RUSHES_FETCH_PRIVATE_URLS"
        raise InvalidParameterError(field, url, f"{problem}: {error}; {hint}") from None


def _is_https_url(url: str) -> bool:
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


def _checked(medium: Medium, *, allow_private: bool, is_live: bool) -> Medium:
    """Return an input, with its size where the body holds it."""
    if is_data_url(medium.url):
        return _checked_content(medium, is_live=is_live)
    if len(medium.url) > MAX_URL:
        problem = f"is too long: {len(medium.url)} characters, at most {MAX_URL}"
        raise InvalidParameterError(medium.path, medium.url, problem)
    allowed = ("https:// URL",) if medium.kind == "video" else ("https:// URL", "data: URL")
    check_https_url(
        medium.path,
        medium.url,
        "cannot be fetched",
        allow_private=allow_private,
        allowed=allowed,
    )
    return medium


def _checked_content(medium: Medium, *, is_live: bool) -> Medium:
    if medium.kind == "video" and is_live:
        raise InvalidParameterError(
            medium.path, medium.url, "is a data URL; video references must be https:// URLs"
        )
    try:
        content = parse_data_url(medium.url)
    except ValueError as error:
        raise InvalidParameterError(medium.path, medium.url, str(error)) from error
    if medium.kind == "image":
        return _sized(medium, content)
    if not is_live:
        _check_kind_of(medium, content)
    return medium


def _check_kind_of(medium: Medium, content: DataURL) -> None:
    found = (media_type(content.read(0, _MEDIA_HEAD)) or "").partition("/")[0]
    if medium.kind == "video" and found != "video":
        formats: tuple[str, ...] = ("MP4", "MOV", "WebM", "Matroska", "AVI")
        problem = "does not contain a video"
    elif medium.kind == "audio" and found not in {"audio", "video"}:
        formats = ("MP3", "WAV", "FLAC", "Ogg", "AAC", "AIFF", "M4A", "a video")
        problem = "does not contain a sound"
    else:
        return
    raise InvalidParameterError(medium.path, medium.url, problem, allowed=formats)


def _sized(medium: Medium, content: DataURL) -> Medium:
    found = media_type(content.read(0, _HEAD)) or ""
    if not found.startswith("image/") or found in _UNREADABLE:
        formats = ("JPEG", "PNG", "WebP", "GIF", "AVIF", "BMP", "TIFF")
        raise InvalidParameterError(
            medium.path, medium.url, "does not contain an image", allowed=formats
        )
    size = picture_size(content.read)
    if size is not None and (problem := shape_problem(size)) is not None:
        raise InvalidParameterError(medium.path, f"{size[0]}x{size[1]}", problem)
    return replace(medium, size=size)

"""The media type of a file, by its first bytes."""

from __future__ import annotations

import re

# Beginning of the file, and its type. Where text may begin like it, the pattern is longer.
_BEGINNINGS = tuple(
    (re.compile(pattern, re.DOTALL).match, kind)
    for pattern, kind in (
        (rb"\x89PNG\r\n\x1a\n", "image/png"),
        (rb"\xff\xd8\xff", "image/jpeg"),
        (rb"GIF8[79]a", "image/gif"),
        (rb"BM.{12}[\x0c\x10\x28\x34\x38\x40\x6c\x7c]\0\0\0", "image/bmp"),  # size of a header
        (rb"II\*\0|MM\0\*", "image/tiff"),
        (rb"fLaC[\0\x80]", "audio/flac"),
        (rb"OggS\0", "audio/ogg"),
        (rb"ID3[\x02-\x04].{2}[\0-\x7f]{4}", "audio/mpeg"),
        # A frame of layer II or III without a tag. Layer I is not used, and looks like the byte
        # order mark of UTF-16.
        (rb"\xff[\xe2-\xe5\xf2-\xf5\xfa-\xfd][\0-\xef]", "audio/mpeg"),
        (rb"\x1aE\xdf\xa3", "video/webm"),
    )
)
_LONGEST_HEAD = 4096  # bytes of an MP4's first box
_RIFF = {b"WEBP": "image/webp", b"WAVE": "audio/wav", b"AVI ": "video/x-msvideo"}
_BRANDS = {
    **dict.fromkeys((b"avif", b"avis"), "image/avif"),
    **dict.fromkeys((b"heic", b"heix", b"mif1", b"msf1"), "image/heic"),
    **dict.fromkeys((b"M4A ", b"M4B "), "audio/mp4"),
    b"qt  ": "video/quicktime",
}


def media_type(data: bytes) -> str | None:
    """Return the media type of a file by its first bytes, None if it is not known."""
    if data[:4] == b"RIFF":
        return _RIFF.get(data[8:12])
    if data[4:8] == b"ftyp" and int.from_bytes(data[:4], "big") <= _LONGEST_HEAD:
        return _BRANDS.get(data[8:12], "video/mp4")
    return next((kind for begins, kind in _BEGINNINGS if begins(data)), None)

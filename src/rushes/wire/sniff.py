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
        (rb"\xff[\xf0\xf1\xf8\xf9]", "audio/aac"),  # ADTS
        (rb"FORM.{4}AIF[FC]", "audio/aiff"),
        (rb"\x1aE\xdf\xa3.{0,60}\x42\x82.matroska", "video/x-matroska"),
        (rb"\x1aE\xdf\xa3", "video/webm"),
        # QuickTime before there was `ftyp`.
        (rb"\0.{3}(?:moov|mdat|wide|free|skip)", "video/quicktime"),
    )
)
_LONGEST_HEAD = 4096  # bytes of an MP4's first box
_RIFF = {b"WEBP": "image/webp", b"WAVE": "audio/wav", b"AVI ": "video/x-msvideo"}
_BRANDS = {
    **dict.fromkeys((b"avif", b"avis"), "image/avif"),
    **dict.fromkeys((b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx"), "image/heic"),
    **dict.fromkeys((b"M4A ", b"M4B "), "audio/mp4"),
    b"qt  ": "video/quicktime",
}
_GENERIC = {b"mif1", b"msf1", b"miaf"}  # of pictures; the compatible brands say which


def media_type(data: bytes) -> str | None:
    """Return the media type of a file by its first bytes, None if it is not known."""
    if data[:4] == b"RIFF":
        return _RIFF.get(data[8:12])
    if data[4:8] == b"ftyp" and int.from_bytes(data[:4], "big") <= _LONGEST_HEAD:
        return _type_of_brands(data)
    return next((kind for begins, kind in _BEGINNINGS if begins(data)), None)


def _type_of_brands(data: bytes) -> str:
    major, end = data[8:12], int.from_bytes(data[:4], "big")
    if major not in _GENERIC:
        return _BRANDS.get(major, "video/mp4")
    compatible = {data[at : at + 4] for at in range(16, min(end, len(data)), 4)}
    return "image/avif" if compatible & {b"avif", b"avis"} else "image/heic"

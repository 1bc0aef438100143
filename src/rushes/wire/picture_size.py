"""The size of a picture, read from its header without decoding it, and which sizes are accepted."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable

from rushes.wire.sniff import media_type

Read = Callable[[int, int], bytes]
"""Return the bytes of a file from an offset on, up to a length; fewer at its end."""
Size = tuple[int, int]

MAX_PIXELS = 64_000_000
MAX_RATIO = 100  # of the longer side to the shorter
_LONGEST = 2**31 - 1  # of any format; more is a negative number
_MAX_STEPS = 1000  # segments of a file that are looked at
_MAX_TAGS = 500
_AVIF_HEAD = 65_536  # bytes of an AVIF file in which its properties are
_NO_FRAME = {0xC4, 0xC8, 0xCC}  # between the markers of JPEG frames, but none of them
_WIDTH, _HEIGHT, _ORIENTATION = 256, 257, 274  # tags of TIFF, and so of EXIF
_TURNED = {5, 6, 7, 8}  # orientations that swap the sides


def picture_size(read: Read) -> Size | None:
    """Return width and height as shown, None if the header does not say."""
    reader = _READERS.get(media_type(read(0, 64)) or "")
    try:
        size = reader(read) if reader else None
    except (struct.error, IndexError):  # it ends within its header
        return None
    return size if size is not None and min(size) > 0 else None


def shape_problem(size: Size) -> str | None:
    """Return why a picture of this size is not accepted, None if it is."""
    if max(size) > _LONGEST:
        return "is damaged: one of its sides is negative"
    if max(size) > MAX_RATIO * min(size):
        return f"is too narrow: the longer side may be at most {MAX_RATIO} times the shorter"
    if size[0] * size[1] > MAX_PIXELS:
        return f"has more than {MAX_PIXELS // 1_000_000} megapixels"
    return None


def _png(read: Read) -> Size | None:
    if read(12, 4) != b"IHDR":
        return None
    width, height = struct.unpack(">II", read(16, 8))
    return _as_shown((width, height), read, _chunk(read, b"eXIf", 8))


def _gif(read: Read) -> Size:
    width, height = struct.unpack("<HH", read(6, 4))
    return width, height


def _bmp(read: Read) -> Size:
    if read(14, 1) == b"\x0c":
        width, height = struct.unpack("<HH", read(18, 4))
    else:
        width, height = struct.unpack("<Ii", read(18, 8))
    return width, abs(height)  # a negative height counts from the top


def _webp(read: Read) -> Size | None:
    head = read(0, 30)
    match head[12:16]:
        case b"VP8 ":
            width, height = struct.unpack("<HH", head[26:30])
            return width & 0x3FFF, height & 0x3FFF
        case b"VP8L":
            (bits,) = struct.unpack("<I", head[21:25])
            return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
        case b"VP8X" if len(head) == 30:
            width, height = (int.from_bytes(head[at : at + 3], "little") for at in (24, 27))
            size = (width + 1, height + 1)
            return _as_shown(size, read, _chunk(read, b"EXIF", 12))
    return None


def _chunk(read: Read, kind: bytes, at: int) -> int | None:
    """Return where the content of a chunk of a PNG or WebP file begins."""
    for _ in range(_MAX_STEPS):
        head = read(at, 8)
        if len(head) < 8:
            return None
        if kind in {head[:4], head[4:]}:
            return at + 8
        if kind == b"eXIf":
            at += 12 + int.from_bytes(head[:4], "big")
        else:
            length = int.from_bytes(head[4:], "little")
            at += 8 + length + length % 2
    return None


def _avif(read: Read) -> Size | None:
    # Every item of the file has its size in an `ispe` box; the picture is the largest of them.
    head = read(0, _AVIF_HEAD)
    found = re.finditer(rb"ispe\0{4}(.{4})(.{4})", head, re.DOTALL)
    sizes = [(int.from_bytes(f[1], "big"), int.from_bytes(f[2], "big")) for f in found]
    size = max(sizes, key=lambda size: size[0] * size[1], default=None)
    turned = re.search(rb"\0\0\0\x09irot[\x01\x03]", head)  # by one or three quarters
    return size[::-1] if size is not None and turned is not None else size


def _jpeg(read: Read) -> Size | None:
    at, exif = 2, None
    for _ in range(_MAX_STEPS):
        mark, marker, length = struct.unpack(">BBH", read(at, 4))
        if mark != 0xFF or marker in {0xD9, 0xDA}:  # the end, or pixels
            return None
        if marker == 0xFF:  # a fill byte
            at += 1
            continue
        if marker == 0x01 or 0xD0 <= marker <= 0xD8:  # without a length
            at += 2
            continue
        if 0xC0 <= marker <= 0xCF and marker not in _NO_FRAME:
            height, width = struct.unpack(">HH", read(at + 5, 4))
            return _as_shown((width, height), read, exif)
        if marker == 0xE1 and read(at + 4, 6) == b"Exif\0\0":
            exif = at + 4
        at += 2 + length
    return None


def _as_shown(size: Size, read: Read, exif: int | None) -> Size:
    """Return the size of a picture that EXIF data at an offset may turn."""
    if exif is None:
        return size
    if read(exif, 6) == b"Exif\0\0":
        exif += 6
    try:
        tags = _tags(lambda offset, length: read(exif + offset, length))
    except struct.error:
        return size
    return size[::-1] if tags.get(_ORIENTATION) in _TURNED else size


def _tiff(read: Read) -> Size | None:
    tags = _tags(read)
    size = tags.get(_WIDTH, 0), tags.get(_HEIGHT, 0)
    return size[::-1] if tags.get(_ORIENTATION) in _TURNED else size


def _tags(read: Read) -> dict[int, int]:
    """Return the single integers among the tags of a TIFF file's first directory."""
    order = "<" if read(0, 2) == b"II" else ">"
    (start,) = struct.unpack(f"{order}I", read(4, 4))
    (count,) = struct.unpack(f"{order}H", read(start, 2))
    entries = read(start + 2, 12 * min(count, _MAX_TAGS))
    tags = {}
    for tag, kind, number, value in struct.iter_unpack(
        f"{order}HHI4s", entries[: len(entries) // 12 * 12]
    ):
        if number == 1 and kind in {3, 4}:  # SHORT and LONG
            tags[tag] = struct.unpack_from(f"{order}{'H' if kind == 3 else 'I'}", value)[0]
    return tags


_READERS: dict[str, Callable[[Read], Size | None]] = {
    "image/png": _png,
    "image/jpeg": _jpeg,
    "image/gif": _gif,
    "image/bmp": _bmp,
    "image/tiff": _tiff,
    "image/webp": _webp,
    "image/avif": _avif,
}

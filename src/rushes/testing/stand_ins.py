"""Pictures in place of those of other machines, so that no test uses the network."""

from __future__ import annotations

import hashlib
import struct
import zlib

from rushes.catalog.media import Medium
from rushes.hosts import is_loopback_url
from rushes.url_guard import FetchError

WIDTH, HEIGHT = 640, 360  # pixels
BANDS = 5  # of different colors


def stand_in(medium: Medium) -> bytes | None:
    """Return a picture for a URL, the same each time; None for one of this machine.

    Raises FetchError for other files.
    """
    if is_loopback_url(medium.url):
        return None
    if medium.kind != "image":
        raise FetchError("the test kit fetches nothing from other machines; serve it from this one")
    return _picture(medium.url)


def _picture(url: str) -> bytes:
    """Return a PNG of horizontal bands, whose colors tell URLs apart."""
    colors = hashlib.sha256(url.encode()).digest()[: 3 * BANDS]
    rows = []
    for y in range(HEIGHT):
        band = 3 * (y * BANDS // HEIGHT)
        rows.append(b"\0" + colors[band : band + 3] * WIDTH)
    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"".join(rows), 1)
    parts = ((b"IHDR", header), (b"IDAT", pixels), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*part) for part in parts)


def _chunk(kind: bytes, content: bytes) -> bytes:
    checksum = struct.pack(">I", zlib.crc32(kind + content))
    return struct.pack(">I", len(content)) + kind + content + checksum

"""Files in place of those of other machines, so that no test uses the network."""

from __future__ import annotations

import hashlib
import io
import struct
import tempfile
import wave
import zlib
from functools import lru_cache
from math import sin, tau
from pathlib import Path

from rushes.catalog.media import Medium
from rushes.hosts import is_loopback_url

WIDTH, HEIGHT = 640, 360  # pixels
BANDS = 5  # of different colors
SECONDS = 2
SOUND_RATE = 8000


def stand_in(medium: Medium) -> bytes | None:
    """Return a picture, video or sound for a URL, always the same; None for one of this machine."""
    if is_loopback_url(medium.url):
        return None
    if medium.kind == "image":
        return _picture(medium.url)
    return _video(medium.url) if medium.kind == "video" else _sound(medium.url)


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


@lru_cache(maxsize=8)
def _video(url: str) -> bytes:
    # Imported here: most tests need no codecs in their own process.
    from rushes.engines.instant import render  # noqa: PLC0415
    from rushes.engines.request import RenderRequest  # noqa: PLC0415

    seed = int.from_bytes(hashlib.sha256(url.encode()).digest()[:4])
    request = RenderRequest("stand-in for a video", WIDTH, HEIGHT, SECONDS, seed, audio=True)
    with tempfile.TemporaryDirectory(prefix="rushes-") as folder:
        path = Path(folder) / "video.mp4"
        render(request, path, lambda _: None, lambda: False)
        return path.read_bytes()


def _sound(url: str) -> bytes:
    """Return a WAV file of one tone, whose pitch tells URLs apart."""
    pitch = 200 + hashlib.sha256(url.encode()).digest()[0] * 4
    samples = (round(8000 * sin(tau * pitch * n / SOUND_RATE)) for n in range(SECONDS * SOUND_RATE))
    written = io.BytesIO()
    with wave.open(written, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(SOUND_RATE)
        sound.writeframes(struct.pack(f"<{SECONDS * SOUND_RATE}h", *samples))
    return written.getvalue()


def _chunk(kind: bytes, content: bytes) -> bytes:
    checksum = struct.pack(">I", zlib.crc32(kind + content))
    return struct.pack(">I", len(content)) + kind + content + checksum

"""Local pictures as request parts: read, recognised, put into a data URL."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Any

import click

MAX_PICTURE = 20 * 1024 * 1024  # bytes; grows by a third as base64 and must fit a body
_SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", 0, "image/png"),
    (b"\xff\xd8\xff", 0, "image/jpeg"),
    (b"GIF8", 0, "image/gif"),
    (b"WEBP", 8, "image/webp"),
    (b"ftypavif", 4, "image/avif"),
    (b"BM", 0, "image/bmp"),
)


def frame_image(path: Path, frame_type: str) -> dict[str, Any]:
    """Return a file as one of `frame_images`."""
    return {"type": "image_url", "image_url": {"url": data_url(path)}, "frame_type": frame_type}


def input_reference(path: Path) -> dict[str, Any]:
    """Return a file as one of `input_references`."""
    return {"type": "image_url", "image_url": {"url": data_url(path)}}


def data_url(path: Path) -> str:
    """Return a picture as a data URL; raise click.BadParameter for anything else."""
    content = path.read_bytes()
    if len(content) > MAX_PICTURE:
        raise click.BadParameter(
            f"{path} has {len(content)} bytes; a picture may have {MAX_PICTURE}"
        )
    for signature, at, mime in _SIGNATURES:
        if content[at : at + len(signature)] == signature:
            return f"data:{mime};base64,{base64.b64encode(content).decode()}"
    raise click.BadParameter(f"{path} is not a picture; allowed: PNG, JPEG, WebP, GIF, AVIF, BMP")

"""Local pictures as request parts: read, recognised, put into a data URL."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Any

import click

from rushes.catalog.media import image_type

MAX_PICTURE = 20 * 1024 * 1024  # bytes; grows by a third as base64 and must fit a body


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
    kind = image_type(content)
    if kind is None:
        raise click.BadParameter(f"{path} is not a picture; allowed: PNG, JPEG, WebP, GIF, AVIF")
    return f"data:{kind};base64,{base64.b64encode(content).decode()}"

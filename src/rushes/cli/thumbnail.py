"""A picture of a video that was made, on a terminal that shows pictures."""

from __future__ import annotations

import asyncio
import contextlib
import fcntl
import io
import os
import shutil
import struct
import sys
import termios
from collections.abc import AsyncIterator
from pathlib import Path

from PIL import Image

from rushes.cli.terminal_pictures import Cells, passed_through, written
from rushes.cli.terminal_protocol import Protocol, is_multiplexed
from rushes.engines.picture_process import make_picture

ROWS = 12  # of a terminal, at most
BLOCK = 1024**2  # bytes


def show_thumbnail(video: Path, protocol: Protocol) -> None:
    """Write a picture of a video to stdout; nothing if none can be made."""
    with contextlib.suppress(OSError):
        shown = asyncio.run(_thumbnail(video, protocol))
        if shown is not None:
            sys.stdout.write(shown)
            sys.stdout.flush()


async def _thumbnail(video: Path, protocol: Protocol) -> str | None:
    poster = await make_picture("poster", _blocks(video))
    if poster is None:
        return None
    cells = _cells()
    with Image.open(io.BytesIO(poster)) as picture:
        columns, rows = cells.fitting(picture.size, ROWS)
        picture.thumbnail((columns * cells.width, rows * cells.height))
        shown = written(picture, protocol, columns, rows)
    return passed_through(shown) if is_multiplexed(os.environ) else shown


async def _blocks(video: Path) -> AsyncIterator[bytes]:
    with video.open("rb") as file:
        while block := file.read(BLOCK):
            yield block


def _cells() -> Cells:
    """Return the terminal's size; most terminals say how large a character is, too."""
    size = shutil.get_terminal_size()
    cells = Cells(size.columns, size.lines)
    with contextlib.suppress(OSError):
        answer = fcntl.ioctl(sys.stdout.fileno(), termios.TIOCGWINSZ, bytes(8))
        rows, columns, width, height = struct.unpack("HHHH", answer)
        if rows and columns and width >= columns and height >= rows:
            cells = cells._replace(width=width // columns, height=height // rows)
    return cells

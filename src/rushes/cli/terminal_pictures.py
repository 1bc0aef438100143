"""What is written to a terminal for a picture."""

from __future__ import annotations

import base64
import io
import re
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from PIL import Image

from rushes.cli.terminal_protocol import Protocol

CHUNK = 4096  # bytes of base64 that kitty takes at once
COLORS = 128  # of a sixel picture; its terminals have 256 at most


class Cells(NamedTuple):
    """A terminal's size in characters, and a character's in pixels."""

    columns: int
    rows: int
    width: int = 10
    height: int = 20

    def fitting(self, size: tuple[int, int], most_rows: int) -> tuple[int, int]:
        """Return the columns and rows of a picture in its shape, at most so many rows."""
        shape = size[0] / size[1] * self.height / self.width  # columns of a row
        rows = max(1, min(most_rows, self.rows - 2, int((self.columns - 1) / shape)))
        return max(1, min(round(rows * shape), self.columns - 1)), rows


def written(picture: Image.Image, protocol: Protocol, columns: int, rows: int) -> str:
    """Return what shows a picture in a rectangle of cells, with the cursor below it at the end."""
    if protocol == "sixel":
        return f"{sixel(picture)}\n"
    png = io.BytesIO()
    picture.save(png, "PNG")
    if protocol == "iterm":
        encoded = base64.b64encode(png.getvalue()).decode()
        how = f"inline=1;size={len(png.getvalue())};width={columns};height={rows}"
        return f"\x1b]1337;File={how};preserveAspectRatio=1:{encoded}\a\n"
    # The cursor stays where it is, as tmux believes too.
    room, below = "\n" * rows + f"\x1b[{rows}A", f"\x1b[{rows}B\r"
    return f"{room}{''.join(_kitty(png.getvalue(), columns, rows))}{below}"


def passed_through(text: str) -> str:
    """Return what tmux passes on: each sequence in an envelope of its own."""

    def envelope(found: re.Match[str]) -> str:
        inside = found[0].replace("\x1b", "\x1b\x1b")
        return f"\x1bPtmux;{inside}\x1b\\"

    return re.sub(r"\x1b_G[^\x1b]*\x1b\\|\x1b\]1337;[^\a]*\a", envelope, text)


def _kitty(png: bytes, columns: int, rows: int) -> Iterator[str]:
    encoded = base64.b64encode(png).decode()
    parts = [encoded[start : start + CHUNK] for start in range(0, len(encoded), CHUNK)]
    for number, part in enumerate(parts, 1):
        # q=2: the terminal answers nothing, which would arrive at the shell.
        first = f"a=T,f=100,q=2,C=1,c={columns},r={rows}," if number == 1 else "q=2,"
        yield f"\x1b_G{first}m={int(number < len(parts))};{part}\x1b\\"


def sixel(picture: Image.Image) -> str:
    """Return a picture as sixels: bands of six rows, each a color at a time."""
    reduced = picture.convert("RGB").quantize(COLORS)
    pixels, palette = np.asarray(reduced), reduced.getpalette() or []
    height, width = pixels.shape
    used = np.unique(pixels)
    registers = "".join(_register(int(color), palette) for color in used)
    bands = list[str]()
    for top in range(0, height, 6):
        band = pixels[top : top + 6]
        weights = 1 << np.arange(len(band), dtype=np.uint8)[:, None]
        lines = list[str]()
        for color in np.unique(band):
            bits = ((band == color) * weights).sum(axis=0, dtype=np.uint8) + 63
            lines.append(f"#{color}{_shortened(bits.tobytes().decode('ascii'))}")
        bands.append("$".join(lines))
    return f'\x1bPq"1;1;{width};{height}{registers}{"-".join(bands)}\x1b\\'


def _register(color: int, palette: list[int]) -> str:
    red, green, blue = (round(part * 100 / 255) for part in palette[3 * color : 3 * color + 3])
    return f"#{color};2;{red};{green};{blue}"


def _shortened(sixels: str) -> str:
    """Return sixels with repetitions counted."""
    return re.sub(r"(.)\1{3,}", lambda found: f"!{len(found[0])}{found[1]}", sixels)

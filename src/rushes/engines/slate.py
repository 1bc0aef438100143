"""Pictures that say what they are: a slate with the request's facts, moving lanes, and a bar.

They are made for `motion`: whatever moves lies in whole rows of macroblocks, moves sideways by an
even number of pixels per frame, and enters the frame in one color until the next key picture. The
band is the exception: its stripes repeat, and go on forever.
"""

from __future__ import annotations

import colorsys
import hashlib
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from rushes.engines.motion import BLOCK, NO_BAND
from rushes.engines.request import file_hashes
from rushes.engines.slate_text import prompt_lines

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PIL.ImageFont import FreeTypeFont, ImageFont as BitmapFont

    from rushes.engines.encode import Planes
    from rushes.engines.motion import Band, Rows
    from rushes.engines.request import RenderRequest

    Font = FreeTypeFont | BitmapFont

Color = tuple[int, int, int]
"""Y, U, V: BT.709, limited range."""

TITLES = ("RUSHES INSTANT EMULATION", "RUSHES INSTANT", "INSTANT")
KEY_SECONDS = 2  # between key pictures at most
_GROUND, _PANEL, _UNFILLED, _INK, _FAINT_INK = 26, 34, 52, 228, 158  # luma
_GRAY = 128
_RELIEF = 14  # by which lanes are brighter at the top and darker at the bottom
_PICTURE_LEFT = 0.22  # of a picture's brightness below the text
_SMALLEST_FONT = 8  # pixels
_BAND_ROWS, _BAND_COLUMNS = 8, 4  # macroblocks of the smallest frame that has a band
_STRIPES = 4  # of a period of the band: two colors, each beside a dark one
_LEAST_BRIGHT = 150  # luma of the band's colors


@dataclass(frozen=True)
class Layout:
    """Where things are, in rows of macroblocks from the top, and how fast lanes move.

    From top to bottom: lanes or a given picture, a band of stripes if there is a picture, the bar,
    the panel with the text, more lanes. `distance` is how many frames lie between key pictures.
    """

    width: int
    height: int
    distance: int
    band: tuple[int, int]
    bar: tuple[int, int]
    panel: tuple[int, int]

    @property
    def columns(self) -> int:
        return -(-self.width // BLOCK)

    @property
    def rows(self) -> int:
        return -(-self.height // BLOCK)

    @property
    def stripe(self) -> int:
        """Return how wide a stripe of the band is, in pixels: whole macroblocks."""
        return BLOCK * max(1, min(4, self.columns // 40))

    @cached_property
    def lanes(self) -> tuple[tuple[int, int], ...]:
        """Return the first row of each lane and the row after its last."""
        high = max(1, round(self.rows / 14))
        gap = 1 if self.rows >= 20 else 0
        return tuple(
            (row, row + high)
            for start, end in ((0, self.band[0]), (self.panel[1] + gap, self.rows))
            for row in range(start, end - high + 1, high + gap)
        )


@lru_cache(maxsize=64)
def layout(width: int, height: int, most_distance: int, *, over_picture: bool) -> Layout:
    rows, columns = -(-height // BLOCK), -(-width // BLOCK)
    bar = max(1, round(rows / 45))
    panel = max(1 if over_picture else 2, round(rows * (0.22 if over_picture else 0.4)))
    panel = min(panel, rows - bar)
    has_band = over_picture and rows >= _BAND_ROWS and columns > _BAND_COLUMNS
    band = max(1, round(rows / 22)) if has_band else 0
    others = rows - band - bar - panel
    top = others if over_picture else others - others // 2
    distance = max(1, min(most_distance, max(8, width // 6)))
    ends = (top, top + band, top + band + bar, top + band + bar + panel)
    return Layout(width, height, distance, *pairwise(ends))


class Slate:
    """The key pictures of one video, and how what lies between them moves.

    `mark` is a hash of what the video is made from, which decides colors and speeds.
    """

    def __init__(
        self, request: RenderRequest, place: Layout, palette: tuple[Color, ...] = ()
    ) -> None:
        self._request = request
        self._layout = place
        self.mark = _fingerprint(request)
        self._colors = palette or _palette(self.mark)
        fastest = max(1, place.width // (4 * place.distance))
        self._speeds = tuple(
            2 * (1 + byte % min(fastest, 6)) * (1 if byte & 64 else -1)
            for byte in hashlib.shake_256(self.mark).digest(len(place.lanes))
        )
        # A quarter to three eighths of a stripe: faster ones would seem to stand or to turn back.
        pace = place.stripe // 8 + self.mark[-2] % (place.stripe // BLOCK + 1)
        self._pace = min(BLOCK, 2 * pace)

    def moved(self, index: int, *, over_picture: bool) -> Rows:
        """Return how a frame's rows move from the frame before it."""
        place = self._layout
        rows = [0] * place.rows
        if not over_picture:
            for (start, end), speed in zip(place.lanes, self._speeds, strict=True):
                rows[start:end] = [speed] * (end - start)
        for (start, end), moved in (
            (place.band, self._pace),
            (place.bar, self._filled(index) - self._filled(index - 1)),
        ):
            rows[start:end] = [moved] * (end - start)
        return tuple(rows)

    @property
    def band(self) -> Band:
        start, end = self._layout.band
        return (start, end, _STRIPES * self._layout.stripe) if start < end else NO_BAND

    def key_picture(self, index: int, ground: Planes | None) -> Planes:
        """Return the picture of a frame that starts a group; `ground` is shown behind the text."""
        place = self._layout
        if ground is None:
            size, half = (place.height, place.width), (place.height // 2, place.width // 2)
            planes = (
                np.full(size, _GROUND, np.uint8),
                np.full(half, _GRAY, np.uint8),
                np.full(half, _GRAY, np.uint8),
            )
            self._draw_lanes(planes, index // place.distance)
        else:
            planes = (ground[0].copy(), ground[1].copy(), ground[2].copy())
        self._draw_panel(planes, shaded=ground is not None)
        self._draw_band(planes, index)
        self._draw_bar(planes, index)
        return planes

    def _filled(self, index: int) -> int:
        """Return how many pixels of the bar are filled in a frame; even, and never none."""
        last = max(1, self._request.frames - 1)
        return BLOCK + (self._layout.width - BLOCK) * index // last // 2 * 2

    def _draw_lanes(self, planes: Planes, number: int) -> None:
        place = self._layout
        for lane, ((start, end), speed) in enumerate(zip(place.lanes, self._speeds, strict=True)):
            # One color per distance that the lane moves until the next key picture.
            length = abs(speed) * place.distance
            across = np.arange(place.columns * BLOCK)
            across = across if speed > 0 else across[::-1]
            chosen = (across[: place.width] // length - number + lane) % len(self._colors)
            colors = np.array(self._colors, np.int16)[chosen]
            luma = planes[0][start * BLOCK : end * BLOCK]
            relief = np.linspace(_RELIEF, -_RELIEF, (end - start) * BLOCK, dtype=np.int16)
            luma[:] = np.clip(colors[None, :, 0] + relief[: len(luma), None], 16, 235)
            for part, plane in enumerate(planes[1:], 1):
                plane[start * BLOCK // 2 : end * BLOCK // 2] = colors[None, ::2, part]

    def _draw_band(self, planes: Planes, index: int) -> None:
        place = self._layout
        start, end = (row * BLOCK for row in place.band)
        bright = [(max(_LEAST_BRIGHT, y), u, v) for y, u, v in self._colors]
        dark = (_GROUND, _GRAY, _GRAY)
        stripes = np.array((bright[0], dark, bright[-1], dark), np.uint8)
        across = np.arange(place.width) - self._pace * index
        colors = stripes[across // place.stripe % _STRIPES]
        planes[0][start:end] = colors[:, 0]
        for part, plane in enumerate(planes[1:], 1):
            plane[start // 2 : end // 2] = colors[::2, part]

    def _draw_bar(self, planes: Planes, index: int) -> None:
        start, end = (row * BLOCK for row in self._layout.bar)
        filled = self._filled(index)
        planes[0][start:end] = _UNFILLED
        for plane in planes[1:]:
            plane[start // 2 : end // 2] = _GRAY
        _fill(planes, (start, end, 0, filled), self._colors[0])

    def _draw_panel(self, planes: Planes, *, shaded: bool) -> None:
        place = self._layout
        start, end = (row * BLOCK for row in place.panel)
        luma = planes[0][start:end]
        if not len(luma):
            return
        if shaded:
            luma[:] = 16 + _PICTURE_LEFT * (luma.astype(np.float32) - 16)
            for plane in planes[1:]:
                part = plane[start // 2 : end // 2]
                part[:] = _GRAY + _PICTURE_LEFT * (part.astype(np.float32) - _GRAY)
        else:
            luma[:] = _PANEL
        _fill(planes, (start, end, 0, max(2, place.width // 120 * 2)), self._colors[0])
        np.maximum(luma, _text(self._lines, place.width, len(luma)), out=luma)

    @cached_property
    def _lines(self) -> tuple[str, ...]:
        request = self._request
        sound = "sound" if request.audio else "silent"
        length = f"{request.duration:g}"
        return (
            request.emulated_model or "rushes/procedural-1",
            f"{request.width}x{request.height}, {length} s, {sound}, seed {request.seed}",
            *prompt_lines(request.prompt),
        )


def _fingerprint(request: RenderRequest) -> bytes:
    """Return a hash of what a video is made from, besides its size."""
    made_from = (
        request.prompt,
        request.seed,
        request.emulated_model,
        request.task,
        file_hashes(request),
    )
    return hashlib.sha256(repr(made_from).encode()).digest()


def from_rgb(red: float, green: float, blue: float) -> Color:
    """Return a color of sRGB, 0 to 1."""
    luma = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    u, v = (blue - luma) / 1.8556, (red - luma) / 1.5748
    return round(16 + 219 * luma), round(128 + 224 * u), round(128 + 224 * v)


def _palette(mark: bytes) -> tuple[Color, ...]:
    hue = mark[0] / 256
    return tuple(
        from_rgb(*colorsys.hsv_to_rgb((hue + step) % 1, 0.38 + byte / 850, 0.55 + byte / 850))
        for step, byte in zip((0.0, 0.08, 0.16, 0.54, 0.62), mark[1:], strict=False)
    )


def _fill(planes: Planes, area: tuple[int, int, int, int], color: Color) -> None:
    top, bottom, left, right = area
    planes[0][top:bottom, left:right] = color[0]
    for plane, value in zip(planes[1:], color[1:], strict=True):
        plane[top // 2 : bottom // 2, left // 2 : right // 2] = value


@lru_cache(maxsize=8)
def _text(lines: tuple[str, ...], width: int, height: int) -> NDArray[np.uint8]:
    """Write as much of some lines below a title as there is room for."""
    image = Image.new("L", (width, height))
    draw = ImageDraw.Draw(image)
    margin = max(4, width // 30)
    room = width - 2 * margin
    title, size = _title(room, height)
    font, step = _font(size), round(size * 1.32)
    most = max(1, (height - 2) // step)
    written = _wrapped(lines[: most - 1], room, font, most - 1)
    y = (height - step * (1 + len(written))) // 2
    draw.text((margin, y), title, _INK, font)
    for number, line in enumerate(written, 1):
        draw.text((margin, y + number * step), line, _FAINT_INK, font)
    return np.asarray(image, np.uint8)


@lru_cache(maxsize=64)
def _title(room: int, height: int) -> tuple[str, int]:
    """Return the longest title that can be read, and the size of its letters."""
    for title in TITLES:
        size = min(height / 7.2, 24 * room / _font(24).getlength(title))
        if size >= _SMALLEST_FONT:
            return title, round(size)
    return title, _SMALLEST_FONT


def _wrapped(lines: tuple[str, ...], room: int, font: Font, most: int) -> list[str]:
    """Break lines where there is room for more rows than lines; shorten what is too long."""
    shown = list[str]()
    for number, line in enumerate(lines):
        others = len(lines) - number - 1
        shown += _rows(line, room, font, max(1, most - len(shown) - others))
    return shown


def _rows(line: str, room: int, font: Font, most: int) -> list[str]:
    words, rows = line.split(" "), list[str]()
    while words and len(rows) < most - 1:
        row = words.pop(0)
        while words and font.getlength(f"{row} {words[0]}") <= room:
            row += " " + words.pop(0)
        rows.append(_shortened(row, room, font))
    return [*rows, _shortened(" ".join(words), room, font)] if words else rows


def _shortened(line: str, room: int, font: Font) -> str:
    if font.getlength(line) <= room:
        return line
    while line and font.getlength(line + "…") > room:
        line = line[:-1]
    return line.rstrip() + "…"


@lru_cache(maxsize=64)
def _font(size: int) -> Font:
    return ImageFont.load_default(size)

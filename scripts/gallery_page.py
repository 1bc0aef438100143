"""The gallery of the offline engine: a contact sheet of each scene, and the page that shows them.

    .venv/bin/python scripts/gallery_page.py

renders the sheets into docs/images/gallery, which takes some minutes. scripts/generate_docs.py
writes the page.
"""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import av
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from rushes.engines.procedural.flow import STYLES, draw_style
from rushes.engines.procedural.plan import plan_scene
from rushes.engines.procedural.scenes import SCENES
from rushes.engines.procedural.sky import HOURS, WEATHERS
from rushes.engines.render import SceneShot
from rushes.engines.request import RenderRequest

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "images" / "gallery"
SEED = 7
SECOND = 2  # of the video, whose frame is shown
RENDERED, SHOWN = (640, 360), (320, 180)
GAP, LEFT, TOP, LETTERS = 4, 84, 30, 16
PAPER, INK = "#11161a", "#e6ebee"
QUALITY = 78
PLACES = {"mountain": "a mountain lake", "ocean": "the open sea", "city": "a city street"}
INTRO = f"""# Gallery

What [the offline engine](engine.md) draws: every scene, time of day, and weather. Each still is\
 the frame at {SECOND} seconds of a video of 4 seconds at {RENDERED[1]}p. The same prompt and seed\
 give the same video on your machine; another seed gives another place.
"""
WEATHER_NOTE = f"The seed is {SEED} throughout."
STYLE_NOTE = (
    "The seed chooses the style, unless the prompt says silk or ink. Weather changes only the pace."
)


@dataclass(frozen=True)
class Still:
    """One picture of a sheet: its row and column, and what makes it."""

    row: str
    column: str
    prompt: str
    seed: int


@dataclass(frozen=True)
class Sheet:
    """The stills of one scene: times of day by row, and weathers or styles by column."""

    scene: str
    place: str
    columns: tuple[str, ...]
    rows: tuple[str, ...] = tuple(HOURS)

    @property
    def is_abstract(self) -> bool:
        """Whether weather is not seen."""
        return self.scene not in PLACES

    @property
    def title(self) -> str:
        """Return the heading of the sheet."""
        return self.place.removeprefix("a ").removeprefix("the ").capitalize()

    @property
    def path(self) -> Path:
        """Return the file of the sheet."""
        return FOLDER / f"{self.scene}.webp"

    @property
    def size(self) -> tuple[int, int]:
        """Return the width and height of the sheet in pixels."""
        return _corner(len(self.columns), len(self.rows))

    def stills(self) -> Iterator[Still]:
        """Yield what the sheet shows, row by row."""
        for row in self.rows:
            for column in self.columns:
                yield self._style(row, column) if self.is_abstract else self._place(row, column)

    def _place(self, row: str, column: str) -> Still:
        words = "clear sky" if column == "clear" else column
        return Still(row, column, f"{self.place}, {row}, {words}".capitalize(), SEED)

    def _style(self, row: str, column: str) -> Still:
        prompt = f"{self.place}, {row}".capitalize()
        seeds = (seed for seed in itertools.count(SEED) if _style_of(prompt, seed) == column)
        return Still(row, column, prompt, next(seeds))


def sheets() -> list[Sheet]:
    """Return the sheet of every scene of the engine."""
    return [
        Sheet(scene, PLACES[scene], tuple(WEATHERS))
        if scene in PLACES
        else Sheet(scene, "abstract motion", STYLES)
        for scene in SCENES
    ]


def gallery_page() -> str:
    """Return the page."""
    return "\n".join([INTRO, *map(_section, sheets())])


def _section(sheet: Sheet) -> str:
    columns = "Style" if sheet.is_abstract else "Weather"
    note = STYLE_NOTE if sheet.is_abstract else WEATHER_NOTE
    last = list(sheet.stills())[len(sheet.columns) - 1]
    picture = f"images/gallery/{sheet.path.name}"
    return (
        f"## {sheet.title}\n\n"
        f"[![{sheet.title}: a contact sheet]({picture})]({picture})\n\n"
        f"Time of day, by row: {', '.join(sheet.rows)}."
        f" {columns}, by column: {', '.join(sheet.columns)}. {note}"
        f" The last still of the first row is “{last.prompt}”, seed {last.seed}.\n"
    )


def _style_of(prompt: str, seed: int) -> str:
    style, _ = draw_style(plan_scene(prompt, seed))
    return style


def _corner(column: int, row: int) -> tuple[int, int]:
    """Return the left and the top of a still, by its place on a sheet."""
    return LEFT + column * (SHOWN[0] + GAP), TOP + row * (SHOWN[1] + GAP)


def render(still: Still) -> Image.Image:
    """Render the shown frame of a still's video."""
    width, height = RENDERED
    request = RenderRequest(
        prompt=still.prompt, seed=still.seed, width=width, height=height, duration=4.0, audio=False
    )
    shot = SceneShot(plan_scene(still.prompt, still.seed), request)
    planes = [plane.reshape(-1) for plane in shot.planes(SECOND * request.fps)]
    content = np.concatenate(planes).reshape(height * 3 // 2, width)
    frame = av.VideoFrame.from_ndarray(content, format="yuv420p")
    picture = frame.reformat(format="rgb24", src_colorspace="ITU709").to_image()
    return picture.resize(SHOWN, Image.Resampling.LANCZOS)


def draw(sheet: Sheet, pictures: Iterable[Image.Image]) -> Image.Image:
    """Put the pictures of a sheet's stills on it."""
    paper = Image.new("RGB", sheet.size, PAPER)
    pen, font = ImageDraw.Draw(paper), ImageFont.load_default(LETTERS)
    for i, column in enumerate(sheet.columns):
        pen.text((_corner(i, 0)[0] + SHOWN[0] // 2, TOP // 2), column, INK, font, anchor="mm")
    for j, row in enumerate(sheet.rows):
        pen.text((LEFT // 2, _corner(0, j)[1] + SHOWN[1] // 2), row, INK, font, anchor="mm")
    for k, picture in enumerate(pictures):
        row, column = divmod(k, len(sheet.columns))
        paper.paste(picture, _corner(column, row))
    return paper


def main() -> None:
    """Render every sheet."""
    FOLDER.mkdir(exist_ok=True, parents=True)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for sheet in sheets():
            draw(sheet, pool.map(render, sheet.stills())).save(
                sheet.path, quality=QUALITY, method=6
            )
            print(f"{sheet.path.name}: {sheet.path.stat().st_size} bytes")


if __name__ == "__main__":
    main()

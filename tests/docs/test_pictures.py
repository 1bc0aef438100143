"""The gallery shows what the engine has, its prompts are read, and pictures are small."""

from __future__ import annotations

import runpy

import pytest
from PIL import Image

from rushes.engines.procedural.plan import plan_scene
from rushes.engines.procedural.scenes import SCENES
from tests.docs.pages import ROOT

GALLERY = runpy.run_path(str(ROOT / "scripts" / "gallery_page.py"))
FOLDER, SHEETS = GALLERY["FOLDER"], GALLERY["sheets"]()
MOST_BYTES = 1_500_000
on_every_sheet = pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.scene)


@on_every_sheet
def test_the_sheet_has_a_place_for_every_still(sheet):
    with Image.open(sheet.path) as picture:
        assert picture.size == sheet.size
        shades = picture.convert("L").resize((64, 32)).getcolors()
    assert len(shades) > 30  # it is not empty


@on_every_sheet
def test_the_prompts_are_read_as_the_sheet_says(sheet):
    for still in sheet.stills():
        plan = plan_scene(still.prompt, still.seed)
        assert (plan.scene, plan.time_of_day) == (sheet.scene, still.row)
        assert sheet.is_abstract or plan.weather == still.column


def test_every_scene_has_a_sheet_and_the_files_are_small():
    assert {path.stem for path in FOLDER.iterdir()} == set(SCENES)
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < MOST_BYTES


def test_the_pictures_of_the_readme_are_small():
    pictures = [path for path in FOLDER.parent.iterdir() if path.is_file()]
    assert sum(path.stat().st_size for path in pictures) < 600_000
    with Image.open(FOLDER.parent / "preview.webp") as preview:
        assert preview.n_frames > 20

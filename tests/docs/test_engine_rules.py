"""What the pages say of the offline engine agrees with the catalog, the limits and the formats."""

from __future__ import annotations

import pytest

from rushes.catalog.model import Model, load_catalog
from rushes.engines.decode_media import MAX_FRAMES, MAX_SECONDS
from tests.docs.pages import ROOT

API = (ROOT / "docs/reference/api.md").read_text("utf-8")
ENGINE = (ROOT / "docs/engine.md").read_text("utf-8")
TESTING = (ROOT / "docs/testing.md").read_text("utf-8")
IGNORING = [
    model
    for model in load_catalog().models
    if model.wire.generate_audio is None and "generate_audio" in model.defaults
]


def section(page: str, title: str) -> str:
    return page.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


@pytest.mark.parametrize("model", IGNORING, ids=lambda model: model.id)
def test_a_model_that_ignores_generate_audio_is_in_the_table(model: Model) -> None:
    [row] = [line for line in API.splitlines() if f"`{model.id}`" in line]
    sound = row.split("|")[2].split()[0].strip(",")
    assert sound == ("always" if model.defaults["generate_audio"] else "never")


def test_the_number_of_these_models_is_right() -> None:
    assert len(IGNORING) == 5
    assert "Five of these models ignore the parameter" in API


@pytest.mark.parametrize(
    "text", [section(ENGINE, "Without rendering"), section(TESTING, "Instant videos")]
)
def test_both_pages_on_instant_videos_say_who_makes_stand_ins(text: str) -> None:
    assert "`rushes serve --testing`" in text
    assert "a job whose file cannot be fetched fails" in text


def test_the_limits_of_given_videos_are_those_of_the_table() -> None:
    row = f"| length of a video | {MAX_SECONDS:g} seconds, {MAX_FRAMES} frames |"
    assert row in section(ENGINE, "Input videos and sounds")

"""What color grades do to the pixels of a picture."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from rushes.engines.color_grade import LUMA, Grade, graded, rows_of

PICTURE = np.random.default_rng(3).integers(0, 256, (18, 34, 3)).astype(np.uint8)
NO_RAMP = np.empty((0, 3), np.float32)


def after(*grades: Grade) -> NDArray[np.float64]:
    return graded(PICTURE, rows_of(grades), NO_RAMP, 0.0).astype(np.float64)


def test_a_grade_that_asks_for_nothing_changes_nothing() -> None:
    assert np.array_equal(after(), PICTURE)
    assert np.array_equal(after(Grade()), PICTURE)


def test_without_saturation_each_pixel_is_its_luma() -> None:
    gray = after(Grade(saturation=0.0))
    assert np.abs(gray - (PICTURE @ LUMA)[..., None]).max() <= 0.501


def test_grades_follow_one_another() -> None:
    darker = after(Grade(gain=(0.5, 0.25, 0.125)), Grade(gain=(0.5, 0.5, 0.5), lift=0.1))
    wanted = PICTURE * np.array((0.25, 0.125, 0.0625)) + 25.5
    assert np.abs(darker - wanted).max() <= 0.501


def test_a_split_draws_to_its_tints_and_keeps_the_brightness() -> None:
    tinted = after(Grade(shadows=(0.2, 0.2, 0.8), highlights=(0.6, 0.6, 0.9), split=1.0))
    assert (tinted[..., 2] >= tinted[..., 0]).all()
    inside = tinted.max(axis=2) < 255.0  # what no channel is cut off in
    assert np.abs(tinted @ LUMA - PICTURE @ LUMA)[inside].max() <= 1.0


@pytest.mark.parametrize("share", [0.0, 0.5, 1.0])
def test_a_ramp_goes_by_brightness(share: float) -> None:
    ramp = np.array([(0.1, 0.0, 0.0), (0.5, 0.2, 0.1), (1.0, 0.9, 0.7)], np.float32)
    drawn = graded(PICTURE, rows_of([]), ramp, share)
    luma = PICTURE @ LUMA / 255.0
    at = np.linspace(0.0, 1.0, 3)
    goal = 255.0 * np.stack([np.interp(luma, at, ramp[:, c]) for c in range(3)], axis=2)
    assert np.abs(drawn - (PICTURE + share * (goal - PICTURE))).max() <= 0.501

"""Sizes and numbers of frames that a model can make."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from rushes.providers.frame_grid import FrameGrid, grid_of

STEPS = st.integers(1, 128)


@pytest.mark.parametrize(
    ("grid", "seconds", "frames"),
    [
        (FrameGrid(frame_step=4, fps=16), 5, 81),
        (FrameGrid(frame_step=8, fps=24), 5, 121),
        (FrameGrid(frame_step=4, fps=24), 4, 97),
        (FrameGrid(frame_step=8, fps=12.5), 10, 129),
        (FrameGrid(fps=24), 2, 49),
        (FrameGrid(frame_step=8), 5, None),
    ],
)
def test_frames_of_models(grid, seconds, frames):
    assert grid.frames(seconds) == frames


@pytest.mark.parametrize(
    ("step", "pixels", "side"), [(16, 1080, 1088), (32, 1080, 1088), (32, 480, 480), (64, 10, 64)]
)
def test_sides_of_models(step, pixels, side):
    assert FrameGrid(size_step=step).side(pixels) == side


@given(STEPS, st.integers(1, 8192))
def test_a_side_is_the_nearest_multiple(step, pixels):
    side = FrameGrid(size_step=step).side(pixels)
    assert side % step == 0
    assert side > 0
    assert abs(side - pixels) <= step / 2 or side == step


@given(STEPS, st.floats(1, 120), st.integers(1, 60))
def test_a_number_of_frames_is_the_nearest_of_the_model(step, fps, seconds):
    frames = FrameGrid(frame_step=step, fps=fps).frames(seconds)
    assert (frames - 1) % step == 0
    assert abs(frames - 1 - seconds * fps) <= step / 2 + 0.001 or frames == step + 1


def test_an_operator_configures_it():
    settings = {"fps": "23.976", "frame_step": " 4 ", "size_step": ""}
    assert grid_of("x", settings) == FrameGrid(1, 4, 23.976)
    assert grid_of("x", {}) == FrameGrid()

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import lru_cache
from itertools import combinations

import numpy as np
import pytest
from numpy.typing import NDArray

from rushes.engines.procedural import mountain
from rushes.engines.procedural.scene import Plan, Scene
from rushes.engines.procedural.sky import build_sky
from rushes.engines.procedural.terrain import OPEN, SNOW, SUN, TREES, build_terrain
from rushes.engines.procedural.tone_mapping import ToneMapper
from tests.engines.pictures import as_shown

PLAN = Plan(scene="mountain", time_of_day="sunset", seed=3)
WIDTH, HEIGHT = 192, 108
HORIZON = int(mountain.HORIZON * HEIGHT)
DURATION = 6.0


def scene(plan: Plan, width: int = WIDTH, height: int = HEIGHT) -> Scene:
    if (plan, width, height) == (PLAN, WIDTH, HEIGHT):
        return usual()
    return other(plan, width, height)


@lru_cache(maxsize=1)
def usual() -> Scene:
    return mountain.build(PLAN, WIDTH, HEIGHT, DURATION)


@lru_cache(maxsize=3)  # a valley takes 80 MB
def other(plan: Plan, width: int, height: int) -> Scene:
    return mountain.build(plan, width, height, DURATION)


def frame_at(
    plan: Plan, t: float = 1.0, width: int = WIDTH, height: int = HEIGHT
) -> NDArray[np.float32]:
    light = np.full((height, width, 3), np.nan, np.float32)
    scene(plan, width, height).frame(t, light)
    return light


def shown(plan: Plan, t: float = 1.0) -> NDArray[np.float64]:
    """Return the finished picture in 0..1."""
    look = replace(scene(plan).look, grain=0.0)
    return as_shown(ToneMapper(WIDTH, HEIGHT, look, plan.seed), frame_at(plan, t)) / 255.0


def test_same_plan_gives_the_same_bytes_in_any_order_and_on_any_number_of_threads() -> None:
    times = (0.0, 0.5, 3.0, 6.0)
    expected = [frame_at(PLAN, t) for t in times]
    again = mountain.build(PLAN, WIDTH, HEIGHT, DURATION)

    def frame(t: float) -> NDArray[np.float32]:
        light = np.full((HEIGHT, WIDTH, 3), np.nan, np.float32)
        again.frame(t, light)
        return light

    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(frame, reversed(times)))

    for one, other in zip(expected, reversed(found), strict=True):
        assert np.array_equal(one, other)


def test_hours_and_weathers_are_lit_and_unlike_each_other() -> None:
    plans = [
        *(replace(PLAN, time_of_day=hour) for hour in ("dawn", "day", "sunset", "dusk", "night")),
        *(replace(PLAN, weather=weather) for weather in ("fog", "storm", "snow")),
    ]
    pictures = [shown(plan) for plan in plans]

    for plan, picture in zip(plans, pictures, strict=True):
        assert 0.04 < picture.mean() < 0.9, plan
        assert picture.std() > 0.03, plan
    for one, other in combinations(pictures, 2):
        assert np.abs(one - other).mean() > 0.02


def test_seeds_make_different_valleys() -> None:
    assert np.abs(shown(PLAN) - shown(replace(PLAN, seed=4))).mean() > 0.05


def test_the_low_sun_is_in_the_picture_and_lays_its_path_on_the_lake() -> None:
    luma = frame_at(PLAN).sum(axis=2)
    sun_row, sun_column = np.unravel_index(int(luma.argmax()), luma.shape)

    assert sun_row < HORIZON
    water = luma[HORIZON + 6 :]
    path = water[:, max(0, sun_column - 6) : sun_column + 7].mean()
    assert path > 1.5 * water.mean()


def test_the_calm_lake_mirrors_what_stands_above_it() -> None:
    light = frame_at(replace(PLAN, camera="static")).mean(axis=2)
    rows = 24
    above = light[HORIZON - rows - 4 : HORIZON - 4][::-1].mean(axis=0)
    below = light[HORIZON + 4 : HORIZON + rows + 4].mean(axis=0)

    assert np.corrcoef(above, below)[0, 1] > 0.7


def test_fog_hides_the_far_shore() -> None:
    clear = frame_at(replace(PLAN, time_of_day="day"))
    fog = frame_at(replace(PLAN, time_of_day="day", weather="fog"))

    band = slice(HORIZON // 2, HORIZON)
    assert fog[band].std() / fog[band].mean() < 0.6 * clear[band].std() / clear[band].mean()


def test_winter_lays_snow_down_to_the_lake() -> None:
    summer = replace(PLAN, time_of_day="day")
    winter = replace(summer, tags=frozenset({"winter"}))
    sky = build_sky(summer, WIDTH)
    bare = build_terrain(summer, sky)
    white = build_terrain(winter, sky)
    low = (bare.heights[::2, ::2] > 5.0) & (bare.heights[::2, ::2] < 300.0)

    assert np.array_equal(bare.heights, white.heights)
    assert bare.traits[low][:, SNOW].mean() < 0.05
    assert white.traits[low][:, SNOW].mean() > 0.7
    assert frame_at(winter)[:HORIZON].mean() > 1.1 * frame_at(summer)[:HORIZON].mean()


def test_the_valley_holds_lake_forest_peaks_and_shadow() -> None:
    terrain = build_terrain(PLAN, build_sky(PLAN, WIDTH))
    land = terrain.heights > 0.0

    assert 0.02 < 1.0 - land.mean() < 0.3
    assert terrain.top > 1200.0
    assert terrain.traits[..., TREES].mean() > 0.03
    # A sun six degrees up leaves valleys in shade and lights crests.
    assert 0.05 < terrain.traits[..., SUN].mean() < 0.95
    assert terrain.traits[..., OPEN].min() > 0.0


@pytest.mark.parametrize("camera", ["forward", "pan_left", "rise", "static"])
def test_every_camera_moves_without_jumps(camera: str) -> None:
    plan = replace(PLAN, camera=camera)
    first, soon, last = (frame_at(plan, t) for t in (0.0, 1.0 / 24.0, DURATION))

    step = np.abs(first - soon).mean()
    assert 0.0 < step < 0.6 * np.abs(first - last).mean()


def test_backward_is_forward_reversed() -> None:
    forward = frame_at(replace(PLAN, camera="forward"), 0.0)
    backward = frame_at(replace(PLAN, camera="backward"), DURATION)

    # Clouds and ripples have moved on; mountains and shore stand where they stood.
    assert np.median(np.abs(forward - backward)[:HORIZON]) < 0.03


@pytest.mark.parametrize(("width", "height"), [(128, 128), (108, 192), (294, 126), (126, 294)])
def test_any_shape_is_filled(width: int, height: int) -> None:
    light = frame_at(PLAN, 2.0, width, height)

    assert np.isfinite(light).all()
    assert light.min() >= 0.0
    assert light[: height // 3].mean() > 0.05
    assert light[-height // 8 :].mean() > 0.01


def test_palette_leans_the_colors() -> None:
    plain = frame_at(PLAN).mean(axis=(0, 1))
    green = frame_at(replace(PLAN, palette=((0.1, 0.8, 0.2),))).mean(axis=(0, 1))

    assert green[1] / green.sum() > plain[1] / plain.sum() + 0.02
    assert 0.5 < green.sum() / plain.sum() < 2.0

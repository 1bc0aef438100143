from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import lru_cache

import numpy as np
import pytest
from numpy.typing import NDArray

from rushes.engines.procedural import ocean
from rushes.engines.procedural.scene import Plan, Scene
from rushes.engines.procedural.waves import TILE, Sea, SeaState

TIMES = ("dawn", "day", "sunset", "dusk", "night")
WEATHERS = ("clear", "cloudy", "fog", "rain", "storm", "snow")
CAMERAS = ("forward", "backward", "pan_left", "pan_right", "orbit", "rise", "static")
PLAN = Plan(scene="ocean", seed=11)


def frame_at(
    plan: Plan, t: float = 1.0, size: tuple[int, int] = (160, 90), duration: float = 4.0
) -> NDArray[np.float32]:
    width, height = size
    light = np.full((height, width, 3), np.nan, np.float32)
    scene(plan, width, height, duration).frame(t, light)
    return light


@lru_cache(maxsize=4)
def scene(plan: Plan, width: int, height: int, duration: float) -> Scene:
    return ocean.build(plan, width, height, duration)


def level_0(levels: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return a band's finest level, which lies last and repeats its first row and column."""
    wide = TILE + 1
    return levels[-wide * wide :].reshape(wide, wide)[:-1, :-1]


def heights(sea: Sea, t: float) -> NDArray[np.float32]:
    """Return the longest band's heights."""
    return level_0(sea.surface(t).heights[0])


@pytest.mark.parametrize("weather", WEATHERS)
@pytest.mark.parametrize("time_of_day", TIMES)
def test_every_hour_and_weather_is_a_lit_picture(time_of_day: str, weather: str) -> None:
    light = frame_at(replace(PLAN, time_of_day=time_of_day, weather=weather))

    assert np.isfinite(light).all()
    assert light.min() >= 0.0
    assert light.mean() > 0.003
    assert light.std() > 0.1 * light.mean() or weather == "fog"


def test_hours_differ_in_brightness_and_color() -> None:
    mean = {hour: frame_at(replace(PLAN, time_of_day=hour)).mean(axis=(0, 1)) for hour in TIMES}

    assert mean["night"].sum() < mean["dusk"].sum() < mean["day"].sum()
    assert mean["sunset"][0] / mean["sunset"][2] > 1.5 * mean["day"][0] / mean["day"][2]


@pytest.mark.parametrize("camera", CAMERAS)
def test_every_camera_shows_moving_water(camera: str) -> None:
    plan = replace(PLAN, camera=camera)

    first, soon, last = (frame_at(plan, t) for t in (0.0, 0.04, 4.0))

    assert not np.array_equal(first, last)
    # A frame later is nearly the same picture: the sea moves, it does not flicker.
    assert np.abs(first - soon).mean() < 0.5 * np.abs(first - last).mean()


@pytest.mark.parametrize("size", [(128, 128), (210, 90), (90, 210), (322, 182)])
def test_every_shape_of_frame_is_filled_by_sea_and_sky(size: tuple[int, int]) -> None:
    light = frame_at(PLAN, size=size)
    rows = light.mean(axis=(1, 2))

    assert np.isfinite(light).all()
    assert rows[: size[1] // 5].mean() > 1.3 * rows[-size[1] // 5 :].mean()


def test_frames_do_not_depend_on_order_or_thread() -> None:
    plan = replace(PLAN, weather="storm")
    scene = ocean.build(plan, 96, 54, 4.0)
    times = [0.0, 3.5, 1.25, 2.0]

    def shoot(t: float) -> bytes:
        light = np.empty((54, 96, 3), np.float32)
        scene.frame(t, light)
        return light.tobytes()

    alone = [frame_at(plan, t, (96, 54)).tobytes() for t in times]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(shoot, times))

    assert together == alone


def test_seeds_make_different_seas() -> None:
    assert not np.allclose(frame_at(PLAN), frame_at(replace(PLAN, seed=12)), atol=0.02)


def test_palette_tints_the_sea() -> None:
    red = frame_at(replace(PLAN, palette=((0.8, 0.1, 0.05),)))[60:].mean(axis=(0, 1))
    green = frame_at(replace(PLAN, palette=((0.05, 0.7, 0.1),)))[60:].mean(axis=(0, 1))

    assert red[0] / red[1] > 1.3 * green[0] / green[1]


def test_sea_has_the_height_its_state_asks_for() -> None:
    sea = Sea(SeaState(height=4.0, length=80.0, wind=10.0, chop=0.8, foam=0.0), 0.3, 5)

    # Significant height is four deviations; the longest band carries nearly all of it.
    assert 4.0 * heights(sea, 12.0).std() == pytest.approx(4.0, rel=0.15)


def test_choppy_crests_are_sharper_than_troughs() -> None:
    state = SeaState(height=4.0, length=80.0, wind=10.0, chop=1.1, foam=0.0)

    def curvature(chop: float) -> float:
        field = heights(Sea(replace(state, chop=chop), 0.3, 5), 12.0)
        bend = np.roll(field, 1, 1) + np.roll(field, -1, 1) - 2.0 * field
        return float(bend.min() / bend.max())

    assert curvature(1.1) < 1.25 * curvature(0.0) < 0.0


def test_waves_travel_downwind() -> None:
    sea = Sea(SeaState(height=1.0, length=60.0, wind=5.0, chop=0.0, foam=0.0), 0.0, 8)
    before, after = (np.fft.rfft2(heights(sea, t)) for t in (10.0, 10.25))
    strongest = np.unravel_index(np.argmax(np.abs(before)), before.shape)

    turned = np.angle(after[strongest] / before[strongest])

    # The phase of exp(i(kx - wt)) falls as a wave moves towards +x, the heading.
    assert strongest[1] > 0
    assert -1.5 < turned < 0.0


def test_foam_follows_the_weather_and_lingers() -> None:
    state = SeaState(height=5.0, length=80.0, wind=15.0, chop=1.1, foam=0.1)
    sea = Sea(state, 0.0, 3)

    def foam(of: Sea, t: float) -> NDArray[np.float32]:
        return level_0(of.surface(t).texels[0, :, 3])

    calm = Sea(replace(state, foam=0.0), 0.0, 3)
    now, soon = foam(sea, 5.0), foam(sea, 5.4)

    assert foam(calm, 5.0).max() == 0.0
    assert 0.01 < (now > 0.3).mean() < 0.4
    assert soon[now > 0.6].mean() > 5.0 * soon.mean()

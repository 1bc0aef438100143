from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import lru_cache

import numpy as np
import pytest
from numpy.typing import NDArray

from rushes.engines.procedural import flow, palettes
from rushes.engines.procedural.scene import Plan, Scene

TIMES = ("dawn", "day", "sunset", "dusk", "night")
WEATHERS = ("clear", "cloudy", "fog", "rain", "storm", "snow")
CAMERAS = ("forward", "backward", "pan_left", "pan_right", "orbit", "rise", "static")


def plan_of(style: str, time_of_day: str = "sunset") -> Plan:
    """Return a plan that asks for `style`."""
    return Plan(scene="flow", time_of_day=time_of_day, tags=frozenset({style}), seed=3)


def frame_at(plan: Plan, t: float = 1.0, size: tuple[int, int] = (160, 90)) -> NDArray[np.float32]:
    width, height = size
    light = np.full((height, width, 3), np.nan, np.float32)
    scene(plan, width, height).frame(t, light)
    return light


@lru_cache(maxsize=4)
def scene(plan: Plan, width: int, height: int) -> Scene:
    return flow.build(plan, width, height, 4.0)


@pytest.fixture(scope="module", params=flow.STYLES)
def plan(request: pytest.FixtureRequest) -> Plan:
    return plan_of(request.param)


def test_frames_are_alive_everywhere(plan: Plan) -> None:
    light = frame_at(plan)
    quarters = [light[i : i + 45, j : j + 80] for i in (0, 45) for j in (0, 80)]

    assert np.isfinite(light).all()
    assert light.min() >= 0.0
    assert light.mean() > 0.01
    assert all(part.std() > 0.005 for part in quarters)


def test_every_camera_moves_without_flicker(plan: Plan) -> None:
    for camera in CAMERAS:
        shot = replace(plan, camera=camera)
        first, soon, last = (frame_at(shot, t) for t in (0.0, 0.04, 4.0))
        near, far = np.abs(first - soon).mean(), np.abs(first - last).mean()
        assert 0.0 < near < 0.3 * far, camera


def test_cameras_give_different_videos(plan: Plan) -> None:
    frames = {frame_at(replace(plan, camera=camera), 3.0).tobytes() for camera in CAMERAS}

    assert len(frames) == len(CAMERAS)


def test_speed_stretches_time(plan: Plan) -> None:
    def change(speed: float) -> float:
        scene = replace(plan, speed=speed, camera="static")
        return float(np.abs(frame_at(scene, 0.0) - frame_at(scene, 0.5)).mean())

    assert change(2.0) > 1.3 * change(0.5)


@pytest.mark.parametrize("size", [(128, 128), (210, 90), (90, 210), (960, 540)])
def test_every_shape_of_frame_is_filled(plan: Plan, size: tuple[int, int]) -> None:
    light = frame_at(plan, size=size)

    assert np.isfinite(light).all()
    assert light.min() >= 0.0


def test_frames_do_not_depend_on_order_or_thread(plan: Plan) -> None:
    scene = flow.build(plan, 96, 54, 4.0)
    times = [2.5, 0.0, 3.75, 1.0]

    def shoot(t: float) -> bytes:
        light = np.empty((54, 96, 3), np.float32)
        scene.frame(t, light)
        return light.tobytes()

    alone = [frame_at(plan, t, (96, 54)).tobytes() for t in times]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(shoot, times))

    assert together == alone


def test_a_larger_frame_shows_the_same_picture(plan: Plan) -> None:
    small = frame_at(plan, size=(160, 90)).mean(axis=2)
    large = frame_at(plan, size=(640, 360)).mean(axis=2).reshape(90, 4, 160, 4).mean(axis=(1, 3))

    assert np.corrcoef(small.ravel(), large.ravel())[0, 1] > 0.8


def test_palette_leads_the_colors(plan: Plan) -> None:
    red = frame_at(replace(plan, palette=((0.8, 0.06, 0.03),))).mean(axis=(0, 1))
    blue = frame_at(replace(plan, palette=((0.03, 0.10, 0.8),))).mean(axis=(0, 1))

    assert red[0] / red[2] > 2.0 * blue[0] / blue[2]


@pytest.mark.parametrize("time_of_day", TIMES)
@pytest.mark.parametrize("weather", WEATHERS)
def test_every_hour_and_weather_has_five_usable_colors(time_of_day: str, weather: str) -> None:
    for seed in range(6):
        found = palettes.colors(Plan(time_of_day=time_of_day, weather=weather, seed=seed))
        luma = found @ np.array((0.2126, 0.7152, 0.0722))

        assert found.shape == (5, 3)
        assert (found >= 0.0).all()
        assert (np.diff(luma[:4]) > 0.0).all()


def test_days_are_brighter_than_nights() -> None:
    def brightness(time_of_day: str) -> float:
        plans = [Plan(scene="flow", time_of_day=time_of_day, seed=seed) for seed in range(10)]
        return float(np.mean([frame_at(plan, size=(64, 64)).mean() for plan in plans]))

    assert brightness("day") > 1.5 * brightness("night")


def test_seeds_reach_every_style_and_differ_within_one() -> None:
    plans = [Plan(scene="flow", time_of_day="dusk", seed=seed) for seed in range(30)]
    styles = [flow.build(plan, 16, 16, 1.0).style for plan in plans]

    assert set(styles) == set(flow.STYLES)
    for style in flow.STYLES:
        first, second = [p for p, s in zip(plans, styles, strict=True) if s == style][:2]
        assert np.abs(frame_at(first) - frame_at(second)).mean() > 0.01

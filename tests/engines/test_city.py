from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import lru_cache
from itertools import product

import numpy as np
import numpy.typing as npt
import pytest

from rushes.engines.procedural import city
from rushes.engines.procedural.city_conditions import StreetCamera
from rushes.engines.procedural.city_layout import CELL, NEON, PERIOD, lay_out
from rushes.engines.procedural.scene import Plan
from rushes.engines.procedural.tone_mapping import ToneMapper
from tests.engines.pictures import as_shown

Picture = npt.NDArray[np.float32]
HOURS = ("dawn", "day", "sunset", "dusk", "night")
WEATHERS = ("clear", "cloudy", "fog", "rain", "storm", "snow")
CAMERAS = ("forward", "backward", "pan_left", "pan_right", "orbit", "rise", "static")
RAINY_NIGHT = Plan(scene="city", time_of_day="night", weather="rain", seed=21)


def picture(plan: Plan, t: float = 1.0, size: tuple[int, int] = (160, 90)) -> Picture:
    width, height = size
    light = np.full((height, width, 3), np.nan, np.float32)
    scene(plan, width, height).frame(t, light)
    return light


@lru_cache(maxsize=4)
def scene(plan: Plan, width: int, height: int) -> city.CityScene:
    return city.build(plan, width, height, 4.0)


def shown(plan: Plan, t: float = 1.0, size: tuple[int, int] = (160, 90)) -> Picture:
    tone_mapper = ToneMapper(*size, scene(plan, *size).look, plan.seed)
    return as_shown(tone_mapper, picture(plan, t, size)).astype(np.float32)


def distance(a: Picture, b: Picture) -> float:
    return float(np.abs(a - b).mean())


def test_every_hour_and_weather_is_exposed_and_looks_its_own() -> None:
    pictures = {
        key: shown(replace(RAINY_NIGHT, time_of_day=key[0], weather=key[1]), size=(128, 72))
        for key in product(HOURS, WEATHERS)
    }
    for key, rgb in pictures.items():
        assert 18.0 < rgb.mean() < 190.0, key
        assert rgb.std() > 12.0, key
    for hour in HOURS:
        for one, two in (("clear", "fog"), ("clear", "rain"), ("rain", "snow"), ("fog", "snow")):
            assert distance(pictures[hour, one], pictures[hour, two]) > 5.0, (hour, one, two)
    for weather in WEATHERS:
        for one, two in (("day", "night"), ("day", "sunset"), ("dusk", "day")):
            assert distance(pictures[one, weather], pictures[two, weather]) > 5.0


def test_frames_do_not_depend_on_threads_or_order() -> None:
    scene = city.build(RAINY_NIGHT, 128, 128, 2.0)
    times = [0.0, 0.7, 1.3, 2.0]

    def render(t: float) -> bytes:
        light = np.empty((128, 128, 3), np.float32)
        scene.frame(t, light)
        return light.tobytes()

    forward = [render(t) for t in times]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(render, reversed(times)))
    assert together[::-1] == forward
    again = city.build(RAINY_NIGHT, 128, 128, 2.0)
    light = np.empty((128, 128, 3), np.float32)
    again.frame(times[1], light)
    assert light.tobytes() == forward[1]


@pytest.mark.parametrize("camera", CAMERAS)
def test_every_camera_move_keeps_the_picture_alive_and_continuous(camera: str) -> None:
    plan = replace(RAINY_NIGHT, camera=camera, weather="clear")
    scene = city.build(plan, 160, 90, 4.0)
    frames = []
    for t in (0.0, 1.0 / 24.0, 2.0, 4.0):
        light = np.empty((90, 160, 3), np.float32)
        scene.frame(t, light)
        assert np.isfinite(light).all()
        assert light.min() >= 0.0
        frames.append(np.minimum(light, 1.0))
    near = distance(frames[0], frames[1])
    assert near > 0.0
    assert near < distance(frames[0], frames[3])


def test_camera_moves_go_where_they_say() -> None:
    def journey(camera: str) -> tuple[StreetCamera, StreetCamera]:
        scene = city.build(replace(RAINY_NIGHT, camera=camera), 128, 128, 4.0)
        return scene.camera(0.0), scene.camera(4.0)

    start, end = journey("forward")
    assert end.eye_z > start.eye_z + 5.0
    start, end = journey("backward")
    assert end.eye_z < start.eye_z - 5.0
    start, end = journey("rise")
    assert end.eye_y > start.eye_y + 5.0
    start, end = journey("pan_right")
    assert end.ahead_x > start.ahead_x + 0.1
    start, end = journey("pan_left")
    assert end.ahead_x < start.ahead_x - 0.1
    start, end = journey("static")
    assert end == start


def test_speed_scales_the_flight() -> None:
    slow = city.build(replace(RAINY_NIGHT, speed=0.5), 128, 128, 4.0)
    fast = city.build(replace(RAINY_NIGHT, speed=1.5), 128, 128, 4.0)
    gone = [s.camera(4.0).eye_z - s.camera(0.0).eye_z for s in (slow, fast)]
    assert gone[1] == pytest.approx(3.0 * gone[0])


@pytest.mark.parametrize("tags", [frozenset(), frozenset({"aerial"})])
@pytest.mark.parametrize(("camera", "seed"), [("forward", 1), ("orbit", 2), ("rise", 3)])
def test_the_camera_never_enters_a_building(tags: frozenset[str], camera: str, seed: int) -> None:
    plan = replace(RAINY_NIGHT, seed=seed, camera=camera, tags=tags, speed=1.6)
    scene = city.build(plan, 128, 128, 30.0)
    cells = scene.city.height.shape[0]
    for t in np.linspace(0.0, 30.0, 61):
        cam = scene.camera(float(t))
        x = int(np.floor(cam.eye_x / CELL)) % cells
        z = int(np.floor(cam.eye_z / CELL)) % cells
        assert scene.city.height[z, x] < cam.eye_y - 0.5


def test_high_views_look_down_on_roofs() -> None:
    high = city.build(replace(RAINY_NIGHT, tags=frozenset({"aerial"})), 128, 128, 4.0)
    low = city.build(replace(RAINY_NIGHT, seed=3), 128, 128, 4.0)
    assert high.camera(0.0).eye_y > 80.0 > low.camera(0.0).eye_y


@pytest.mark.parametrize("size", [(128, 128), (336, 144), (144, 336), (130, 128)])
def test_any_ratio_is_filled(size: tuple[int, int]) -> None:
    light = picture(RAINY_NIGHT, size=size)
    assert np.isfinite(light).all()
    assert light.std() > 0.02


def test_rain_makes_the_road_a_mirror() -> None:
    dry = picture(replace(RAINY_NIGHT, weather="clear"))[-30:]
    wet = picture(RAINY_NIGHT)[-30:]
    chroma = [np.ptp(p, axis=2).mean() for p in (dry, wet)]
    assert wet.std() > dry.std() * 0.8
    assert chroma[1] > chroma[0]


def test_windows_are_lit_at_night_and_the_palette_and_cyberpunk_change_the_colors() -> None:
    day = city.build(replace(RAINY_NIGHT, time_of_day="day", weather="clear"), 128, 128, 4.0)
    night = city.build(RAINY_NIGHT, 128, 128, 4.0)
    assert night.env.night > day.env.night + 0.5
    plain = shown(RAINY_NIGHT)
    green = shown(replace(RAINY_NIGHT, palette=((0.05, 0.8, 0.1), (0.2, 0.9, 0.2))))
    punk = shown(replace(RAINY_NIGHT, tags=frozenset({"cyberpunk"})))
    lead = green.mean(axis=(0, 1)) - plain.mean(axis=(0, 1))
    assert lead[1] > lead[0]
    assert distance(plain, punk) > 2.0
    tint = punk.mean(axis=(0, 1)) - plain.mean(axis=(0, 1))
    assert tint[2] > tint[1]


def test_other_seeds_are_other_cities() -> None:
    one = lay_out(1, NEON, (0.3, 0.6, 0.7)).city
    two = lay_out(2, NEON, (0.3, 0.6, 0.7)).city
    same = lay_out(1, NEON, (0.3, 0.6, 0.7)).city
    assert (one.height != two.height).mean() > 0.2
    assert one.height.tobytes() == same.height.tobytes()
    assert one.baked.tobytes() == same.baked.tobytes()


def test_streets_are_free_and_towers_vary() -> None:
    town = lay_out(5, NEON, (0.3, 0.6, 0.7)).city
    avenue = town.road_x[:, 1] > 0.0
    assert (town.height[:, avenue] == 0.0).all()
    built = town.height[town.height > 0.0]
    assert np.percentile(built, 95) > 2.5 * np.percentile(built, 10)
    assert town.ident.max() < len(town.building)


def test_far_windows_do_not_shimmer() -> None:
    """A step of a few centimetres must hardly change the far end of the street."""
    plan = replace(RAINY_NIGHT, weather="clear", camera="static", tags=frozenset({"aerial"}))
    scene = city.build(plan, 320, 180, 4.0)
    light = [np.empty((180, 320, 3), np.float32) for _ in range(2)]
    scene.frame(0.0, light[0])
    scene.start = (scene.start + 0.05) % PERIOD
    scene.frame(0.0, light[1])
    # The roofs a kilometre off, right under the horizon, without the avenue and its cars.
    row = int(scene.camera(0.0).horizon)
    far = [np.concatenate((p[row - 6 : row, :120], p[row - 6 : row, 200:]), axis=1) for p in light]
    assert distance(far[0], far[1]) < 0.06 * float(far[0].mean())

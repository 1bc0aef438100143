from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from numpy.typing import NDArray

from rushes.engines.procedural.scene import Plan
from rushes.engines.procedural.sky import Sky, build_sky, flash_sky, haze, radiance
from rushes.engines.procedural.weather import lightning, precipitation
from tests.engines.translated import translated_kernel

if TYPE_CHECKING:
    from rushes.engines.procedural.kernel import Doubles

HOURS = ("dawn", "day", "sunset", "dusk", "night")
WEATHERS = ("clear", "cloudy", "fog", "rain", "storm", "snow")


@translated_kernel
def look(
    sky: Sky, x: float, y: float, z: float, t: float, lamps: bool, color: Doubles, air: Doubles
) -> None:
    color[0], color[1], color[2] = radiance(sky, x, y, z, t, lamps)
    air[0], air[1], air[2] = haze(sky, x, y, z)


def seen(sky: Sky, x: float, y: float, z: float, t: float, lamps: bool) -> Doubles:
    color, air = np.zeros((2, 3))
    look(sky, x, y, z, t, lamps, color, air)
    return color


def far(sky: Sky, x: float, y: float, z: float) -> Doubles:
    color, air = np.zeros((2, 3))
    look(sky, x, y, z, 0.0, False, color, air)
    return air


def test_what_kernels_share_is_called_from_kernels_only() -> None:
    sky = build_sky(Plan(seed=1), 320)

    with pytest.raises(TypeError, match="radiance can only be called from inside a kernel"):
        radiance(sky, 0.0, 1.0, 0.0, 0.0, True)


def gray(level: float = 0.3) -> NDArray[np.float32]:
    return np.full((90, 160, 3), level, np.float32)


def fallen(weather: str, t: float, level: float = 0.3, density: float = 1.0) -> NDArray[np.float32]:
    light = gray(level)
    precipitation(light, Plan(weather=weather, seed=5), t, density)
    return light


@pytest.mark.parametrize("weather", ["clear", "cloudy", "fog"])
def test_dry_weather_leaves_the_frame_alone(weather: str) -> None:
    assert np.array_equal(fallen(weather, 1.0), gray())


@pytest.mark.parametrize("weather", ["rain", "storm", "snow"])
def test_drops_are_drawn_move_and_follow_the_light(weather: str) -> None:
    frame = fallen(weather, 1.0)

    assert np.array_equal(frame, fallen(weather, 1.0))
    assert not np.array_equal(frame, fallen(weather, 1.04))
    touched = (np.abs(frame - 0.3) > 0.01).any(axis=2).mean()
    assert 0.01 < touched < 0.6
    assert frame.min() >= 0.0
    # At night the same drops are as dim as the night.
    assert fallen(weather, 1.0, 0.003).max() < 0.02


def test_density_thins_the_rain() -> None:
    full, drizzle = fallen("rain", 1.0), fallen("rain", 1.0, density=0.2)

    assert np.abs(drizzle - 0.3).sum() < 0.5 * np.abs(full - 0.3).sum()


def test_lightning_strikes_in_storms_only_and_fades() -> None:
    storm = Plan(weather="storm", seed=2)
    times = np.arange(0.0, 20.0, 0.02)
    flashes = np.array([lightning(storm, float(t)) for t in times])

    assert flashes.max() > 0.4
    assert (flashes < 0.02).mean() > 0.5
    assert all(lightning(Plan(weather="rain", seed=2), float(t)) == 0.0 for t in times[:50])
    sky = build_sky(storm, 320)
    assert flash_sky(sky, 1.0).ambient_b > sky.ambient_b
    assert flash_sky(sky, 0.0) is sky


@pytest.mark.parametrize("hour", HOURS)
@pytest.mark.parametrize("weather", WEATHERS)
def test_every_sky_has_light_a_sun_and_finite_colors(hour: str, weather: str) -> None:
    sky = build_sky(Plan(time_of_day=hour, weather=weather, seed=9), 320)

    assert np.hypot(np.hypot(sky.sun_x, sky.sun_y), sky.sun_z) == pytest.approx(1.0)
    assert sky.sun_y > 0.0
    assert min(sky.light_g, sky.ambient_g, sky.fog) > 0.0
    for y in (0.0, 0.05, 0.3, 0.99):
        z = float(np.sqrt(1.0 - y * y))
        for color in (seen(sky, 0.0, y, z, 1.5, True), far(sky, 0.0, y, z)):
            assert all(np.isfinite(c) and c > 0.0 for c in color)


def test_low_suns_stand_in_front_and_outshine_the_sky() -> None:
    for seed in range(12):
        sky = build_sky(Plan(time_of_day="sunset", seed=seed), 320)
        assert abs(np.degrees(np.arctan2(sky.sun_x, sky.sun_z))) <= 25.0
    bare = sky._replace(cover=0.0, wisps=0.0)
    sun = seen(bare, sky.sun_x, sky.sun_y, sky.sun_z, 0.0, True)
    without = seen(bare, sky.sun_x, sky.sun_y, sky.sun_z, 0.0, False)
    assert sun[0] > 5.0 * without[0]


def test_clouds_drift_and_palettes_keep_brightness() -> None:
    plan = Plan(time_of_day="day", weather="cloudy", seed=4)
    sky = build_sky(plan, 320)
    ways = [(np.sin(a) * 0.8, 0.6, np.cos(a) * 0.8) for a in np.linspace(-0.6, 0.6, 40)]
    now = np.array([seen(sky, *way, 0.0, False) for way in ways])
    later = np.array([seen(sky, *way, 8.0, False) for way in ways])
    assert np.abs(now - later).mean() > 0.01

    red = build_sky(Plan(time_of_day="day", seed=4, palette=((0.9, 0.1, 0.1),)), 320)
    plain = build_sky(Plan(time_of_day="day", seed=4), 320)
    assert red.light_r / red.light_b > 1.2 * plain.light_r / plain.light_b
    weights = np.array((0.2126, 0.7152, 0.0722))
    assert red.tones[2] @ weights == pytest.approx(plain.tones[2] @ weights, rel=0.05)

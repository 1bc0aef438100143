"""Cameras that go on after the end of their path, as in videos that continue others."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pytest

from rushes.engines.procedural import city, flow, mountain
from rushes.engines.procedural.camera_path import settled
from rushes.engines.procedural.ocean import SWING, Voyage
from rushes.engines.procedural.scene import Plan

PATH = 8.0  # seconds
PARTS = np.linspace(0.0, 6.0, 49)
CAMERAS = ("forward", "backward", "pan_left", "pan_right", "orbit", "rise", "static")


def test_a_settled_value_goes_on_at_its_pace_and_stays_below_its_limit() -> None:
    assert [settled(x, 1.0, 2.0) for x in (0.0, 0.5, 1.0)] == [0.0, 0.5, 1.0]
    assert settled(1.01, 1.0, 2.0) == pytest.approx(1.01, abs=1e-4)
    values = [settled(x / 10, 1.0, 2.0) for x in range(200)]
    assert all(a <= b < 2.0 + 1e-9 for a, b in pairwise(values))
    assert settled(3.0, 1.0, 0.5) == 1.0


@pytest.mark.parametrize("tags", [frozenset[str](), frozenset({"aerial"})])
def test_a_city_camera_that_has_risen_stays_up(tags: frozenset[str]) -> None:
    plan = Plan(scene="city", camera="rise", seed=4, tags=tags)
    scene = city.build(plan, 64, 40, PATH)
    cameras = [scene.camera(part * PATH) for part in PARTS[::8]]
    heights = [camera.eye_y for camera in cameras]
    assert heights == sorted(heights)
    assert heights[1] == heights[-1]
    assert cameras[-1].horizon == cameras[1].horizon
    assert cameras[-1].eye_z > cameras[1].eye_z + 10.0


@pytest.mark.parametrize("seconds", [2.0, PATH])
def test_mountain_cameras_stay_over_the_lake_and_low_enough_for_its_mirror(
    seconds: float,
) -> None:
    first = mountain.build(Plan(scene="mountain", camera="forward", seed=4), 64, 40, seconds)
    for camera in CAMERAS:
        plan = Plan(scene="mountain", camera=camera, seed=4)
        scene = mountain.Mountain.__new__(mountain.Mountain)
        scene.__dict__ |= first.__dict__ | {"_plan": plan}
        scene._last = scene._last_part()
        seen = [scene._camera_at(part * seconds, 64) for part in PARTS]
        x, z = (np.array([getattr(one, name) for one in seen]) for name in ("x", "z"))
        assert float(mountain._heights(scene._terrain, x, z).max()) < 0.0, camera
        assert all(4.0 < one.y <= mountain.HIGHEST for one in seen), camera
        # Nothing jumps where the path ends.
        steps = np.hypot(np.diff(x), np.diff(z))
        assert float(steps[8:].max()) < 1.1 * float(steps[:8].max()) + 0.01, camera
        assert seen[9] != seen[8], f"{camera} stops at once"


@pytest.mark.parametrize("camera", ["pan_left", "orbit"])
def test_ocean_cameras_turn_on_and_come_to_rest(camera: str) -> None:
    voyage = Voyage(camera, 1.0, PATH, 2.0, 0.0)
    turned = [voyage.place(part * PATH)[2] for part in PARTS]
    steps = np.abs(np.diff(turned))
    assert steps[8] == pytest.approx(steps[7], rel=0.2)
    assert steps[-1] < 0.2 * steps[0]
    assert max(map(abs, turned)) <= max(SWING, 1.0)


@pytest.mark.parametrize("camera", ["rise", "orbit"])
def test_ribbons_stay_in_view_and_upright(camera: str) -> None:
    plan = Plan(scene="flow", camera=camera, seed=4, tags=frozenset({"ribbons"}))
    scene = flow.build(plan, 64, 40, PATH)
    light = np.empty((40, 64, 3), np.float32)
    bright = []
    for part in (0.5, 6.0):
        scene.frame(part * PATH, light)
        bright.append(float(light.std()))
        view = scene._drift.at(part * PATH)
        assert abs(math.atan2(view.sine, view.cosine)) < 1.0
    assert bright[1] > 0.4 * bright[0]

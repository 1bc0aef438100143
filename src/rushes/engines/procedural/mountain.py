"""The mountain scene: a lake in a valley, its camera path, and the passes of a frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

from rushes.engines.procedural import valley_raycaster
from rushes.engines.procedural.bands import AT_ONCE
from rushes.engines.procedural.camera_path import settled
from rushes.engines.procedural.clouds import cloud_textures
from rushes.engines.procedural.forest import Forest, draw_trees, plant, stand_trees
from rushes.engines.procedural.lake import WAVE_TRAINS, paint_lake, ripple_texture
from rushes.engines.procedural.land_shader import (
    HAZE_COLS,
    HAZE_ROWS,
    GroundConditions,
    LevelCamera,
    Valley,
)
from rushes.engines.procedural.materials import bake_cover
from rushes.engines.procedural.sky import bare_sky, flash_sky
from rushes.engines.procedural.terrain import CELL, SIZE, SOUTH, WEST, build_terrain, is_winter
from rushes.engines.procedural.tone_mapping import outdoor_look
from rushes.engines.procedural.valley_raycaster import working_memory
from rushes.engines.procedural.weather import lightning, precipitation

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from rushes.engines.procedural.kernel import Doubles, Floats
    from rushes.engines.procedural.scene import Plan, Scene
    from rushes.engines.procedural.terrain import Terrain

REACH = 0.37  # tangent of half the view along the short side
HORIZON = 0.57  # share of the frame's height above the horizon
PIVOT = 620.0  # meters from the camera to what it orbits
# Limits of a path in continued videos:
HIGHEST = 100.0  # meters; from higher up, the lake shows what lies behind its shores
WIDEST = 0.7  # radians to one side
ROOM = 25.0  # meters to the shore
MOST_PARTS = 12.0


def build(plan: Plan, width: int, height: int, duration: float, pool: Executor = AT_ONCE) -> Scene:
    return Mountain(plan, width, height, duration, pool)


class Mountain:
    def __init__(
        self, plan: Plan, width: int, height: int, duration: float, pool: Executor
    ) -> None:
        self.look = outdoor_look(plan)
        self._plan = plan
        self._duration = max(duration, 0.5)
        clouds = pool.submit(cloud_textures, plan.seed)
        trees = pool.submit(draw_trees, plan.seed + 53)
        sky = bare_sky(plan, width)
        self._terrain = build_terrain(plan, sky, pool)
        self._sky = sky._replace(clouds=clouds.result())
        self._conditions = _conditions(plan)
        wet = 1.0 if plan.weather in {"rain", "storm"} else 0.0
        self._white = 1.0 if is_winter(plan) else 0.0
        self._cover = bake_cover(self._terrain, self._sky, wet, self._white, pool)
        self._focal = 0.5 * min(width, height) / REACH
        self._horizon = HORIZON * height
        # Half the camera's path, plus room to the shore.
        travel = 25.0 + 0.5 * min(8.0 * plan.speed * self._duration, 260.0)
        half_view = width / (2.0 * self._focal)
        self._start = _stand(plan, self._terrain, half_view, self._sky.flat_x, travel)
        self._last = self._last_part()
        reach = min(2400.0, 11.0 * self._focal)
        x, z, _ = self._start
        places = plant(self._terrain, x, z, reach, plan.seed + 53)
        self._forest = Forest(places, trees.result())

    def frame(self, t: float, light: Floats) -> None:
        height, width = light.shape[:2]
        sky = flash_sky(self._sky, lightning(self._plan, t))
        camera = self._camera_at(t, width)
        deepest = (height - self._horizon) / self._focal
        tallest = max(self._horizon / self._focal, deepest + 0.12)
        # Sky and mirror are smooth: one of their pixels stands for 2 x 2 or 3 x 3 of the frame's.
        wide = 3 if min(width, height) >= 540 else 2
        focal = self._focal / wide
        left_out = int(np.ceil(tallest * focal - self._horizon / wide))
        horizon = self._horizon / wide + left_out
        coarse = camera._replace(focal=focal, middle=0.5 * width / wide, horizon=horizon)
        rows = int(coarse.horizon) + 2
        columns = width // wide + 1
        backdrop = np.empty((rows, columns, 4), np.float32)
        valley_raycaster.paint_sky(backdrop, sky, coarse, t)
        haze = np.empty((HAZE_ROWS, HAZE_COLS, 3), np.float32)
        valley_raycaster.paint_haze(haze, sky, camera, float(width))
        valley = Valley(self._terrain, self._cover, sky, self._conditions, haze)
        air = np.ascontiguousarray(backdrop[..., :3])
        mirror, depth = _columns(air, None, 1, 0, (rows, columns), rows)
        memory = working_memory(columns, rows, every=2)  # ripples blur what the lake shows
        valley_raycaster.march(mirror, depth, valley, coarse, backdrop, coarse, True, t, memory)
        mirror, depth = _transposed(mirror), _transposed(depth)
        stand_trees(mirror, depth, self._forest, valley, coarse, True, self._white, t)
        shore = min(int(np.ceil(self._horizon - 0.5)), height)
        lake = np.empty((int(deepest * focal) + 2, columns, 3), np.float32)
        below = (shore - self._horizon) / wide
        paint_lake(lake, valley, coarse, mirror, WAVE_TRAINS, np.empty((4, 2)), below, t)
        tall, depth = _columns(air, lake, wide, left_out, (height, width), shore)
        valley_raycaster.march(
            tall, depth, valley, camera, backdrop, coarse, False, t, working_memory(width, height)
        )
        cv2.transpose(tall, light)
        depth = _transposed(depth)
        stand_trees(light, depth, self._forest, valley, camera, False, self._white, t)
        precipitation(light, self._plan, t)

    def _camera_at(self, t: float, width: int) -> LevelCamera:
        # -0.5 to 0.5 over the path, and more in a video that continues another.
        s = settled(t / self._duration, 1.0, self._last) - 0.5
        x, z, yaw = self._place(s)
        y = 9.0
        if self._plan.camera in {"forward", "backward"}:
            sign = 1.0 if self._plan.camera == "forward" else -1.0
            y += sign * settled(s, 0.5, 1.2) * 3.0
        elif self._plan.camera == "rise":
            free = 45.0 * self._plan.speed
            risen = 45.0 * self._plan.speed * (s + 0.5) ** 1.3
            y = 5.0 + settled(risen, free, max(free + 5.0, HIGHEST - 5.0))
        return LevelCamera(
            x=float(x),
            y=float(y),
            z=float(z),
            ahead_x=float(np.sin(yaw)),
            ahead_z=float(np.cos(yaw)),
            focal=self._focal,
            middle=0.5 * width,
            horizon=self._horizon,
        )

    def _place(self, s: float) -> tuple[float, float, float]:
        """Return x, z and heading of the camera at `s` of its path, -0.5 to 0.5."""
        x, z, yaw = self._start
        camera = self._plan.camera
        if camera in {"forward", "backward"}:
            travel = min(8.0 * self._plan.speed * self._duration, 260.0)
            sign = 1.0 if camera == "forward" else -1.0
            x += sign * s * travel * np.sin(yaw)
            z += sign * s * travel * np.cos(yaw)
        elif camera == "pan_left":
            yaw -= s * self._sweep()
        elif camera == "pan_right":
            yaw += s * self._sweep()
        elif camera == "orbit":
            px, pz = x + PIVOT * np.sin(yaw), z + PIVOT * np.cos(yaw)
            yaw -= s * self._sweep()
            x, z = px - PIVOT * np.sin(yaw), pz - PIVOT * np.cos(yaw)
        elif camera == "static":
            x += 1.2 * s * np.cos(yaw)
        return float(x), float(z), float(yaw)

    def _sweep(self) -> float:
        """Return how far a pan or an orbit turns over the path, in radians."""
        return min(0.028 * self._plan.speed * self._duration, 0.34)

    def _last_part(self) -> float:
        """Return how much of its path, 1 or more, the camera may go over open water."""
        turns = self._plan.camera in {"pan_left", "pan_right", "orbit"}
        most = min(MOST_PARTS, 0.5 + WIDEST / self._sweep()) if turns else MOST_PARTS
        ring = np.linspace(0.0, 2.0 * np.pi, 16)
        last = 1.0
        for part in np.linspace(1.0, most, 120):
            x, z, _ = self._place(float(part) - 0.5)
            around = _heights(self._terrain, x + ROOM * np.sin(ring), z + ROOM * np.cos(ring))
            if float(around.max()) > -1.0:
                break
            last = float(part)
        return last


def _columns(
    sky: Floats, lake: Floats | None, wide: int, left_out: int, size: tuple[int, int], shore: int
) -> tuple[Floats, Floats]:
    """Enlarge sky and lake `wide` times; return them and empty depths, (columns, rows) pictures.

    The sky's first `left_out` rows lie above the picture, and `shore` is the lake's first row.
    """
    height, width = size
    whole = np.empty((width, height, 3), np.float32)
    for picture, first, last in ((sky[left_out:], 0, shore), (lake, shore, height)):
        if picture is not None and last > first:
            scaled = (wide * picture.shape[0], wide * picture.shape[1])
            grown = cv2.resize(_transposed(picture), scaled, interpolation=cv2.INTER_LINEAR)
            whole[:, first:last] = grown[:width, : last - first]
    return whole, np.empty((width, height), np.float32)


def _transposed(picture: Floats) -> Floats:
    return np.asarray(cv2.transpose(picture), np.float32)


def _conditions(plan: Plan) -> GroundConditions:
    mist, mist_height = {"fog": (9e-4, 45.0), "rain": (1.2e-4, 60.0)}.get(plan.weather, (0.0, 30.0))
    if plan.time_of_day == "dawn":
        mist, mist_height = mist + 5.5e-4, 26.0
    return GroundConditions(
        mist=mist,
        mist_height=mist_height,
        waves={"rain": 0.045, "storm": 0.085, "cloudy": 0.028, "fog": 0.010}.get(
            plan.weather, 0.018
        ),
        rain=1.0 if plan.weather in {"rain", "storm"} else 0.0,
        ripples=ripple_texture(plan.seed),
    )


def _stand(
    plan: Plan, terrain: Terrain, reach: float, flat_x: float, room: float
) -> tuple[float, float, float]:
    """Choose where the camera goes: x, z and heading of the middle of the camera's path.

    Of some hundred places on the lake the best one has water before it, a wooded shore close by
    on one side, tall peaks in view, and room to move.
    """
    rng = np.random.default_rng(plan.seed + 1303)
    best = -1e9
    chosen = (0.0, 0.0, 0.0)
    aim = 0.45 * float(np.arctan2(flat_x, 1.0))
    sides = np.linspace(-reach, reach, 25)
    depths = np.geomspace(20.0, 9000.0, 70)

    for _ in range(110):
        x, z = float(rng.uniform(-260.0, 260.0)), float(rng.uniform(-420.0, 420.0))
        yaw = float(np.clip(aim + rng.uniform(-0.10, 0.10), -0.3, 0.3))
        ring = np.linspace(0.0, 2.0 * np.pi, 16)
        shore_room = _heights(terrain, x + 34.0 * np.sin(ring), z + 34.0 * np.cos(ring))
        path = np.linspace(-1.0, 1.0, 29) * room
        along = _heights(terrain, x + path * np.sin(yaw), z + path * np.cos(yaw))
        if float(shore_room.max()) > -0.5 or float(along.max()) > -1.0:
            continue
        dx = np.sin(yaw) + sides * np.cos(yaw)
        dz = np.cos(yaw) - sides * np.sin(yaw)
        seen = _heights(terrain, x + dx[:, None] * depths, z + dz[:, None] * depths)
        slopes = (np.maximum(seen, 0.0) - 9.0) / depths
        skyline = slopes.max(axis=1)
        shore = np.where((seen > 0.0).any(axis=1), depths[np.argmax(seen > 0.0, axis=1)], 9000.0)
        water = float(np.mean(np.clip(shore / 900.0, 0.0, 1.0)))
        close = np.clip(1.0 - np.abs(np.log(shore / 170.0)) / 0.8, 0.0, 1.0)
        edges = np.abs(sides) > 0.499 * reach  # not a half: rounding would decide
        frame = float(close[edges].mean()) - 1.6 * float((shore[~edges] < 260.0).mean())
        peaks = -abs(float(skyline.max()) - 0.27) - 0.6 * abs(float(skyline.mean()) - 0.14)
        low = float(skyline.min())  # an open gap lets the sun in
        score = 1.0 * water + 1.1 * frame + 5.0 * peaks - 2.5 * max(low - 0.05, 0.0)
        if score > best:
            best = score
            chosen = (x, z, yaw)
    return chosen


def _heights(terrain: Terrain, x: Doubles, z: Doubles) -> Floats:
    n = terrain.heights.shape[0]
    step = SIZE * CELL / n
    col = np.clip((x - WEST) / step, 0, n - 1).astype(np.int64)
    row = np.clip((z - SOUTH) / step, 0, n - 1).astype(np.int64)
    return np.asarray(terrain.heights[row, col], np.float32)

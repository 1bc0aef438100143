"""The city scene: a walk, drive or flight along an avenue."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from rushes.engines.procedural.bands import AT_ONCE
from rushes.engines.procedural.city_conditions import CityConditions, StreetCamera
from rushes.engines.procedural.city_layout import AVENUE, CELL, PERIOD, lay_out, neon_colors
from rushes.engines.procedural.clouds import cloud_textures
from rushes.engines.procedural.figures import draw_cards, draw_spots
from rushes.engines.procedural.roadway import smear_rows
from rushes.engines.procedural.scene import Look
from rushes.engines.procedural.sky import bare_sky
from rushes.engines.procedural.street_objects import StreetObjects
from rushes.engines.procedural.street_raycaster import (
    ELEVATIONS,
    cast_rays,
    haze_table,
    scratch,
    sky_dome,
)
from rushes.engines.procedural.traffic import car_scratch, draw_cars
from rushes.engines.procedural.weather import lightning, precipitation

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from rushes.engines.procedural.kernel import Doubles, Floats
    from rushes.engines.procedural.scene import Plan
    from rushes.engines.procedural.sky import Sky
    from rushes.engines.procedural.street_objects import SeenObjects

NIGHT_SHARE = {"dawn": 0.40, "day": 0.10, "sunset": 0.40, "dusk": 0.85, "night": 1.0}
LAMP_SHARE = {"dawn": 0.22, "day": 0.0, "sunset": 0.16, "dusk": 0.70, "night": 1.0}
GLOW_SHARE = {"dawn": 0.1, "day": 0.0, "sunset": 0.12, "dusk": 0.55, "night": 1.0}
EXPOSURE = {"dawn": 1.7, "day": 1.75, "sunset": 1.6, "dusk": 1.9, "night": 2.0}
GLOOM = {"rain": 0.22, "storm": 0.35, "snow": 0.12, "fog": 0.18, "cloudy": 0.05}
MURK = {"clear": 1 / 2600, "cloudy": 1 / 1900, "fog": 1 / 125, "rain": 1 / 520}
MURK |= {"storm": 1 / 420, "snow": 1 / 300}
SKY_GLOW = {"clear": 0.45, "cloudy": 0.8, "fog": 2.6, "rain": 1.1, "storm": 0.7, "snow": 2.2}


def turned(sky: Sky, plan: Plan) -> Sky:
    if plan.time_of_day != "day":
        return sky
    # High and behind the camera, from where the sun reaches into the avenue.
    side = 1.0 if sky.sun_x > 0.0 else -1.0
    azimuth, elevation = np.radians(180.0 - side * 17.0), np.radians(50.0)
    return sky._replace(
        sun_x=float(np.sin(azimuth) * np.cos(elevation)),
        sun_y=float(np.sin(elevation)),
        sun_z=float(np.cos(azimuth) * np.cos(elevation)),
    )


class CityScene:
    def __init__(
        self, plan: Plan, width: int, height: int, duration: float, pool: Executor
    ) -> None:
        self.plan = plan
        self.width = width
        self.height = height
        self.duration = max(duration, 0.5)
        cyber = bool(plan.tags & {"cyberpunk"})
        self.neon = neon_colors(plan.palette, cyber)
        clouds = pool.submit(cloud_textures, plan.seed)
        self.sky = turned(bare_sky(plan, width), plan)
        sun = (self.sky.sun_x, self.sky.sun_y, self.sky.sun_z)
        skyline = bool(plan.tags & {"aerial", "skyline"})
        layout = lay_out(plan.seed, self.neon, sun, pool)
        self.city = layout.city
        trees = plan.time_of_day != "night" and not cyber
        self.objects = StreetObjects(layout, plan.seed, self.neon, plan.speed, trees)
        self.env = self._air(cyber)
        self.look = self._look()
        rng = np.random.default_rng(plan.seed + 977)
        self.mode = "aerial" if skyline else str(rng.choice(["street", "street", "street", "mid"]))
        self.drift = float(rng.uniform(-1.0, 1.0))
        self.start = float(rng.uniform(0.0, PERIOD))
        self.sky = self.sky._replace(clouds=clouds.result())

    def frame(self, t: float, light: Floats) -> None:
        flash = lightning(self.plan, t)
        env = self.env._replace(
            time=t,
            ambient_r=self.env.ambient_r + flash * 0.45,
            ambient_g=self.env.ambient_g + flash * 0.5,
            ambient_b=self.env.ambient_b + flash * 0.65,
            glow_r=self.env.glow_r + flash * 0.16,
            glow_g=self.env.glow_g + flash * 0.18,
            glow_b=self.env.glow_b + flash * 0.26,
        )
        cam = self.camera(t)
        H, W = light.shape[0], light.shape[1]
        air = np.empty((ELEVATIONS, max(W // 4, 8), 3))
        haze_table(self.sky, env, cam, W, air)
        dome = np.empty((28, 128, 3), np.float32)
        sky_dome(self.sky, env, dome)
        seen = self.objects.seen(t, cam, env)
        mirror = smear = np.zeros((2, 2, 3), np.float32)
        if env.wet > 0.0:
            mirror, smear = self.reflections(seen, env, cam, air, dome, H, W)
        depth = np.empty((H, W), np.float32)
        cast_rays(
            self.city, self.sky, dome, env, cam, air, mirror, smear, 2, light, depth, *scratch(2)
        )
        self.populate(seen, env, cam, air, light, depth)
        precipitation(light, self.plan, t)

    def reflections(
        self,
        seen: SeenObjects,
        env: CityConditions,
        cam: StreetCamera,
        air: Doubles,
        dome: Floats,
        H: int,
        W: int,
    ) -> tuple[Floats, Floats]:
        """Return the mirror images of still and of rough water, half size, horizon last."""
        rows = max(int(np.ceil((H - cam.horizon) / 2)) + H // 24, 4)
        # Water mirrors what a camera as far below it would see, upside down.
        below = cam._replace(eye_y=-cam.eye_y, focal=cam.focal / 2, horizon=float(rows))
        mirror = np.empty((rows, max(W // 2, 2), 3), np.float32)
        depth = np.empty(mirror.shape[:2], np.float32)
        none = np.zeros((2, 2, 3), np.float32)
        cast_rays(
            self.city, self.sky, dome, env, below, air, none, none, 1, mirror, depth, *scratch(1)
        )
        self.populate(seen, env, below, air, mirror, depth)
        smear = np.empty_like(mirror)
        once = np.empty_like(mirror)
        reach = max(H // 60, 1)
        smear_rows(mirror, reach, once)
        smear_rows(once, reach * 2, smear)
        return mirror, smear

    def populate(
        self,
        seen: SeenObjects,
        env: CityConditions,
        cam: StreetCamera,
        air: Doubles,
        light: Floats,
        depth: Floats,
    ) -> None:
        """Draw the street objects as `cam` sees them."""
        baked = self.city.baked
        draw_cars(seen.cars, baked, env, cam, air, light, depth, *car_scratch())
        draw_cards(seen.cards, baked, env, cam, air, light, depth)
        draw_spots(seen.spots, env, cam, light, depth)

    def camera(self, t: float) -> StreetCamera:
        plan = self.plan
        part = t / self.duration
        risen = min(part, 1.0)  # a continued video is longer than the path: it stays on top
        ease = risen * risen * (3.0 - 2.0 * risen)
        speed = plan.speed
        eye, horizon, pace = {
            "street": (2.6, 0.585, 5.0),
            "mid": (24.0, 0.44, 8.0),
            "aerial": (150.0, 0.27, 12.0),
        }[self.mode]
        x, z, yaw = AVENUE * CELL / 2 + 0.5 * self.drift, self.start, 0.0
        gain = min(self.duration * speed, 12.0)
        move = plan.camera
        if move == "forward":
            z += pace * speed * t
            yaw = 0.05 * self.drift * np.sin(0.25 * t)
        elif move == "backward":
            z -= 0.8 * pace * speed * t
        elif move in {"pan_left", "pan_right"}:
            turn = 0.06 * gain
            yaw = turn * (part - 0.5) * (1.0 if move == "pan_right" else -1.0)
            z += 0.12 * pace * speed * t
        elif move == "orbit":
            swing = (0.05 * gain) * (part - 0.5)
            radius = {"street": 14.0, "mid": 18.0, "aerial": 150.0}[self.mode]
            if self.mode == "aerial":
                # Only an arc over every roof may leave the avenue.
                eye = float(self.city.height.max()) + 12.0
                horizon = 0.22
            x += -np.sin(swing) * radius
            z += (1.0 - np.cos(swing)) * radius
            yaw = swing * (0.55 if self.mode != "aerial" else 1.0)
        elif move == "rise":
            eye += ease * min(7.0 * gain, 60.0)
            horizon -= ease * 0.12
            z += 0.3 * pace * speed * t
        x = min(max(x, 7.0), AVENUE * CELL - 7.0) if self.mode != "aerial" else x
        cos, sin = float(np.cos(yaw)), float(np.sin(yaw))
        focal = 1.12 * min(self.width, self.height)
        return StreetCamera(x, eye, z, cos, -sin, sin, cos, focal, horizon * self.height)

    def _air(self, cyber: bool) -> CityConditions:
        plan, sky = self.plan, self.sky
        hour, weather = plan.time_of_day, plan.weather
        gloom = GLOOM.get(weather, 0.0)
        dark = NIGHT_SHARE.get(hour, 0.1)
        night = min(dark + gloom * (1.0 - dark), 1.0)
        light = (sky.light_r, sky.light_g, sky.light_b)
        ambient = (sky.ambient_r, sky.ambient_g, sky.ambient_b)
        bounce = 0.16 * sky.sun_y + 0.03
        red, green, blue = (
            bounce * one + 0.2 * two for one, two in zip(light, ambient, strict=True)
        )
        tint = np.array((0.080, 0.052, 0.062))
        if cyber or "neon" in plan.tags:
            tint = np.array((0.110, 0.028, 0.130))
        if plan.palette:
            lead = np.array(plan.palette[0]) / max(*plan.palette[0], 0.05)
            tint = 0.35 * tint + 0.07 * lead
        glow = tint * GLOW_SHARE.get(hour, 0.0) * SKY_GLOW.get(weather, 0.5)
        sun = (sky.sun_x, sky.sun_y, sky.sun_z)
        return CityConditions(
            *(*sun, *light, *ambient, float(glow[0]), float(glow[1]), float(glow[2])),
            *(red, green, blue),
            night=night,
            emit=0.40 + 0.75 * night,
            wet=1.0 if weather in {"rain", "storm"} else 0.0,
            snow=1.0 if weather == "snow" or "winter" in plan.tags else 0.0,
            fog=MURK.get(weather, 1 / 2600),
            lamps=max(LAMP_SHARE.get(hour, 0.0), 0.25 * gloom),
            neon_gain=0.45 + 0.55 * night,
        )

    def _look(self) -> Look:
        night = self.env.night
        return Look(
            exposure=EXPOSURE.get(self.plan.time_of_day, 1.3),
            bloom=0.12 + 0.16 * night,
            bloom_threshold=1.2 - 0.5 * night,
            saturation=1.05,
            contrast=1.02,
            vignette=0.16 + 0.12 * night,
            grain=0.010 + 0.004 * night,
        )


def build(
    plan: Plan, width: int, height: int, duration: float, pool: Executor = AT_ONCE
) -> CityScene:
    return CityScene(plan, width, height, duration, pool)

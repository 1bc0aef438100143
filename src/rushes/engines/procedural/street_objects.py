"""The placement of cars, pedestrians, lamps, trees and signs, as a function of time."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from rushes.engines.procedural.city_layout import (
    AVENUE,
    CELL,
    LAMP_HEIGHT,
    LAMP_STEP,
    PAVEMENT,
    PERIOD,
)
from rushes.engines.procedural.figures import BLADE, CARD, LAMP, MAST, PERSON, SPOT, TREE
from rushes.engines.procedural.traffic import CAR

if TYPE_CHECKING:
    from rushes.engines.procedural.city_conditions import CityConditions, StreetCamera
    from rushes.engines.procedural.city_layout import Layout
    from rushes.engines.procedural.kernel import Doubles, Floats
    from rushes.engines.procedural.scene import Color

PAINTS = np.array(
    [
        (0.015, 0.016, 0.020),
        (0.22, 0.23, 0.25),
        (0.45, 0.45, 0.44),
        (0.22, 0.02, 0.02),
        (0.02, 0.05, 0.16),
        (0.62, 0.36, 0.02),
        (0.62, 0.36, 0.02),
        (0.05, 0.05, 0.055),
    ]
)
HEADLIGHT = (1.0, 0.94, 0.80)
TAILLIGHT = (1.0, 0.035, 0.03)
SODIUM = (3.4, 2.2, 1.15)
SIGHT = 420.0  # meters; farther cars are lost in the haze of lights
AISLES = ((1.85, 19.0, 9.5), (5.35, 27.0, 11.5))  # offset from the middle, spacing, meters a second


class SeenObjects(NamedTuple):
    """Rows of CAR, CARD, and SPOT columns, farthest first."""

    cars: Doubles
    cards: Doubles
    spots: Doubles


class StreetObjects:
    """Everything that stands or moves in the streets; its methods are pure in time."""

    def __init__(
        self, layout: Layout, seed: int, neon: tuple[Color, ...], speed: float, trees: bool
    ) -> None:
        self.speed = speed
        rng = np.random.default_rng(seed + 613)
        city = layout.city
        self.aisles = self._aisles(layout, rng)
        self.waiting = self._waiting(layout, rng)
        self.walkers = self._walkers(rng)
        self.fixed, self.fixed_spots = self._furniture(layout, rng, neon, city.height, trees)

    def seen(self, t: float, cam: StreetCamera, env: CityConditions) -> SeenObjects:
        """Return what is near the camera."""
        cars = self.cars(t, cam)
        dark = max((env.night - 0.2) / 0.8, 0.0)
        return SeenObjects(cars, self.cards(t, cam), self.spots(t, cam, cars, dark, env.lamps))

    def cars(self, t: float, cam: StreetCamera) -> Doubles:
        """Return rows of CAR columns near the camera, farthest first."""
        a = self.aisles
        cars = np.zeros((len(a), CAR))
        cars[:, 0] = a[:, 0]
        cars[:, 1] = a[:, 1] + a[:, 2] * a[:, 3] * self.speed * t
        cars[:, 3] = a[:, 2]
        cars[:, 4:] = a[:, 4:]
        return _near(np.concatenate((cars, self.waiting)), cam, 1, SIGHT)

    def cards(self, t: float, cam: StreetCamera) -> Doubles:
        """Return rows of CARD columns near the camera, farthest first."""
        walkers = self.walkers[:, :CARD].copy()
        walkers[:, 2] += self.walkers[:, CARD] * t * min(self.speed, 1.4)
        near = _near(walkers, cam, 2, 110.0)
        rows = np.concatenate((near, _near(self.fixed, cam, 2, 900.0)))
        return rows[np.argsort(-_ahead(rows, cam, 2), kind="stable")]

    def spots(
        self, t: float, cam: StreetCamera, cars: Doubles, dark: float, lamps: float
    ) -> Doubles:
        """Return rows of SPOT columns: lamps, beacons, and the lights of the given cars."""
        rows = [_near(self.fixed_spots, cam, 2, 800.0)]
        rows[0] = rows[0].copy()
        beacon = rows[0][:, 4] < 0.1  # masts' lights are red, without green
        blink = (np.sin(t * 2.6 + rows[0][:, 0]) > 0.2) * 1.0 + 0.12
        rows[0][:, 3:6] *= np.where(beacon, blink * dark, lamps)[:, None]
        toward_x, toward_z = cam.eye_x - cars[:, 0], cam.eye_z - cars[:, 1]
        far = np.sqrt(toward_x**2 + toward_z**2) + 1e-6
        facing = (toward_x * cars[:, 2] + toward_z * cars[:, 3]) / far
        for sign, color, gain, size, height in (
            (1.0, HEADLIGHT, 6.5, 0.12, 0.66),
            (-1.0, TAILLIGHT, 2.6, 0.11, 0.70),
        ):
            # A head- or taillight shines within about 87 degrees of its axis.
            seen = np.clip((facing * sign - 0.05) / 0.6, 0.0, 1.0) * dark
            for side in (-1.0, 1.0):
                spot = np.zeros((len(cars), SPOT))
                out = side * 0.72 * cars[:, 5]
                spot[:, 0] = cars[:, 0] + cars[:, 2] * cars[:, 4] * sign + cars[:, 3] * out
                spot[:, 1] = height
                spot[:, 2] = cars[:, 1] + cars[:, 3] * cars[:, 4] * sign - cars[:, 2] * out
                spot[:, 3:6] = np.array(color) * gain * (seen * seen)[:, None]
                spot[:, 6] = size
                spot[:, 7] = 1.0
                rows.append(spot[seen > 0.01])
        return np.concatenate(rows)

    def _aisles(self, layout: Layout, rng: np.random.Generator) -> Doubles:
        rows = []
        for road in layout.avenues:
            middle = (road.start + road.width / 2) * CELL
            wide = road.width * CELL / 2 - PAVEMENT
            for way in (1.0, -1.0):
                for offset, spacing, pace in AISLES:
                    if offset + 1.1 > wide:
                        continue
                    number = int(PERIOD / spacing)
                    place = (np.arange(number) + rng.uniform(0.0, 0.55, number)) * spacing
                    here = place[rng.random(number) < 0.72]
                    body = _bodies(rng, len(here))
                    lane = np.empty((len(here), 11))
                    lane[:, 0], lane[:, 1], lane[:, 2] = middle + way * offset, here, way
                    lane[:, 3] = pace * rng.uniform(0.94, 1.06)
                    lane[:, 4:] = body
                    rows.append(lane)
        return np.concatenate(rows)

    def _waiting(self, layout: Layout, rng: np.random.Generator) -> Doubles:
        rows = []
        for avenue in layout.avenues:
            for street in layout.streets:
                for way in (1.0, -1.0):
                    queue = int(rng.integers(0, 4))
                    body = _bodies(rng, queue)
                    near = avenue.width * CELL / 2 + 3.2
                    for k in range(queue):
                        x = (avenue.start + avenue.width / 2) * CELL - way * (near + 6.4 * k)
                        z = (street.start + street.width / 2) * CELL - way * 1.9
                        rows.append(np.array((x, z, way, 0.0, *body[k])))
        return np.array(rows).reshape(-1, CAR)

    def _walkers(self, rng: np.random.Generator) -> Doubles:
        rows = []
        half = AVENUE * CELL / 2
        for side in (-1.0, 1.0):
            for z in np.arange(0.0, PERIOD, 4.2):
                if rng.random() < 0.3:
                    continue
                x = half + side * (half - rng.uniform(0.7, PAVEMENT - 1.0))
                pace = float(rng.choice([-1.0, 1.0])) * rng.uniform(0.9, 1.5)
                cloth = rng.uniform(0.02, 0.16) + rng.uniform(-0.015, 0.05, 3)
                place = (x, 0.0, z + rng.uniform(0.0, 4.0), 0.62, 2.25, PERSON)
                rows.append(np.array((*place, float(rng.integers(1, 9000)), *cloth, pace)))
        return np.array(rows)

    def _furniture(
        self,
        layout: Layout,
        rng: np.random.Generator,
        neon: tuple[Color, ...],
        height: Floats,
        trees: bool,
    ) -> tuple[Doubles, Doubles]:
        cards: list[tuple[float, ...]] = []
        spots: list[tuple[float, ...]] = []
        for avenue in layout.avenues:
            middle = (avenue.start + avenue.width / 2) * CELL
            half = avenue.width * CELL / 2
            for side in (1.0, -1.0):
                edge = middle + side * (half - PAVEMENT + 0.5)
                cell = int(np.floor((middle + side * (half + 1.0)) / CELL)) % len(height)
                for k in range(int(PERIOD / LAMP_STEP)):
                    z = (k + (0.0 if side > 0.0 else 0.5)) * LAMP_STEP
                    if height[int(z / CELL) % len(height), cell] <= 0.0:
                        continue
                    x = edge - side * 1.2
                    turn = 1.0 if side > 0.0 else 0.0
                    cards.append((x, 0.0, z, 1.5, LAMP_HEIGHT, LAMP, turn, 0.06, 0.07, 0.07))
                    spots.append((x - side * 0.95, LAMP_HEIGHT - 0.2, z, *SODIUM, 0.22, 1.1))
                    if trees and rng.random() < 0.75:
                        tall = float(rng.uniform(5.5, 7.5))
                        tree = (x + side * 1.6, 0.0, z + LAMP_STEP / 2, 0.42 * tall, tall, TREE)
                        cards.append((*tree, float(rng.integers(1, 50)), 0.05, 0.04, 0.03))
                self._signs(cards, rng, neon, height, middle, half, side)
        for x, z, foot, top in layout.masts:
            cards.append((x, foot, z, 0.5, top - foot, MAST, 1.0, 0.12, 0.12, 0.13))
            spots.append((x, top + 0.3, z, 3.0, 0.06, 0.05, 0.45, 1.0))
        return np.array(cards).reshape(-1, CARD), np.array(spots).reshape(-1, SPOT)

    def _signs(
        self,
        cards: list[tuple[float, ...]],
        rng: np.random.Generator,
        neon: tuple[Color, ...],
        height: Floats,
        middle: float,
        half: float,
        side: float,
    ) -> None:
        cell = int(np.floor((middle + side * (half + 1.0)) / CELL)) % len(height)
        z = 0.0
        while z < PERIOD - 4.0:
            z += float(rng.uniform(5.0, 16.0))
            roof = float(height[int(z / CELL) % len(height), cell])
            if roof < 14.0:
                continue
            tall = float(rng.uniform(2.6, min(9.5, roof - 7.0)))
            foot = float(rng.uniform(4.9, 6.5))
            wide = float(rng.uniform(0.5, 0.85))
            color = neon[int(rng.integers(len(neon)))]
            x = middle + side * (half - wide - 0.15)
            cards.append((x, foot, z, wide, tall, BLADE, float(rng.integers(1, 9000)), *color))


def _bodies(rng: np.random.Generator, number: int) -> Doubles:
    """Return half length, half width, height, paint and seed of new cars."""
    van = rng.random(number) < 0.14
    body = np.empty((number, 7))
    body[:, 0] = np.where(van, rng.uniform(2.5, 3.1, number), rng.uniform(2.05, 2.4, number))
    body[:, 1] = np.where(van, 0.98, 0.89)
    body[:, 2] = np.where(van, rng.uniform(2.1, 2.5, number), rng.uniform(1.4, 1.6, number))
    body[:, 3:6] = PAINTS[rng.integers(0, len(PAINTS), number)]
    body[:, 6] = rng.integers(1, 9000, number)
    return body


def _ahead(rows: Doubles, cam: StreetCamera, z: int) -> Doubles:
    east = (rows[:, 0] - cam.eye_x) * cam.ahead_x
    return np.asarray(east + (rows[:, z] - cam.eye_z) * cam.ahead_z)


def _near(rows: Doubles, cam: StreetCamera, z: int, sight: float) -> Doubles:
    """Return the rows within `sight`, moved to the camera's period, farthest first."""
    out = rows.copy()
    for column, eye in ((0, cam.eye_x), (z, cam.eye_z)):
        rel = out[:, column] - eye
        # The city repeats: of all copies of an object the one nearest to the eye is drawn.
        out[:, column] = eye + np.mod(rel + PERIOD / 2, PERIOD) - PERIOD / 2
    ahead = _ahead(out, cam, z)
    far = (out[:, 0] - cam.eye_x) ** 2 + (out[:, z] - cam.eye_z) ** 2
    keep = (ahead > -6.0) & (far < sight * sight)
    return np.asarray(out[keep][np.argsort(-ahead[keep], kind="stable")])

"""What the kernels of the city share: the camera, and the light, air and ground."""

from __future__ import annotations

from typing import NamedTuple


class StreetCamera(NamedTuple):
    """A level camera with vertical lens shift, in meters and pixels."""

    eye_x: float
    eye_y: float
    eye_z: float
    right_x: float
    right_z: float
    ahead_x: float
    ahead_z: float
    focal: float  # pixels
    horizon: float  # row of the horizon


class CityConditions(NamedTuple):
    """Light, air and ground at the plan's hour and weather; colors are scene-linear."""

    sun_x: float  # unit vector towards the sun or moon
    sun_y: float
    sun_z: float
    light_r: float  # of the sun or moon
    light_g: float
    light_b: float
    ambient_r: float  # of the sky
    ambient_g: float
    ambient_b: float
    glow_r: float  # of the city's own light in the air
    glow_g: float
    glow_b: float
    bounce_r: float  # from the ground and the houses opposite
    bounce_g: float
    bounce_b: float
    night: float  # 0 day to 1 night: how many windows are lit
    emit: float  # brightness of windows and shops
    wet: float
    snow: float
    fog: float  # extinction per meter
    lamps: float  # brightness of street lamps
    neon_gain: float
    time: float = 0.0  # seconds

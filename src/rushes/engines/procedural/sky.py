"""The sky of the outdoor scenes: air, clouds, sun or moon, stars, and their light."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from rushes.engines.procedural.clouds import (
    CLOUD_SIZE,
    PERIOD,
    cloud_density,
    cloud_near,
    cloud_textures,
)
from rushes.engines.procedural.kernel import inline
from rushes.engines.procedural.noise import hash_unit

if TYPE_CHECKING:
    from rushes.engines.procedural.kernel import Doubles, Floats
    from rushes.engines.procedural.scene import Color, Plan

ZENITH, MIDDLE, HORIZON, AWAY, GLOW, LIT, SHADE, DISC = range(8)  # rows of Sky.tones
_NO_CLOUDS = np.empty(0, np.float32)


class Sky(NamedTuple):
    """One plan's sky, for kernels.

    Directions have y up. `fog` is extinction per meter; a color seen through `d` meters of air
    is `color * exp(-fog * d) + haze * (1 - exp(-fog * d))`.
    """

    sun_x: float  # towards the sun or moon, unit length, above the horizon
    sun_y: float
    sun_z: float
    flat_x: float  # the same direction along the ground, unit length
    flat_z: float
    light_r: float  # direct light: irradiance on a surface facing it, 1.0 lights white to 1.0
    light_g: float
    light_b: float
    ambient_r: float  # light from the rest of the sky, on a surface facing up
    ambient_g: float
    ambient_b: float
    fog: float
    tones: Doubles  # (8, 3) colors, see ZENITH and its neighbors
    clouds: Floats  # cumulus, then cirrus: each a mip pyramid of CLOUD_TEXELS
    cover: float  # share of the sky under heaps of cloud, about
    wisps: float  # opacity of the high thin clouds
    band: float  # sharpness of the horizon's band of color
    stars: float  # brightness of the stars
    disc: float  # brightness of the sun's or moon's disc
    moon: float  # 1.0 if the disc is a moon
    pixel: float  # angle between neighboring pixels, radians
    drift_x: float  # clouds' heights traveled per second
    drift_z: float
    shift_x: float  # where over the cloud field the video begins
    shift_z: float
    ray: float  # strength of the glow around sun or moon


@dataclass(frozen=True)
class _Hour:
    zenith: Color
    middle: Color
    horizon: Color  # towards the sun
    away: Color  # opposite the sun
    glow: Color
    light: Color
    ambient: Color
    lit: Color  # clouds facing the sun
    shade: Color  # clouds' undersides
    elevation: float  # degrees
    azimuth: tuple[float, float]  # degrees from +z, least and most, either side
    disc: float
    stars: float = 0.0


HOURS = {
    "dawn": _Hour(
        zenith=(0.11, 0.24, 0.54),
        middle=(0.42, 0.43, 0.58),
        horizon=(1.12, 0.62, 0.45),
        away=(0.52, 0.46, 0.58),
        glow=(1.50, 0.82, 0.48),
        light=(1.15, 0.74, 0.52),
        ambient=(0.24, 0.28, 0.40),
        lit=(1.42, 0.78, 0.62),
        shade=(0.36, 0.35, 0.50),
        elevation=7.0,
        azimuth=(6.0, 24.0),
        disc=60.0,
    ),
    "day": _Hour(
        zenith=(0.07, 0.20, 0.54),
        middle=(0.20, 0.41, 0.77),
        horizon=(0.62, 0.75, 0.90),
        away=(0.58, 0.73, 0.90),
        glow=(0.55, 0.52, 0.45),
        light=(1.28, 1.15, 0.96),
        ambient=(0.30, 0.37, 0.50),
        lit=(1.30, 1.27, 1.22),
        shade=(0.50, 0.57, 0.68),
        elevation=38.0,
        azimuth=(50.0, 115.0),
        disc=60.0,
    ),
    "sunset": _Hour(
        zenith=(0.075, 0.135, 0.34),
        middle=(0.44, 0.27, 0.38),
        horizon=(1.30, 0.54, 0.20),
        away=(0.44, 0.28, 0.40),
        glow=(2.30, 0.95, 0.28),
        light=(1.45, 0.68, 0.27),
        ambient=(0.34, 0.31, 0.46),
        lit=(1.65, 0.66, 0.34),
        shade=(0.26, 0.19, 0.30),
        elevation=6.0,
        azimuth=(5.0, 20.0),
        disc=70.0,
    ),
    "dusk": _Hour(
        zenith=(0.018, 0.045, 0.150),
        middle=(0.105, 0.115, 0.260),
        horizon=(0.58, 0.25, 0.17),
        away=(0.100, 0.100, 0.210),
        glow=(0.55, 0.22, 0.12),
        light=(0.16, 0.11, 0.13),
        ambient=(0.105, 0.115, 0.205),
        lit=(0.50, 0.22, 0.22),
        shade=(0.055, 0.060, 0.120),
        elevation=5.0,
        azimuth=(5.0, 22.0),
        disc=0.0,
        stars=0.25,
    ),
    "night": _Hour(
        zenith=(0.0045, 0.0105, 0.032),
        middle=(0.010, 0.022, 0.058),
        horizon=(0.030, 0.052, 0.105),
        away=(0.024, 0.042, 0.090),
        glow=(0.060, 0.080, 0.120),
        light=(0.170, 0.215, 0.310),
        ambient=(0.042, 0.060, 0.110),
        lit=(0.110, 0.135, 0.200),
        shade=(0.012, 0.018, 0.038),
        elevation=14.0,
        azimuth=(8.0, 24.0),
        disc=1.6,
        stars=1.0,
    ),
}


@dataclass(frozen=True)
class _Air:
    cover: float
    wisps: float
    overcast: float  # 0 clear air, 1 no sun and no color
    dim: float
    fog: float
    band: float = 10.0
    wind: float = 0.018


WEATHERS = {
    "clear": _Air(cover=0.34, wisps=0.75, overcast=0.0, dim=1.0, fog=3.2e-5),
    "cloudy": _Air(cover=0.66, wisps=0.5, overcast=0.28, dim=0.9, fog=5.0e-5, wind=0.03),
    "fog": _Air(cover=0.30, wisps=0.3, overcast=0.50, dim=0.95, fog=5.5e-4, band=2.2, wind=0.01),
    "rain": _Air(cover=0.93, wisps=0.0, overcast=0.82, dim=0.70, fog=1.9e-4, band=4.5, wind=0.05),
    "storm": _Air(cover=0.97, wisps=0.0, overcast=0.88, dim=0.45, fog=1.6e-4, band=6.0, wind=0.10),
    "snow": _Air(cover=0.985, wisps=0.0, overcast=0.74, dim=0.92, fog=2.6e-4, band=3.5, wind=0.03),
}


def build_sky(plan: Plan, width: int) -> Sky:
    """Make the sky for the plan's hour, weather, palette and seed; `width` is the frame's."""
    return bare_sky(plan, width)._replace(clouds=cloud_textures(plan.seed))


def bare_sky(plan: Plan, width: int) -> Sky:
    """Make the sky without textures of clouds, which take long."""
    hour = _graded(HOURS.get(plan.time_of_day, HOURS["day"]), plan.palette)
    air = WEATHERS.get(plan.weather, WEATHERS["clear"])
    rng = np.random.default_rng(plan.seed + 401)
    side = 1.0 if rng.random() < 0.5 else -1.0
    azimuth = np.radians(side * rng.uniform(*hour.azimuth))
    elevation = np.radians(hour.elevation)
    wind = air.wind * (0.8 + 0.4 * rng.random())
    heading = rng.uniform(-0.9, 0.9)
    drift = (wind * np.cos(heading) * side, -wind * np.sin(heading))
    shift = rng.uniform(0.0, PERIOD, 2)
    clear = 1.0 - 0.9 * air.overcast
    if plan.time_of_day in {"dusk", "night"}:
        air = replace(air, dim=air.dim**0.4)  # little light is left to lose
    tones = _toned(hour, air)
    light = np.array(hour.light) * clear * (0.5 + 0.5 * air.dim)
    gray = float(np.mean(hour.ambient))
    lifted = 1.0 + 0.55 * air.overcast  # clouds spread the sun's light over the whole sky
    ambient = (1.0 - 0.7 * air.overcast) * np.array(hour.ambient) + 0.7 * air.overcast * gray
    ambient = ambient * lifted * (0.35 + 0.65 * air.dim)
    return Sky(
        sun_x=float(np.cos(elevation) * np.sin(azimuth)),
        sun_y=float(np.sin(elevation)),
        sun_z=float(np.cos(elevation) * np.cos(azimuth)),
        flat_x=float(np.sin(azimuth)),
        flat_z=float(np.cos(azimuth)),
        light_r=float(light[0]),
        light_g=float(light[1]),
        light_b=float(light[2]),
        ambient_r=float(ambient[0]),
        ambient_g=float(ambient[1]),
        ambient_b=float(ambient[2]),
        fog=air.fog,
        tones=tones,
        clouds=_NO_CLOUDS,
        cover=air.cover,
        wisps=air.wisps,
        band=air.band,
        stars=hour.stars * max(0.0, 1.0 - 1.6 * air.overcast),
        disc=hour.disc * max(0.0, 1.0 - 1.5 * air.overcast),
        moon=1.0 if plan.time_of_day == "night" else 0.0,
        pixel=1.1 / width,
        drift_x=float(drift[0] * plan.speed),
        drift_z=float(drift[1] * plan.speed),
        shift_x=float(shift[0]),
        shift_z=float(shift[1]),
        ray=max(0.0, 1.0 - 1.4 * air.overcast),
    )


def flash_sky(sky: Sky, strength: float) -> Sky:
    """Return the sky lit by a lightning flash of `strength` 0 to 1."""
    if strength <= 0.0:
        return sky
    bolt = np.array((0.55, 0.62, 0.85)) * strength
    # Eyes used to the dark are dazzled by less.
    bolt *= min(1.0, 0.25 + 4.0 * sky.ambient_g)
    tones = sky.tones.copy()
    tones[[ZENITH, MIDDLE, HORIZON, AWAY]] += 0.35 * bolt
    tones[LIT] += 1.5 * bolt
    tones[SHADE] += 0.25 * bolt
    return sky._replace(
        tones=tones,
        ambient_r=sky.ambient_r + 0.7 * float(bolt[0]),
        ambient_g=sky.ambient_g + 0.7 * float(bolt[1]),
        ambient_b=sky.ambient_b + 0.7 * float(bolt[2]),
    )


def _graded(hour: _Hour, palette: tuple[Color, ...]) -> _Hour:
    """Shift the hour's colors toward the palette, keeping their brightness."""
    if not palette:
        return hour
    first = palette[0]
    second = palette[1] if len(palette) > 1 else palette[0]
    third = palette[2] if len(palette) > 2 else first
    leaders = {
        "zenith": (second, 0.55),
        "middle": (second, 0.5),
        "horizon": (first, 0.6),
        "away": (third, 0.5),
        "glow": (first, 0.5),
        "light": (first, 0.4),
        "ambient": (second, 0.4),
        "lit": (first, 0.5),
        "shade": (second, 0.45),
    }
    changes: dict[str, Any] = {}
    for field in fields(hour):
        if field.name not in leaders:
            continue
        leader, share = leaders[field.name]
        changes[field.name] = _lean(getattr(hour, field.name), leader, share)
    return replace(hour, **changes)


def _lean(color: Color, leader: Color, share: float) -> Color:
    weights = np.array((0.2126, 0.7152, 0.0722))
    own = np.asarray(color, np.float64)
    goal = np.maximum(np.asarray(leader, np.float64), 0.02)
    goal = goal / max(float(weights @ goal), 0.02)
    # A pure primary would make a monochrome world: keep some of every channel.
    goal = np.minimum(0.8 * goal + 0.2, 2.4) * float(weights @ own)
    mixed = own * (1.0 - share) + goal * share
    mixed *= float(weights @ own) / max(float(weights @ mixed), 1e-6)
    return (float(mixed[0]), float(mixed[1]), float(mixed[2]))


def _toned(hour: _Hour, air: _Air) -> Doubles:
    tones = np.array(
        [
            hour.zenith,
            hour.middle,
            hour.horizon,
            hour.away,
            hour.glow,
            hour.lit,
            hour.shade,
            hour.glow,
        ],
        np.float64,
    )
    weights = np.array((0.2126, 0.7152, 0.0722))
    level = 0.5 * float(weights @ tones[MIDDLE]) + 0.5 * float(weights @ tones[AWAY])
    veil = level * np.array((0.95, 1.0, 1.06)) * 0.85 + 0.15 * tones[MIDDLE]
    mix = air.overcast
    for row, gain in ((ZENITH, 0.62), (MIDDLE, 0.85), (HORIZON, 1.12), (AWAY, 1.0)):
        tones[row] = tones[row] * (1.0 - mix) + veil * gain * mix
    gray = float(weights @ tones[LIT])
    dull = (0.2 * tones[LIT] + 0.8 * gray * np.array((0.95, 1.0, 1.06))) * 0.40
    tones[LIT] = tones[LIT] * (1.0 - mix) + dull * mix
    tones[SHADE] = tones[SHADE] * (1.0 - mix) + veil * 0.48 * mix
    tones[GLOW] *= 1.0 - 0.8 * mix
    tones[:7] *= air.dim
    tones[DISC] = hour.glow / np.max(hour.glow)
    return tones


@inline
def _air(sky: Sky, x: float, y: float, z: float) -> tuple[float, float, float]:
    # Not a scattering model: three tones fall off with height, and a glow surrounds the sun. A
    # simulated sky would cost more and could not follow a palette.
    up = max(y, 0.0)
    mid = np.exp(-0.34 * sky.band * up)
    low = mid * mid * mid
    flat = 1.0 / np.sqrt(x * x + z * z + 1e-9)
    facing = 0.5 + 0.5 * (x * sky.flat_x + z * sky.flat_z) * flat
    facing = facing * facing * (3.0 - 2.0 * facing)
    mu = x * sky.sun_x + y * sky.sun_y + z * sky.sun_z
    broad = np.exp(6.0 * (mu - 1.0))
    narrow = broad * broad
    narrow *= narrow
    narrow *= narrow
    core = narrow * narrow
    core *= core
    wide = 0.16 * broad + 0.30 * narrow + 0.55 * core * core
    wide *= sky.ray * (0.35 + 0.65 / (1.0 + 5.0 * up))
    r = g = b = 0.0
    for c in range(3):
        edge = sky.tones[AWAY, c] + (sky.tones[HORIZON, c] - sky.tones[AWAY, c]) * facing
        color = sky.tones[ZENITH, c] + (sky.tones[MIDDLE, c] - sky.tones[ZENITH, c]) * mid
        color += (edge - color) * low + sky.tones[GLOW, c] * wide
        if c == 0:
            r = color
        elif c == 1:
            g = color
        else:
            b = color
    return r, g, b


@inline
def haze(sky: Sky, x: float, y: float, z: float) -> tuple[float, float, float]:
    """Return the color of far air in a unit direction: no disc, no clouds."""
    return _air(sky, x, min(max(y, 0.0), 0.35) * 0.5, z)


@inline
def _star(sky: Sky, x: float, y: float, z: float, t: float) -> float:
    # Stereographic, so that stars keep their size from zenith to horizon.
    u, v = x / (1.0 + y), z / (1.0 + y)
    total = 0.0
    for layer in range(2):
        scale = 46.0 + 55.0 * layer
        iu, iv = np.floor(u * scale), np.floor(v * scale)
        i, j = int(iu), int(iv)
        chance = hash_unit(i, j, 61 + layer)
        if chance > 0.34:
            continue
        px = iu + 0.2 + 0.6 * hash_unit(i, j, 71 + layer) - u * scale
        py = iv + 0.2 + 0.6 * hash_unit(i, j, 81 + layer) - v * scale
        size = 0.0006
        spread = max(size, 0.62 * sky.pixel)
        # Energy is kept when the pixel is wider than the star, so resolution changes nothing.
        power = (size / spread) ** 2
        far = (px * px + py * py) / (scale * scale * spread * spread)
        if far < 12.0:
            magnitude = chance / 0.34
            bright = 0.10 + 0.5 * magnitude**4 + 1.5 * magnitude**24
            blink = 0.8 + 0.2 * np.sin(t * (2.0 + 5.0 * hash_unit(i, j, 91)) + 40.0 * chance)
            total += bright * blink * power * np.exp(-far * 1.2)
    return total


@inline
def _disc(sky: Sky, mu: float, x: float, y: float, z: float) -> float:
    """Return the brightness of the sun or moon itself, antialiased."""
    # Two and a half to six times the real angle of 0.0047: at the true size it is a few pixels.
    radius = 0.0120 + 0.0135 * sky.moon
    angle = np.sqrt(max(2.0 * (1.0 - mu), 0.0))
    soft = max(sky.pixel, 0.0012)
    edge = min(max((radius - angle) / soft + 0.5, 0.0), 1.0)
    if edge <= 0.0:
        return 0.0
    if sky.moon > 0.5:
        # Seas of the moon, from the cloud texture laid over the disc.
        u = (x * sky.sun_z - z * sky.sun_x) * 5.5
        v = (y - sky.sun_y) * 5.5
        seas = cloud_density(sky.clouds, 0, u + 0.37, v + 0.11, 2.0)
        return float(edge * (0.62 + 0.5 * min(max((seas - 0.25) * 2.2, 0.0), 1.0)))
    q = angle / radius
    return float(edge * (1.0 - 0.45 * q * q))  # limb darkening


@inline
def veiled_air(
    sky: Sky, x: float, y: float, z: float, t: float
) -> tuple[float, float, float, float]:
    """Return air and clouds, then the transmittance for the disc and the stars behind them."""
    r, g, b = _air(sky, x, y, z)
    mu = x * sky.sun_x + y * sky.sun_y + z * sky.sun_z
    # Where the ray meets the layer of clouds; the offset keeps it finite at the horizon, as the
    # earth's curvature does.
    reach = 1.0 / (max(y, 0.0) + 0.055)
    through = 1.0
    cr = cg = cb = 0.0
    if y > -0.02:
        # Clouds melt into the horizon's air long before their texture gets too fine.
        fade = max(y - 0.004, 0.0) * 13.0
        fade = fade * fade / (1.0 + fade * fade)
        u, v = x * reach + sky.shift_x, z * reach + sky.shift_z
        texels = CLOUD_SIZE / PERIOD
        lod = np.log2(sky.pixel * reach * np.sqrt(reach) * texels + 1e-6)
        rim = max(mu, 0.0) ** 6
        if sky.wisps > 0.0:
            wu = (u * 0.55 + sky.drift_x * 0.6 * t) / PERIOD
            wv = (v * 0.55 + sky.drift_z * 0.6 * t) / PERIOD
            thin = cloud_near(sky.clouds, 1, wu, wv, lod - 0.8)
            thin = max(thin - 0.42, 0.0) * 1.7
            thin = thin * thin * sky.wisps * fade
            glow = 0.8 + 0.7 * rim
            cr += thin * sky.tones[LIT, 0] * glow
            cg += thin * sky.tones[LIT, 1] * glow
            cb += thin * sky.tones[LIT, 2] * glow
            through *= 1.0 - min(thin, 0.95)
        hu, hv = (u + sky.drift_x * t) / PERIOD, (v + sky.drift_z * t) / PERIOD
        body = cloud_density(sky.clouds, 0, hu, hv, lod)
        # A second, finer and slower field eats the edges, so shapes change as they drift.
        bu, bv = hu * 3.1 - 0.11 * sky.drift_x * t, hv * 3.1 + 0.07 * t * sky.drift_x
        bite = cloud_near(sky.clouds, 0, bu, bv, lod + 1.6)
        threshold = 1.0 - sky.cover
        depth = body + 0.16 * (bite - 0.5) - threshold
        if depth > 0.0:
            thick = min(depth / 0.42, 1.0)
            alpha = min(depth / 0.15, 1.0)
            alpha = alpha * alpha * (3.0 - 2.0 * alpha) * fade
            su, sv = hu + sky.flat_x * 0.020, hv + sky.flat_z * 0.020
            toward = cloud_near(sky.clouds, 0, su, sv, lod + 1.0)
            # Light dies on its way through the cloud between here and the sun.
            slope = (toward - body) * 3.4
            dark = min(max(0.20 + 0.66 * thick + slope + 0.55 * (0.5 - bite), 0.0), 1.0)
            lining = (1.0 - 0.95 * thick) * (1.0 - 0.95 * thick) * rim * 1.6 * sky.ray
            lit = (1.0 - dark) * (0.85 + 0.5 * rim) + lining
            red = sky.tones[SHADE, 0] * (0.5 + 0.5 * dark) + sky.tones[LIT, 0] * lit
            green = sky.tones[SHADE, 1] * (0.5 + 0.5 * dark) + sky.tones[LIT, 1] * lit
            blue = sky.tones[SHADE, 2] * (0.5 + 0.5 * dark) + sky.tones[LIT, 2] * lit
            far = 0.05 * reach / (1.0 + 0.05 * reach)
            cr = cr * (1.0 - alpha) + alpha * (red + (r - red) * far)
            cg = cg * (1.0 - alpha) + alpha * (green + (g - green) * far)
            cb = cb * (1.0 - alpha) + alpha * (blue + (b - blue) * far)
            through *= 1.0 - alpha
    return r * through + cr, g * through + cg, b * through + cb, through


@inline
def lamps(sky: Sky, x: float, y: float, z: float, t: float) -> tuple[float, float, float]:
    """Return the light of disc, stars and Milky Way alone, without clouds."""
    r = g = b = 0.0
    mu = x * sky.sun_x + y * sky.sun_y + z * sky.sun_z
    if sky.disc > 0.0 and mu > 0.998:
        shine = _disc(sky, mu, x, y, z) * sky.disc
        r += shine * sky.tones[DISC, 0]
        g += shine * sky.tones[DISC, 1]
        b += shine * sky.tones[DISC, 2]
    if sky.stars > 0.0 and y > 0.0:
        power = sky.stars * min(y * 5.0, 1.0)
        star = _star(sky, x, y, z, t) * power
        # The Milky Way: a broad leaning band, mottled by the wisps' texture.
        lane = 0.55 * x + 0.62 * y - 0.56 * z
        dust = cloud_density(sky.clouds, 1, 0.31 * x + 0.2 * y, 0.31 * z, 1.0)
        band = np.exp(-lane * lane * 22.0) * dust * dust * 0.035 * power
        r += star + band * 0.85
        g += star * 1.02 + band * 0.9
        b += star * 1.1 + band * 1.15
    return r, g, b


@inline
def radiance(
    sky: Sky, x: float, y: float, z: float, t: float, stars_and_disc: bool
) -> tuple[float, float, float]:
    """Return the light arriving from a unit direction at `t` seconds."""
    r, g, b, through = veiled_air(sky, x, y, z, t)
    if stars_and_disc and through > 0.0:
        sr, sg, sb = lamps(sky, x, y, z, t)
        r, g, b = r + sr * through, g + sg * through, b + sb * through
    return r, g, b

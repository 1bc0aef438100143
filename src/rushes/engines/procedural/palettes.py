"""Color for abstract scenes: curated palettes, and ramps made from any few colors."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from rushes.engines.procedural.scene import linear_color

if TYPE_CHECKING:
    from rushes.engines.procedural.kernel import Doubles
    from rushes.engines.procedural.scene import Plan

RAMP = 256
_LUMA = np.array((0.2126, 0.7152, 0.0722))  # Rec. 709

# Five display colors each, from shade to light; the last is an accent.
CURATED: dict[str, tuple[str, str, str, str, str]] = {
    "ember": ("1a0508", "7a1420", "e2542a", "ffc46b", "ff7a9c"),
    "lagoon": ("02141f", "045a70", "16a6a0", "b6f2dc", "ffb37a"),
    "orchid": ("12061f", "53197a", "c0399f", "ffb6d5", "6fd0ff"),
    "aurora": ("03101c", "0b4a4f", "2bd48d", "c9ffd0", "8a6bff"),
    "champagne": ("1d130d", "7d4a2d", "d69a5e", "ffe9c4", "f2a3a0"),
    "glacier": ("05121f", "1d4f86", "6bb3e6", "eef9ff", "b9a7ff"),
    "peony": ("2a0a1c", "a0245c", "f0708f", "ffdcd2", "ffd166"),
    "ultraviolet": ("060318", "2b1a9a", "7a4dff", "d8c8ff", "ff5fb0"),
    "moss": ("0a120a", "2c4f2a", "8aa843", "f0efb0", "e09a4a"),
    "mercury": ("08090c", "343c4a", "8f9bad", "f2f5fa", "7fb7d9"),
    "papaya": ("240a10", "b8322f", "ff8a3d", "ffe08a", "3fc7b5"),
    "midnight": ("02040d", "0e2150", "2f62c9", "a9cbff", "ffcf8a"),
    "coral": ("1a0f1e", "5d3a78", "ff7866", "ffd9b8", "59d3c8"),
    "jade": ("03120f", "0b5a45", "39b78c", "d5f7e2", "ffd98e"),
    "rosewater": ("221420", "86506c", "e0a1ae", "fff0ea", "9fc6e8"),
    "saffron": ("1c0b04", "8c3b0a", "f0a020", "fff0b0", "d4406a"),
}
_SUITED = {
    "dawn": ("rosewater", "champagne", "peony", "coral", "glacier", "jade"),
    "day": ("lagoon", "papaya", "glacier", "jade", "moss", "coral", "saffron", "peony"),
    "sunset": ("ember", "papaya", "coral", "saffron", "peony", "orchid", "champagne"),
    "dusk": ("orchid", "ultraviolet", "coral", "midnight", "rosewater", "lagoon"),
    "night": ("aurora", "ultraviolet", "midnight", "ember", "orchid", "lagoon", "mercury"),
}
_COLD = ("glacier", "mercury", "midnight", "lagoon", "jade", "rosewater")


def colors(plan: Plan) -> Doubles:
    """Return five scene-linear colors, dark to light with an accent last, (5, 3)."""
    rng = np.random.default_rng(plan.seed + 211)
    names = _SUITED.get(plan.time_of_day, tuple(CURATED))
    if plan.weather in {"rain", "storm", "snow"} and rng.random() < 0.65:
        names = _COLD
    own = np.array([linear_color(code) for code in CURATED[str(rng.choice(names))]])
    if plan.palette:
        own = _from_few(np.array(plan.palette, np.float64), rng)
    return _weathered(own, plan.weather)


def ramp(stops: Doubles, places: tuple[float, ...]) -> Doubles:
    """Return a smooth (RAMP, 3) table through `stops` at rising `places` in 0..1."""
    x = np.linspace(0.0, 1.0, RAMP)
    # Mixing roots keeps the middles from going muddy and dark.
    roots = np.sqrt(np.maximum(stops, 0.0))
    table = np.stack([np.interp(x, places, roots[:, c]) for c in range(3)], axis=1)
    kernel = np.hanning(27)  # rounds the corners at the stops, which would show as bands
    kernel /= kernel.sum()
    padded = np.pad(table, ((13, 13), (0, 0)), mode="edge")
    smooth = np.stack([np.convolve(padded[:, c], kernel, "valid") for c in range(3)], axis=1)
    return np.ascontiguousarray(smooth * smooth)


def _from_few(given: Doubles, rng: np.random.Generator) -> Doubles:
    """Spread one to five colors into a full palette: same hues, every brightness."""
    given = np.clip(given, 0.0, 4.0)
    lead = given[0]
    if len(given) == 1:
        # A neighboring hue keeps a single color from looking like a tinted photograph.
        turned = np.roll(lead, 1 if rng.random() < 0.5 else -1)
        given = np.stack((lead, 0.72 * lead + 0.28 * turned))
    luma = given @ _LUMA
    dark = given[int(np.argmin(luma))]
    light = given[int(np.argmax(luma))]
    second = given[1]
    return np.array(
        [
            _at(dark, 0.012),
            _at(lead, max(min(0.5 * float(lead @ _LUMA), 0.12), 0.05)),
            _at(lead, max(min(1.3 * float(lead @ _LUMA), 0.40), 0.16)),
            _at(0.75 * light + 0.25 * float(light @ _LUMA), 0.72),
            _at(second if len(given) < 3 else given[2], 0.35),
        ]
    )


def _at(color: Doubles, luma: float) -> Doubles:
    own = float(color @ _LUMA)
    if own < 1e-4:
        return np.full(3, luma)
    scaled = color * (luma / own)
    # What does not fit into a channel becomes white, as bright colors do.
    over = np.maximum(scaled - 1.0, 0.0).sum()
    return np.asarray(np.minimum(scaled, 1.0) + 0.33 * over)


def _weathered(own: Doubles, weather: str) -> Doubles:
    gray = (own @ _LUMA)[:, None]
    share, tint, lift = {
        "cloudy": (0.12, (0.98, 1.0, 1.03), 0.0),
        "fog": (0.30, (1.0, 1.0, 1.02), 0.03),
        "rain": (0.22, (0.90, 0.98, 1.10), 0.0),
        "storm": (0.30, (0.84, 0.93, 1.10), 0.0),
        "snow": (0.30, (0.96, 1.0, 1.07), 0.05),
    }.get(weather, (0.0, (1.0, 1.0, 1.0), 0.0))
    return np.asarray((own + (gray - own) * share) * np.array(tint) + lift)

"""What scenes have in common: the plan they are built from, their look, and `Scene` itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from rushes.engines.procedural.kernel import Floats
Color = tuple[float, float, float]
"""Scene-linear Rec. 709 red, green, blue; 1.0 is a sunlit white wall."""


@dataclass(frozen=True)
class Plan:
    """What the prompt asks for, in the renderer's terms.

    `seed` combines the request's seed with the prompt, so two prompts with one seed differ.
    `palette` holds up to five colors, most important first, from reference pictures or color
    words; scenes lean towards it, they do not copy it. `speed` scales all motion, 1.0 is natural.
    """

    scene: str = "flow"  # a key of scenes.SCENES
    time_of_day: str = "day"  # dawn, day, sunset, dusk, night
    weather: str = "clear"  # clear, cloudy, fog, rain, storm, snow
    camera: str = "forward"  # forward, backward, pan_left, pan_right, orbit, rise, static
    speed: float = 1.0
    palette: tuple[Color, ...] = ()
    tags: frozenset[str] = frozenset()  # further lexicon words a scene may use: "neon", "winter"
    seed: int = 0


@dataclass(frozen=True)
class Look:
    """The tone mapping of a scene's light; every default is neutral."""

    exposure: float = 1.0
    bloom: float = 0.15  # share of light scattered, 0 to 1
    bloom_threshold: float = 1.0
    saturation: float = 1.0
    contrast: float = 1.0
    vignette: float = 0.15
    grain: float = 0.012  # standard deviation in display code values of 0..1


class Scene(Protocol):
    """`frame` is pure in `t`, so that threads can render frames in any order."""

    look: Look

    def frame(self, t: float, light: Floats) -> None:
        """Fill `light`, (height, width, 3) float32 scene-linear, for `t` seconds from the start."""


def linear_color(code: str) -> Color:
    """Convert an sRGB code such as `#ff8800`; the `#` is optional."""
    code = code.removeprefix("#")
    r, g, b = (_to_linear(int(code[i : i + 2], 16) / 255) for i in (0, 2, 4))
    return (r, g, b)


def _to_linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

"""Read a prompt into a `Plan`: the place, hour, weather, camera and colors to show.

Every word or phrase of the lexicon that the prompt contains votes with its weight; the heaviest
value of an axis wins, the earlier mention on a tie. What the prompt leaves open is drawn by the
seed from what suits the place, so a bare "a city" is a night city more often than not. A prompt
about something that no scene shows gets the abstract one.
"""

from __future__ import annotations

import dataclasses
import hashlib
import re
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from rushes.engines.procedural.scene import Color, Plan, linear_color
from rushes.engines.procedural.words import PROMPT_LIMIT, Word, normalize, read_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from rushes.engines.procedural.words import Sense

PALETTE_LIMIT = 5
ABSTRACT = "flow"
WORDS_REPORTED = 40  # of each kind
_THING_ITSELF = 3  # weight of a word for what a scene shows
_NAMED = 2  # least weight of a word for an hour, a weather or a color, not what only suggests it
Choice = tuple[tuple[str, int], ...]
Subject = Literal["scene", "picture", "video", "untouched"]
"""What a video is made from: nothing, pictures, a video that is restyled, or one that is not."""

_SCENE_NAMES = {
    "mountain": "a mountain lake",
    "ocean": "the open sea",
    "city": "a city street",
    "flow": "abstract motion",
}
_SUBJECT_NAMES = {
    "picture": "the given picture",
    "video": "the given video",
    "untouched": "the given video",
}
_SHOWN = {
    "scene": {"scene", "view", "time_of_day", "weather", "camera", "speed", "color", "tag"},
    "picture": {"time_of_day", "weather", "camera", "speed"},
    "video": {"time_of_day", "weather", "color", "tag"},
    "untouched": set[str](),
}
_LOOKS = frozenset({"monochrome", "vivid", "muted", "vintage", "cinematic"})
STYLES = frozenset({"watercolor", "painting", "sketch", "cartoon", "pixel"})
_TAGS_SHOWN = {
    "mountain": _LOOKS | {"winter"},
    "ocean": _LOOKS,
    "city": _LOOKS | {"winter", "neon", "cyberpunk", "aerial", "skyline", "wet"},
    "flow": _LOOKS | {"silk", "ink"},
    "video": _LOOKS | STYLES | {"winter", "autumn", "neon", "cyberpunk"},
}

_DEFAULT_TIMES: dict[str, Choice] = {
    "mountain": (("sunset", 4), ("dawn", 3), ("day", 3), ("dusk", 1)),
    "ocean": (("day", 4), ("sunset", 4), ("dawn", 2)),
    "city": (("night", 7), ("dusk", 2), ("sunset", 1)),
    "flow": (("night", 3), ("day", 2), ("sunset", 2), ("dusk", 2), ("dawn", 1)),
}
_DEFAULT_WEATHERS: dict[str, Choice] = {
    "mountain": (("clear", 7), ("cloudy", 3)),
    "ocean": (("clear", 6), ("cloudy", 4)),
    "city": (("clear", 6), ("rain", 3), ("cloudy", 2)),
    "flow": (("clear", 6), ("cloudy", 2), ("fog", 1)),
}
_WINTER_WEATHERS: Choice = (("snow", 2), ("clear", 2), ("cloudy", 1))
_DEFAULT_CAMERAS: dict[str, Choice] = {
    "mountain": (("forward", 7), ("pan_right", 1), ("pan_left", 1), ("orbit", 1), ("rise", 1)),
    "ocean": (("forward", 7), ("pan_right", 1), ("pan_left", 1), ("rise", 1)),
    "city": (("forward", 9), ("rise", 1), ("pan_left", 1), ("pan_right", 1)),
    "flow": (("forward", 6), ("orbit", 2), ("rise", 1)),
}
_OUTDOORS: dict[tuple[str, str], Choice] = {
    ("weather", "storm"): (("ocean", 2), ("mountain", 1)),
    ("weather", "snow"): (("mountain", 1),),
    ("weather", "rain"): (("city", 2), ("mountain", 1)),
    ("weather", "fog"): (("mountain", 3), ("ocean", 1)),
    ("weather", "cloudy"): (("mountain", 3), ("ocean", 2)),
    ("weather", "clear"): (("mountain", 2), ("ocean", 2)),
    ("time_of_day", "sunset"): (("mountain", 2), ("ocean", 2)),
    ("time_of_day", "dawn"): (("mountain", 3), ("ocean", 2)),
    ("time_of_day", "dusk"): (("mountain", 2), ("city", 1), ("ocean", 1)),
    ("time_of_day", "night"): (("city", 2), ("mountain", 1)),
}


def plan_scene(prompt: str, seed: int, palette: tuple[Color, ...] = ()) -> Plan:
    """Read `prompt` into a `Plan`.

    Any text in any language is accepted; words outside the lexicon are ignored. `palette`
    comes from reference pictures and goes before the colors named in the prompt.
    """
    text = normalize(prompt)
    mixed = mix_seed(text, seed)
    rng = np.random.default_rng(mixed)
    draws = {axis: float(rng.random()) for axis in ("scene", "time_of_day", "weather", "camera")}
    words = list(read_words(text))
    votes, colors = _count(words)
    scene = _scene(votes, words, draws["scene"])
    return Plan(
        scene=scene,
        time_of_day=votes.winner("time_of_day")
        or _pick(_DEFAULT_TIMES[scene], draws["time_of_day"]),
        weather=_said_weather(votes) or _default_weather(votes, scene, draws["weather"]),
        camera=votes.winner("camera") or _pick(_DEFAULT_CAMERAS[scene], draws["camera"]),
        speed=float(votes.winner("speed") or 1.0),
        palette=_palette(palette, colors),
        tags=frozenset(votes.values("tag")),
        seed=mixed,
    )


def plan_over_picture(prompt: str, seed: int, palette: tuple[Color, ...] = ()) -> Plan:
    """Read `prompt` into a `Plan` for a video that starts from a picture.

    The picture already shows a place, an hour and a weather, so what the prompt leaves open stays
    neutral: clear day, slow push forward.
    """
    said = said_in(prompt)
    return dataclasses.replace(
        plan_scene(prompt, seed, palette),
        time_of_day=said.get("time_of_day", "day"),
        weather=said.get("weather", "clear"),
        camera=said.get("camera", "forward"),
    )


def said_in(prompt: str) -> dict[str, str]:
    """Return what a prompt itself says of hour, weather, camera and speed."""
    votes, _ = _count(read_words(normalize(prompt)))
    said = {axis: votes.winner(axis) for axis in ("time_of_day", "camera", "speed")}
    said["weather"] = _said_weather(votes)
    return {axis: value for axis, value in said.items() if value is not None}


def describe(plan: Plan) -> dict[str, object]:
    """Return the plan as JSON values."""
    facts = dataclasses.asdict(plan)
    facts["tags"] = sorted(plan.tags)
    facts["palette"] = [_hex(color) for color in plan.palette]
    return facts


def plan_of(facts: Mapping[str, Any]) -> Plan | None:
    """Return the plan that `describe` gave these values for; None if they are not of one."""
    try:
        return Plan(
            scene=str(facts["scene"]),
            time_of_day=str(facts["time_of_day"]),
            weather=str(facts["weather"]),
            camera=str(facts["camera"]),
            speed=float(facts["speed"]),
            palette=tuple(linear_color(code) for code in facts["palette"]),
            tags=frozenset(facts["tags"]),
            seed=int(facts["seed"]),
        )
    except (KeyError, TypeError, ValueError):
        return None


def continued(plan: Plan, prompt: str) -> Plan:
    """Return the plan with what a prompt says anew: a plan for the next part of a video."""
    words = list(read_words(normalize(prompt)))
    votes, colors = _count(words)
    changes: dict[str, Any] = said_in(prompt)
    if "speed" in changes:
        changes["speed"] = float(changes["speed"])
    if votes.winner("scene") is not None:
        changes["scene"] = _scene(votes, words, 0.0)
    if colors:
        changes["palette"] = _palette((), colors)
    return dataclasses.replace(plan, **changes, tags=plan.tags | votes.values("tag").keys())


def drawn(prompt: str, plan: Plan, subject: Subject = "scene") -> dict[str, object]:
    """Return what is shown, the words of the prompt that it follows, and the others."""
    words = list(read_words(normalize(prompt)))
    spelled = {normalize(word): word for word in re.findall(r"[^\W_]+", prompt[:PROMPT_LIMIT])}
    found: dict[bool, dict[str, None]] = {True: {}, False: {}}
    for word in words:
        text = " ".join(spelled.get(part, part) for part in word.text.split())
        nowhere = any(sense[0] == "elsewhere" for sense in word.senses)
        followed = any(_is_shown(sense, plan, subject) for sense in word.senses)
        found[followed and not nowhere][text] = None
    shown, others = (list(found[kind])[:WORDS_REPORTED] for kind in (True, False))
    what = _SCENE_NAMES[plan.scene] if subject == "scene" else _SUBJECT_NAMES[subject]
    return {"scene": what, "words": shown, "not_drawn": others}


def _is_shown(sense: Sense, plan: Plan, subject: Subject) -> bool:
    axis, value, weight = sense
    if axis not in _SHOWN[subject] or weight < _NAMED:
        return False
    match axis:
        case "scene":
            found = value == plan.scene and weight >= _THING_ITSELF
        case "view":
            found = plan.scene != ABSTRACT
        case "color":
            found = linear_color(value) in plan.palette
        case "tag":
            found = value in plan.tags & _TAGS_SHOWN[plan.scene if subject == "scene" else subject]
        case "speed":
            found = float(value) == plan.speed
        case _:
            found = value == getattr(plan, axis)
    return found


def mix_seed(text: str, seed: int) -> int:
    """Return a 31-bit number that depends on both and is the same in every process."""
    digest = hashlib.sha256(f"{seed}\0{text}".encode("utf-8", "surrogatepass")).digest()
    return int.from_bytes(digest[:4], "big") >> 1


class _Votes:
    """The weights of the values on each axis, in the order of first mention."""

    def __init__(self) -> None:
        self._weights: dict[str, dict[str, int]] = {}

    def add(self, sense: Sense) -> None:
        axis, value, weight = sense
        values = self._weights.setdefault(axis, {})
        values[value] = values.get(value, 0) + weight

    def values(self, axis: str) -> Mapping[str, int]:
        return self._weights.get(axis, {})

    def winner(self, axis: str) -> str | None:
        values = self.values(axis)
        return max(values, key=values.__getitem__) if values else None


def _count(words: Iterable[Word]) -> tuple[_Votes, list[str]]:
    """Return the votes of words and the colors that they name, in order."""
    votes = _Votes()
    colors: list[str] = []
    for sense in (sense for word in words for sense in word.senses):
        if sense[0] == "color":
            colors.append(sense[1])
        else:
            votes.add(sense)
    return votes, colors


def _scene(votes: _Votes, words: Iterable[Word], draw: float) -> str:
    """Choose the scene that is named, unless the prompt is rather about what none shows."""
    named, elsewhere = votes.winner("scene"), sum(votes.values("elsewhere").values())
    if named is not None and votes.values("scene")[named] > elsewhere:
        return named
    # An hour or a weather alone is seen outdoors; what else is named may be anywhere.
    if named is None and all(word.senses for word in words) and not elsewhere:
        return _implied_scene(votes, draw)
    return ABSTRACT


def _implied_scene(votes: _Votes, draw: float) -> str:
    for axis in ("weather", "time_of_day"):
        value = votes.winner(axis)
        if value is not None and (axis, value) in _OUTDOORS:
            return _pick(_OUTDOORS[axis, value], draw)
    return ABSTRACT


def _said_weather(votes: _Votes) -> str | None:
    said = votes.values("weather")
    strongest = max(said.values(), default=0)
    # What falls from the sky is seen beside what hangs in it: "fog and rain" is rain.
    for value in ("snow", "storm", "rain"):
        if said.get(value, 0) >= max(1, min(3, strongest)):
            return value
    return votes.winner("weather")


def _default_weather(votes: _Votes, scene: str, draw: float) -> str:
    cold = "winter" in votes.values("tag")
    return _pick(_WINTER_WEATHERS if cold else _DEFAULT_WEATHERS[scene], draw)


def _pick(choice: Choice, draw: float) -> str:
    total = sum(weight for _, weight in choice)
    mark = draw * total
    for value, weight in choice:
        mark -= weight
        if mark < 0:
            return value
    return choice[-1][0]


def _palette(given: tuple[Color, ...], codes: list[str]) -> tuple[Color, ...]:
    named = [linear_color(code) for code in dict.fromkeys(codes)]
    return (*given, *named)[:PALETTE_LIMIT]


def _hex(color: Color) -> str:
    codes = []
    for value in color:
        v = min(max(value, 0.0), 1.0)
        shown = v * 12.92 if v <= 0.0031308 else 1.055 * v ** (1 / 2.4) - 0.055
        codes.append(f"{round(shown * 255):02x}")
    return "#" + "".join(codes)

"""Read a prompt into a `Plan`: the place, hour, weather, camera and colors to show.

Every word or phrase of the lexicon that the prompt contains votes with its weight; the heaviest
value of an axis wins, the earlier mention on a tie. What the prompt leaves open is drawn by the
seed from what suits the place, so a bare "a city" is a night city more often than not. A prompt
about something that no scene shows gets the abstract one.
"""

from __future__ import annotations

import dataclasses
import hashlib
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from rushes.engines.procedural.scene import Color, Plan, linear_color
from rushes.engines.procedural.vocabulary import (
    NAMED,
    THING_ITSELF,
    is_in,
    normalize,
    spellings,
    symbols,
    word_set,
    word_table,
)
from rushes.engines.procedural.votes import UNTINTED, Reading, read

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rushes.engines.procedural.vocabulary import Sense
    from rushes.engines.procedural.words import Word

PALETTE_LIMIT = 5
ABSTRACT = "flow"
WORDS_REPORTED = 40  # of each kind
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
    "scene": {
        "scene",
        "shows",
        "view",
        "time_of_day",
        "weather",
        "camera",
        "speed",
        "color",
        "tag",
    },
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
    "video": _LOOKS | STYLES | {"winter", "autumn", "neon", "cyberpunk", UNTINTED},
}
# Those that name no thing, so that an hour or a weather beside them is still all of the prompt.
_TAGS_OUTDOORS = _TAGS_SHOWN["video"] | {
    *("aerial", "skyline", "wet", "timelapse", "snowcaps", "spring", "summer"),
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
# What is left where a prompt denies all that would be drawn.
_RESTS: dict[str, tuple[str, ...]] = {
    "time_of_day": ("day", "dawn", "sunset", "dusk", "night"),
    "weather": ("clear", "cloudy", "fog"),
    "camera": ("static", "forward"),
}
_DRAWN = ("scene", "time_of_day", "weather", "camera")
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
    draws = [{axis: float(rng.random()) for axis in _DRAWN} for _ in range(2)]
    said = read(prompt)
    scene = _scene(said, *(draw["scene"] for draw in draws))
    weathers = _WINTER_WEATHERS if "winter" in said.values("tag") else _DEFAULT_WEATHERS[scene]
    open_choices = {
        "time_of_day": _DEFAULT_TIMES[scene],
        "weather": weathers,
        "camera": _DEFAULT_CAMERAS[scene],
    }
    chosen = {
        axis: said.winner(axis) or _draw(said, axis, choice, *(draw[axis] for draw in draws))
        for axis, choice in open_choices.items()
    }
    return Plan(
        scene=scene,
        **chosen,
        speed=float(said.winner("speed") or 1.0),
        palette=_palette(palette, said.colors),
        tags=frozenset(said.values("tag")),
        seed=mixed,
    )


def plan_over_picture(prompt: str, seed: int, palette: tuple[Color, ...] = ()) -> Plan:
    """Read `prompt` into a `Plan` for a video that starts from a picture.

    The picture already shows a place, an hour and a weather, so what the prompt leaves open stays
    neutral: clear day, slow push forward.
    """
    said, plan = read(prompt), plan_scene(prompt, seed, palette)
    neutral = {"time_of_day": "day", "weather": "clear", "camera": "forward"}
    chosen: dict[str, Any] = {
        axis: said.winner(axis) or _allowed(said, axis, neutral[axis]) for axis in neutral
    }
    return dataclasses.replace(plan, **chosen)


def said_in(prompt: str) -> dict[str, str]:
    """Return what a prompt itself says of hour, weather, camera and speed."""
    said = read(prompt)
    found = {axis: said.winner(axis) for axis in ("time_of_day", "weather", "camera", "speed")}
    if found["camera"] is None and _allowed(said, "camera", "forward") == "static":
        found["camera"] = "static"
    return {axis: value for axis, value in found.items() if value is not None}


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
    said = read(prompt)
    changes: dict[str, Any] = {
        axis: _allowed(said, axis, getattr(plan, axis)) for axis in _RESTS
    } | said_in(prompt)
    if "speed" in changes:
        changes["speed"] = float(changes["speed"])
    if said.winner("scene") is not None:
        changes["scene"] = _scene(said, 0.0, 0.0)
    if said.colors:
        changes["palette"] = _palette((), said.colors)
    over = {value for axis, value in said.denied if axis == "tag"}
    tags = (plan.tags - over) | said.values("tag").keys()
    return dataclasses.replace(plan, **changes, tags=tags)


def drawn(prompt: str, plan: Plan, subject: Subject = "scene") -> dict[str, object]:
    """Return what is shown, the words of the prompt that it follows, and the others."""
    spelled = spellings(prompt)
    found: dict[bool, dict[str, None]] = {True: {}, False: {}}
    for word in read(prompt).words:
        found[_is_followed(word, plan, subject)][_spelled(word, spelled)] = None
    shown = list(found[True])[:WORDS_REPORTED]
    others = [text for text in (*found[False], *symbols(prompt)) if text not in found[True]]
    others = others[:WORDS_REPORTED]
    what = _SCENE_NAMES[plan.scene] if subject == "scene" else _SUBJECT_NAMES[subject]
    return {"scene": what, "words": shown, "not_drawn": others}


def scene_from(prompt: str, plan: Plan) -> list[str]:
    """Return the words of the prompt for which the scene was chosen, shown or not."""
    spelled, words = spellings(prompt), read(prompt).words
    named = [word for word in words if ("scene", plan.scene) in {s[:2] for s in word.senses}]
    if not named and plan.scene != ABSTRACT:
        named = [word for word in words if _is_hour_or_weather(word) or is_in("NEON", word.text)]
    return list(dict.fromkeys(_spelled(word, spelled) for word in named))[:WORDS_REPORTED]


def _spelled(word: Word, spelled: Mapping[str, str]) -> str:
    return " ".join(spelled.get(part, part) for part in word.text.split())


def _is_followed(word: Word, plan: Plan, subject: Subject) -> bool:
    if _is_implying(word.text) or any(axis == "elsewhere" for axis, _, _ in word.senses):
        return False
    senses = word.senses
    if subject == "scene" and plan.scene == ABSTRACT and is_in("SIGHTS", word.text):
        # Neither the moon nor the stars are in it, only their hour.
        senses = tuple(sense for sense in senses if sense[0] != "time_of_day")
    return any(_is_shown(sense, plan, subject) for sense in senses)


def _is_shown(sense: Sense, plan: Plan, subject: Subject) -> bool:
    axis, value, weight = sense
    if axis not in _SHOWN[subject] or weight < NAMED:
        return False
    match axis:
        case "scene":
            found = value == plan.scene and weight >= THING_ITSELF
        case "shows":
            found = value == plan.scene
        case "view":
            found = plan.scene != ABSTRACT
        case "color":
            found = linear_color(value) in plan.palette
        case "tag":
            found = value in plan.tags & _TAGS_SHOWN[plan.scene if subject == "scene" else subject]
        case "weather" if subject == "scene" and plan.scene == ABSTRACT:
            found = False
        case "speed":
            found = float(value) == plan.speed
        case _:
            found = value == getattr(plan, axis)
    return found


def mix_seed(text: str, seed: int) -> int:
    """Return a 31-bit number that depends on both and is the same in every process."""
    digest = hashlib.sha256(f"{seed}\0{text}".encode("utf-8", "surrogatepass")).digest()
    return int.from_bytes(digest[:4], "big") >> 1


def _scene(said: Reading, *draws: float) -> str:
    """Choose the scene that is named, unless the prompt is rather about what none shows."""
    named, elsewhere = said.winner("scene"), said.values("elsewhere")
    if named is not None and said.weight_of_scene(named) > sum(elsewhere.values()):
        return named
    # An hour or a weather alone is seen outdoors; what else is named may be anywhere.
    if named is None and not elsewhere and all(map(_may_be_outdoors, said.words)):
        return _implied_scene(said, *draws)
    return ABSTRACT


def _is_implying(text: str) -> bool:
    """Return whether a word only implies what is shown, such as "beach" or "Sandstrand"."""
    if text in word_table():
        return is_in("IMPLYING", text)
    parts = tuple(word_set("IMPLYING_PARTS"))
    return is_in("IMPLYING", text) or text.startswith(parts) or text.endswith(parts)


def _may_be_outdoors(word: Word) -> bool:
    """Return whether a word names no more than an hour or a weather, or how that is."""
    if _is_implying(word.text) and not is_in("IMPLYING_WEATHERS", word.text):
        return False
    if any(axis == "shows" for axis, _, _ in word.senses):
        return False
    return word.is_manner or any(map(_may_be_of_weather, word.senses))


def _may_be_of_weather(sense: Sense) -> bool:
    axis, value, weight = sense
    if axis == "tag":
        return value in _TAGS_OUTDOORS
    return axis in {"time_of_day", "weather", "camera", "speed"} or (
        axis == "color" and weight >= NAMED
    )


def _is_hour_or_weather(word: Word) -> bool:
    if is_in("SIGHTS", word.text):
        return False
    return any(axis in {"time_of_day", "weather"} and n >= NAMED for axis, _, n in word.senses)


def _implied_scene(said: Reading, *draws: float) -> str:
    if any(is_in("NEON", word.text) for word in said.words):
        return _draw(said, "scene", (("city", 1),), *draws)
    if not any(map(_is_hour_or_weather, said.words)):
        return ABSTRACT
    for axis in ("weather", "time_of_day"):
        value = said.winner(axis)
        if value is not None and (axis, value) in _OUTDOORS:
            return _draw(said, "scene", _OUTDOORS[axis, value], *draws)
    return ABSTRACT


def _draw(said: Reading, axis: str, choice: Choice, draw: float, again: float) -> str:
    """Draw what the prompt leaves open, and once more if it denies that."""
    value = _pick(choice, draw)
    if (axis, value) not in said.denied:
        return value
    rest = tuple(one for one in choice if (axis, one[0]) not in said.denied)
    return _pick(rest, again) if rest else _allowed(said, axis, value)


def _allowed(said: Reading, axis: str, value: str) -> str:
    """Return the value, or another if the prompt denies it."""
    rests = (value, *_RESTS.get(axis, (ABSTRACT,)))
    return next((one for one in rests if (axis, one) not in said.denied), rests[-1])


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

"""Read a prompt into a `Plan`: the place, hour, weather, camera and colors to show.

Every word or phrase of the lexicon that the prompt contains votes with its weight; the heaviest
value of an axis wins, the earlier mention on a tie. What the prompt leaves open is drawn by the
seed from what suits the place, so a bare "a city" is a night city more often than not.
"""

from __future__ import annotations

import dataclasses
import functools
import hashlib
import re
import unicodedata
from typing import TYPE_CHECKING

import numpy as np

from rushes.engines.procedural import lexicon
from rushes.engines.procedural.scene import Color, Plan, linear_color

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

PALETTE_LIMIT = 5
PROMPT_LIMIT = 20_000  # characters read; what follows only changes the seed
_PHRASE_LIMIT = 5  # words
_NEGATION_REACH = 3  # words after "no" that it still denies
_TOKEN = re.compile(r"[^\W_]+|[,.;:!?、。，；：！？()\n]")
_IDEOGRAPH = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_MARKS = re.compile("[\u0300-\u036f]")

Sense = tuple[str, str, int]
Choice = tuple[tuple[str, int], ...]

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
    votes, colors = _count(text)
    scene = votes.winner("scene") or _implied_scene(votes, draws["scene"])
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
    votes, _ = _count(normalize(prompt))
    return dataclasses.replace(
        plan_scene(prompt, seed, palette),
        time_of_day=votes.winner("time_of_day") or "day",
        weather=_said_weather(votes) or "clear",
        camera=votes.winner("camera") or "forward",
    )


def describe(plan: Plan) -> dict[str, object]:
    """Return the plan as JSON values."""
    facts = dataclasses.asdict(plan)
    facts["tags"] = sorted(plan.tags)
    facts["palette"] = [_hex(color) for color in plan.palette]
    return facts


def normalize(prompt: str) -> str:
    """Return `prompt` in lower case, without accents, with single spaces."""
    decomposed = unicodedata.normalize("NFKD", prompt)
    folded = unicodedata.normalize("NFKC", _MARKS.sub("", decomposed)).casefold()
    return " ".join(folded.split())


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


def _count(text: str) -> tuple[_Votes, list[str]]:
    """Return the votes of a normalized text and the colors it names, in order."""
    votes = _Votes()
    colors: list[str] = []
    for sense in _senses(text[:PROMPT_LIMIT]):
        if sense[0] == "color":
            colors.append(sense[1])
        else:
            votes.add(sense)
    return votes, colors


def _implied_scene(votes: _Votes, draw: float) -> str:
    """Choose a scene if only weather or hour is named; otherwise the abstract one."""
    for axis in ("weather", "time_of_day"):
        value = votes.winner(axis)
        if value is not None and (axis, value) in _OUTDOORS:
            return _pick(_OUTDOORS[axis, value], draw)
    return "flow"


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


def _senses(text: str) -> Iterator[Sense]:
    """Yield the senses of a normalized text in order, matching the longest phrases first."""
    tokens = _TOKEN.findall(text)
    table = _table()
    denied_until = -1
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if token in _negations() and not _starts_phrase(tokens, index):
            denied_until = index + _NEGATION_REACH
        elif not token[0].isalnum():
            denied_until = -1
        elif _IDEOGRAPH.search(token):
            yield from _ideograph_senses(token)
        else:
            length, senses = _longest(tokens, index, table)
            if index > denied_until:
                yield from senses
            index += length
            continue
        index += 1


def _starts_phrase(tokens: list[str], index: int) -> bool:
    return any(" ".join(tokens[index : index + n]) in _table() for n in (2, 3))


def _longest(
    tokens: list[str], index: int, table: Mapping[str, tuple[Sense, ...]]
) -> tuple[int, tuple[Sense, ...]]:
    for length in range(min(_PHRASE_LIMIT, len(tokens) - index), 0, -1):
        phrase = " ".join(tokens[index : index + length])
        for form in _forms(phrase):
            if form in table:
                return length, table[form]
    return 1, ()


def _forms(phrase: str) -> Iterator[str]:
    """Yield the phrase and its possible singulars."""
    yield phrase
    if len(phrase) > 3 and phrase.endswith("s") and not phrase.endswith("ss"):
        yield phrase[:-1]
        if phrase.endswith("ies"):
            yield phrase[:-3] + "y"
        elif phrase.endswith("es"):
            yield phrase[:-2]


def _ideograph_senses(run: str) -> Iterator[Sense]:
    """Yield the senses of a run without spaces (Japanese, Chinese): longest match at each place."""
    table = _table()
    start = 0
    while start < len(run):
        for length in range(min(_longest_ideograph(), len(run) - start), 0, -1):
            senses = table.get(run[start : start + length])
            if senses is not None:
                yield from senses
                start += length
                break
        else:
            start += 1


@functools.cache
def _longest_ideograph() -> int:
    return max(len(word) for word in _table() if _IDEOGRAPH.search(word))


@functools.cache
def _table() -> Mapping[str, tuple[Sense, ...]]:
    table: dict[str, list[Sense]] = {}
    for head, words in _rows():
        axis, values, weight = head.split()
        for word in _words(words):
            table.setdefault(word, []).extend(
                (axis, value, int(weight)) for value in values.split("+")
            )
    for word in _words(lexicon.SILENT_PHRASES):
        table.setdefault(word, [])
    return {word: tuple(senses) for word, senses in table.items()}


def _rows() -> Iterator[tuple[str, str]]:
    """Yield each lexicon row's head and words; an indented line continues the row above."""
    for block in (
        lexicon.PLACES,
        lexicon.HOURS,
        lexicon.WEATHERS,
        lexicon.CAMERAS,
        lexicon.TAGS,
        lexicon.COLORS,
    ):
        for row in block.replace("\n    ", " ").strip().splitlines():
            head, _, words = row.partition(":")
            yield head, words


@functools.cache
def _negations() -> frozenset[str]:
    return frozenset(_words(lexicon.NEGATIONS))


def _words(words: str) -> Iterator[str]:
    for word in words.split(","):
        yield normalize(word)

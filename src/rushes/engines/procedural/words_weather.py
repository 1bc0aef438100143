"""Find the words that only tell how an hour or a weather is: "a violent storm is brewing"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rushes.engines.procedural.vocabulary import NAMED, is_in, word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rushes.engines.procedural.items import Item

_PASSED = frozenset({"filler", "link", "article"})


def mark(items: Sequence[Item]) -> None:
    """Mark the words without a meaning that tell of an hour or a weather beside them."""
    for at, item in enumerate(items):
        if _is_manner(item):
            item.is_manner = is_in("SKIES", item.text) or _is_beside_weather(items, at)


def _is_manner(item: Item) -> bool:
    if item.role != "word" or item.senses:
        return False
    if any(is_in(name, item.text) for name in ("MANNERS", "SKIES")) or item.text in word_set(
        "WEATHER_FORMS"
    ):
        return True
    verbs = word_set("WEATHER_VERBS_OF_ENGLISH")
    stems = [item.text, *(item.text.removesuffix(end) for end in ("ing", "ed", "es", "s"))]
    return any(stem in verbs or f"{stem}e" in verbs for stem in stems)


def _is_beside_weather(items: Sequence[Item], at: int) -> bool:
    return any(_leads_to_weather(items, at, step) for step in (1, -1))


def _leads_to_weather(items: Sequence[Item], at: int, step: int) -> bool:
    """Return whether an hour or a weather is named on that side, before anything else is."""
    at += step
    while 0 <= at < len(items):
        item = items[at]
        if item.role == "word":
            if _is_weather(item):
                return True
            if not item.senses and not _is_manner(item):
                return False
        elif item.role not in _PASSED and item.text != ",":
            return False
        at += step
    return False


def _is_weather(item: Item) -> bool:
    if is_in("NEON", item.text):
        return True
    return any(axis in {"time_of_day", "weather"} and n >= NAMED for axis, _, n in item.senses)

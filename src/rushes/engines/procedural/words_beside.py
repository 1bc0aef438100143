"""Find places, hours and colors that are only part of a name, or tell the kind of a thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rushes.engines.procedural.vocabulary import NAMED, is_in, word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rushes.engines.procedural.items import Item

_THING_REACH = 3  # words after a place among which the thing is that it tells of
_TITLE_NAME = 3  # words of the longest title that may be a name alone
_VERB_ENDS = ("ing", "ed", "ly")


def silence(items: Sequence[Item], *, is_title: bool) -> None:
    """Take the senses from words of names and kinds; mark those that only stand beside a thing."""
    may_be_names = not is_title or sum(item.role == "word" for item in items) <= _TITLE_NAME
    for at, item in enumerate(items):
        if item.role != "word" or not item.senses:
            continue
        is_place = any(axis in {"scene", "shows"} for axis, _, _ in item.senses)
        if (is_place and _is_kind(items, at)) or (may_be_names and _is_name(items, at)):
            item.silence()
        elif _is_color_thing(items, at):
            item.senses = tuple(sense for sense in item.senses if sense[0] != "color")
        elif is_place:
            item.is_aside = _is_before_other(items, at)


def _next(items: Sequence[Item], at: int) -> Item | None:
    """Return the word right after, None if there is none."""
    after = items[at + 1] if at + 1 < len(items) else None
    return after if after is not None and after.role == "word" else None


def _is_kind(items: Sequence[Item], at: int) -> bool:
    """Return whether a place tells of what kind a thing is, as in "sea bass"."""
    after = _next(items, at)
    if after is not None and any(axis == "color" for axis, _, _ in after.senses):
        further = _next(items, at + 1)
        if further is not None and not _is_seen(further):
            return True  # "ocean blue eyeshadow"
    if _is_where(items, at):
        return after is not None and is_in("THINGS", after.text)
    if after is not None and _is_of_city(items[at], after):
        return True
    named = after is not None and after.is_capital and not after.senses
    if _is_thing(items, at + 1) or (named and _is_thing(items, at + 2)):
        return True  # "a city map", "Mount Rushmore figurine"
    return _has_thing(items, at)


def _is_where(items: Sequence[Item], at: int) -> bool:
    """Return whether a place is where something is done: "people in the street eat pizza"."""
    before = at - 1
    while before >= 0 and items[before].role == "article":
        before -= 1
    return before >= 0 and items[before].text in word_set("WHERE")


def _is_thing(items: Sequence[Item], at: int) -> bool:
    """Return whether a thing with a picture of a place is named here, and no verb."""
    if at >= len(items) or not is_in("OBJECTS", items[at].text):
        return False
    return at + 1 == len(items) or items[at + 1].role != "article"


def _is_seen(item: Item) -> bool:
    return any(axis in {"scene", "weather", "time_of_day"} for axis, _, _ in item.senses)


def _is_of_city(item: Item, after: Item) -> bool:
    """Return whether the name of a city tells where a thing is from: "Shanghai dumplings"."""
    if item.text not in word_set("CITY_NAMES") or after.senses:
        return False
    if is_in("BESIDE_PLACES", after.text) or after.text in word_set("VERBS_OF_CITIES"):
        return False
    return not after.is_capital and not after.text.endswith(_VERB_ENDS)


def _has_thing(items: Sequence[Item], at: int) -> bool:
    for item in items[at + 1 : at + 2 + _THING_REACH]:
        if is_in("THINGS", item.text):
            return True
        if item.role != "word" and item.text != "s":
            return False
    return False


def _is_before_other(items: Sequence[Item], at: int) -> bool:
    """Return whether a place is right before a word that may be what is meant: "a street cat"."""
    after = _next(items, at)
    if after is None or after.senses or is_in("BESIDE_PLACES", after.text):
        return False
    return not after.text.endswith(_VERB_ENDS)


def _is_name(items: Sequence[Item], at: int) -> bool:
    item, after = items[at], items[at + 1] if at + 1 < len(items) else None
    if not item.is_capital or (_is_where(items, at) and after is not None and not after.is_capital):
        return False
    if _is_first_name(items, at):
        return True
    further = _next(items, at + 1)
    is_surname = after is not None and after.is_capital and not after.senses
    if is_surname and further is not None and _is_of_person(further):
        return True  # "Lake Bell smiles"
    before = items[at - 1] if at else None
    if before is not None and before.role == "word" and before.is_capital and not before.senses:
        weights = [weight for axis, _, weight in item.senses if axis == "scene"]
        if weights and max(weights) <= NAMED:
            return True  # "Miami Dolphins"
    return after is not None and _is_name_before(item, after)


def _is_of_person(item: Item) -> bool:
    return is_in("ROLES", item.text) or item.text in word_set("ACTS_OF_PERSONS")


def _is_name_before(item: Item, after: Item) -> bool:
    """Return whether a place begins a name that goes on so: "Chicago Bulls", "Ocean Spray"."""
    if after.role != "word":
        return False
    if is_in("TEAMS", after.text):
        return any(axis == "scene" for axis, _, _ in item.senses)
    if not after.is_capital or after.senses or after.text.endswith(_VERB_ENDS):
        return False
    if item.text in word_set("CITY_NAMES"):
        return not is_in("BESIDE_PLACES", after.text)
    return item.text in word_set("NAMESAKES") and (
        after.text in {"house", "area", "spray"} or not is_in("BESIDE_PLACES", after.text)
    )


def _is_first_name(items: Sequence[Item], at: int) -> bool:
    """Return whether it names a person or an animal, as in "Luna the cat"."""
    after = items[at + 1] if at + 1 < len(items) else None
    if after is None or items[at].text not in word_set("NAMES"):
        return False
    if after.text == "the" or after.text in word_set("ACTS_OF_PERSONS"):
        return True
    if _has_thing(items, at):
        return True
    is_surname = after.role == "word" and after.is_capital and not after.senses
    return is_surname and not is_in("BESIDE_PLACES", after.text)


def _is_color_thing(items: Sequence[Item], at: int) -> bool:
    if is_in("ALSO_THINGS", items[at].text):
        has_article = at > 0 and items[at - 1].role == "article"
        return _has_thing(items, at) or (has_article and _next(items, at) is None)
    return is_in("COLOR_THINGS", items[at].text) and not _is_color(items, at)


def _is_color(items: Sequence[Item], at: int) -> bool:
    """Return whether a word such as "salmon" is a color here, not the thing."""
    after = _next(items, at)
    before = items[at - 1] if at else None
    if before is not None and before.text in word_set("BEFORE_COLORS"):
        return True
    for step in (-1, 1):
        beside = at + step
        if 0 <= beside < len(items) and _is_joint(items[beside]):
            beside += step
        if 0 <= beside < len(items) and _has_color(items[beside]):
            return True
    if after is None or _has_thing(items, at) or is_in("COLOR_KINDS", after.text):
        return False
    if after.text.endswith(_VERB_ENDS) or _is_verb_of_one(before, after):
        return False
    return bool(after.senses) or not (items[at].is_capital and after.is_capital)


def _is_verb_of_one(before: Item | None, after: Item) -> bool:
    """Return whether the word after is no noun, since only one thing is named: "a lemon falls"."""
    is_one = before is not None and before.text in {"a", "an", "one"}
    return is_one and after.text.endswith("s") and not after.text.endswith("ss")


def _is_joint(item: Item) -> bool:
    return item.text == "," or item.text in word_set("BETWEEN_COLORS")


def _has_color(item: Item) -> bool:
    is_color = any(axis == "color" for axis, _, _ in item.senses)
    return is_color and not is_in("COLOR_THINGS", item.text)

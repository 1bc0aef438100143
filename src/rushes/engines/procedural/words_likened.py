"""Find places that a prompt only likens something to, or has as a picture on something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rushes.engines.procedural.vocabulary import THING_ITSELF, is_in, word_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rushes.engines.procedural.items import Item

_REACH = 6  # items of a phrase
_SEEN = frozenset({"scene", "shows", "view", "weather", "elsewhere", "time_of_day"})
_SMALL_REACH = 3
_PLURAL_LENGTH = 3


def silence(items: Sequence[Item], *, is_title: bool) -> None:
    """Take the senses from places that are not where the picture is."""
    is_in_hand = any(is_in("IN_HAND", item.text) for item in items)
    for at, item in enumerate(items):
        if _is_amount(items, at, is_title=is_title) or _is_made_of_things(items, at):
            item.silence()
        elif _is_place(item) and _is_on_thing(items, at):
            _take_places(item)
        elif _is_simile(items, at):
            _silence_phrase(items, at + 1)
        elif _shows(items, at, is_in_hand=is_in_hand):
            _silence_phrase(items, at + 2)
        elif is_in("SMALL", item.text):
            _silence_words(items, at + 1)
        elif _is_text(items, at, word_set("MARKED")) and at:
            _silence_marked(items, at)


def _silence_marked(items: Sequence[Item], at: int) -> None:
    """Silence the place right before, as in "whale-shaped" or "a skyline engraved"."""
    for before in reversed(items[max(0, at - 2) : at]):
        if before.role != "word":
            return
        _take_places(before)


def _silence_words(items: Sequence[Item], start: int) -> None:
    """Silence the places of the words right here, without an article between."""
    for item in items[start : start + _SMALL_REACH]:
        if item.role != "word":
            return
        _take_places(item)


def _silence_phrase(items: Sequence[Item], start: int) -> None:
    for item in _phrase(items, start):
        _take_places(item)


def _take_places(item: Item) -> None:
    """Take all senses from a word of a place, an hour or a weather."""
    if any(axis in _SEEN and weight > 1 for axis, _, weight in item.senses):
        item.silence()


def _phrase(items: Sequence[Item], start: int) -> Iterator[Item]:
    for item in items[start : start + _REACH]:
        if item.role == "word":
            yield item
        elif item.role not in {"article", "filler"}:
            return


def _is_amount(items: Sequence[Item], at: int, *, is_title: bool) -> bool:
    """Return whether a place is an amount of things, as in "a sea of umbrellas"."""
    is_group = is_in("GROUPS_OF_THINGS", items[at].text)
    if not is_group and not is_in("AMOUNTS_OF_THINGS", items[at].text):
        return False
    if not _is_text(items, at + 1, word_set("OF")):
        return False
    is_english = items[at + 1].text == "of"
    if not is_english and not _has_indefinite(items, at):
        return False
    start = at + 2
    if start >= len(items) or (items[start].role == "article" and not _is_number(items, start + 1)):
        return False
    phrase = list(_phrase(items, start))
    if is_group and not (phrase and is_english and _is_of_things(phrase)):
        return False
    return bool(phrase) and not any(
        _is_land_or_water(items[at], word, may_be_name=is_english and not is_title)
        for word in phrase
    )


def _is_of_things(phrase: list[Item]) -> bool:
    """Return whether a phrase is of several things that no street or coast has."""
    if any(word.is_capital for word in phrase) or not any(_is_plural(w.text) for w in phrase):
        return False
    return not any(
        is_in("BESIDE_PLACES", word.text) or is_in("BUILT_OF", word.text) or word.senses
        for word in phrase
    )


def _has_indefinite(items: Sequence[Item], at: int) -> bool:
    return any(item.text in word_set("INDEFINITE") for item in items[max(0, at - 2) : at])


def _is_number(items: Sequence[Item], at: int) -> bool:
    return _is_text(items, at, word_set("NUMBERS"))


def _is_land_or_water(place: Item, word: Item, *, may_be_name: bool) -> bool:
    """Return whether a place can consist of this, or be named after it."""
    if is_in("NATURE", word.text) or is_in("LANDS", word.text):
        return True
    if is_in("PLANTS", word.text) and is_in("SLOPES", place.text):
        return True
    if may_be_name and word.is_capital and not word.senses and not _is_plural(word.text):
        return not is_in("ABSTRACT_NOUNS", word.text) and not word.text.endswith("ness")
    scenes = {value for axis, value, _ in place.senses if axis == "scene"}
    return not is_in("IMPLYING", word.text) and any(
        weight >= THING_ITSELF and (axis == "time_of_day" or value == "winter" or value in scenes)
        for axis, value, weight in word.senses
    )


def _is_plural(text: str) -> bool:
    return len(text) > _PLURAL_LENGTH and text.endswith("s") and not text.endswith("ss")


def _is_made_of_things(items: Sequence[Item], at: int) -> bool:
    """Return whether a place is a thing's form, as in "a city made of cheese"."""
    if not _is_place(items[at]):
        return False
    if not _is_text(items, at + 1, word_set("MADE_OF") | {"out"}):
        return False
    start = at + 2
    while _is_text(items, start, {"of", "from", "out", "entirely", "up", "completely"}):
        start += 1
    if not _is_text(items, start - 1, {"of", "from"}):
        return False
    return not any(
        is_in("BUILT_OF", word.text) or is_in("NATURE", word.text) for word in _phrase(items, start)
    )


def _is_place(item: Item) -> bool:
    return any(axis in {"scene", "shows"} for axis, _, _ in item.senses)


def _is_on_thing(items: Sequence[Item], at: int) -> bool:
    """Return whether a place is on something small, as in "a mountain on a T-shirt"."""
    if not _is_text(items, at + 1, {"on", "auf", "sur", "sobre"}):
        return False
    return any(is_in("SURFACES", word.text) for word in _phrase(items, at + 2))


def _is_simile(items: Sequence[Item], at: int) -> bool:
    """Return whether what follows is only likened to: "like an ocean", "as tall as a mountain"."""
    item, after = items[at], items[at + 1] if at + 1 < len(items) else None
    if after is None:
        return False
    if item.text == "as":
        return _is_comparison(items, at)
    if item.text not in word_set("LIKE"):
        return False
    if item.text != "like":
        return after.role == "article" and after.text not in {"the", "a", "i"}
    is_verb = bool(at) and items[at - 1].text in word_set("WHO_LIKE")
    return not is_verb and (after.role == "article" or _is_plural(after.text))


def _is_comparison(items: Sequence[Item], at: int) -> bool:
    """Return whether the "as" here is one of "as deep as the sea" or "fierce as the sea"."""
    if any(one.text == "as" for one in items[max(0, at - 3) : max(0, at - 1)]):
        return True
    before, is_last = items[max(at - 1, 0)], at + 3 >= len(items) or items[at + 3].role == "stop"
    is_adjective = before.role == "word" and not before.text.endswith(("s", "ing", "ed"))
    return is_last and is_adjective and at + 1 < len(items) and items[at + 1].role == "article"


def _shows(items: Sequence[Item], at: int, *, is_in_hand: bool) -> bool:
    """Return whether a thing or an aspect is named, and next what place it shows or is of."""
    text = items[at].text
    if is_in("ASPECTS", text) and _is_text(items, at + 1, word_set("ASPECT_OF")):
        return True
    if is_in("OBJECTS", text) and _is_text(items, at + 1, word_set("SHOWING")):
        return text != "model" or items[at + 1].text == "of"
    return is_in_hand and is_in("PICTURES", text) and _is_text(items, at + 1, word_set("SHOWING"))


def _is_text(items: Sequence[Item], at: int, texts: set[str] | frozenset[str]) -> bool:
    return 0 <= at < len(items) and items[at].text in texts

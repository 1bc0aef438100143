"""Find the words of a prompt that mean something else than a place, an hour or a weather there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rushes.engines.procedural.vocabulary import forms, is_in, word_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rushes.engines.procedural.items import Item

_OF_REACH = 3  # words after "of" among which the noun is
_VERB_FORMS = frozenset({"building", "surfs", "surfing", "storms"})
_RACES = frozenset({"race", "races", "racing"})
_NOT_KINDS = ("s", "ly")
_PLURALS = frozenset({"people", "children", "men", "women"})
_SHORTEST = 7  # letters of a word that may be a noun by its ending


def silence(items: Sequence[Item], *, is_title: bool) -> None:
    """Take the senses from words that are meant figuratively, or are verbs or names."""
    for at, item in enumerate(items):
        if item.role != "word" or not item.senses:
            continue
        if (
            _is_amount(items, at)
            or _is_verb(items, at)
            or _is_beside_its_other_sense(items, at)
            or _is_surname(items, at)
            or _is_race(items, at)
            or (not is_title and _is_in_name(items, at))
        ):
            item.silence()
        elif _is_before_city(items, at):
            item.senses = tuple(s for s in item.senses if s[0] not in {"scene", "view"})


def _is_amount(items: Sequence[Item], at: int) -> bool:
    """Return whether a word is an amount of what cannot be seen, as in "a wave of nostalgia"."""
    if not is_in("AMOUNTS", items[at].text) or not _is(items, at + 1, "of"):
        return False
    words = list(_phrase(items, at + 2))
    if any(word.senses for word in words):
        return False
    if is_in("WAVES", items[at].text) and any(is_in("NO_WATER", word.text) for word in words):
        return True
    owned = at + 2 < len(items) and items[at + 2].text in word_set("POSSESSIVES")
    return bool(words) and (owned or any(_is_abstract(word.text) for word in words))


def _phrase(items: Sequence[Item], start: int) -> Iterator[Item]:
    """Yield the words of the phrase that begins here."""
    for item in items[start : start + 2 * _OF_REACH]:
        if item.role == "word":
            yield item
        elif item.role not in {"article", "filler"}:
            return


def _is_abstract(word: str) -> bool:
    if is_in("ABSTRACT_NOUNS", word):
        return True
    endings = tuple(word_set("ABSTRACT_ENDINGS"))
    long_enough = len(word) >= _SHORTEST and not is_in("SOLID", word)
    return long_enough and any(form.endswith(endings) for form in forms(word))


def _is_verb(items: Sequence[Item], at: int) -> bool:
    """Return whether a word takes an object, as in "mount the tv on the wall"."""
    if is_in("WAVES", items[at].text) and at and items[at - 1].text in word_set("PERSONS"):
        return True
    if items[at].text == "pouring" and at + 1 < len(items):
        after = items[at + 1]
        return after.text in {"into", "onto", "over"} or (after.role == "word" and not after.senses)
    if not is_in("VERBS", items[at].text) or at + 1 == len(items):
        return False
    if items[at + 1].role != "article":
        return False
    before = items[at - 1] if at else None
    if items[at].text in _VERB_FORMS:
        return before is None or before.role not in {"article", "end"}
    return before is None or before.role == "stop" or before.text in word_set("BEFORE_VERBS")


def _is_beside_its_other_sense(items: Sequence[Item], at: int) -> bool:
    """Return whether a word right beside says that it means something else, as in "hair wave"."""
    if not is_in("WAVES", items[at].text):
        return False
    start = at + 2 if _is(items, at + 1, "in") else at + 1  # "waves in her hair"
    near = [*items[max(at - 1, 0) : at], *list(_phrase(items, start))[:1]]
    return any(is_in("NO_WATER", item.text) for item in near)


def _is_race(items: Sequence[Item], at: int) -> bool:
    """Return whether a race is a thing here, not how fast something moves: "a bike race"."""
    if items[at].text not in _RACES:
        return False
    if at + 1 < len(items) and is_in("RACE_THINGS", items[at + 1].text):
        return True
    before = items[at - 1] if at else None
    if items[at].text == "racing" or before is None:
        return False
    is_kind = before.role == "word" and not before.text.endswith(_NOT_KINDS)
    return before.role == "article" or (is_kind and before.text not in _PLURALS)


def _is_surname(items: Sequence[Item], at: int) -> bool:
    before = items[at - 1] if at else None
    return (
        before is not None
        and before.is_capital
        and items[at].is_capital
        and before.text in word_set("GIVEN_NAMES")
        and items[at].text in word_set("SURNAMES")
    )


def _is_in_name(items: Sequence[Item], at: int) -> bool:
    """Return whether a word is part of a name of a group, or of one who does as persons do."""
    if not items[at].is_capital or at + 1 == len(items):
        return False
    after = items[at + 1]
    if after.is_capital and is_in("GROUPS", after.text):
        return True
    before = items[at - 1] if at else None
    has_first_name = before is not None and before.is_capital and not before.senses
    return has_first_name and after.text in word_set("ACTS_OF_PERSONS")


def is_title(items: Sequence[Item]) -> bool:
    """Return whether all words have a capital letter, so that it says nothing."""
    words = [item for item in items if item.role == "word"]
    return all(item.is_capital for item in words)


def _is_before_city(items: Sequence[Item], at: int) -> bool:
    """Return whether a place only tells of what city it is, as in "a mountain city"."""
    after = items[at + 1] if at + 1 < len(items) else None
    if after is None or not is_in("HEADS", after.text):
        return False
    return any(axis == "scene" and value != "city" for axis, value, _ in items[at].senses)


def _is(items: Sequence[Item], at: int, text: str) -> bool:
    return at < len(items) and items[at].text == text

"""Find the words of a prompt that it denies.

A negation denies the thing after it: up to its first word with a meaning, or three words. A list
goes on with it over "or", "nor" and "and", and over commas if it ends in "or", is closed by a colon
or a parenthesis, or all of it is weather. What has an article, a verb or a preposition of its own
is no part of a list. Some words deny what stands before them: "the rain has stopped".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from rushes.engines.procedural.endings import ended_before, ended_by_negation, is_stopping
from rushes.engines.procedural.vocabulary import is_in, word_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rushes.engines.procedural.items import Item

_REACH = 3  # words that a negation denies at most before the first with a meaning
_COMMAS = frozenset(",、，")
_COLONS = frozenset(":：")
_OPENED_BY = {")": "(", "）": "（"}


def deny(items: Sequence[Item]) -> None:
    """Mark what the prompt denies."""
    at, begun = 0, ""  # the negation of this sentence's part
    while at < len(items):
        item = items[at]
        if item.role == "negation":
            begun = item.text
            at = ended_by_negation(items, at) or _deny_from(items, at)
        elif item.role == "link" and begun and item.text in word_set("OR"):
            at = _deny_or(items, at)
        elif is_stopping(items, at):
            at = _deny_from(items, at)
        else:
            ended_before(items, at)
            begun = "" if item.role == "stop" else begun
            at += 1


class _Part(NamedTuple):
    """A thing that may go on a list, without the joint before it."""

    start: int
    stop: int
    joint: Literal["or", "and", ""]
    has_comma: bool


def _deny_or(items: Sequence[Item], at: int) -> int:
    end = _thing_end(items, at + 1)
    _mark(items, at + 1, end)
    return end


def _deny_from(items: Sequence[Item], at: int) -> int:
    """Deny what follows the negation here, and return where that ends."""
    negation, start = items[at].text, at + 1
    if start + 1 < len(items) and items[start].text in word_set("PARTICIPLES"):
        items[start].role = "filler"
        start += 1  # "not covered in snow"
    if start < len(items) and items[start].text in word_set("PLACE_PREPOSITIONS"):
        start += 1  # "not at night"
    end = _thing_end(items, start, begins_anew=negation in word_set("DETERMINERS"))
    if not _mark(items, start, end):
        return end
    parts = list(_parts(items, end))
    for part in parts[: _denied_parts(items, at, end, parts)]:
        _mark(items, part.start, part.stop)
        end = part.stop
    return end


def _mark(items: Sequence[Item], start: int, stop: int) -> bool:
    """Deny the words between, and return whether there are any."""
    words = [item for item in items[start:stop] if item.role == "word"]
    for item in words:
        item.is_denied = True
    return bool(words)


def _thing_end(items: Sequence[Item], start: int, *, begins_anew: bool = False) -> int:
    """Return where a denied thing ends; `begins_anew` if an article after a word is of another."""
    left, at = _REACH, start
    while at < len(items) and left:
        item = items[at]
        if item.role == "word":
            left = 0 if item.is_known else left - 1
        elif item.role == "article" and begins_anew and left < _REACH:
            if items[at - 1].text != "of":
                break
        elif item.role not in {"filler", "article"}:
            break
        at += 1
    while start < at < len(items) and _is_one_thing(items[at - 1], items[at]):
        at += 1
    return at


def _is_one_thing(item: Item, after: Item) -> bool:
    """Return whether two words side by side name one thing, such as "storm clouds"."""
    if item.role != "word" or after.role != "word":
        return False
    if is_in("LISTED_WEATHER", item.text) and is_in("LISTED_WEATHER", after.text):
        return True
    places = {value for axis, value, _ in item.senses if axis == "scene"}
    return any(axis == "scene" and value in places for axis, value, _ in after.senses)


def _parts(items: Sequence[Item], at: int) -> Iterator[_Part]:
    """Yield what may belong to a list whose first thing ends here."""
    while at < len(items):
        start = at
        has_comma = items[start].text in _COMMAS
        start += has_comma
        joint: Literal["or", "and", ""] = ""
        if start < len(items) and items[start].role == "link":
            joint = "or" if items[start].text in word_set("OR") else "and"
            start += 1
        stop = _part_end(items, start, joint) if start > at else start
        if stop == start:
            return
        yield _Part(start, stop, joint, has_comma)
        at = stop


def _part_end(items: Sequence[Item], start: int, joint: str) -> int:
    """Return where a thing on a list ends; `start` if what is there has an article or a verb."""
    if joint == "or":
        return _thing_end(items, start)
    if joint:
        is_bare = start < len(items) and items[start].role != "article"
        stop = _thing_end(items, start, begins_anew=True) if is_bare else start
    else:
        stop = start
        while stop < len(items) and items[stop].role in {"word", "filler"}:
            stop += 1
    words = sum(item.role == "word" for item in items[start:stop])
    has_verb = any(item.text in word_set("AUXILIARIES") for item in items[start : stop + 1])
    return start if has_verb or not 0 < words <= _REACH else stop


def _denied_parts(items: Sequence[Item], at: int, first_end: int, parts: Sequence[_Part]) -> int:
    """Return how many things of a list are denied with the first, by the negation at `at`."""
    if parts and _is_closed(items, at, parts[-1].stop):
        return len(parts)
    denied = 0
    for count, part in enumerate(parts, 1):
        is_next = denied == count - 1
        by_and = part.joint == "and" and (
            items[at].text in word_set("PREPOSITIONS_OF_LACK") or (is_next and not part.has_comma)
        )
        same = is_next and _is_same_kind(items, first_end, part.stop)
        if part.joint == "or" or (by_and and not _has_place(items, part)) or same:
            denied = count
    return denied


def _is_closed(items: Sequence[Item], at: int, end: int) -> bool:
    """Return whether a list is marked off from what is drawn: "no people, rain: a street"."""
    if end == len(items):
        return False
    before = items[at - 1] if at else None
    if items[end].role == "negation":
        return items[end].text in word_set("CONTINUED_NEGATIONS")
    if items[end].text in _OPENED_BY:
        return before is not None and before.text in _OPENED_BY[items[end].text]
    return items[end].text in _COLONS and (before is None or before.role == "stop")


def _is_same_kind(items: Sequence[Item], first_end: int, end: int) -> bool:
    """Return whether the things that end here are both weather or both movements, by name."""
    if end < len(items) and _is_place_preposition(items[end]):
        return False  # "no rain, fog over the sea"
    heads = [_head(items, first_end), _head(items, end)]
    return any(
        all(is_in(name, head) for head in heads) for name in ("LISTED_WEATHER", "LISTED_MOVEMENTS")
    )


def _has_place(items: Sequence[Item], part: _Part) -> bool:
    is_last = part.stop < len(items) and _is_place_preposition(items[part.stop])
    return part.has_comma and is_last


def _is_place_preposition(item: Item) -> bool:
    places = word_set("PLACE_PREPOSITIONS") - word_set("HOUR_PREPOSITIONS")
    return item.role == "end" and item.text in places


def _head(items: Sequence[Item], end: int) -> str:
    """Return the last word before the end of a thing."""
    return next((item.text for item in reversed(items[:end]) if item.role == "word"), "")

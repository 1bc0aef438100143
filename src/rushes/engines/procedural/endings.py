"""Find what a prompt says to be over or absent after it has named it: "the rain has stopped"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rushes.engines.procedural.vocabulary import NAMED, word_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rushes.engines.procedural.items import Item

_QUESTIONS = frozenset("?:？：")


def ended_by_negation(items: Sequence[Item], at: int) -> int:
    """Deny what the negation here takes back, and return where to read on; 0 if it does not."""
    if at and items[at - 1].text in _QUESTIONS and _is_answer(items, at):
        for item in _clause(items, at - 1):
            item.is_denied = True
        return at + 1
    after = at + 1
    if after < len(items) and items[after].text in word_set("STOPPED") | word_set("ENDED"):
        return _after_weather(items, after + 1)  # "has not stopped raining"
    return _absent(items, at) or _afterthought(items, at)


def is_stopping(items: Sequence[Item], at: int) -> bool:
    """Return whether a weather that has stopped is named next: "it stopped raining"."""
    if items[at].text not in word_set("STOPPED") or _after_weather(items, at + 1) == at + 1:
        return False
    items[at].role = "filler"
    return True


def ended_before(items: Sequence[Item], at: int) -> None:
    """Deny a weather that is over by the word here."""
    item = items[at]
    if at and _is_weather(items[at - 1]) and _ends(items, at):
        items[at - 1].is_denied, item.role = True, "filler"
        return
    if item.text not in word_set("STOPPED") | word_set("ENDED") | word_set("ABSENT"):
        return
    has_auxiliary, before = _auxiliary(items, at)
    if item.text == "over" and not (has_auxiliary and _is_last(items, at)):
        return
    subject: Item | None = None
    if has_auxiliary and item.text in word_set("ABSENT") and item.text != "over":
        subject = _subject(items, at)
    elif has_auxiliary:
        subject = _weather_before(items, at)
    elif item.text in word_set("STOPPED") and before >= 0 and _is_weather(items[before]):
        subject = items[before]
    if subject is not None:
        subject.is_denied = True
        for verb in items[before + 1 : at + 1]:
            verb.role = "filler"


def _ends(items: Sequence[Item], at: int) -> bool:
    """Return whether the verb here says that a weather ends: "the fog lifts", "it passes"."""
    if items[at].text in word_set("ENDS"):
        return True
    is_leaving = _is_last(items, at) or items[at + 1].text in word_set("LEAVING")
    return is_leaving and items[at].text in word_set("LEAVES")


def _is_answer(items: Sequence[Item], at: int) -> bool:
    return items[at].text in word_set("ANSWERS") and _is_last(items, at)


def _is_last(items: Sequence[Item], at: int) -> bool:
    """Return whether a part of the sentence ends after the item here."""
    return at + 1 == len(items) or items[at + 1].role in {"stop", "link"}


def _absent(items: Sequence[Item], at: int) -> int:
    """Deny what "is not present", and return where to read on; 0 if nothing is said so."""
    for after in range(at + 1, len(items)):
        item = items[after]
        if item.text in word_set("PRESENCE"):
            ends = _is_last(items, after) or items[after + 1].role == "end"
            subject = _subject(items, at) if ends else None
            if subject is None:
                return 0
            subject.is_denied, item.role = True, "filler"
            return after + 1
        if item.role != "filler":
            return 0
    return 0


def _afterthought(items: Sequence[Item], at: int) -> int:
    """Deny what the negation closes: "it rains no more", "es regnet nicht", "ne pleut pas"."""
    negation = items[at].text
    ends = _is_last(items, at) or items[at + 1].role == "end"
    subject = _weather_before(items, at) if ends and negation in word_set("AFTERTHOUGHTS") else None
    if at and negation in word_set("AFTER_VERBS"):
        subject = items[at - 1] if items[at - 1].text in word_set("WEATHER_VERBS") else subject
    if subject is not None:
        subject.is_denied = True
        return at + 1
    if negation == "pas" and any(item.is_denied and item.is_known for item in _clause(items, at)):
        return at + 1
    return 0


def _after_weather(items: Sequence[Item], start: int) -> int:
    """Return where the weather that is named here ends; `start` if it is none."""
    at = start
    while at < len(items) and items[at].role in {"filler", "article"}:
        at += 1
    return at + 1 if at < len(items) and _is_weather(items[at]) else start


def _auxiliary(items: Sequence[Item], at: int) -> tuple[bool, int]:
    """Return whether "has" or "is" is before a verb, and the index of the word before both."""
    has_auxiliary, before = False, at - 1
    while before >= 0 and _is_between(items[before]):
        has_auxiliary |= items[before].text in word_set("AUXILIARIES")
        before -= 1
    return has_auxiliary, before


def _is_between(item: Item) -> bool:
    return item.role == "filler" or item.text in word_set("BETWEEN") | word_set("AUXILIARIES")


def _clause(items: Sequence[Item], at: int) -> Iterator[Item]:
    """Yield the words before the item here, back to the punctuation."""
    for index in range(at - 1, -1, -1):
        if items[index].role == "stop":
            return
        if items[index].role == "word":
            yield items[index]


def _subject(items: Sequence[Item], at: int) -> Item | None:
    """Return what the verb here is said of: a weather, or the first thing of the clause."""
    words = list(_clause(items, at))
    return _weather_before(items, at) or (words[-1] if words else None)


def _weather_before(items: Sequence[Item], at: int) -> Item | None:
    """Return the last weather of the clause that is no part of a phrase such as "in the fog"."""
    for index in range(at - 1, -1, -1):
        if items[index].role == "stop":
            return None
        if _is_weather(items[index]) and not _is_in_phrase(items, index):
            return items[index]
    return None


def _is_in_phrase(items: Sequence[Item], at: int) -> bool:
    before = at - 1
    while before >= 0 and items[before].role == "article":
        before -= 1
    return before >= 0 and items[before].role == "end"


def _is_weather(item: Item) -> bool:
    return any(
        axis == "weather" and value != "clear" and weight >= NAMED
        for axis, value, weight in item.senses
    )

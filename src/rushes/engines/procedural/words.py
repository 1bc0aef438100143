"""Read the words of a prompt: what each means to the engine, and which mean nothing to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rushes.engines.procedural import denial, figurative, words_beside, words_likened, words_weather
from rushes.engines.procedural.items import items_of
from rushes.engines.procedural.vocabulary import movements, tokens

if TYPE_CHECKING:
    from rushes.engines.procedural.items import Item
    from rushes.engines.procedural.vocabulary import Sense


@dataclass(frozen=True)
class Word:
    """A word or phrase of the prompt, normalized; without senses it means nothing to the engine."""

    text: str
    senses: tuple[Sense, ...] = ()
    is_denied: bool = False
    is_aside: bool = False  # whether it tells of another word rather than of the place
    is_manner: bool = False  # whether it tells of the hour or the weather beside it


def read_words(prompt: str) -> list[Word]:
    """Return the words of a prompt that could be drawn, the longest phrases first.

    Those that stand for nothing by themselves are left out. A denied word has the senses that it
    rules out.
    """
    items = items_of(tokens(prompt))
    is_title = figurative.is_title(items)
    figurative.silence(items, is_title=is_title)
    words_likened.silence(items, is_title=is_title)
    words_beside.silence(items, is_title=is_title)
    words_weather.mark(items)
    denial.deny(items)
    return [_word(item) for item in items if item.role == "word"]


def _word(item: Item) -> Word:
    ruled_out = movements().get(item.text, ()) if item.is_denied else ()
    senses = (*item.senses, *ruled_out)
    return Word(
        item.text,
        senses,
        is_denied=item.is_denied,
        is_aside=item.is_aside,
        is_manner=item.is_manner,
    )

"""Read the words of a prompt: what each means to the engine, and which mean nothing to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rushes.engines.procedural import denial, figurative
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


def read_words(prompt: str) -> list[Word]:
    """Return the words of a prompt that could be drawn, the longest phrases first.

    Those that stand for nothing by themselves are left out. A denied word has the senses that it
    rules out.
    """
    items = items_of(tokens(prompt))
    figurative.silence(items)
    denial.deny(items)
    return [_word(item) for item in items if item.role == "word"]


def _word(item: Item) -> Word:
    ruled_out = movements().get(item.text, ()) if item.is_denied else ()
    return Word(item.text, (*item.senses, *ruled_out), is_denied=item.is_denied)

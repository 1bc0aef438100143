"""Part a prompt into items: words and phrases, and what negates, joins or ends them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from rushes.engines.procedural.ideographs import RunReader
from rushes.engines.procedural.vocabulary import (
    IDEOGRAPH,
    is_german_adjective,
    longest,
    movements,
    phrase_length,
    word_set,
    word_table,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rushes.engines.procedural.vocabulary import Sense, Token

Role = Literal["word", "negation", "article", "link", "end", "filler", "stop"]
_ADJECTIVES_OF_LACK = ("less", "los", "frei")
_STEM_LENGTH = 3


@dataclass(slots=True)
class Item:
    """A word or phrase of the prompt, normalized, or a punctuation mark."""

    text: str
    role: Role
    senses: tuple[Sense, ...] = ()
    is_denied: bool = False
    is_capital: bool = False
    is_aside: bool = False  # whether it is beside a word that may be what is meant
    is_manner: bool = False  # whether it tells of the hour or the weather beside it

    @property
    def is_known(self) -> bool:
        """Whether a denial of it says something to the engine."""
        return bool(self.senses) or self.text in movements()

    def silence(self) -> None:
        """Make it a word without a meaning."""
        self.senses = ()


def items_of(tokens: Sequence[Token]) -> list[Item]:
    """Return the items of a prompt, the longest phrases first."""
    parts = _Parts(tokens)
    return list(parts.read())


class _Parts:
    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self._words = [token.text for token in tokens]
        shown = frozenset(self._words)
        self._foreign = _foreign(shown)
        self._negations = word_set("NEGATIONS") - self._foreign
        self._is_portuguese = _is_portuguese(shown)

    def read(self) -> Iterator[Item]:
        index, runs = 0, RunReader()
        while index < len(self._tokens):
            word, is_unwanted = self._words[index], self._tokens[index].is_unwanted
            if IDEOGRAPH.search(word):
                for text, denied in runs.read(word):
                    senses = word_table().get(text, ())
                    yield Item(text, "word", senses, is_denied=denied or is_unwanted)
                index += 1
                continue
            runs.stop(word)
            if not word[0].isalnum():
                yield Item(word, "stop")
                index += 1
                continue
            length, item = self._next(index)
            item.is_denied |= is_unwanted
            yield item
            index += length

    def _next(self, index: int) -> tuple[int, Item]:
        """Return how many tokens are read, and their item."""
        length, senses = longest(self._words, index, self._foreign)
        negation = phrase_length(self._words, index, self._negations)
        if negation and negation >= length and not self._is_in_the(index):
            return negation, Item(self._text(index, negation), "negation")
        if senses is None and (role := self._role(index)):
            return 1, Item(self._words[index], role)
        if lacked := _lacked(self._words[index]) if senses is None else None:
            return 1, Item(self._words[index], "word", lacked, is_denied=True)
        is_capital = all(t.is_capital for t in self._tokens[index : index + length])
        item = Item(self._text(index, length), "word", senses or (), is_capital=is_capital)
        if self._is_free(index + length):  # "snow-free"
            item.is_denied = True
            length += 1
        return length, item

    def _text(self, index: int, length: int) -> str:
        return " ".join(self._words[index : index + length])

    def _is_in_the(self, index: int) -> bool:
        """Return whether it is the Portuguese "no"."""
        return self._is_portuguese and self._words[index] == "no"

    def _is_free(self, index: int) -> bool:
        after = self._words[index + 1 : index + 2]
        return self._words[index : index + 1] == ["free"] and after not in (["of"], ["from"])

    def _role(self, index: int) -> Role | None:
        """Return what a word does that is not in the lexicon; None if it may be drawn."""
        word = self._words[index]
        if word == "o" and self._is_portuguese:
            return "article"
        if word in word_set("OR") or word in word_set("AND"):
            return "link"
        if word in word_set("NEGATION_ENDS"):
            return "end"
        if word in word_set("ARTICLES"):
            return "article"
        return "filler" if word in word_set("UNSAID") or word.isdigit() else None


def _foreign(shown: frozenset[str]) -> frozenset[str]:
    """Return the words that mean something only in languages that the prompt is not in."""
    is_english = shown & word_set("ENGLISH") and not shown & word_set("OTHER_LANGUAGES")
    foreign = word_set("FALSE_FRIENDS") if is_english else frozenset[str]()
    is_german = shown & word_set("GERMAN") and not shown & word_set("NOT_GERMAN")
    is_german = is_german or any(map(is_german_adjective, shown))
    return foreign if is_german else foreign | word_set("GERMAN_ONLY")


def _is_portuguese(shown: frozenset[str]) -> bool:
    return bool(shown & word_set("PORTUGUESE")) and not shown & word_set("NOT_PORTUGUESE")


def _lacked(word: str) -> tuple[Sense, ...] | None:
    """Return the senses of what a thing is without, such as "moonless"; None if it is not so."""
    for ending in _ADJECTIVES_OF_LACK:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _STEM_LENGTH and word_table().get(stem):
            return word_table()[stem]
    return None

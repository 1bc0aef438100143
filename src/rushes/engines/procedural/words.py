"""Read the words of a prompt: what each means to the engine, and which mean nothing to it."""

from __future__ import annotations

import functools
import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rushes.engines.procedural import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

PROMPT_LIMIT = 20_000  # characters read; what follows only changes the seed
_PHRASE_LIMIT = 5  # words
_NEGATION_REACH = 3  # words with a meaning that "no" denies at most
_COMPOUND_LENGTH = 6  # letters of the shortest compound
_PART_LENGTH = 3
_TOKEN = re.compile(r"[^\W_]+|[,.;:!?、。，；：！？()\n]")
_IDEOGRAPH = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff]")
_SPOKEN = re.compile("[\u3400-\u9fff\uf900-\ufaff]+|[\u30a1-\u30ff]+")  # without Japanese endings
_MARKS = re.compile("[\u0300-\u036f]")

Sense = tuple[str, str, int]
"""Axis, value and weight of a row of the lexicon."""


@dataclass(frozen=True)
class Word:
    """A word or phrase of the prompt, normalized; without senses it means nothing to the engine."""

    text: str
    senses: tuple[Sense, ...] = ()


@dataclass
class _Denial:
    """What a negation still denies."""

    left: int = 0
    said: bool = field(default=False)  # whether it has denied a word

    def begin(self) -> None:
        self.left, self.said = _NEGATION_REACH, False

    def end(self) -> None:
        self.left = 0

    def takes(self, *, known: bool) -> bool:
        """Return whether a word is denied."""
        if not self.left:
            return False
        self.left = 0 if known else self.left - 1
        self.said = True
        return True


def normalize(text: str) -> str:
    """Return `text` in lower case, without accents, with single spaces."""
    decomposed = unicodedata.normalize("NFKD", text)
    folded = unicodedata.normalize("NFKC", _MARKS.sub("", decomposed)).casefold()
    return " ".join(folded.split())


def read_words(text: str) -> Iterator[Word]:
    """Yield the words of a normalized text that could be drawn, the longest phrases first.

    Words that are denied are left out, and so are those that stand for nothing by themselves.
    """
    tokens = _TOKEN.findall(text[:PROMPT_LIMIT])
    foreign = _false_friends() if _is_english(tokens) else frozenset[str]()
    denial, index = _Denial(), 0
    while index < len(tokens):
        token = tokens[index]
        if not token[0].isalnum():
            denial.end()
        elif _IDEOGRAPH.search(token):
            yield from _ideographs(token)
        else:
            length, word = _next_word(tokens, index, foreign, denial)
            if word is not None:
                yield word
            index += length
            continue
        index += 1


def _next_word(
    tokens: Sequence[str], index: int, foreign: frozenset[str], denial: _Denial
) -> tuple[int, Word | None]:
    """Return how many tokens are read, and the word if it may be drawn."""
    token = tokens[index]
    length, senses = _longest(tokens, index, foreign)
    negation = _phrase_length(tokens, index, _set("NEGATIONS") - foreign)
    if negation and negation >= length:
        denial.begin()
        return negation, None
    if senses is None and denial.left and token in _set("NEGATION_ENDS"):
        denial.end()
    if senses is None and denial.said and token in _set("NEGATION_LINKS"):
        denial.begin()
        denial.said = True
        return 1, None
    if senses is None and (token in _set("UNSAID") or token.isdigit()):
        return 1, None
    text = " ".join(tokens[index : index + length])
    if tokens[index + length : index + length + 1] == ["free"]:  # "snow-free"
        return length + 1, None
    if denial.takes(known=bool(senses)):
        return length, None
    if denial.said:
        denial.end()
    return length, Word(text, senses or ())


def _is_english(tokens: Sequence[str]) -> bool:
    words = set(tokens)
    return bool(words & _set("ENGLISH")) and not words & _set("OTHER_LANGUAGES")


def _phrase_length(tokens: Sequence[str], index: int, phrases: frozenset[str]) -> int:
    for length in range(min(_PHRASE_LIMIT, len(tokens) - index), 0, -1):
        if " ".join(tokens[index : index + length]) in phrases:
            return length
    return 0


def _longest(
    tokens: Sequence[str], index: int, foreign: frozenset[str]
) -> tuple[int, tuple[Sense, ...] | None]:
    """Return the length and the senses of the longest phrase; None if the word is not known."""
    table = word_table()
    for length in range(min(_PHRASE_LIMIT, len(tokens) - index), 0, -1):
        phrase = " ".join(tokens[index : index + length])
        for form in _forms(phrase):
            if form in table and form not in foreign:
                return length, table[form]
    return 1, _compound(tokens[index])


def _forms(phrase: str) -> Iterator[str]:
    """Yield the phrase and its possible singulars."""
    yield phrase
    if len(phrase) > 3 and phrase.endswith("s") and not phrase.endswith("ss"):
        yield phrase[:-1]
        if phrase.endswith("ies"):
            yield phrase[:-3] + "y"
        elif phrase.endswith("es"):
            yield phrase[:-2]


def _compound(token: str) -> tuple[Sense, ...] | None:
    """Return the senses of a word that is two known words in one, such as Herbstwald."""
    if len(token) < _COMPOUND_LENGTH:
        return None
    table, parts = word_table(), _set("COMPOUND_PARTS")
    for cut in range(_PART_LENGTH, len(token) - _PART_LENGTH + 1):
        head, tail = token[:cut], token[cut:]
        for stem in (head, head.removesuffix("s"), head.removesuffix("en"), head.removesuffix("n")):
            first, second = table.get(stem), table.get(tail)
            if len(stem) >= _PART_LENGTH and first and (second or tail in parts):
                return (*first, *(second or ()))
    return None


def _ideographs(run: str) -> Iterator[Word]:
    """Yield the words of a run without spaces (Japanese, Chinese): the longest at each place."""
    start, unread, denied = 0, 0, 0
    while start < len(run):
        text = _ideograph_at(run, start)
        if text is None:
            if prefix := _starting(run, start, "IDEOGRAPH_NEGATIONS"):
                yield from _unread(run[unread:start])
                start += len(prefix)
                unread, denied = start, start
            else:
                start += 1
            continue
        if not denied or start > denied + 1:
            yield from _unread(run[unread:start])
        start += len(text)
        suffix = _starting(run, start, "IDEOGRAPH_NEGATED")
        if not suffix and not (denied and start - len(text) <= denied + 1):
            yield Word(text, word_table()[text])
        start += len(suffix)
        unread, denied = start, 0
    yield from _unread(run[unread:])


def _ideograph_at(run: str, start: int) -> str | None:
    """Return the known word that begins here, None if there is none."""
    table = word_table()
    for length in range(min(_longest_ideograph(), len(run) - start), 0, -1):
        text = run[start : start + length]
        if text in table and (length > 1 or _stands_alone(run, start)):
            return text
    return None


def _stands_alone(run: str, at: int) -> bool:
    """Return whether the character is a word by itself, and not part of one that is not known."""
    beside = (run[at - 1 : at] if at else "") + run[at + 1 : at + 2]
    return all(
        not _HAN.match(one) or one in lexicon.IDEOGRAPH_LINKS or one in word_table()
        for one in beside
    )


def _starting(run: str, at: int, name: str) -> str:
    return next((word for word in _set(name) if run.startswith(word, at)), "")


def _unread(run: str) -> Iterator[Word]:
    for part in _SPOKEN.findall(run):
        if text := part.strip(lexicon.IDEOGRAPH_LINKS + "一個个只这那是很"):
            yield Word(text)


@functools.cache
def _longest_ideograph() -> int:
    return max(len(word) for word in word_table() if _IDEOGRAPH.search(word))


@functools.cache
def word_table() -> Mapping[str, tuple[Sense, ...]]:
    """Return the senses of each word and phrase; those of silent phrases are empty."""
    table: dict[str, list[Sense]] = {}
    for head, words in _rows():
        axis, values, weight = head.split()
        for word in _words(words):
            table.setdefault(word, []).extend(
                (axis, value, int(weight)) for value in values.split("+")
            )
    for word in _words(lexicon.SILENT_PHRASES):
        table[word] = []
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
def _set(name: str) -> frozenset[str]:
    """Return one of the lexicon's lists of words."""
    return frozenset(_words(getattr(lexicon, name)))


def _false_friends() -> frozenset[str]:
    return _set("FALSE_FRIENDS")


def _words(words: str) -> Iterator[str]:
    for word in words.split(","):
        yield normalize(word)

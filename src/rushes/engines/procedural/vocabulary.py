"""Look up words and phrases in the lexicon, and part a text into the words to look up."""

from __future__ import annotations

import functools
import re
import unicodedata
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from rushes.engines.procedural import (
    grammar,
    lexicon,
    weather_manners,
    words_things,
    words_unwanted,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

THING_ITSELF = 3  # weight of a word for what a scene shows
NAMED = 2  # least weight of a word for an hour, a weather or a color, not what only suggests it
PROMPT_LIMIT = 20_000  # characters read; what follows only changes the seed
PHRASE_LIMIT = 5  # words
_COMPOUND_LENGTH = 6  # letters of the shortest compound
_PART_LENGTH = 3
_OUTDOOR_AXES = frozenset({"scene", "shows", "time_of_day", "weather"})
_INFLECTED_LENGTH = 5
_CASES = ("e", "en", "er", "es", "em")
_EMPTY_LINES = re.compile(r"\n{3,}")
_MARKS = re.compile("[\u0300-\u036f]")
# A zero-width space or joiner stands inside words of any script; no reader sees it.
_INVISIBLE = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
_SYMBOLS = re.compile(
    "[\U0001f1e6-\U0001f1ff]{2}|"
    "[\u2600-\u27bf\u2b05-\u2b55\U0001f000-\U0001faff]"
    "(?:[\ufe0f\u20e3\U0001f3fb-\U0001f3ff]|\u200d[\u2600-\u27bf\U0001f000-\U0001faff])*"
)
_STOP = "[,.;:!?、。，；：！？()|•\n—–（）]|(?<= )-(?= )"
IDEOGRAPH = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_SCRIPTS_WITH_MARKS = (range(0x300, 0x3100), range(0xA000, 0xAC00), range(0xFE20, 0xFE30))

Sense = tuple[str, str, int]
"""Axis, value and weight of a row of the lexicon."""


class Token(NamedTuple):
    """A word of the prompt, normalized, or a punctuation mark."""

    text: str
    is_capital: bool = False  # whether it is written with a capital letter
    is_unwanted: bool = False  # whether it is on a list of what is not to be drawn


def normalize(text: str) -> str:
    """Return `text` in lower case, without accents, with single spaces."""
    return _folded(text).casefold()


def _folded(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text)
    return " ".join(unicodedata.normalize("NFKC", _MARKS.sub("", decomposed)).split())


def tokens(prompt: str) -> list[Token]:
    """Part a prompt into words and punctuation marks."""
    visible = _INVISIBLE.sub("", prompt)[: 2 * PROMPT_LIMIT]
    lines = "\n".join(map(_folded, visible.strip().split("\n")))
    text = _EMPTY_LINES.sub("\n\n", lines)[:PROMPT_LIMIT]
    found = []
    for part, is_unwanted in words_unwanted.parts(text):
        words = _token().findall(part.replace("\n", " "))
        found += [Token(word.casefold(), word[0].isupper(), is_unwanted) for word in words]
        if part != text:
            found.append(Token("."))
    return found


def spellings(prompt: str) -> dict[str, str]:
    """Return the words of a prompt as they are written, by their normalized form."""
    visible = _INVISIBLE.sub("", prompt[:PROMPT_LIMIT])
    return {normalize(word): word for word in _word().findall(visible)}


def symbols(prompt: str) -> list[str]:
    """Return the emoji of a prompt."""
    return list(dict.fromkeys(_SYMBOLS.findall(prompt[:PROMPT_LIMIT])))


@functools.cache
def _word() -> re.Pattern[str]:
    """Return a pattern of words with their vowel signs, which `re` does not count as letters."""
    signs = (
        code
        for script in _SCRIPTS_WITH_MARKS
        for code in script
        if unicodedata.category(chr(code)) in {"Mn", "Mc"}
    )
    runs = (list(run) for _, run in groupby(enumerate(signs), key=lambda pair: pair[1] - pair[0]))
    marks = "".join(f"{chr(run[0][1])}-{chr(run[-1][1])}" for run in runs)
    return re.compile(rf"[^\W_]+(?:[{marks}]+[^\W_]*)*")


@functools.cache
def _token() -> re.Pattern[str]:
    return re.compile(f"{_word().pattern}|{_STOP}")


def longest(
    words: Sequence[str], index: int, foreign: frozenset[str]
) -> tuple[int, tuple[Sense, ...] | None]:
    """Return the length and the senses of the longest phrase; None if the word is not known."""
    table = word_table()
    for length in range(min(PHRASE_LIMIT, len(words) - index), 0, -1):
        phrase = " ".join(words[index : index + length])
        for form in forms(phrase):
            if form in table and form not in foreign:
                return length, table[form]
    return 1, _compound(words[index])


def phrase_length(words: Sequence[str], index: int, phrases: frozenset[str]) -> int:
    """Return the number of words of the longest of some phrases that begins here, 0 if none."""
    for length in range(min(PHRASE_LIMIT, len(words) - index), 0, -1):
        if " ".join(words[index : index + length]) in phrases:
            return length
    return 0


def forms(phrase: str) -> Iterator[str]:
    """Yield the phrase and its possible singulars."""
    yield phrase
    if len(phrase) > 3 and phrase.endswith("s") and not phrase.endswith("ss"):
        yield phrase[:-1]
        if phrase.endswith("ies"):
            yield phrase[:-3] + "y"
        elif phrase.endswith("es"):
            yield phrase[:-2]
    yield from _uninflected(phrase)


def _uninflected(word: str) -> Iterator[str]:
    """Yield the forms that the lexicon may have of an inflected adjective."""
    if len(word) < _INFLECTED_LENGTH:
        return
    yield from _without_case(word)
    for ending, lemma in _romance_endings():
        if word.endswith(ending):
            yield word.removesuffix(ending) + lemma


def _without_case(word: str) -> Iterator[str]:
    bases = tuple(word_set("ADJECTIVE_BASES"))
    for ending in _CASES:
        base = word.removesuffix(ending)
        if base != word and base.endswith(bases):
            yield base


def is_german_adjective(word: str) -> bool:
    """Return whether a word is a known adjective with an ending of German."""
    return any(base in word_table() for base in _without_case(word))


@functools.cache
def _romance_endings() -> tuple[tuple[str, str], ...]:
    pairs = (pair.split() for pair in sorted(word_set("ROMANCE_ENDINGS")))
    return tuple((ending, lemma) for ending, lemma in pairs)


def is_in(name: str, text: str) -> bool:
    """Return whether a word, or its singular, is in one of the lists of `grammar`."""
    return any(form in word_set(name) for form in forms(text))


def _compound(token: str) -> tuple[Sense, ...] | None:
    """Return the senses of a word that is two known words in one, such as Herbstwald."""
    if len(token) < _COMPOUND_LENGTH:
        return None
    for cut in range(_PART_LENGTH, len(token) - _PART_LENGTH + 1):
        senses = _joined(token[:cut], token[cut:])
        if senses is not None:
            return senses
    return None


def _joined(head: str, tail: str) -> tuple[Sense, ...] | None:
    """Return the senses of two parts of one language; None if they are no compound."""
    table, german = word_table(), word_set("GERMAN_PARTS")
    if tail in german or tail in word_set("GERMAN_ENDS"):
        for stem in (head, head.removesuffix("s"), head.removesuffix("en"), head.removesuffix("n")):
            if stem in german:
                return (*table.get(stem, ()), *table.get(tail, ())) or None
    first = table.get(head, ())
    if tail in word_set("ENGLISH_ENDS") and any(axis in _OUTDOOR_AXES for axis, _, _ in first):
        return first
    return None


@functools.cache
def word_table() -> Mapping[str, tuple[Sense, ...]]:
    """Return the senses of each word and phrase; those of silent phrases are empty."""
    blocks = (
        lexicon.PLACES,
        lexicon.HOURS,
        lexicon.WEATHERS,
        lexicon.CAMERAS,
        lexicon.TAGS,
        lexicon.COLORS,
    )
    nothing: tuple[Sense, ...] = ()
    return {
        **_table(blocks),
        **dict.fromkeys(_listed(lexicon.SILENT_PHRASES), nothing),
    }


@functools.cache
def movements() -> Mapping[str, tuple[Sense, ...]]:
    """Return the movements that the denial of a word rules out."""
    return _table((lexicon.MOVEMENTS,))


def _table(blocks: Iterable[str]) -> dict[str, tuple[Sense, ...]]:
    table: dict[str, list[Sense]] = {}
    for head, words in _rows(blocks):
        axis, values, weight = head.split()
        for word in _listed(words):
            table.setdefault(word, []).extend(
                (axis, value, int(weight)) for value in values.split("+")
            )
    return {word: tuple(senses) for word, senses in table.items()}


def _rows(blocks: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield each lexicon row's head and words; an indented line continues the row above."""
    for block in blocks:
        for row in block.replace("\n    ", " ").strip().splitlines():
            head, _, words = row.partition(":")
            yield head, words


@functools.cache
def word_set(name: str) -> frozenset[str]:
    """Return one of the lists of `grammar`, `words_things` or `weather_manners`."""
    modules = (grammar, words_things, weather_manners)
    return frozenset(_listed(next(vars(one)[name] for one in modules if name in vars(one))))


def _listed(words: str) -> Iterator[str]:
    for word in words.split(","):
        yield normalize(word)

"""Read runs of Japanese and Chinese, which have no spaces: the longest word at each place."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from rushes.engines.procedural import grammar
from rushes.engines.procedural.vocabulary import IDEOGRAPH, word_set, word_table

if TYPE_CHECKING:
    from collections.abc import Iterator

_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff]")
_SPOKEN = re.compile("[\u3400-\u9fff\uf900-\ufaff]+|[\u30a1-\u30ff]+")  # without Japanese endings
_ENUMERATION = "、"
_NEGATION_REACH = 1  # characters between a negation and what it denies


@dataclass(slots=True)
class _Piece:
    text: str
    kind: Literal["word", "before", "after", "joint", "gap"]
    is_denied: bool = False


class RunReader:
    """Reads the runs of a prompt, in order."""

    def __init__(self) -> None:
        self._reaches_on = False  # whether a denied list goes on in the next run

    def stop(self, mark: str) -> None:
        """Take note of what stands between two runs."""
        self._reaches_on = self._reaches_on and mark == _ENUMERATION

    def read(self, run: str) -> Iterator[tuple[str, bool]]:
        """Yield the words of a run, and whether each is denied."""
        pieces = list(_pieces(run))
        if self._reaches_on:
            pieces.insert(0, _Piece("", "before"))
        self._reaches_on = False
        for at, piece in enumerate(pieces):
            if piece.kind == "before":
                self._reaches_on = _deny_after(pieces, at + 1) == len(pieces)
            elif piece.kind == "after":
                _deny_before(pieces, at - 1)
        for piece in pieces:
            if piece.kind == "word":
                yield piece.text, piece.is_denied
            elif piece.kind == "gap" and not piece.is_denied:
                yield from ((text, False) for text in _spoken(piece.text))


def _deny_after(pieces: list[_Piece], at: int) -> int:
    """Deny the things of the list that begins here, and return where it ends."""
    if pieces[at : at + 1] and pieces[at].kind == "gap":
        if len(pieces[at].text) > _NEGATION_REACH or at + 1 == len(pieces):
            return at
        pieces[at].is_denied = True
        at += 1
    while at < len(pieces) and pieces[at].kind == "word":
        pieces[at].is_denied = True
        at += 1
        if at < len(pieces) and pieces[at].kind == "joint":
            at += 1
    return at


def _deny_before(pieces: list[_Piece], at: int) -> None:
    """Deny the things of the list that ends here."""
    pieces[at].is_denied = True
    while at >= 2 and pieces[at - 1].kind == "joint":
        at -= 2
        pieces[at].is_denied = True


def _pieces(run: str) -> Iterator[_Piece]:
    start, unread = 0, 0
    last: _Piece | None = None
    while start < len(run):
        piece = _piece_at(run, start, last if unread == start else None)
        if piece is None:
            start += 1
            continue
        if unread < start:
            yield _Piece(run[unread:start], "gap")
        yield piece
        start += len(piece.text)
        last, unread = piece, start
    if unread < start:
        yield _Piece(run[unread:], "gap")


def _piece_at(run: str, start: int, last: _Piece | None) -> _Piece | None:
    """Return what begins here after the piece before, None if it is not known."""
    if last is not None and last.kind == "word":
        if text := _starting(run, start, "IDEOGRAPH_NEGATED") or _ending(run, start, last.text):
            return _Piece(text, "after")
        joint = _starting(run, start, "IDEOGRAPH_LIST")
        if joint and _word_at(run, start + len(joint), is_begun=True):
            return _Piece(joint, "joint")
    is_begun = last is not None and last.kind in {"before", "joint"}
    if text := _word_at(run, start, is_begun=is_begun):
        return _Piece(text, "word")
    if text := _starting(run, start, "IDEOGRAPH_NEGATIONS"):
        return _Piece(text, "before")
    return None


def _word_at(run: str, start: int, *, is_begun: bool) -> str:
    """Return the known word that begins here; `is_begun` if it has nothing to do with before."""
    table = word_table()
    for length in range(min(_longest_word(), len(run) - start), 0, -1):
        text = run[start : start + length]
        if text in table and (length > 1 or _stands_alone(run, start, is_begun=is_begun)):
            return text
    return ""


def _stands_alone(run: str, at: int, *, is_begun: bool) -> bool:
    """Return whether the character is a word by itself, and not part of one that is not known."""
    before = run[at - 1 : at] if at and not is_begun else ""
    after = "" if _ending(run, at + 1, run[at]) else run[at + 1 : at + 2]
    return all(
        not _HAN.match(one) or one in grammar.IDEOGRAPH_LINKS or one in word_table()
        for one in before + after
    )


def _ending(run: str, at: int, word: str) -> str:
    """Return what says here that the weather before it is over."""
    is_weather = any(axis == "weather" for axis, _, _ in word_table()[word])
    return _starting(run, at, "IDEOGRAPH_ENDED") if is_weather else ""


def _starting(run: str, at: int, name: str) -> str:
    return max((word for word in word_set(name) if run.startswith(word, at)), key=len, default="")


def _spoken(run: str) -> Iterator[str]:
    for part in _SPOKEN.findall(run):
        if text := part.strip(grammar.IDEOGRAPH_LINKS + "一個个只这那是很"):
            yield text


@functools.cache
def _longest_word() -> int:
    return max(len(word) for word in word_table() if IDEOGRAPH.search(word))

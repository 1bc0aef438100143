"""Weigh the words of a prompt: what they say of each axis, and what they rule out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rushes.engines.procedural.vocabulary import NAMED, THING_ITSELF, is_in
from rushes.engines.procedural.words import Word, read_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

UNTINTED = "untinted"  # the tag of a prompt that keeps the colors of a video
# "No moon" does not mean that it is no night.
_DENYING_WEIGHTS = {("time_of_day", "night"): THING_ITSELF}


class Reading:
    """What a prompt says: the weights of the values on each axis, in the order of first mention."""

    def __init__(self, words: list[Word]) -> None:
        self.words = [word for word in words if not word.is_denied]
        self.colors: list[str] = []
        self.denied = frozenset(pair for word in words if word.is_denied for pair in _denied(word))
        self._weights: dict[str, dict[str, int]] = {}
        self._asides: dict[str, int] = {}
        for axis, value, weight in (sense for word in self.words for sense in word.senses):
            if axis == "color":
                self.colors.append(value)
            else:
                values = self._weights.setdefault(axis, {})
                values[value] = values.get(value, 0) + weight

        if _keeps_colors(words):
            self._weights.setdefault("tag", {})[UNTINTED] = NAMED
        for word in self.words:
            for axis, value, weight in word.senses if word.is_aside else ():
                if axis == "scene":
                    self._asides[value] = self._asides.get(value, 0) + weight - 1

    def weight_of_scene(self, value: str) -> int:
        """Return the weight of a scene against what is elsewhere."""
        return self.values("scene")[value] - self._asides.get(value, 0)

    def values(self, axis: str) -> Mapping[str, int]:
        """Return the weight of each value that is said."""
        return self._weights.get(axis, {})

    def winner(self, axis: str) -> str | None:
        """Return the value that is said most, None if none is."""
        values = self.values(axis)
        if axis == "weather":
            # What falls from the sky is seen beside what hangs in it: "fog and rain" is rain.
            least = max(1, min(3, max(values.values(), default=0)))
            for value in ("snow", "storm", "rain"):
                if values.get(value, 0) >= least:
                    return value
        return max(values, key=values.__getitem__) if values else None


def read(prompt: str) -> Reading:
    """Read a prompt."""
    return Reading(read_words(prompt))


def _keeps_colors(words: list[Word]) -> bool:
    """Return whether a change of the colors is denied."""
    denied = [word.text for word in words if word.is_denied]
    return all(any(is_in(name, text) for text in denied) for name in ("CHANGES", "COLOR_NOUNS"))


def _denied(word: Word) -> Iterator[tuple[str, str]]:
    for axis, value, weight in word.senses:
        least = THING_ITSELF if axis == "scene" else NAMED
        if weight >= _DENYING_WEIGHTS.get((axis, value), least):
            yield axis, value

"""What a slate says of a prompt in the letters of its font, which are those of ASCII."""

from __future__ import annotations

import re
import string
import unicodedata
from functools import lru_cache

GAP = "…"  # in place of what the font lacks; it has this one
_MOST = 400  # characters of the text
_MOST_WORDS = 40  # as the report of a render lists
_BETWEEN_WORDS = re.compile(r"[\s.,;:!?()\"“”„«»—–…。、，；：！？「」]+")
_INVISIBLE = {"Mn", "Mc", "Me", "Cc", "Cf"}  # marks of a letter, and what controls the text
_PLAIN = str.maketrans(
    dict(zip("“”„«»‘’‚‹›‐–—−×¡⁄ıłŁđĐøØ", "\"\"\"\"\"'''''----x!/ilLdDoO", strict=True))
    | {"ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "þ": "th", "Þ": "Th"}
    | {"ð": "d", "Ð": "D", "¿": "?", "·": "."}
)
_UNSHOWN = re.compile(rf"{GAP}(?:\s*{GAP})+")


def prompt_lines(prompt: str) -> tuple[str, ...]:
    """Return the beginning of a prompt, and how many of its characters the font lacks.

    Accents are left out. Either line is missing if it would say nothing.
    """
    letters = [_letters(char) for char in unicodedata.normalize("NFC", " ".join(prompt.split()))]
    text = _UNSHOWN.sub(GAP, "".join(letters))[:_MOST]
    missing = letters.count(GAP)
    if not missing:
        return (text,)
    noun = "character" if missing == 1 else "characters"
    count = f"{missing} {noun} of the prompt cannot be shown"
    return (text, count) if re.search(r"[0-9A-Za-z]", text) else (count,)


def prompt_words(prompt: str) -> list[str]:
    """Return the words of a prompt, each once, as they are written.

    The engine's vocabulary would leave out those that mean nothing; it takes long to load.
    """
    found = (part.strip(string.punctuation) for part in _BETWEEN_WORDS.split(prompt))
    return list(dict.fromkeys(filter(None, found)))[:_MOST_WORDS]


@lru_cache(maxsize=1024)
def _letters(char: str) -> str:
    """Return a character in ASCII; GAP if there is nothing like it."""
    plain = unicodedata.normalize("NFKD", char.translate(_PLAIN)).translate(_PLAIN)
    letters = "".join(one for one in plain if unicodedata.category(one) not in _INVISIBLE)
    return letters if letters.isascii() else GAP

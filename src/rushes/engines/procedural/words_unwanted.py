"""Part a prompt into what it wants and what it lists as unwanted: "negative prompt: rain"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# Without accents, as `vocabulary` folds a prompt.
_NAMES = (
    r"(?:negative|neg)[ _-]?(?:prompts?|words|keywords|terms)?|negatives|"
    r"(?:negativer|negativ) ?-?(?:prompt|e eingabe)?|prompt (?:negatif|negativo)|negati[fv]o?s?|"
    r"avoid|avoiding|exclude|excluding|excluded?|unwanted|undesired|not wanted|without|leave out|"
    r"(?:do not|don'?t) (?:include|show|want|draw|add)|"
    r"vermeiden?|ausschliessen|nicht zeigen|ohne|eviter|exclure|sans|evitar|evita|excluir|sin|"
    r"evitare|escludere|escludi|senza|sem|exclua|"
    "反向提示词|负面提示词|负向提示词|反面提示词|ネガティブプロンプト|ネガティブ|除外|避免|排除"
)
_BEGIN = re.compile(
    r"""(?ix) --(?:no|neg|negative|negative[_-]prompt|exclude)(?![\w-]) [ =:]{0,3} |
    (?P<open>[(\[])? \s{0,2} (?<![\w-]) ["'*_]{0,3} (?: """
    + _NAMES.replace(" ", r"\ ")
    + r""" ) ["'*_]{0,3} \s{0,2} [:=] ["'*_\s]{0,4} |
    (?:^|(?<=[.\n;|])) \s{0,2} (?:no|nein|non|nao) \s{0,2} [:=] |
    (?<![\w-]) negative\ prompts? \b"""
)
_WANTED = r"""(?:(?<![\w-]) (?:positi(?:ve?|f|vo)|prompt|want(?:ed)?|include|show|scene)
    (?:[ _-]?prompt)? ["'*_]{0,3} \s{0,2} [:=])"""
_WANTED_FIRST = re.compile(r"(?ix) ^ [\s.,;|]{0,5} " + _WANTED)
_END = re.compile(
    r"""(?ix) \s--?[a-z]\w* |
    (?-i: [.!?。] ["')\]]{0,3} \s{1,2} (?=[A-Z])) | 。 | \n | """
    + _WANTED
)
_CLOSING = re.compile(r"[)\]]")


def parts(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the parts of a folded prompt in order, and whether each lists what is unwanted."""
    at = 0
    while begin := _BEGIN.search(text, at):
        yield _WANTED_FIRST.sub("", text[at : begin.start()]), False
        at = _end(text, begin.end(), is_in_brackets=bool(begin.group("open")))
        yield text[begin.end() : at], True
    yield _WANTED_FIRST.sub("", text[at:]), False


def _end(text: str, start: int, *, is_in_brackets: bool) -> int:
    """Return where a list of what is unwanted ends."""
    if is_in_brackets:
        closing = _CLOSING.search(text, start)
        return closing.start() if closing else len(text)
    has_own_lines = text[:start].endswith("\n")
    ends = (one for one in _END.finditer(text, start) if not (has_own_lines and one[0] == "\n"))
    first = next((one.start() for one in ends), len(text))
    blank = text.find("\n\n", start)
    return min(first, blank) if blank >= 0 else first

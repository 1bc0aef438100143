"""What a request body may hold besides its media, found before it is parsed.

To parse a body holds the interpreter, and takes as long as there are values in it, not bytes.
"""

from __future__ import annotations

import re

from rushes.catalog.refusal import BodyTooLargeError

MAX_VALUES = 10_000
MAX_TEXT = 1024 * 1024  # bytes
MAX_ESCAPES = 1_000_000  # of a data URL; some JSON writers escape slashes, a 64th of base64
SMALL_BODY = 16 * 1024  # bytes; a body of fewer is within both limits
_COLON = re.compile(rb"[ \t\r\n]*:").match  # after a key, which is no medium
_QUOTE, _BACKSLASH = b'"', b"\\"


def check_body_size(body: bytes) -> None:
    """Raise BodyTooLargeError unless a JSON body is small, but for the data URLs in it.

    It looks for quotes and counts what is between strings; it need not be valid JSON.
    """
    if len(body) <= SMALL_BODY:
        return
    text, values, position = 0, 0, 0
    while position < len(body):
        start = body.find(_QUOTE, position)
        outside = body[position : len(body) if start < 0 else start]
        text = _within(text + len(outside))
        values += sum(map(outside.count, (b",", b"[", b"{")))
        if values > MAX_VALUES:
            raise BodyTooLargeError(f"body: holds too many values; at most {MAX_VALUES}")
        if start < 0:
            return
        values += 1
        end = _closing_quote(body, start + 1, text)
        if _COLON(body, end + 1) or not _is_data_url(body[start + 1 : end]):
            text = _within(text + end - start)
        position = end + 1


def _within(text: int) -> int:
    if text > MAX_TEXT:
        raise BodyTooLargeError(f"body: takes at most {MAX_TEXT} bytes besides data URLs")
    return text


def _closing_quote(body: bytes, start: int, text: int) -> int:
    """Return where a string ends; it counts as text if an escaped quote is in it."""
    position = start
    while (end := body.find(_QUOTE, position)) >= 0:
        if body[end - 1 : end] != _BACKSLASH:
            return end
        before = body[position:end]
        if (len(before) - len(before.rstrip(_BACKSLASH))) % 2 == 0:
            return end
        _within(text + end - start)
        position = end + 1
    return len(body)


def _is_data_url(string: bytes) -> bool:
    # Other characters make it longer when it is written again, and escapes are slow to read.
    is_plain = string[:5].lower() == b"data:" and string.isascii() and b"\x7f" not in string
    return is_plain and not _has_many_escapes(string)


def _has_many_escapes(string: bytes) -> bool:
    count = 0
    for start in range(0, len(string), MAX_TEXT):
        count += string.count(_BACKSLASH, start, start + MAX_TEXT)
        if count > MAX_ESCAPES:
            return True
    return False

"""Byte ranges (RFC 9110): which part of a file a request wants."""

from __future__ import annotations

import re
from datetime import UTC
from email.utils import parsedate_to_datetime

from starlette.datastructures import Headers

# No file has more digits to its size, and Python refuses to read thousands of them.
_RANGE = re.compile(r"bytes=([0-9]{0,18})-([0-9]{0,18})")


class UnsatisfiableError(Exception):
    """The range lies outside the file (416)."""


def requested_range(headers: Headers, size: int, etag: str, modified: int) -> range | None:
    """Return the bytes asked for, None for the whole file; raise UnsatisfiableError.

    A malformed range, several ranges, and a range whose `If-Range` no longer holds all mean the
    whole file.
    """
    text = headers.get("range")
    if text is None or not _if_range_holds(headers.get("if-range"), etag, modified):
        return None
    match = _RANGE.fullmatch(text.strip().replace(" ", ""))
    if match is None or match[1] == match[2] == "":
        return None
    if match[1] == "":
        length = int(match[2])
        if length == 0:
            raise UnsatisfiableError
        return range(max(0, size - length), size)
    start = int(match[1])
    stop = min(int(match[2]) + 1, size) if match[2] else size
    if match[2] and int(match[2]) < start:
        return None
    if start >= size:
        raise UnsatisfiableError
    return range(start, stop)


def is_unchanged(headers: Headers, etag: str) -> bool:
    """Return whether `If-None-Match` names what the client already has (304)."""
    text = headers.get("if-none-match")
    if text is None:
        return False
    tags = [t.strip().removeprefix("W/") for t in text.split(",")]
    return etag in tags or text.strip() == "*"


def _if_range_holds(text: str | None, etag: str, modified: int) -> bool:
    if text is None:
        return True
    if text.startswith('"'):
        return text == etag
    try:
        date = parsedate_to_datetime(text)
        if date.tzinfo is None:
            date = date.replace(tzinfo=UTC)
        return int(date.timestamp()) == modified
    except (ValueError, OverflowError):
        return False

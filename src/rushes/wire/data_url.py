"""Base64 data URLs, read as browsers read them: whitespace, percent-encoding, no padding."""

from __future__ import annotations

import binascii
import re
import string
from dataclasses import dataclass

_HEAD = re.compile(r"\s*data:(?P<mime>[^,]*?)\s*; *base64\s*", re.IGNORECASE).fullmatch
_BAD_ESCAPE = re.compile(rb"%(?![0-9A-Fa-f]{2})").search
_PIECE = 1024 * 1024  # bytes
_LONGEST_HEAD = 1024  # characters before the comma
_PADDING = {b"", b"=", b"=="}
_WHITESPACE = b"\t\n\f\r "
_QUOTED = bytes.maketrans(b"%", b"=")  # a third of the time that `replace` takes for many
_DIGITS = f"{string.ascii_letters}{string.digits}+/".encode()


@dataclass(frozen=True)
class DataURL:
    """A data URL whose base64 is valid. `mime` may be empty; `digits` have no padding."""

    mime: str
    digits: bytes

    def read(self, start: int, length: int) -> bytes:
        """Return some of the content without decoding the rest; less at its end."""
        first, last = start // 3, -(-(start + length) // 3)
        return _decoded(self.digits[4 * first : 4 * last])[start % 3 :][:length]

    def content(self) -> bytes:
        return _decoded(self.digits)


def is_data_url(url: str) -> bool:
    return url[:_LONGEST_HEAD].lstrip()[:5].lower() == "data:"


def parse_data_url(url: str) -> DataURL:
    """Check a base64 data URL without decoding it.

    Raises:
        ValueError: it is not one, or its base64 is invalid by the URL standard's forgiving rules.
    """
    head, comma, _ = url[:_LONGEST_HEAD].partition(",")
    match = _HEAD(head) if comma else None
    if match is None:
        raise ValueError("is not a base64 data URL")
    data = url[len(head) + 1 :].encode("ascii", "replace")
    if (others := data.translate(None, _DIGITS)) not in _PADDING:
        data = _plain(data)
        others = data.translate(None, _DIGITS)
    is_padded = others in _PADDING and len(data) % 4 == 0 and data.endswith(others)
    digits = data[: len(data) - len(others)] if is_padded else data
    if (others and not is_padded) or len(digits) % 4 == 1:
        raise ValueError("does not hold valid base64")
    return DataURL(match["mime"].partition(";")[0].strip().lower(), digits)


def _plain(data: bytes) -> bytes:
    """Remove percent-encoding and whitespace."""
    data = data.translate(None, _WHITESPACE)
    if _has_bad_escape(data):
        raise ValueError("does not hold valid base64")
    if b"%" in data:
        # Quoted-printable is percent-encoding with another sign. Its decoder takes milliseconds for
        # a body in which every digit is encoded, and `unquote` takes seconds.
        data = binascii.a2b_qp(data.replace(b"=", b"%3D").translate(_QUOTED))
    return data.translate(None, _WHITESPACE)


def _has_bad_escape(data: bytes) -> bool:
    # Nothing else runs while a piece is searched. Each shows the two bytes after it as well.
    for start in range(0, len(data), _PIECE):
        bad = _BAD_ESCAPE(data, start, start + _PIECE + 2)
        if bad is not None and bad.start() < start + _PIECE:
            return True
    return False


def _decoded(digits: bytes) -> bytes:
    return binascii.a2b_base64(digits + b"=" * (-len(digits) % 4))

"""The errors of a request that is refused before a job exists.

InvalidRequestError
├── InvalidParameterError       400  one field, its value, what is allowed
├── UnknownModelError           400  no such model in the catalog
├── UnsupportedByProviderError  400  the model could, but no configured provider can
├── NotPermittedError           403  the API key may not use the model or its providers
├── PriceLimitError             402  it costs more than the request allows
├── BodyTooLargeError           413  more values or text than a request needs
└── NoEndpointError             503  no configured provider makes it, or none is available
"""

from __future__ import annotations

import re
import reprlib
from collections.abc import Sequence
from difflib import get_close_matches
from math import hypot, log

from rushes.wire.frame_size import parse_size

MOST_IN_A_ROW = 3  # numbers that are listed; more are a range
MOST_CHOICES = 16  # values that are listed; of more, the nearest
MOST_NEAREST = 5
MAX_COMPARED = 200  # characters of a value; comparing takes quadratic time


class InvalidRequestError(Exception):
    """The request is refused; `field` is the path of the offending field in the body."""

    status = 400
    error_type = "invalid_request"

    def __init__(self, message: str, *, field: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.field = field


class InvalidParameterError(InvalidRequestError):
    """A value is not accepted; the message names the field, the value and what is allowed."""

    def __init__(
        self, field: str, value: object, problem: str, *, allowed: Sequence[object] = ()
    ) -> None:
        shown = "" if value is None else f" {quoted(value)}"
        choices = f"; allowed: {_choices(value, allowed)}" if allowed else ""
        super().__init__(f"{field}:{shown} {problem}{choices}", field=field)
        self.value = value
        self.allowed = tuple(allowed)


def listing(names: Sequence[str]) -> str:
    """Return names for a message: of many the first."""
    more = len(names) - MOST_CHOICES
    return ", ".join(names[:MOST_CHOICES]) + (f" and {more} more" if more > 0 else "")


def _choices(value: object, allowed: Sequence[object]) -> str:
    """Return the allowed values: a range as such, and of many the number and the nearest few."""
    numbers = [each for each in allowed if isinstance(each, int)]
    if len(numbers) == len(allowed) > MOST_IN_A_ROW and numbers == list(
        range(numbers[0], numbers[0] + len(numbers))
    ):
        return f"{numbers[0]} to {numbers[-1]}"
    names = [_REPR.repr(each) if isinstance(each, bool) else str(each) for each in allowed]
    if len(names) <= MOST_CHOICES:
        return ", ".join(names)
    return f"{len(names)} values, of which the nearest are {', '.join(_nearest(value, names))}"


def _nearest(value: object, names: Sequence[str]) -> Sequence[str]:
    """Return the names nearest to a value: sizes by their pixels, others by their spelling."""
    text = str(value)[:MAX_COMPARED]
    sizes = {name: size for name in names if (size := parse_size(name)) is not None}
    if (asked := parse_size(text)) is None or len(sizes) < len(names):
        return get_close_matches(text, names, n=MOST_NEAREST, cutoff=0.0)

    def distance(name: str) -> float:
        return hypot(*(log(a / b) for a, b in zip(asked, sizes[name], strict=True)))

    return sorted(names, key=distance)[:MOST_NEAREST]


class UnknownModelError(InvalidRequestError):
    pass


class BodyTooLargeError(InvalidRequestError):
    """A body holds more values or text than a request needs."""

    status = 413
    error_type = "payload_too_large"

    def __init__(self, message: str) -> None:
        super().__init__(message, field="body")


class UnsupportedByProviderError(InvalidRequestError):
    """The model could do what is asked, but no configured provider of it can."""


class NotPermittedError(InvalidRequestError):
    """The caller's API key may not use the model, or no provider that makes it."""

    status = 403
    error_type = "permission_denied"


class PriceLimitError(InvalidRequestError):
    """The request costs more than its caller wants to pay."""

    status = 402
    error_type = "payment_required"

    def __init__(self, message: str) -> None:
        super().__init__(message, field="max_price")


class NoEndpointError(InvalidRequestError):
    """No configured provider makes the model, or none is available now."""

    status = 503
    error_type = "provider_unavailable"

    def __init__(
        self, message: str, *, field: str | None = None, retry_after: float | None = None
    ) -> None:
        super().__init__(message, field=field)
        self.retry_after = retry_after


# The part of a URL that may hold secrets: the bytes of a data URL, user, path and query.
_HIDDEN = re.compile(
    r"(?P<data>data:[^,\s'\"]{0,100},)[^\s'\"]+"
    r"|(?P<scheme>[a-z][a-z0-9+.-]{0,30}://)(?:[^\s/?#'\"]*@)?(?P<host>[^\s/?#'\"]*)(?:[/?#][^\s'\"]*)?",
    re.IGNORECASE,
)


_LONGEST = 12_000  # characters that are searched for URLs


class _JSONWords(reprlib.Repr):
    """Python's spelling, except for the words that JSON spells otherwise."""

    def repr_bool(self, x: bool, level: int) -> str:
        return "true" if x else "false"

    def repr_NoneType(self, x: None, level: int) -> str:  # noqa: N802
        return "null"


_REPR = _JSONWords()  # bounded: a value may have megabytes
_REPR.maxstring = _REPR.maxother = _LONGEST


def quoted(value: object) -> str:
    """Return a value of a request as an error shows it."""
    return shorten(_REPR.repr(value))


def shorten(text: str, limit: int = 120) -> str:
    """Return a text that may quote a value of a request, without what its URLs may hide."""
    text = _HIDDEN.sub(_hide, text[:_LONGEST])
    return text if len(text) <= limit else f"{text[: limit - 1]}…"


def _hide(url: re.Match[str]) -> str:
    return f"{url['data']}…" if url["data"] else f"{url['scheme']}{url['host']}{_rest(url)}"


def _rest(url: re.Match[str]) -> str:
    return "" if url[0] in {f"{url['scheme']}{url['host']}{end}" for end in ("", "/")} else "/…"

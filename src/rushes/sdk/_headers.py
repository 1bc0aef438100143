"""Headers in any container that frameworks have for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import httpx


def pairs_of(container: Any, argument: str) -> Iterator[tuple[Any, Any]]:
    """Yield the names and values of a mapping or of pairs, and those of a list one by one.

    Raises:
        TypeError: it is neither.
    """
    error = TypeError(
        f"{argument} must be a mapping or pairs of name and value, not {type(container).__name__}"
    )
    if isinstance(container, str | bytes | bytearray):
        raise error
    # Not every mapping is a `Mapping`: the headers of http.server and of werkzeug are none.
    items = getattr(container, "items", None)
    pairs = items() if callable(items) else container
    if not isinstance(pairs, Iterable):
        raise error
    for pair in pairs:
        if not isinstance(pair, tuple | list) or len(pair) != 2:
            raise error
        name, value = pair
        for one in value if isinstance(value, tuple | list) else [value]:
            yield name, one


def http_headers(container: Any) -> httpx.Headers:
    """Return the headers that a caller wants to be sent.

    Raises:
        TypeError: it is no container of headers, or one of them is not text.
    """
    if isinstance(container, Iterator):
        raise TypeError("http_headers must not be an iterator, which can be read only once")
    pairs = list(pairs_of(container, "http_headers"))
    for name, value in pairs:
        if not isinstance(name, str | bytes) or not isinstance(value, str | bytes):
            # The value is left out: it may be a secret.
            raise TypeError(
                f"http_headers: {name!r} must be text, and so must its value, which is"
                f" {type(value).__name__}"
            )
    return httpx.Headers(pairs)

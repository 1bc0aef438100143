"""What a caller sends along that has no name here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pydantic_core

if TYPE_CHECKING:
    from rushes.sdk._params import Arguments


def body(written: bytes, arguments: Arguments) -> bytes:
    """Return a body with the keys of `extra_body` in it.

    Raises:
        TypeError: it is no mapping of strings.
        ValueError: it cannot be sent, or would replace the model.
    """
    extra = arguments.get("extra_body") or {}
    if not isinstance(extra, Mapping) or not all(isinstance(name, str) for name in extra):
        raise TypeError("extra_body must be a mapping of strings")
    if "model" in extra:
        # What is checked, priced and logged is that model.
        raise ValueError("extra_body cannot replace the model")
    if not extra:
        return written
    return pydantic_core.to_json({**pydantic_core.from_json(written), **extra}, inf_nan_mode="null")


def query(arguments: Arguments) -> str:
    """Return `extra_query` as it is written behind a path.

    Raises:
        TypeError: it is no mapping.
    """
    extra = arguments.get("extra_query") or {}
    if not isinstance(extra, Mapping):
        raise TypeError("extra_query must be a mapping")
    pairs = [(name, text) for name, given in extra.items() for text in _texts(given)]
    return f"?{urlencode(pairs)}" if pairs else ""


def _texts(given: object) -> list[str]:
    if given is None:
        return []
    if isinstance(given, list | tuple):
        return [text for one in given for text in _texts(one)]
    return [str(given).lower() if isinstance(given, bool) else str(given)]

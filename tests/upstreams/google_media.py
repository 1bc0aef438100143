"""Checks that Google's two protocols share."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterable
from typing import Any

from tests.upstreams.base import Refusal

SIZES = {"360p": 360, "720p": 720, "1080p": 1080, "4k": 2160}
RATIOS = ("16:9", "9:16")


def size_of(resolution: str, ratio: str) -> tuple[int, int]:
    """Return width and height in pixels."""
    short = SIZES[resolution]
    long = short * 16 // 9
    return (long, short) if ratio == "16:9" else (short, long)


def one_of(values: dict[str, Any], name: str, allowed: Iterable[Any], default: Any) -> Any:
    """Return a value that must be one of these."""
    value, choices = values.get(name, default), list(allowed)
    if value not in choices or isinstance(value, bool):
        message = f"{name}: {value!r} is not supported; use {', '.join(map(str, choices))}."
        raise Refusal("invalid", message, param=name)
    return value


def only(values: Any, allowed: Iterable[str], where: str) -> dict[str, Any]:
    """Return an object that must have no other fields than these."""
    if not isinstance(values, dict):
        raise Refusal("invalid", f"Invalid value at '{where}': it must be an object.", param=where)
    for name in values:
        if name not in set(allowed):
            message = f"Invalid JSON payload received. Unknown name \"{name}\" at '{where}'."
            raise Refusal("invalid", message, param=name)
    return values


def check_base64(data: Any, where: str) -> None:
    try:
        base64.b64decode(data, validate=True)
    except (binascii.Error, TypeError, ValueError):
        raise Refusal("invalid", f"{where}: Base64 decoding failed.", param=where) from None

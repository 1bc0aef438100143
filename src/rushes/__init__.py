"""Rushes: OpenRouter's video generation API, as a Python SDK and as a service of your own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rushes import sdk as _sdk
from rushes.sdk import __all__ as __all__, __version__ as __version__

if TYPE_CHECKING:
    from rushes.sdk import *  # noqa: F403


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(_sdk, name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})

"""Rushes: OpenRouter's video generation API, as a Python SDK and as a service of your own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rushes.sdk import __all__ as _sdk_names, __version__ as __version__

if TYPE_CHECKING:
    from rushes.sdk import *  # noqa: F403

__all__ = [*_sdk_names]  # noqa: PLE0604 - a list of strings


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from rushes import sdk  # noqa: PLC0415 - the service does not load the client

    return getattr(sdk, name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})

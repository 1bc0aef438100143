"""The test kit: the service with failures on demand and a clock that can be advanced.

`rushes.testing.local_service()` runs it; pytest has the fixture `rushes`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rushes.testing.local import LocalService, local_service

__all__ = ["LocalService", "local_service"]


def __getattr__(name: str) -> Any:
    # Loaded when it is used: the pytest plugin, which every run imports, must cost nothing.
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    try:
        return getattr(import_module("rushes.testing.local"), name)
    except ModuleNotFoundError as error:
        problem = f"{error.name} is not installed; the test kit needs: pip install 'rushes[test]'"
        raise ModuleNotFoundError(problem, name=error.name) from error

"""The debug log: method, address without its query, status; never bodies, headers or keys."""

from __future__ import annotations

import logging
import os
from typing import Any, Protocol

__all__ = ["Logger", "get_default_logger"]


class Logger(Protocol):
    """Take debug lines, as `logging.Logger` does."""

    def debug(self, msg: str, *args: Any, **kwargs: Any) -> None:
        """Take one line."""


class _Silence:
    def debug(self, msg: str, *args: Any, **kwargs: Any) -> None:
        pass


def get_default_logger() -> Logger:
    """Return the logger "openrouter", switched on, if OPENROUTER_DEBUG is set; else a silent one.

    It gets a handler of its own only if the application has configured none; the root logger is
    left alone.
    """
    if not os.environ.get("OPENROUTER_DEBUG"):
        return _Silence()
    logger = logging.getLogger("openrouter")
    logger.setLevel(logging.DEBUG)
    if not logger.hasHandlers():
        logger.addHandler(logging.StreamHandler())
    return logger

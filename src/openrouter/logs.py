"""The log: method, address without its query, status; never bodies, headers or keys."""

from __future__ import annotations

import logging
import os
from typing import Any, Protocol
from urllib.parse import urlsplit

__all__ = ["Logger", "get_default_logger", "plain_url"]


class Logger(Protocol):
    """Take debug lines, as `logging.Logger` does."""

    def debug(self, msg: str, *args: Any, **kwargs: Any) -> None:
        """Take one line."""


class _Silence:
    def debug(self, msg: str, *args: Any, **kwargs: Any) -> None:
        pass


def get_default_logger() -> Logger:
    """Return the logger "openrouter", switched on, if the environment asks for it; else a silence.

    OPENROUTER_LOG is "info" (a line per call) or "debug" (and one per attempt), OPENROUTER_DEBUG
    the latter. The logger gets a handler of its own only if the application has configured none;
    the root logger is left alone.
    """
    asked = "debug" if os.environ.get("OPENROUTER_DEBUG") else os.environ.get("OPENROUTER_LOG", "")
    level = {"info": logging.INFO, "debug": logging.DEBUG}.get(asked.strip().lower())
    if level is None:
        return _Silence()
    logger = logging.getLogger("openrouter")
    logger.setLevel(level)
    if not logger.hasHandlers():
        logger.addHandler(logging.StreamHandler())
    return logger


def plain_url(url: str) -> str:
    """Return a URL without what may be secret in it: user, query and fragment."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}"

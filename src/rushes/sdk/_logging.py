"""The log: method, URL without its query, status; never bodies, headers or keys."""

from __future__ import annotations

import logging
from typing import Any, Protocol
from urllib.parse import urlsplit

from rushes.wire.environment import flag, variable


class Logger(Protocol):
    """Take debug lines, as `logging.Logger` does."""

    def debug(self, msg: str, *args: Any, **kwargs: Any) -> None:
        """Take one line."""


def get_default_logger() -> Logger:
    """Return the logger "openrouter", as the application has configured it.

    It has a line per call at level INFO, and one per attempt at DEBUG. OPENROUTER_LOG, "info" or
    "debug", sets its level, and gives it a handler if the application has configured none;
    OPENROUTER_DEBUG is the same as "debug". The root logger is left alone.
    """
    logger = logging.getLogger("openrouter")
    name = "debug" if flag("OPENROUTER_DEBUG") else variable("OPENROUTER_LOG") or ""
    level = {"info": logging.INFO, "debug": logging.DEBUG}.get(name.lower())
    if level is not None:
        logger.setLevel(level)
        if not logger.hasHandlers():
            logger.addHandler(logging.StreamHandler())
    return logger


def is_enabled(logger: Logger, level: int) -> bool:
    # A logger that cannot say so is taken to want the line.
    check = getattr(logger, "isEnabledFor", None)
    return check is None or bool(check(level))


def redact_url(url: str) -> str:
    """Return a URL without user, query and fragment, which may be secret."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}"

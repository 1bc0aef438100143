"""What may go wrong with a connection, and how it is told."""

from __future__ import annotations

import os

import aiohttp

TROUBLE = (aiohttp.ClientError, OSError, TimeoutError, ValueError)


def reason(error: BaseException) -> str:
    """Tell what went wrong without addresses, which are nobody's business."""
    if isinstance(error, TimeoutError):
        return "it took too long"
    if isinstance(error, OSError) and error.errno is not None and error.errno > 0:
        return os.strerror(error.errno).lower()
    return type(error).__name__

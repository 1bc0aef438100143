"""The exceptions of a failed HTTP exchange, and what may be said about them."""

from __future__ import annotations

import os

import aiohttp

NETWORK_ERRORS = (aiohttp.ClientError, OSError, TimeoutError, ValueError)


def reason(error: BaseException) -> str:
    # Not str(error): it names hosts and addresses, which the caller must not see.
    if isinstance(error, TimeoutError):
        return "it took too long"
    if isinstance(error, OSError) and error.errno is not None and error.errno > 0:
        return os.strerror(error.errno).lower()
    return type(error).__name__

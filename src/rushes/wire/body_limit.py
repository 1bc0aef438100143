"""How large a request may be: what a service accepts by default, and what a client embeds."""

from __future__ import annotations

MAX_BODY_BYTES = 32 * 1024 * 1024
_REST = 1024 * 1024  # bytes of everything in a body that is no medium


def max_embedded_bytes(max_body_bytes: int = MAX_BODY_BYTES) -> int:
    """Return how many bytes the files of one request may have; in base64 they are a third more."""
    return max(max_body_bytes - _REST, 0) // 4 * 3

"""Read a request's body within a bound."""

from __future__ import annotations

from starlette.requests import Request

from rushes.http.errors import ApiError


async def read_body(request: Request, limit: int) -> bytes:
    """Return the whole body; raise a 413 as soon as it is known to exceed `limit` bytes."""
    too_large = ApiError(413, f"The request body is larger than {limit} bytes")
    declared = request.headers.get("content-length", "")
    if declared.isdigit() and int(declared) > limit:
        raise too_large
    blocks, size = [], 0
    async for block in request.stream():
        size += len(block)
        if size > limit:
            raise too_large
        blocks.append(block)
    return b"".join(blocks)

"""Send a stored video: whole or in part, in blocks, holding it open meanwhile."""

from __future__ import annotations

import logging
from email.utils import formatdate

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from rushes.clock import unix_time
from rushes.http.errors import ApiError, envelope
from rushes.http.ranges import UnsatisfiableError, is_unchanged, requested_range
from rushes.storage.base import MissingOutputError, OpenOutput, Storage, StorageError
from rushes.store.job import Job, Output

# The official Python SDK's 0.9 releases accept nothing else.
ANY_BYTES = "application/octet-stream"
REDIRECT_LIFETIME = 3600  # seconds that the target of a redirect is good for

log = logging.getLogger("rushes.http")


async def content_of(
    request: Request, job: Job, output: Output, outputs: Storage, provider: str
) -> ASGIApp:
    """Return the response with an output: its bytes, or a redirect to where they are stored.

    Raises ApiError: 410 when it is gone, 500 when it is damaged, 503 when it cannot be read now.
    """
    stored = await open_output(job, output, outputs)
    # A client that has the video already needs no redirect: a 304 is enough.
    if not is_unchanged(request.headers, output.etag):
        redirect = await redirect_for(request, output, outputs)
        if redirect is not None:
            stored.close()
            redirect.headers["x-generation-id"] = job.id
            redirect.headers["x-provider-name"] = provider
            return redirect
    return ContentResponse(job, output, stored, provider)


async def open_output(job: Job, output: Output, outputs: Storage) -> OpenOutput:
    """Open an output; raise ApiError unless all of it is there, as it was stored."""
    try:
        stored = await outputs.open(output.name)
    except MissingOutputError:
        raise ApiError(410, f"The video of {job.id} is no longer stored") from None
    except StorageError as error:
        raise _unreadable(error) from error
    try:
        damage = await _damage(stored, output)
    except StorageError as error:
        stored.close()
        raise _unreadable(error) from error
    except BaseException:
        stored.close()
        raise
    if damage is not None:
        stored.close()
        log.error("the video of job %s, %s, is damaged: %s", job.id, output.name, damage)
        raise ApiError(500, f"The video of {job.id} is damaged: {damage}")
    return stored


async def _damage(stored: OpenOutput, output: Output) -> str | None:
    if stored.size != output.size:
        return f"{stored.size} bytes are stored of {output.size}"
    if await stored.sha256() not in {None, output.sha256}:
        return "what is stored has not the checksum of what was made"
    return None


def _unreadable(error: StorageError) -> ApiError:
    return ApiError(503, str(error), headers={"Retry-After": "10"})


async def redirect_for(
    request: Request, output: Output, outputs: Storage
) -> RedirectResponse | None:
    """Return a redirect to where the bytes lie, None where the client or the store has none.

    A client asks for it with `?redirect=1` or `Prefer: redirect`. Others would not do: many keep
    the Authorization header when they follow, which a bucket refuses beside a signature.
    """
    if request.method != "GET" or not _asks_for_redirect(request):
        return None
    url = await outputs.signed_url(output.name, int(unix_time()) + REDIRECT_LIFETIME)
    if url is None:
        return None
    headers = {"cache-control": "no-store", "vary": "Prefer"}
    return RedirectResponse(url, status_code=302, headers=headers)


def _asks_for_redirect(request: Request) -> bool:
    preferences = request.headers.get("prefer", "").lower().split(",")
    return request.query_params.get("redirect") == "1" or any(
        preference.partition(";")[0].strip() == "redirect" for preference in preferences
    )


class ContentResponse:
    """Responds to GET and HEAD: 200 whole, 206 in part, 304 unchanged, 416 outside."""

    def __init__(self, job: Job, output: Output, stored: OpenOutput, provider: str) -> None:
        self._job = job
        self._output = output
        self._stored = stored
        self._provider = provider

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await self._answer(scope, receive, send)
        finally:
            self._stored.close()

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        request, size = Headers(scope=scope), self._stored.size
        etag, modified = self._output.etag, self._job.updated_at
        headers = {
            "etag": etag,
            "last-modified": formatdate(modified, usegmt=True),
            "accept-ranges": "bytes",
            "cache-control": "private, no-cache",
            "vary": "Accept",
            "x-generation-id": self._job.id,
            "x-provider-name": self._provider,
        }
        if is_unchanged(request, etag):
            await _send_head(send, 304, headers)
            await send({"type": "http.response.body"})
            return
        try:
            # Range is of GET alone (RFC 9110).
            is_get = scope["method"] == "GET"
            part = requested_range(request, size, etag, modified) if is_get else None
        except UnsatisfiableError:
            error = ApiError(
                416,
                f"Range: {request['range']} lies outside the video's {size} bytes",
                headers={"content-range": f"bytes */{size}"},
            )
            await envelope(error)(scope, receive, send)
            return
        wanted = range(size) if part is None else part
        headers |= {
            "content-type": _content_type(request, self._output),
            "content-length": str(len(wanted)),
            "content-disposition": f'inline; filename="{self._output.name}"',
        }
        if part is not None:
            headers["content-range"] = f"bytes {part.start}-{part.stop - 1}/{size}"
        await _send_head(send, 200 if part is None else 206, headers)
        if scope["method"] != "HEAD":
            async for block in self._stored.blocks(wanted.start, wanted.stop):
                await send({"type": "http.response.body", "body": block, "more_body": True})
        await send({"type": "http.response.body"})


def _content_type(headers: Headers, output: Output) -> str:
    asked = [one.partition(";")[0].strip() for one in headers.get("accept", "").lower().split(",")]
    others = any(one.startswith(("video/", "*/")) for one in asked)
    return ANY_BYTES if ANY_BYTES in asked and not others else output.content_type


async def _send_head(send: Send, status: int, headers: dict[str, str]) -> None:
    raw = [(name.encode(), value.encode("latin-1")) for name, value in headers.items()]
    await send({"type": "http.response.start", "status": status, "headers": raw})

"""Send a stored video: whole or in part, in blocks, holding its file open meanwhile."""

from __future__ import annotations

from email.utils import formatdate

from starlette.datastructures import Headers
from starlette.types import Receive, Scope, Send

from rushes.http.errors import ApiError, envelope
from rushes.http.ranges import UnsatisfiableError, is_unchanged, requested_range
from rushes.outputs.reader import OpenFile
from rushes.store.job import Job, Output


class ContentResponse:
    """Answer GET and HEAD for one output: 200 whole, 206 in part, 304 unchanged, 416 outside."""

    def __init__(self, job: Job, output: Output, file: OpenFile, provider: str) -> None:
        self._job = job
        self._output = output
        self._file = file
        self._provider = provider

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the response; the file is closed whatever happens."""
        try:
            await self._answer(scope, receive, send)
        finally:
            self._file.close()

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        request, size = Headers(scope=scope), self._file.size
        etag, modified = self._output.etag, self._job.updated_at
        headers = {
            "etag": etag,
            "last-modified": formatdate(modified, usegmt=True),
            "accept-ranges": "bytes",
            "cache-control": "private, no-cache",
            "x-generation-id": self._job.id,
            "x-provider-name": self._provider,
        }
        if is_unchanged(request, etag):
            await _send_head(send, 304, headers)
            await send({"type": "http.response.body"})
            return
        try:
            part = requested_range(request, size, etag, modified)
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
            "content-type": self._output.content_type,
            "content-length": str(len(wanted)),
            "content-disposition": f'inline; filename="{self._output.name}"',
        }
        if part is not None:
            headers["content-range"] = f"bytes {part.start}-{part.stop - 1}/{size}"
        await _send_head(send, 200 if part is None else 206, headers)
        if scope["method"] != "HEAD":
            async for block in self._file.blocks(wanted.start, wanted.stop):
                await send({"type": "http.response.body", "body": block, "more_body": True})
        await send({"type": "http.response.body"})


async def _send_head(send: Send, status: int, headers: dict[str, str]) -> None:
    raw = [(name.encode(), value.encode("latin-1")) for name, value in headers.items()]
    await send({"type": "http.response.start", "status": status, "headers": raw})

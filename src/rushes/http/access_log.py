"""One line per request, and its span: what was asked by its route, never by its URL."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from ipaddress import ip_address
from time import perf_counter
from typing import Any

from starlette.types import Message, Scope, Send

from rushes.logs import event
from rushes.tracing import Span

HEALTH = frozenset({"/health", "/ready", "/metrics"})
ROUTE = "rushes.route"  # of a scope: the route's path
KEY = "rushes.key"  # of a scope: the label of the API key, or what names its owner
MAX_JOB_ID = 100  # characters
ClientOf = Callable[[Scope], str | None]
# Is given the scope of a request, the message that starts its response, and the seconds between.
Count = Callable[[Scope, Message, float], None]
_REQUEST_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:/+=@-]{0,127}", re.ASCII)

log = logging.getLogger("rushes.access")


class Exchange:
    """A request and what is sent in response to it; `headers` are added to those of the response.

    `added` are further headers, which may come later. `count` is called when the response begins.
    """

    def __init__(
        self,
        scope: Scope,
        send: Send,
        headers: list[tuple[bytes, bytes]],
        added: list[tuple[bytes, bytes]],
        count: Count,
    ) -> None:
        self._scope = scope
        self._send = send
        self._headers = headers
        self._added = added
        self._count = count
        self._began, self._ended = perf_counter(), 0.0
        self._size = 0
        self._job: str | None = scope.get("path_params", {}).get("job_id")
        self.status = 0
        self.is_complete = False

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            if self.status == 202:
                self._job = _header(message["headers"], b"x-generation-id")
            self._count(self._scope, message, perf_counter() - self._began)
            message["headers"] = [*message["headers"], *self._added, *self._headers]
        await self._send(message)
        if message["type"] == "http.response.body":
            self._size += len(message.get("body", b""))
            if not message.get("more_body"):
                self.is_complete, self._ended = True, perf_counter()

    def end(self, span: Span, client_of: ClientOf | None) -> None:
        """Log the request, and end what its span says of it."""
        scope, status = self._scope, self.status
        path, job = scope.get(ROUTE), self._job or scope.get("path_params", {}).get("job_id")
        if job is not None and (len(job) > MAX_JOB_ID or not job.isprintable()):
            job = None
        level = logging.DEBUG if path in HEALTH else logging.INFO
        if log.isEnabledFor(level):
            event(
                log,
                "request",
                "request",
                level,
                method=scope["method"],
                path=path,
                # None: the client was gone, or got nothing that was complete.
                status=status or None,
                complete=None if self.is_complete else False,
                duration_ms=round(((self._ended or perf_counter()) - self._began) * 1000, 2),
                bytes=self._size,
                key=scope.get(KEY),
                job=job,
                client=client_of and client_of(scope),
            )
        span.set({"http.route": path, "http.response.status_code": status, "rushes.job.id": job})
        if path is not None:
            span.rename(f"{scope['method']} {path}")
        if status >= 500:
            span.fail(str(status))


def sane_id(header: bytes) -> str | None:
    """Return a request id that a caller sent, None if it has other than a few plain characters."""
    text = header.decode("latin-1")
    return text if _REQUEST_ID.fullmatch(text) else None


def client_address(scope: Scope, is_trusted: Callable[[str], bool]) -> str | None:
    """Return the address of a client; of those that trusted proxies name, the nearest untrusted."""
    peer = scope.get("client")
    if peer is None:
        return None
    address = str(peer[0])
    given = [v.decode("latin-1") for name, v in scope["headers"] if name == b"x-forwarded-for"]
    for claimed in reversed(",".join(given).split(",")):
        if not is_trusted(address):
            break
        try:
            address = str(ip_address(claimed.strip()))
        except ValueError:
            break
    return address


def _header(headers: Any, wanted: bytes) -> str | None:
    return next((v.decode("latin-1") for name, v in headers if name.lower() == wanted), None)

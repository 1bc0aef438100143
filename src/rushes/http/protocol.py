"""HTTP/1.1 as the service speaks it: uvicorn's protocol, with limits and the API's envelope.

What a connection may cost is bounded here, before any key is known: the size and number of its
headers, how long it may be silent or slow, and how many there are.
"""

from __future__ import annotations

import asyncio
import contextlib
import fcntl
import os
import socket
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from termios import FIONREAD
from typing import Any

import httptools
from uvicorn.protocols.http.httptools_impl import (
    STATUS_LINE,
    HttpToolsProtocol,
    RequestResponseCycle,
)

from rushes.http.access_log import log
from rushes.http.errors import ApiError, envelope, retry_later
from rushes.http.middleware import new_request_id
from rushes.logs import event

MAX_HEAD = 64 * 1024  # bytes of a request line and headers; also of what surrounds a body
MAX_HEADERS = 100
MAX_TARGET = 16 * 1024  # bytes of a URL
PIECE = 16 * 1024  # bytes that are parsed between two looks at the limits
SLOWEST_BODY = 1024  # bytes per second
BODY_TIMEOUT = 600.0  # seconds
WRITE_TIMEOUT = 120.0  # seconds in which a client takes nothing of its response
MAX_DISCARDED = 64 * 1024 * 1024  # bytes that are still read of a request that has its response
LINGER = 60.0  # seconds
LAST_WAIT = 0.5  # seconds in which a client may use its connection again while the service stops
MAX_JOINED = 64 * 1024  # bytes of a body that are sent together with the head
MAX_AHEAD = 1024 * 1024  # bytes of requests that are sent before the responses to earlier ones
# Under this name an application finds the connection of its request among the extensions.
TRANSPORT = "rushes.transport"
HEALTH = frozenset({b"/health", b"/ready"})


class Phase(Enum):
    """What a connection waits for: `IDLE` is the first byte of a request."""

    IDLE = auto()
    HEAD = auto()
    BODY = auto()
    RESPONSE = auto()
    CLOSED = auto()  # for requests; what still comes is discarded


@dataclass
class Connections:
    """The limits of a server's connections, and those of them that wait for their clients.

    `headers` are sent with every refusal.
    """

    most: int
    request_timeout: float
    headers: Sequence[tuple[bytes, bytes]] = ()
    # By the key of an unfinished request; each group is in order, the longest silent first.
    _waiting: dict[bytes, dict[Protocol, None]] = field(default_factory=dict, repr=False)
    _key_of: dict[Protocol, bytes] = field(default_factory=dict, repr=False)

    @property
    def most_busy(self) -> int:
        """How many may serve a request; the rest is kept for health checks."""
        return self.most - self.most // 8

    def admit(self, protocol: Protocol) -> None:
        """Count a new connection in; if there are too many, close one that waits for its client.

        The largest group loses one: neither silent clients nor the clients of one key can close
        the connections of all others.
        """
        self.wait(protocol)
        if len(protocol.connections) > self.most:
            largest = max(self._waiting.values(), key=len)
            next(iter(largest)).evict()

    def wait(self, protocol: Protocol, key: bytes = b"") -> None:
        """Note that a connection waits for its client, from now on."""
        self.stop_waiting(protocol)
        self._key_of[protocol] = key
        self._waiting.setdefault(key, {})[protocol] = None

    def stop_waiting(self, protocol: Protocol) -> None:
        if (key := self._key_of.pop(protocol, None)) is not None:
            group = self._waiting[key]
            del group[protocol]
            if not group:
                del self._waiting[key]

    def are_busy(self, protocol: Protocol) -> bool:
        """Return whether as many others serve a request as may."""
        waiting = len(self._key_of) - (protocol in self._key_of)
        return len(protocol.connections) - 1 - waiting >= self.most_busy


class _RefusedError(Exception):
    """Parsing must stop; the protocol holds the reason."""


class Protocol(HttpToolsProtocol):
    """One connection.

    A response closes it through `_ResponseTransport`, so that a client which is still sending gets
    the response and not a reset.
    """

    def __init__(self, *args: Any, limits: Connections, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._limits = limits
        self._phase = Phase.IDLE
        self._since = 0.0  # when the phase began
        self._timer: asyncio.TimerHandle | None = None
        self._refusal: ApiError | None = None
        self._is_upgrade = self._drains = self._ends = False
        self._header_count = self._head_size = 0
        self._overhead = 0  # bytes since the last that were of a body
        self._body_size = self._discarded = 0
        self._progress = (0.0, 0)  # when the body was last looked at, and its size then
        self._unsent = (0.0, 0, 0)  # when that was, the size of the write buffer, and `_resumed`
        self._resumed = 0  # how often the buffer had room again
        self._running: RequestResponseCycle | None = None  # before those in the pipeline
        self._ahead = bytearray()  # not parsed yet: earlier requests wait for their responses

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._enter(Phase.IDLE)
        self._check_later()
        self._limits.admit(self)

    def connection_lost(self, exc: Exception | None) -> None:
        self._limits.stop_waiting(self)
        if self._timer is not None:
            self._timer.cancel()
        if self._running is not None and not self._running.response_complete:
            self._running.disconnected = True  # uvicorn tells only the last request
            self._running.message_event.set()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        self._unset_keepalive_if_required()
        if self.pipeline:
            self._keep(data)
        else:
            self._feed(data)

    def resume_writing(self) -> None:
        self._resumed += 1
        super().resume_writing()

    def refuse(self, error: ApiError) -> None:
        """Send an error in place of the response to the present request, and close."""
        self._refusal = error
        if self._phase is Phase.BODY:
            cycle = self.cycle
            if self.pipeline:
                self.pipeline.popleft()  # this request, which waits for an earlier one's response
                return
            if cycle.response_complete:
                self.close_after_response()
                return
            cycle.disconnected = True
            cycle.message_event.set()
            if cycle.response_started:
                self.transport.abort()  # cut off, so that it does not look whole
                return
        elif self._is_responding():
            return  # after the responses to earlier requests
        self._send_refusal(error)

    def evict(self) -> None:
        """Close at once, to make room; a request whose body is not complete gets a 503."""
        if self._phase is Phase.BODY:
            self.refuse(retry_later(503, "This service has too many connections; try again"))
        self.transport.abort()
        self.connections.discard(self)
        self._limits.stop_waiting(self)

    def drain(self) -> None:
        """Close after the next response, and say so in it.

        A proxy may be sending a request on an idle connection, and closing it would lose that.
        """
        self._drains = True
        # Where the headers are sent, without a word of closing, the next response says it.
        if self._is_responding() and not self.cycle.response_started:
            self.cycle.keep_alive = False

    def shutdown(self) -> None:
        """Close as soon as what was sent is answered."""
        self.drain()
        self._ends = True
        if self.is_idle and not self.transport.is_closing():
            # At once: `close` takes a turn of the event loop, and what came in it would be lost.
            with socket.socket(fileno=os.dup(self._descriptor())) as peer:
                if any(fcntl.ioctl(peer, FIONREAD, bytes(4))):
                    return
                with contextlib.suppress(OSError):  # the client is gone
                    peer.shutdown(socket.SHUT_WR)
            super().shutdown()

    @property
    def is_idle(self) -> bool:
        return self._phase is Phase.IDLE

    def _descriptor(self) -> int:
        descriptor: int = self.transport.get_extra_info("socket").fileno()
        return descriptor

    def close_after_response(self, *, is_complete: bool | None = None) -> None:
        """Close once the client has the response; meanwhile discard what it still sends.

        To close at once would reset the connection, and the client might lose the response.
        """
        if is_complete is None:
            is_complete = self._phase is not Phase.BODY
        self._enter(Phase.CLOSED)
        if is_complete:
            self.transport.close()
        elif not self.transport.is_closing():
            self._progress = (self._since, self._discarded)
            self.flow.resume_reading()
            self.transport.write_eof()
            self._limits.wait(self)

    # Called by the parser

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self._enter(Phase.HEAD)
        self._header_count = self._head_size = 0

    def on_url(self, url: bytes) -> None:
        super().on_url(url)
        if len(self.url) > MAX_TARGET:
            raise self._refused(ApiError(414, f"The URL is longer than {MAX_TARGET} bytes"))

    def on_header(self, name: bytes, value: bytes) -> None:
        self._header_count += 1
        self._head_size += len(name) + len(value) + 4
        if self._header_count > MAX_HEADERS:
            raise self._refused(ApiError(431, f"There are more than {MAX_HEADERS} headers"))
        if self._head_size > MAX_HEAD:
            raise self._refused(_head_too_large())
        if self._phase is Phase.HEAD:  # trailers are no headers
            super().on_header(name, value)

    def on_headers_complete(self) -> None:
        self._check_head()
        if self.parser.should_upgrade():
            self._is_upgrade = True
            return
        super().on_headers_complete()
        has_body = self.parser.get_method() != b"HEAD"
        self.cycle.transport = _ResponseTransport(self, has_body=has_body)
        if self._drains:
            self.cycle.keep_alive = False
        self.scope["extensions"] = {TRANSPORT: self.transport}  # type: ignore[dict-item]  # ours
        if not self.pipeline:
            self._running = self.cycle
        self._enter(Phase.BODY)
        self._body_size = self._discarded = 0
        self._progress = (self._since, 0)

    def on_body(self, body: bytes) -> None:
        self._overhead = 0
        self._body_size += len(body)
        if self.cycle.response_complete:
            self._discard(len(body))
        super().on_body(body)

    def on_message_complete(self) -> None:
        if self._is_upgrade:
            return
        self._overhead = 0
        super().on_message_complete()
        self._enter(Phase.RESPONSE)
        self._limits.stop_waiting(self)
        if self.cycle.response_complete:
            self._wait_for_request()

    # Called by the response

    def on_response_complete(self) -> None:
        if self._phase is Phase.CLOSED:
            self.server_state.total_requests += 1
            return
        is_last = not self.pipeline
        if not is_last:
            self._running = self.pipeline[-1][0]
        super().on_response_complete()
        if not is_last:
            self._go_on()
            return
        if self._refusal is not None:
            self._send_refusal(self._refusal)
        elif self._phase is Phase.RESPONSE:
            self._wait_for_request()
        else:
            self._limits.wait(self)

    # Parsing

    def _feed(self, data: bytes | memoryview, *, may_keep: bool = True) -> None:
        view = memoryview(data)
        for start in range(0, len(view), PIECE):
            if self._phase is Phase.CLOSED:
                self._discard(len(view) - start)
                return
            if self._refusal is not None:
                return
            if may_keep and start and self.pipeline:
                self._keep(view[start:])
                return
            self._feed_piece(view[start : start + PIECE])
        if self._phase is Phase.BODY and not self.cycle.response_complete:
            self._limits.wait(self, dict(self.headers).get(b"authorization", b""))

    def _keep(self, data: bytes | memoryview) -> None:
        """Keep what came too early; requests are not read before most earlier ones are done."""
        self._ahead += data
        self.flow.pause_reading()
        if len(self._ahead) > MAX_AHEAD:
            self.transport.abort()

    def _go_on(self) -> None:
        """Parse what was kept, now that a response is complete."""
        if self.pipeline:
            self.flow.pause_reading()
        elif self._ahead:
            ahead, self._ahead = self._ahead, bytearray()
            self._feed(bytes(ahead))

    def _feed_piece(self, piece: memoryview) -> None:
        self._overhead += len(piece)
        try:
            self.parser.feed_data(piece)
        except httptools.HttpParserUpgrade as upgrade:
            self._ignore_upgrade(piece[upgrade.args[0] :])
        except httptools.HttpParserError as error:
            self.refuse(self._refusal or _malformed(error))
        else:
            if self._overhead > MAX_HEAD:
                self.refuse(_head_too_large())

    def _refused(self, error: ApiError) -> _RefusedError:
        self._refusal = error
        return _RefusedError(error.message)

    def _check_head(self) -> None:
        version, method = self.parser.get_http_version(), self.parser.get_method()
        if version not in {"1.0", "1.1"}:
            raise self._refused(ApiError(400, "The request line must end in HTTP/1.1 or HTTP/1.0"))
        names = [name for name, _ in self.headers]
        hosts = names.count(b"host")
        if hosts > 1 or (hosts == 0 and version == "1.1"):
            raise self._refused(ApiError(400, f"HTTP/1.1 takes one Host header, not {hosts}"))
        if b"transfer-encoding" in names:
            codings = [v.lower() for name, v in self.headers if name == b"transfer-encoding"]
            if codings != [b"chunked"] or version == "1.0":
                raise self._refused(
                    ApiError(400, "Transfer-Encoding: only HTTP/1.1's chunked is known")
                )
        if method == b"CONNECT":
            raise self._refused(ApiError(400, "CONNECT: this service is no proxy"))
        if self.url == b"*" and method == b"OPTIONS":
            self.url = b"/"
        elif not self.url.startswith(b"/"):
            self._split_absolute_target()
        if self.url.partition(b"?")[0] not in HEALTH and self._limits.are_busy(self):
            busy = f"All {self._limits.most_busy} connections of this service are busy; try again"
            raise self._refused(retry_later(503, busy))

    def _split_absolute_target(self) -> None:
        """Make `http://host/path` a path; its host counts, not the Host header (RFC 9112)."""
        scheme, separator, rest = self.url.partition(b"://")
        end = min((i for i in map(rest.find, (b"/", b"?", b"#")) if i >= 0), default=len(rest))
        if not separator or scheme.lower() not in {b"http", b"https"} or not end:
            raise self._refused(ApiError(400, "The URL must be a path or begin with http://"))
        self.url = rest[end:] if rest[end:].startswith(b"/") else b"/" + rest[end:]
        others = [header for header in self.headers if header[0] != b"host"]
        self.headers[:] = [*others, (b"host", rest[:end])]

    def _ignore_upgrade(self, rest: memoryview) -> None:
        """Parse a request again without its Upgrade header; `rest` follows its headers.

        The parser would take the body for another protocol's bytes. Java's client, for one, offers
        HTTP/2 that way with every request.
        """
        self._is_upgrade = False
        version = self.parser.get_http_version().encode()
        lines = [b"%b %b HTTP/%b" % (self.parser.get_method(), self.url, version)]
        lines += [b"%b: %b" % header for header in self.headers if header[0] != b"upgrade"]
        self.parser = httptools.HttpRequestParser(self)
        self.parser.set_dangerous_leniencies(lenient_data_after_close=True)  # as uvicorn does
        self._overhead = 0
        self._feed(b"\r\n".join([*lines, b"", b""]), may_keep=False)
        self._feed(rest, may_keep=False)

    # Time limits

    def _enter(self, phase: Phase) -> None:
        self._phase = phase
        self._since = self.loop.time()

    def _wait_for_request(self) -> None:
        self._enter(Phase.IDLE)
        self._limits.wait(self)
        if self._ends:
            self.loop.call_later(LAST_WAIT, self.shutdown)

    def _check_later(self) -> None:
        self._timer = self.loop.call_later(self._limits.request_timeout / 2, self._check)

    def _check(self) -> None:
        self._check_later()
        now, timeout = self.loop.time(), self._limits.request_timeout
        if self.flow.read_paused:  # by us, not by the client
            self._progress = (now, self._body_size)
            if self._phase is Phase.HEAD:
                self._since = now
        waited = now - self._since
        if self.transport.get_write_buffer_size():
            self._check_unsent(now)
        elif self._phase is Phase.CLOSED or self.transport.is_closing():
            self._check_discarded(now)
        elif self._phase is Phase.BODY:
            self._check_body(now)
        elif self._phase is Phase.IDLE and waited >= timeout:
            self.transport.close()
        elif self._phase is Phase.HEAD and waited >= timeout and self._refusal is None:
            self.refuse(_too_slow(f"The headers were not complete after {timeout:g} s"))

    def _check_body(self, now: float) -> None:
        (since, size), timeout = self._progress, self._limits.request_timeout
        if now - self._since > BODY_TIMEOUT:
            self.refuse(_too_slow(f"The body was not complete after {BODY_TIMEOUT:g} s"))
        elif now - since >= timeout:
            if self._body_size - size < SLOWEST_BODY * (now - since):
                self.refuse(
                    _too_slow(f"Less than {SLOWEST_BODY} bytes of the body arrived per second")
                )
            self._progress = (now, self._body_size)

    def _check_unsent(self, now: float) -> None:
        since, *seen = self._unsent
        size = self.transport.get_write_buffer_size()
        if seen != [size, self._resumed]:
            self._unsent = (now, size, self._resumed)
        elif now - since > WRITE_TIMEOUT:
            self.transport.abort()

    def _check_discarded(self, now: float) -> None:
        since, size = self._progress
        is_idle = size == self._discarded and now - since >= self._limits.request_timeout / 2
        if is_idle or now - self._since > LINGER:
            self.transport.abort()
        self._progress = (now, self._discarded)

    # Closing

    def _is_responding(self) -> bool:
        cycle: RequestResponseCycle | None = self.cycle  # None before the first request
        return bool(self.pipeline) or (cycle is not None and not cycle.response_complete)

    def _discard(self, size: int) -> None:
        self._discarded += size
        if self._discarded > MAX_DISCARDED:
            self.transport.abort()

    def _send_refusal(self, error: ApiError) -> None:
        if self.transport.is_closing():
            return
        response, request_id = envelope(error), new_request_id()
        event(
            log,
            "request",
            "request refused",
            status=error.status,
            reason=error.message,
            request_id=request_id,
        )
        headers = [
            *self.server_state.default_headers,
            *response.raw_headers,
            *self._limits.headers,
            (b"request-id", request_id.encode()),
            (b"x-request-id", request_id.encode()),
            (b"connection", b"close"),
        ]
        head = [STATUS_LINE[error.status], *(b"%b: %b\r\n" % header for header in headers), b"\r\n"]
        self.transport.write(b"".join([*head, bytes(response.body)]))
        self.close_after_response(is_complete=False)


class _ResponseTransport(asyncio.Transport):
    """The transport of one response: what its connection has, but it closes in order.

    A head is sent together with a small body that follows at once, since each write wakes the peer.
    """

    def __init__(self, protocol: Protocol, *, has_body: bool) -> None:
        super().__init__()
        self._protocol = protocol
        self._held = b"" if has_body else None  # the head; None once it was sent

    def write(self, data: bytes | bytearray | memoryview) -> None:
        if self._held == b"":
            self._held = bytes(data)
            self._protocol.loop.call_soon(self._release)
        elif self._held is None or len(data) > MAX_JOINED:
            self._release()
            self._protocol.transport.write(data)
        else:
            self._held += data
            self._release()

    def close(self) -> None:
        self._release()
        self._protocol.close_after_response()

    def _release(self) -> None:
        held, self._held = self._held, None
        if held and not self.is_closing():
            self._protocol.transport.write(held)

    def is_closing(self) -> bool:
        return self._protocol.transport.is_closing()


def _malformed(error: httptools.HttpParserError) -> ApiError:
    known = not isinstance(error, httptools.HttpParserCallbackError)
    reason = f": {error}" if known and str(error) else ""
    return ApiError(400, f"The request is not valid HTTP/1.1{reason}")


def _head_too_large() -> ApiError:
    return ApiError(431, f"The request line and headers are larger than {MAX_HEAD} bytes")


def _too_slow(problem: str) -> ApiError:
    return ApiError(408, f"{problem}; send the request again")

"""What a response cannot do: end or cut the connection itself."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import struct
from collections.abc import MutableMapping
from typing import Any

from starlette.types import Message, Receive, Scope, Send

from rushes.clock import real_sleep, sleep
from rushes.http.protocol import TRANSPORT

_RESET = struct.pack("ii", 1, 0)  # SO_LINGER: discard what was not sent, and reset
_DRAINED = 0.005  # seconds between looks at what is not sent yet


class Connection:
    """The connection of one request."""

    def __init__(self, scope: Scope, receive: Receive) -> None:
        self._transport: asyncio.Transport = scope["extensions"][TRANSPORT]
        self._receive = receive
        self.is_answered = False

    async def reset(self) -> None:
        """Reset it; what was sent before may arrive."""
        await self._drain()
        if (own := self._transport.get_extra_info("socket")) is not None:
            with contextlib.suppress(OSError):
                own.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
        self._transport.abort()
        await self.gone()

    async def close(self) -> None:
        """Close it in order, in the middle of whatever it was."""
        await self._drain()
        self._transport.abort()
        await self.gone()

    async def gone(self) -> None:
        """Wait until the client has hung up."""
        while (await self._receive())["type"] != "http.disconnect":
            pass

    async def waits(self, seconds: float) -> bool:
        """Wait, by the service's clock; return whether the client has waited as well."""
        waited, gone = asyncio.ensure_future(sleep(seconds)), asyncio.ensure_future(self.gone())
        try:
            await asyncio.wait({waited, gone}, return_when=asyncio.FIRST_COMPLETED)
            return not gone.done()
        finally:
            waited.cancel()
            gone.cancel()

    def abort(self) -> None:
        """End it from outside."""
        self._transport.abort()

    async def _drain(self) -> None:
        while self._transport.get_write_buffer_size() and not self._transport.is_closing():
            await real_sleep(_DRAINED)


def replayed(body: bytes, receive: Receive, *, more: bool) -> Receive:
    """Return a `receive` that gives a body which was read already, and then what else comes."""
    pending: list[Message] = [{"type": "http.request", "body": body, "more_body": more}]

    async def replay() -> Message:
        return pending.pop() if pending else await receive()

    return replay


class Capture:
    """A `send` that keeps a response instead."""

    def __init__(self) -> None:
        self.start: MutableMapping[str, Any] = {}
        self.body = b""

    async def __call__(self, message: Message) -> None:
        """Take a message of the response."""
        if message["type"] == "http.response.start":
            self.start = message
        else:
            self.body += message.get("body", b"")

    async def send(self, send: Send, body: bytes) -> None:
        """Send the response with another body."""
        headers = [(n, v) for n, v in self.start["headers"] if n != b"content-length"]
        headers.append((b"content-length", str(len(body)).encode()))
        await send({**self.start, "headers": headers})
        await send({"type": "http.response.body", "body": body})

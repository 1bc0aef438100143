"""A connection for one paid request, with a gate between its making and its first byte."""

from __future__ import annotations

from typing import TYPE_CHECKING

import aiohttp

from rushes.providers.base import Gate

if TYPE_CHECKING:
    from aiohttp.client_reqrep import ClientRequest
    from aiohttp.connector import Connection
    from aiohttp.tracing import Trace


class GateClosedError(Exception):
    """Carry what a gate raised through a client that would take it for its own."""

    def __init__(self, reason: Exception) -> None:
        super().__init__(str(reason))
        self.reason = reason


class GatedConnector(aiohttp.TCPConnector):
    """Connect for one request, and await `gate` before it is sent.

    Until `passed` not a byte has left, so nothing can have been taken. A connection that was kept
    from an earlier request could not promise that: whether it is dead shows only by using it.
    """

    def __init__(self, gate: Gate) -> None:
        super().__init__()
        self.passed = False
        self._gate = gate

    async def connect(
        self,
        req: ClientRequest,
        traces: list[Trace],
        timeout: aiohttp.ClientTimeout,  # noqa: ASYNC109 - aiohttp's own signature
    ) -> Connection:
        """Return a connection whose request may be sent; raise GateClosedError if it may not."""
        connection = await super().connect(req, traces, timeout)
        try:
            await self._await_gate()
            if connection.transport is None or connection.transport.is_closing():
                raise aiohttp.ClientConnectionError("the connection was closed before its use")
        except BaseException:
            connection.close()
            raise
        self.passed = True
        return connection

    async def _await_gate(self) -> None:
        try:
            await self._gate()
        except Exception as error:
            raise GateClosedError(error) from error

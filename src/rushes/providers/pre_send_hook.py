"""A connection for one paid request that awaits a hook before its first byte is sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

import aiohttp

from rushes.providers.base import BeforeSend

if TYPE_CHECKING:
    from aiohttp.client_reqrep import ClientRequest
    from aiohttp.connector import Connection
    from aiohttp.tracing import Trace


class PreSendHookError(Exception):
    """Carries what the hook raised through a client that would take it for its own error."""

    def __init__(self, reason: Exception) -> None:
        super().__init__(str(reason))
        self.reason = reason


class PreSendHookConnector(aiohttp.TCPConnector):
    """Connect for one request, and await `before_send` before it is sent.

    Until `passed` not a byte has left, so nothing can have been taken. A connection that was kept
    from an earlier request could not promise that: whether it is dead shows only by using it.
    """

    def __init__(self, before_send: BeforeSend) -> None:
        super().__init__()
        self.passed = False
        self._gate = before_send

    async def connect(
        self,
        req: ClientRequest,
        traces: list[Trace],
        timeout: aiohttp.ClientTimeout,  # noqa: ASYNC109 - aiohttp's own signature
    ) -> Connection:
        """Return a connection whose request may be sent; raise PreSendHookError if it may not."""
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
            raise PreSendHookError(error) from error

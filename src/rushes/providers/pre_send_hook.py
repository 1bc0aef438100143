"""A connection for one paid request that awaits a hook before its first byte is sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

import aiohttp

from rushes.providers.base import BeforeSend

if TYPE_CHECKING:
    import ssl

    from aiohttp.client_reqrep import ClientRequest
    from aiohttp.connector import Connection
    from aiohttp.tracing import Trace


class PreSendHookError(Exception):
    """Carries the hook's exception through aiohttp, which would take it for its own error."""

    def __init__(self, reason: Exception) -> None:
        super().__init__(str(reason))
        self.reason = reason


class PreSendHookConnector(aiohttp.TCPConnector):
    """Connects for one request, and awaits `before_send` before it is sent.

    Until `passed` is set not a byte was sent, so nothing can have been accepted. A connection kept
    from an earlier request could not promise that: only its use shows whether it is dead.
    """

    def __init__(self, before_send: BeforeSend, trust: ssl.SSLContext | bool = True) -> None:
        super().__init__(ssl=trust)
        self.passed = False
        self._before_send = before_send

    async def connect(
        self,
        req: ClientRequest,
        traces: list[Trace],
        timeout: aiohttp.ClientTimeout,  # noqa: ASYNC109 - aiohttp's own signature
    ) -> Connection:
        connection = await super().connect(req, traces, timeout)
        try:
            try:
                await self._before_send()
            except Exception as error:
                raise PreSendHookError(error) from error
            # The hook may have taken a while; a connection that died meanwhile is not used.
            if connection.transport is None or connection.transport.is_closing():
                raise aiohttp.ClientConnectionError("the connection was closed before its use")
        except BaseException:
            connection.close()
            raise
        self.passed = True
        return connection

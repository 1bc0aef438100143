"""The service behind the tools for agents."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Iterator
from typing import TypeVar

from rushes.cli.client_for import Target, open_target
from rushes.sdk.errors import APIConnectionError, SubmitOutcomeUnknownError
from rushes.sdk.video_generation import VideoGeneration
from rushes.settings import Settings

T = TypeVar("T")


class AgentService:
    """A running service, or one inside this process.

    Of several processes on one data folder the first serves all; when it ends, another one does.
    """

    def __init__(self, server: str | None, settings: Settings) -> None:
        self._server = server
        self._settings = settings
        self._stack = contextlib.ExitStack()
        self._turn = asyncio.Lock()
        self.target: Target

    @contextlib.contextmanager
    def opened(self) -> Iterator[AgentService]:
        with self._stack:
            self._open()
            yield self

    async def use(self, operation: Callable[[VideoGeneration], Awaitable[T]]) -> T:
        """Run an operation; raises what it does.

        It runs again, with nothing sent twice, if the process that served this one has ended.
        """
        target = self.target
        try:
            return await operation(target.client.video_generation)
        except APIConnectionError as error:
            is_sent = isinstance(error, SubmitOutcomeUnknownError)
            if is_sent or not target.borrowed or not await self._replaced(target):
                raise
        return await operation(self.target.client.video_generation)

    async def close_connections(self) -> None:
        """Close those of awaited calls, in the event loop that they belong to."""
        await self.target.client.aclose()
        if self.target.direct is not None:
            await self.target.direct.aclose()

    def _open(self) -> None:
        self.target = self._stack.enter_context(
            open_target(self._server, self._settings, None, shared=True)
        )

    async def _replaced(self, failed: Target) -> bool:
        """Return whether there is another service now than the one that failed."""
        async with self._turn:
            if self.target is failed:
                await asyncio.to_thread(self._open)
            return self.target.url != failed.url

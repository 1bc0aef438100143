"""A download with a defect."""

from __future__ import annotations

from collections.abc import Iterable

from starlette.types import Message, Scope, Send

from rushes.testing.connection import Connection
from rushes.testing.scenario import ContentEffect

Headers = Iterable[tuple[bytes, bytes]]


class CutError(Exception):
    """The body was cut; nothing more is sent."""


def without_range(scope: Scope) -> Scope:
    """Return a request without its Range."""
    kept = [(n, v) for n, v in scope["headers"] if n not in {b"range", b"if-range"}]
    return {**scope, "headers": kept}


class Beginning:
    """A `send` that notes the status of a response; raises CutError once a body comes."""

    def __init__(self) -> None:
        self.status = 0

    async def __call__(self, message: Message) -> None:
        """Take a message of the response."""
        if message["type"] == "http.response.body":
            raise CutError
        self.status = message["status"]


class DefectiveContent:
    """A `send` that changes the response with a video; others pass."""

    def __init__(self, effect: ContentEffect, connection: Connection, send: Send) -> None:
        self._effect = effect
        self._connection = connection
        self._send = send
        self._left: int | None = None  # bytes until the cut

    async def __call__(self, message: Message) -> None:
        """Take a message of the response; raises CutError once its body was cut."""
        if message["type"] == "http.response.start":
            if message["status"] in {200, 206}:
                message = {**message, "headers": self._headers(message["headers"])}
            await self._send(message)
            return
        body = message.get("body", b"")
        if self._left is None or len(body) < self._left:
            self._left = None if self._left is None else self._left - len(body)
            await self._send(message)
            return
        await self._send({**message, "body": body[: self._left], "more_body": True})
        await self._cut()
        raise CutError

    async def _cut(self) -> None:
        if self._effect.cut == "reset":
            await self._connection.reset()
        elif self._effect.cut == "close":
            await self._connection.close()
        else:
            await self._connection.gone()

    def _headers(self, headers: Headers) -> list[tuple[bytes, bytes]]:
        effect, kept = self._effect, []
        for name, value in headers:
            if name == b"content-length":
                if effect.cut is not None:
                    self._left = int(int(value) * effect.at)
                if not effect.length:
                    continue
            if name == b"accept-ranges" and not effect.ranges:
                continue
            if name == b"content-type" and effect.content_type is not None:
                value = effect.content_type.encode()  # noqa: PLW2901 - replaced
            kept.append((name, value))
        return kept

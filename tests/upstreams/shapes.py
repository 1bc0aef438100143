"""Answers to polls that are valid JSON, or nearly, and of another shape than the vendor's."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from tests.upstreams.job import Job

SHAPE = "tests.upstreams.shape"  # what a request's answer is to be turned into
Shape = Callable[[Any], bytes]

DEEP = b'{"a":' * 50_000 + b"1" + b"}" * 50_000
HUGE = 3 * 1024 * 1024  # characters


def reshaped(app: ASGIApp) -> ASGIApp:
    """Let the answer to a request have the shape that its scope asks for."""

    async def wrapped(scope: Scope, receive: Receive, send: Send) -> None:
        parts: list[Message] = []

        async def held(message: Message) -> None:
            if SHAPE not in scope:
                await send(message)
                return
            parts.append(message)
            if message["type"] == "http.response.body" and not message.get("more_body"):
                whole = b"".join(part["body"] for part in parts[1:])
                body = scope[SHAPE](json.loads(whole)) if whole else whole
                length = (b"content-length", str(len(body)).encode())
                named = [row for row in parts[0]["headers"] if row[0] != b"content-length"]
                await send({**parts[0], "headers": [*named, length]})
                await send({**message, "body": body})

        await app(scope, receive, held)

    return wrapped


def _constant(value: object) -> Callable[[Job], Shape]:
    return lambda _: lambda _: json.dumps(value).encode()


def _without_state(job: Job) -> Shape:
    return lambda body: json.dumps(_without(body, job.word_shown)).encode()


def _of_numbers(_: Job) -> Shape:
    return lambda body: json.dumps(_numbered(body)).encode()


def _of_another(job: Job) -> Shape:
    """Return the answer about another job, whose id is as long."""
    other = "".join(chr(ord(char) ^ 1) if char.isalnum() else char for char in job.id)
    return lambda body: json.dumps(body).replace(job.id, other).encode()


def _without(value: Any, word: str) -> Any:
    if isinstance(value, dict):
        return {name: _without(part, word) for name, part in value.items() if part != word}
    return [_without(part, word) for part in value] if isinstance(value, list) else value


def _numbered(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _numbered(part) for name, part in value.items()}
    if isinstance(value, list):
        return [_numbered(part) for part in value]
    return 7 if isinstance(value, str) else value


SHAPES: dict[str, Callable[[Job], Shape]] = {
    "list": _constant([]),
    "null": _constant(None),
    "text": _constant("busy"),
    "empty": _constant({}),
    "nulls": _constant(dict.fromkeys(("id", "status", "state", "task", "data", "items"))),
    "stateless": _without_state,
    "numbers": _of_numbers,
    "other": _of_another,
    "deep": lambda _: lambda _: DEEP,
    "huge": lambda _: lambda body: json.dumps([body, "x" * HUGE]).encode(),
}

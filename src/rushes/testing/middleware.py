"""Stands before the routes: records each request, and gives it what its scenario says."""

from __future__ import annotations

import asyncio
import contextlib
import json
import re
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from typing import Any

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response as HTTPResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from rushes.clock import unix_time
from rushes.http.auth import identify
from rushes.http.content_routes import has_valid_link, is_by_link
from rushes.http.context import RequestContext
from rushes.http.errors import ApiError, envelope
from rushes.http.signed_urls import FILES
from rushes.jobs.urls import PREFIX
from rushes.testing.connection import Capture, Connection, replayed
from rushes.testing.content import Beginning, CutError, DefectiveContent, without_range
from rushes.testing.forms import GARBAGE, PROXY_PAGE, error_response
from rushes.testing.journal import EXCERPT, HIDDEN, Journal, RecordedRequest
from rushes.testing.names import without_magic
from rushes.testing.scenario import ContentEffect, PollEffect, Response, ScenarioError
from rushes.testing.scenarios import Asked, Pick, Scenarios, picked

LONGEST_ENDING = 5.0  # seconds that a request may take to end once it was hung up on
_JOB = re.compile(rf"{PREFIX}/videos/([^/]+)(/.+)?")
_CONTENT = re.compile(rf"(?:{PREFIX}/videos/([^/]+)/content|{FILES}/([^/]+)/[^/]+)")
_MODELS = frozenset({f"{PREFIX}/videos/models", f"{PREFIX}/models"})
_NO_JOBS = frozenset({"files", "models", "quote"})
_OF_KEYS = frozenset({"submit", "poll", "content"})
_WITH_BODY = frozenset({"POST", "PUT", "PATCH"})
_NAMED_BODIES = 64 * 1024 * 1024  # bytes; larger ones are parsed by the service alone


@dataclass(frozen=True)
class Parts:
    """What the middleware works with."""

    scenarios: Scenarios
    journal: Journal
    context: RequestContext


class ScenarioMiddleware:
    """Applies scenarios to the requests of the API; health checks and pages pass."""

    def __init__(self, app: ASGIApp, parts: Parts) -> None:
        self._app = app
        self._parts = parts
        self._open = dict[Connection, asyncio.Task[object] | None]()
        self._gate = asyncio.Lock()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve a request."""
        if scope["type"] != "http" or not scope["path"].startswith(f"{PREFIX}/"):
            await self._app(scope, receive, send)
            return
        while self._gate.locked():
            async with self._gate:
                pass
        connection = Connection(scope, receive)
        self._open[connection] = asyncio.current_task()
        try:
            await _Exchange(self._app, self._parts, scope, receive, send, connection).run()
        finally:
            del self._open[connection]

    @contextlib.asynccontextmanager
    async def paused(self) -> AsyncIterator[None]:
        """Hang up on all requests; those that come meanwhile wait for the end of the block."""
        async with self._gate:
            if serving := self.hang_up():
                # One that is about to commit a job does so before the block.
                await asyncio.wait(serving, timeout=LONGEST_ENDING)
            yield

    def hang_up(self) -> set[asyncio.Task[object]]:
        """Hang up on all requests without a response; return the tasks that serve requests."""
        for connection in list(self._open):
            if not connection.is_answered:  # else it may have the next request of its client
                connection.abort()
        return {task for task in self._open.values() if task is not None}


class _Exchange:
    """One request and its response."""

    def __init__(
        self,
        app: ASGIApp,
        parts: Parts,
        scope: Scope,
        receive: Receive,
        send: Send,
        connection: Connection,
    ) -> None:
        self._app = app
        self._parts = parts
        self._scope = scope
        self._receive = receive
        self._client = send
        self._connection = connection
        self._operation, self._job_id = _operation(scope["method"], scope["path"])
        self._is_met = False  # what the scenario of a poll or download is for
        self._has_hung_up = False
        self._pick: Pick | None = None
        self._record = RecordedRequest(
            unix_time(),
            self._operation,
            scope["method"],
            scope["path"],
            scope["query_string"].decode("latin-1"),
            _shown_headers(scope),
            job_id=self._job_id or None,
        )

    async def run(self) -> None:
        """Serve it."""
        asked = await self._read()
        self._parts.journal.add(self._record)
        try:
            if self._is_concerned(asked) and await self._is_let_in():
                await self._serve_picked(asked)
            else:
                await self._app(self._scope, self._receive, self._send)
        finally:
            if self._record.status is None:
                self._record.status = 0

    def _is_concerned(self, asked: Asked) -> bool:
        return not self._has_hung_up and self._parts.scenarios.concern(asked, self._job_id)

    async def _is_let_in(self) -> bool:
        """Return whether the client may send this request; what it may not is no scenario's."""
        if self._operation not in _OF_KEYS:
            return True
        request, context = Request(self._scope), self._parts.context
        if self._operation == "content" and is_by_link(context, request):
            return has_valid_link(context, request, self._job_id)
        try:
            await context.check_origin(request)
            identity = await identify(request, context.keys, context.refused_keys)
            if self._job_id:
                await context.visible_job(self._job_id, identity.sees)
        except ApiError:
            return False
        return True

    async def _serve_picked(self, asked: Asked) -> None:
        """Serve it with its scenario, if it gets one."""
        try:
            pick = self._parts.scenarios.pick(asked)
        except ScenarioError as error:
            await envelope(ApiError(400, f"prompt: {error}", metadata={"field": "prompt"}))(
                self._scope, self._receive, self._send
            )
            return
        token, self._pick = picked.set(pick), pick
        try:
            if pick is None:
                await self._serve(asked)
            else:
                self._record.scenario = pick.scenario.name or "unnamed"
                await self._apply(pick, asked)
        finally:
            picked.reset(token)
            self._put_back_unused()

    def _put_back_unused(self) -> None:
        """Leave the scenario to the next request, if this one had no use for it."""
        pick, self._pick = self._pick, None
        if pick is not None and self._is_unused(pick):
            self._record.scenario = None
            self._parts.scenarios.put_back(pick)

    def _is_unused(self, pick: Pick) -> bool:
        """Return whether a scenario was for what the request did not come to."""
        scenario = pick.scenario
        if self._operation == "submit" and not self._record.is_scripted:
            is_late = scenario.response is not None and not scenario.response.is_error
            return not pick.is_bound and (pick.has_job_effects or not is_late)
        return self._operation != "submit" and not self._is_met

    async def _apply(self, pick: Pick, asked: Asked) -> None:
        scenario = pick.scenario
        if self._operation == "content" and not await self._has_video():
            await self._app(self._scope, self._receive, self._send)
            return
        self._is_met = self._scope["method"] != "HEAD"
        if scenario.response is not None:
            await self._answer(scenario.response, asked, lambda send: self._serve(asked, send))
        elif self._operation == "poll" and scenario.poll is not None:
            await self._poll(scenario.poll, asked)
        elif self._operation == "content" and scenario.content is not None:
            await self._content(scenario.content, asked)
        else:
            await self._serve(asked)

    async def _serve(self, asked: Asked, send: Send | None = None) -> None:
        """Serve the request, with what the scenario of its job says."""
        scenarios, counted = self._parts.scenarios, self._scope["method"] != "HEAD"
        if self._operation == "poll" and (poll := scenarios.poll_effect(self._job_id)):
            self._name_job_scenario()
            await self._poll(poll, asked)
        elif (
            self._operation == "content"
            and scenarios.content_effect(self._job_id, counted=False)
            and await self._has_video()
            and (content := scenarios.content_effect(self._job_id, counted=counted))
        ):
            self._name_job_scenario()
            await self._content(content, asked)
        else:
            await self._app(self._scope, self._receive, send or self._send)

    async def _has_video(self) -> bool:
        """Return whether this download would succeed."""
        kept = Beginning()
        with contextlib.suppress(CutError):
            await self._app({**self._scope, "method": "GET"}, _nothing, kept)
        return kept.status in {200, 206}

    async def _answer(self, response: Response, asked: Asked, serve: Callable[[Send], Any]) -> None:
        """Give a response in place of the service's, or only later."""
        if response.delay and not await self._connection.waits(response.delay):
            return
        if not response.is_error:
            await serve(self._send)
            return
        if response.after:
            kept = Capture()
            await serve(self._noting(kept))
            if kept.start["status"] >= 400:  # it had no effect
                await kept.send(self._send, kept.body)
                return
        self._record.is_scripted = True
        match response.fault:
            case "hang":
                await self._connection.gone()
            case "reset":
                await self._connection.reset()
            case "garbage":
                garbage = HTTPResponse(GARBAGE, media_type="application/json")
                await garbage(self._scope, self._receive, self._send)
            case "html":
                page = HTMLResponse(PROXY_PAGE, 502)
                await page(self._scope, self._receive, self._send)
            case None:
                error = error_response(
                    status=response.status,
                    form=self._form(response),
                    model=asked.model,
                    prompt=without_magic(asked.prompt),
                    code=response.code,
                    retry_after=response.retry_after,
                    message=response.message,
                    metadata=response.metadata,
                )
                await error(self._scope, self._receive, self._send)

    def _form(self, response: Response) -> str | None:
        of_job = self._operation in {"poll", "content"}
        return (
            "job" if response.form is None and response.status == 404 and of_job else response.form
        )

    async def _poll(self, effect: PollEffect, asked: Asked) -> None:
        async def serve(send: Send) -> None:
            if effect.shown_status is None:
                await self._app(self._scope, self._receive, send)
                return
            kept = Capture()
            await self._app(self._scope, self._receive, kept)
            body = kept.body
            if kept.start["status"] == 200:
                body = json.dumps({**json.loads(body), "status": effect.shown_status}).encode()
            await kept.send(send, body)

        await self._answer(effect, asked, serve)

    async def _content(self, effect: ContentEffect, asked: Asked) -> None:
        async def serve(send: Send) -> None:
            scope = self._scope if effect.ranges else without_range(self._scope)
            defective = DefectiveContent(effect, self._connection, send)
            with contextlib.suppress(CutError):
                await self._app(scope, self._receive, defective)

        await self._answer(effect, asked, serve)

    def _name_job_scenario(self) -> None:
        scenario = self._parts.scenarios.of_job(self._job_id)
        if scenario is not None and self._record.scenario is None:
            self._record.scenario = scenario.name or "unnamed"

    async def _read(self) -> Asked:
        """Read the body; return what scenarios see of the request."""
        record = self._record
        authorization = Headers(scope=self._scope).get("authorization", "")
        key = authorization.partition(" ")[2].strip()
        if record.method in _WITH_BODY:
            await self._read_body()
        if (job := self._parts.scenarios.job(self._job_id)) is not None:
            record.model, record.prompt = job.asked.model, job.asked.prompt
        elif record.method in _WITH_BODY and len(record.body) <= _NAMED_BODIES:
            fields = record.json
            if isinstance(fields, dict):
                record.model, record.prompt = _text(fields, "model"), _text(fields, "prompt")
        return Asked(record.operation, record.model, record.prompt, key)

    async def _read_body(self) -> None:
        blocks, size, more = list[bytes](), 0, True
        while more and size <= self._parts.context.settings.max_body_bytes:
            message = await self._receive()
            if message["type"] == "http.disconnect":
                self._has_hung_up = True
                break
            blocks.append(message.get("body", b""))
            size += len(blocks[-1])
            more = message.get("more_body", False)
        self._record.body = b"".join(blocks)
        self._receive = replayed(self._record.body, self._receive, more=more)

    async def _send(self, message: Message) -> None:
        self._note(message)
        self._put_back_unused()  # before the client can send its next request
        if message["type"] == "http.response.body" and not message.get("more_body", False):
            self._connection.is_answered = True
        await self._client(message)

    def _noting(self, capture: Capture) -> Send:
        async def send(message: Message) -> None:
            self._note(message, replaced=True)
            await capture(message)

        return send

    def _note(self, message: Message, *, replaced: bool = False) -> None:
        if message["type"] == "http.response.start":
            if not replaced:
                self._record.status = message["status"]
            if self._operation == "submit" and message["status"] == 202:
                self._record.job_id = _header(message, b"x-generation-id")
        elif not replaced and (self._record.status or 0) >= 400:
            room = EXCERPT - len(self._record.response)
            self._record.response += message.get("body", b"")[:room]


def _operation(method: str, path: str) -> tuple[str, str]:
    """Return the operation of a request, and the id of the job that it is about."""
    if method == "POST" and path == f"{PREFIX}/videos":
        return "submit", ""
    if path in _MODELS:
        return "models", ""
    if found := _CONTENT.fullmatch(path):
        return "content" if method in {"GET", "HEAD"} else "other", found[1] or found[2]
    if (found := _JOB.fullmatch(path)) and found[1] not in _NO_JOBS:
        return "poll" if method == "GET" and not found[2] else "other", found[1]
    return "other", ""


def _shown_headers(scope: Scope) -> dict[str, str]:
    """Return a request's headers without its credentials; equal names are joined."""
    found = dict[str, str]()
    for name, value in Headers(scope=scope).items():
        if name not in HIDDEN:
            found[name] = f"{found[name]}, {value}" if name in found else value
    return found


async def _nothing() -> Message:
    return {"type": "http.request", "body": b"", "more_body": False}


def _text(fields: dict[str, Any], name: str) -> str:
    value = fields.get(name)
    return value if isinstance(value, str) else ""


def _header(message: Message, name: bytes) -> str | None:
    found = (value.decode("latin-1") for key, value in message["headers"] if key.lower() == name)
    return next(found, None)

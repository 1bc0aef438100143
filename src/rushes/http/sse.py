"""A job's changes as server-sent events, read from its row."""

from __future__ import annotations

import asyncio
import random
import time

from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from rushes.http import serializers
from rushes.http.context import RequestContext
from rushes.http.errors import ApiError, retry_later
from rushes.http.openapi import Endpoint, answers
from rushes.jobs.states import ENDED, STATUS
from rushes.jobs.urls import PREFIX
from rushes.keys.verification import Identity
from rushes.store.job import Job
from rushes.store.transaction import StoreError

EVENT_STREAM = "text/event-stream"
RETRY = 3000  # milliseconds until a client that was cut off comes back
# When the service stops, its streams come back one after another, to the process that is left:
# within some seconds, and many of them not faster than this.
RETRIES = (1000, 6000)
RETRY_APART = 12  # milliseconds
HEARTBEAT = 15.0  # seconds between comments that keep the connection open


async def events(context: RequestContext, request: Request) -> ASGIApp:
    """Stream a job's state and each change of it."""
    identity = await context.authenticate(request)
    owner = identity.owner
    job = await context.visible_job(request.path_params["job_id"], identity.sees)
    stream = _Stream(context, job, identity, context.origin(request))

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        _check_number(context, identity)
        context.streams[stream] = owner
        try:
            await stream(scope, receive, send)
        finally:
            del context.streams[stream]

    return answer


def _check_number(context: RequestContext, identity: Identity) -> None:
    most = context.settings.max_streams
    of_key = context.settings.streams_per_key
    if identity.key is not None and context.settings.max_streams_per_key is None:
        of_key = most - len(context.streams)
    if 0 < of_key < most and list(context.streams.values()).count(identity.owner) >= of_key:
        raise retry_later(
            429, f"{of_key} event streams of this API key are open already; poll instead"
        )
    if len(context.streams) >= most:
        raise retry_later(503, f"{most} event streams are open already; poll instead")


class _Stream:
    """One client's stream; it ends with its job, the service, or when the client hangs up."""

    def __init__(self, context: RequestContext, job: Job, identity: Identity, origin: str) -> None:
        self._context = context
        self._job = job
        self._identity = identity
        self._origin = origin

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = {
            **self._context.headers(self._job),
            "Content-Type": EVENT_STREAM,
            "X-Accel-Buffering": "no",  # proxies would hold events back
        }
        raw = [(name.lower().encode(), value.encode()) for name, value in headers.items()]
        await send({"type": "http.response.start", "status": 200, "headers": raw})
        if scope["method"] != "HEAD":
            hung_up = asyncio.ensure_future(_hang_up(receive))
            try:
                # A client whose key was revoked comes back, and gets the error.
                with self._context.key_watch.watched(self._identity, hung_up):
                    await self._stream(send, hung_up)
            finally:
                hung_up.cancel()
        await send({"type": "http.response.body"})

    async def _stream(self, send: Send, hung_up: asyncio.Future[None]) -> None:
        await _write(send, f"retry: {RETRY}\n\n")
        watch, watched = self._context.watch, None
        shown, number, quiet_since = None, 0, time.monotonic()
        try:
            while not hung_up.done():
                if (visible := _visible(self._job)) != shown:
                    shown, number = visible, number + 1
                    await _write(send, await self._event(number))
                    quiet_since = time.monotonic()
                elif time.monotonic() - quiet_since >= HEARTBEAT:
                    await _write(send, ":\n\n")
                    quiet_since = time.monotonic()
                if self._job.state in ENDED:
                    return
                if self._context.closing.is_set():
                    least, most = RETRIES
                    most = max(most, least + RETRY_APART * len(self._context.streams))
                    retry = random.randint(least, most)  # noqa: S311 - no secret
                    await _write(send, f"retry: {retry}\n\n")
                    return
                if watched is None or watched.changed.done():
                    watched = watch.watch(self._job, watched)
                silence = HEARTBEAT - (time.monotonic() - quiet_since)
                await asyncio.wait(
                    {hung_up, watched.changed},
                    timeout=max(silence, 0.0),
                    return_when=asyncio.FIRST_COMPLETED,
                )
                if watched.changed.done() and not await self._read_again():
                    return  # the client comes back, and gets the error
        finally:
            if watched is not None:
                watched.changed.cancel()

    async def _read_again(self) -> bool:
        """Read the job again; return whether the client may still see it, and it can be read."""
        try:
            self._job = await self._context.visible_job(self._job.id, self._identity.sees)
        except (ApiError, StoreError):
            return False
        return True

    async def _event(self, number: int) -> str:
        shown = await self._context.show(self._job, self._origin)
        return f"event: generation\nid: {number}\ndata: {shown.model_dump_json()}\n\n"


def _visible(job: Job) -> tuple[object, ...]:
    return STATUS[job.state], serializers.progress(job), job.cancellation, job.delay_reason


async def _hang_up(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


async def _write(send: Send, text: str) -> None:
    await send({"type": "http.response.body", "body": text.encode(), "more_body": True})


ENDPOINTS = (
    Endpoint(
        "GET",
        f"{PREFIX}/videos/{{job_id}}/events",
        events,
        "Follow a video generation: one event for each change, until its end",
        "listVideosEvents",
        answers=answers(200, EVENT_STREAM, 404, 429),
    ),
)

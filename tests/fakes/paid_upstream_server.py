"""The server of `paid_upstream`, which ends by SIGTERM or when its standard input ends.

    python -m tests.fakes.paid_upstream_server --mode fail|idempotent|lookup --state FILE

prints `READY http://127.0.0.1:PORT`.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import signal
import socket
import struct
import threading
from collections import Counter
from pathlib import Path
from typing import Any

from aiohttp import web

from tests.fakes.charges import Job, PaidJobs
from tests.fakes.faults import FaultInjector, RequestFaults
from tests.mp4 import video_of

BLOCK = 64 * 1024
RST_ON_CLOSE = struct.pack("ii", 1, 0)  # SO_LINGER: on, without lingering


class Upstream:
    """The HTTP side."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.options = options
        self.origin = ""
        self.paid = PaidJobs(options.state)
        self.injector = FaultInjector(options.seed, options.chances)
        self.requests: Counter[str] = Counter()
        self.traceparents = list[tuple[str, str]]()  # of requests that had one, by operation
        self.stopping = asyncio.Event()

    def application(self) -> web.Application:
        app = web.Application(client_max_size=64 * 1024 * 1024, middlewares=[self.count])
        app.add_routes(
            [
                web.post("/api/v1/videos", self.create, name="create"),
                web.get("/api/v1/videos/{id}", self.poll, name="poll"),
                web.get("/api/v1/videos/{id}/content", self.content, name="content"),
                web.get("/_charges", self.show_charges),
                web.get("/_state", self.show_state),
                web.post("/_faults", self.queue_faults),
                web.post("/_release", self.release),
            ]
        )
        if self.options.mode == "lookup":
            app.router.add_get("/api/v1/videos", self.find, name="find")
        if not self.options.no_cancel:
            app.router.add_post("/api/v1/videos/{id}/cancel", self.cancel, name="cancel")
        return app

    @web.middleware
    async def count(self, request: web.Request, handler: Any) -> web.StreamResponse:
        """Count requests by operation, and ask for a key; what goes wrong is in an envelope."""
        operation = request.match_info.route.name
        if request.path.startswith("/_"):
            answer: web.StreamResponse = await handler(request)
            return answer
        self.requests[operation or "unknown"] += 1
        if parent := request.headers.get("traceparent"):
            self.traceparents.append((operation or "unknown", parent))
        bearer = request.headers.get("Authorization", "").removeprefix("Bearer ")
        wanted = self.options.api_key
        if not bearer or (wanted and bearer != wanted):
            return failure(401, "No cookie auth credentials found")
        try:
            answer = await handler(request)
        except web.HTTPException as error:
            return failure(error.status, error.reason)
        return answer

    async def create(self, request: web.Request) -> web.StreamResponse:
        try:
            raw = await request.read()
        except (ConnectionError, web.RequestPayloadError):  # the client was killed
            return failure(400, "The body was cut short")
        try:
            body = json.loads(raw)
            prompt = str(body.get("prompt", ""))
            faults = self.injector.draw(prompt)
            if not isinstance(body["model"], str):
                raise TypeError
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            return failure(400, f"The body is no request: {error}")
        if refusal := await self._before(request, faults):
            return refusal
        key = request.headers.get("Idempotency-Key", "")
        job = self._accept(key, body, faults)
        if job is None:
            return failure(409, "This Idempotency-Key was used with another body")
        return await self._after(request, faults, job)

    async def _before(
        self, request: web.Request, faults: RequestFaults
    ) -> web.StreamResponse | None:
        """Fail a request that is not accepted yet; None accepts it."""
        if slow := faults.find("slow-before"):
            await asyncio.sleep(slow.seconds(0.5))
        key = request.headers.get("Idempotency-Key", "")
        known = self.options.mode == "idempotent" and self.paid.by_key(key)
        if not known and (refusal := faults.find("refuse")):  # what it has accepted is answered
            return failure(400, refusal.value or "The prompt was refused")
        if busy := faults.find("429"):
            return failure(429, "Too many requests", {"Retry-After": busy.value or "0"})
        if faults.find("500-before"):
            return failure(500, "Internal error")
        return reset(request) if faults.find("reset-before") else None

    def _accept(self, key: str, body: dict[str, Any], faults: RequestFaults) -> Job | None:
        """Make a job, or None if the key had another body. There is no await before the charge."""
        if self.options.mode == "idempotent" and key and (known := self.paid.by_key(key)):
            return known if known.body in (body, None) else None
        return self.paid.create(key, body, self.options.render, faults.job)

    async def _after(
        self, request: web.Request, faults: RequestFaults, job: Job
    ) -> web.StreamResponse:
        """Answer a request that was accepted, or fail to."""
        if slow := faults.find("slow-after"):
            await asyncio.sleep(slow.seconds(0.5))
        if faults.find("held"):
            await job.released.wait()
        if faults.find("500-after"):
            return failure(500, "Internal error")
        if faults.find("reset-after-accept"):
            return reset(request)
        if faults.find("silent"):
            return await self._hold(request)
        if faults.find("garbage"):
            return web.Response(status=202, text="<html>Accepted</html>", content_type="text/html")
        shown = self.show(job)
        if faults.find("no-id"):
            del shown["id"]
        if faults.find("duplicate-id"):
            shown["id"] = next(iter(self.paid.jobs))
        return web.json_response(shown, status=202)

    async def poll(self, request: web.Request) -> web.StreamResponse:
        job = self._job(request)
        job.polls += 1
        if job.take("poll-500"):
            return failure(500, "Internal error")
        if busy := job.take("poll-429"):
            return failure(429, "Too many requests", {"Retry-After": busy.value or "0"})
        if job.take("poll-reset"):
            return reset(request)
        if job.take("poll-garbage"):
            return web.Response(text="<html>It works</html>", content_type="text/html")
        if job.take("lost"):
            return failure(404, "Job not found")
        return web.json_response(self.show(job) | {"generation_id": job.charge.id})

    async def find(self, request: web.Request) -> web.StreamResponse:
        key = request.query.get("idempotency_key", "")
        found = [self.show(job) | {"idempotency_key": key} for job in self.paid.find(key)]
        # By this header a client knows that an empty list is an answer to its filter.
        return web.json_response({"data": found}, headers={"X-Rushes-Version": "fake"})

    async def cancel(self, request: web.Request) -> web.StreamResponse:
        job = self._job(request)
        if job.status in {"completed", "failed"}:
            return failure(409, f"The job has {job.status} already")
        job.cancelled = True
        return web.json_response(self.show(job))

    async def content(self, request: web.Request) -> web.StreamResponse:
        job = self._job(request)
        job.fetches += 1
        if job.status != "completed":
            return failure(409, "The video is not ready")
        for name, status in (("expired", 410), ("missing", 404), ("content-500", 500)):
            if job.take(name):
                return failure(status, "The video cannot be had")
        video = video_of(job.charge.id, self.options.video_bytes)
        if job.take("short"):
            video = video[: len(video) // 2]
        return await self._send(request, job, video)

    async def _send(self, request: web.Request, job: Job, video: bytes) -> web.StreamResponse:
        start = 0 if job.has("no-range") else request.http_range.start or 0
        if start >= len(video):
            return failure(416, "No such bytes", {"Content-Range": f"bytes */{len(video)}"})
        answer = web.StreamResponse(status=206 if start else 200)
        answer.content_type, answer.content_length = "video/mp4", len(video) - start
        if start:
            answer.headers["Content-Range"] = f"bytes {start}-{len(video) - 1}/{len(video)}"
        await answer.prepare(request)
        cut = {name: job.take(name) for name in ("truncated", "content-reset", "content-silent")}
        stop = start + (len(video) - start) // 2 if any(cut.values()) else len(video)
        for offset in range(start, stop, BLOCK):
            await answer.write(video[offset : min(offset + BLOCK, stop)])
        if cut["content-reset"]:
            reset(request)
        elif cut["content-silent"]:
            await self._hold(request)
        elif cut["truncated"] and request.transport is not None:
            request.transport.close()
        else:
            await answer.write_eof()
            job.delivered += 1
        return answer

    async def _hold(self, request: web.Request) -> web.StreamResponse:
        """Send nothing until the client has gone, or this process ends."""
        while not self.stopping.is_set():
            if request.transport is None or request.transport.is_closing():
                break
            await asyncio.sleep(0.02)
        return reset(request)

    def _job(self, request: web.Request) -> Job:
        job = self.paid.jobs.get(request.match_info["id"])
        if job is None:
            raise web.HTTPNotFound(reason="Job not found")
        return job

    def show(self, job: Job) -> dict[str, Any]:
        """Return a job as a poll shows it, without its generation_id."""
        id_, status = job.charge.id, job.status
        shown: dict[str, Any] = {"id": id_, "status": status}
        shown["polling_url"] = f"{self.origin}/api/v1/videos/{id_}"
        if status == "completed":
            shown["unsigned_urls"] = [f"{shown['polling_url']}/content?index=0"]
            shown["usage"] = {"cost": self.options.cost, "is_byok": False}
        if status == "cancelled":
            shown |= {"error": "The job was cancelled", "usage": {"cost": 0, "is_byok": False}}
        if status == "failed" and (fault := job.has("fail")):
            shown["error"] = fault.value or "The render failed"
        return shown

    async def show_charges(self, _: web.Request) -> web.Response:
        return web.json_response([vars(charge) for charge in self.paid.charges])

    async def show_state(self, _: web.Request) -> web.Response:
        jobs = self.paid.jobs
        shown = {
            id_: {
                "key": job.charge.key,
                "marker": job.charge.marker,
                "status": job.status,
                "body": job.body,
                "polls": job.polls,
                "fetches": job.fetches,
                "delivered": job.delivered,
            }
            for id_, job in jobs.items()
        }
        cancelled = [id_ for id_, job in jobs.items() if job.cancelled]
        return web.json_response(
            {
                "jobs": shown,
                "requests": dict(self.requests),
                "cancelled": cancelled,
                "traceparents": self.traceparents,
            }
        )

    async def queue_faults(self, request: web.Request) -> web.Response:
        try:
            for script in (await request.json())["scripts"]:
                self.injector.queue(script)
        except ValueError as error:
            return web.json_response({"error": str(error)}, status=400)
        return web.json_response({})

    async def release(self, request: web.Request) -> web.Response:
        self.paid.release(*(await request.json())["keys"])
        return web.json_response({})


def failure(status: int, message: str, headers: dict[str, str] | None = None) -> web.StreamResponse:
    """Return an error in the API's envelope."""
    body = {"error": {"code": status, "message": message}}
    return web.json_response(body, status=status, headers=headers)


def reset(request: web.Request) -> web.StreamResponse:
    """Reset the connection: whatever is returned after that reaches nobody."""
    if request.transport is not None:
        connection = request.transport.get_extra_info("socket")
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RST_ON_CLOSE)
        request.transport.abort()
    return web.Response()


def options_of(arguments: list[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mode", choices=("fail", "idempotent", "lookup"), default="fail")
    parser.add_argument("--state", type=Path, required=True, help="file of the charges")
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--api-key", default="", help="the only key that is accepted; else any is")
    parser.add_argument("--no-cancel", action="store_true", help="have no cancel route")
    parser.add_argument("--render", type=float, default=0.1, help="seconds that a job takes")
    parser.add_argument("--video-bytes", type=int, default=200_000)
    parser.add_argument("--cost", type=float, default=0.4, help="USD of a completed job")
    parser.add_argument("--seed", type=int, default=0, help="of the chances")
    parser.add_argument(
        "--chances", type=json.loads, default={}, help='JSON: {"silent": 0.01, "lost*3": 0.1}'
    )
    return parser.parse_args(arguments)


async def serve(options: argparse.Namespace) -> None:
    """Serve until SIGTERM, or until standard input ends."""
    upstream, loop = Upstream(options), asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGTERM, upstream.stopping.set)
    loop.add_signal_handler(signal.SIGINT, upstream.stopping.set)
    runner = web.AppRunner(upstream.application(), access_log=None, shutdown_timeout=1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", options.port, backlog=512, reuse_address=True)
    await site.start()
    upstream.origin = f"http://127.0.0.1:{runner.addresses[0][1]}"
    print(f"READY {upstream.origin}", flush=True)  # noqa: T201 - the parent process reads this

    def watch_input() -> None:
        while os.read(0, 1024):
            pass
        loop.call_soon_threadsafe(upstream.stopping.set)

    threading.Thread(target=watch_input, daemon=True).start()
    await upstream.stopping.wait()
    await runner.cleanup()
    upstream.paid.close()


if __name__ == "__main__":
    asyncio.run(serve(options_of()))

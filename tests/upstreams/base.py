"""What all fakes of upstreams have in common. A vendor's fake is a subclass of `Upstream`:

    class Vendor(Upstream):
        name, base_path = "vendor", "/v1"
        errors: ClassVar = {"invalid": (400, "invalid_request"), …}  # of every kind of `Refusal`

        def routes(self):
            return [Route("/v1/videos", self.create, methods=["POST"]), …]

        def failure(self, refusal):
            return JSONResponse({"error": refusal.code, …}, refusal.status)

        async def create(self, request):
            body = await request.json()  # raises `Refusal("invalid", …)` for what it does not take
            job = await self.submit(request, Job(self.new_id("v_"), body["prompt"], body["model"]))
            return JSONResponse(self.show(job))

        async def poll(self, request):
            return JSONResponse(self.show(await self.look(request, request.path_params["id"])))

Handlers call `submit`, `look`, `find`, `delete`, `send_video` and `file_url`. These check the key,
apply the faults of the prompt and raise what ends the request; handlers need not catch anything.
`submit` also takes the `Callback`s that the request asks for.
"""

from __future__ import annotations

import asyncio
import contextlib
import copy
import hmac
import secrets
import threading
import time
from abc import ABC, abstractmethod
from collections import Counter, deque
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

import httpx
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Match, Route
from starlette.types import ASGIApp

from tests.fakes.faults import FaultInjector, RequestFaults
from tests.upstreams.answers import Ending, Reset, Silence, Video, garbage, with_transport
from tests.upstreams.callbacks import Callback
from tests.upstreams.job import FAULTS, ODD_STATE, Charge, Job
from tests.upstreams.shapes import SHAPE, SHAPES, reshaped
from tests.upstreams.videos import video_of

__all__ = ["Charge", "Errors", "Job", "Kind", "Limits", "Refusal", "Upstream"]

Kind = Literal[
    "invalid",  # a parameter is missing, unknown or wrong
    "moderated",  # the prompt or a picture is refused
    "no_key",
    "wrong_key",
    "no_money",
    "not_found",  # no such job, file or route; also a job of another key
    "not_ready",  # the video of a job that has not completed
    "expired",  # the video is no longer kept
    "conflict",  # for example, cancel a job that has ended
    "rate_limited",
    "internal",
]
# Status and code of each kind of refusal.
Errors = Mapping[Kind, tuple[int, str | int]]
# `errors` of a subclass changes some of these.
STATUSES: Mapping[Kind, int] = {
    "invalid": 400,
    "moderated": 400,
    "no_key": 401,
    "wrong_key": 401,
    "no_money": 402,
    "not_found": 404,
    "not_ready": 409,
    "expired": 410,
    "conflict": 409,
    "rate_limited": 429,
    "internal": 500,
}
NO_FILE = (404, "NoSuchKey", "The specified key does not exist")
STORE_ERRORS: Mapping[Kind, tuple[int, str, str]] = {
    "expired": (403, "AccessDenied", "Request has expired"),
    "internal": (500, "InternalError", "Please try again"),
}


class Refusal(Exception):  # noqa: N818 - what the vendor answers, no error of the fake
    """Refuse a request; `status` and `code` are those of the vendor's `errors`, unless given.

    `path` is that of the request, once a refusal is to be answered.
    """

    path = ""

    def __init__(
        self,
        kind: Kind,
        message: str = "",
        *,
        param: str = "",
        status: int = 0,
        code: str | int = "",
        retry_after: str = "",
    ) -> None:
        super().__init__(message)
        self.kind = kind
        self.message = message or kind.replace("_", " ")
        self.param = param
        self.status = status
        self.code = code
        self.retry_after = retry_after


class _Interrupt(Exception):  # noqa: N818 - an answer too
    """The request is answered with this, whatever its handler would have answered."""

    def __init__(self, response: ASGIApp) -> None:
        super().__init__("interrupted")
        self.response = response


@dataclass(frozen=True)
class Limits:
    """What a key may do; None is no limit."""

    open_jobs: int | None = None
    jobs_per_minute: int | None = None


class Upstream(ABC):
    """One vendor's API with its jobs, faults, charges and files.

    `render` is how many seconds a job takes, `url_lifetime` how long the URL of a file is good, and
    `balance` what all jobs together may cost; None is no limit.
    """

    name: ClassVar[str]
    base_path: ClassVar[str] = ""  # what a client's base URL has after the origin
    usage: ClassVar[str] = ""  # how a client is pointed here, for the command line
    # Status and code of each kind of refusal; those not listed have the status of `STATUSES`.
    errors: ClassVar[Errors] = {}
    faults_of_jobs: ClassVar[frozenset[str]] = frozenset()  # names that only this vendor has
    idempotency_header: ClassVar[str] = ""  # "" where the vendor has none

    def __init__(
        self,
        *,
        render: float = 0.3,
        url_lifetime: float = 3600,
        limits: Limits | None = None,
        balance: float | None = None,
    ) -> None:
        self.render = render
        self.url_lifetime = url_lifetime
        self.limits = limits or Limits()
        self.balance = balance
        self.jobs: dict[str, Job] = {}  # those that polls find
        self.accepted: list[Job] = []  # all that were ever made
        self.requests: Counter[str] = Counter()  # by "METHOD /route"
        self.injector = FaultInjector(of_jobs=FAULTS | self.faults_of_jobs)
        self.stopping = threading.Event()
        self._idempotent: dict[tuple[str, str], Job] = {}
        self._recent: dict[str, deque[float]] = {}
        self._secret = secrets.token_bytes(16)
        self._files: dict[str, Job] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    @abstractmethod
    def routes(self) -> list[BaseRoute]:
        """Return the vendor's routes."""

    @abstractmethod
    def failure(self, refusal: Refusal) -> Response:
        """Return a refusal, whose status and code are set, in the vendor's envelope."""

    def key_of(self, request: Request) -> str:
        """Return the key of a request, or ""."""
        scheme, _, key = request.headers.get("authorization", "").partition(" ")
        return key if scheme.lower() == "bearer" else ""

    def bills(self, job: Job) -> bool:
        """Return whether a job is charged for, as it stands."""
        return job.state == "completed"

    async def agrees(self, client: httpx.AsyncClient, url: str) -> bool:
        """Return whether a receiver takes callbacks."""
        return True

    def price(self, job: Job) -> float:
        """Return what a job is charged, where that is known only later than the request."""
        return job.price

    # What tests ask

    @property
    def charges(self) -> list[Charge]:
        return [
            Charge(job.id, job.model, self.price(job), job.key)
            for job in self.accepted
            if self.bills(job)
        ]

    @property
    def charged(self) -> float:
        """Return the sum of the charges, in the vendor's unit."""
        return sum(charge.amount for charge in self.charges)

    def faults(self, *scripts: str) -> None:
        """Apply scripts to the next requests whose prompts ask for nothing."""
        for script in scripts:
            self.injector.queue(script)

    # What handlers call

    def new_id(self, prefix: str = "", length: int = 24) -> str:
        return prefix + secrets.token_hex((length + 1) // 2)[:length]

    def authenticate(self, request: Request) -> str:
        """Return the key of a request, or refuse it."""
        key = self.key_of(request)
        if not key:
            raise Refusal("no_key", "No API key was given")
        if "wrong" in key:
            raise Refusal("wrong_key", "The API key is not valid")
        return key

    async def submit(self, request: Request, job: Job, *callbacks: Callback) -> Job:
        """Accept a job, with the faults of its prompt; return what the answer must show.

        Its callbacks are sent whatever the request is answered.
        """
        job.key = self.authenticate(request)
        faults = self._drawn(job.prompt)
        await self._before(faults)
        again = (job.key, request.headers.get(self.idempotency_header or "-", ""))
        known = self._idempotent.get(again) if again[1] else None
        if known is None:
            self._limit(job)
            known = self._accept(job, faults)
            for callback in callbacks:
                self._start(callback, known)
            if again[1]:
                self._idempotent[again] = known
        elif known.body != job.body:
            raise Refusal("conflict", f"{self.idempotency_header} was used with another body")
        return await self._after(faults, known)

    async def look(self, request: Request, id_: str) -> Job:
        """Return the job that a poll asks for, with the faults of polls."""
        job = self.find(request, id_)
        job.polls += 1
        if job.take("poll-500"):
            raise Refusal("internal", "Internal error")
        if busy := job.take("poll-429"):
            raise Refusal("rate_limited", "Too many requests", retry_after=busy.value or "0")
        if job.take("poll-reset"):
            raise _Interrupt(Reset())
        if job.take("poll-garbage"):
            raise _Interrupt(garbage())
        if job.take("lost"):
            raise Refusal("not_found", f"No job has the id {id_}")
        odd = job.take("odd-state") if job.stopped_at is None else None
        job.odd = (odd.value or ODD_STATE) if odd else ""
        if shape := job.take("odd-poll"):
            request.scope[SHAPE] = SHAPES[shape.value](job)
        return job

    def find(self, request: Request, id_: str) -> Job:
        """Return a job of the request's key, without faults."""
        job = self.jobs.get(id_)
        if job is None or job.key != self.authenticate(request):
            self.authenticate(request)
            raise Refusal("not_found", f"No job has the id {id_}")
        return job

    def listed(self, request: Request) -> list[Job]:
        """Return the jobs of the request's key, newest first."""
        key = self.authenticate(request)
        return [job for job in reversed(self.jobs.values()) if job.key == key]

    def delete(self, job: Job) -> None:
        """Forget a job: polls and files no longer find it, though it stays charged."""
        self.jobs.pop(job.id, None)
        self._files.pop(job.file, None)

    def send_video(self, job: Job, data: bytes | None = None) -> Any:
        """Return the response with a job's video or with other `data`, with their faults."""
        job.fetches += 1
        if job.state != "completed":
            raise Refusal("not_ready", "The video is not ready")
        if job.take("expired"):
            raise Refusal("expired", "The video has expired")
        if job.take("missing"):
            raise Refusal("not_found", "The video is not found")
        if job.take("content-500"):
            raise Refusal("internal", "Internal error")
        whole = self.video(job) if data is None else data
        if job.take("short"):
            whole = whole[: len(whole) // 2]
        endings: tuple[Ending, ...] = ("truncated", "content-reset", "content-silent")
        ending: Ending = next((name for name in endings if job.take(name)), "")
        return Video(whole, self.stopping, ranges=not job.has("no-range"), ending=ending)

    def video(self, job: Job) -> bytes:
        return video_of(job.id, job.size, job.seconds, audio=job.audio)

    def file_url(self, request: Request, job: Job) -> str:
        """Return a signed URL of a job's video, that expires; no key may be sent with it."""
        self._files[job.file] = job
        expires = str(int(time.time() + self.url_lifetime))
        signature = self._signature(job.file, expires)
        origin = str(request.base_url).rstrip("/")
        return f"{origin}/files/{job.file}.mp4?Expires={expires}&Signature={signature}"

    # How it is served

    def app(self) -> ASGIApp:
        """Return the application; it is served by uvicorn, see `running`."""
        files = Route("/files/{file}.mp4", self._file, methods=["GET", "HEAD"])
        handlers: dict[Any, Any] = {
            Refusal: self._on_refusal,
            HTTPException: self._on_http_error,
            _Interrupt: self._on_interrupt,
        }
        app = Starlette(
            routes=[*self.routes(), files], exception_handlers=handlers, lifespan=self._lifespan
        )
        return with_transport(reshaped(self._counted(app)))

    @contextlib.asynccontextmanager
    async def _lifespan(self, _: Starlette) -> AsyncIterator[None]:
        yield
        for task in self._tasks:
            task.cancel()

    def _counted(self, app: Starlette) -> ASGIApp:
        async def counted(scope: Any, receive: Any, send: Any) -> None:
            if scope["type"] == "http":  # counted as it comes: its answer may take long
                matching = (each for each in app.routes if each.matches(scope)[0] is Match.FULL)
                route = getattr(next(matching, None), "path", scope["path"])
                self.requests[f"{scope['method']} {route}"] += 1
            await app(scope, receive, send)

        return counted

    async def _on_refusal(self, request: Request, refusal: Refusal) -> Response:
        refusal.path = request.url.path
        status, code = self.errors.get(refusal.kind, (STATUSES[refusal.kind], refusal.kind))
        refusal.status = refusal.status or status
        refusal.code = refusal.code or code
        response = self.failure(refusal)
        if refusal.retry_after:
            response.headers["Retry-After"] = refusal.retry_after
        return response

    async def _on_http_error(self, request: Request, error: HTTPException) -> Response:
        refusal = Refusal("not_found", f"{request.url.path}: {error.detail}")
        refusal.status = error.status_code
        return await self._on_refusal(request, refusal)

    async def _on_interrupt(self, _: Request, interrupt: _Interrupt) -> ASGIApp:
        return interrupt.response

    # Faults of creation

    def _drawn(self, prompt: str) -> RequestFaults:
        try:
            return self.injector.draw(prompt)
        except ValueError as error:
            raise Refusal("invalid", str(error), param="prompt") from None

    async def _before(self, faults: RequestFaults) -> None:
        if slow := faults.find("slow-before"):
            await asyncio.sleep(slow.seconds(0.5))
        if refusal := faults.find("refuse"):
            raise Refusal("moderated", refusal.value or "The prompt was refused")
        if busy := faults.find("429"):
            raise Refusal("rate_limited", "Too many requests", retry_after=busy.value or "0")
        if faults.find("500-before"):
            raise Refusal("internal", "Internal error")
        if faults.find("reset-before"):
            raise _Interrupt(Reset())

    def _limit(self, job: Job) -> None:
        if "poor" in job.key or (
            self.balance is not None and self.charged + job.price > self.balance
        ):
            raise Refusal("no_money", "The balance is not sufficient")
        limits, recent = self.limits, self._recent.setdefault(job.key, deque())
        now = time.monotonic()
        while recent and recent[0] <= now - 60:
            recent.popleft()
        if limits.jobs_per_minute is not None and len(recent) >= limits.jobs_per_minute:
            wait = max(1, round(recent[0] + 60 - now))
            raise Refusal("rate_limited", "Too many requests a minute", retry_after=str(wait))
        running = sum(each.open for each in self.accepted if each.key == job.key)
        if limits.open_jobs is not None and running >= limits.open_jobs:
            raise Refusal("rate_limited", "Too many jobs at the same time", retry_after="1")
        recent.append(now)

    def _accept(self, job: Job, faults: RequestFaults) -> Job:
        job.render = self.render
        job.faults = copy.deepcopy(list(faults.job))
        self.jobs[job.id] = job
        self.accepted.append(job)
        return job

    async def _after(self, faults: RequestFaults, job: Job) -> Job:
        if slow := faults.find("slow-after"):
            await asyncio.sleep(slow.seconds(0.5))
        if faults.find("held"):
            await job.released.wait()
        if faults.find("500-after"):
            raise Refusal("internal", "Internal error")
        if faults.find("reset-after-accept"):
            raise _Interrupt(Reset())
        if faults.find("silent"):
            raise _Interrupt(Silence(self.stopping))
        if faults.find("garbage"):
            raise _Interrupt(garbage())
        if faults.find("no-id"):
            raise _Interrupt(JSONResponse({}))
        return self.accepted[0] if faults.find("duplicate-id") else job

    # Files and callbacks

    def _signature(self, file: str, expires: str) -> str:
        return hmac.new(self._secret, f"{file}:{expires}".encode(), "sha256").hexdigest()

    async def _file(self, request: Request) -> Any:
        """Serve a file as an object store does, whose errors are XML."""
        query, file = request.query_params, request.path_params["file"]
        expires = query.get("Expires", "0")
        signed = hmac.compare_digest(query.get("Signature", ""), self._signature(file, expires))
        if "authorization" in request.headers:
            return store_error(400, "InvalidArgument", "Only one auth mechanism is allowed")
        if not signed:
            return store_error(403, "SignatureDoesNotMatch", "The signature does not match")
        try:
            if int(expires) <= time.time():
                raise Refusal("expired")
            if (job := self._files.get(file)) is None:
                raise Refusal("not_found")
            return self.send_video(job)
        except Refusal as refusal:
            return store_error(*STORE_ERRORS.get(refusal.kind, NO_FILE))

    def _start(self, callback: Callback, job: Job) -> None:
        if callback.url:
            task = asyncio.create_task(callback.send(job, self.agrees))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)


def store_error(status: int, code: str, message: str) -> Response:
    """Return an error of an object store."""
    text = f"<?xml version='1.0'?><Error><Code>{code}</Code><Message>{message}</Message></Error>"
    return Response(text, status, media_type="application/xml")

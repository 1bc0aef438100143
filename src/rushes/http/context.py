"""What the routes share: authentication, job lookup, base URL and the response of a job."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property, lru_cache, partial
from threading import Event

from starlette.requests import Request
from starlette.responses import Response

from rushes.catalog.provider_data import ENGINE
from rushes.clock import unix_time
from rushes.hosts import Origin, is_within, parse_network
from rushes.http import serializers
from rushes.http.access_log import KEY
from rushes.http.auth import (
    allowed_origins,
    check_rate,
    identify,
    require_own_client,
    require_own_origin,
)
from rushes.http.base_url import origin
from rushes.http.errors import ApiError
from rushes.http.job_reads import JobReads
from rushes.http.job_watch import JobWatch
from rushes.http.key_watch import KeyWatch
from rushes.http.pictures import MakePicture, Pictures
from rushes.http.request_rates import RequestRates
from rushes.http.signed_urls import SignedUrls
from rushes.jobs.executor import Executor
from rushes.jobs.states import ENDED
from rushes.jobs.submit import Jobs
from rushes.keys.verification import Identity, Keys
from rushes.metrics import Metrics
from rushes.outages import Repeated
from rushes.settings import Settings
from rushes.storage.base import Storage
from rushes.store.idempotency import LARGE_BODY
from rushes.store.job import Job
from rushes.store.store import Store
from rushes.webhook import Webhooks
from rushes.wire import VideoGenerationResponse

log = logging.getLogger("rushes.http")

JSON = "application/json"
LATEST_WAIT = 3.0  # seconds after its submit; a job that takes longer is delayed
_LONGEST_ID = 100  # characters


@dataclass(eq=False)
class RequestContext:
    """Dependencies of the routes.

    `closing` is set when the service stops, and ends `streams`; each is there with its owner.
    `poll_wait` is how many seconds the poll of a job waits for its end, where jobs take
    milliseconds: most clients then need a single poll. `webhooks` sends those that are for a try.
    Without `make_picture` there are no posters and previews.
    """

    jobs: Jobs
    executor: Executor
    storage: Storage
    settings: Settings
    keys: Keys
    links: SignedUrls
    store: Store
    closing: Event = field(default_factory=Event)
    streams: dict[object, str] = field(default_factory=dict)
    poll_wait: float = 0.0
    rates: RequestRates = field(default_factory=RequestRates)
    metrics: Metrics = field(default_factory=Metrics)
    webhooks: Webhooks | None = None
    make_picture: MakePicture | None = None
    is_test_kit: bool = False
    refused_keys: Repeated = field(default_factory=lambda: Repeated(log, "key.refused"))

    def reload(self, settings: Settings) -> None:
        """Serve by other settings from now on."""
        self.settings = settings
        for name in ("_origins", "is_trusted"):  # which are computed from them once
            self.__dict__.pop(name, None)

    async def authenticate(self, request: Request, *, submits: bool = False) -> Identity:
        """Return whose a request is, by its API key; raise a 401, 403 or 429.

        `submits` tells what counts as a submit from all other requests, whose rates are apart.
        """
        await self.check_origin(request)
        identity = await identify(request, self.keys, self.refused_keys)
        request.scope[KEY] = identity.owner if identity.key is None else identity.key.label
        if identity.key is not None:
            check_rate(request, identity.key, self.rates, submits=submits)
            self.keys.note_use(identity.key)
        return identity

    async def require_admin(self, request: Request) -> None:
        """Raise a 403 unless the API key is a stored one that may manage keys."""
        identity = await self.authenticate(request)
        if not identity.is_admin:
            raise ApiError(
                403,
                "Only an admin key may manage API keys; `rushes keys create --admin` makes one",
            )

    async def require_operator(self, request: Request) -> Identity:
        """Return an admin key's identity, or anyone's while there are no keys; raise a 403."""
        identity = await self.authenticate(request)
        if not identity.is_operator:
            raise ApiError(
                403,
                "Only an admin key may operate this service; `rushes keys create --admin` makes"
                " one",
            )
        return identity

    async def check_origin(self, request: Request) -> None:
        """Raise a 403 for a client or web page of another machine, unless keys are needed."""
        if not await self.keys.required():
            require_own_client(request)
            require_own_origin(request, self._origins)

    @cached_property
    def reads(self) -> JobReads:
        return JobReads(self.store.jobs)

    @cached_property
    def pictures(self) -> Pictures:
        return Pictures(self.storage, self.make_picture)

    @cached_property
    def watch(self) -> JobWatch:
        return JobWatch(self.store.jobs, self.closing)

    @cached_property
    def key_watch(self) -> KeyWatch:
        return KeyWatch(self.keys)

    @cached_property
    def _origins(self) -> frozenset[Origin]:
        return allowed_origins(self.settings)

    @cached_property
    def is_trusted(self) -> Callable[[str], bool]:
        networks = tuple(map(parse_network, self.settings.trusted_proxies))
        return lru_cache(maxsize=1024)(partial(is_within, networks=networks))

    async def job(self, request: Request) -> Job:
        identity = await self.authenticate(request)
        return await self.visible_job(request.path_params["job_id"], identity.sees)

    async def visible_job(self, job_id: str, owner: str | None) -> Job:
        """Return a job as it is now; raise a 404 unless it is the owner's. None is everyone."""
        job = await self.own_job(job_id, owner)
        if job.deleted_at is not None:
            raise unknown(job_id)
        return job

    async def own_job(self, job_id: str, owner: str | None) -> Job:
        """Return a job, perhaps deleted; raise a 404 unless it is the owner's. None is everyone."""
        job = await self.reads.get(check_id(job_id))
        if job is None or owner not in {None, job.owner}:
            raise unknown(job_id)
        return job

    async def job_soon_ended(self, request: Request) -> Job:
        """Return a job as it is once it has ended, or else after `poll_wait`."""
        job = await self.job(request)
        if self._next_poll(job) == 0:
            await self.executor.wait_for_end(job.id, self.poll_wait)
            job = await self.visible_job(job.id, job.owner)
        return job

    def _next_poll(self, job: Job) -> int | None:
        """Return in how many seconds to poll a job again, 0 if that poll waits for its end.

        None says that the job has ended, or is none of the offline engine.
        """
        if job.provider != ENGINE or job.state in ENDED:
            return None
        left = self.jobs.seconds_left(job)
        is_new = unix_time() - job.created_at < LATEST_WAIT
        if self.poll_wait and (is_new if left is None else left <= self.poll_wait):
            return 0
        # Rounded down, because the next poll waits for what is left.
        return max(1, int(left or 0))

    def poll_hint(self, job: Job) -> dict[str, str]:
        """Return when to poll a job again, as a header."""
        seconds = self._next_poll(job)
        return {} if seconds is None else {"Retry-After": str(seconds)}

    def origin(self, request: Request) -> str:
        return origin(request, self.settings.public_url, self.is_trusted)

    def headers(self, job: Job) -> dict[str, str]:
        return {
            "X-Generation-Id": job.id,
            "X-Provider-Name": self.jobs.provider_name(job),
            "Cache-Control": "no-store",
        }

    async def show(self, job: Job, at: str) -> VideoGenerationResponse:
        """Return a job as a poll shows it, with links for a client that uses the base URL `at`."""
        name, seed = self.jobs.provider_name(job), job.seed if self.jobs.honors_seed(job) else None
        unsigned_urls = self.links.content_urls(job, at) if job.state == "completed" else None
        signed = await self._signed(job, at)
        # Most jobs have one attempt, of which their row says all.
        attempts = await self.store.attempts.of(job.id) if job.attempt > 1 else ()
        return serializers.polled(job, at, name, seed, unsigned_urls, signed, attempts)

    async def answer(self, request: Request, job: Job) -> Response:
        shown = await self.show(job, self.origin(request))
        headers = self.headers(job) | self.poll_hint(job)
        return Response(shown.model_dump_json(), 200, headers, JSON)

    async def _signed(self, job: Job, at: str) -> serializers.Signed | None:
        """Return links that need no key, which work for as long as the videos are kept."""
        if (expires_at := self.links.expires_at(job)) is None:
            return None
        urls = [
            await self.storage.signed_url(output.name, expires_at)
            or f"{at}{self.links.file_path(job.id, index, expires_at)}"
            for index, output in enumerate(job.outputs)
        ]
        return serializers.Signed(urls, expires_at)


def check_id(job_id: str) -> str:
    """Return an id that may be one of a job; raise a 404 for any other, without a query."""
    if len(job_id) > _LONGEST_ID or not (job_id.isascii() and job_id.isprintable()):
        raise unknown(job_id)
    return job_id


def unknown(job_id: str) -> ApiError:
    """Return the error that says there is no such job, or none that the caller may know of."""
    return ApiError(404, f"Job {job_id[:_LONGEST_ID]} is unknown")


async def read_body(request: Request, limit: int) -> bytes:
    """Return the whole body; raise a 415, or a 413 once it is known to exceed `limit` bytes."""
    coding = request.headers.get("content-encoding", "identity")
    if coding.lower() != "identity":
        raise ApiError(
            415, f"Content-Encoding: {coding[:40]!r} is not supported; send the body uncompressed"
        )
    # A declared length is only a hint: a chunked body has none, and a client may lie.
    too_large = ApiError(413, f"The request body is larger than {limit} bytes")
    declared = request.headers.get("content-length", "")
    if declared.isdigit() and int(declared) > limit:
        raise too_large
    blocks, size = [], 0
    async for block in request.stream():
        size += len(block)
        if size > limit:
            raise too_large
        blocks.append(block)
    if size > LARGE_BODY:  # milliseconds, in which the interpreter is free for others
        return await asyncio.to_thread(b"".join, blocks)
    return b"".join(blocks)

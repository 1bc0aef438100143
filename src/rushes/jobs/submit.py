"""The jobs where requests become jobs: checked, priced, committed, started; and where they stop."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import itertools
import json
import logging
import math
import secrets
import string
import time
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass

from rushes.catalog.completion import completed
from rushes.catalog.limits import Spec, check_request
from rushes.catalog.model import Catalog
from rushes.catalog.refusal import NotEmulatedError, UnknownModelError
from rushes.jobs.clock import boot_time, steady_time
from rushes.jobs.executor import Executor
from rushes.jobs.inflight import Gone, InflightRequest, InflightRequests
from rushes.jobs.large_body import work_on
from rushes.jobs.states import ENDED, OPEN
from rushes.providers.base import Provider
from rushes.store.idempotency import (
    Admission,
    BeingAnsweredError,
    CapacityError,
    DuplicatePolicy,
    StaleAdmissionError,
)
from rushes.store.job import Job
from rushes.store.jobs import Filter, Page
from rushes.store.store import Store
from rushes.store.transaction import StoreError
from rushes.wire import VideoGenerationRequest

_ALPHABET = string.ascii_letters + string.digits
LONGEST_ANSWER = 3.0  # seconds; an answer that is pending for longer has nobody to give it
GUARD = 1.0  # seconds; a client that was seen to wait longer ago is looked for again
HELD_UP = 3  # times that a request may wait longer than that
ANSWER_PAUSE = 0.05  # seconds between looks at an answer that is pending on another host
DRAWN_SEEDS = 2**31  # a drawn seed fits every client's integer

log = logging.getLogger("rushes.jobs")


class QueueFullError(Exception):
    """Tell that as many jobs are open as this service allows."""

    def __init__(self, limit: int) -> None:
        super().__init__(f"{limit} jobs are open already; try again when some have ended")
        self.limit = limit


class ClientGoneError(Exception):
    """Tell that a client hung up before its request became a job; none was made."""


class NotCancellableError(Exception):
    """Tell that a job cannot be cancelled any more."""


@dataclass(frozen=True)
class Caller:
    """Who sends a request: `owner` names the API key, `origin` is where the client will poll.

    `gone` tells whether the client has hung up; `key` is its idempotency key, if it sent one.
    """

    owner: str
    origin: str
    gone: Gone
    key: str | None = None
    session_id: str | None = None


@dataclass(frozen=True)
class SubmitLimits:
    """Limits: open jobs at once, seconds per job (by model), duplicate window in seconds."""

    max_open_jobs: int
    job_timeout: float
    model_timeouts: Mapping[str, float]
    duplicate_window: float


class Jobs:
    """Accept requests as jobs. Nothing is committed for a request that is refused."""

    def __init__(
        self,
        catalog: Catalog,
        store: Store,
        executor: Executor,
        providers: Mapping[str, Provider],
        rules: SubmitLimits,
    ) -> None:
        self.catalog = catalog
        self._store = store
        self._executor = executor
        self._providers = providers
        self._rules = rules
        self._arrivals = InflightRequests()
        self._accepting = 0

    @contextlib.asynccontextmanager
    async def submit(self, body: bytes, sender: Caller) -> AsyncIterator[Admission]:
        """Commit a job for a request body and start it, or find the one that was made for it.

        The answer is to be written inside the block; whether its client was still there then is
        committed after it, so that a retry of an answer that was lost makes no second job.

        Raises pydantic.ValidationError for a body that is not a request, InvalidRequestError for
        one that no model here can serve, QueueFullError when too many jobs are open, and the
        store's KeyReusedError for a key that came with another request before.
        """
        request, spec = await work_on(body, self._read)
        fingerprint = await work_on(body, _digest)
        arrival = InflightRequest(sender.gone)
        with self._arrivals.noted(sender.owner, fingerprint, arrival):
            admission = await self._admit(request, spec, fingerprint, body, sender, arrival)
            arrival.end(admission.job)
            delivered = False
            try:
                delivered = not await sender.gone()
                yield admission
            finally:
                await asyncio.sleep(0)  # the server's loop writes the answer at the end of its pass
                if not arrival.claimed:
                    await self._answered(admission.job, delivered=delivered)

    async def _admit(
        self,
        request: VideoGenerationRequest,
        spec: Spec,
        fingerprint: str,
        body: bytes,
        sender: Caller,
        arrival: InflightRequest,
    ) -> Admission:
        """Commit a job for a client that still waits, or find the one of an identical request."""
        if sender.key is None:
            duplicate = await self._arrivals.duplicate(sender.owner, fingerprint, arrival)
            if duplicate is not None:
                return Admission(duplicate, replayed=True)
        job = self._new_job(request, spec, sender, fingerprint)
        arrival.ids.add(job.id)
        model = self.catalog.get(request.model)
        whole = await work_on(body, lambda given: completed(given, request, spec, model, job.seed))
        began = boot_time()
        for attempt in itertools.count():
            if await sender.gone():
                # It was told of no job, so its retry makes one; this one would be paid, too.
                raise ClientGoneError
            try:
                admission = await self._commit(job, whole, sender, waited=boot_time() - began)
            except BeingAnsweredError:
                await asyncio.sleep(ANSWER_PAUSE)
            except StaleAdmissionError:
                if attempt >= HELD_UP:
                    raise StoreError("Requests wait too long for the database") from None
            else:
                break
        if not admission.replayed:
            self._executor.start(admission.job)
        return admission

    async def _commit(self, job: Job, body: str, sender: Caller, *, waited: float) -> Admission:
        now, seen = time.time(), boot_time()
        duplicates = DuplicatePolicy(
            now - self._rules.duplicate_window,
            self._arrivals.answered(job.owner, job.fingerprint),
            # Another host's clock may differ, so one's own waiting ends it too.
            math.inf if waited >= LONGEST_ANSWER else now - LONGEST_ANSWER,
            lambda: boot_time() - seen < GUARD,
        )
        full = await self._executor.open_jobs() + self._accepting >= self._rules.max_open_jobs
        self._accepting += 1
        try:
            return await self._store.idempotency.admit(
                job, body, key=sender.key, duplicates=duplicates, full=full
            )
        except CapacityError:
            raise QueueFullError(self._rules.max_open_jobs) from None
        finally:
            self._accepting -= 1

    async def _answered(self, job: Job, *, delivered: bool) -> None:
        try:
            await self._store.idempotency.answered(job.id, "delivered" if delivered else "lost")
        except StoreError as error:
            log.warning("whether the answer of %s was delivered is not kept: %s", job.id, error)

    async def quote(self, body: bytes) -> tuple[Spec, str]:
        """Return what a request would make, and the name of who would make it; make nothing."""
        _, spec = await work_on(body, self._read)
        return spec, self._route(spec).name

    async def cancel(self, job: Job) -> Job:
        """Cancel a job: at once while nothing was ordered, else as soon as its order is known.

        Return it as it is then; one that is being stopped is still open.

        Raises NotCancellableError.
        """
        now, jobs = time.time(), self._store.jobs
        free = {
            "state": "cancelled",
            "cancellation": "not_started",
            "error": "Cancelled",
            "ended_at": now,
        }
        changed = await jobs.update(job.id, where={"queued"}, changes=free, tell=True)
        if changed is None:
            ask = {"cancellation": "requested"}
            changed = await jobs.update(
                job.id, where={"submitting", "running"}, changes=ask, tell=True
            )
        if changed is not None:
            await self._executor.wake(job.id)
            return changed
        current = await jobs.get(job.id) or job
        if current.state == "cancelled":
            return current
        if current.state == "storing":
            raise NotCancellableError(
                f"{job.id} can no longer be cancelled: its video is being stored"
            )
        raise NotCancellableError(f"{job.id} is {current.state} already")

    async def delete(self, job: Job) -> None:
        """Let nobody see a job any more; what is open is cancelled, what is stored removed."""
        if job.state not in ENDED:
            with contextlib.suppress(NotCancellableError):  # what is being stored is removed then
                await self.cancel(job)
        changes = {"deleted_at": int(time.time())}
        await self._store.jobs.update(job.id, where=ENDED | OPEN, changes=changes)

    async def get(self, job_id: str, owner: str | None) -> Job | None:
        """Return a job by id: one read of one row. None if it is deleted, or another owner's."""
        job = await self._store.jobs.get(job_id)
        if job is None or job.deleted_at is not None or owner not in {None, job.owner}:
            return None
        return job

    async def page(self, wanted: Filter, limit: int, cursor: str | None) -> Page:
        """Return some jobs, newest first; raise the store's BadCursorError."""
        return await self._store.jobs.page(wanted, limit, cursor)

    def provider_name(self, job: Job) -> str:
        provider = self._providers.get(job.provider)
        return job.provider if provider is None else provider.name

    def honors_seed(self, job: Job) -> bool:
        """Return whether a job's seed is what its video is made with."""
        provider = self._providers.get(job.provider)
        if provider is not None and provider.capabilities.on_lost_response == "resubmit":
            return True
        try:
            return bool(self.catalog.get(job.model).wire.seed)
        except UnknownModelError:  # it was listed when the job was made
            return False

    def _read(self, body: bytes) -> tuple[VideoGenerationRequest, Spec]:
        request = VideoGenerationRequest.model_validate_json(body)
        return request, check_request(request, self.catalog.get(request.model))

    def _route(self, spec: Spec) -> Provider:
        """Return the provider that will make a spec: the first that is configured."""
        for provider in self._providers.values():
            return provider
        raise NotEmulatedError(f"model: no provider is configured for {spec.model}", field="model")

    def _new_job(
        self, request: VideoGenerationRequest, spec: Spec, sender: Caller, fingerprint: str
    ) -> Job:
        created_ns = time.time_ns()
        now = created_ns // 10**9
        timeout = self._rules.model_timeouts.get(spec.model, self._rules.job_timeout)
        return Job(
            id=new_job_id(now),
            state="queued",
            model=spec.model,
            provider=self._route(spec).slug,
            created_at=now,
            updated_at=now,
            seed=secrets.randbelow(DRAWN_SEEDS) if spec.seed is None else spec.seed,
            width=spec.width,
            height=spec.height,
            duration=spec.duration,
            audio=spec.audio,
            prompt=spec.prompt,
            origin=sender.origin,
            callback_url=request.callback_url,
            callback="pending" if request.callback_url else None,
            quote=spec.cost,
            owner=sender.owner,
            session_id=request.session_id or sender.session_id,
            user_id=request.user,
            created_ns=created_ns,
            fingerprint=fingerprint,
            deadline=int(steady_time() + timeout),
        )


def new_job_id(now: int) -> str:
    """Return an id of the wire's form, `gen-vid-<unix seconds>-<20 alphanumerics>`."""
    number = secrets.randbelow(len(_ALPHABET) ** 20)
    drawn = ""
    for _ in range(20):
        number, digit = divmod(number, len(_ALPHABET))
        drawn += _ALPHABET[digit]
    return f"gen-vid-{now}-{drawn}"


def _digest(body: bytes) -> str:
    """Return the digest of what a body says, however it is written."""
    plain = json.dumps(json.loads(body), sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(plain.encode()).hexdigest()

"""Turns requests into jobs: check, price, commit, start."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import logging
import math
import secrets
import string
import time
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from rushes import tracing
from rushes.catalog.checked_request import CheckedRequest, check_body, new_seed
from rushes.catalog.limits import Spec
from rushes.catalog.model import Catalog
from rushes.catalog.provider_data import ENGINE
from rushes.catalog.refusal import InvalidParameterError, NotPermittedError, UnknownModelError
from rushes.clock import ahead, real_sleep, unix_time
from rushes.jobs.clock import boot_time, steady_time
from rushes.jobs.context import router_of, upstream_of
from rushes.jobs.executor import Executor
from rushes.jobs.inflight import Gone, InflightRequest, InflightRequests
from rushes.jobs.rerouting import never_charges
from rushes.jobs.states import STATUS
from rushes.jobs.transitions import attributes_of, log_transition
from rushes.providers.base import Provider, TimedProvider
from rushes.routing.candidate import Candidate
from rushes.routing.preferences import permitted, preferences_of
from rushes.routing.router import Router
from rushes.store.api_key import ApiKey
from rushes.store.budget import Budget, UnpricedError, budgets_of
from rushes.store.idempotency import (
    LARGE_BODY,
    Admission,
    BeingAnsweredError,
    CapacityError,
    DuplicatePolicy,
    OwnerCapacityError,
    StaleAdmissionError,
)
from rushes.store.job import Job
from rushes.store.store import Store
from rushes.store.transaction import StoreError

_ALPHABET = string.ascii_letters + string.digits
LONGEST_ANSWER = 3.0  # seconds; a response that is pending for longer will not be sent
CLIENT_GUARD = 1.0  # seconds; a client that was seen to wait longer ago is looked for again
MAX_STALE = 3  # times that a request may wait longer than that
ANSWER_PAUSE = 0.05  # seconds between looks at a response that is pending on another host

log = logging.getLogger("rushes.jobs")


class QueueFullError(Exception):
    """As many jobs are open as this service allows, to all keys or to this one."""

    def __init__(self, limit: int, *, of_key: bool = False) -> None:
        jobs = f"{limit} open job{'' if limit == 1 else 's'}"
        whose = " of this API key" if of_key else ""
        super().__init__(f"The limit of {jobs}{whose} is reached; try again when one has ended")
        self.limit = limit


class ClientGoneError(Exception):
    """The client hung up before its request became a job; none was made."""


@dataclass(frozen=True)
class Caller:
    """Who sends a request: `owner` names the API key, `origin` is where the client will poll.

    `gone` returns whether the client has hung up; `key` is its idempotency key, if it sent one;
    `max_price` is the most that it pays, in USD; `api_key` its stored key, which has limits.
    """

    owner: str
    origin: str
    gone: Gone
    key: str | None = None
    session_id: str | None = None
    max_price: Decimal | None = None
    api_key: ApiKey | None = None


@dataclass(frozen=True)
class SubmitLimits:
    """Open jobs at once, of all and of one key; seconds per job; duplicate window in seconds.

    With `leaves_free` a stored key without a limit of its own has at most as many as it leaves.
    `private_urls` permits callback and input URLs of hosts that are not public,
    `loopback_callbacks` callback URLs of this machine, without TLS too. `budgets` are those of the
    whole service.
    """

    max_open_jobs: int
    job_timeout: float
    model_timeouts: Mapping[str, float]
    duplicate_window: float
    private_urls: bool = False
    max_open_jobs_per_key: int | None = None
    leaves_free: bool = False
    loopback_callbacks: bool = False
    budgets: tuple[Budget, ...] = ()

    def of_key(self, key: ApiKey | None, free: int) -> int | None:
        """Return how many jobs a key may have open while so many are free; None for any number."""
        most = self.max_open_jobs_per_key
        if key is None:
            return most
        if key.max_open_jobs is not None:
            return key.max_open_jobs
        # Not looked at while even one that has all open jobs leaves as many free.
        if self.leaves_free and 0 < free <= self.max_open_jobs - free:
            return min(free, most or free)
        return most


class Jobs:
    """Submit requests as jobs. Nothing is committed for a request that is refused."""

    def __init__(
        self,
        catalog: Catalog,
        store: Store,
        executor: Executor,
        providers: Mapping[str, Provider],
        limits: SubmitLimits,
        router: Router | None = None,
        *,
        new_id: Callable[[int], str] | None = None,
        draw_seed: Callable[[], int] = new_seed,
    ) -> None:
        self.catalog = catalog
        self._store = store
        self._executor = executor
        self._providers = providers
        self._limits = limits
        self.router = router or router_of(providers)
        self._new_id = new_id or new_job_id
        self._draw_seed = draw_seed
        self._inflight = InflightRequests()
        self._checking = asyncio.Lock()
        self._accepting = 0

    def reload(self, catalog: Catalog, limits: SubmitLimits) -> None:
        """Check requests by other models and limits from now on."""
        self.catalog, self._limits = catalog, limits

    @contextlib.asynccontextmanager
    async def submit(self, body: bytes, caller: Caller) -> AsyncIterator[Admission]:
        """Commit a job for a request body and start it, or find the one that was made for it.

        The response is written inside the block; whether its client was still there then is
        committed after it, so that a retry of a response that was lost makes no second job.

        Raises pydantic.ValidationError for a body that is not a request, InvalidRequestError for
        one that no model here can serve, QueueFullError when too many jobs are open, and the
        store's KeyReusedError for a key that came with another request before, OverBudgetError for
        a job that may cost more than a budget has left, and UnpricedError where nobody knows.
        """
        checked = await self._check(body)
        account = await self._account_of_previous(checked, caller)
        budgets = budgets_of(caller.api_key) + self._limits.budgets
        candidate = await self._first(checked, caller.max_price, account, caller.api_key, budgets)
        inflight = InflightRequest(caller.gone)
        with self._inflight.noted(caller.owner, checked.fingerprint, inflight):
            with tracing.span("submit") as span:
                admission = await self._admit(checked, candidate, caller, budgets, inflight)
                span.set(attributes_of(admission.job))
            inflight.end(admission.job)
            delivered = False
            try:
                delivered = not await caller.gone()
                yield admission
            finally:
                # Lets the server write the response before a commit is waited for.
                await real_sleep(0)
                if not inflight.claimed:
                    await self._answered(admission.job, delivered=delivered)

    async def quote(self, body: bytes, api_key: ApiKey | None = None) -> tuple[Spec, Candidate]:
        """Return what a request would make, and where it would be made; make nothing."""
        checked = await self._check(body)
        return checked.spec, await self._first(checked, None, None, api_key)

    @property
    def credits(self) -> Budget | None:
        """Return what all jobs may cost in all, if that is limited."""
        return next((b for b in self._limits.budgets if b.period == "total"), None)

    @property
    def budgets(self) -> tuple[Budget, ...]:
        """Return those of the whole service."""
        return self._limits.budgets

    def provider_name(self, job: Job) -> str:
        return self.account_name(job.provider)

    def account_name(self, account: str) -> str:
        """Return the name of an account's provider; the account itself if it is not configured."""
        provider = self._providers.get(account)
        return account if provider is None else provider.name

    def seconds_left(self, job: Job) -> float | None:
        """Return the seconds until an open job is done, None if they are not known."""
        upstream = upstream_of(job)
        provider: object = self._providers.get(job.provider)
        if upstream is not None and isinstance(provider, TimedProvider):
            return provider.seconds_left(upstream)
        return None

    def honors_seed(self, job: Job) -> bool:
        """Return whether a job's video is made with its seed."""
        provider = self._providers.get(job.provider)
        if provider is not None and provider.capabilities.on_lost_response == "resubmit":
            return True
        try:
            return bool(self.catalog.get(job.model).wire.seed)
        except UnknownModelError:  # it was listed when the job was made
            return False

    async def _check(self, body: bytes) -> CheckedRequest:
        if len(body) > LARGE_BODY:  # a thread costs more than to read a smaller one
            # One by one: each holds the interpreter, several would starve the event loop.
            async with self._checking:
                return await asyncio.to_thread(self._check_now, body)
        return self._check_now(body)

    def _check_now(self, body: bytes) -> CheckedRequest:
        return check_body(
            body,
            self.catalog,
            allow_private=self._limits.private_urls,
            is_live=self.router.table.is_live,
            draw_seed=self._draw_seed,
            loopback_callbacks=self._limits.loopback_callbacks,
        )

    async def _admit(
        self,
        checked: CheckedRequest,
        candidate: Candidate,
        caller: Caller,
        budgets: Sequence[Budget],
        inflight: InflightRequest,
    ) -> Admission:
        """Commit a job for a client that still waits, or find the one of an identical request."""
        if caller.key is None:
            duplicate = await self._inflight.duplicate(caller.owner, checked.fingerprint, inflight)
            if duplicate is not None:
                return Admission(duplicate, replayed=True)
        job = self._new_job(checked, candidate, caller)
        inflight.ids.add(job.id)
        began = boot_time()
        for attempt in itertools.count():
            if await caller.gone():
                # It has no response, so its retry makes a job; this one would be paid for as well.
                raise ClientGoneError
            waited = boot_time() - began
            try:
                admission = await self._commit(job, checked.body, caller, budgets, waited=waited)
            except BeingAnsweredError:
                await real_sleep(ANSWER_PAUSE)
            except StaleAdmissionError:
                if attempt >= MAX_STALE:
                    raise StoreError("Requests wait too long for the database") from None
            else:
                break
        if not admission.replayed:
            _log_queued(admission.job)
            self._executor.start(admission.job)
        return admission

    async def _commit(
        self, job: Job, body: str, caller: Caller, budgets: Sequence[Budget], *, waited: float
    ) -> Admission:
        now, seen = unix_time(), boot_time()
        duplicates = DuplicatePolicy(
            now - self._limits.duplicate_window,
            self._inflight.answered(job.owner, job.fingerprint),
            # Another host's clock may differ, so this request's own wait ends it as well.
            math.inf if waited >= LONGEST_ANSWER else now - LONGEST_ANSWER,
            lambda: boot_time() - seen < CLIENT_GUARD,
        )
        # Those that are being committed count too: many arrive before the first is open.
        free = self._limits.max_open_jobs - await self._executor.open_jobs() - self._accepting
        of_key, full = self._limits.of_key(caller.api_key, free), free <= 0
        self._accepting += 1
        try:
            return await self._store.idempotency.admit(
                job,
                body,
                key=caller.key,
                duplicates=duplicates,
                full=full,
                owner_limit=of_key,
                budgets=budgets,
            )
        except OwnerCapacityError:
            raise QueueFullError(of_key or 0, of_key=True) from None
        except CapacityError:
            raise QueueFullError(self._limits.max_open_jobs) from None
        finally:
            self._accepting -= 1

    async def _answered(self, job: Job, *, delivered: bool) -> None:
        try:
            await self._store.idempotency.answered(job.id, "delivered" if delivered else "lost")
        except StoreError as error:
            log.debug("cannot record whether the response of %s arrived: %s", job.id, error)

    async def _first(
        self,
        checked: CheckedRequest,
        max_price: Decimal | None,
        account: str | None,
        api_key: ApiKey | None,
        budgets: Sequence[Budget] = (),
    ) -> Candidate:
        _check_model(checked.spec.model, api_key)
        preferences = permitted(preferences_of(checked.request, max_price), api_key)
        routed = await self.router.route(
            checked.request, checked.spec, preferences, only_account=account
        )
        if not budgets:
            return routed[0]
        # The first whose cost can be kept within them.
        known = [c for c in routed if c.price is not None or self._never_charges(c)]
        if not known:
            raise UnpricedError(budgets[0])
        return known[0]

    def _never_charges(self, candidate: Candidate) -> bool:
        return never_charges(self._providers.get(candidate.account.id))

    async def _account_of_previous(self, checked: CheckedRequest, caller: Caller) -> str | None:
        """Return the account that makes the next part of the job which a request continues.

        It is the one that made that job, or the engine, to which the stored video is enough.
        """
        name = checked.request.previous_job_id
        if name is None:
            return None
        earlier = await self._store.jobs.get(name)
        if earlier is None or earlier.owner != caller.owner:
            raise InvalidParameterError("previous_job_id", name, "is not a job of yours")
        model = checked.spec.model
        makers = {account.id for account, _ in self.router.table.of(model)}
        maker = earlier.provider if earlier.provider in makers else ENGINE
        problem = None
        if earlier.deleted_at is not None:
            problem = "was deleted, and cannot be continued"
        elif earlier.state != "completed":
            problem = f"has not completed: it is {STATUS[earlier.state]}"
        elif maker not in makers:
            is_gone = earlier.provider not in self._providers
            why = "is not configured any more" if is_gone else f"does not make {model} here"
            problem = f"was made by {earlier.provider}, which {why}"
        elif maker == ENGINE and earlier.removed_at is not None:
            problem = "cannot be continued: its video has expired and was deleted"
        elif maker != ENGINE and earlier.upstream_id is None:
            problem = "was not made by a provider that can continue it"
        if problem is not None:
            raise InvalidParameterError("previous_job_id", name, problem)
        return maker

    def _new_job(self, checked: CheckedRequest, candidate: Candidate, caller: Caller) -> Job:
        request, spec = checked.request, checked.spec
        created_ns = time.time_ns() + int(ahead() * 10**9)
        now = created_ns // 10**9
        default = None if caller.api_key is None else caller.api_key.callback_url
        callback_url = request.callback_url or default
        timeout = self._limits.model_timeouts.get(spec.model, self._limits.job_timeout)
        return Job(
            id=self._new_id(now),
            state="queued",
            model=spec.model,
            provider=candidate.account.id,
            upstream_model=candidate.endpoint.upstream_model,
            max_price=preferences_of(request, caller.max_price).max_price,
            previous_job_id=request.previous_job_id,
            decided=",".join(checked.decided),
            created_at=now,
            updated_at=now,
            seed=checked.seed,
            width=spec.width,
            height=spec.height,
            duration=spec.duration,
            audio=spec.audio,
            prompt=spec.prompt,
            origin=caller.origin,
            callback_url=callback_url,
            callback="pending" if callback_url else None,
            quote=candidate.price,
            owner=caller.owner,
            session_id=request.session_id or caller.session_id,
            user_id=request.user,
            created_ns=created_ns,
            fingerprint=checked.fingerprint,
            deadline=int(steady_time() + timeout),
            traceparent=tracing.traceparent(),
        )


def _log_queued(job: Job) -> None:
    size = f"{job.width}x{job.height}"
    quote = None if job.quote is None else float(job.quote)
    log_transition(job, duration=job.duration, size=size, quote=quote)


def _check_model(model: str, api_key: ApiKey | None) -> None:
    allowed = None if api_key is None else api_key.models
    if allowed is not None and model not in allowed:
        raise NotPermittedError(
            f"model: this API key may not use {model}; allowed: {', '.join(allowed) or 'none'}",
            field="model",
        )


def new_job_id(now: int) -> str:
    """Return an id of the form `gen-vid-<unix seconds>-<20 alphanumerics>`."""
    # Bytes above the last multiple of 62 would make some letters more likely.
    drawn = [_ALPHABET[b % 62] for b in secrets.token_bytes(64) if b < 248]
    return f"gen-vid-{now}-{''.join(drawn[:20])}"

"""Money is spent here, once: how a job's order is sent, and what happens when its answer is lost.

Each order is committed before it is sent, and once more right before the socket is used. So a
crash tells by the row it leaves whether money may have been spent: an `intent` is free to send; a
`sending` or `unknown` order is never sent blindly again.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Coroutine
from time import monotonic
from typing import Any

from openrouter.components import VideoGenerationRequest
from rushes.catalog.media import read_media
from rushes.jobs.crew import Crew, FencedError
from rushes.jobs.recording import record
from rushes.jobs.states import ENDED
from rushes.providers.base import (
    FindingProvider,
    NotTakenError,
    Order,
    ProviderError,
    RefusedError,
    TransientError,
    UnknownOutcomeError,
    UpstreamJob,
)
from rushes.store.job import Job
from rushes.store.ledger import SharedIdError
from rushes.store.submission import Submission
from rushes.store.transaction import StoreError

Commit = Callable[[Job], Awaitable[bool]]

GUARD = 2.0  # seconds; an order that was committed longer ago is not sent any more
MAX_ATTEMPTS = 3  # orders per job where a lost one costs time, or the operator wants it so
FIRST_PAUSE = 1.0  # seconds until an order is tried again; it doubles
LONGEST_PAUSE = 60.0
SLOT_PAUSE = 0.5  # seconds until a full provider is looked at again


class MoneyMayBeSpentError(ProviderError):
    """Tell that an order's outcome is unknown for good; its submission is kept for the operator."""


class StoppedError(Exception):
    """Tell that a job is not to go on; `state` is how it ends."""

    def __init__(self, state: str) -> None:
        super().__init__(state)
        self.state = state


class _StaleError(Exception):
    """Tell that too much time has passed since an order was committed; nothing was sent."""


async def submit(job: Job, crew: Crew, limit: int | None = None) -> Job:
    """Have a job's order taken exactly once, and commit the upstream's id.

    With `limit`, the order waits while that many of its provider are in flight on all hosts.
    """
    pause = FIRST_PAUSE
    while job.state in {"queued", "submitting"}:
        try:
            job = await _step(job, crew, limit)
        except NotTakenError as error:
            wait = pause if error.retry_after is None else error.retry_after
            await crew.store.pacing.hold(job.provider, wait)
            job = await rest(await note(job, crew, str(error)), crew, wait)
            pause = min(2 * pause, LONGEST_PAUSE)
    return job


async def _step(job: Job, crew: Crew, limit: int | None) -> Job:
    """Do what a job's row and its submission's row say is next."""
    if job.state == "queued":
        check_going_on(job)
        job = await _intend(job, crew, 1, limit)
        return await rest(job, crew, SLOT_PAUSE) if job.state == "queued" else job
    submission = await crew.store.ledger.submission(job)
    if submission is None:
        return await _intend(job, crew, job.attempt)
    match submission.state:
        case "intent":
            check_going_on(job)
            return await _send(job, crew)
        case "absent":
            return await _intend(job, crew, job.attempt + 1)
        case "refused":
            raise RefusedError(submission.detail or "The provider refused")
        case _:
            return await _recover(job, submission, crew)


def check_going_on(job: Job) -> None:
    """Raise StoppedError if a job was cancelled or has outlived its time."""
    if job.cancellation == "requested":
        raise StoppedError("cancelled")
    if job.deadline is not None and time.time() >= job.deadline:
        raise StoppedError("expired")


async def rest(job: Job, crew: Crew, seconds: float) -> Job:
    """Let time pass; a ring or the deadline ends it. Return the job as its row is then."""
    if job.deadline is not None and (left := job.deadline - time.time()) > 0:
        seconds = min(seconds, left)
    if await crew.bells.wait(job.id, seconds):
        return await reread(job, crew)
    return job


async def reread(job: Job, crew: Crew) -> Job:
    """Return a job as its row is; raise FencedError if it is another's by now, or ended."""
    current = await crew.store.jobs.get(job.id)
    if current is None or current.epoch != job.epoch or current.state in ENDED:
        raise FencedError(job.id)
    return current


async def note(job: Job, crew: Crew, trouble: str | None) -> Job:
    """Commit what delays a job, for those who poll it."""
    if trouble == job.trouble:
        return job
    noted = await crew.store.jobs.update(
        job.id, where={job.state}, changes={"trouble": trouble}, epoch=job.epoch
    )
    if noted is None:
        raise FencedError(job.id)
    return noted


async def _intend(job: Job, crew: Crew, attempt: int, limit: int | None = None) -> Job:
    intended = await crew.store.ledger.intend(job, attempt, limit)
    if intended is None:
        raise FencedError(job.id)
    return intended


async def _send(job: Job, crew: Crew, *, again: bool = False) -> Job:
    """Send an order and commit the answer; `again` repeats one that may have been taken."""
    provider, ledger = crew.provider(job), crew.store.ledger
    order = await asyncio.to_thread(_order, job, await crew.store.jobs.body(job.id))
    turn = monotonic() + await crew.store.pacing.turn(provider.slug, provider.terms.interval)
    while (left := turn - monotonic()) > 0:  # a ring ends a rest early
        job = await rest(job, crew, left)
        if not again:
            check_going_on(job)
    gate = _Gate(job, ledger.resend if again else ledger.send)
    return await gate.finish(_answered(job, order, gate, crew, again=again))


async def _answered(job: Job, order: Order, gate: _Gate, crew: Crew, *, again: bool) -> Job:
    """Send an order through its gate and commit what is known of it then."""
    provider, ledger = crew.provider(job), crew.store.ledger

    async def mark(how: Callable[[Job, str], Awaitable[bool]], error: Exception) -> None:
        await record(f"{order.key}: {error}", lambda: how(job, str(error)))

    try:
        return await _accept(job, await provider.create(order, gate), crew)
    except (_StaleError, NotTakenError) as error:
        # What may have been taken before is not known to be untaken now.
        await mark(ledger.doubt if again else ledger.withdraw, error)
        if isinstance(error, NotTakenError):
            raise
        return job
    except UnknownOutcomeError as error:
        await mark(ledger.doubt, error)
        return await note(job, crew, f"The provider's answer is missing: {error}")
    except SharedIdError as error:
        await mark(ledger.doubt, error)
        raise _unknown(job, crew, str(error)) from error
    except RefusedError as error:
        if again:
            await mark(ledger.doubt, error)
            raise _unknown(job, crew, str(error)) from error
        await mark(ledger.refuse, error)
        raise


class _Gate:
    """The last thing before the socket is used: the order is committed as being sent."""

    def __init__(self, job: Job, commit: Commit) -> None:
        self._job = job
        self._commit = commit
        self._passed = False

    async def __call__(self) -> None:
        """Commit. Raises when the job is another's by now, or the commit failed or took long."""
        self._passed, began = True, _boot_time()
        try:
            committed = await self._commit(self._job)
        except StoreError as error:
            raise _StaleError(f"it was not recorded before it was sent: {error}") from error
        if not committed:
            raise FencedError(self._job.id)
        if _boot_time() - began > GUARD:
            raise _StaleError("it was held up before it was sent")

    async def finish(self, sending: Coroutine[Any, Any, Job]) -> Job:
        """Finish sending even if the caller is stopped: an answer on its way must be recorded."""
        task = asyncio.ensure_future(sending)
        try:
            return await asyncio.shield(task)
        except asyncio.CancelledError:
            if not self._passed:
                task.cancel()
            await asyncio.gather(task, return_exceptions=True)
            raise


async def _accept(job: Job, upstream: UpstreamJob, crew: Crew) -> Job:
    ledger = crew.store.ledger
    accepted = await record(
        f"{job.id} was accepted as {upstream.id}", lambda: ledger.accept(job, upstream.id)
    )
    if accepted is None:
        await _keep_orphan(job, upstream, crew)
        raise FencedError(job.id)
    return accepted


async def _recover(job: Job, submission: Submission, crew: Crew) -> Job:
    """Find out what became of an order whose answer is missing; repeat it only if that is safe."""
    provider = crew.provider(job)
    terms, ledger = provider.terms, crew.store.ledger
    if submission.state == "sending":
        if terms.recovery == "free":
            return await _send(job, crew, again=True)
        if not crew.alone:  # whoever sent it may be alive, and about to use the socket
            await asyncio.sleep(GUARD + terms.create_timeout + crew.skew)
        await ledger.doubt(job, "Its sender ended before the answer came")
    for orphan in await ledger.orphans(job):
        if orphan.attempt == job.attempt:
            await ledger.settle_orphan(orphan, "adopted")
            return await _accept(job, UpstreamJob(orphan.upstream_id, job.model), crew)
    since = submission.sent_at or submission.intent_at
    if terms.recovery == "idempotent" and time.time() - since < terms.key_lifetime:
        replayed = await _send(job, crew, again=True)
        return replayed if replayed.state == "running" else await rest(replayed, crew, FIRST_PAUSE)
    if terms.recovery == "findable" and isinstance(provider, FindingProvider):
        return await _look_up(job, submission, provider, crew)
    repeatable = terms.recovery == "free" or provider.slug in crew.resubmit
    if repeatable and job.attempt < MAX_ATTEMPTS:
        return await _intend(job, crew, job.attempt + 1)
    raise _unknown(job, crew, submission.detail or "no answer came")


async def _look_up(job: Job, submission: Submission, provider: FindingProvider, crew: Crew) -> Job:
    """Look for an order by its key; what is not there after a while was not taken."""
    terms, since = crew.provider(job).terms, submission.sent_at or submission.intent_at
    # A clock that jumped back must not make this wait for ever.
    await asyncio.sleep(min(max(since + terms.settling - time.time(), 0.0), terms.settling))
    pause, until = FIRST_PAUSE, time.time() + terms.patience
    while True:
        try:
            found = await provider.find(submission.key, job.model)
            break
        except TransientError as error:
            if time.time() >= until:
                raise _unknown(job, crew, str(error)) from error
            await asyncio.sleep(pause if error.retry_after is None else error.retry_after)
            pause = min(2 * pause, LONGEST_PAUSE)
    if found is not None:
        try:
            return await _accept(job, found, crew)
        except SharedIdError as error:
            raise _unknown(job, crew, str(error)) from error
    await crew.store.ledger.disprove(job)
    return await _intend(job, crew, job.attempt + 1)


def _unknown(job: Job, crew: Crew, detail: str) -> MoneyMayBeSpentError:
    return MoneyMayBeSpentError(
        f"{crew.provider(job).name} may have taken this order, and may charge for it, but never"
        f" told its id ({detail}). It was not sent again; whoever runs this service can look it up"
    )


async def _keep_orphan(job: Job, upstream: UpstreamJob, crew: Crew) -> None:
    """Keep the id that came too late; stop what it names, unless the job can still use it."""
    ledger = crew.store.ledger
    orphan = await record(
        f"{job.id} was accepted too late as {upstream.id}", lambda: ledger.orphan(job, upstream.id)
    )
    current = await crew.store.jobs.get(job.id)
    if current is not None and current.upstream_id == upstream.id:
        await ledger.settle_orphan(orphan, "adopted")
    elif current is None or current.attempt != job.attempt or current.state != "submitting":
        await stop_orphans(job, crew)


async def stop_orphans(job: Job, crew: Crew) -> None:
    """Stop what a job's upstream makes for nobody."""
    for orphan in await crew.store.ledger.orphans(job):
        try:
            upstream = UpstreamJob(orphan.upstream_id, job.model)
            fate = (await crew.provider(job).cancel(upstream)).outcome
        except ProviderError:
            fate = "unknown"
        await crew.store.ledger.settle_orphan(orphan, fate)


def _boot_time() -> float:
    """Return seconds since the machine started, suspended time included."""
    return time.clock_gettime(getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC))


def _order(job: Job, body: str) -> Order:
    """Return what to order; parsing a body full of pictures takes long, so not on the loop."""
    return Order(
        key=f"{job.id}-{job.attempt}",
        model=job.model,
        prompt=job.prompt,
        width=job.width,
        height=job.height,
        duration=job.duration,
        audio=job.audio,
        seed=job.seed,
        media=read_media(VideoGenerationRequest.model_validate_json(body)),
        body=body,
    )

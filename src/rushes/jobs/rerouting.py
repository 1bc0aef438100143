"""Fail-over: gives a job to another account, under the same id, while that is free of doubt."""

from __future__ import annotations

import asyncio
import logging
from decimal import Decimal

from rushes.catalog.checked_request import as_given
from rushes.catalog.limits import Spec, check_request
from rushes.catalog.model import Catalog
from rushes.catalog.refusal import InvalidRequestError
from rushes.jobs.clock import steady_time
from rushes.jobs.context import JobContext
from rushes.routing.candidate import Candidate
from rushes.routing.preferences import Preferences, preferences_of
from rushes.store.attempt import Attempt
from rushes.store.job import Job, decided_of
from rushes.wire import VideoGenerationRequest

MAX_ROUTES = 8  # accounts that are tried for one job

log = logging.getLogger("rushes.jobs")


class ReroutedError(Exception):
    """The job is queued for another account; this one has nothing more to do with it."""

    def __init__(self, job: Job) -> None:
        super().__init__(job.id)
        self.job = job


async def reroute(
    job: Job, context: JobContext, detail: str, *, of_request: bool = False
) -> Job | None:
    """Queue a job for the next account that can make it; None if there is none.

    With `of_request` the request is the reason, so other credentials for the same upstream are left
    out too.

    Its current attempt was not accepted, or has ended at no more than its known cost. An attempt
    whose outcome is unknown forbids it: it may have been paid for.
    """
    if job.cancellation == "requested" or not context.router.has_choice(job.model):
        return None
    attempts = await context.store.attempts.of(job.id)
    if any(attempt.state in {"sending", "unknown"} for attempt in attempts):
        return None
    tried = _tried(job, attempts, context, of_request=of_request)
    candidate = await _next(job, attempts, tried, context)
    if candidate is None:
        return None
    changes = {
        "provider": candidate.account.id,
        "upstream_model": candidate.endpoint.upstream_model,
        "quote": candidate.price,
        "delay_reason": None,
        "deadline": _deadline(job),
    }
    rerouted = await context.store.attempts.reroute(job, changes, detail)
    if rerouted is not None:
        log.info("job %s goes from %s to %s: %s", job.id, job.provider, rerouted.provider, detail)
    return rerouted


def _tried(
    job: Job, attempts: list[Attempt], context: JobContext, *, of_request: bool
) -> set[tuple[str, str]]:
    """Return the accounts and upstream models that are out of the question by now."""
    tried = {(attempt.provider, attempt.upstream_model) for attempt in attempts}
    tried.add((job.provider, job.upstream_model))
    refusing = {(a.provider, a.upstream_model) for a in attempts if a.state == "ended"}
    if of_request:
        refusing.add((job.provider, job.upstream_model))
    accounts = context.router.table.accounts
    urls = {account.id: (account.slug, account.base_url) for account in accounts}
    same = {(urls.get(name), model) for name, model in refusing}
    return tried | {
        (account.id, model)
        for account in accounts
        for url, model in same
        if url == urls[account.id]
    }


async def _next(
    job: Job, attempts: list[Attempt], tried: set[tuple[str, str]], context: JobContext
) -> Candidate | None:
    if len(attempts) >= MAX_ROUTES:
        return None
    body = await context.store.jobs.body(job.id)
    request, spec = await asyncio.to_thread(parsed, job, body, context.router.catalog)
    if request.previous_job_id is not None:
        return None  # only the account that has the earlier video can go on with it
    preferences = preferences_of(request, _left(job, attempts))
    if not preferences.allow_fallbacks:
        preferences = _only(preferences, context.provider(job).slug.partition("/")[0])
    try:
        return (await context.router.route(request, spec, preferences, without=tried))[0]
    except InvalidRequestError:
        return None


def _left(job: Job, attempts: list[Attempt]) -> Decimal | None:
    """Return what the caller would still pay."""
    if job.max_price is None:
        return None
    return max(job.max_price - spent(attempts), Decimal(0))


def spent(attempts: list[Attempt]) -> Decimal:
    """Return what the attempts at a job have cost, as far as it is known (USD)."""
    return sum((Decimal(a.cost) for a in attempts if a.cost is not None), Decimal(0))


def _only(preferences: Preferences, slug: str) -> Preferences:
    return Preferences(only=frozenset({slug}), max_price=preferences.max_price)


def _deadline(job: Job) -> int | None:
    """Return the deadline of the next attempt: at least half the time that the job had."""
    if job.deadline is None:
        return None
    whole = job.deadline - job.created_at
    return max(job.deadline, int(steady_time() + whole / 2))


def parsed(job: Job, body: str, catalog: Catalog) -> tuple[VideoGenerationRequest, Spec]:
    """Return a job's request as its caller gave it, and what is to be made of it."""
    request = as_given(body, decided_of(job))
    model = catalog.get(request.model)
    return request, check_request(request, model, allow_private=True, is_live=True)

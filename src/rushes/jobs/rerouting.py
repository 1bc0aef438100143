"""Fail-over: gives a job to another account, under the same id, while that is free of doubt."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from decimal import Decimal

from rushes.catalog.checked_request import as_given
from rushes.catalog.limits import Spec, check_request
from rushes.catalog.model import Catalog
from rushes.catalog.provider_data import ENGINE
from rushes.catalog.refusal import InvalidRequestError
from rushes.clock import unix_time
from rushes.jobs.clock import steady_time
from rushes.jobs.context import JobContext
from rushes.jobs.transitions import log_transition
from rushes.providers.base import Provider
from rushes.routing.candidate import Candidate
from rushes.routing.preferences import Preferences, permitted, preferences_of
from rushes.store.attempt import Attempt
from rushes.store.budget import Budget, OverBudgetError, UnpricedError, budgets_of
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
    job: Job, context: JobContext, detail: str, *, of_request: bool = False, may_wait: bool = True
) -> Job | None:
    """Queue a job for the next account that can make it; None if there is none.

    With `of_request` the request is the reason, so other credentials for the same upstream are left
    out too.

    Its current attempt was not accepted, or has ended at no more than its known cost. An attempt
    whose outcome is unknown, or that may go on, forbids it: both would be paid for.
    Unless it `may_wait`, an account that is out for now is no better than the present one.
    """
    if job.cancellation == "requested" or not context.router.has_choice(job.model, job.provider):
        return None
    attempts = await context.store.attempts.of(job.id)
    if may_go_on(attempts):
        return None
    tried = _tried(job, attempts, context, of_request=of_request)
    candidates = await _others(job, attempts, tried, context)
    if not may_wait:
        health, now = await context.router.reports.health(), unix_time()
        candidates = [c for c in candidates if not health.of(c.account.id).is_out(now)]
    if not candidates:
        return None
    budgets = budgets_of(await context.store.api_keys.of_owner(job.owner)) + context.budgets
    for candidate in candidates:
        changes = {
            "provider": candidate.account.id,
            "upstream_model": candidate.endpoint.upstream_model,
            "quote": candidate.price,
            "cost": spent(attempts),  # of a job that ends before it is sent again
            "delay_reason": None,
            "deadline": _deadline(job),
        }
        try:
            check_price(context.providers.get(candidate.account.id), candidate.price, budgets)
            rerouted = await context.store.attempts.reroute(job, changes, detail, budgets)
        except (OverBudgetError, UnpricedError) as error:
            log.info("job %s does not go to %s: %s", job.id, candidate.account.id, error)
            continue
        if rerouted is not None:
            log_transition(rerouted, "rerouted", from_provider=job.provider, reason=detail)
        return rerouted
    return None


def check_price(
    provider: Provider | None, price: Decimal | None, budgets: Sequence[Budget]
) -> None:
    """Raise UnpricedError if a budget cannot be kept, because nobody knows what a job may cost."""
    if price is None and budgets and not never_charges(provider):
        raise UnpricedError(budgets[0])


def never_charges(provider: Provider | None) -> bool:
    return provider is not None and provider.capabilities.on_lost_response == "resubmit"


def may_go_on(attempts: list[Attempt]) -> bool:
    """Return whether one of the attempts may be made yet, and be paid for."""
    return any(attempt.state in {"sending", "unknown", "accepted"} for attempt in attempts)


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


async def _others(
    job: Job, attempts: list[Attempt], tried: set[tuple[str, str]], context: JobContext
) -> list[Candidate]:
    """Return what can make a job and has not tried, the best first."""
    routes = {(attempt.provider, attempt.upstream_model) for attempt in attempts}
    # Only the account that has the previous video can continue it.
    if len(routes) >= MAX_ROUTES or job.previous_job_id is not None:
        return []
    body = await context.store.jobs.body(job.id)
    try:
        # A later release, or another configuration, may refuse what was accepted.
        request, spec = await asyncio.to_thread(parsed, job, body, context.router.catalog)
        api_key = await context.store.api_keys.of_owner(job.owner)
        preferences = permitted(preferences_of(request, _left(job, attempts)), api_key)
        if not preferences.allow_fallbacks:
            preferences = _only(preferences, job.provider.partition("/")[0])
        found = await context.router.route(request, spec, preferences, without=tried)
        return [c for c in found if c.account.slug != ENGINE]  # it would only emulate the video
    except InvalidRequestError:
        return []


def _left(job: Job, attempts: list[Attempt]) -> Decimal | None:
    """Return what the caller would still pay."""
    if job.max_price is None:
        return None
    return max(job.max_price - (spent(attempts) or Decimal(0)), Decimal(0))


def spent(attempts: list[Attempt]) -> Decimal | None:
    """Return what the attempts at a job have cost (USD); None if that is known of none."""
    costs = [Decimal(attempt.cost) for attempt in attempts if attempt.cost is not None]
    return sum(costs, Decimal(0)) if costs else None


def _only(preferences: Preferences, slug: str) -> Preferences:
    return Preferences(
        only=frozenset({slug}), max_price=preferences.max_price, permitted=preferences.permitted
    )


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

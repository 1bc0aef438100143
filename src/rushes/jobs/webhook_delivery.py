"""Delivers the end of a job to its callback URL, in several tries."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import UTC, datetime

from rushes import tracing
from rushes.clock import sleep
from rushes.jobs.context import JobContext
from rushes.jobs.durable import commit_with_retry
from rushes.jobs.states import ENDED, STATUS
from rushes.jobs.transitions import attributes_of, log_transition
from rushes.store.job import Job
from rushes.url_guard import host_of
from rushes.webhook import Delivery, Event

# Seconds between attempts; how often the original tries is not documented.
PAUSES = (5.0, 30.0, 120.0, 600.0, 3600.0)
CROWD = 20  # deliveries that wait for one host or owner

log = logging.getLogger("rushes.jobs")


class UndeliveredError(Exception):
    """The receiver did not accept a webhook this time; `retry_after` is in seconds, if it said."""

    def __init__(self, job_id: str, retry_after: float | None = None) -> None:
        super().__init__(job_id)
        self.retry_after = retry_after


async def call_back(job_id: str, context: JobContext) -> None:
    for pause in PAUSES:
        try:
            await try_to_call_back(job_id, context)
        except UndeliveredError as error:
            await sleep(pause if error.retry_after is None else error.retry_after)
        else:
            return
    await try_to_call_back(job_id, context, last=True)


async def try_to_call_back(job_id: str, context: JobContext, *, last: bool = False) -> None:
    """Try once to deliver the end of a job; raise UndeliveredError unless that settles it.

    The row is read for every try: a person may have attached the job between two of them. Then
    there is nothing to deliver until it ends again.
    """
    job = await _to_deliver(job_id, context)
    if job is None or job.callback_url is None:
        return
    async with context.webhooks.turn(job.callback_url, job.owner):
        job = await _to_deliver(job_id, context)  # the wait may have been long
        if job is None or job.callback_url is None:
            return
        delivery = await _send(job.callback_url, job, context)
    if not (delivery.delivered or delivery.gone or last):
        raise UndeliveredError(job_id, delivery.retry_after)
    await _settle(job, "delivered" if delivery.delivered else "abandoned", context)


async def is_crowded(job_id: str, context: JobContext) -> bool:
    """Return whether many others wait for the host that a job is delivered to, or for its owner."""
    job = await _to_deliver(job_id, context)
    if job is None or job.callback_url is None:
        return False
    return context.webhooks.waiting(job.callback_url, job.owner) >= CROWD


async def _to_deliver(job_id: str, context: JobContext) -> Job | None:
    job = await context.store.jobs.get(job_id)
    return None if job is None or job.state not in ENDED or job.callback != "pending" else job


async def _settle(job: Job, outcome: str, context: JobContext) -> None:
    await commit_with_retry(
        f"the callback of {job.id} was {outcome}",
        # Only of this very end: a job that is taken up again gets another epoch.
        lambda: context.store.jobs.update(
            job.id, where={job.state}, changes={"callback": outcome}, epoch=job.epoch
        ),
    )
    if outcome == "abandoned":
        host = host_of(job.callback_url or "")
        log_transition(job, "webhook_abandoned", logging.ERROR, host=host)


async def _send(url: str, job: Job, context: JobContext) -> Delivery:
    event = event_of(job, context.content_urls(job, job.origin))
    parent, attributes = job.traceparent, attributes_of(job)
    try:
        with tracing.span("webhook", "producer", parent=parent, attributes=attributes) as span:
            delivery = await context.webhooks.send(url, event)
            span.set({"rushes.webhook.delivered": delivery.delivered})
            return delivery
    except Exception:
        log.exception("internal error in the callback of %s", job.id)
        return Delivery(delivered=False)


def event_of(job: Job, urls: Sequence[str]) -> Event:
    return Event(
        job_id=job.id,
        status=str(STATUS[job.state]),
        model=job.model,
        # The same in each delivery of one event.
        created_at=datetime.fromtimestamp(job.ended_at or job.updated_at, UTC),
        urls=urls,
        cost=None if job.cost is None else float(job.cost),
        error=job.error,
    )

"""Delivers what is in the outbox of webhooks, each event in several attempts.

Any number of processes at one database may do so: each takes what it sends by a commit. One that
dies leaves its webhooks to be due again.
"""

from __future__ import annotations

import asyncio
import contextvars
import logging
import random
from collections.abc import Sequence
from datetime import UTC, datetime

from pydantic import SecretStr

from rushes import tracing
from rushes.clock import monotonic, sleep
from rushes.jobs.clock import steady_time
from rushes.jobs.context import JobContext
from rushes.jobs.durable import commit_with_retry
from rushes.jobs.states import STATUS
from rushes.jobs.transitions import attributes_of, log_transition
from rushes.store.job import Job
from rushes.store.transaction import StoreError
from rushes.store.webhook import AttemptOutcome, Webhook, event_id
from rushes.webhook import Delivery, Event

# Seconds between attempts, a day in all; how often the original tries is not documented.
PAUSES = (5.0, 30.0, 120.0, 600.0, 1800.0, 7200.0, 14400.0, 21600.0, 39600.0)
JITTER = 0.2  # the part of a pause that may be left out, so that not all come at once
LEASE = 30.0  # seconds until an attempt that is not settled counts as lost; a call takes up to 10
LOOK_INTERVAL = 1.0  # seconds
ADOPT_INTERVAL = 60.0  # seconds between looks for what an older version has ended meanwhile
ADOPTED_AT_ONCE = 500
PLACES = 200  # hosts and owners that are looked at in one go

log = logging.getLogger("rushes.webhooks")


class WebhookDelivery:
    """Sends the webhooks that are due, those of slow hosts and busy owners beside the others."""

    def __init__(self, context: JobContext) -> None:
        self._context = context
        self._outbox = context.store.outbox
        self._turns = context.webhooks.turns
        self._sending: dict[asyncio.Task[None], Webhook] = {}
        self._looking: asyncio.Task[None] | None = None
        self._is_asked = self._is_stopping = False
        self._has_more = True  # is due than there were turns for
        self._adopted_at = float("-inf")
        self._own_context = contextvars.copy_context()
        self._after = ""  # the last place that was looked at, if there are more

    @property
    def tasks(self) -> list[asyncio.Task[None]]:
        """Return the tasks of what is being sent or looked for."""
        return [*self._sending, *([] if self._looking is None else [self._looking])]

    def wake(self) -> None:
        """Look for what is due now."""
        self._is_asked = True
        if self._looking is None and not self._is_stopping:
            # Not in the context of who asks: its fields and trace are not those of what is sent.
            context = self._own_context.copy()
            self._looking = asyncio.create_task(
                self._look(), name="rushes-webhooks", context=context
            )
            self._looking.add_done_callback(self._looked)

    async def run(self) -> None:
        """Deliver until cancelled; what is being sent then is left to be sent again."""
        try:
            while True:
                self.wake()
                await sleep(LOOK_INTERVAL)
        finally:
            await self.drop()

    async def drop(self) -> None:
        """Stop what is being sent, and make it due again."""
        self._is_stopping = True
        try:
            # What is being looked for may have been taken already: it is stopped as well.
            if self._looking is not None:
                await asyncio.wait({self._looking})
            await self._interrupt()
        finally:
            self._is_stopping = False

    async def _interrupt(self) -> None:
        sending = dict(self._sending)
        for task in sending:
            task.cancel()
        await asyncio.gather(*sending, return_exceptions=True)
        if not sending:
            return
        ids = [webhook.id for webhook in sending.values()]
        try:
            await self._outbox.give_back(steady_time(), ids)
        except StoreError as error:
            log.warning("interrupted webhooks are sent again in %.0f s: %s", LEASE, error)

    def _looked(self, _: asyncio.Task[None]) -> None:
        self._looking = None
        if self._is_asked:
            self.wake()

    async def _look(self) -> None:
        try:
            while self._is_asked and not self._is_stopping:
                self._is_asked = False
                await self._adopt()
                await self._send_due()
        except StoreError as error:
            self._is_asked = False
            log.debug("webhooks are delayed: %s", error)
        except Exception:
            self._is_asked = False
            log.exception("internal error in the outbox of webhooks; it is tried again")

    async def _adopt(self) -> None:
        """Take on what another process ended without the outbox, during an upgrade of hosts."""
        if monotonic() - self._adopted_at < ADOPT_INTERVAL:
            return
        while await self._outbox.adopt(ADOPTED_AT_ONCE) == ADOPTED_AT_ONCE:
            pass
        self._adopted_at = monotonic()

    async def _send_due(self) -> None:
        self._has_more = True
        if not self._turns.room:
            return
        places = await self._outbox.places(self._after, PLACES)
        self._after = places[-1][0] if len(places) == PLACES else ""
        self._is_asked |= bool(self._after)
        now, free = steady_time(), dict[str, int]()
        parts = {place: (place.removesuffix(f" {owner}"), owner) for place, owner, _ in places}
        for place, _, due in places:
            if due <= now:
                free[place] = self._turns.take(*parts[place])
        try:
            wanted = {place: count for place, count in free.items() if count}
            claimed = await self._outbox.claim(wanted, now, now + LEASE) if wanted else []
            under_way = {webhook.id for webhook in self._sending.values()}
            for webhook, job in claimed:
                if webhook.id in under_way:  # a clock that was advanced has passed its lease
                    await self._outbox.put_off(webhook, now + LEASE)
                    continue
                free[webhook.place] -= 1
                self._start(webhook, job)
            self._has_more = bool(self._after) or not all(free.values())
        finally:
            for place, count in free.items():
                self._turns.release(*parts[place], count)

    def _start(self, webhook: Webhook, job: Job) -> None:
        task = asyncio.create_task(self._attempt(webhook, job), name=webhook.id)
        self._sending[task] = webhook
        task.add_done_callback(self._sent)

    def _sent(self, task: asyncio.Task[None]) -> None:
        webhook = self._sending.pop(task)
        self._turns.release(webhook.host, webhook.owner)
        if task.cancelled():
            return
        if error := task.exception():
            log.error("the webhook %s is delayed: %s", webhook.id, error, exc_info=error)
        elif self._has_more:
            self.wake()  # for the turn that is free now

    async def _attempt(self, webhook: Webhook, job: Job) -> None:
        began = monotonic()
        delivery = await self._send(webhook, job)
        if delivery is not None and delivery.put_off is not None:
            await self._outbox.put_off(webhook, steady_time() + delivery.put_off)
            return
        outcome = outcome_of(webhook, delivery, monotonic() - began)
        await commit_with_retry(
            f"the webhook {webhook.id} is {outcome.state}",
            lambda: self._outbox.settle(webhook, outcome),
        )
        _report(job, webhook, outcome)

    async def _send(self, webhook: Webhook, job: Job) -> Delivery | None:
        """Send a webhook; return what came of it, None if its job was taken up again."""
        if job.callback_url is None or webhook.id != event_id(job):
            return None
        parent, attributes = job.traceparent, attributes_of(job)
        secrets = await self._secrets(job)
        try:
            event = event_of(job, self._context.content_urls(job, job.origin))
            with tracing.span("webhook", "producer", parent=parent, attributes=attributes) as span:
                delivery = await self._context.webhooks.send(job.callback_url, event, secrets)
                span.set({"rushes.webhook.delivered": delivery.delivered})
                return delivery
        except Exception:
            log.exception("internal error in the webhook %s", webhook.id)
            return Delivery(delivered=False, error="an internal error; see the service's log")

    async def _secrets(self, job: Job) -> Sequence[SecretStr] | None:
        """Return the secrets of a job's API key; None if it has none of its own."""
        key = await self._context.store.api_keys.of_owner(job.owner)
        return None if key is None else key.callback_secrets or None


def outcome_of(webhook: Webhook, delivery: Delivery | None, duration: float) -> AttemptOutcome:
    """Return what an attempt leads to: the end, or another one after a pause."""
    if delivery is None:
        return AttemptOutcome("superseded", duration, error="its job was taken up again")
    tries = webhook.attempts - webhook.attempts_before
    state, next_at = "pending", None
    if delivery.delivered:
        state = "delivered"
    elif delivery.gone or tries > len(PAUSES):
        state = "failed"
    else:
        pause = PAUSES[tries - 1] * random.uniform(1 - JITTER, 1)  # noqa: S311 - no secret
        next_at = steady_time() + max(pause, delivery.retry_after or 0.0)
    return AttemptOutcome(state, duration, delivery.status, delivery.error, next_at)


def _report(job: Job, webhook: Webhook, outcome: AttemptOutcome) -> None:
    """Log what came of an attempt; only the host of its URL, which may contain a secret."""
    name, level, next_in = "webhook_delivered", logging.INFO, None
    if outcome.next_at is not None:
        name, level = "webhook_delayed", logging.WARNING
        next_in = round(outcome.next_at - steady_time())
    elif outcome.error is not None:
        name, level = "webhook_failed", logging.ERROR
    log_transition(
        job,
        name,
        level,
        webhook=webhook.id,
        host=webhook.host,
        tries=webhook.attempts,
        reason=outcome.error,
        next_in=next_in,
    )


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

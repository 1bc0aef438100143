"""Sends webhooks as the scenarios of their jobs say."""

from __future__ import annotations

import json
from contextlib import AbstractAsyncContextManager

from rushes.clock import monotonic, unix_time
from rushes.testing.journal import Journal, RecordedDelivery
from rushes.testing.scenario import WebhookEffect
from rushes.testing.scenarios import Scenarios
from rushes.webhook import Delivery, Event, Webhooks

NOTHING = WebhookEffect()


class ScenarioWebhooks:
    """Delivers by `inner`, and what is to have a wrong signature by `forger`."""

    def __init__(
        self, inner: Webhooks, forger: Webhooks, scenarios: Scenarios, journal: Journal
    ) -> None:
        self._inner = inner
        self._forger = forger
        self._scenarios = scenarios
        self._journal = journal
        self.clear()

    def clear(self) -> None:
        """Forget what is held back."""
        self._due: dict[str, float] = {}  # by the clock, of those that come late
        self._held: list[tuple[str, Event]] = []

    def turn(self, url: str, owner: str) -> AbstractAsyncContextManager[None]:
        return self._inner.turn(url, owner)

    def waiting(self, url: str, owner: str) -> int:
        return self._inner.waiting(url, owner)

    async def send(self, url: str, event: Event) -> Delivery:
        scenario = self._scenarios.of_job(event.job_id)
        effect = NOTHING if scenario is None or scenario.webhook is None else scenario.webhook
        if effect.never:
            self._note(url, event, "never", delivered=False)
            return Delivery(delivered=False, gone=True)
        due = self._due.setdefault(event.job_id, monotonic() + effect.late)
        if (left := due - monotonic()) > 0:
            # Tried again then, so that it keeps no turn meanwhile.
            return Delivery(delivered=False, retry_after=left)
        if effect.out_of_order:
            self._held.append((url, event))
            return Delivery(delivered=True)
        delivery = await self._deliver(url, event, effect)
        held, self._held = self._held, []
        for earlier_url, earlier in held:
            await self._deliver(earlier_url, earlier, WebhookEffect(out_of_order=True))
        return delivery

    async def _deliver(self, url: str, event: Event, effect: WebhookEffect) -> Delivery:
        webhooks = self._forger if effect.forged else self._inner
        shown = ",".join(effect.model_dump(exclude_unset=True)) or None
        for _ in range(effect.copies):
            delivery = await webhooks.send(url, event)
            self._note(url, event, shown, delivered=delivery.delivered)
        return delivery

    def _note(self, url: str, event: Event, effect: str | None, *, delivered: bool) -> None:
        body = json.loads(event.body())
        self._journal.add_delivery(
            RecordedDelivery(unix_time(), event.job_id, url, body, delivered, effect)
        )

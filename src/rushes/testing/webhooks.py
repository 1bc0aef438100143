"""Sends webhooks as the scenarios of their jobs say."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from contextlib import suppress

from pydantic import SecretStr

from rushes.clock import monotonic, timeout, unix_time
from rushes.host_turns import HostTurns
from rushes.testing.journal import Journal, RecordedDelivery
from rushes.testing.scenario import WebhookEffect
from rushes.testing.scenarios import Scenarios
from rushes.webhook import Delivery, Event, Webhooks

NOTHING = WebhookEffect()
LONGEST_HELD = 60.0  # seconds that a webhook waits for that of another job


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
        self._was_held = set[str]()
        self._overtaken: asyncio.Event | None = None  # set when the one held back is passed

    @property
    def turns(self) -> HostTurns:
        return self._inner.turns

    async def send(
        self, url: str, event: Event, secrets: Sequence[SecretStr] | None = None
    ) -> Delivery:
        scenario = self._scenarios.of_job(event.job_id)
        effect = NOTHING if scenario is None or scenario.webhook is None else scenario.webhook
        if effect.never:
            self._note(url, event, "never", delivered=False)
            return Delivery(delivered=False, gone=True, error="the scenario says never")
        due = self._due.setdefault(event.job_id, monotonic() + effect.late)
        if (left := due - monotonic()) > 0:
            return Delivery(delivered=False, put_off=left)
        if effect.out_of_order and self._overtaken is None and event.job_id not in self._was_held:
            await self._hold_back(event.job_id)
            return await self._deliver(url, event, effect, secrets)
        delivery = await self._deliver(url, event, effect, secrets)
        if self._overtaken is not None:
            self._overtaken.set()
        return delivery

    async def _hold_back(self, job_id: str) -> None:
        """Wait until the webhook of another job was sent."""
        self._was_held.add(job_id)
        self._overtaken = overtaken = asyncio.Event()
        try:
            with suppress(TimeoutError):
                async with timeout(LONGEST_HELD):
                    await overtaken.wait()
        finally:
            if self._overtaken is overtaken:
                self._overtaken = None

    async def _deliver(
        self, url: str, event: Event, effect: WebhookEffect, secrets: Sequence[SecretStr] | None
    ) -> Delivery:
        shown = ",".join(effect.model_dump(exclude_unset=True)) or None
        for _ in range(effect.copies):
            if effect.forged:
                delivery = await self._forger.send(url, event)
            else:
                delivery = await self._inner.send(url, event, secrets)
            self._note(url, event, shown, delivered=delivery.delivered)
        return delivery

    def _note(self, url: str, event: Event, effect: str | None, *, delivered: bool) -> None:
        body = json.loads(event.body())
        self._journal.add_delivery(
            RecordedDelivery(unix_time(), event.job_id, url, body, delivered, effect)
        )

"""Kill points: a service kills itself at every instant of a job's way, each is hit once.

A first run of every scenario keeps a journal of the instants that it passes. Then each of them that
no earlier scenario had is hit by a request of its own, and the next service must finish that.
"""

from __future__ import annotations

import asyncio
import contextlib
import signal
import sqlite3
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import aiohttp

from tests.chaos.audit import Findings, audit, read_books
from tests.chaos.clients import DURATION, MODEL, Submit
from tests.chaos.launcher import Launcher, Plan, Run
from tests.chaos.round import all_ended, plan_for
from tests.fakes.paid_upstream import FakeUpstream, fake_upstream
from tests.fakes.webhook_receiver import WebhookReceiver

CAPABILITIES = {
    "cancels": True,
    "visibility_delay": 0.3,
    "create_timeout": 5,
    "not_found_grace": 5,
    "concurrency": 100,
}
VIDEO_BYTES = 700_000  # three blocks of a download
LONGEST_WAIT = 60.0  # seconds for anything here
PAUSE = 0.01  # seconds between looks
TAKEN = "after charged upstream"  # the one instant that only the upstream sees


@dataclass(frozen=True)
class Scenario:
    """One way that a job can go. `fault` hits its create; `cancelled` once it is accepted."""

    name: str
    fault: str = ""
    keyed: bool = True
    called_back: bool = False
    cancelled: bool = False


SCENARIOS = (
    Scenario("plain", keyed=False, called_back=True),
    Scenario("the answer is lost", "reset-after-accept"),
    Scenario("the request is lost", "reset-before"),
    Scenario("the upstream is busy", "429"),
    Scenario("the upstream refuses", "refuse"),
    Scenario("cancelled", "endless", cancelled=True),
)


@dataclass(eq=False)
class Request(Submit):
    """One request that a service is killed over."""

    scenario: Scenario = SCENARIOS[0]
    callback: str = ""  # where its end is sent, if the scenario wants that

    @property
    def body(self) -> dict[str, object]:
        """Return the request, which asks the upstream for its faults."""
        fault = f" [fault:{self.scenario.fault}]" if self.scenario.fault else ""
        prompt = f"A lighthouse [job:{self.marker}]{fault}"
        callback = {"callback_url": self.callback} if self.scenario.called_back else {}
        return {"model": MODEL, "prompt": prompt, "duration": DURATION, **callback}


@dataclass
class KillPoints:
    """All kill points against one upstream and in one data folder."""

    launcher: Launcher
    mode: str
    folder: Path
    receiver: WebhookReceiver
    hit: list[str] = field(default_factory=list)
    requests: list[Request] = field(default_factory=list)

    async def play(self) -> Findings:
        """Hit every point, then compare everything."""
        opening = fake_upstream(
            self.mode, state=self.folder / "charges.jsonl", render=0, video_bytes=VIDEO_BYTES
        )
        upstream = await asyncio.to_thread(opening.__enter__)
        try:
            async with aiohttp.ClientSession() as session:
                plan = replace(
                    plan_for(upstream, self.mode, self.folder, CAPABILITIES), hurried=True
                )
                self._site = Site(session, plan, self.receiver.hook.replace("http:", "https:"))
                for scenario in SCENARIOS:
                    await self._play(scenario)
                await self._kill_after_taking(upstream)
            shown = (await asyncio.to_thread(upstream.state))["jobs"]
        finally:
            await asyncio.to_thread(opening.__exit__, None, None, None)
        books = read_books(plan.tables, shown, mode=self.mode, video_bytes=VIDEO_BYTES)
        return await asyncio.to_thread(audit, books, self.requests)

    async def _play(self, scenario: Scenario) -> None:
        """Hit what a scenario passes for the first time."""
        journal = self.folder / f"{scenario.name}.journal"
        async with self._run(journal=journal) as run:
            await run.ready()
            await self._site.finish(self._request(scenario, "undisturbed"))
            # A row shows an end before the journal does: a kill here could lose the last instants.
            await run.stop()
        for instant in dict.fromkeys(journal.read_text("utf-8").splitlines()):
            if instant not in self.hit:
                await self._kill_at(scenario, instant)

    async def _kill_at(self, scenario: Scenario, instant: str) -> None:
        request = self._request(scenario, instant)
        async with self._run(kill_at=instant) as run:
            finishing = asyncio.create_task(self._site.finish(request))
            code = await run.died(LONGEST_WAIT)
            if code != -signal.SIGKILL:
                finishing.cancel()
                raise AssertionError(f"{self.mode}, {scenario.name}: {instant!r} ended with {code}")
        self.hit.append(instant)
        async with self._run() as run:
            await run.ready()
            await finishing

    async def _kill_after_taking(self, upstream: FakeUpstream) -> None:
        """Hit the instant at which the upstream has an attempt and its answer is still to come."""
        request = self._request(Scenario("the answer is slow", "silent"), TAKEN)
        async with self._run() as run:
            finishing = asyncio.create_task(self._site.finish(request))
            async with asyncio.timeout(LONGEST_WAIT):
                while request.marker not in {
                    charge["marker"] for charge in await asyncio.to_thread(upstream.charges)
                }:
                    await asyncio.sleep(PAUSE)
            await run.kill()
        self.hit.append(TAKEN)
        async with self._run() as run:
            await run.ready()
            await finishing

    @contextlib.contextmanager
    def _health(self) -> Iterator[sqlite3.Connection]:
        """Give the rows with what is known of accounts, of which nothing is left of earlier."""
        path = self._site.plan.data_dir / "rushes.sqlite3"
        with contextlib.closing(sqlite3.connect(path, timeout=30)) as database, database:
            database.execute("DELETE FROM account_health")
            yield database

    def _request(self, scenario: Scenario, instant: str) -> Request:
        with self._health():
            pass
        marker = f"{scenario.name}: {instant}"
        key = f"key {marker}" if scenario.keyed else None
        request = Request(marker, key, scenario=scenario, callback=self._site.callback)
        self.requests.append(request)
        return request

    @contextlib.asynccontextmanager
    async def _run(self, **options: Any) -> AsyncIterator[Run]:
        run = await Run.begin(self.launcher, self._site.plan, **options)
        try:
            yield run
        finally:
            await run.kill()


@dataclass(frozen=True)
class Site:
    """The service as its client knows it, dead or alive."""

    session: aiohttp.ClientSession
    plan: Plan
    callback: str

    async def finish(self, request: Request) -> None:
        """Submit a request, cancel it if it is to be, and see its job end."""
        async with asyncio.timeout(2 * LONGEST_WAIT):
            while not request.acknowledged:
                headers = {"Idempotency-Key": request.key} if request.key else {}
                if body := await self._ask("", 202, json=request.body, headers=headers):
                    request.acknowledged.add(body["id"])
            if request.scenario.cancelled:
                await self._cancel(next(iter(request.acknowledged)))
            await all_ended(self.plan.tables, LONGEST_WAIT)

    async def _cancel(self, job_id: str) -> None:
        """Ask for a cancellation once the attempt is accepted, until that was heard."""
        while (await self._ask(f"/{job_id}", 200, method="GET") or {})["status"] == "pending":
            await asyncio.sleep(PAUSE)
        await self._ask(f"/{job_id}/cancel", 200, 202, 409)

    async def _ask(
        self, path: str, *wanted: int, method: str = "POST", **sent: Any
    ) -> dict[str, Any]:
        """Send a request until it is answered as wanted; a service that is down is asked again."""
        url = f"http://127.0.0.1:{self.plan.port}/api/v1/videos{path}"
        sent["headers"] = {"Authorization": "Bearer any", **sent.get("headers", {})}
        while True:
            with contextlib.suppress(aiohttp.ClientError, OSError):
                async with self.session.request(method, url, **sent) as answer:
                    body: dict[str, Any] = await answer.json()
                if answer.status not in wanted:
                    raise AssertionError(f"{method} {path}: {answer.status} {body}")
                return body
            await asyncio.sleep(PAUSE)

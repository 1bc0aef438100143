"""One round of kills: an upstream, a data folder, 16 clients, services that do not live long."""

from __future__ import annotations

import asyncio
import contextlib
import json
import random
import sqlite3
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import psycopg

from tests.chaos.audit import Findings, audit, read_books
from tests.chaos.clients import Clients
from tests.chaos.kinds import REAL_OUTAGES, SLUGS, three_upstreams
from tests.chaos.kinds_audit import audit_kinds, ends_of, read_ledger
from tests.chaos.launcher import Launcher, Plan, Run, free_port
from tests.chaos.tables import Tables
from tests.fakes.paid_upstream import FakeUpstream, fake_upstream

MODES = ("idempotent", "lookup", "fail")  # of the one upstream of a round
VIDEO_BYTES = 30_000
IN_START = 0.2  # of the kills are meant to hit the start
AFTER_READY = (0.010, 0.400)  # seconds
LONGEST_END = 90.0  # seconds until every job must have ended
LONGEST_OUT = 1800.0  # the same where accounts may be out, after one probe and another
# What the upstream does to requests and jobs, each with its probability.
CHANCES = {
    "reset-after-accept": 0.05,
    "500-after": 0.04,
    "500-before": 0.04,
    "garbage": 0.02,
    "429": 0.05,
    "slow-before=0.05": 0.05,
    "slow-after=0.1": 0.10,
    "silent": 0.02,
    "render=0.3": 0.3,
    "truncated": 0.1,
    "short": 0.04,
    "content-500": 0.04,
    "poll-500": 0.04,
    "lost": 0.02,
    "fail": 0.03,
}
# `visibility_delay` covers a request that the upstream accepts late, after its client was killed.
CAPABILITIES = {
    "cancels": True,
    "visibility_delay": 1.5,
    "create_timeout": 2,
    "not_found_grace": 30,
    "concurrency": 100,
}


@dataclass
class Outcome:
    """What a round did and found."""

    mode: str
    seed: int
    kills: int = 0
    before_ready: int = 0
    seconds: float = 0.0
    first_start: float = 0.0  # seconds until the first service listened
    acknowledged: int = 0
    counts: dict[str, int] = field(default_factory=dict)
    violations: dict[str, list[str]] = field(default_factory=dict)

    @property
    def clean(self) -> bool:
        """Tell whether nothing is wrong."""
        return not any(self.violations.values())

    def as_json(self) -> dict[str, Any]:
        """Return everything in plain types."""
        return asdict(self)


class Round:
    """Kill services at random instants while clients submit; then compare everything.

    `on_lost_response` is what the service assumes of the upstream, where that is not the truth.
    Its rows are in the PostgreSQL at `database_url`, or else in the data folder.
    """

    def __init__(
        self,
        launcher: Launcher,
        mode: str,
        seed: int,
        kills: int,
        folder: Path,
        *,
        on_lost_response: str = "",
        database_url: str = "",
    ) -> None:
        self._launcher = launcher
        self._on_lost_response = on_lost_response or mode
        self._database_url = database_url
        self._outcome = Outcome(mode, seed)
        self._kills = kills
        self._longest_end = LONGEST_OUT if mode == REAL_OUTAGES else LONGEST_END
        self._folder = folder
        self._rooms = contextlib.ExitStack()
        self._chance = random.Random(f"{mode}-{seed}")

    async def play(self) -> Outcome:
        """Run the whole round."""
        began = time.monotonic()
        try:
            await self._play(*await asyncio.to_thread(self._open))
        finally:
            await asyncio.to_thread(self._rooms.close)
        self._outcome.seconds = round(time.monotonic() - began, 1)
        return self._outcome

    def _open(self) -> tuple[Plan, Clients]:
        """Start the upstream; return how services are started, and their clients."""
        self._upstream = self._rooms.enter_context(
            fake_upstream(
                self._outcome.mode,
                state=self._folder / "charges.jsonl",
                seed=self._outcome.seed,
                chances=CHANCES,
                render=0,
                video_bytes=VIDEO_BYTES,
            )
        )
        how, url = self._on_lost_response, self._database_url
        plan = plan_for(self._upstream, how, self._folder, CAPABILITIES, url)
        return plan, Clients(plan.port, self._outcome.seed, name=self._outcome.mode)

    async def _play(self, plan: Plan, clients: Clients) -> None:
        submitting = asyncio.create_task(clients.run())
        try:
            await self._kill_often(plan, submitting)
            await self._end(plan, clients, submitting)
        finally:
            submitting.cancel()
            await asyncio.gather(submitting, return_exceptions=True)
        findings = await asyncio.to_thread(self._compare, clients, plan)
        self._outcome.violations = findings.violations
        self._outcome.counts = {**findings.counts, **clients.counts}
        self._outcome.acknowledged = sum(len(s.acknowledged) for s in clients.submits)

    async def _kill_often(self, plan: Plan, submitting: asyncio.Task[None]) -> None:
        typical = 0.0
        while self._outcome.kills < self._kills and not submitting.done():
            began = time.monotonic()
            run = await Run.begin(self._launcher, plan)
            try:
                if typical and self._chance.random() < IN_START:
                    await asyncio.sleep(self._chance.uniform(0, typical))
                    self._outcome.before_ready += not await run.listens()
                else:
                    await run.ready()
                    typical = typical or time.monotonic() - began
                    await asyncio.sleep(self._chance.uniform(*AFTER_READY))
            finally:
                await run.kill()
            self._outcome.kills += 1
            await asyncio.to_thread(self._look, plan)
        self._outcome.first_start = round(typical, 3)

    async def _end(self, plan: Plan, clients: Clients, submitting: asyncio.Task[None]) -> None:
        """Let every request be acknowledged, and every job end."""
        run = await Run.begin(self._launcher, plan)
        try:
            await run.ready()
            clients.stop()
            async with asyncio.timeout(LONGEST_END):
                await submitting
            await all_ended(plan.tables, self._longest_end)
        finally:
            await run.kill()

    def _look(self, plan: Plan) -> None:
        """Look at the rows after a kill."""

    def _compare(self, clients: Clients, plan: Plan) -> Findings:
        shown, mode = self._upstream.state(), self._outcome.mode
        books = read_books(plan.tables, shown["jobs"], mode=mode, video_bytes=VIDEO_BYTES)
        return audit(books, clients.submits)


class KindsRound(Round):
    """A round with three kinds of provider at once, among which jobs are routed."""

    def _open(self) -> tuple[Plan, Clients]:
        self._ends: dict[str, Any] = {}
        seed = self._outcome.seed
        self._upstreams = self._rooms.enter_context(three_upstreams(self._folder, seed))
        environment = self._upstreams.environment()
        if self._database_url:
            environment["RUSHES_DATABASE_URL"] = self._database_url
        log = self._folder / "service.log"
        short = self._outcome.mode != REAL_OUTAGES
        plan = Plan(
            *(free_port(), self._folder / "data", log, environment),
            three_kinds=True,
            short_outages=short,
        )
        return plan, Clients(plan.port, seed, name="k", slugs=SLUGS)

    def _look(self, plan: Plan) -> None:
        with contextlib.suppress(sqlite3.OperationalError, psycopg.errors.UndefinedTable):
            for id_, end in ends_of(plan.tables).items():
                self._ends.setdefault(id_, end)

    def _compare(self, clients: Clients, plan: Plan) -> Findings:
        ledger = read_ledger(plan.tables, self._upstreams.bills(), self._ends)
        return audit_kinds(ledger, clients.submits)


def plan_for(
    upstream: FakeUpstream,
    on_lost_response: str,
    folder: Path,
    capabilities: dict[str, Any],
    database_url: str = "",
) -> Plan:
    """Return how the services of a round are started, and what they know of the upstream."""
    environment = {
        "RUSHES_OPENROUTER_BASE_URL": upstream.api,
        "RUSHES_PROVIDERS": "openrouter",
        "RUSHES_OPENROUTER_API_KEY": "of-no-value",
        "RUSHES_OPENROUTER_CAPABILITIES": json.dumps(
            # Faults in a row are what is asked for here, and put no account out.
            {"on_lost_response": on_lost_response, "max_failures": 10**6, **capabilities}
        ),
        "RUSHES_FETCH_PRIVATE_URLS": "true",
    }
    if database_url:
        environment["RUSHES_DATABASE_URL"] = database_url
    return Plan(free_port(), folder / "data", folder / "service.log", environment)


async def all_ended(tables: Tables, within: float) -> None:
    """Return when no job is open any more, or when time is up: the audit finds out."""
    query = "SELECT count(*) AS n FROM jobs WHERE ended_at IS NULL OR callback = 'pending'"
    until = time.monotonic() + within
    while time.monotonic() < until and tables.rows(query)[0]["n"]:
        await asyncio.sleep(0.05)

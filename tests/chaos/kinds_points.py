"""Kill points of a job that one provider after another is to make, of three kinds at once."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import aiohttp

from tests.chaos.audit import Findings
from tests.chaos.clients import Submit
from tests.chaos.kinds import ThreeUpstreams, three_upstreams
from tests.chaos.kinds_audit import audit_kinds, read_ledger
from tests.chaos.launcher import Plan, free_port
from tests.chaos.points import KillPoints, Request, Scenario, Site

FAILING = (
    "INSERT INTO account_health (account, problem, detail, out_until, failures)"
    " VALUES (?, 'failing', 'It failed again and again', 0, 5)"
)


@dataclass(frozen=True)
class KindsScenario(Scenario):
    """One way that a job can go from provider to provider, which are asked in `order`.

    `faults` are queued at providers, `poor` is one without money, and `failing` one that is out
    until a request tries it again.
    """

    order: tuple[str, ...] = ("openrouter", "kling", "minimax")
    faults: Mapping[str, str] = field(default_factory=dict)
    poor: str = ""
    failing: str = ""


SCENARIOS = (
    KindsScenario("the first refuses", faults={"openrouter": "refuse"}),
    KindsScenario("the first is busy", faults={"openrouter": "429"}),
    KindsScenario(
        "two fail after they accepted", faults={"openrouter": "fail", "kling": "moderated"}
    ),
    KindsScenario(
        "an answer is lost after a refusal",
        faults={"openrouter": "refuse", "kling": "500-after"},
    ),
    KindsScenario("the first has no money", order=("kling", "minimax"), poor="kling"),
    KindsScenario("the first is tried again", order=("kling", "minimax"), failing="kling"),
)


@dataclass(eq=False)
class KindsRequest(Request):
    @property
    def body(self) -> dict[str, object]:
        """Return the request, which says who is asked first."""
        assert isinstance(self.scenario, KindsScenario)
        return Submit(self.marker, self.key, order=self.scenario.order).body


class KindsPoints(KillPoints):
    """All kill points against three upstreams and in one data folder."""

    async def play(self) -> Findings:
        opening = three_upstreams(self.folder, chances={})
        self._upstreams: ThreeUpstreams = await asyncio.to_thread(opening.__enter__)
        log, data = self.folder / "service.log", self.folder / "data"
        environment = self._upstreams.environment()
        plan = Plan(free_port(), data, log, environment, hurried=True, three_kinds=True)
        try:
            async with aiohttp.ClientSession() as session:
                self._site = Site(session, plan, "")
                for scenario in SCENARIOS:
                    await self._play(scenario)
            bills = await asyncio.to_thread(self._upstreams.bills)
        finally:
            await asyncio.to_thread(opening.__exit__, None, None, None)
        return await asyncio.to_thread(
            lambda: audit_kinds(read_ledger(plan.tables, bills, {}), self.requests)
        )

    def _request(self, scenario: Scenario, instant: str) -> Request:
        assert isinstance(scenario, KindsScenario)
        self._arm(scenario)
        marker = f"{scenario.name}: {instant}"
        request = KindsRequest(marker, f"key {marker}", scenario=scenario)
        self.requests.append(request)
        return request

    def _arm(self, scenario: KindsScenario) -> None:
        """Prepare the upstreams, and what is known of them, for one request."""
        fakes: Mapping[str, Any] = vars(self._upstreams)
        for slug, fault in scenario.faults.items():
            fakes[slug].faults(fault)
        self._upstreams.kling.balance = 0.0 if scenario.poor == "kling" else None
        with self._health() as database:
            if scenario.failing:
                database.execute(FAILING, (scenario.failing,))

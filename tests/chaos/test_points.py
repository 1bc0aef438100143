"""A service is killed at every instant of a job's way; the next one finishes, and pays once."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.chaos.launcher import nursery
from tests.chaos.points import TAKEN, KillPoints
from tests.chaos.round import MODES

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reliability.md"
COMMON = {
    *("job and key", "taken up", "intent", "sending", "accepted", "storing", "completed"),
    *("answer delivered", "unknown", "not taken", "refused", "failed"),
    *("cancel asked", "cancel upstream", "cancelled", "callback sent", "callback delivered"),
}
OWN = {"idempotent": {"sending again"}, "findable": {"look-up", "absent"}, "blind": set()}


@pytest.mark.timeout(300)
@pytest.mark.parametrize("mode", MODES)
async def test_killed_at_every_instant_of_a_jobs_way_it_pays_once_and_finishes(mode, tmp_path):
    async with nursery() as launcher:
        points = KillPoints(launcher, mode, tmp_path)
        findings = await points.play()
    assert findings.clean, findings.violations
    expected = {f"{when} {what}" for what in COMMON | OWN[mode] for when in ("before", "after")}
    expected |= {"after a part of the file", "before file renamed", "after file renamed", TAKEN}
    assert expected <= set(points.hit)
    called_back = {r for r in points.requests if r.scenario.called_back}
    assert {id_ for r in called_back for id_ in r.acknowledged} <= points.called
    documented = set(re.findall(r"^\| `([^`]+)`", PAGE.read_text("utf-8"), re.MULTILINE))
    assert set(points.hit) <= documented

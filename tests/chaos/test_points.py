"""A service is killed at every instant of a job's way; the next one finishes, and pays once."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

import pytest

from tests.chaos.kinds import KINDS
from tests.chaos.kinds_points import KindsPoints
from tests.chaos.launcher import fork_server
from tests.chaos.points import TAKEN, KillPoints
from tests.chaos.round import MODES
from tests.fakes.webhook_receiver import WebhookReceiver

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reliability.md"
WHEN = ("before", "after")
COMMON = {
    *("job and key", "taken up", "intent", "sending", "accepted", "storing", "completed"),
    *("response delivered", "unknown", "not taken", "refused", "failed"),
    *("cancel asked", "cancel upstream", "cancelled"),
    *("callback taken", "callback sent", "callback delivered"),
}
ROW = re.compile(r"^\| `([^`]+)` \| (before|after|before, after) \|", re.MULTILINE)
OWN = {"idempotent": {"sending again"}, "lookup": {"look-up", "absent"}, "fail": set()}


def documented():
    """Return the instants that the page lists."""
    rows = ROW.findall(PAGE.read_text("utf-8"))
    return {f"{when} {what}" for what, both in rows for when in both.split(", ")}


FAIL_OVER = {
    *("another provider", "attempt ended", "account taken out", "account probed"),
    *("account works", "failure counted", "end measured"),
}


async def play_kinds(folder):
    folder.mkdir()
    async with fork_server() as launcher:
        with WebhookReceiver() as receiver:
            points = KindsPoints(launcher, KINDS, folder, receiver)
            return points, await points.play()


async def play(mode, folder):
    """Hit every point against one kind of upstream; return the points and what was found."""
    folder.mkdir()
    async with fork_server() as launcher:
        with WebhookReceiver() as receiver:
            points = KillPoints(launcher, mode, folder, receiver)
            return points, await points.play()


@pytest.mark.timeout(300)
async def test_killed_at_every_instant_of_a_jobs_way_it_pays_once_and_finishes(tmp_path):
    *played, (kinds, found) = await asyncio.gather(
        *(play(mode, tmp_path / mode) for mode in MODES), play_kinds(tmp_path / "kinds")
    )
    assert found.clean, found.violations
    assert {f"{when} {what}" for what in FAIL_OVER for when in WHEN} <= set(kinds.hit)
    for mode, (points, findings) in zip(MODES, played, strict=True):
        assert findings.clean, (mode, findings.violations)
        expected = {f"{when} {what}" for what in COMMON | OWN[mode] for when in WHEN}
        expected |= {"after a part of the file", "before file renamed", "after file renamed", TAKEN}
        assert expected <= set(points.hit), mode
        wanted = {id_ for r in points.requests if r.scenario.called_back for id_ in r.acknowledged}
        assert wanted <= {r.json["data"]["id"] for r in points.receiver.received}, mode
    everywhere = [points for points, _ in played] + [kinds]
    assert {instant for points in everywhere for instant in points.hit} == documented()

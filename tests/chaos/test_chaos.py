"""Services are killed at random instants under 16 clients; charges and responses are compared."""

from __future__ import annotations

import os

import pytest

from tests.chaos.campaign import Campaign
from tests.chaos.launcher import fork_server
from tests.chaos.round import MODES, Round

ON_POSTGRESQL = 10  # kills; a lost host is noticed after seconds only
KILLS = int(os.environ.get("CHAOS_KILLS", "60"))


@pytest.mark.timeout(900)
@pytest.mark.parametrize("mode", MODES)
async def test_killed_at_random_under_load_nothing_is_paid_twice_or_lost(mode, tmp_path):
    kills = KILLS // len(MODES)
    campaign = Campaign(kills, 7, tmp_path / "chaos.json", modes=(mode,))
    await campaign.run(print)
    (outcome,) = campaign.outcomes
    assert outcome.kills == kills
    assert outcome.clean, campaign.wrong()
    assert outcome.counts["taken up again"], "no kill met a job on its way"
    assert outcome.acknowledged >= kills
    assert outcome.counts["charges"] >= kills


@pytest.mark.timeout(300)
async def test_the_same_holds_on_postgresql(tmp_path, postgres_url):
    async with fork_server() as launcher:
        round_ = Round(launcher, "fail", 7, ON_POSTGRESQL, tmp_path, database_url=postgres_url)
        outcome = await round_.play()
    assert outcome.kills == ON_POSTGRESQL
    assert outcome.clean, outcome.violations
    assert outcome.counts["taken up again"]


async def test_a_service_that_sends_requests_again_without_a_lookup_is_caught(tmp_path):
    """The comparison itself is tested: the service believes a promise that its upstream breaks."""
    async with fork_server() as launcher:
        outcome = await Round(
            launcher, "fail", 7, 4, tmp_path, on_lost_response="idempotent"
        ).play()
    assert outcome.violations["double creates"]
    assert outcome.violations["accepted but unknown"]

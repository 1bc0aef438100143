"""Services are killed at random instants under 16 clients; what was paid and told is compared."""

from __future__ import annotations

import os

import pytest

from tests.chaos.campaign import Campaign
from tests.chaos.round import MODES

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
    assert outcome.counts["bills"] >= kills

"""Ark's own SDK speaks with its fake."""

from __future__ import annotations

import pytest

from tests.upstreams.ark import Ark
from tests.upstreams.oracles.oracle import ask
from tests.upstreams.serving import running

pytestmark = pytest.mark.oracles


def test_the_sdk_of_the_vendor():
    with running(Ark(render=0.4)) as (upstream, url):
        made = ask("ark.py", "ark", url, "k")
        assert made == {"task": upstream.accepted[0].id, "of one call": 3}
        for job in upstream.accepted:
            job.began -= 10
        # Two videos, and three for the call whose answers were lost.
        assert upstream.charged == 5 * 108_000

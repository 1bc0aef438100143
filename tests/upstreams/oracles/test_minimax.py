"""MiniMax's own library speaks with its fake, in both versions of the API."""

from __future__ import annotations

import pytest

from tests.upstreams.minimax import MiniMax
from tests.upstreams.oracles.oracle import ask
from tests.upstreams.serving import running

pytestmark = pytest.mark.oracles


def test_the_library_of_the_vendor():
    with running(MiniMax(render=0.4)) as (upstream, url):
        made = ask("minimax.mjs", "minimax", url, "k")
        assert made["task"] == upstream.accepted[0].id
        assert upstream.charged == pytest.approx(5 * 0.13 + 0.28)

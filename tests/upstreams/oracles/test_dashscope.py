"""Both clients of DashScope's own SDK speak with its fake."""

from __future__ import annotations

import pytest

from tests.upstreams.dashscope import DashScope
from tests.upstreams.oracles.oracle import ask
from tests.upstreams.serving import running

pytestmark = pytest.mark.oracles


def test_the_sdk_of_the_vendor():
    with running(DashScope(render=0.4)) as (upstream, url):
        made = ask("dashscope.py", "dashscope", url, "k")
        assert made["task"] == upstream.accepted[0].id
        assert upstream.charged == 2 * 0.5  # two videos of 5 seconds at 720P

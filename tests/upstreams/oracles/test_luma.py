from __future__ import annotations

import pytest

from tests.upstreams.luma import Luma
from tests.upstreams.oracles.oracle import ask
from tests.upstreams.serving import running

pytestmark = pytest.mark.oracles
UNKNOWN = "00000000-0000-4000-8000-000000000000"


def test_the_sdk_of_the_vendor():
    with running(Luma()) as (upstream, url):
        found = ask("luma.py", "luma", url)
    made = found.pop("made")
    for video in made.values():
        assert (video["seen"][0], video["seen"][-1]) == ("queued", "completed")
        assert video["bytes"] > 1000
    assert set(made) == {"text", "frames", "extension", "edit"}
    [loop] = found.pop("loop")[2]["detail"]
    assert "duration 10s excludes" in loop["msg"]
    assert found == {
        "file": ["ready", 8, True, "deleted"],
        "failed": ["failed", "generation_failed", True],
        "moderated": ["failed", "content_moderated", True],
        "unknown": ["NotFoundError", 404, {"detail": f"No job has the id {UNKNOWN}"}],
        "money": ["APIStatusError", 402, {"detail": "The balance is not sufficient"}],
        "busy": ["RateLimitError", 429, {"detail": "Too many requests"}],
        "key": ["AuthenticationError", 401, {"detail": "The API key is not valid"}],
    }
    assert upstream.charged == pytest.approx(0.48)

from __future__ import annotations

import pytest

from tests.upstreams.bfl import Bfl
from tests.upstreams.oracles.oracle import ask
from tests.upstreams.serving import running

pytestmark = pytest.mark.oracles


def test_the_ai_sdk():
    """The vendor has no SDK of its own; this is an independent client."""
    with running(Bfl()) as (upstream, url):
        found = ask("ai_sdk.mjs", "ai_sdk", "bfl", url)
        bodies = [job.info["asked"] for job in upstream.accepted[:2]]
    for name in ("made", "framed"):
        [video] = found[name]["metadata"]["videos"]
        assert found[name]["bytes"] > 1000
        assert (video["duration"], video["cost"]) == (5, 85)
    assert [body.mode for body in bodies] == ["t2v", "i2v"]
    assert 'failed with status "Error"' in found["failed"]
    assert 'failed with status "Content Moderated"' in found["moderated"]
    assert found["money"] == ["AI_APICallError", 402, "The balance is not sufficient"]
    assert found["key"] == ["AI_APICallError", 403, "The API key is not valid"]
    assert upstream.charged == 255

from __future__ import annotations

import pytest

from tests.upstreams.oracles.oracle import ask
from tests.upstreams.runway import Runway
from tests.upstreams.runway_checks import MODELS
from tests.upstreams.serving import running

pytestmark = pytest.mark.oracles
UNKNOWN = "00000000-0000-4000-8000-000000000000"


def test_the_models_are_those_of_the_sdk():
    assert ask("runway_models.py", "runway") == MODELS


def test_the_sdk_of_the_vendor():
    with running(Runway()) as (upstream, url):
        found = ask("runway.py", "runway", url)
    made = found.pop("made")
    assert [made[name]["credits"] for name in ("text", "image", "video")] == [24, 24, 140]
    for video in made.values():
        assert (video["seen"][0], video["seen"][-1]) == ("PENDING", "SUCCEEDED")
        assert video["bytes"] > 1000
    bad = ["BadRequestError", 400]
    invalid = "Validation of body failed:"
    assert found == {
        "spent": 188,
        "daily": 2,
        "failed": ["FAILED", "INTERNAL.BAD_OUTPUT.CODE01", True, 0],
        "moderated": ["FAILED", "SAFETY.INPUT.TEXT", True, 24],
        "throttled": "THROTTLED",
        "cancelled": ["CANCELLED", 24],
        "deleted": ["NotFoundError", 404],
        "unknown": ["NotFoundError", 404, {"error": f"No job has the id {UNKNOWN}"}],
        "ratio": [*bad, {"error": f"{invalid} ratio: must be one of 1280:720, 720:1280"}],
        "address": [
            *bad,
            {"error": f"{invalid} promptImage: must be a URL of a domain name, not an IP address"},
        ],
        "money": [*bad, {"error": "The balance is not sufficient"}],
        "busy": ["RateLimitError", 429, {"error": "Too many requests"}],
        "key": ["AuthenticationError", 401, {"error": "The API key is not valid"}],
    }
    assert upstream.charged == 188 + 4 * 24  # moderated, throttled, cancelled, deleted

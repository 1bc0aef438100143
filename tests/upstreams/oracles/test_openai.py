"""OpenAI's own SDK speaks with the fakes of its protocol."""

from __future__ import annotations

import pytest

from tests.upstreams.openai import LiteLLM, OpenAI
from tests.upstreams.oracles.oracle import ask
from tests.upstreams.serving import running

pytestmark = pytest.mark.oracles


def test_openai():
    with running(OpenAI()) as (upstream, url):
        found = ask("openai.py", "openai", url, "sora-2")
        assert upstream.requests["POST /v1/videos"] == 10
    assert found.pop("bytes") > 1000
    assert found == {
        "failed": ["internal_error", "moderation_blocked"],
        "early": ["ConflictError", 409, None, None],
        "deleted": ["NotFoundError", 404, None, None],
        "wrong key": ["AuthenticationError", 401, "invalid_api_key", None],
        "no money": ["RateLimitError", 429, "insufficient_quota", None],
        "refused": ["BadRequestError", 400, "moderation_blocked", None],
        "busy": ["RateLimitError", 429, "rate_limit_exceeded", None],
        "broken": ["InternalServerError", 500, None, None],
        "seconds": ["BadRequestError", 400, "invalid_value", "seconds"],
        "JSON": "8",
    }
    for job in upstream.accepted:
        job.began -= 10
    # A deleted video stays charged; what failed or was refused is not.
    assert [charge.amount for charge in upstream.charges] == [0.4, 0.4, 1.2, 0.4, 0.8]


def test_litellm():
    with running(LiteLLM()) as (_, url):
        found = ask("openai.py", "openai", url, "azure/sora-2")
    assert found["wrong key"] == ["AuthenticationError", 401, "401", "None"]
    assert found["no money"] == ["BadRequestError", 400, "400", "None"]
    assert found["early"] == ["ConflictError", 409, "409", "None"]

"""Whether a provider takes its credential is found out without spending anything."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rushes.providers.table import open_provider
from tests.contract.cases import CASES
from tests.fakes.accounts import account_of
from tests.upstreams.registry import fake
from tests.upstreams.serving import running

# The engines of one's own check no keys, except for vLLM-Omni; the fake of OpenRouter takes one.
FAKES = {
    case.slug: case.fake for case in CASES if case.slug not in {"comfyui", "openrouter", "sglang"}
}


@pytest.mark.parametrize("slug", FAKES)
async def test_a_valid_key_and_an_invalid_one_are_told_apart_for_nothing(slug):
    with running(fake(FAKES[slug])()) as (upstream, url):
        found = [await _check(slug, url, key) for key in ("a-valid-key", "a-wrong-key")]
    assert [check.works for check in found] == [True, False]
    assert "a-wrong-key" not in found[1].detail
    assert upstream.accepted == []


async def test_an_upstream_that_is_not_there_does_not_work():
    check = await _check("runway", "http://127.0.0.1:9", "a-valid-key")
    assert not check.works
    assert "could not be reached" in check.detail


async def _check(slug, url, key):
    account = account_of(slug, url, key)
    settings = dict(account.data.settings) | {"project": "a-project"}
    provider = open_provider(replace(account, settings=settings))
    try:
        return await provider.check()
    finally:
        await provider.close()

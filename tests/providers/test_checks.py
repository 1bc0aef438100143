"""Whether a provider takes its credential is found out without spending anything."""

from __future__ import annotations

from dataclasses import replace

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

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


@pytest.mark.parametrize("status", [200, 404, 500])
@pytest.mark.parametrize("slug", FAKES)
async def test_a_page_of_another_server_is_no_provider(slug, status):
    async def page(request):
        return web.Response(status=status, text="<html>It works!</html>", content_type="text/html")

    app = web.Application()
    app.router.add_route("*", "/{path:.*}", page)
    async with TestServer(app) as server:
        check = await _check(slug, str(server.make_url("/v1")), "a-valid-key")
    assert not check.works
    assert f"it answered with {status}, but its response is not JSON" in check.detail


async def test_a_key_in_the_query_of_the_base_url_is_not_repeated():
    async def echo(request):
        return web.json_response({"error": {"message": f"no route {request.path_qs}"}}, status=418)

    app = web.Application()
    app.router.add_route("*", "/{path:.*}", echo)
    async with TestServer(app) as server:
        url = f"{server.make_url('/v1')}?api-version=2026-01-01&subscription-key=a-hidden-0123456"
        check = await _check("openai", url, "a-valid-key")
    assert "api-version=2026-01-01&subscription-key=[key]" in check.detail


async def _check(slug, url, key):
    account = account_of(slug, url, key)
    settings = dict(account.data.settings) | {"project": "a-project"}
    provider = open_provider(replace(account, settings=settings))
    try:
        return await provider.check()
    finally:
        await provider.close()

"""What the contract suite sends to these providers is made, and what they cannot do is refused."""

from __future__ import annotations

from importlib import import_module

import pytest

from rushes.catalog.provider_data import load_providers
from rushes.providers.comfyui import ComfyUIProvider
from rushes.providers.openai import OpenAIVideosProvider
from rushes.providers.sglang import SGLangProvider
from rushes.providers.vllm_omni import VllmOmniProvider
from tests.fakes.accounts import account_of
from tests.providers.endpoint_requests import finish, video
from tests.providers.self_hosting import create
from tests.upstreams.registry import fake
from tests.upstreams.serving import running

PROVIDERS = {
    "comfyui": ComfyUIProvider,
    "openai": OpenAIVideosProvider,
    "sglang": SGLangProvider,
    "vllm_omni": VllmOmniProvider,
}
CASES = {name: import_module(f"tests.providers.cases.{name}").CASE for name in PROVIDERS}

each_case = pytest.mark.parametrize("name", PROVIDERS)


def connect(name, url):
    case = CASES[name]
    account = account_of(case.slug, url, settings=case.settings, models=case.models)
    provider = PROVIDERS[name](account)
    provider.poll_floor = 0.02
    return provider


@each_case
async def test_the_requests_of_a_case_are_made(name):
    case = CASES[name]
    with running(fake(case.fake)(render=0.02, **case.fake_options)) as (upstream, url):
        provider = connect(name, url)
        for number, fields in enumerate(case.requests.values(), 1):
            options = {"options": {case.slug: case.options}}
            job = await create(provider, **fields, provider=options)
            progress = await finish(provider, job)
            assert (progress.cost is not None) == case.has_exact_cost
            assert (await video(provider, job))[4:8] == b"ftyp"
            assert len(upstream.accepted) == number
        await provider.close()


@each_case
def test_the_data_of_a_provider(name):
    case = CASES[name]
    data = load_providers()[case.slug]
    own = [each.options or () for each in connect(name, "http://127.0.0.1:1").endpoints()]
    assert set(case.options) <= data.options.union(*own)
    assert all(each.model == each.upstream_model == "*" for each in data.endpoints)
    paid = name == "openai"
    assert (data.capabilities.on_lost_response == "fail") == paid
    assert all(bool(each.pricing_skus) != paid for each in data.endpoints)

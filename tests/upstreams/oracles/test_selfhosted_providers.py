"""The providers of self-hosted engines, on routes that run from the vendors' own packages."""

from __future__ import annotations

from decimal import Decimal

import pytest

from rushes.providers.base import LostError, RefusedError, UpstreamJob
from rushes.providers.sglang import SGLangProvider
from rushes.providers.vllm_omni import VllmOmniProvider
from tests.fakes.accounts import account_of
from tests.providers.endpoint_requests import finish, video
from tests.providers.self_hosting import MODEL, create, frames
from tests.upstreams.oracles.test_selfhosted import served

pytestmark = pytest.mark.oracles
ENGINES = {
    "sglang": (SGLangProvider, "server_sglang.py"),
    "vllm-omni": (VllmOmniProvider, "server_vllm_omni.py"),
}
STEPS = {"negative_prompt": "rain", "num_inference_steps": 20, "guidance_scale": 4.5}


@pytest.fixture(scope="module", params=ENGINES)
def engine(request):
    with served(ENGINES[request.param][1]) as url:
        yield request.param, url


@pytest.fixture
async def provider(engine):
    async for provider in connected(engine, fps="16", frame_step="4"):
        yield provider


@pytest.fixture
async def h3(engine):
    async for provider in connected(engine, family="minimax-h3", size_step="32"):
        yield provider


async def connected(engine, **settings):
    slug, url = engine
    models = {MODEL: "stub-model"}
    provider = ENGINES[slug][0](account_of(slug, url, models=models, settings=settings))
    provider.poll_floor = 0.05
    yield provider
    await provider.close()


async def test_prompts_pictures_and_options_become_videos(provider):
    options = {"options": {provider.slug: STEPS}}
    for fields in ({"seed": -7}, {"frame_images": frames("first_frame")}, {"provider": options}):
        job = await create(provider, **fields)
        progress = await finish(provider, job)
        assert progress.cost == Decimal(0)
        assert progress.report["inference_seconds"] > 0
        data = await video(provider, job)
        assert data[4:8] == b"ftyp"
        assert await video(provider, job, 20) == data[20:]


@pytest.mark.parametrize(
    "types", [(), ("first_frame",), ("last_frame",), ("first_frame", "last_frame")]
)
async def test_requests_for_minimax_h3(h3, types):
    fields = {"frame_images": frames(*types)} if types else {"aspect_ratio": "9:16"}
    job = await create(h3, duration=5, **fields)
    await finish(h3, job)
    assert (await video(h3, job))[4:8] == b"ftyp"


async def test_failures_are_ends(provider):
    with pytest.raises(RefusedError, match="the engine was told to fail") as caught:
        await finish(provider, await create(provider, prompt="FAIL"))
    assert caught.value.cause == "failed"


async def test_jobs_of_earlier_are_lost(provider):
    with pytest.raises(LostError):
        await provider.poll(UpstreamJob("0b5c", MODEL))


async def test_a_job_is_stopped_where_the_engine_can(provider):
    job = await create(provider)
    stopped = await provider.cancel(job)
    if provider.slug == "sglang":
        assert stopped.outcome == "unsupported"
        await finish(provider, job)
    else:
        assert stopped.outcome == "stopped"
        with pytest.raises(LostError):
            await provider.poll(job)

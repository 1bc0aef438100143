"""The providers of self-hosted engines, on routes that run from the vendors' own packages."""

from __future__ import annotations

from decimal import Decimal

import pytest

from rushes.providers.base import LostError, RefusedError, UpstreamJob
from rushes.providers.sglang import SGLangProvider
from rushes.providers.vllm_omni import VllmOmniProvider
from tests.fakes.accounts import account_of
from tests.providers.self_hosting import MODEL, create, ended, frames, video
from tests.upstreams.oracles.test_selfhosted import served

pytestmark = pytest.mark.oracles
ENGINES = {
    "sglang": (SGLangProvider, "server_sglang.py"),
    "vllm-omni": (VllmOmniProvider, "server_vllm_omni.py"),
}
STEPS = {"negative_prompt": "rain", "num_inference_steps": 20, "guidance_scale": 4.5}


@pytest.fixture(params=ENGINES)
async def provider(request):
    make, server = ENGINES[request.param]
    settings = {"fps": "16", "frame_step": "4"}
    with served(server) as url:
        models = {MODEL: "stub-model"}
        account = account_of(request.param, url, models=models, settings=settings)
        provider = make(account)
        provider.poll_floor = 0.05
        yield provider
        await provider.close()


async def test_prompts_pictures_and_options_become_videos(provider):
    options = {"options": {provider.slug: STEPS}}
    for fields in ({"seed": -7}, {"frame_images": frames("first_frame")}, {"provider": options}):
        job = await create(provider, **fields)
        progress = await ended(provider, job)
        assert progress.cost == Decimal(0)
        assert progress.report["inference_seconds"] > 0
        data = await video(provider, job)
        assert data[4:8] == b"ftyp"
        assert await video(provider, job, 20) == data[20:]


async def test_failures_are_ends(provider):
    with pytest.raises(RefusedError, match="the engine was told to fail") as caught:
        await ended(provider, await create(provider, prompt="FAIL"))
    assert caught.value.cause == "failed"


async def test_jobs_of_earlier_are_lost(provider):
    with pytest.raises(LostError):
        await provider.poll(UpstreamJob("0b5c", MODEL))


async def test_a_job_is_stopped_where_the_engine_can(provider):
    job = await create(provider)
    stopped = await provider.cancel(job)
    if provider.slug == "sglang":
        assert stopped.outcome == "unsupported"
        await ended(provider, job)
    else:
        assert stopped.outcome == "stopped"
        with pytest.raises(LostError):
            await provider.poll(job)

"""Jobs on engines that forget them: made again, a bounded number of times."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace

import pytest

from rushes.jobs.runner import run_job
from rushes.providers.comfyui import ComfyUIProvider
from rushes.providers.sglang import SGLangProvider
from rushes.providers.vllm_omni import VllmOmniProvider
from tests.fakes.accounts import account_of
from tests.jobs.conftest import ID, context_of, make_job
from tests.providers.comfyui_templates import TEXT, write
from tests.providers.self_hosting import MODEL, body_of
from tests.store.rows import insert_job
from tests.upstreams.comfyui import ComfyUI
from tests.upstreams.serving import running
from tests.upstreams.sglang import SGLang
from tests.upstreams.vllm_omni import VllmOmni

UPSTREAM_MODEL = "stub-model"
ENGINES = {
    "sglang": (SGLang, SGLangProvider),
    "vllm-omni": (VllmOmni, VllmOmniProvider),
    "comfyui": (ComfyUI, ComfyUIProvider),
}


def named(make):
    """Return a provider of one model, whatever name a request has for it."""

    class Named(make):
        async def create(self, request, before_send):
            renamed = replace(request, upstream_model=UPSTREAM_MODEL)
            return await super().create(renamed, before_send)

    return Named


@pytest.fixture(params=ENGINES)
async def engine(request, tmp_path):
    """A fake, a context of jobs, and a function that runs a job with a prompt."""
    fake, make = ENGINES[request.param]
    templates = write(tmp_path / "templates", **{UPSTREAM_MODEL: TEXT})
    settings = {"templates": templates} if request.param == "comfyui" else {}
    with running(fake(render=0.05)) as (upstream, url):
        provider = named(make)(account_of(request.param, url, label="gpu1:80", settings=settings))
        provider.poll_floor = 0.02
        context = replace(context_of(tmp_path, provider), providers={provider.slug: provider})

        async def run(prompt):
            body = body_of(prompt=prompt, generate_audio=False)
            job = make_job(provider=provider.slug, model=MODEL, prompt=prompt, duration=2)
            await insert_job(context.store, job, json.dumps(body))
            return await run_job(ID, context)

        yield upstream, run
        await provider.close()
        await context.store.close()


async def test_an_engine_that_restarts_makes_the_job_again(engine):
    upstream, run = engine

    async def restart():
        while not upstream.accepted:
            await asyncio.sleep(0.01)
        upstream.jobs.clear()

    restarting = asyncio.create_task(restart())
    job = await run("[fault:render=0.2]")
    await restarting
    assert (job.state, job.error, job.cost) == ("completed", None, 0)
    assert (job.attempt, len(upstream.accepted)) == (2, 2)


async def test_a_job_that_is_lost_each_time_is_given_up(engine):
    upstream, run = engine
    job = await run("[fault:lost*]")
    assert job.state == "failed"
    assert "Given up after 3 attempts" in job.error
    assert len(upstream.accepted) == 3


async def test_a_response_that_is_lost_costs_another_try_where_it_cannot_be_found(engine):
    upstream, run = engine
    job = await run("[fault:reset-after-accept]")
    assert (job.state, job.error) == ("completed", None)
    assert len(upstream.accepted) == (1 if upstream.name == "comfyui" else 2)

"""vLLM-Omni as a provider: forms, and failed jobs that come as errors."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest

from rushes.providers.base import (
    AccountError,
    Cancellation,
    LostError,
    RefusedError,
    RestartedError,
    TransientError,
    UpstreamJob,
)
from rushes.providers.vllm_omni import VllmOmniProvider
from rushes.settings import SettingError
from tests.fakes.accounts import account_of
from tests.fakes.stub_server import StubServer, json_answer
from tests.providers.endpoint_requests import finish, video
from tests.providers.self_hosting import MODEL, PICTURE, create, frames
from tests.upstreams.forms import Upload
from tests.upstreams.serving import running
from tests.upstreams.vllm_omni import VllmOmni

MODELS = {MODEL: "stub-model"}
JOB = UpstreamJob("video_gen_1", MODEL)


@pytest.fixture(scope="module")
def engine():
    with running(VllmOmni(render=0.05)) as served:
        yield served


@pytest.fixture
def connect(keep):
    def connect(url, key="key", **options):
        options.setdefault("models", MODELS)
        provider = VllmOmniProvider(account_of("vllm-omni", url, key, **options))
        provider.cancel_pause = 0.01
        return keep(provider)

    return connect


@pytest.mark.parametrize(("audio", "sent"), [(True, "true"), (False, "false")])
async def test_a_prompt_becomes_a_video_that_costs_nothing(connect, engine, audio, sent):
    upstream, url = engine
    provider = connect(url)
    job = await create(provider, seed=-1, generate_audio=audio)
    progress = await finish(provider, job)
    assert progress.cost == Decimal(0)
    assert progress.report == {"inference_seconds": 0.05}
    assert (await video(provider, job))[4:8] == b"ftyp"
    assert upstream.accepted[-1].body == {
        "model": "stub-model",
        "prompt": "A koi pond",
        "seconds": "2",
        "size": "1280x720",
        "seed": str(2**63 - 1),
        "generate_sound": sent,
    }


async def test_a_first_frame_is_a_file_and_options_are_texts(connect, engine):
    upstream, url = engine
    options = {"options": {"vllm-omni": {"negative_prompt": "rain", "guidance_scale": 4.5}}}
    provider = connect(url, settings={"fps": "12.5", "frame_step": "8"})
    await create(provider, frame_images=frames("first_frame"), provider=options)
    body = upstream.accepted[-1].body
    assert body["input_reference"] == Upload("first_frame.png", "image/png", PICTURE)
    assert (body["negative_prompt"], body["guidance_scale"]) == ("rain", "4.5")


@pytest.mark.parametrize(
    ("types", "field", "indexes"),
    [
        (("first_frame",), "input_reference", [0]),
        (("last_frame",), "input_reference", [-1]),
        (("first_frame", "last_frame"), "input_references", [0, -1]),
    ],
)
async def test_minimax_h3_takes_frames_at_both_ends(connect, types, field, indexes):
    settings = {"family": "minimax-h3", "size_step": "32"}
    with StubServer() as server:
        job = {"id": "1", "object": "video", "status": "queued"}
        server.script(json_answer({}), json_answer(job))
        provider = connect(server.url, settings=settings)
        await create(provider, duration=5, frame_images=frames(*types))
        form = server.received[-1].body
    assert form.count(f'name="{field}"; filename='.encode()) == len(types)
    places = [form.index(f"{name}.png".encode()) for name in types]
    assert places == sorted(places)
    expected = json.dumps({"frame_indices": indexes})
    assert f'name="extra_params"\r\n\r\n{expected}\r\n'.encode() in form
    assert b"aspect_ratio" not in form


async def test_minimax_h3_needs_a_ratio_beside_a_size(connect, engine):
    upstream, url = engine
    settings = {"family": "minimax-h3", "size_step": "32"}
    await create(connect(url, settings=settings), duration=5, aspect_ratio="9:16")
    body = upstream.accepted[-1].body
    assert (body["aspect_ratio"], body["size"], body["seconds"]) == ("9:16", "736x1280", "5")
    with pytest.raises(SettingError, match="'wan' is unknown; known: minimax-h3"):
        connect(url, settings={"family": "wan"})


async def test_a_model_has_its_own_rate_and_steps(connect):
    with StubServer() as server:
        job = {"id": "1", "object": "video", "status": "queued"}
        server.script(json_answer({}), json_answer(job))
        await create(connect(server.url, settings={"fps": "12.5", "frame_step": "8"}), duration=10)
        form = server.received[-1].body
    assert b'name="num_frames"\r\n\r\n129\r\n' in form
    assert b'name="fps"\r\n\r\n12.5\r\n' in form
    assert b'name="seconds"' not in form


@pytest.mark.parametrize(
    ("prompt", "cause"),
    [("[fault:fail=The engine stopped]", "failed"), ("[fault:moderated]", "input")],
)
async def test_a_job_that_failed_is_no_failed_poll(connect, engine, prompt, cause):
    provider = connect(engine[1])
    job = await create(provider, prompt=prompt)
    with pytest.raises(RefusedError) as caught:
        await finish(provider, job)
    assert (caught.value.cause, caught.value.cost) == (cause, Decimal(0))


async def test_another_error_of_a_poll_passes(connect, engine):
    provider = connect(engine[1])
    job = await create(provider, prompt="[fault:poll-500]")
    with pytest.raises(TransientError):
        await provider.poll(job)
    await finish(provider, job)


async def test_an_instance_that_restarted_has_lost_its_jobs(connect, engine):
    with pytest.raises(LostError, match="Video not found") as caught:
        await connect(engine[1]).poll(JOB)
    assert not isinstance(caught.value, RestartedError)  # attempts are counted


async def test_a_missing_route_is_no_lost_job(connect):
    with StubServer() as server:
        server.script(json_answer({"detail": "Not Found"}, 404))
        with pytest.raises(TransientError):
            await connect(server.url).poll(JOB)


async def test_another_model_is_refused(connect, engine):
    with pytest.raises(RefusedError, match="Model mismatch") as caught:
        await create(connect(engine[1], models={MODEL: "other"}))
    assert caught.value.cause == "input"


async def test_a_wrong_key(connect):
    with StubServer() as server:
        server.script(json_answer({}), json_answer({"error": "Unauthorized"}, 401))
        with pytest.raises(AccountError, match="Unauthorized") as caught:
            await create(connect(server.url))
    assert caught.value.problem == "credential"


async def test_a_job_is_stopped(connect, engine):
    upstream, url = engine
    provider = connect(url)
    job = await create(provider, prompt="[fault:endless]")
    assert await provider.cancel(job) == Cancellation("stopped", Decimal(0))
    assert upstream.accepted[-1].state == "cancelled"
    assert await provider.cancel(job) == Cancellation("stopped", Decimal(0))


async def test_an_engine_that_is_still_stopping_is_asked_again(connect):
    conflict = json_answer({"error": {"message": "Cancellation in progress", "code": 409}}, 409)
    with StubServer() as server:
        server.script(conflict, conflict, json_answer({"deleted": True}))
        assert (await connect(server.url).cancel(JOB)).outcome == "stopped"
        server.script(*[conflict] * 5)
        assert (await connect(server.url).cancel(JOB)).outcome == "unknown"

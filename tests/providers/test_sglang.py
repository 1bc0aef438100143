"""SGLang Diffusion as a provider: one instance, which costs time alone."""

from __future__ import annotations

import base64
from decimal import Decimal

import pytest

from rushes.providers.base import (
    BusyError,
    LostError,
    RefusedError,
    RestartedError,
    TransientError,
    UnreachableError,
    UpstreamJob,
)
from rushes.providers.sglang import SGLangProvider
from rushes.settings import SettingError
from tests.fakes.accounts import account_of
from tests.fakes.stub_server import Answer, StubServer, json_answer
from tests.providers.conftest import BeforeSendHook
from tests.providers.endpoint_requests import finish, video
from tests.providers.self_hosting import MODEL, PICTURE, create, frames, request_for
from tests.upstreams.serving import running
from tests.upstreams.sglang import SGLang

MODELS = {MODEL: "wan2.2"}
JOB = UpstreamJob("0b5c", MODEL)


@pytest.fixture(scope="module")
def engine():
    with running(SGLang(render=0.05)) as served:
        yield served


@pytest.fixture
def connect(keep):
    def connect(url, **options):
        return keep(SGLangProvider(account_of("sglang", url, models=MODELS, **options)))

    return connect


async def test_a_prompt_becomes_a_video_that_costs_nothing(connect, engine):
    upstream, url = engine
    provider = connect(url.removesuffix("/v1"))
    job = await create(provider, resolution="1080p", seed=7)
    progress = await finish(provider, job)
    assert progress.cost == Decimal(0)
    assert progress.report == {"inference_seconds": 0.05}
    assert (await video(provider, job))[4:8] == b"ftyp"
    assert upstream.accepted[-1].body == {
        "model": "wan2.2",
        "prompt": "A koi pond",
        "seconds": 2,
        "size": "1920x1088",
        "seed": 7,
    }


@pytest.mark.parametrize(("seed", "sent"), [(0, 0), (-7, 2**63 - 7), (2**63 - 1, 2**63 - 1)])
async def test_a_seed_is_never_negative(connect, engine, seed, sent):
    upstream, url = engine
    await create(connect(url), seed=seed)
    assert upstream.accepted[-1].body["seed"] == sent


async def test_a_first_frame_goes_as_bytes_and_options_as_they_are(connect, engine):
    upstream, url = engine
    options = {"options": {"sglang": {"negative_prompt": "rain", "enable_teacache": True}}}
    await create(connect(url), frame_images=frames("first_frame"), provider=options)
    body = upstream.accepted[-1].body
    head, _, data = body["reference_url"].partition(",")
    assert (head, base64.b64decode(data)) == ("data:image/png;base64", PICTURE)
    assert (body["negative_prompt"], body["enable_teacache"]) == ("rain", True)


async def test_a_model_has_its_own_rate_and_steps(connect, engine):
    upstream, url = engine
    settings = {"fps": "16", "frame_step": "4", "size_step": "32"}
    provider = connect(url, settings=settings)
    await create(provider, duration=5, resolution="1080p")
    body = upstream.accepted[-1].body
    assert (body["num_frames"], body["fps"], body["size"]) == (81, 16, "1920x1088")
    assert "seconds" not in body


@pytest.mark.parametrize(
    ("name", "value"),
    [("fps", "fast"), ("fps", "-1"), ("fps", "12.5"), ("frame_step", "2.5"), ("size_step", "nan")],
)
def test_a_setting_must_be_a_number(name, value):
    with pytest.raises(SettingError, match=f"{name} .*: '{value}' is not a positive"):
        SGLangProvider(account_of("sglang", "http://gpu1:30000", settings={name: value}))


@pytest.mark.parametrize(
    ("types", "indexes"),
    [
        ((), None),
        (("first_frame",), [0]),
        (("last_frame",), [-1]),
        (("last_frame", "first_frame"), [0, -1]),
    ],
)
async def test_minimax_h3_has_requests_of_its_own(connect, engine, types, indexes):
    upstream, url = engine
    provider = connect(url, settings={"family": "minimax-h3"})
    fields = {"frame_images": frames(*types)} if types else {}
    await create(provider, duration=5, resolution="1080p", aspect_ratio="9:16", seed=7, **fields)
    body = upstream.accepted[-1].body
    conditions = body.pop("conditions", None)
    assert body == {
        "model": "wan2.2",
        "prompt": "A koi pond",
        "task": "fl2va" if types else "t2va",
        "target": {"short_edge": 1080, "aspect_ratio": "9:16", "duration_seconds": 5},
        "seed": 7,
    }
    if indexes is None:
        assert conditions is None
        return
    assert [condition["frame_index"] for condition in conditions] == indexes
    for condition in conditions:
        assert (condition["type"], condition["role"]) == ("image", "keyframe")
        assert base64.b64decode(condition["uri"].partition(",")[2]) == PICTURE


def test_a_family_must_be_known():
    with pytest.raises(SettingError, match="'wan' is unknown; known: minimax-h3"):
        SGLangProvider(account_of("sglang", "http://gpu1:30000", settings={"family": "wan"}))


async def test_a_job_that_fails_costs_nothing(connect, engine):
    provider = connect(engine[1])
    job = await create(provider, prompt="[fault:fail=CUDA out of memory]")
    with pytest.raises(RefusedError, match="CUDA out of memory") as caught:
        await finish(provider, job)
    assert (caught.value.cause, caught.value.cost) == ("failed", Decimal(0))


async def test_nothing_of_the_engines_disk_is_shown(connect, engine):
    provider = connect(engine[1])
    progress = await finish(provider, await create(provider))
    assert progress.urls == []
    assert "/outputs" not in str(progress)


async def test_an_instance_that_restarted_has_lost_its_jobs(connect, engine):
    with pytest.raises(LostError, match="Video not found") as caught:
        await connect(engine[1]).poll(JOB)
    assert not isinstance(caught.value, RestartedError)  # attempts are counted


async def test_a_proxy_knows_no_jobs(connect):
    with StubServer() as proxy:
        proxy.script(Answer(404, b"<html>404</html>"))
        with pytest.raises(TransientError):
            await connect(proxy.url).poll(JOB)


async def test_a_job_is_not_stopped_by_being_forgotten(connect, engine):
    upstream, url = engine
    provider = connect(url)
    job = await create(provider)
    before = upstream.requests.copy()
    assert (await provider.cancel(job)).outcome == "unsupported"
    assert upstream.requests == before
    await finish(provider, job)


async def test_an_engine_that_loads_its_model_is_sent_nothing(connect):
    hook = BeforeSendHook()
    with StubServer() as server:
        server.script(json_answer({"status": "loading"}, 503, **{"Retry-After": "9"}))
        provider = connect(server.url)
        with pytest.raises(BusyError) as caught:
            await provider.create(request_for(provider), hook)
        assert caught.value.retry_after == 9
        assert [request.path for request in server.received] == ["/api/health"]
    assert hook.seen == []


async def test_an_engine_whose_scheduler_died_takes_nothing(connect):
    with StubServer() as server:
        server.script(json_answer({"status": "ok"}), json_answer({"error": "it died"}, 503))
        with pytest.raises(BusyError, match="it died"):
            await create(connect(server.url))


async def test_an_engine_that_is_off_is_unreachable(connect):
    with StubServer() as server:
        url = server.url
    with pytest.raises(UnreachableError):
        await create(connect(url))


async def test_a_router_without_health_checks_is_no_obstacle(connect, engine):
    with StubServer() as server:
        job = {"id": "1", "object": "video", "status": "queued"}
        server.script(json_answer({"detail": "Not Found"}, 404), json_answer(job))
        assert (await create(connect(server.url))).id == "1"


@pytest.mark.parametrize(("status", "cause"), [(400, "input"), (422, "input")])
async def test_a_request_that_the_engine_refuses(connect, status, cause):
    with StubServer() as server:
        server.script(json_answer({}), json_answer({"detail": "bad size"}, status))
        with pytest.raises(RefusedError, match="bad size") as caught:
            await create(connect(server.url))
    assert caught.value.cause == cause


async def test_a_video_in_a_bucket_is_fetched_there(connect, engine):
    upstream, url = engine
    job = await create(connect(url))
    with StubServer() as server:
        provider = connect(server.url)
        moved = json_answer({"detail": "uploaded to cloud storage"}, 400)
        shown = {"id": job.id, "object": "video", "status": "completed"}
        server.script(
            moved,
            json_answer(shown | {"url": f"{server.url}/bucket/1.mp4"}),
            Answer(200, b"the video"),
        )
        assert await video(provider, job) == b"the video"
        assert server.received[-1].path == "/api/v1/bucket/1.mp4"
    assert upstream.accepted

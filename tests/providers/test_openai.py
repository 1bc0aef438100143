"""OpenAI's videos API as a provider, over a fake gateway."""

from __future__ import annotations

import contextlib
import json

import pytest
from hypothesis import given, strategies as st

from rushes.catalog.endpoint import Endpoint, named
from rushes.providers.answer import Answer, UnreadableError
from rushes.providers.base import (
    AccountError,
    BusyError,
    LostError,
    RefusedError,
    TransientError,
    UnknownOutcomeError,
    UpstreamJob,
)
from rushes.providers.openai import OpenAIVideosProvider
from rushes.providers.sglang import SGLangProvider
from rushes.providers.vllm_omni import VllmOmniProvider
from rushes.settings import SettingError
from tests.engines.pictures import encoded, scenery
from tests.fakes.accounts import account_of
from tests.fakes.stub_server import Answer as StubAnswer, StubServer, json_answer
from tests.providers.endpoint_requests import JSON, answer_of, finish, video
from tests.providers.self_hosting import create, frames, request_for
from tests.upstreams.forms import Upload
from tests.upstreams.openai import LiteLLM, OpenAI
from tests.upstreams.serving import running

MODELS = {"openai/sora-2-pro": "sora-2-pro", "alibaba/wan-2.7": "wan"}
SORA = {"model": "openai/sora-2-pro", "duration": 4}


@pytest.fixture(scope="module")
def gateway():
    with running(LiteLLM(render=0.05)) as served:
        yield served


@pytest.fixture(scope="module")
def vendor():
    with running(OpenAI(render=0.05)) as served:
        yield served


@pytest.fixture
def connect(keep):
    def connect(url, key="key", slug="openai", make=OpenAIVideosProvider, **options):
        return keep(make(account_of(slug, url, key, models=MODELS, **options)))

    return connect


async def test_a_prompt_becomes_a_video(connect, vendor):
    upstream, url = vendor
    provider = connect(url)
    job = await create(provider, **SORA, resolution="1080p")
    progress = await finish(provider, job)
    assert (progress.cost, progress.report) == (None, {})
    data = await video(provider, job)
    assert data[4:8] == b"ftyp"
    assert await video(provider, job, 100) == data[100:]
    assert upstream.accepted[-1].body == {
        "model": "sora-2-pro",
        "prompt": "A koi pond",
        "seconds": "4",
        "size": "1920x1080",
    }


async def test_options_and_a_first_frame_are_fields_of_the_form(connect, gateway):
    upstream, url = gateway
    provider = connect(url)
    options = {"options": {"litellm": {"negative_prompt": "rain", "num_inference_steps": 20}}}
    picture = encoded(scenery(1280, 720), "JPEG")
    given = frames("first_frame", picture=picture)
    await create(provider, model="alibaba/wan-2.7", provider=options, frame_images=given)
    body = upstream.accepted[-1].body
    assert body["negative_prompt"] == "rain"
    assert body["num_inference_steps"] == "20"
    assert body["input_reference"] == Upload("first_frame.jpg", "image/jpeg", picture)


async def test_a_first_frame_of_another_size_is_refused_by_some_services(connect, gateway):
    given = frames("first_frame")
    with pytest.raises(RefusedError, match="must match the requested size") as caught:
        await create(connect(gateway[1]), model="alibaba/wan-2.7", frame_images=given)
    assert caught.value.cause == "input"


@pytest.mark.parametrize("value", [["rain"], {}, float("nan"), None])
async def test_an_option_is_a_word_or_a_number(connect, gateway, value):
    provider = connect(gateway[1])
    options = {"options": {"openai": {"negative_prompt": value}}}
    if value is None:  # is none
        assert await create(provider, **SORA, provider=options)
        return
    with pytest.raises(RefusedError, match="negative_prompt must be") as caught:
        await create(provider, **SORA, provider=options)
    assert caught.value.cause == "input"


async def test_the_key_goes_into_the_header_that_is_set(connect):
    with StubServer() as server:
        job = {"id": "1", "object": "video", "status": "queued"}
        server.script(json_answer(job), json_answer(job))
        await create(connect(server.url, "sesame", settings={"key_header": "api-key"}), **SORA)
        await create(connect(server.url, "sesame"), **SORA)
        first, second = server.received
    assert (first.header("api-key"), first.header("Authorization")) == (["sesame"], [])
    assert second.header("Authorization") == ["Bearer sesame"]
    with pytest.raises(SettingError, match="'a b' is not the name of a header"):
        connect(server.url, settings={"key_header": "a b"})


async def test_the_upstream_says_when_to_poll_again(connect, vendor):
    provider = connect(vendor[1])
    job = await create(provider, **SORA, prompt="[fault:render=0.5]")
    first = await provider.poll(job)
    assert (first.phase, first.check_after) == ("queued", pytest.approx(0.1))


@pytest.mark.parametrize(
    ("prompt", "cause", "message"),
    [
        ("[fault:fail=The lens broke]", "failed", "The lens broke"),
        ("[fault:moderated]", "moderated", "blocked"),
    ],
)
async def test_a_job_that_ends_without_a_video(connect, vendor, prompt, cause, message):
    provider = connect(vendor[1])
    job = await create(provider, **SORA, prompt=prompt)
    with pytest.raises(RefusedError, match=message) as caught:
        await finish(provider, job)
    assert (caught.value.cause, caught.value.cost) == (cause, None)


@pytest.mark.parametrize(
    ("prompt", "key", "error", "details"),
    [
        ("x", "wrong", AccountError, {"problem": "credential"}),
        ("x", "poor", AccountError, {"problem": "credit"}),
        ("[fault:429=7]", "key", BusyError, {"retry_after": 7}),
        ("[fault:refuse]", "key", RefusedError, {"cause": "moderated"}),
        ("[fault:500-before]", "key", UnknownOutcomeError, {}),
    ],
)
async def test_a_create_that_is_refused(connect, vendor, prompt, key, error, details):
    provider = connect(vendor[1], key)
    with pytest.raises(error) as caught:
        await create(provider, **SORA, prompt=prompt)
    assert {name: getattr(caught.value, name) for name in details} == details


async def test_a_gateway_says_by_its_type_that_the_budget_is_spent(connect, gateway):
    with pytest.raises(AccountError) as caught:
        await create(connect(gateway[1], "poor"), **SORA)
    assert caught.value.problem == "credit"


async def test_a_model_that_the_gateway_does_not_have(connect, vendor):
    with pytest.raises(RefusedError, match="does not exist") as caught:
        await create(connect(vendor[1]), model="alibaba/wan-2.7")
    assert caught.value.cause == "input"


async def test_only_the_api_itself_says_that_a_job_is_unknown(connect, vendor):
    job = UpstreamJob("video_none", "openai/sora-2-pro")
    with pytest.raises(LostError):
        await connect(vendor[1]).poll(job)
    with StubServer() as proxy:
        proxy.script(StubAnswer(404, b"<html>Not Found</html>"))
        with pytest.raises(TransientError):
            await connect(proxy.url).poll(job)


async def test_a_job_cannot_be_stopped(connect, vendor):
    provider = connect(vendor[1])
    job = await create(provider, **SORA)
    assert (await provider.cancel(job)).outcome == "unsupported"
    await finish(provider, job)


JOB = UpstreamJob("video_1", "openai/sora-2-pro")


@pytest.mark.parametrize(
    ("status", "phase"),
    [
        ("queued", "queued"),
        ("pending", "queued"),
        ("in_progress", "running"),
        ("processing", "running"),
        ("warming_up", "running"),
        ("succeeded", "done"),
    ],
)
def test_states_of_gateways(status, phase):
    provider = OpenAIVideosProvider(account_of("openai", "http://127.0.0.1:1/v1"))
    shown = answer_of({"id": "video_1", "status": status, "progress": 250})
    progress = provider.progress(shown, JOB)
    assert (progress.phase, progress.fraction) == (phase, 1.0)


@pytest.mark.parametrize("status", ["cancelled", "expired", "deleted", "failed"])
def test_states_that_end_a_job_without_a_video(status):
    provider = OpenAIVideosProvider(account_of("openai", "http://127.0.0.1:1/v1"))
    with pytest.raises(RefusedError, match=f"ended the job as {status}"):
        provider.progress(answer_of({"id": "video_1", "status": status, "error": None}), JOB)


def test_a_video_that_is_stored_elsewhere_has_a_url():
    provider = OpenAIVideosProvider(account_of("openai", "http://127.0.0.1:1/v1"))
    found = {"status": "completed", "url": "https://a.example/1.mp4", "urls": [None, "ftp://b"]}
    assert provider.progress(answer_of(found), JOB).urls == ["https://a.example/1.mp4"]


WORDS = st.sampled_from(["queued", "completed", "failed", "in_progress", "?", 404, {"code": 404}])
SHOWN = st.dictionaries(
    st.sampled_from(
        ["id", "status", "error", "progress", "url", "urls", "detail", "object", "inference_time_s"]
    ),
    WORDS | JSON,
)


@given(SHOWN | JSON, st.sampled_from([200, 400, 404, 429, 500, 503]))
@pytest.mark.parametrize(
    ("slug", "make"),
    [
        ("openai", OpenAIVideosProvider),
        ("sglang", SGLangProvider),
        ("vllm-omni", VllmOmniProvider),
    ],
)
def test_any_answer_is_understood_or_refused(slug, make, body, status):
    provider = make(account_of(slug, "http://127.0.0.1:1/v1"))
    answer = Answer(status, {}, json.dumps(body).encode())
    assert isinstance(provider.meaning(answer), str)
    for read in (lambda: provider.created_id(answer), lambda: provider.progress(answer, JOB)):
        with contextlib.suppress(UnreadableError, RefusedError, LostError):
            read()


def test_the_operator_names_the_models():
    fixed = Endpoint(model="a/b", upstream_model="b", inputs={"text"})
    special = Endpoint(model="c/d", upstream_model="*", inputs={"text", "first_frame"})
    rest = Endpoint(model="*", upstream_model="*", inputs={"text"})
    rows = (fixed, special, rest)
    assert named(rows, {}) == (fixed,)
    found = named(rows, {"c/d": "D", "e/f": "F"})
    assert [(each.model, each.upstream_model) for each in found] == [
        ("a/b", "b"),
        ("c/d", "D"),
        ("e/f", "F"),
    ]
    assert found[1].inputs == special.inputs


def test_a_seed_cannot_be_asked_for():
    provider = OpenAIVideosProvider(
        account_of("openai", "http://127.0.0.1:1/v1", models={"alibaba/wan-2.7": "wan"})
    )
    with pytest.raises(StopIteration):
        request_for(provider, seed=7)

from __future__ import annotations

import contextlib
from decimal import Decimal

import pytest
from hypothesis import given, settings

from rushes.catalog.provider_data import load_providers
from rushes.providers.answer import UnreadableError
from rushes.providers.base import (
    AccountError,
    LostError,
    RefusedError,
    TransientError,
    UnknownOutcomeError,
    UpstreamJob,
)
from rushes.providers.kling_legacy import KlingLegacyProvider
from tests.fakes.stub_server import json_answer
from tests.providers.cases import PICTURE, frames
from tests.providers.cases.kling import CLIP, FIRST, LAST, O1, PRO, STD, body, references
from tests.providers.cases.kling_legacy import CASE
from tests.providers.conftest import BeforeSendHook, unconnected
from tests.providers.endpoint_requests import (
    JSON,
    answer_of,
    create,
    finish,
    provider_at,
    request_of,
    video,
)
from tests.upstreams.kling import ACCESS_KEY, SECRET_KEY, Kling
from tests.upstreams.serving import running

SLUG = "kling-legacy"
JOB = UpstreamJob("text2video/1", STD)
UNIT = Decimal("0.14")


class Recorded(Kling):
    """Keeps what it receives: the operation and the body of each request for a task."""

    def __init__(self):
        super().__init__(render=0.05)
        self.received = []

    async def legacy_create(self, request):
        self.received.append((request.path_params["operation"], await request.json()))
        return await super().legacy_create(request)


@pytest.fixture(scope="module")
def pure():
    return unconnected(CASE)


@pytest.fixture(scope="module")
def served():
    with running(Recorded()) as found:
        yield found


@pytest.fixture
def upstream(served):
    return served[0]


@pytest.fixture
async def provider(served):
    async with provider_at(KlingLegacyProvider, SLUG, served[1], "sk-kling") as provider:
        yield provider


@pytest.fixture
async def stubbed(server):
    async with provider_at(KlingLegacyProvider, SLUG, server.origin, "sk-kling") as provider:
        yield provider


def signing(url, secret=SECRET_KEY, access_key=ACCESS_KEY):
    """Return a provider of an account with an access key."""
    return provider_at(KlingLegacyProvider, SLUG, url, secret, settings={"access_key": access_key})


async def sent(provider, upstream, fields):
    """Return the operation and the body that the upstream received, without the key."""
    request = request_of(provider, fields)
    await provider.create(request, BeforeSendHook())
    operation, received = upstream.received[-1]
    assert received.pop("external_task_id") == request.key
    return operation, received


async def test_a_text_is_sent_with_the_name_of_its_model(provider, upstream):
    operation, received = await sent(provider, upstream, body(aspect_ratio="1:1"))
    assert operation == "text2video"
    assert received == {
        "model_name": "kling-v3",
        "prompt": "Waves",
        "mode": "std",
        "duration": "3",
        "sound": "off",
        "aspect_ratio": "1:1",
    }


async def test_frames_decide_the_shape(provider, upstream):
    fields = body(PRO, frame_images=frames(LAST, FIRST), generate_audio=True, aspect_ratio="1:1")
    operation, received = await sent(provider, upstream, fields)
    assert operation == "image2video"
    assert (received["image"], received["image_tail"]) == (PICTURE, PICTURE)
    assert (received["mode"], received["sound"]) == ("pro", "on")
    assert "aspect_ratio" not in received


async def test_a_picture_in_the_request_is_sent_as_bare_base64(provider, upstream):
    url = "data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAAC"
    _, received = await sent(provider, upstream, body(frame_images=frames(FIRST, url=url)))
    assert received["image"] == url.partition(",")[2]


async def test_inputs_of_the_omni_model(provider, upstream):
    fields = body(O1, frame_images=frames(FIRST, LAST))
    operation, received = await sent(provider, upstream, fields)
    assert (operation, received["model_name"]) == ("omni-video", "kling-video-o1")
    assert received["image_list"] == [
        {"image_url": PICTURE, "type": "first_frame"},
        {"image_url": PICTURE, "type": "end_frame"},
    ]
    assert not received.keys() & {"sound", "aspect_ratio", "video_list"}
    inputs = references("image", 2) + references("video", url=CLIP)
    _, received = await sent(provider, upstream, body(O1, input_references=inputs))
    assert received["image_list"] == [{"image_url": PICTURE}] * 2
    [video] = received["video_list"]
    assert (video["video_url"], video["refer_type"]) == (CLIP, "feature")
    assert "aspect_ratio" not in received  # the video decides


@pytest.mark.parametrize("slug", ["kling-legacy", "kling", "kwaivgi"])
async def test_options_do_not_replace_the_request(provider, upstream, slug):
    options = {"negative_prompt": "rain", "duration": "15", "mode": "pro"}
    fields = body(provider={"options": {slug: options}})
    _, received = await sent(provider, upstream, fields)
    assert received["negative_prompt"] == "rain"
    assert (received["duration"], received["mode"]) == ("3", "std")


async def test_the_callback_url(stubbed, server):
    server.script(json_answer({"code": 0, "data": {"task_id": 7}}))
    hook = "https://rushes.example/hooks/1"
    job = await create(stubbed, body(), callback_url=hook)
    assert job.id == "text2video/7"
    assert server.received[0].json["callback_url"] == hook


@pytest.mark.parametrize("name", CASE.requests)
async def test_each_kind_of_request_is_made_at_its_price(provider, upstream, name):
    progress = await finish(provider, await create(provider, CASE.requests[name]))
    assert progress.cost == Decimal(str(upstream.accepted[-1].price)) * UNIT
    assert len(progress.urls) == 1


async def test_an_access_key_signs_requests(served):
    async with signing(served[1]) as provider:
        job = await create(provider, body())
        assert (await finish(provider, job)).phase == "done"
        assert served[0].accepted[-1].key == ACCESS_KEY


@pytest.mark.parametrize(
    ("secret", "access_key"), [("another", ACCESS_KEY), (SECRET_KEY, "another")]
)
async def test_a_wrong_secret_or_access_key(served, secret, access_key):
    async with signing(served[1], secret, access_key) as provider:
        with pytest.raises(AccountError) as caught:
            await create(provider, body())
    assert caught.value.problem == "credential"
    assert secret not in str(caught.value).split()


async def test_a_secret_is_never_sent(server):
    server.script(json_answer({"code": 0, "data": {"task_id": 7}}))
    async with signing(server.origin, "not-to-be-seen") as provider:
        await create(provider, body())
    [request] = server.received
    assert "not-to-be-seen" not in repr(request)
    assert len(request.header("authorization")[0].split(".")) == 3


async def test_no_money(served):
    async with provider_at(KlingLegacyProvider, SLUG, served[1], "poor") as provider:
        with pytest.raises(AccountError) as caught:
            await create(provider, body())
    assert caught.value.problem == "credit"


@pytest.mark.parametrize(
    ("fields", "operation"),
    [
        (body(), "text2video"),
        (body(frame_images=frames(FIRST)), "image2video"),
        (body(O1), "omni-video"),
    ],
)
async def test_a_task_whose_answer_was_lost_is_found(provider, upstream, fields, operation):
    prompt = f"{operation} [fault:500-after]"
    request = request_of(provider, {**fields, "prompt": prompt})
    assert await provider.find(request.key, request.model) is None
    with pytest.raises(UnknownOutcomeError):
        await provider.create(request, BeforeSendHook())
    found = await provider.find(request.key, request.model)
    assert found.id == f"{operation}/{upstream.accepted[-1].id}"
    again = await provider.create(request, BeforeSendHook())
    assert again.id == found.id
    assert (await finish(provider, found)).urls


@pytest.mark.parametrize(
    ("found", "status"),
    [
        ({"code": 1202, "message": "Hm"}, 404),
        ({"message": "Hm"}, 404),
        ({"code": 1203, "message": "Hm"}, 400),
        ({"code": 5000, "message": "Hm"}, 500),
        ({"code": 1203, "data": None}, 200),
        ({"code": 0, "data": None}, 200),
        ({"code": 0, "data": {"task_id": "1", "task_info": {"external_task_id": "other"}}}, 200),
        ({"code": 0, "data": {"task_info": {"external_task_id": "key"}}}, 200),
    ],
)
async def test_only_the_code_of_a_missing_task_shows_that_it_is_absent(
    stubbed, server, found, status
):
    server.script(json_answer(found, status))
    with pytest.raises(TransientError):
        await stubbed.find("key", STD)


async def test_sound_of_a_silent_model_is_refused_only_if_it_is_asked_for(provider, upstream):
    received = len(upstream.received)
    hook = BeforeSendHook()
    with pytest.raises(RefusedError, match="generate_audio:"):
        await provider.create(request_of(provider, body(O1, generate_audio=True)), hook)
    assert (hook.seen, len(upstream.received)) == ([], received)
    await create(provider, body(O1, generate_audio=None))
    assert not upstream.accepted[-1].audio


async def test_a_lost_task_is_lost(provider):
    job = await create(provider, body(prompt="[fault:lost]"))
    with pytest.raises(LostError):
        await provider.poll(job)
    assert (await finish(provider, job)).phase == "done"


@pytest.mark.parametrize("word", ["FAIL", "[fault:moderated]", "[fault:lapsed]"])
async def test_a_failed_task_costs_nothing(provider, word):
    job = await create(provider, body(prompt=word))
    with pytest.raises(RefusedError) as caught:
        await finish(provider, job)
    assert (caught.value.cost, caught.value.cause) == (0, "failed")


@pytest.mark.parametrize(
    ("status", "phase"),
    [("submitted", "queued"), ("processing", "running"), ("unheard-of", "running")],
)
def test_statuses_of_a_task_that_goes_on(pure, status, phase):
    shown = answer_of({"code": 0, "data": {"task_id": "1", "task_status": status}})
    assert pure.progress(shown, JOB).phase == phase


async def test_the_url_of_a_video_is_renewed(provider, upstream):
    upstream.url_lifetime = -1
    try:
        job = await create(provider, body())
        await finish(provider, job)
    finally:
        upstream.url_lifetime = 3600
    assert await video(provider, job) == upstream.video(upstream.accepted[-1])


@settings(max_examples=40)
@given(JSON)
def test_any_answer_has_a_documented_outcome(pure, value):
    done = {"task_status": "succeed"}
    bodies = (
        value,
        {"code": 0, "data": value},
        {"code": 0, "data": {"task_status": value, "task_status_msg": value}},
        {"code": 0, "data": {**done, "task_result": value, "final_unit_deduction": value}},
        {"code": 0, "data": {**done, "task_result": {"videos": [value, {"url": value}]}}},
    )
    for each in bodies:
        with contextlib.suppress(UnreadableError, RefusedError):
            pure.progress(answer_of(each), JOB)
        with contextlib.suppress(UnreadableError):
            pure.created_id(answer_of(each))
        assert isinstance(pure.meaning(answer_of(each, 400)), str)


def test_every_endpoint_has_what_a_request_needs():
    for endpoint in load_providers()[SLUG].endpoints:
        assert endpoint.params.keys() >= {"operation", "mode", "sound"}

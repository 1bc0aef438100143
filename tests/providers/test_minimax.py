from __future__ import annotations

import contextlib
from decimal import Decimal
from functools import partial

import pytest
from hypothesis import given, settings

from rushes.catalog.provider_data import load_providers
from rushes.providers.answer import UnreadableError
from rushes.providers.base import (
    AccountError,
    BusyError,
    LostError,
    RefusedError,
    TransientError,
    UnknownOutcomeError,
    UpstreamJob,
)
from rushes.providers.minimax import MiniMaxAnswer, MiniMaxProvider
from tests.fakes.stub_server import json_answer
from tests.providers.cases import PICTURE, frames
from tests.providers.cases.kling import CLIP, FIRST, LAST, references
from tests.providers.cases.minimax import CASE, H3, HAILUO, MAX, SONG, body
from tests.providers.conftest import BeforeSendHook, unconnected
from tests.providers.endpoint_requests import (
    JSON,
    answer_of,
    create,
    finish,
    problems,
    provider_at,
    request_of,
    video,
)
from tests.upstreams.minimax import MiniMax
from tests.upstreams.serving import running

SECOND, FIRST_VERSION = UpstreamJob("v2/1", H3), UpstreamJob("v1/1", HAILUO)
QUERY = "/v1/query/video_generation"


@pytest.fixture(scope="module")
def pure():
    return unconnected(CASE)


@pytest.fixture(scope="module")
def served():
    with running(MiniMax(render=0.05)) as found:
        yield found


@pytest.fixture
def upstream(served):
    return served[0]


@pytest.fixture
async def provider(served):
    async with provider_at(MiniMaxProvider, "minimax", served[1], "sk-minimax") as provider:
        yield provider


@pytest.fixture
async def stubbed(server):
    async with provider_at(MiniMaxProvider, "minimax", server.origin, "sk-minimax") as provider:
        yield provider


answer = partial(answer_of, kind=MiniMaxAnswer)


def result(code, message="Hm"):
    return {"base_resp": {"status_code": code, "status_msg": message}}


def error(kind, code):
    return {"type": "error", "error": {"type": kind, "message": f"Hm ({code})"}}


async def sent(provider, upstream, fields):
    """Return the body that the upstream received."""
    await create(provider, fields)
    return upstream.accepted[-1].body


async def test_a_text_is_sent_to_the_second_version(provider, upstream):
    received = await sent(provider, upstream, body(aspect_ratio="9:16"))
    assert received == {
        "model": "MiniMax-H3-Max",
        "content": [{"type": "text", "text": "A heron"}],
        "resolution": "480P",
        "duration": 5,
        "ratio": "9:16",
    }


@pytest.mark.parametrize("roles", [(FIRST,), (LAST,), (FIRST, LAST)])
async def test_frames_decide_the_shape(provider, upstream, roles):
    received = await sent(provider, upstream, body(H3, frame_images=frames(*roles)))
    assert received["resolution"] == "2K"
    assert "ratio" not in received
    assert received["content"][1:] == [
        {"type": "image_url", "image_url": {"url": PICTURE}, "role": role} for role in roles
    ]


async def test_references_are_sent_by_kind(provider, upstream):
    inputs = references("image") + references("video", url=CLIP) + references("audio", url=SONG)
    received = await sent(provider, upstream, body(H3, input_references=inputs))
    assert received["content"][1:] == [
        {"type": "image_url", "image_url": {"url": PICTURE}, "role": "reference_image"},
        {"type": "video_url", "video_url": {"url": CLIP}, "role": "reference_video"},
        {"type": "audio_url", "audio_url": {"url": SONG}, "role": "reference_audio"},
    ]
    assert received["ratio"] == "adaptive"


async def test_hailuo_is_sent_to_the_first_version(provider, upstream):
    options = {"prompt_optimizer": False, "aigc_watermark": True, "duration": 10}
    fields = body(HAILUO, frame_images=frames(FIRST), provider={"options": {"minimax": options}})
    received = await sent(provider, upstream, fields)
    assert received == {
        "model": "MiniMax-Hailuo-2.3",
        "prompt": "A heron",
        "first_frame_image": PICTURE,
        "duration": 6,
        "resolution": "1080P",
        "prompt_optimizer": False,
        "aigc_watermark": True,
    }


async def test_options_of_the_second_version(provider, upstream):
    options = {"prompt_expansion_mode": "quality", "aigc_watermark": False}
    received = await sent(provider, upstream, body(provider={"options": {"minimax": options}}))
    assert received["extra"] == {"prompt_expansion_mode": "quality"}
    assert received["aigc_watermark"] is False
    assert "prompt_expansion_mode" not in received


@pytest.mark.parametrize("model", [H3, HAILUO])
async def test_the_callback_url(stubbed, server, model):
    server.script(json_answer({"task_id": "7", **result(0)}))
    hook = "https://rushes.example/hooks/1"
    await create(stubbed, body(model), callback_url=hook)
    assert server.received[0].json["callback_url"] == hook


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"prompt": "", "frame_images": frames(FIRST)}, "prompt:"),
        ({"input_references": references("audio", url=SONG)}, "input_references:"),
    ],
)
async def test_what_no_limit_expresses_is_refused_before_it_is_sent(stubbed, server, fields, words):
    hook = BeforeSendHook()
    with pytest.raises(RefusedError, match=words) as caught:
        await stubbed.create(request_of(stubbed, body(H3, **fields)), hook)
    assert caught.value.cause == "input"
    assert (hook.seen, server.received) == ([], [])


@pytest.mark.parametrize("name", CASE.requests)
async def test_each_kind_of_request_is_made_at_its_price(provider, upstream, name, pure):
    fields = CASE.requests[name]
    progress = await finish(provider, await create(provider, fields))
    price = Decimal(str(upstream.accepted[-1].price))
    if fields["model"] == HAILUO:  # it does not say what a clip costs
        assert progress.cost is None
        [endpoint] = [each for each, problem in problems(pure, fields) if not problem]
        assert Decimal(endpoint.pricing_skus["generate"]) == price
    else:
        assert progress.cost == price
    assert len(progress.urls) == 1


@pytest.mark.parametrize(
    ("usage", "cost"),
    [
        ({"total_seconds": 5, "input_image_count": 7}, "0.73"),
        ({"total_seconds": 8, "input_seconds": 3, "input_image_count": 5}, "1.04"),
        ({"total_seconds": 5}, "0.65"),
        ({"total_seconds": -5}, None),
        ({"output_seconds": 5}, None),
        ([], None),
    ],
)
def test_seconds_and_pictures_are_charged_for(pure, usage, cost):
    task = {"status": "succeeded", "resolution": "2K", "usage": usage}
    progress = pure.progress(answer({"task": task}), SECOND)
    assert progress.cost == (None if cost is None else Decimal(cost))


ACCOUNT = [
    (200, result(1004), "credential"),
    (200, result(2049), "credential"),
    (200, result(2038), "credential"),
    (200, result(2061), "credential"),
    (200, result(1008), "credit"),
    (200, result(1028), "credit"),
    (200, result(1030), "credit"),
    (401, error("authorized_error", 1004), "credential"),
    (402, error("insufficient_balance_error", 1008), "credit"),
]


@pytest.mark.parametrize(("status", "shown", "problem"), ACCOUNT)
async def test_codes_of_the_account(stubbed, server, status, shown, problem):
    server.script(json_answer(shown, status))
    with pytest.raises(AccountError, match="Hm") as caught:
        await create(stubbed, body())
    assert caught.value.problem == problem


REFUSED = [
    (200, result(2013), "input"),
    (200, result(1026), "moderated"),
    (400, error("bad_request_error", 2013), "input"),
    (422, error("unprocessable_entity_error", 1026), "moderated"),
]


@pytest.mark.parametrize(("status", "shown", "cause"), REFUSED)
async def test_codes_of_a_refused_request(stubbed, server, status, shown, cause):
    server.script(json_answer(shown, status))
    with pytest.raises(RefusedError, match="Hm") as caught:
        await create(stubbed, body())
    assert caught.value.cause == cause


@pytest.mark.parametrize(
    ("status", "shown", "kind"),
    [
        (200, result(1002), BusyError),
        (200, result(1039), BusyError),
        (200, result(2056), BusyError),
        (429, error("rate_limit_error", 1002), BusyError),
        (200, result(1000), UnknownOutcomeError),
        (200, result(1001), UnknownOutcomeError),
        (200, result(1013), UnknownOutcomeError),
        (200, result(9999), UnknownOutcomeError),
        (200, {}, UnknownOutcomeError),
        (500, error("server_error", 1000), UnknownOutcomeError),
        (529, error("overloaded_error", 1000), UnknownOutcomeError),
    ],
)
@pytest.mark.parametrize("model", [H3, HAILUO])
async def test_codes_of_a_create_that_did_not_work(stubbed, server, status, shown, kind, model):
    server.script(json_answer(shown, status))
    with pytest.raises(kind):
        await create(stubbed, body(model))
    assert len(server.received) == 1


@pytest.mark.parametrize("model", [MAX, HAILUO])
@pytest.mark.parametrize(("key", "problem"), [("wrong-key", "credential"), ("poor-key", "credit")])
async def test_a_wrong_key_and_no_money(served, model, key, problem):
    async with provider_at(MiniMaxProvider, "minimax", served[1], key) as provider:
        with pytest.raises(AccountError) as caught:
            await create(provider, body(model))
    assert caught.value.problem == problem
    assert key not in str(caught.value)


@pytest.mark.parametrize(
    ("fault", "kind", "charged"),
    [
        ("refuse", RefusedError, 0),
        ("429", BusyError, 0),
        ("500-before", UnknownOutcomeError, 0),
        ("500-after", UnknownOutcomeError, 1),
        ("garbage", UnknownOutcomeError, 1),
        ("no-id", UnknownOutcomeError, 1),
    ],
)
async def test_each_fault_of_the_first_version(provider, upstream, fault, kind, charged):
    """Its errors have the status 200."""
    accepted = len(upstream.accepted)
    with pytest.raises(kind):
        await create(provider, body(HAILUO, prompt=f"First [fault:{fault}]"))
    assert len(upstream.accepted) - accepted == charged


@pytest.mark.parametrize("model", [MAX, HAILUO])
@pytest.mark.parametrize(
    ("word", "cause"),
    [("FAIL", "failed"), ("[fault:moderated]", "moderated"), ("[fault:lapsed]", "failed")],
)
async def test_failed_tasks(provider, model, word, cause):
    job = await create(provider, body(model, prompt=word))
    with pytest.raises(RefusedError) as caught:
        await finish(provider, job)
    assert caught.value.cause == cause
    assert str(caught.value) != "success"


async def test_the_other_word_for_a_failure(provider):
    job = await create(provider, body(HAILUO, prompt="FAIL [fault:says-failed]"))
    with pytest.raises(RefusedError, match="ended the task as Failed"):
        await finish(provider, job)


@pytest.mark.parametrize(
    ("status", "phase"),
    [
        ("queued", "queued"),
        ("Preparing", "queued"),
        ("Queueing", "queued"),
        ("running", "running"),
        ("Processing", "running"),
        ("Unknown", "running"),
    ],
)
def test_statuses_of_a_task_that_goes_on(pure, status, phase):
    assert pure.progress(answer({"task": {"status": status}}), SECOND).phase == phase
    shown = answer({"task_id": "1", "status": status, "file_id": "", **result(0)})
    assert pure.progress(shown, FIRST_VERSION).phase == phase


async def test_a_task_that_is_not_known_is_lost_though_the_answer_is_an_internal_error(
    provider, upstream
):
    for model in (MAX, HAILUO):
        job = await create(provider, body(model, prompt="[fault:lost]"))
        with pytest.raises(LostError, match="record not found"):
            await provider.poll(job)
        assert (await finish(provider, job)).phase == "done"


async def test_another_internal_error_loses_no_task(provider, upstream):
    for model in (MAX, HAILUO):
        job = await create(provider, body(model, prompt="[fault:poll-500]"))
        with pytest.raises(TransientError, match="unknown error"):
            await provider.poll(job)
        assert (await finish(provider, job)).phase == "done"


async def test_a_task_that_is_not_found(stubbed, server):
    server.script(json_answer(error("not_found_error", 0), 404))
    with pytest.raises(LostError):
        await stubbed.poll(SECOND)


@pytest.mark.parametrize(
    "file",
    [
        json_answer(result(1000)),
        json_answer({"file": {}, **result(0)}),
        json_answer({"file": {"download_url": 5}, **result(0)}),
        json_answer([]),
    ],
)
async def test_a_file_that_is_not_shown_is_asked_for_again(stubbed, server, file):
    done = {"task_id": "1", "status": "Success", "file_id": "5&x=1", **result(0)}
    server.script(json_answer(done), file)
    with pytest.raises(TransientError):
        await stubbed.poll(FIRST_VERSION)
    paths = [request.path for request in server.received]
    assert paths == [f"{QUERY}?task_id=1", "/v1/files/retrieve?file_id=5%26x%3D1"]


async def test_a_success_without_a_video_is_asked_for_again(stubbed, server):
    server.script(json_answer({"task": {"status": "succeeded"}}))
    with pytest.raises(TransientError):
        await stubbed.poll(SECOND)


@pytest.mark.parametrize("model", [MAX, HAILUO])
async def test_the_url_of_a_video_is_renewed(provider, upstream, model):
    upstream.url_lifetime = -1
    try:
        job = await create(provider, body(model))
        await finish(provider, job)
    finally:
        upstream.url_lifetime = 3600
    assert await video(provider, job) == upstream.video(upstream.accepted[-1])


async def test_a_task_is_cancelled_while_it_waits(provider, upstream):
    waits = await create(provider, body(prompt="Waits [fault:render=60]"))
    assert (await provider.cancel(waits)).outcome == "stopped"
    assert upstream.accepted[-1].state == "cancelled"
    with pytest.raises(RefusedError, match="cancelled"):
        await provider.poll(waits)
    assert (await provider.cancel(waits)).outcome == "stopped"


async def test_a_task_that_runs_or_has_ended_is_left_alone(provider, upstream):
    runs = await create(provider, body(prompt="Runs [fault:render=60]"))
    upstream.accepted[-1].began -= 40
    assert (await provider.cancel(runs)).outcome == "unsupported"
    done = await create(provider, body())
    await finish(provider, done)
    stopped = await provider.cancel(done)
    assert (stopped.outcome, stopped.cost) == ("unsupported", Decimal("0.25"))
    assert (await provider.poll(done)).phase == "done"


async def test_a_task_that_begins_while_it_is_cancelled(stubbed, server):
    server.script(json_answer({"task": {"status": "queued"}}))
    server.script(json_answer(error("bad_request_error", 2013), 400))
    assert (await stubbed.cancel(SECOND)).outcome == "unsupported"
    assert [request.method for request in server.received] == ["GET", "DELETE"]


@pytest.mark.parametrize("status", [404, 429, 500])
async def test_a_cancellation_that_is_not_answered(stubbed, server, status):
    server.script(json_answer({}, status))
    assert (await stubbed.cancel(SECOND)).outcome == "unknown"
    server.script(json_answer({"task": {"status": "queued"}}), json_answer({}, status))
    assert (await stubbed.cancel(SECOND)).outcome == "unknown"


async def test_hailuo_cannot_be_cancelled(provider, upstream):
    job = await create(provider, body(HAILUO, prompt="Waits [fault:render=60]"))
    assert (await provider.cancel(job)).outcome == "unsupported"
    assert upstream.accepted[-1].open


@settings(max_examples=40)
@given(JSON)
def test_any_answer_has_a_documented_outcome(pure, value):
    done = {"status": "succeeded"}
    bodies = (
        value,
        {"task": value},
        {"task": {"status": value}},
        {"task": {**done, "content": value, "usage": value, "resolution": value}},
        {"task": {**done, "usage": {"total_seconds": value, "input_image_count": value}}},
        {"task": {"status": "failed", "error": value}},
        {"task": {"status": "failed", "error": {"code": value, "message": value}}},
        {"status": value, "base_resp": value},
        {"status": "Fail", "base_resp": {"status_code": value, "status_msg": value}},
    )
    for each in bodies:
        for status in (200, 400, 500):
            shown = answer(each, status)
            assert isinstance(shown.ok, bool)
            assert isinstance(pure.meaning(shown), str)
            with contextlib.suppress(UnreadableError, RefusedError):
                pure.progress(shown, SECOND)
            with contextlib.suppress(UnreadableError):
                pure.created_id(shown)


def test_every_endpoint_has_what_a_request_needs():
    for endpoint in load_providers()["minimax"].endpoints:
        assert endpoint.params["version"] in {1, 2}

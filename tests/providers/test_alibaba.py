"""Wan and HappyHorse by Alibaba Cloud Model Studio, over a fake of DashScope."""

from __future__ import annotations

import contextlib
from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from rushes.providers.alibaba import AlibabaProvider
from rushes.providers.answer import UnreadableError
from rushes.providers.base import (
    AccountError,
    BusyError,
    Cancellation,
    LostError,
    Progress,
    RefusedError,
    TransientError,
    UnknownOutcomeError,
    UpstreamJob,
)
from tests.fakes.accounts import account_of
from tests.fakes.stub_server import StubServer, json_answer
from tests.providers.cases import PICTURE, frames, references
from tests.providers.endpoint_requests import answer_of, create, finish, json_of, video
from tests.upstreams.dashscope import DashScope
from tests.upstreams.serving import running

VIDEOS = "/services/aigc/video-generation/video-synthesis"
PIXEL = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAIAAAABICAIAAACx" + "A" * 40
JOB = UpstreamJob("0385", "alibaba/wan-3.0", "wan3.0-video")
ANYWHERE = "https://dashscope.example/api/v1"


@pytest.fixture(scope="module")
def served():
    with running(DashScope(render=0)) as served:
        yield served


@pytest.fixture
def upstream():
    """Give a fake whose jobs last."""
    with running(DashScope(render=60)) as served:
        yield served


@pytest.fixture
def connect(keep):
    return lambda url, key="key": keep(AlibabaProvider(account_of("alibaba", url, key)))


def body_of(model, **fields):
    return {"model": f"alibaba/{model}", "prompt": "A calm sea", **fields}


async def sent(served, connect, model, **fields):
    """Return model, input and parameters that the vendor received."""
    await create(connect(served[1]), body_of(model, **fields))
    body = served[0].accepted[-1].body
    return body["model"], body["input"], body["parameters"]


async def test_a_prompt_is_sent_with_every_parameter(served, connect):
    fields = {"duration": 3, "resolution": "480p", "aspect_ratio": "3:4", "seed": 9}
    model, source, parameters = await sent(served, connect, "wan-3.0", **fields)
    assert (model, source) == ("wan3.0-video", {"prompt": "A calm sea"})
    assert parameters == {
        "resolution": "480P",
        "ratio": "3:4",
        "duration": 3,
        "audio": True,
        "seed": 9,
        "watermark": False,
    }


@pytest.mark.parametrize(
    ("model", "fields", "upstream_model", "source"),
    [
        ("wan-3.0-prime", {}, "wan3.0-video-prime", {}),
        (
            "wan-3.0",
            {"frame_images": frames("first_frame")},
            "wan3.0-video",
            {"media": [{"type": "first_frame", "url": PICTURE}]},
        ),
        (
            "wan-3.0",
            {"input_references": references("audio", "image", "video")},
            "wan3.0-video",
            {
                "media": [
                    {"type": "reference_audio", "url": "https://media.example/0"},
                    {"type": "reference_image", "url": "https://media.example/1"},
                    {"type": "reference_video", "url": "https://media.example/2"},
                ]
            },
        ),
        (
            "wan-2.7",
            {"input_references": references("audio")},
            "wan2.7-t2v",
            {"audio_url": "https://media.example/0"},
        ),
        (
            "wan-2.7",
            {"frame_images": frames("first_frame", "last_frame")},
            "wan2.7-i2v",
            {
                "media": [
                    {"type": "first_frame", "url": PICTURE},
                    {"type": "last_frame", "url": PICTURE},
                ]
            },
        ),
        (
            "wan-2.7",
            {"input_references": references("image", "video")},
            "wan2.7-r2v",
            {
                "media": [
                    {"type": "reference_image", "url": "https://media.example/0"},
                    {"type": "reference_video", "url": "https://media.example/1"},
                ]
            },
        ),
        ("wan-2.6", {}, "wan2.6-t2v", {}),
        (
            "wan-2.6",
            {"frame_images": frames("first_frame", url=PIXEL)},
            "wan2.6-i2v",
            {"img_url": PIXEL},
        ),
        (
            "wan-2.6",
            {"input_references": references("video", "image")},
            "wan2.6-r2v",
            {"reference_urls": ["https://media.example/0", "https://media.example/1"]},
        ),
        ("happyhorse-1.1", {}, "happyhorse-1.1-t2v", {}),
        (
            "happyhorse-1.0",
            {"frame_images": frames("first_frame")},
            "happyhorse-1.0-i2v",
            {"media": [{"type": "first_frame", "url": PICTURE}]},
        ),
        (
            "happyhorse-1.0",
            {"input_references": references("image")},
            "happyhorse-1.0-r2v",
            {"media": [{"type": "reference_image", "url": "https://media.example/0"}]},
        ),
    ],
)
async def test_the_inputs_choose_the_model(served, connect, model, fields, upstream_model, source):
    found = await sent(served, connect, model, **fields)
    assert found[:2] == (upstream_model, {"prompt": "A calm sea", **source})


@pytest.mark.parametrize(
    ("model", "fields", "shape"),
    [
        ("wan-3.0", {"resolution": "1080p"}, {"resolution": "1080P", "ratio": "16:9"}),
        ("wan-3.0", {"frames": True}, {"resolution": "720P", "ratio": "adaptive"}),
        (
            "wan-3.0",
            {"frames": True, "aspect_ratio": "1:1"},
            {"resolution": "720P", "ratio": "1:1"},
        ),
        ("wan-2.7", {"size": "1080x1440"}, {"resolution": "1080P", "ratio": "3:4"}),
        ("wan-2.7", {"frames": True}, {"resolution": "720P"}),
        ("wan-2.6", {"aspect_ratio": "9:16", "resolution": "1080p"}, {"size": "1080*1920"}),
        ("wan-2.6", {"frames": True, "resolution": "1080p"}, {"resolution": "1080P"}),
        ("happyhorse-1.1", {"aspect_ratio": "9:21"}, {"resolution": "720P", "ratio": "9:21"}),
        ("happyhorse-1.0", {"frames": True}, {"resolution": "720P"}),
    ],
)
async def test_each_model_has_its_way_to_say_the_shape(served, connect, model, fields, shape):
    given = dict(fields)
    if given.pop("frames", False):
        given["frame_images"] = frames("first_frame")
    _, _, parameters = await sent(served, connect, model, **given)
    assert {n: v for n, v in parameters.items() if n in {"size", "resolution", "ratio"}} == shape


async def test_only_wan_3_can_be_silent(served, connect):
    _, _, parameters = await sent(served, connect, "wan-3.0", generate_audio=False)
    assert parameters["audio"] is False
    for model in ("wan-2.7", "wan-2.6"):
        _, _, parameters = await sent(served, connect, model)
        assert "audio" not in parameters


async def test_a_picture_needs_no_prompt(served, connect):
    given = frames("first_frame")
    _, source, _ = await sent(served, connect, "wan-2.7", prompt="", frame_images=given)
    assert source == {"media": [{"type": "first_frame", "url": PICTURE}]}


async def test_options_do_not_replace_what_the_request_says(served, connect):
    options = {"watermark": True, "negative_prompt": "rain", "shot_type": "multi", "duration": 12}
    given = {"options": {"dashscope": options}}
    _, source, parameters = await sent(served, connect, "wan-2.6", duration=5, provider=given)
    assert source == {"prompt": "A calm sea", "negative_prompt": "rain"}
    assert (parameters["watermark"], parameters["shot_type"]) == (True, "multi")
    assert parameters["duration"] == 5
    assert "negative_prompt" not in parameters


async def test_a_video_is_downloaded_and_resumed(served, connect):
    provider = connect(served[1])
    job = await create(provider, body_of("wan-3.0", duration=2, resolution="480p"))
    progress = await finish(provider, job)
    assert (job.id, progress.cost) == (served[0].accepted[-1].id, Decimal("0.10"))
    whole = await video(provider, job)
    assert whole[4:8] == b"ftyp"
    assert await video(provider, job, 100) == whole[100:]


@pytest.mark.parametrize(
    ("model", "fields"),
    [
        ("wan-3.0", {"resolution": "1080p"}),
        ("wan-3.0-prime", {"resolution": "480p", "duration": 30}),
        ("wan-2.7", {"resolution": "1080p", "frame_images": frames("first_frame")}),
        ("wan-2.6", {"input_references": references("image")}),
        ("wan-2.6", {"size": "1080x1920", "duration": 10}),
        ("happyhorse-1.1", {"resolution": "1080p"}),
        ("happyhorse-1.0", {"resolution": "1080p", "input_references": references("image")}),
    ],
)
async def test_a_video_costs_its_billed_seconds(served, connect, model, fields):
    provider = connect(served[1])
    job = await create(provider, body_of(model, **fields))
    progress = await finish(provider, job)
    assert progress.cost == Decimal(str(served[0].accepted[-1].price))


@pytest.mark.parametrize(
    ("usage", "cost"),
    [
        ({"duration": 12, "input_video_duration": 7, "output_video_duration": 5, "SR": 720}, "1.2"),
        ({"duration": "5", "SR": "1080"}, "1"),
        ({"duration": 5}, None),
        ({"duration": -5, "SR": 720}, None),
        ({"duration": 5, "SR": 721}, None),
        ({"duration": 5, "SR": 1e300}, None),
        (None, None),
    ],
)
def test_the_seconds_of_input_videos_are_billed_too(usage, cost):
    output = {"task_id": "0385", "task_status": "SUCCEEDED", "video_url": "https://v.example/1"}
    found = provider().progress(answer_of({"output": output, "usage": usage}), JOB)
    assert found.cost == (None if cost is None else Decimal(cost))
    other = UpstreamJob("0385", "alibaba/wan-3.0", "unknown")
    assert provider().progress(answer_of({"output": output, "usage": usage}), other).cost is None


@pytest.mark.parametrize(
    ("status", "phase"),
    [
        ("PENDING", "queued"),
        ("SUSPENDED", "queued"),
        ("RUNNING", "running"),
        ("WARMING_UP", "running"),
        ("MYSTERY", "running"),
    ],
)
def test_each_state_of_a_task(status, phase):
    output = {"task_id": "0385", "task_status": status}
    expected = Progress(phase, state=status)
    assert provider().progress(answer_of({"output": output}), JOB) == expected


@pytest.mark.parametrize(
    ("body", "cause", "message"),
    [
        ({"task_status": "CANCELED"}, "failed", "Studio ended the job as CANCELED"),
        ({"task_status": "FAILED"}, "failed", "Studio ended the job as FAILED"),
        (
            {"task_status": "FAILED", "code": "InternalError.Algo", "message": "A  lens"},
            "failed",
            "^A lens$",
        ),
        ({"task_status": "FAILED", "code": "InvalidURL", "message": "No"}, "input", "^No$"),
        (
            {"task_status": "FAILED", "code": "InternalError.DataInspection", "message": "No"},
            "moderated",
            "^No$",
        ),
        ({"task_status": "FAILED", "code": "IPInfringementSuspect"}, "moderated", "as FAILED"),
    ],
)
def test_each_end_of_a_task_without_a_video(body, cause, message):
    with pytest.raises(RefusedError, match=message) as caught:
        provider().progress(answer_of({"output": {"task_id": "0385", **body}}), JOB)
    assert (caught.value.cause, caught.value.cost) == (cause, 0)


def test_older_models_have_the_error_beside_the_output():
    output = {"task_id": "0385", "task_status": "FAILED"}
    body = {"output": output, "code": "DataInspectionFailed", "message": "Not this"}
    with pytest.raises(RefusedError, match="Not this") as caught:
        provider().progress(answer_of(body), JOB)
    assert caught.value.cause == "moderated"


@pytest.mark.parametrize(
    ("fault", "cause"), [("fail=The lens broke", "failed"), ("moderated", "moderated")]
)
async def test_a_job_that_fails_there(served, connect, fault, cause):
    provider = connect(served[1])
    job = await create(provider, body_of("wan-3.0", prompt=f"[fault:{fault}]"))
    with pytest.raises(RefusedError) as caught:
        await provider.poll(job)
    assert (caught.value.cause, caught.value.cost) == (cause, 0)


@pytest.mark.parametrize("fault", ["lapsed", "lost"])
async def test_a_task_that_is_unknown_is_lost(served, connect, fault):
    provider = connect(served[1])
    job = await create(provider, body_of("wan-3.0", prompt=f"[fault:{fault}]"))
    with pytest.raises(LostError, match="does not know the job any more"):
        await provider.poll(job)


@pytest.mark.parametrize(
    "body",
    [
        [],
        {},
        {"output": None},
        {"output": {"task_id": "0385"}},
        {"output": {"task_id": "0386", "task_status": "SUCCEEDED", "video_url": "https://v"}},
        {"output": {"task_id": "0385", "task_status": "SUCCEEDED"}},
        {"output": {"task_id": "0385", "task_status": "SUCCEEDED", "video_url": 1}},
    ],
)
async def test_an_answer_to_a_poll_that_makes_no_sense_is_transient(connect, body):
    with StubServer() as server:
        server.route("GET", "/tasks/0385", json_answer(body))
        with pytest.raises(TransientError, match="is invalid"):
            await connect(server.origin).poll(JOB)


async def test_a_task_is_cancelled_while_it_waits(upstream, connect):
    provider = connect(upstream[1])
    job = await create(provider, body_of("wan-3.0"))
    assert await provider.cancel(job) == Cancellation("stopped", Decimal(0))
    assert upstream[0].accepted[0].state == "cancelled"
    with pytest.raises(RefusedError, match="CANCELED"):
        await provider.poll(job)


async def test_a_task_that_runs_goes_on(upstream, connect):
    provider = connect(upstream[1])
    job = await create(provider, body_of("wan-3.0", prompt="[fault:suspended]"))
    upstream[0].accepted[0].began -= 40
    assert await provider.cancel(job) == Cancellation("unsupported")
    assert (await provider.poll(job)).phase == "queued"  # it is suspended
    assert upstream[0].accepted[0].state == "running"


async def test_a_cancellation_that_fails_is_unknown(connect):
    with StubServer() as server:
        server.route("POST", "/tasks/0385/cancel", json_answer({"code": "InternalError"}, 500))
        assert await connect(server.origin).cancel(JOB) == Cancellation("unknown")


@pytest.mark.parametrize(
    ("status", "code", "error", "detail"),
    [
        (400, "InvalidParameter", RefusedError, "input"),
        (400, "InvalidURL", RefusedError, "input"),
        (400, "DataInspectionFailed", RefusedError, "moderated"),
        (400, "InvalidParameter.DataInspection", RefusedError, "moderated"),
        (400, "IPInfringementSuspect", RefusedError, "moderated"),
        (400, "Arrearage", AccountError, "credit"),
        (401, "InvalidApiKey", AccountError, "credential"),
        (403, "AccessDenied.Unpurchased", RefusedError, "input"),
        (403, "Model.AccessDenied", RefusedError, "input"),
        (403, "AllocationQuota.FreeTierOnly", AccountError, "credit"),
        (404, "ModelNotFound", RefusedError, "input"),
        (404, "ModelNotExist", RefusedError, "input"),
        (429, "Throttling.RateQuota", BusyError, 7),
        (429, "Throttling.AllocationQuota", BusyError, 7),
        (500, "InternalError.DataInspection", UnknownOutcomeError, None),
        (503, "ServiceUnavailable", UnknownOutcomeError, None),
    ],
)
async def test_each_error_of_a_create(connect, status, code, error, detail):
    shown = {"code": code, "message": "Hm", "request_id": "1"}
    with StubServer() as server:
        server.route("POST", VIDEOS, json_answer(shown, status, Retry_After="7"))
        with pytest.raises(error, match="Hm") as caught:
            await create(connect(server.origin), body_of("wan-3.0"))
        [request] = server.received
    assert request.header("X-DashScope-Async") == ["enable"]
    names = ("cause", "problem", "retry_after")
    found = (getattr(caught.value, name) for name in names if hasattr(caught.value, name))
    assert next(found, None) == detail


@pytest.mark.parametrize(
    ("key", "problem"), [("a-wrong-key", "credential"), ("a-poor-key", "credit")]
)
async def test_a_key_that_is_wrong_or_has_no_money(served, connect, key, problem):
    with pytest.raises(AccountError) as caught:
        await create(connect(served[1], key=key), body_of("wan-3.0"))
    assert caught.value.problem == problem
    assert key not in str(caught.value)


def provider():
    return AlibabaProvider(account_of("alibaba", ANYWHERE))


ANYTHING = json_of(
    ["SUCCEEDED", "FAILED", "UNKNOWN", "0385", "InvalidURL", ""],
    ["output", "task_id", "task_status", "video_url", "usage", "duration", "SR", "code", "message"],
)


@given(ANYTHING, st.sampled_from([200, 400, 404, 429, 500]))
def test_nothing_in_an_answer_breaks_the_provider(body, status):
    found = answer_of(body, status)
    assert isinstance(provider().meaning(found), str)
    assert provider().cancelled(found).outcome in {"stopped", "unsupported", "unknown"}
    with contextlib.suppress(UnreadableError):
        assert isinstance(provider().created_id(found), str)
    with contextlib.suppress(UnreadableError, LostError, RefusedError):
        progress = provider().progress(found, JOB)
        assert progress.cost is None or progress.cost > 0

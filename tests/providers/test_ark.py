"""Seedance by Ark, of BytePlus and of Volcengine, over a fake of their API."""

from __future__ import annotations

import asyncio
import contextlib
from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from rushes.providers.answer import UnreadableError
from rushes.providers.ark import ArkProvider
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
from tests.providers.conftest import BeforeSendHook
from tests.providers.endpoint_requests import answer_of, create, finish, json_of, request_of, video
from tests.upstreams.ark import Ark
from tests.upstreams.serving import running

SEEDANCE = {
    "old": "bytedance/seedance-1-5-pro",
    "2": "bytedance/seedance-2.0",
    "fast": "bytedance/seedance-2.0-fast",
    "mini": "bytedance/seedance-2.0-mini",
    "new": "bytedance/seedance-2.5",
}
TASKS = "/contents/generations/tasks"
LIST = "GET /api/v3/contents/generations/tasks"
ONE = "GET /api/v3/contents/generations/tasks/{id}"
PIXEL = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAIAAAABICAIAAACx" + "A" * 40
JOB = UpstreamJob("cgt-1", SEEDANCE["new"], "dreamina-seedance-2-5-260628")
TASK = {"id": "cgt-1", "status": "succeeded", "content": {"video_url": "https://v.example/1.mp4"}}


@pytest.fixture(scope="module")
def served():
    with running(Ark(render=0)) as served:
        yield served


@pytest.fixture
def upstream():
    """Give a fake whose jobs last."""
    with running(Ark(render=60)) as served:
        yield served


@pytest.fixture
def connect(keep, monkeypatch):
    monkeypatch.setattr("rushes.providers.poll_batches.WINDOW", 0.01)

    def connect(url, slug="byteplus", key="key"):
        return keep(ArkProvider(account_of(slug, url, key)))

    return connect


def body_of(model, **fields):
    return {"model": SEEDANCE[model], "prompt": "A calm sea", **fields}


async def sent(served, connect, model, slug="byteplus", callback_url=None, **fields):
    """Return the body that the vendor received."""
    await create(connect(served[1], slug), body_of(model, **fields), callback_url=callback_url)
    return served[0].accepted[-1].body


async def test_a_prompt_is_sent_with_all_that_decides_the_price(served, connect):
    body = await sent(
        served, connect, "old", duration=4, resolution="480p", aspect_ratio="1:1", seed=9
    )
    assert body == {
        "model": "seedance-1-5-pro-251215",
        "content": [{"type": "text", "text": "A calm sea"}],
        "resolution": "480p",
        "ratio": "1:1",
        "duration": 4,
        "generate_audio": True,
        "watermark": False,
        "seed": 9,
    }


@pytest.mark.parametrize("slug", ["byteplus", "ark"])
async def test_each_region_has_its_names_of_the_models(served, connect, slug):
    names = [(await sent(served, connect, model, slug))["model"] for model in SEEDANCE]
    prefixes = {"byteplus": ("seedance-1", "dreamina-seedance-2"), "ark": ("doubao-",) * 2}[slug]
    assert all(name.startswith(prefixes) for name in names)
    assert len(set(names)) == len(SEEDANCE)


async def test_a_resolution_of_4k_has_another_name_there(served, connect):
    body = await sent(served, connect, "2", resolution="4K", generate_audio=False)
    assert (body["resolution"], body["generate_audio"]) == ("4k", False)
    assert "seed" not in body, "it is an error there"


async def test_a_size_is_a_resolution_and_a_ratio(served, connect):
    body = await sent(served, connect, "mini", size="480x640")
    assert (body["resolution"], body["ratio"]) == ("480p", "3:4")


@pytest.mark.parametrize(
    ("model", "fields", "ratio"),
    [
        ("2", {}, "adaptive"),
        ("2", {"aspect_ratio": "9:16"}, "9:16"),
        ("2", {"size": "960x720"}, "4:3"),
        ("new", {}, "adaptive"),
    ],
)
async def test_frames_decide_the_ratio_unless_one_is_given(served, connect, model, fields, ratio):
    given = frames("first_frame", "last_frame")
    body = await sent(served, connect, model, frame_images=given, **fields)
    assert body["content"][1:] == [
        {"type": "image_url", "image_url": {"url": PICTURE}, "role": "first_frame"},
        {"type": "image_url", "image_url": {"url": PICTURE}, "role": "last_frame"},
    ]
    assert body["ratio"] == ratio


async def test_a_frame_in_the_body_is_handed_over_and_has_its_ratio(served, connect):
    given = frames("first_frame", url=PIXEL)
    for model, ratio in (("new", "adaptive"), ("2", "16:9")):
        body = await sent(served, connect, model, frame_images=given)
        assert body["content"][1]["image_url"] == {"url": PIXEL}
        assert body["ratio"] == ratio


async def test_references_are_handed_over_in_order(served, connect):
    body = await sent(served, connect, "2", input_references=references("video", "image", "audio"))
    parts = [
        (part["type"], part["role"], part[part["type"]]["url"]) for part in body["content"][1:]
    ]
    assert parts == [
        ("video_url", "reference_video", "https://media.example/0"),
        ("image_url", "reference_image", "https://media.example/1"),
        ("audio_url", "reference_audio", "https://media.example/2"),
    ]
    assert body["ratio"] == "adaptive", "a video may decide it"
    body = await sent(served, connect, "2", input_references=references("image", "audio"))
    assert body["ratio"] == "16:9"


async def test_audio_alone_is_refused_before_it_is_sent(served, connect):
    hook, known = BeforeSendHook(), len(served[0].accepted)
    provider = connect(served[1], "ark")
    request = request_of(provider, body_of("new", input_references=references("audio")))
    with pytest.raises(RefusedError, match="input_references: audio needs") as caught:
        await provider.create(request, hook)
    assert (caught.value.cause, hook.seen, len(served[0].accepted)) == ("input", [], known)


async def test_options_do_not_replace_what_the_request_says(served, connect):
    options = {"watermark": True, "camera_fixed": True, "duration": 12, "model": "other"}
    given = {"options": {"seed": {**options, "draft": None}}}
    body = await sent(served, connect, "old", duration=5, provider=given)
    assert (body["watermark"], body["camera_fixed"], body["duration"]) == (True, True, 5)
    assert body["model"] == "seedance-1-5-pro-251215"
    assert "draft" not in body


async def test_the_vendor_reports_to_the_callback_url(served, connect):
    with StubServer() as receiver:
        receiver.route("POST", "/hook", json_answer({}))
        url = f"{receiver.origin}/hook"
        body = await sent(served, connect, "mini", callback_url=url)
        assert body["callback_url"] == url
        reported = await asyncio.to_thread(receiver.next_request)
        assert reported.json["id"] == served[0].accepted[-1].id


@pytest.mark.parametrize(
    ("slug", "model", "fields", "million"),
    [
        ("byteplus", "new", {}, "10.7"),
        ("byteplus", "new", {"frame_images": frames("first_frame")}, "10.7"),
        ("byteplus", "new", {"input_references": references("image")}, "10.7"),
        ("byteplus", "new", {"input_references": references("image", "video")}, "6.4"),
        ("byteplus", "2", {}, "7"),
        ("byteplus", "2", {"resolution": "1080p"}, "7.7"),
        ("byteplus", "2", {"resolution": "4K"}, "4"),
        ("byteplus", "2", {"resolution": "4K", "input_references": references("video")}, "2.4"),
        ("byteplus", "fast", {}, "4.2"),
        ("byteplus", "mini", {"input_references": references("video")}, "2.1"),
        ("byteplus", "old", {}, "2.4"),
        ("byteplus", "old", {"generate_audio": False}, "1.2"),
        ("ark", "new", {}, "10"),
        ("ark", "2", {"input_references": references("video")}, "6.57"),
    ],
)
async def test_a_video_costs_its_tokens(served, connect, slug, model, fields, million):
    provider = connect(served[1], slug)
    job = await create(provider, body_of(model, duration=5, **fields))
    progress = await finish(provider, job)
    tokens = Decimal(round(served[0].accepted[-1].price))
    assert progress.cost == tokens * Decimal(million) / 1_000_000
    assert job.id.startswith(served[0].accepted[-1].id)


async def test_a_video_is_downloaded_and_resumed(served, connect):
    provider = connect(served[1])
    job = await create(provider, body_of("mini", input_references=references("video")))
    await finish(provider, job)
    whole = await video(provider, job)
    assert whole[4:8] == b"ftyp"
    assert await video(provider, job, 100) == whole[100:]


@pytest.mark.parametrize(
    ("fault", "cause", "message"),
    [
        ("fail=The lens broke", "failed", "^The lens broke$"),
        ("moderated", "moderated", "may be sensitive"),
        ("lapsed", "failed", "BytePlus ModelArk ended the job as expired"),
    ],
)
async def test_a_task_without_a_video_costs_nothing(served, connect, fault, cause, message):
    provider = connect(served[1])
    job = await create(provider, body_of("mini", prompt=f"[fault:{fault}]"))
    with pytest.raises(RefusedError, match=message) as caught:
        await provider.poll(job)
    assert (caught.value.cause, caught.value.cost) == (cause, 0)


@pytest.mark.parametrize(
    ("task", "phase"),
    [
        ({"status": "queued"}, "queued"),
        ({"status": "running"}, "running"),
        ({"status": "warming_up"}, "running"),
        (TASK, "done"),
        ({"status": "paused"}, "running"),
    ],
)
def test_each_state_of_a_task(task, phase):
    provider = ArkProvider(account_of("byteplus", "https://ark.example/api/v3"))
    for body in ({**task, "id": "cgt-1"}, {"items": [None, {}, {**task, "id": "cgt-1"}]}):
        assert provider.progress(answer_of(body), JOB).phase == phase


@pytest.mark.parametrize(
    ("task", "cause"),
    [
        ({"status": "failed"}, "failed"),
        ({"status": "cancelled", "error": None}, "failed"),
        ({"status": "failed", "error": {"code": "InvalidParameter.ImageSize"}}, "input"),
        (
            {"status": "failed", "error": {"code": "OutputAudioSensitiveContentDetected"}},
            "moderated",
        ),
    ],
)
def test_each_end_of_a_task_without_a_video(task, cause):
    provider = ArkProvider(account_of("byteplus", "https://ark.example/api/v3"))
    with pytest.raises(RefusedError) as caught:
        provider.progress(answer_of({**task, "id": "cgt-1"}), JOB)
    assert (caught.value.cause, caught.value.cost) == (cause, 0)


@pytest.mark.parametrize(
    ("usage", "cost"),
    [
        ({}, None),
        ({"completion_tokens": 0}, None),
        ({"completion_tokens": -5}, None),
        ({"completion_tokens": "many"}, None),
        ({"completion_tokens": "1000000"}, Decimal("10.7")),
        ({"completion_tokens": 1}, Decimal("0.0000107")),
    ],
)
def test_a_count_of_tokens_is_not_trusted(usage, cost):
    provider = ArkProvider(account_of("byteplus", "https://ark.example/api/v3"))
    assert provider.progress(answer_of({**TASK, "usage": usage}), JOB).cost == cost
    other = UpstreamJob("cgt-1", "bytedance/unknown")
    assert provider.progress(answer_of({**TASK, "usage": usage}), other).cost is None


async def test_many_jobs_are_polled_at_once(connect):
    with running(Ark(render=0)) as (upstream, url):
        provider = connect(url)
        request = request_of(provider, body_of("mini", duration=4))
        jobs = [await provider.create(request, BeforeSendHook()) for _ in range(60)]
        progress = await asyncio.gather(*(provider.poll(job) for job in jobs))
        assert upstream.requests[LIST] == 2
        assert upstream.requests[ONE] == 0
        files = {job.id: job.file for job in upstream.accepted}
        shown = [(job.id, each.urls[0]) for job, each in zip(jobs, progress, strict=True)]
        assert all(files[id_] in url for id_, url in shown)


@pytest.mark.parametrize(
    "listed",
    [
        json_answer({"items": [], "total": 0}),
        json_answer({"items": [{**TASK, "content": None}], "total": 1}),
        json_answer({"error": {"code": "AccessDenied", "message": "Name a model"}}, 403),
    ],
)
async def test_what_the_list_lacks_is_asked_of_the_task_alone(connect, listed):
    with StubServer() as server:
        server.route("GET", TASKS, listed)
        server.route("GET", f"{TASKS}/cgt-1", json_answer(TASK))
        assert (await connect(server.origin).poll(JOB)).phase == "done"
        query = "?page_num=1&page_size=1&filter.task_ids=cgt-1"
        assert [r.path for r in server.received] == [TASKS + query, f"{TASKS}/cgt-1"]


@pytest.mark.parametrize("status", [429, 503])
async def test_a_list_that_is_not_shown_now_is_asked_for_again(connect, status):
    shown = {"error": {"code": "ServerOverloaded", "message": "Hm"}}
    with StubServer() as server:
        server.script(json_answer(shown, status, Retry_After="7"))
        with pytest.raises(TransientError, match="did not list jobs: Hm") as caught:
            await connect(server.origin).poll(JOB)
        assert len(server.received) == 1
    assert caught.value.retry_after == 7


async def test_a_task_that_the_vendor_does_not_know_is_lost(upstream, connect):
    provider = connect(upstream[1])
    job = await create(provider, body_of("mini", prompt="[fault:lost]"))
    with pytest.raises(LostError, match="does not know the job any more"):
        await provider.poll(job)
    assert (await provider.poll(job)).phase == "queued"


@pytest.mark.parametrize(
    "body",
    [
        {"items": None},
        {"items": [{"id": "cgt-1"}]},
        {"id": "cgt-2", "status": "succeeded"},
        {"id": "cgt-1", "status": "succeeded"},
        {"id": "cgt-1", "status": "succeeded", "content": {"video_url": ["https://v.example"]}},
        [],
    ],
)
async def test_an_answer_to_a_poll_that_makes_no_sense_is_transient(connect, body):
    with StubServer() as server:
        server.route("GET", TASKS, json_answer(body))
        with pytest.raises(TransientError, match="is invalid"):
            await connect(server.origin).poll(JOB)


async def test_a_task_that_waits_is_cancelled(upstream, connect):
    provider = connect(upstream[1])
    job = await create(provider, body_of("2", input_references=references("video")))
    assert await provider.cancel(job) == Cancellation("stopped", Decimal(0))
    assert upstream[0].accepted[0].state == "cancelled"
    assert await provider.cancel(job) == Cancellation("stopped", Decimal(0))


async def test_a_task_that_runs_goes_on(upstream, connect):
    provider = connect(upstream[1])
    job = await create(provider, body_of("mini"))
    upstream[0].accepted[0].began -= 40
    assert await provider.cancel(job) == Cancellation("unsupported")
    assert upstream[0].accepted[0].state == "running"


async def test_a_task_that_has_ended_is_kept_and_its_cost_is_known(upstream, connect):
    provider = connect(upstream[1])
    job = await create(provider, body_of("mini", duration=5, resolution="720p"))
    failed = await create(provider, body_of("mini", prompt="[fault:fail]"))
    for each in upstream[0].accepted:
        each.began -= 100
    assert await provider.cancel(job) == Cancellation("unsupported", Decimal("0.378"))
    assert await provider.cancel(failed) == Cancellation("stopped", Decimal(0))
    assert job.id in upstream[0].jobs


async def test_a_cancellation_that_does_not_show_is_unknown(upstream, connect):
    assert await connect(upstream[1]).cancel(JOB) == Cancellation("unknown")
    with StubServer() as server:
        server.route("GET", f"{TASKS}/cgt-1", json_answer({"id": "cgt-1", "status": "queued"}))
        server.route("DELETE", f"{TASKS}/cgt-1", json_answer({}))
        assert await connect(server.origin).cancel(JOB) == Cancellation("unknown")


@pytest.mark.parametrize(
    ("status", "code", "error", "detail"),
    [
        (400, "InvalidParameter.TaskTypeConstraint", RefusedError, "input"),
        (400, "MissingParameter", RefusedError, "input"),
        (400, "InputTextSensitiveContentDetected", RefusedError, "moderated"),
        (400, "InputImageSensitiveContentDetected.PrivacyInformation", RefusedError, "moderated"),
        (400, "SensitiveContentDetected.Violence", RefusedError, "moderated"),
        (401, "AuthenticationError", AccountError, "credential"),
        (403, "AccessDenied", AccountError, "credential"),
        (403, "AccountOverdueError", AccountError, "credit"),
        (403, "OperationDenied.PermissionDenied", AccountError, "credential"),
        (404, "ModelNotOpen", RefusedError, "input"),
        (404, "InvalidEndpointOrModel.NotFound", RefusedError, "input"),
        (429, "SetLimitExceeded", AccountError, "credit"),
        (429, "RateLimitExceeded.EndpointRPMExceeded", BusyError, 7),
        (429, "QuotaExceeded", BusyError, 7),
        (429, "ServerOverloaded", BusyError, 7),
        (500, "InternalServiceError", UnknownOutcomeError, None),
        (500, "OutputVideoSensitiveContentDetected", UnknownOutcomeError, None),
        (503, None, UnknownOutcomeError, None),
    ],
)
async def test_each_error_of_a_create(connect, status, code, error, detail):
    shown = {"error": {"code": code, "message": "Hm. Request id: 1", "param": "", "type": "x"}}
    with StubServer() as server:
        server.script(json_answer(shown, status, Retry_After="7"))
        with pytest.raises(error, match="Hm") as caught:
            await create(connect(server.origin), body_of("mini"))
        assert len(server.received) == 1
    names = ("cause", "problem", "retry_after")
    assert (
        next((getattr(caught.value, n) for n in names if hasattr(caught.value, n)), None) == detail
    )


@pytest.mark.parametrize(
    ("key", "problem"), [("a-wrong-key", "credential"), ("a-poor-key", "credit")]
)
async def test_a_key_that_is_wrong_or_has_no_money(served, connect, key, problem):
    with pytest.raises(AccountError) as caught:
        await create(connect(served[1], key=key), body_of("mini"))
    assert caught.value.problem == problem
    assert key not in str(caught.value)


ANYTHING = json_of(
    ["succeeded", "failed", "queued", "cgt-1", "id", "InvalidParameter", ""],
    ["id", "items", "status", "content", "video_url", "usage", "error", "code"]
    + ["completion_tokens", "resolution", "generate_audio", "message"],
)


@given(ANYTHING, st.sampled_from([200, 400, 404, 429, 500]))
def test_nothing_in_an_answer_breaks_the_provider(body, status):
    provider = ArkProvider(account_of("byteplus", "https://ark.example/api/v3"))
    found = answer_of(body, status)
    assert isinstance(provider.meaning(found), str)
    with contextlib.suppress(UnreadableError):
        assert isinstance(provider.created_id(found), str)
    try:
        progress = provider.progress(found, JOB)
    except (UnreadableError, LostError, RefusedError):
        return
    assert isinstance(progress, Progress)
    assert progress.cost is None or progress.cost > 0

from __future__ import annotations

import asyncio
import contextlib
from decimal import Decimal

import pytest
from hypothesis import given, settings

from rushes.catalog.provider_data import load_providers
from rushes.providers import poll_batches
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
from rushes.providers.kling import KlingProvider
from tests.fakes.accounts import account_of
from tests.fakes.stub_server import json_answer
from tests.providers.cases import PICTURE, frames
from tests.providers.cases.kling import CASE, CLIP, FIRST, LAST, O1, PRO, STD, body, references
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
from tests.upstreams.base import Limits
from tests.upstreams.kling import Kling
from tests.upstreams.serving import running

PIXEL = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg"
)
UNIT = Decimal("0.14")
TASK = {"id": "1", "status": "succeeded", "external_id": "k", "outputs": [], "billing": []}


class Recorded(Kling):
    """Keeps what it receives: path and body of requests for a task, how many ids polls have."""

    def __init__(self):
        super().__init__(render=0.05)
        self.received = []
        self.polled = []

    async def create(self, request):
        self.received.append((request.url.path, await request.json()))
        return await super().create(request)

    async def get(self, request):
        self.polled.append(len(request.query_params.get("task_ids", "").split(",")))
        return await super().get(request)


@pytest.fixture(autouse=True)
def _no_waiting_for_others(monkeypatch):
    monkeypatch.setattr(poll_batches, "WINDOW", 0.01)


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
    async with provider_at(KlingProvider, "kling", served[1], "sk-kling") as provider:
        yield provider


@pytest.fixture
async def stubbed(server):
    async with provider_at(KlingProvider, "kling", server.origin, "sk-kling") as provider:
        yield provider


def shown(**fields):
    return answer_of({"code": 0, "data": [{**TASK, **fields}]})


async def sent(provider, upstream, fields):
    """Return the path and the body that the upstream received, without the key."""
    request = request_of(provider, fields)
    await provider.create(request, BeforeSendHook())
    path, received = upstream.received[-1]
    assert received["options"].pop("external_task_id") == request.key
    return path, received


async def test_a_text_is_sent_to_the_path_of_its_model(provider, upstream):
    path, received = await sent(provider, upstream, body(aspect_ratio="9:16"))
    assert path == "/text-to-video/kling-3.0"
    assert received == {
        "prompt": "Waves",
        "settings": {
            "resolution": "720p",
            "duration": 3,
            "audio": "off",
            "aspect_ratio": "9:16",
        },
        "options": {},
    }


async def test_frames_are_contents_and_decide_the_shape(provider, upstream):
    fields = body(PRO, frame_images=frames(LAST, FIRST), generate_audio=True, aspect_ratio="1:1")
    path, received = await sent(provider, upstream, fields)
    assert path == "/image-to-video/kling-3.0"
    assert sorted(part["type"] for part in received["contents"]) == [FIRST, LAST, "prompt"]
    assert {part.get("url") for part in received["contents"]} == {None, PICTURE}
    assert received["settings"] == {"resolution": "1080p", "duration": 3, "audio": "native"}


async def test_references_are_contents_of_the_omni_model(provider, upstream):
    inputs = references("image", 2) + references("video", url=CLIP)
    path, received = await sent(provider, upstream, body(O1, input_references=inputs))
    assert path == "/omni-video/kling-o1"
    assert received["contents"] == [
        {"type": "prompt", "text": "Waves"},
        {"type": "refer_image", "url": PICTURE},
        {"type": "refer_image", "url": PICTURE},
        {"type": "feature_video", "url": CLIP},
    ]
    assert received["settings"] == {"resolution": "1080p", "duration": 5}


async def test_a_picture_in_the_request_is_sent_as_bare_base64(provider, upstream):
    url = f"data:image/png;base64,{PIXEL[:20]}%2B \n{PIXEL[21:]}"
    _, received = await sent(provider, upstream, body(frame_images=frames(FIRST, url=url)))
    assert received["contents"][1]["url"] == f"{PIXEL[:20]}+{PIXEL[21:]}=="


async def test_options_have_their_places(provider, upstream):
    options = {"multi_shot": False, "watermark_info": {"enabled": True}}
    fields = body(provider={"options": {"kwaivgi": options}})
    _, received = await sent(provider, upstream, fields)
    assert received["settings"]["multi_shot"] is False
    assert received["options"] == {"watermark_info": {"enabled": True}}


async def test_the_callback_is_an_option(stubbed, server):
    server.script(json_answer({"code": 0, "data": {"id": 7}}))
    hook = "https://rushes.example/hooks/1"
    assert (await create(stubbed, body(), callback_url=hook)).id == "7"
    assert server.received[0].json["options"]["callback_url"] == hook


@pytest.mark.parametrize("name", CASE.requests)
async def test_each_kind_of_request_is_made_at_its_price(provider, upstream, name, pure):
    job = await create(provider, CASE.requests[name])
    progress = await finish(provider, job)
    units = upstream.accepted[-1].price
    assert progress.cost == Decimal(str(units)) * UNIT
    [endpoint, *_] = [e for e, problem in problems(pure, CASE.requests[name]) if not problem]
    listed = endpoint.pricing_skus
    rate = "duration_seconds_with_audio" if name == "audio" else "duration_seconds"
    assert progress.cost == Decimal(listed[rate]) * CASE.requests[name]["duration"]


@pytest.mark.parametrize(
    ("code", "status", "problem"),
    [(code, 401, "credential") for code in (1000, 1001, 1002, 1003, 1004)]
    + [(1100, 429, "credit"), (1101, 429, "credit"), (1102, 429, "credit")]
    + [(1103, 403, "credential"), (1304, 429, "credential")],
)
async def test_codes_of_the_account(stubbed, server, code, status, problem):
    server.script(json_answer({"code": code, "message": "Hm"}, status))
    with pytest.raises(AccountError, match="Hm") as caught:
        await create(stubbed, body())
    assert caught.value.problem == problem


@pytest.mark.parametrize(
    ("code", "status", "error"),
    [(1302, 429, BusyError), (1303, 429, BusyError)]
    + [(5000, 500, UnknownOutcomeError), (5001, 503, UnknownOutcomeError)]
    + [(5002, 504, UnknownOutcomeError), (0, 200, UnknownOutcomeError)],
)
async def test_codes_of_a_create_that_did_not_work(stubbed, server, code, status, error):
    server.script(json_answer({"code": code, "message": "Hm"}, status))
    with pytest.raises(error):
        await create(stubbed, body())
    assert len(server.received) == 1


@pytest.mark.parametrize(
    ("code", "status", "cause"),
    [(1300, 400, "moderated"), (1301, 400, "moderated")]
    + [(1200, 400, "input"), (1201, 400, "input"), (1203, 404, "input")],
)
async def test_codes_of_a_refused_request(stubbed, server, code, status, cause):
    server.script(json_answer({"code": code, "message": "Hm"}, status))
    server.route("GET", "/tasks", json_answer({"code": 0, "data": []}))
    with pytest.raises(RefusedError, match="Hm") as caught:
        await create(stubbed, body())
    assert caught.value.cause == cause


async def test_a_key_that_was_used_belongs_to_the_accepted_task(provider, upstream):
    """As if something on the way had repeated the request."""
    request = request_of(provider, body())
    first = await provider.create(request, BeforeSendHook())
    charged = len(upstream.accepted)
    assert (await provider.create(request, BeforeSendHook())).id == first.id
    assert len(upstream.accepted) == charged


async def test_a_refusal_is_unclear_while_the_key_cannot_be_looked_up(stubbed, server):
    server.script(json_answer({"code": 1201, "message": "Hm"}, 400))
    server.script(json_answer({"code": 5000, "message": "Later"}, 500))
    with pytest.raises(UnknownOutcomeError, match=r"Hm.*Later"):
        await create(stubbed, body())


@pytest.mark.parametrize("fault", ["500-after", "reset-after-accept", "garbage", "no-id"])
async def test_a_task_whose_answer_was_lost_is_found(provider, upstream, fault):
    request = request_of(provider, body(prompt=f"Waves {fault} [fault:{fault}]"))
    assert await provider.find(request.key, STD) is None
    with pytest.raises(UnknownOutcomeError):
        await provider.create(request, BeforeSendHook())
    found = await provider.find(request.key, STD)
    assert found == UpstreamJob(upstream.accepted[-1].id, STD)
    assert (await finish(provider, found)).urls


@pytest.mark.parametrize(
    ("found", "status"),
    [
        ({"code": 1203, "message": "Hm"}, 404),
        ({"code": 5000, "message": "Hm"}, 500),
        ({"code": 1302, "message": "Hm"}, 429),
        ({"code": 5000, "data": []}, 200),
        ({"code": 0, "data": None}, 200),
        ({"code": 0, "data": [TASK]}, 200),
        ({"code": 0, "data": [{"external_id": "key"}]}, 200),
        ([], 200),
    ],
)
async def test_only_an_empty_list_shows_that_a_task_is_absent(stubbed, server, found, status):
    server.script(json_answer(found, status))
    with pytest.raises(TransientError):
        await stubbed.find("key", STD)


async def test_a_key_cannot_change_what_is_looked_up(stubbed, server):
    server.script(json_answer({"code": 0, "data": []}))
    assert await stubbed.find("a,b&task_ids=1", STD) is None
    assert server.received[0].path == "/tasks?external_task_ids=a%2Cb%26task_ids%3D1"


async def test_twenty_tasks_are_polled_at_once(provider, upstream):
    jobs = [await create(provider, body()) for _ in range(21)]
    upstream.polled.clear()
    await asyncio.gather(*(provider.poll(job) for job in jobs))
    assert sorted(upstream.polled) == [1, 20]


async def test_sound_of_a_silent_model_is_refused_only_if_it_is_asked_for(provider, upstream):
    received = len(upstream.received)
    hook = BeforeSendHook()
    with pytest.raises(RefusedError, match="generate_audio:"):
        await provider.create(request_of(provider, body(O1, generate_audio=True)), hook)
    assert (hook.seen, len(upstream.received)) == ([], received)
    await create(provider, body(O1, generate_audio=None))
    assert not upstream.accepted[-1].audio


@pytest.mark.parametrize("code", [1202, 1203])
async def test_an_error_about_all_tasks_loses_none(stubbed, server, code):
    server.script(json_answer({"code": code, "message": "Hm"}, 404))
    with pytest.raises(TransientError, match="Hm"):
        await stubbed.poll(UpstreamJob("1", STD))


async def test_a_lost_task_is_lost_and_the_others_are_shown(provider):
    lost = await create(provider, body(prompt="[fault:lost]"))
    kept = await create(provider, body())
    results = await asyncio.gather(provider.poll(lost), provider.poll(kept), return_exceptions=True)
    assert isinstance(results[0], LostError)
    assert results[1].phase in {"queued", "running", "done"}


@pytest.mark.parametrize(
    ("status", "phase"),
    [
        ("submitted", "queued"),
        ("processing", "running"),
        ("reviewing", "running"),
        ("paused", "running"),
        ("unheard-of", "running"),
    ],
)
def test_statuses_of_a_task_that_goes_on(pure, status, phase):
    assert pure.progress(shown(status=status), UpstreamJob("1", STD)).phase == phase


@pytest.mark.parametrize("word", ["FAIL", "[fault:moderated]"])
async def test_a_failed_task_costs_nothing(provider, word):
    # Its message alone says whether it was moderated.
    job = await create(provider, body(prompt=word))
    with pytest.raises(RefusedError) as caught:
        await finish(provider, job)
    assert (caught.value.cost, caught.value.cause) == (0, "failed")
    assert str(caught.value)


def test_a_failed_task_that_was_charged(pure):
    billing = [{"charge_type": "unit", "amount": "2"}]
    with pytest.raises(RefusedError, match="Kling ended the task as failed") as caught:
        pure.progress(shown(status="failed", message="", billing=billing), UpstreamJob("1", STD))
    assert caught.value.cost == 2 * UNIT


@pytest.mark.parametrize(
    ("billing", "cost"),
    [
        ([{"charge_type": "unit", "amount": "6"}], 6 * UNIT),
        ([{"charge_type": "unit", "amount": 1.5}] * 2, 3 * UNIT),
        ([{"charge_type": "cash", "amount": "6"}], None),
        ([{"charge_type": "unit", "amount": "6"}, {"charge_type": "cash", "amount": "1"}], None),
        ([{"charge_type": "unit", "amount": "-1"}], None),
        ([{"charge_type": "unit"}], None),
        ([], None),
        ("6", None),
    ],
)
def test_units_are_charged_at_the_price_of_the_account(pure, billing, cost):
    outputs = [{"type": "video", "url": "https://videos.example/1"}]
    answer = shown(billing=billing, outputs=outputs)
    assert pure.progress(answer, UpstreamJob("1", STD)).cost == cost


@pytest.mark.parametrize(("price", "cost"), [("0.1", Decimal("0.6")), ("", None)])
def test_the_price_of_a_unit_is_a_setting(price, cost):
    account = account_of("kling", "http://127.0.0.1:1", settings={"unit_price": price})
    outputs = [{"type": "video", "url": "https://videos.example/1"}]
    answer = shown(billing=[{"charge_type": "unit", "amount": "6"}], outputs=outputs)
    progress = KlingProvider(account).progress(answer, UpstreamJob("1", STD))
    assert progress.cost == cost


@pytest.mark.parametrize(
    "shown_body",
    [
        [],
        {"code": 0},
        {"code": 5000, "data": [TASK]},
        {"code": 0, "data": [{"id": "1"}]},
        {"code": 0, "data": [TASK]},
        {"code": 0, "data": [{**TASK, "outputs": [{"type": "image", "url": "https://a.example"}]}]},
    ],
)
def test_a_malformed_answer_is_not_an_end(pure, shown_body):
    with pytest.raises(UnreadableError):
        pure.progress(answer_of(shown_body), UpstreamJob("1", STD))


@settings(max_examples=40)
@given(JSON)
def test_any_answer_has_a_documented_outcome(pure, value):
    job = UpstreamJob("1", STD)
    bodies = (
        value,
        {"code": 0, "data": value},
        {"code": 0, "data": [value]},
        {"code": 0, "data": [{**TASK, "status": value}]},
        {"code": 0, "data": [{**TASK, "outputs": value, "billing": value}]},
        {"code": 0, "data": [{**TASK, "outputs": [value], "billing": [value]}]},
    )
    for each in bodies:
        with contextlib.suppress(UnreadableError, LostError, RefusedError):
            pure.progress(answer_of(each), job)
        with contextlib.suppress(UnreadableError):
            pure.created_id(answer_of(each))
        assert isinstance(pure.meaning(answer_of(each, 400)), str)


async def test_the_url_of_a_video_is_renewed(provider, upstream):
    upstream.url_lifetime = -1
    try:
        job = await create(provider, body())
        await finish(provider, job)
    finally:
        upstream.url_lifetime = 3600
    assert await video(provider, job) == upstream.video(upstream.accepted[-1])


async def test_a_full_account_is_busy(provider, upstream):
    upstream.limits = Limits(open_jobs=0)
    try:
        with pytest.raises(BusyError, match="more than the resource pack allows"):
            await create(provider, body())
    finally:
        upstream.limits = Limits()


async def test_a_task_cannot_be_cancelled(provider):
    job = await create(provider, body())
    assert (await provider.cancel(job)).outcome == "unsupported"


def test_every_endpoint_has_what_a_request_needs():
    for endpoint in load_providers()["kling"].endpoints:
        assert endpoint.params.keys() >= {"operation", "resolution", "sound"}

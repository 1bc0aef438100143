"""Luma as a provider, over the fake that its own Python package has proved."""

from __future__ import annotations

import base64
import json
from decimal import Decimal

import pytest
from hypothesis import given, settings

from rushes.providers.base import (
    AccountError,
    BusyError,
    LostError,
    RefusedError,
    TransientError,
    UnknownOutcomeError,
    UpstreamJob,
)
from rushes.providers.luma import LumaProvider
from tests.fakes.accounts import account_of
from tests.fakes.stub_server import json_answer
from tests.providers.cases import PICTURE, frame, reference
from tests.providers.cases.luma import CASE, LONG, TEXT
from tests.providers.cases.runway import LAST, VIDEO
from tests.providers.conftest import unconnected
from tests.providers.endpoint_requests import (
    JSON,
    answer_of,
    create,
    finish,
    opened,
    problems,
    read,
    read_all,
    video,
)
from tests.upstreams.luma import Luma
from tests.upstreams.serving import running

JOB = UpstreamJob("2f", TEXT["model"])
VIDEO_URL = "https://storage.example/a.mp4"


def provider_at(url, key="key"):
    return LumaProvider(account_of("luma", url, key, models=CASE.models))


@pytest.fixture(scope="module")
def pure():
    return unconnected(CASE)


@pytest.fixture(scope="module")
def upstream():
    with running(Luma(render=0.05)) as served:
        yield served


@pytest.fixture
async def provider(upstream):
    async with opened(provider_at(upstream[1])) as opened_provider:
        yield opened_provider


@pytest.fixture
async def stubbed(server):
    async with opened(provider_at(server.url)) as opened_provider:
        yield opened_provider


def sent_of(fake):
    return fake.accepted[-1].info["asked"].model_dump(exclude_unset=True)


@pytest.mark.parametrize(
    ("asked", "sent"),
    [
        (
            {**TEXT, "aspect_ratio": "9:16", "resolution": "1080p"},
            {
                "model": "ray-3.2",
                "type": "video",
                "prompt": "Waves",
                "aspect_ratio": "9:16",
                "video": {"resolution": "1080p", "duration": "5s"},
            },
        ),
        (
            LONG,
            {
                "model": "ray-3.2",
                "type": "video",
                "prompt": "Waves",
                "aspect_ratio": "16:9",
                "video": {"resolution": "720p", "duration": "10s"},
            },
        ),
        (
            {**TEXT, "frame_images": [frame("last_frame", LAST), frame("first_frame")]},
            {
                "model": "ray-3.2",
                "type": "video",
                "prompt": "Waves",
                "video": {
                    "resolution": "720p",
                    "duration": "5s",
                    "start_frame": {"url": PICTURE},
                    "end_frame": {"url": LAST},
                },
            },
        ),
        (
            {**TEXT, "input_references": [reference("video", f"{VIDEO}?a=b.webm")]},
            {
                "model": "ray-3.2",
                "type": "video_edit",
                "prompt": "Waves",
                "source": {"url": f"{VIDEO}?a=b.webm", "media_type": "video/mp4"},
                "video": {"resolution": "720p"},
            },
        ),
        (
            {
                **TEXT,
                "input_references": [reference("video", "https://media.example/a.MOV")],
                "provider": {"options": {"luma": {"edit": {"strength": "flex_2"}}}},
            },
            {
                "model": "ray-3.2",
                "type": "video_edit",
                "prompt": "Waves",
                "source": {
                    "url": "https://media.example/a.MOV",
                    "media_type": "video/quicktime",
                },
                "video": {"resolution": "720p", "edit": {"strength": "flex_2"}},
            },
        ),
        (
            {**TEXT, "provider": {"options": {"luma": {"loop": True, "duration": "10s"}}}},
            {
                "model": "ray-3.2",
                "type": "video",
                "prompt": "Waves",
                "aspect_ratio": "16:9",
                "video": {"resolution": "720p", "duration": "5s", "loop": True},
            },
        ),
    ],
)
async def test_a_request_is_translated(provider, upstream, asked, sent):
    await create(provider, asked)
    assert sent_of(upstream[0]) == sent


async def test_an_embedded_picture_is_sent_with_its_type(provider, upstream):
    picture = base64.b64encode(b"\x89PNG\r\n\x1a\n").decode()
    url = f"data:image/jpeg;base64,{picture}"  # what it says is not what it holds
    await create(provider, {**TEXT, "frame_images": [frame("last_frame", url)]})
    shown = sent_of(upstream[0])["video"]["end_frame"]
    assert shown == {"data": picture, "media_type": "image/png"}


@pytest.mark.parametrize(
    "fields",
    [
        {"generate_audio": True},
        {"input_references": [reference("image", LAST)]},
        {"input_references": [reference("audio", LAST)]},
        {"input_references": [reference("video", VIDEO)] * 2},
    ],
)
async def test_nothing_is_left_out_silently(provider, upstream, fields):
    """Not even of a request that no endpoint has checked."""
    accepted = len(upstream[0].accepted)
    body = json.dumps(TEXT | fields)
    with pytest.raises(RefusedError, match=next(iter(fields))) as caught:
        await create(provider, TEXT, body=body)
    assert caught.value.cause == "input"
    assert len(upstream[0].accepted) == accepted


async def test_a_job_is_continued_by_its_id(provider, upstream):
    first = await create(provider, TEXT)
    await finish(provider, first)
    body = {
        "model": "black-forest-labs/flux-3-video",
        "prompt": "x",
        "duration": 5,
        "generate_audio": False,
        "previous_job_id": "gen-vid-1",
    }
    await create(provider, body, previous=first)
    asked = sent_of(upstream[0])
    assert asked["video"]["start_frame"] == {"generation_id": first.id}
    assert "aspect_ratio" not in asked


@pytest.mark.parametrize(
    ("body", "price"),
    [
        (TEXT, "0.30"),
        ({**TEXT, "resolution": "1080p"}, "1.20"),
        (LONG, "0.90"),
        ({**LONG, "resolution": "1080p"}, "3.60"),
        (CASE.requests["video_references"], None),  # it is not known how long the video is
    ],
)
def test_the_price_is_the_list_price_of_the_vendor(body, price, pure):
    _, spec = read(body)
    row = next(each for each, found in problems(pure, body) if found is None)
    assert row.price(spec) == (None if price is None else Decimal(price))


async def test_a_video_is_made_at_a_price_that_the_vendor_does_not_report(provider, upstream):
    job = await create(provider, TEXT)
    progress = await finish(provider, job)
    assert progress.cost is None
    assert {charge.job: charge.amount for charge in upstream[0].charges}[job.id] == 0.3
    assert (await video(provider, job))[4:8] == b"ftyp"


@pytest.mark.parametrize(
    ("code", "cause"),
    [
        ("content_moderated", "moderated"),
        ("image_too_large", "input"),
        ("unsupported_format", "input"),
        ("corrupt_input", "input"),
        ("invalid_request", "input"),
        ("generation_failed", "failed"),
        ("output_not_found", "failed"),
        ("rate_limited", "failed"),
        ("budget_exhausted", "failed"),
        ("anything_new", "failed"),
    ],
)
async def test_a_failure_has_the_cause_that_its_code_says(provider, code, cause):
    job = await create(provider, {**TEXT, "prompt": f"x [fault:fail={code}]"})
    with pytest.raises(RefusedError) as caught:
        await finish(provider, job)
    assert (caught.value.cause, caught.value.cost) == (cause, None)


def test_states(provider):
    def shown(**fields):
        return provider.progress(answer_of({"id": "2f", **fields}), JOB).phase

    assert shown(state="queued", output=[]) == "queued"
    assert shown(state="processing") == "running"
    assert shown(state="dreaming") == "running"
    outputs = [{"type": "image", "url": "https://x.example/a.png"}, {"url": VIDEO_URL}]
    progress = provider.progress(answer_of({"state": "completed", "output": outputs}), JOB)
    assert (progress.phase, progress.urls) == ("done", [VIDEO_URL])
    with pytest.raises(RefusedError, match="ended it as failed"):
        shown(state="failed", failure_code=["content_moderated"])


@pytest.mark.parametrize(
    "answer",
    [
        {},
        [],
        {"state": "completed"},
        {"state": "completed", "output": 7},
        {"state": "completed", "output": [{"type": [], "url": VIDEO_URL}, {"url": 7}]},
    ],
)
async def test_an_answer_without_what_it_should_have_may_be_repeated(stubbed, server, answer):
    server.script(json_answer(answer))
    with pytest.raises(TransientError, match="invalid"):
        await stubbed.poll(JOB)


@pytest.mark.parametrize(
    ("status", "error", "words"),
    [
        (400, RefusedError, "too long"),
        (401, AccountError, "API key"),
        (402, AccountError, "credit"),
        (403, AccountError, "API key"),
        (413, RefusedError, "too long"),
        (422, RefusedError, "too long"),
        (429, BusyError, "busy"),
        (502, UnknownOutcomeError, "502"),
        (503, UnknownOutcomeError, "503"),
    ],
)
async def test_an_error_of_a_create_means_what_its_status_says(
    stubbed, server, status, error, words
):
    server.script(json_answer({"detail": [{"msg": "too long"}]}, status))
    with pytest.raises(error, match=words):
        await create(stubbed, TEXT)
    assert len(server.received) == 1


async def test_a_lost_job(provider):
    with pytest.raises(LostError):
        await provider.poll(UpstreamJob("a/../b", TEXT["model"]))
    job = await create(provider, {**TEXT, "prompt": "x [fault:lapsed]"})
    with pytest.raises(LostError):
        await finish(provider, job)


async def test_a_job_cannot_be_stopped(provider, upstream):
    job = await create(provider, {**TEXT, "prompt": "x [fault:endless]"})
    assert (await provider.cancel(job)).outcome == "unsupported"
    assert upstream[0].jobs[job.id].open


async def test_a_url_that_expired_is_renewed():
    with running(Luma(render=0, url_lifetime=0)) as (fake, url):
        async with opened(provider_at(url)) as provider:
            job = await create(provider, TEXT)
            await finish(provider, job)
            fake.url_lifetime = 60
            assert (await video(provider, job))[4:8] == b"ftyp"


@settings(max_examples=60)
@given(JSON, JSON)
def test_any_answer_is_read_or_is_a_documented_error(body, value):
    provider = provider_at("http://127.0.0.1:1")
    read_all(provider, answer_of(body))
    for word in ("completed", "failed", "queued", value):
        fields = {"state": word, "output": value, "failure_reason": body}
        read_all(provider, answer_of({**fields, "failure_code": value}))
        read_all(provider, answer_of({**fields, "output": [value, {"url": body}]}))

"""HeyGen as a provider, over a fake that follows its documentation: no client has proved it."""

from __future__ import annotations

import base64
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
from rushes.providers.heygen import HeyGenProvider
from tests.fakes.accounts import account_of
from tests.fakes.stub_server import json_answer
from tests.providers.cases import PICTURE, frame, reference
from tests.providers.cases.heygen import AVATAR, CASE, TEXT
from tests.providers.cases.runway import SOUND
from tests.providers.conftest import unconnected
from tests.providers.endpoint_requests import (
    JSON,
    SQUARE,
    answer_of,
    create,
    finish,
    opened,
    problems,
    read,
    read_all,
    video,
)
from tests.upstreams.heygen import HeyGen
from tests.upstreams.serving import running

JOB = UpstreamJob("2f", TEXT["model"])
VIDEO_URL = "https://files.heygen.example/a.mp4"
WAVE = b"RIFF\x24\0\0\0WAVEfmt " + bytes(28)
RECORDING = f"data:audio/wav;base64,{base64.b64encode(WAVE).decode()}"
BY_URL = {"type": "url", "url": PICTURE}


def provider_at(url, key="key", **settings):
    return HeyGenProvider(account_of("heygen", url, key, settings=settings or CASE.settings))


def with_options(body, **options):
    return {**body, "provider": {"options": {"heygen": options}}}


def speaking(url):
    """Return a request for a picture that says a recording."""
    return {**TEXT, "input_references": [reference("image", PICTURE), reference("audio", url)]}


@pytest.fixture(scope="module")
def pure():
    return unconnected(CASE)


@pytest.fixture(scope="module")
def upstream():
    with running(HeyGen(render=0.05, speech=3)) as served:
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
                "type": "image",
                "image": BY_URL,
                "script": "Hello",
                "voice_id": "voice",
                "resolution": "1080p",
                "aspect_ratio": "9:16",
            },
        ),
        (
            {**AVATAR, "frame_images": [frame("first_frame")]},
            {
                "type": "image",
                "image": BY_URL,
                "script": "Hello",
                "voice_id": "voice",
                "resolution": "720p",
                "aspect_ratio": "auto",
            },
        ),
        (
            with_options(
                {**TEXT, "input_references": [reference("image", SQUARE)]},
                voice_id="another",
                fit="cover",
                title="Greeting",
            ),
            {
                "type": "image",
                "image": {
                    "type": "base64",
                    "media_type": "image/png",
                    "data": SQUARE.partition(",")[2],
                },
                "script": "Hello",
                "voice_id": "another",
                "fit": "cover",
                "title": "Greeting",
                "resolution": "720p",
                "aspect_ratio": "16:9",
            },
        ),
        (
            speaking(SOUND),
            {
                "type": "image",
                "image": BY_URL,
                "audio_url": SOUND,
                "motion_prompt": "Hello",
                "resolution": "720p",
                "aspect_ratio": "16:9",
            },
        ),
        (
            with_options({**speaking(SOUND), "prompt": ""}, motion_prompt="She nods"),
            {
                "type": "image",
                "image": BY_URL,
                "audio_url": SOUND,
                "motion_prompt": "She nods",
                "resolution": "720p",
                "aspect_ratio": "16:9",
            },
        ),
    ],
)
async def test_a_request_is_translated(provider, upstream, asked, sent):
    await create(provider, asked)
    assert sent_of(upstream[0]) == sent


async def test_a_recording_in_the_body_is_uploaded(provider, upstream):
    await create(provider, speaking(RECORDING))
    asset = sent_of(upstream[0])["audio_asset_id"]
    upload = upstream[0].assets[asset]
    assert (upload.data, upload.name) == (WAVE, "reference.wav")


async def test_a_failed_upload_may_be_repeated(stubbed, server):
    server.script(json_answer({"error": {"code": "internal_error", "message": "no"}}, 500))
    with pytest.raises(BusyError, match="took no upload"):
        await create(stubbed, speaking(RECORDING))
    [request] = server.received
    assert request.path.endswith("/v3/assets")


async def test_a_refused_upload_is_refused(stubbed, server):
    error = {"code": "invalid_parameter", "message": "too long"}
    server.script(json_answer({"error": error}, 400))
    with pytest.raises(RefusedError, match="too long"):
        await create(stubbed, speaking(RECORDING))


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({**AVATAR, "input_references": [reference("audio", SOUND)]}, "needs a picture"),
        ({**TEXT, "prompt": ""}, "prompt: it is what the picture says"),
    ],
)
async def test_what_lacks_a_picture_or_words_is_refused(stubbed, server, asked, words):
    with pytest.raises(RefusedError, match=words):
        await create(stubbed, asked)
    assert server.received == []


async def test_a_prompt_needs_a_voice(server):
    async with opened(provider_at(server.url, voice_id="")) as provider:
        with pytest.raises(RefusedError, match=r"provider\.options\.heygen\.voice_id is missing"):
            await create(provider, TEXT)
    assert server.received == []


async def test_the_headers_and_the_callback_url(stubbed, server):
    server.script(json_answer({"data": {"video_id": "7"}}))
    hook = "https://rushes.example/hook"
    assert (await create(stubbed, TEXT, key="a-key", callback_url=hook)).id == "7"
    [request] = server.received
    headers = {name.lower(): value for name, value in request.headers}
    assert (headers["x-api-key"], headers["idempotency-key"]) == ("key", "a-key")
    assert "authorization" not in headers
    assert request.json["callback_url"] == hook


async def test_a_repeated_request_makes_one_video(provider, upstream):
    before = len(upstream[0].accepted)
    first, again = [await create(provider, TEXT, key="the-same") for _ in range(2)]
    assert first.id == again.id
    assert len(upstream[0].accepted) == before + 1


def test_no_price_is_known_before_the_length_of_what_is_said(pure):
    [(row, problem)] = problems(pure, TEXT)
    assert problem is None
    assert row.price(read(TEXT)[1]) is None


async def test_a_video_costs_what_its_length_does(provider, upstream):
    job = await create(provider, TEXT)
    progress = await finish(provider, job)
    assert progress.cost == Decimal("0.15")
    charged = {charge.job: charge.amount for charge in upstream[0].charges}
    assert charged[job.id] == pytest.approx(0.15)
    assert (await video(provider, job))[4:8] == b"ftyp"


@pytest.mark.parametrize(
    ("words", "reason"),
    [("FAIL", "The render failed"), ("[fault:moderated]", "was not approved")],
)
async def test_a_failed_video_says_why(provider, words, reason):
    job = await create(provider, {**TEXT, "prompt": f"x {words}"})
    with pytest.raises(RefusedError, match=reason) as caught:
        await finish(provider, job)
    assert (caught.value.cause, caught.value.cost) == ("failed", None)


def test_states(provider):
    def shown(**fields):
        return provider.progress(answer_of({"data": {"id": "2f", **fields}}), JOB)

    assert shown(status="waiting").phase == "queued"
    assert shown(status="pending").phase == "queued"
    assert shown(status="processing", video_url=None).phase == "running"
    assert shown(status="dreaming").phase == "running"
    done = shown(status="completed", video_url=VIDEO_URL, duration=12.4)
    assert (done.phase, done.urls, done.cost) == ("done", (VIDEO_URL,), Decimal("0.620"))
    assert shown(status="completed", video_url=VIDEO_URL, duration=None).cost is None
    with pytest.raises(RefusedError, match="render_failed"):
        shown(status="failed", failure_code="render_failed")
    with pytest.raises(RefusedError, match="ended the video as failed"):
        shown(status="failed", failure_code=7, failure_message=[])


@pytest.mark.parametrize(
    "answer",
    [
        {},
        [],
        {"data": None},
        {"data": {"status": 7}},
        {"data": {"status": "completed"}},
        {"data": {"status": "completed", "video_url": {}}},
    ],
)
async def test_an_answer_without_what_it_should_have_may_be_repeated(stubbed, server, answer):
    server.script(json_answer(answer))
    with pytest.raises(TransientError, match="invalid"):
        await stubbed.poll(JOB)


@pytest.mark.parametrize(
    ("status", "code", "error", "words"),
    [
        (400, "invalid_parameter", RefusedError, "too long"),
        (400, "download_failed", RefusedError, "too long"),
        (401, "unauthorized", AccountError, "API key"),
        (402, "insufficient_credit", AccountError, "credit"),
        (403, "forbidden", AccountError, "API key"),
        (403, "resource_access_denied", RefusedError, "too long"),
        (404, "asset_not_found", RefusedError, "too long"),
        (409, "request_in_progress", UnknownOutcomeError, "409"),
        (429, "rate_limit_exceeded", BusyError, "busy"),
        (429, "resource_limit_reached", BusyError, "busy"),
        (500, "internal_error", UnknownOutcomeError, "500"),
        (504, "gateway_timeout", UnknownOutcomeError, "504"),
        (503, ["new"], UnknownOutcomeError, "503"),
    ],
)
async def test_an_error_of_a_create_means_what_its_code_says(
    stubbed, server, status, code, error, words
):
    server.script(json_answer({"error": {"code": code, "message": "too long"}}, status))
    with pytest.raises(error, match=words):
        await create(stubbed, TEXT)
    assert len(server.received) == 1


async def test_how_long_to_wait_is_said(stubbed, server):
    error = {"error": {"code": "rate_limit_exceeded", "message": "ten at once"}}
    server.script(json_answer(error, 429, **{"Retry-After": "7"}))
    with pytest.raises(BusyError) as caught:
        await create(stubbed, TEXT)
    assert caught.value.retry_after == 7


async def test_a_lost_job(provider):
    with pytest.raises(LostError):
        await provider.poll(UpstreamJob("a/../b", TEXT["model"]))


async def test_a_job_cannot_be_stopped(provider, upstream):
    job = await create(provider, {**TEXT, "prompt": "x [fault:endless]"})
    assert (await provider.cancel(job)).outcome == "unsupported"
    assert upstream[0].jobs[job.id].open


async def test_a_url_that_expired_is_renewed():
    with running(HeyGen(render=0, url_lifetime=0)) as (fake, url):
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
    for word in ("completed", "failed", "pending", value):
        fields = {"status": word, "video_url": value, "duration": body, "failure_code": value}
        read_all(provider, answer_of({"data": {**fields, "failure_message": body}}))
        read_all(provider, answer_of({"error": {"code": value}, "data": body}))

"""Runway as a provider, over the fake that its own Python package has proved."""

from __future__ import annotations

import base64
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings

from rushes.catalog.model import load_catalog
from rushes.catalog.provider_data import load_providers
from rushes.providers.base import (
    AccountError,
    BusyError,
    LostError,
    RefusedError,
    TransientError,
    UnknownOutcomeError,
    UpstreamJob,
)
from rushes.providers.runway import RunwayProvider
from tests.engines.pictures import encoded, scenery
from tests.fakes.accounts import account_of
from tests.fakes.stub_server import HANG_UP, Answer, json_answer
from tests.providers.cases import PICTURE, frame, reference
from tests.providers.cases.runway import (
    ALEPH,
    CASE,
    GEN,
    GROK,
    H3_MAX,
    HAILUO,
    LAST,
    SEEDANCE,
    SOUND,
    VEO,
    VIDEO,
    WAN,
)
from tests.providers.conftest import unconnected
from tests.providers.endpoint_requests import (
    JSON,
    answer_of,
    create,
    finish,
    opened,
    problems,
    read_all,
    request_of,
    video,
)
from tests.upstreams.runway import Runway
from tests.upstreams.runway_checks import MODELS, problem
from tests.upstreams.serving import running

SECRET = "runway-not-to-be-seen"
JOB = UpstreamJob("5f0c", "runway/gen-4.5")


@pytest.fixture(scope="module")
def pure():
    return unconnected(CASE)


@pytest.fixture(scope="module")
def upstream():
    with running(Runway(render=0.05)) as served:
        yield served


@pytest.fixture
async def provider(upstream):
    async with opened(RunwayProvider(account_of("runway", upstream[1], SECRET))) as opened_provider:
        yield opened_provider


def task(**fields):
    return answer_of({"id": "5f0c", "createdAt": "2026-11-22T07:00:00.000Z", **fields})


FRAME = [frame("first_frame")]
FRAMES = [frame("first_frame"), frame("last_frame", LAST)]
SHOWN = [{"uri": PICTURE, "position": "first"}]


@pytest.mark.parametrize(
    ("asked", "endpoint", "sent"),
    [
        (
            {**GEN, "aspect_ratio": "9:16", "seed": 2**32 + 5},
            "text_to_video",
            {"promptText": "Waves", "ratio": "720:1280", "duration": 2, "seed": 5},
        ),
        (
            {**GEN, "frame_images": FRAME, "seed": -1},
            "image_to_video",
            {"promptImage": SHOWN, "ratio": "1280:720", "duration": 2, "seed": 2**32 - 1},
        ),
        (
            {**VEO, "resolution": "1080p", "frame_images": FRAMES, "generate_audio": False},
            "image_to_video",
            {
                "promptImage": [*SHOWN, {"uri": LAST, "position": "last"}],
                "ratio": "1920:1080",
                "audio": False,
                "duration": 4,
            },
        ),
        (
            {**SEEDANCE, "size": "640x480"},
            "text_to_video",
            {"ratio": "752:560", "audio": True},
        ),
        (
            {
                **SEEDANCE,
                "aspect_ratio": "21:9",
                "input_references": [
                    reference("image", PICTURE),
                    reference("video", VIDEO),
                    reference("audio", SOUND),
                ],
            },
            "text_to_video",
            {
                "ratio": "1470:630",
                "references": [{"uri": PICTURE}],
                "referenceVideos": [{"type": "video", "uri": VIDEO}],
                "referenceAudio": [{"type": "audio", "uri": SOUND}],
            },
        ),
        (
            {**WAN, "frame_images": FRAME, "resolution": "1080p"},
            "image_to_video",
            {"promptImage": SHOWN, "ratio": "auto_1080p", "audio": True},
        ),
        ({**HAILUO, "aspect_ratio": "21:9"}, "text_to_video", {"ratio": "21:9"}),
        (
            {**HAILUO, "frame_images": FRAME},
            "image_to_video",
            {"ratio": "adaptive", "resolution": "2k", "promptImage": SHOWN},
        ),
        ({**H3_MAX, "seed": 9}, "text_to_video", {"resolution": "768p", "seed": 9}),
        ({**GROK, "aspect_ratio": "3:2"}, "text_to_video", {"ratio": "3:2", "resolution": "720p"}),
        (
            {**ALEPH, "prompt": "At night", "aspect_ratio": "1:1", "seed": 3},
            "video_to_video",
            {"videoUri": VIDEO, "promptText": "At night", "targetAspectRatio": "1:1", "seed": 3},
        ),
    ],
)
async def test_a_request_is_translated(provider, upstream, asked, endpoint, sent):
    fake = upstream[0]
    before = fake.requests[f"POST /v1/{endpoint}"]
    await create(provider, asked)
    assert fake.requests[f"POST /v1/{endpoint}"] == before + 1
    body = fake.accepted[-1].body
    assert {name: body.get(name) for name in sent} == sent


@pytest.mark.parametrize(
    ("asked", "missing"),
    [
        ({**ALEPH, "prompt": "At night"}, {"targetAspectRatio", "ratio", "duration"}),
        ({"model": VEO["model"], "duration": 4, "frame_images": FRAME}, {"promptText"}),
        (
            {"model": "kwaivgi/kling-v3.0-std", "prompt": "x", "frame_images": FRAME},
            {"ratio", "resolution", "seed"},
        ),
        ({**H3_MAX, "frame_images": FRAME}, {"ratio", "audio"}),
    ],
)
async def test_what_a_model_does_not_take_or_a_picture_decides_is_not_sent(
    provider, upstream, asked, missing
):
    await create(provider, asked)
    assert not missing & upstream[0].accepted[-1].body.keys()


async def test_options_are_sent_and_change_nothing_that_was_asked_for(provider, upstream):
    options = {"contentModeration": {"publicFigureThreshold": "low"}, "duration": 10}
    await create(provider, {**GEN, "provider": {"options": {"runway": options}}})
    body = upstream[0].accepted[-1].body
    assert body["contentModeration"] == {"publicFigureThreshold": "low"}
    assert body["duration"] == 2


def bodies():
    """Yield a request for each row, resolution and shape."""
    inputs = {
        "text": {},
        "first_frame": {"frame_images": FRAME},
        "both_frames": {"frame_images": FRAMES},
        "image_references": {"input_references": [reference("image", PICTURE)]},
        "video_references": {"input_references": [reference("video", VIDEO)]},
        "audio_references": {"input_references": [reference("audio", SOUND)]},
    }
    for row in load_providers()["runway"].endpoints:
        model = load_catalog().get(row.model)
        for kind in sorted(row.inputs):
            for resolution in row.resolutions or model.resolutions or (None,):
                for shape in row.aspect_ratios or model.aspect_ratios or (None,):
                    durations = row.durations or model.durations
                    body = {"model": row.model, "prompt": "x", **inputs[kind]}
                    body |= {"resolution": resolution} if resolution else {}
                    body |= {"aspect_ratio": shape} if shape else {}
                    yield body | ({"duration": durations[-1]} if durations else {})


async def test_everything_that_the_data_offers_is_taken_by_the_vendor(provider):
    """Each row in each resolution and shape has the fields of the vendor's own types."""
    seen = 0
    for body in bodies():
        call = await provider.translate(request_of(provider, body))
        assert problem(call.path.rpartition("/")[2], call.json) == "", body
        seen += 1
    assert seen > 300


def test_the_data_names_models_of_the_vendor():
    offered = {model for models in MODELS.values() for model in models}
    for row in load_providers()["runway"].endpoints:
        assert row.upstream_model in offered


def test_list_prices_are_those_of_the_vendor(upstream, pure):
    [(row, _)] = problems(pure, VEO)
    assert {name: Decimal(price) * 100 for name, price in row.pricing_skus.items()} == {
        "duration_seconds_with_audio": 15,
        "duration_seconds_without_audio": 10,
    }
    referred = {**SEEDANCE, "input_references": [reference("video", VIDEO)]}
    prices = [row.pricing_skus for row, found in problems(pure, referred) if found is None]
    assert prices == [{}]  # what the video costs is not known


async def test_a_video_costs_the_credits_that_it_took(provider, upstream):
    fake = upstream[0]
    job = await create(provider, GEN)
    progress = await finish(provider, job)
    assert (progress.cost, progress.fraction) == (Decimal("0.24"), 1.0)
    assert {charge.job: charge.amount for charge in fake.charges}[job.id] == 24
    assert (await video(provider, job))[4:8] == b"ftyp"


@pytest.mark.parametrize(
    ("code", "cause", "cost"),
    [
        ("SAFETY.INPUT.TEXT", "moderated", 24),
        ("SAFETY.OUTPUT.VIDEO.X", "moderated", 24),
        ("INPUT_PREPROCESSING.SAFETY.TEXT", "moderated", 0),
        ("INTERNAL.BAD_OUTPUT.CODE01", "failed", 0),
        ("ASSET.INVALID", "input", 0),
        ("THIRD_PARTY.BUSY", "failed", 0),
    ],
)
async def test_a_failure_has_the_cause_and_the_cost_that_the_vendor_says(
    provider, code, cause, cost
):
    job = await create(provider, {**GEN, "prompt": f"x [fault:fail={code}]"})
    with pytest.raises(RefusedError, match="The generation failed") as caught:
        await finish(provider, job)
    assert (caught.value.cause, caught.value.cost) == (cause, Decimal(cost) / 100)
    assert "SAFETY" not in str(caught.value)  # the code is for machines


def test_states(provider):
    def shown(**fields):
        progress = provider.progress(task(**fields), JOB)
        return progress.phase, progress.fraction

    assert shown(status="PENDING") == ("queued", 0)
    assert shown(status="THROTTLED") == ("queued", 0)
    assert shown(status="RUNNING", progress=0.4) == ("running", 0.4)
    assert shown(status="RUNNING", progress=7) == ("running", 1.0)
    assert shown(status="RUNNING") == ("running", 0)
    assert shown(status="POLISHING") == ("running", 0)
    with pytest.raises(RefusedError, match="ended the task as CANCELLED") as caught:
        shown(status="CANCELLED", cost={"credits": 0})
    assert caught.value.cost == 0
    with pytest.raises(RefusedError) as caught:
        shown(status="FAILED")
    assert (caught.value.cause, caught.value.cost) == ("failed", None)


async def test_a_task_that_waits_for_a_place_is_polled_no_faster_than_permitted(upstream):
    async with opened(RunwayProvider(account_of("runway", upstream[1]))) as provider:
        del provider.poll_floor
        job = await create(provider, {**GEN, "prompt": "x [fault:throttled,endless]"})
        progress = await provider.poll(job)
        assert progress.phase == "queued"
        assert progress.check_after >= 5
        await provider.cancel(job)


async def test_a_stopped_task_costs_what_the_vendor_says(provider, server):
    job = await create(provider, {**GEN, "prompt": "x [fault:endless]"})
    stopped = await provider.cancel(job)
    assert (stopped.outcome, stopped.cost) == ("stopped", Decimal("0.24"))
    async with opened(RunwayProvider(account_of("runway", server.url))) as other:
        shown = {"id": "5f0c", "status": "CANCELLED", "cost": {"credits": 0}}
        server.script(Answer(204), json_answer(shown))
        stopped = await other.cancel(JOB)
        assert (stopped.outcome, stopped.cost) == ("stopped", 0)


async def test_whether_a_task_was_stopped_may_be_unknown(provider, upstream, server):
    job = await create(provider, GEN)
    await finish(provider, job)
    assert (await provider.cancel(job)).outcome == "unknown"  # it was done, and is deleted
    assert job.id not in upstream[0].jobs
    assert (await provider.cancel(job)).outcome == "unknown"
    async with opened(RunwayProvider(account_of("runway", server.url))) as other:
        server.script(Answer(204), json_answer({"status": "RUNNING"}))
        assert (await other.cancel(JOB)).outcome == "unknown"
        server.script(Answer(204), HANG_UP)
        assert (await other.cancel(JOB)).outcome == "unknown"


async def test_an_account_without_credits_is_told_by_its_balance(upstream):
    fake, url = upstream
    asked = len(fake.accepted)
    async with opened(RunwayProvider(account_of("runway", url, "poor-key"))) as poor:
        with pytest.raises(AccountError, match="lacks credit: The balance") as caught:
            await create(poor, GEN)
    assert caught.value.problem == "credit"
    assert len(fake.accepted) == asked


async def test_a_bad_request_is_not_a_lack_of_credits(provider, server):
    with pytest.raises(RefusedError, match="The prompt was refused") as caught:
        await create(provider, {**GEN, "prompt": "x [fault:refuse]"})
    assert caught.value.cause == "input"
    async with opened(RunwayProvider(account_of("runway", server.url))) as other:
        for balance in (json_answer({}, 500), json_answer({"creditBalance": "?"}), HANG_UP):
            server.script(json_answer({"error": "ratio: bad"}, 400), balance)
            with pytest.raises(RefusedError, match="ratio: bad"):
                await create(other, GEN)


@pytest.mark.parametrize(
    ("status", "error"),
    [
        (401, AccountError),
        (402, AccountError),
        (429, BusyError),
        (500, UnknownOutcomeError),
        (502, UnknownOutcomeError),
        (503, UnknownOutcomeError),
    ],
)
async def test_an_error_of_a_create_means_what_its_status_says(server, status, error):
    async with opened(RunwayProvider(account_of("runway", server.url))) as provider:
        server.script(json_answer({"error": "no"}, status))
        with pytest.raises(error):
            await create(provider, GEN)
        [request] = server.received
        assert request.header("X-Runway-Version") == ["2024-11-06"]


def embedded(more=0):
    """Return a data URL of a picture, with bytes after its end."""
    picture = encoded(scenery(64, 36)) + bytes(more)
    return f"data:image/png;base64,{base64.b64encode(picture).decode()}"


async def test_an_embedded_picture_is_sent_as_it_came(provider, upstream):
    body = {**GEN, "frame_images": [frame("first_frame", embedded())]}
    await create(provider, body)
    assert upstream[0].accepted[-1].body["promptImage"][0]["uri"] == embedded()
    assert upstream[0].requests["POST /v1/uploads"] == 0


async def test_a_picture_that_is_too_long_is_uploaded(provider, upstream):
    fake = upstream[0]
    body = {**GEN, "frame_images": [frame("first_frame", embedded(4_000_000))]}
    await create(provider, body)
    [shown] = fake.accepted[-1].body["promptImage"]
    assert shown["uri"].startswith("runway://")
    assert shown["uri"] in fake.uploads
    assert shown["position"] == "first"


PLACE = {"fields": {"key": "runway://1", "bad": 7}, "runwayUri": "runway://1"}


@pytest.mark.parametrize(
    ("answers", "error", "words"),
    [
        ([json_answer({}, 401)], AccountError, "API key"),
        ([json_answer({}, 429)], BusyError, "busy"),
        ([json_answer({"error": "no"}, 500)], BusyError, "no upload: no"),
        ([json_answer({"uploadUrl": "x"})], BusyError, "no upload"),
        ([json_answer([])], BusyError, "no upload"),
        (
            [json_answer({**PLACE, "uploadUrl": "ftp://x.example"})],
            BusyError,
            "URL that is refused",
        ),
        ([json_answer({**PLACE, "uploadUrl": "http://[x"})], BusyError, "URL that is refused"),
        ([json_answer({**PLACE, "uploadUrl": "PLACE"}), Answer(403)], BusyError, "responded 403"),
        ([json_answer({**PLACE, "uploadUrl": "PLACE"}), HANG_UP], BusyError, "does not work"),
    ],
)
async def test_nothing_is_created_while_uploads_fail(server, answers, error, words):
    place = f"{server.url}/store".encode()
    server.script(*(replace(each, body=each.body.replace(b"PLACE", place)) for each in answers))
    body = {**GEN, "frame_images": [frame("first_frame", embedded(4_000_000))]}
    async with opened(RunwayProvider(account_of("runway", server.url))) as provider:
        with pytest.raises(error, match=words):
            await create(provider, body)
    assert not any("to_video" in request.path for request in server.received)
    stored = [request for request in server.received if request.path.endswith("/store")]
    assert all(request.header("Authorization") == [] for request in stored)


async def test_a_model_that_only_the_operator_knows_gets_what_all_models_take(upstream):
    account = account_of("runway", upstream[1], models={GEN["model"]: "gemini_omni_flash"})
    async with opened(RunwayProvider(account)) as provider:
        request = request_of(provider, {**GEN, "duration": 3}, upstream_model="gemini_omni_flash")
        call = await provider.translate(type(request)(**{**vars(request), "params": {}}))
    assert call.json == {
        "model": "gemini_omni_flash",
        "promptText": "Waves",
        "duration": 3,
        "ratio": "1280:720",
    }
    assert problem("text_to_video", call.json) == ""


async def test_a_lost_task_and_one_without_a_video(provider, server):
    with pytest.raises(LostError):
        await provider.poll(UpstreamJob("a/../b?c", "runway/gen-4.5"))
    async with opened(RunwayProvider(account_of("runway", server.url))) as other:
        for shown in ({"status": "SUCCEEDED"}, {"status": "SUCCEEDED", "output": [7]}, {}, []):
            server.script(json_answer(shown))
            with pytest.raises(TransientError):
                await other.poll(JOB)


async def test_a_url_that_expired_is_renewed():
    with running(Runway(render=0, url_lifetime=0)) as (fake, url):
        async with opened(RunwayProvider(account_of("runway", url))) as provider:
            job = await create(provider, GEN)
            await finish(provider, job)
            fake.url_lifetime = 60
            assert (await video(provider, job))[4:8] == b"ftyp"


@settings(max_examples=60)
@given(JSON, JSON)
def test_any_answer_is_read_or_is_a_documented_error(body, value):
    provider = RunwayProvider(account_of("runway", "http://127.0.0.1:1"))
    read_all(provider, answer_of(body))
    for word in ("SUCCEEDED", "FAILED", "RUNNING", value):
        fields = {"status": word, "output": value, "cost": body, "progress": value}
        read_all(provider, answer_of({**fields, "failure": value, "failureCode": value}))

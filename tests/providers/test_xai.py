from __future__ import annotations

import contextlib
import json
from decimal import Decimal

import pytest
from hypothesis import given, settings, strategies as st

from rushes.catalog.model import load_catalog
from rushes.providers.answer import Answer, UnreadableError
from rushes.providers.base import (
    AccountError,
    LostError,
    RefusedError,
    TransientError,
    UpstreamJob,
)
from rushes.providers.xai import XaiProvider
from tests.providers.cases import PICTURE, frame, reference
from tests.providers.cases.xai import CASE, LITE, NEW, OLD, body
from tests.providers.conftest import BeforeSendHook, unconnected
from tests.providers.endpoint_requests import (
    JSON,
    SQUARE,
    accepted,
    answer_of,
    create,
    finish,
    problems,
    provider_at,
    request_of,
)
from tests.upstreams.base import Refusal
from tests.upstreams.serving import running
from tests.upstreams.xai import TICKS, Xai

FIRST = frame("first_frame")
CLIP = reference("video", "https://media.example/a.mp4")


@pytest.fixture(scope="module")
def pure():
    return unconnected(CASE)


@pytest.fixture(scope="module")
def served():
    with running(Xai(render=0.05)) as found:
        yield found


@pytest.fixture
async def provider(served):
    async with provider_at(XaiProvider, "xai", served[1]) as provider:
        yield provider


async def sent(provider, served, fields, **options):
    """Return what the upstream received of a request, and its path."""
    asked = (await accepted(provider, served[0], fields, **options)).info["asked"]
    return asked.model_dump(exclude_unset=True), type(asked).__name__


async def test_a_text_is_sent_with_what_was_decided(provider, served):
    received, _ = await sent(provider, served, {"model": OLD, "prompt": "Waves", "seed": 3})
    assert received == {
        "model": "grok-imagine-video",
        "prompt": "Waves",
        "duration": 5,
        "resolution": "720p",
        "aspect_ratio": "16:9",
    }


async def test_a_size_is_sent_as_resolution_and_ratio(provider, served):
    fields = {"model": OLD, "prompt": "Waves", "size": "480x720"}
    received, _ = await sent(provider, served, fields)
    assert (received["resolution"], received["aspect_ratio"]) == ("480p", "2:3")
    assert "size" not in received


async def test_a_first_frame_decides_the_ratio_unless_the_caller_does(provider, served):
    received, _ = await sent(provider, served, body(frame_images=[FIRST]))
    assert received["image"] == {"url": PICTURE}
    assert "aspect_ratio" not in received
    received, _ = await sent(provider, served, body(frame_images=[FIRST], aspect_ratio="2:3"))
    assert received["aspect_ratio"] == "2:3"
    square = FIRST | {"image_url": {"url": SQUARE}}
    received, _ = await sent(provider, served, body(frame_images=[square]))
    assert (received["image"], received["aspect_ratio"]) == ({"url": SQUARE}, "1:1")


async def test_references_are_sent_by_kind(provider, served):
    sounds = [reference("audio", "https://media.example/a.mp3")]
    fields = body(NEW, input_references=[reference("image")] * 2 + sounds)
    received, _ = await sent(provider, served, fields)
    assert received["reference_images"] == [{"url": PICTURE}] * 2
    assert received["reference_audios"] == [{"url": "https://media.example/a.mp3"}]


@pytest.mark.parametrize("given", [True, False, None])
async def test_audio_is_switched_where_that_is_known_to_work(provider, served, given):
    fields = {} if given is None else {"generate_audio": given}
    received, _ = await sent(provider, served, body(NEW, **fields))
    assert received.get("generate_audio") is given


async def test_options_reach_the_vendor_and_do_not_replace_the_request(provider, served):
    options = {
        "user": "somebody",
        "duration": 15,
        "keyframes": [{"image": {"url": PICTURE}, "timestamp_s": 0.5}],
    }
    fields = body(NEW, provider={"options": {"x-ai": options}})
    received, _ = await sent(provider, served, fields)
    assert (received["user"], received["duration"]) == ("somebody", 1)
    assert received["keyframes"][0]["timestamp_s"] == 0.5


@pytest.mark.parametrize(
    ("mode", "kind", "fields"),
    [("edit", "Edit", set()), ("extend", "Extension", {"duration"})],
)
async def test_a_video_is_edited_or_extended(provider, served, mode, kind, fields):
    wanted = body(input_references=[CLIP], provider={"options": {"xai": {"mode": mode}}})
    received, received_as = await sent(provider, served, wanted)
    assert received_as == kind
    assert received.keys() == {"model", "prompt", "video"} | fields
    assert received["video"] == {"url": "https://media.example/a.mp4"}


@pytest.mark.parametrize(
    "fields",
    [
        body(input_references=[CLIP]),
        body(input_references=[CLIP], provider={"options": {"xai": {"mode": ["edit"]}}}),
        body(provider={"options": {"xai": {"mode": "edit"}}}),
    ],
)
async def test_what_cannot_be_said_is_refused_before_it_is_sent(provider, served, fields):
    hook = BeforeSendHook()
    with pytest.raises(RefusedError) as refused:
        await provider.create(request_of(provider, fields), hook)
    assert (refused.value.cause, hook.seen) == ("input", [])


async def test_the_newest_model_animates_a_frame_without_a_prompt(provider, served):
    received, _ = await sent(provider, served, {**body(NEW, frame_images=[FIRST]), "prompt": ""})
    assert received["prompt"] == ""


async def test_a_video_costs_what_the_vendor_says(provider):
    progress = await finish(provider, await create(provider, body(duration=3)))
    assert (progress.fraction, progress.cost) == (1.0, Decimal("0.15"))
    assert progress.urls[0].startswith("http://127.0.0.1:")


@pytest.mark.parametrize(
    ("prompt", "cause", "cost"),
    [
        ("FAIL", "failed", None),
        ("x [fault:lapsed]", "failed", None),
        ("x [fault:moderated]", "moderated", Decimal("0.05")),
        ("x [fault:moderated=done]", "moderated", Decimal("0.05")),
        ("x [fault:moderated=poll]", "moderated", Decimal("0.05")),
    ],
)
async def test_jobs_end_without_a_video(provider, prompt, cause, cost):
    job = await create(provider, {**body(), "prompt": prompt})
    with pytest.raises(RefusedError) as refused:
        await finish(provider, job)
    assert (refused.value.cause, refused.value.cost) == (cause, cost)


async def test_a_wrong_key_is_told_from_a_wrong_argument(served):
    upstream, url = served
    accepted = len(upstream.accepted)
    async with provider_at(XaiProvider, "xai", url, "wrong") as provider:
        with pytest.raises(AccountError) as rejected:
            await create(provider, body())
        with pytest.raises(TransientError):  # the job may be well
            await provider.poll(UpstreamJob("x", OLD))
    async with provider_at(XaiProvider, "xai", url) as provider:
        with pytest.raises(RefusedError) as refused:
            await create(provider, {**body(), "prompt": "x [fault:refuse]"})
    assert (rejected.value.problem, refused.value.cause) == ("credential", "input")
    assert len(upstream.accepted) == accepted


async def test_a_refusal_stays_when_the_key_cannot_be_checked():
    class Broken(Xai):
        async def models(self, request):
            raise Refusal("internal")

    with running(Broken()) as (upstream, url):
        async with provider_at(XaiProvider, "xai", url) as provider:
            with pytest.raises(RefusedError):
                await create(provider, {**body(), "prompt": "x [fault:refuse]"})
    assert upstream.requests["POST /v1/videos/generations"] == 1
    assert upstream.accepted == []


async def test_a_blocked_account_lacks_credit(served):
    async with provider_at(XaiProvider, "xai", served[1], "poor") as provider:
        with pytest.raises(AccountError) as rejected:
            await create(provider, body())
    assert rejected.value.problem == "credit"


async def test_a_job_cannot_be_cancelled(provider):
    job = await create(provider, {**body(), "prompt": "x [fault:endless]"})
    assert (await provider.cancel(job)).outcome == "unsupported"


async def test_an_unknown_job_is_lost(provider):
    with pytest.raises(LostError):
        await provider.poll(UpstreamJob("../x?y", OLD))


@pytest.mark.parametrize(
    ("status", "shown", "fraction"),
    [
        (202, b"", 0.0),
        (202, b'{"status":"pending","progress":37}', 0.37),
        (200, b'{"status":"pending","progress":250}', 1.0),
        (200, b'{"status":"polishing"}', 0.0),
    ],
)
def test_a_job_that_has_no_known_end_runs(pure, status, shown, fraction):
    progress = pure.progress(Answer(status, {}, shown), UpstreamJob("x", OLD))
    assert (progress.phase, progress.fraction) == ("running", fraction)


def test_an_answer_without_a_status_says_nothing(pure):
    with pytest.raises(UnreadableError):
        pure.progress(Answer(200, {}, b'{"status":7,"progress":"x"}'), UpstreamJob("x", OLD))


def test_a_copy_in_the_vendors_files_is_a_video_too(pure):
    video = {"url": "", "file_output": {"public_url": "https://files.example/a.mp4"}}
    shown = json.dumps({"status": "done", "video": video}).encode()
    assert pure.progress(Answer(200, {}, shown), UpstreamJob("x", OLD)).urls == [
        "https://files.example/a.mp4"
    ]


def test_a_video_that_fails_moderation_is_not_one(pure):
    video = {"url": "https://x.example/a.mp4", "respect_moderation": False}
    usage = {"cost_in_usd_ticks": TICKS}
    shown = json.dumps({"status": "done", "video": video, "usage": usage}).encode()
    with pytest.raises(RefusedError) as refused:
        pure.progress(Answer(200, {}, shown), UpstreamJob("x", OLD))
    assert (refused.value.cause, refused.value.cost) == ("moderated", Decimal(1))


@settings(max_examples=60)
@given(
    st.fixed_dictionaries({}, optional=dict.fromkeys(("status", "video", "error", "usage"), JSON))
    | JSON,
    st.sampled_from([200, 202, 400, 403, 404, 422, 500]),
)
def test_any_answer_is_read(pure, shown, status):
    answer, job = answer_of(shown, status), UpstreamJob("x", OLD)
    for read in (pure.created_id, lambda each: pure.progress(each, job)):
        with contextlib.suppress(RefusedError, LostError, UnreadableError):
            read(answer)
    pure.meaning(answer)
    pure.ended_by_error(answer)


def test_prices_are_those_of_the_catalog(pure):
    for model in (OLD, NEW, LITE):
        [(endpoint, _), *_] = problems(pure, body(model))
        skus = load_catalog().get(model).skus
        catalog = {name: Decimal(rate) for name, rate in skus.items()}
        assert {name: Decimal(rate) for name, rate in endpoint.pricing_skus.items()} == catalog

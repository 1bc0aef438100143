from __future__ import annotations

import contextlib
from decimal import Decimal
from functools import partial

import httpx
import pytest
from hypothesis import given, strategies as st

from rushes.catalog.media import Medium
from rushes.providers.answer import UnreadableError
from rushes.providers.base import (
    AccountError,
    BusyError,
    LostError,
    RefusedError,
    TransientError,
    UpstreamJob,
)
from rushes.providers.google import GoogleProvider
from rushes.providers.google_api import MAX_INLINE, GoogleAnswer
from rushes.providers.resolved_request import Input, ResolvedRequest
from tests.fakes.stub_server import json_answer, redirect, video_answer
from tests.providers.cases.google import CASE, FIRST, LAST, OMNI, PNG, body, reference
from tests.providers.conftest import BeforeSendHook, collect, unconnected
from tests.providers.endpoint_requests import (
    JSON,
    accepted,
    answer_of,
    create,
    finish,
    provider_at,
    request_of,
    video,
)
from tests.upstreams.google import Google
from tests.upstreams.serving import running

IMAGE = {"type": "image", "mime_type": "image/png", "data": PNG}
JOB = UpstreamJob("v1_x", OMNI)
google_answer = partial(answer_of, kind=GoogleAnswer)


@pytest.fixture(scope="module")
def pure():
    return unconnected(CASE)


@pytest.fixture(scope="module")
def served():
    with running(Google(render=0.05)) as found:
        yield found


@pytest.fixture
async def provider(served):
    async with provider_at(GoogleProvider, "google", served[1]) as opened:
        yield opened


async def sent(provider, served, fields, **options):
    """Return what the upstream received of a request."""
    return (await accepted(provider, served[0], fields, **options)).body


async def done(provider, prompt="Waves"):
    job = await create(provider, body() | {"prompt": prompt})
    return job, await finish(provider, job)


def resolved(*inputs, **fields):
    known = {
        "key": "k",
        "model": OMNI,
        "upstream_model": "gemini-omni-1.2-flash",
        "params": {},
        "prompt": "Waves",
        "width": 1280,
        "height": 720,
        "duration": 3,
        "resolution": "720p",
        "aspect_ratio": "16:9",
        "audio": True,
        "seed": 7,
        "seed_given": False,
    }
    return ResolvedRequest(**known | fields, inputs=inputs)


def input_of(role, kind, content_type, content=b"x"):
    medium = Medium(role, kind, "https://media.example/a", "input_references[0]")
    return Input(medium, content, content_type)


async def test_a_text_is_sent_with_what_was_decided(provider, served):
    fields = body(resolution="4K", aspect_ratio="9:16", duration=15, seed=3)
    assert await sent(provider, served, fields) == {
        "model": "gemini-omni-1.2-flash",
        "background": True,
        "store": True,
        "input": [{"type": "user_input", "content": [{"type": "text", "text": "Waves"}]}],
        "response_format": {
            "type": "video",
            "duration": "15s",
            "resolution": "4k",
            "aspect_ratio": "9:16",
            "delivery": "uri",
        },
        "generation_config": {"video_config": {"task": "text_to_video"}},
    }


@pytest.mark.parametrize(
    ("fields", "task", "images", "text"),
    [
        ({"frame_images": [FIRST]}, "image_to_video", 1, "Waves"),
        (
            {"frame_images": [LAST, FIRST]},
            "image_to_video",
            2,
            "[# Sources <FIRST_FRAME>@Image1 <LAST_FRAME>@Image2] Waves",
        ),
        (
            {"input_references": [reference()] * 2},
            "reference_to_video",
            2,
            "[# References <IMAGE_REF_0>@Image1 <IMAGE_REF_1>@Image2] Waves",
        ),
        ({"frame_images": [FIRST], "prompt": ""}, "image_to_video", 1, None),
    ],
)
async def test_pictures_are_sent_before_the_prompt(provider, served, fields, task, images, text):
    received = await sent(provider, served, body() | fields)
    words = [] if text is None else [{"type": "text", "text": text}]
    assert received["input"][0]["content"] == [IMAGE] * images + words
    assert received["generation_config"] == {"video_config": {"task": task}}


def test_the_first_frame_comes_first(pure):
    last, first = (
        input_of(f"{n}_frame", "image", f"image/{t}")
        for n, t in (("last", "jpeg"), ("first", "png"))
    )
    contents = pure.create_call(resolved(last, first)).json["input"][0]["content"]
    assert [each.get("mime_type") for each in contents] == ["image/png", "image/jpeg", None]


def test_videos_are_references_too(pure, served):
    clip = input_of("reference", "video", "video/mp4")
    call = pure.create_call(resolved(input_of("reference", "image", "image/png"), clip))
    contents = call.json["input"][0]["content"]
    assert contents[1] == {"type": "video", "mime_type": "video/mp4", "data": "eA=="}
    assert contents[2]["text"] == "[# References <IMAGE_REF_0>@Image1 <VIDEO_REF_0>@Video1] Waves"
    answer = httpx.post(
        served[1] + call.path, json=call.json, headers=pure.credentials(), trust_env=False
    )
    assert answer.status_code == 200


@pytest.mark.parametrize(
    "part",
    [
        input_of("reference", "image", "image/gif"),
        input_of("reference", "video", "application/octet-stream"),
        input_of("reference", "video", "video/mp4", bytes(MAX_INLINE + 1)),
    ],
)
def test_files_that_google_does_not_take_are_refused_unsent(pure, part):
    with pytest.raises(RefusedError, match=r"input_references\[0\]") as refused:
        pure.create_call(resolved(part))
    assert refused.value.cause == "input"


def test_an_earlier_interaction_is_continued(pure):
    call = pure.create_call(resolved(previous=JOB))
    assert call.json["previous_interaction_id"] == "v1_x"
    assert "generation_config" not in call.json


async def test_options_reach_google_and_do_not_replace_the_request(provider, served):
    options = {"labels": {"team": "film"}, "task": "reference_to_video", "background": False}
    for slug in ("google", "gemini", "google-ai-studio"):
        fields = body(provider={"options": {slug: options}})
        received = await sent(provider, served, fields)
        assert received["labels"] == {"team": "film"}
        assert received["generation_config"]["video_config"]["task"] == "reference_to_video"
        assert received["background"] is True


async def test_google_may_report_the_end(provider, served):
    received = await sent(provider, served, body(), callback_url="https://rushes.example/hook")
    assert received["webhook_config"] == {"uris": ["https://rushes.example/hook"]}


async def test_another_version_of_the_api_is_used(served):
    before = served[0].requests["POST /v1/interactions"]
    settings = {"version": "v1"}
    async with provider_at(GoogleProvider, "google", served[1], settings=settings) as provider:
        await done(provider)
    assert served[0].requests["POST /v1/interactions"] == before + 1


async def test_a_video_costs_its_tokens(provider, served):
    before = served[0].charged
    job, progress = await done(provider)
    assert progress.cost is not None
    assert float(progress.cost) == pytest.approx(served[0].charged - before)
    whole = served[0].video(served[0].jobs[job.id])
    assert await video(provider, job) == whole
    assert await video(provider, job, 1000) == whole[1000:]


async def test_thoughts_and_words_cost_too(pure):
    shown = {
        "status": "completed",
        "steps": [{"type": "model_output", "content": [{"type": "video", "uri": "https://x/y"}]}],
        "usage": {
            "total_input_tokens": 270,
            "total_output_tokens": 28_970,
            "total_thought_tokens": 40,
            "output_tokens_by_modality": [{"modality": "video", "tokens": 28_960}],
        },
    }
    assert pure.progress(google_answer(shown), JOB).cost == Decimal("0.507655")
    del shown["usage"]["output_tokens_by_modality"]
    assert pure.progress(google_answer(shown), JOB).cost == Decimal("0.507740")
    del shown["usage"]
    assert pure.progress(google_answer(shown), JOB).cost is None


async def test_a_video_inside_the_answer_is_decoded(provider, served):
    job, progress = await done(provider, "x [fault:inline]")
    assert progress.urls == ("inline:0",)
    whole = served[0].video(served[0].jobs[job.id])
    assert await video(provider, job) == whole
    assert await video(provider, job, 1000) == whole[1000:]
    async with provider_at(GoogleProvider, "google", served[1]) as restarted:
        assert await video(restarted, job, 1000) == whole[1000:]


async def test_a_cut_download_is_resumed(provider, served):
    job, _ = await done(provider, "x [fault:truncated]")
    got = bytearray()
    with pytest.raises(TransientError):
        await collect(provider.download(job), got)
    whole = served[0].video(served[0].jobs[job.id])
    assert 0 < len(got) < len(whole)
    assert bytes(got) + await video(provider, job, len(got)) == whole


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("https://host/v1beta/files/ab12:download?alt=media", "/v1beta/files/ab12:download"),
        ("https://elsewhere.example/v1/files/ab12", "/v1/files/ab12:download"),
        ("https://host/v1beta/files/a/b:download", None),
        ("https://host/v1beta/files/..%2f..:download", None),
        ("https://storage.example/bucket/object?Signature=x", None),
    ],
)
def test_the_key_is_sent_for_files_of_the_api_alone(pure, url, path):
    assert pure.keyed_path(url) == (path and f"{path}?alt=media")


async def test_a_redirect_does_not_get_the_key(server, elsewhere):
    file = "/v1beta/files/ab:download"
    content = [{"type": "video", "uri": f"https://google.example{file}?alt=media"}]
    steps = [{"type": "model_output", "content": content}]
    server.script(json_answer({"status": "completed", "steps": steps}))
    server.route("GET", f"/api/v1{file}", redirect(f"{elsewhere.url}/object"))
    elsewhere.route("GET", "/api/v1/object", video_answer(b"film"))
    async with provider_at(GoogleProvider, "google", server.url, "secret-key") as provider:
        assert await video(provider, JOB) == b"film"
    assert server.received[1].header("x-goog-api-key") == ["secret-key"]
    assert elsewhere.received[0].header("x-goog-api-key") == []


@pytest.mark.parametrize(
    ("prompt", "cause", "said"),
    [
        ("FAIL", "failed", "The render failed"),
        ("x [fault:lapsed]", "failed", "incomplete"),
        ("x [fault:moderated]", "moderated", "blocked"),
        ("x [fault:moderated=text]", "moderated", "usage policies"),
    ],
)
async def test_jobs_end_without_a_video(provider, prompt, cause, said):
    with pytest.raises(RefusedError, match=said) as refused:
        await done(provider, prompt)
    assert refused.value.cause == cause


async def test_a_prompt_is_moderated_at_once(provider):
    with pytest.raises(RefusedError) as refused:
        await create(provider, body() | {"prompt": "x [fault:refuse]"})
    assert refused.value.cause == "moderated"


async def test_a_job_is_stopped(provider):
    job = await create(provider, body() | {"prompt": "x [fault:endless]"})
    assert (await provider.cancel(job)).outcome == "stopped"
    with pytest.raises(RefusedError, match="cancelled"):
        await provider.poll(job)
    assert (await provider.cancel(job)).outcome == "unknown"
    assert (await provider.cancel(JOB)).outcome == "unknown"


@pytest.mark.parametrize(("key", "problem"), [("wrong", "credential"), ("poor", "credit")])
async def test_accounts_are_refused_by_code(served, key, problem):
    async with provider_at(GoogleProvider, "google", served[1], key) as provider:
        with pytest.raises(AccountError) as rejected:
            await create(provider, body())
    assert rejected.value.problem == problem


async def test_a_job_is_not_lost_with_a_wrong_key(provider, served):
    job, _ = await done(provider)
    async with provider_at(GoogleProvider, "google", served[1], "wrong") as other:
        with pytest.raises(TransientError):
            await other.poll(job)
    served[0].delete(served[0].jobs[job.id])
    with pytest.raises(LostError):  # by an answer of status 400
        await provider.poll(job)


async def test_the_wait_may_be_in_the_body(provider, server):
    delay = {"@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": "31s"}
    error = {"code": 429, "message": "no", "status": "RESOURCE_EXHAUSTED", "details": [delay]}
    server.script(json_answer([{"error": error}], 429))
    async with provider_at(GoogleProvider, "google", server.url) as other:
        with pytest.raises(BusyError) as busy:
            await create(other, body())
    assert busy.value.retry_after == 31


@pytest.mark.parametrize(
    ("status", "phase"),
    [
        ("queued", "queued"),
        ("in_progress", "running"),
        ("requires_action", "running"),
        ("requires_continuation", "running"),
        ("idle", "running"),
        ("polishing", "running"),
    ],
)
def test_a_job_that_has_no_known_end_goes_on(pure, status, phase):
    assert pure.progress(google_answer({"status": status}), JOB).phase == phase


@pytest.mark.parametrize(
    ("shown", "cause"),
    [
        ({"status": "budget_exceeded"}, "failed"),
        ({"status": "completed"}, "failed"),
        ({"status": "completed", "steps": [{"type": "model_output", "content": "x"}]}, "failed"),
        ({"status": "failed", "errors": [{"code": "https://e/image_safety"}]}, "moderated"),
        ({"status": "failed", "steps": [{"error": {"code": 3, "message": "bad"}}]}, "input"),
        ({"status": "failed", "steps": [{"error": {"code": 13}}]}, "failed"),
        (
            {
                "status": "completed",
                "steps": [
                    {"type": "model_output", "content": [{"type": "video", "uri": "gs://b/o"}]}
                ],
            },
            "failed",
        ),
    ],
)
def test_other_ends(pure, shown, cause):
    with pytest.raises(RefusedError) as refused:
        pure.progress(google_answer(shown), JOB)
    assert refused.value.cause == cause


def test_an_input_is_not_taken_for_the_video(pure):
    video = {"type": "video", "data": "inline:0"}
    steps = [{"type": "user_input", "content": [video]}]
    with pytest.raises(RefusedError):
        pure.progress(google_answer({"status": "completed", "steps": steps}), JOB)
    output = {"type": "model_output", "content": [video | {"data": "inline:1"}]}
    shown = {"status": "completed", "steps": [*steps, output, {"type": "thought"}]}
    assert pure.progress(google_answer(shown), JOB).urls == ("inline:1",)


INTERACTIONS = st.fixed_dictionaries(
    {},
    optional={
        "id": JSON,
        "status": st.sampled_from(["completed", "failed", "in_progress"]) | JSON,
        "errors": JSON | st.lists(st.fixed_dictionaries({"code": JSON, "message": JSON})),
        "error": JSON | st.fixed_dictionaries({"code": JSON, "details": JSON, "message": JSON}),
        "steps": JSON
        | st.lists(
            st.fixed_dictionaries(
                {"type": st.just("model_output"), "content": JSON | st.lists(JSON)},
                optional={"error": JSON},
            )
        ),
        "usage": JSON
        | st.fixed_dictionaries({"total_output_tokens": JSON, "output_tokens_by_modality": JSON}),
    },
)


@given(JSON | INTERACTIONS, st.sampled_from([200, 400, 403, 404, 429, 500]))
def test_any_answer_is_survived(pure, shown, status):
    answer = google_answer(shown, status)
    pure.meaning(answer)
    assert answer.retry_after is None or answer.retry_after > 0
    pure.cancelled(answer)
    pure.is_lost(answer)
    with contextlib.suppress(UnreadableError):
        assert pure.created_id(answer)
    with contextlib.suppress(UnreadableError, RefusedError):
        pure.progress(answer, JOB)


async def test_nothing_is_sent_when_the_hook_fails(provider, served):
    before = len(served[0].accepted)
    with pytest.raises(RuntimeError):
        await provider.create(request_of(provider, body()), BeforeSendHook(failure=RuntimeError()))
    assert len(served[0].accepted) == before

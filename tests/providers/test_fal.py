from __future__ import annotations

import contextlib

import pytest
from hypothesis import given, settings, strategies as st

from rushes.providers.answer import UnreadableError
from rushes.providers.base import (
    AccountError,
    LostError,
    RefusedError,
    TransientError,
    UnknownOutcomeError,
    UpstreamJob,
)
from rushes.providers.fal import FalProvider
from tests.fakes.stub_server import Answer as Stub, StubServer, json_answer
from tests.providers.cases import PICTURE, frames
from tests.providers.cases.fal import CASE, KLING, MODELS, SEEDANCE, VEO, body, reference
from tests.providers.conftest import BeforeSendHook, unconnected
from tests.providers.endpoint_requests import (
    JSON,
    accepted,
    answer_of,
    create,
    finish,
    problems,
    provider_at,
    read,
    request_of,
)
from tests.upstreams.fal import Fal
from tests.upstreams.serving import running

JOB = UpstreamJob("fal-ai/kling-video/requests/7a", KLING)
POLICY = [{"loc": ["body", "prompt"], "msg": "flagged", "type": "content_policy_violation"}]


@pytest.fixture(scope="module")
def pure():
    return unconnected(CASE)


@pytest.fixture(scope="module")
def served():
    with running(Fal(render=0.05)) as found:
        yield found


@pytest.fixture
async def provider(served):
    async with provider_at(FalProvider, "fal", served[1], models=MODELS) as provider:
        yield provider


async def sent(provider, served, fields):
    """Return the application that a request reached, and its body."""
    job = await accepted(provider, served[0], fields)
    assert job.info["problems"] == []
    return job.model, job.body


@pytest.mark.parametrize(
    ("fields", "app", "received"),
    [
        (
            body(duration=3, seed=5),
            "fal-ai/kling-video/v3/standard/text-to-video",
            {"duration": "3", "aspect_ratio": "16:9", "generate_audio": True},
        ),
        (
            body(
                "kwaivgi/kling-v3.0-pro",
                duration=15,
                frame_images=frames("first_frame", "last_frame"),
            ),
            "fal-ai/kling-video/v3/pro/image-to-video",
            {
                "duration": "15",
                "generate_audio": True,
                "start_image_url": PICTURE,
                "end_image_url": PICTURE,
            },
        ),
        (
            body(VEO, resolution="4K", aspect_ratio="9:16", generate_audio=False, seed=5),
            "fal-ai/veo3.1",
            {
                "duration": "8s",
                "resolution": "4k",
                "aspect_ratio": "9:16",
                "generate_audio": False,
                "seed": 5,
            },
        ),
        (
            body(VEO, duration=4, frame_images=frames("first_frame", "last_frame")),
            "fal-ai/veo3.1/first-last-frame-to-video",
            {
                "duration": "4s",
                "resolution": "720p",
                "generate_audio": True,
                "first_frame_url": PICTURE,
                "last_frame_url": PICTURE,
            },
        ),
        (
            body(SEEDANCE, input_references=[reference(k) for k in ("image", "video", "audio")]),
            "bytedance/seedance-2.0/reference-to-video",
            {
                "duration": "5",
                "resolution": "720p",
                "generate_audio": True,
                "image_urls": ["https://media.example/image"],
                "video_urls": ["https://media.example/video"],
                "audio_urls": ["https://media.example/audio"],
            },
        ),
        (
            body("minimax/hailuo-3", duration=6),
            "fal-ai/minimax/hailuo-3/text-to-video",
            {"duration": 6, "resolution": "2K", "aspect_ratio": "16:9"},
        ),
        (
            body("minimax/hailuo-3", frame_images=frames("first_frame")),
            "fal-ai/minimax/hailuo-3/image-to-video",
            {"duration": 5, "resolution": "2K", "image_url": PICTURE},
        ),
    ],
)
async def test_a_request_is_sent_in_the_words_of_its_model(provider, served, fields, app, received):
    assert await sent(provider, served, fields) == (app, {"prompt": "Waves", **received})


async def test_an_account_makes_what_it_is_mapped_to(served):
    async with provider_at(FalProvider, "fal", served[1], models=MODELS) as provider:
        found = {row.model: row.upstream_model for row in provider.endpoints()}
    assert found["minimax/hailuo-3"] == "fal-ai/minimax/hailuo-3/image-to-video"
    assert (found[SEEDANCE], "*" in found) == ("bytedance/seedance-2.0/reference-to-video", False)


async def test_options_do_not_replace_the_request(provider, served):
    options = {"negative_prompt": "blur", "cfg_scale": 0.7, "duration": "15"}
    fields = body(duration=3, provider={"options": {"fal": options}})
    _, received = await sent(provider, served, fields)
    assert (received["negative_prompt"], received["cfg_scale"]) == ("blur", 0.7)
    assert received["duration"] == "3"


async def test_what_routing_does_not_see_is_refused_before_it_is_sent(served):
    hook = BeforeSendHook()
    fields = body("minimax/hailuo-3", frame_images=frames("first_frame", "last_frame"))
    models = {"minimax/hailuo-3": "owner/app?last_frame="}
    async with provider_at(FalProvider, "fal", served[1], models=models) as provider:
        with pytest.raises(RefusedError, match="owner/app takes no last frame") as refused:
            await provider.create(request_of(provider, fields), hook)
    assert (refused.value.cause, hook.seen) == ("input", [])


async def test_a_request_is_sent_once_with_the_key_a_webhook_and_no_retries():
    with StubServer(("POST", "/fal-ai/veo3.1", Stub(500))) as server:
        async with provider_at(FalProvider, "fal", server.origin) as provider:
            request = request_of(provider, body(VEO), callback_url="https://a.example/hook?a=1&b=2")
            with pytest.raises(UnknownOutcomeError):
                await provider.create(request, BeforeSendHook())
        [received] = server.received
    assert received.header("Authorization") == ["Key key"]
    assert received.header("X-Fal-No-Retry") == ["1"]
    assert (
        received.path == "/fal-ai/veo3.1?fal_webhook=https%3A%2F%2Fa.example%2Fhook%3Fa%3D1%26b%3D2"
    )


async def test_a_webhook_comes_when_the_request_has_ended(provider, served):
    with StubServer(("POST", "/hook", Stub(204))) as receiver:
        job = await create(provider, body(duration=3), callback_url=f"{receiver.origin}/hook")
        event = receiver.next_request().json
    assert (event["status"], job.id.endswith(event["request_id"])) == ("OK", True)


async def test_the_video_of_a_request_is_that_of_its_result(provider):
    job = await create(provider, body(duration=3))
    assert job.id.startswith("fal-ai/kling-video/requests/")
    progress = await finish(provider, job)
    [url] = progress.urls
    assert url.startswith("http://127.0.0.1:")
    assert progress.cost is None
    assert b"".join([block async for block in provider.download(job)])[4:8] == b"ftyp"


async def test_an_expired_url_is_renewed_by_another_look_at_the_result(served):
    fields = {**body(duration=3), "prompt": "x [fault:expired]"}
    async with provider_at(FalProvider, "fal", served[1]) as provider:
        job = await create(provider, fields)
        await finish(provider, job)
        assert b"".join([block async for block in provider.download(job)])[4:8] == b"ftyp"
    async with provider_at(FalProvider, "fal", served[1]) as provider:  # which knows no URL
        assert b"".join([block async for block in provider.download(job, 100)])


@pytest.mark.parametrize(
    ("prompt", "cause"),
    [
        ("FAIL", "failed"),
        ("x [fault:fail=runner_disconnected]", "failed"),
        ("x [fault:fail=request_timeout]", "failed"),
        ("x [fault:moderated]", "moderated"),
    ],
)
async def test_a_completed_request_may_have_failed(provider, prompt, cause):
    job = await create(provider, {**body(duration=3), "prompt": prompt})
    with pytest.raises(RefusedError) as refused:
        await finish(provider, job)
    assert refused.value.cause == cause


async def test_an_input_that_the_model_refuses_fails_when_it_runs(provider, served):
    fields = body(SEEDANCE, input_references=[reference("audio")])
    job = await create(provider, fields)
    with pytest.raises(RefusedError, match="audio needs") as refused:
        await finish(provider, job)
    assert refused.value.cause == "input"
    assert job.id.rpartition("/")[2] not in {charge.job for charge in served[0].charges}


async def test_an_old_request_is_lost(provider):
    job = await create(provider, {**body(duration=3), "prompt": "x [fault:lapsed]"})
    with pytest.raises(LostError):
        await finish(provider, job)


async def test_a_cancelled_request_is_stopped_and_free(provider, served):
    job = await create(provider, {**body(duration=3), "prompt": "x [fault:endless]"})
    assert (await provider.cancel(job)).outcome == "stopped"
    with pytest.raises(RefusedError):
        await provider.poll(job)
    assert job.id.rpartition("/")[2] not in {charge.job for charge in served[0].charges}
    done = await create(provider, body(duration=3))
    await finish(provider, done)
    assert (await provider.cancel(done)).outcome == "unknown"
    assert (await provider.cancel(JOB)).outcome == "unknown"


async def test_a_model_may_go_on_after_its_cancellation():
    with StubServer() as server:
        server.script(
            json_answer({"status": "CANCELLATION_REQUESTED"}, 202),
            json_answer({"status": "IN_PROGRESS"}, 202),
            json_answer({"status": "COMPLETED"}),
            json_answer({"video": {"url": "https://a.example/a.mp4"}}),
        )
        async with provider_at(FalProvider, "fal", server.origin) as provider:
            assert (await provider.cancel(JOB)).outcome == "unknown"
        assert [(each.method, each.path) for each in server.received] == [
            ("PUT", f"/{JOB.id}/cancel"),
            ("GET", f"/{JOB.id}/status"),
            ("GET", f"/{JOB.id}/status"),
            ("GET", f"/{JOB.id}"),
        ]


@pytest.mark.parametrize(("key", "problem"), [("wrong", "credential"), ("poor", "credit")])
async def test_an_account_that_cannot_pay_is_told(served, key, problem):
    async with provider_at(FalProvider, "fal", served[1], key) as provider:
        with pytest.raises(AccountError) as rejected:
            await create(provider, body(duration=3))
    assert rejected.value.problem == problem


@pytest.mark.parametrize(
    ("status", "phase"),
    [("IN_QUEUE", "queued"), ("IN_PROGRESS", "running"), ("NEW", "running")],
)
def test_a_status_without_a_known_end_goes_on(pure, status, phase):
    assert pure.progress(answer_of({"status": status}, 202), JOB).phase == phase


def test_an_answer_without_a_status_says_nothing(pure):
    with pytest.raises(UnreadableError):
        pure.progress(answer_of({"status": None}, 202), JOB)


@pytest.mark.parametrize(
    ("shown", "url"),
    [
        ({"video": {"url": "https://a/1"}}, "https://a/1"),
        ({"video": "https://a/2"}, "https://a/2"),
        ({"videos": [{"url": "https://a/3"}]}, "https://a/3"),
        ({"videos": ["https://a/4"]}, "https://a/4"),
    ],
)
def test_models_show_their_video_in_several_ways(pure, shown, url):
    assert pure.result(answer_of(shown), has_failed=False).urls == [url]


@pytest.mark.parametrize(
    ("status", "shown", "has_failed", "error"),
    [
        (200, {"images": []}, False, RefusedError),
        (200, [], False, UnreadableError),
        (500, {"detail": "x"}, True, RefusedError),
        (502, "<html>", False, TransientError),
        (503, {"detail": "x", "error_type": "runner_disconnected"}, False, RefusedError),
        (401, {"detail": "x"}, False, TransientError),
        (429, {"detail": "x"}, False, TransientError),
        (404, {"detail": "x"}, False, LostError),
        (422, {"detail": POLICY}, False, RefusedError),
    ],
)
def test_only_what_the_request_itself_did_ends_it(pure, status, shown, has_failed, error):
    with pytest.raises(error):
        pure.result(answer_of(shown, status), has_failed=has_failed)


@pytest.mark.parametrize(
    ("status", "meaning"),
    [(401, "credential"), (403, "credit"), (404, "lost"), (422, "input"), (429, "busy")],
)
def test_refusals_of_a_create_are_told_apart(pure, status, meaning):
    assert pure.meaning(answer_of({"detail": "x"}, status)) == meaning


def test_a_prompt_may_be_refused_at_once(pure):
    assert pure.meaning(answer_of({"detail": POLICY}, 422)) == "moderated"
    assert pure.meaning(answer_of({"error_type": "runner_disconnected"}, 503)) == "unclear"


@pytest.mark.parametrize(
    "url",
    [
        None,
        "https://queue.fal.run/a/b/requests/8b/status",
        "https://queue.fal.run/../requests/7a/status",
        "https://queue.fal.run/a/requests/7a",
        f"https://queue.fal.run/{'a' * 500}/requests/7a/status",
        "https://[/a/requests/7a/status",
    ],
)
def test_a_request_without_its_url_cannot_be_followed(pure, url):
    with pytest.raises(UnreadableError):
        pure.created_id(answer_of({"request_id": "7a", "status_url": url}))


@settings(max_examples=60)
@given(
    st.fixed_dictionaries(
        {}, optional=dict.fromkeys(("status", "detail", "request_id", "status_url", "video"), JSON)
    )
    | JSON,
    st.sampled_from([200, 202, 400, 401, 404, 422, 500]),
    st.booleans(),
)
def test_any_answer_is_read(pure, shown, status, has_failed):
    given_answer = answer_of(shown, status)
    for reader in (
        pure.created_id,
        lambda each: pure.progress(each, JOB),
        lambda each: pure.result(each, has_failed=has_failed),
    ):
        with contextlib.suppress(RefusedError, LostError, TransientError, UnreadableError):
            reader(given_answer)
    pure.meaning(given_answer)


@pytest.mark.parametrize("name", CASE.requests)
def test_each_request_of_the_case_has_a_price(name, pure):
    fields = CASE.requests[name]
    served = [e for e, problem in problems(pure, fields) if problem is None]
    assert served
    _, spec = read(fields)
    assert name == "mapped" or all(endpoint.price(spec) for endpoint in served)

from __future__ import annotations

import base64
import contextlib
from decimal import Decimal

import pytest
from hypothesis import given, settings, strategies as st

from rushes.providers.answer import UnreadableError
from rushes.providers.base import (
    AccountError,
    BusyError,
    LostError,
    RefusedError,
    UnknownOutcomeError,
    UpstreamJob,
)
from rushes.providers.replicate import ReplicateProvider
from tests.fakes.stub_server import HANG_UP, Answer as Stub, StubServer, error_answer, json_answer
from tests.providers.cases import PICTURE, frames, reference
from tests.providers.cases.replicate import CASE, HAILUO, KLING, MODELS, OPEN, VEO, WAN, body
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
    read,
    request_of,
)
from tests.upstreams.replicate import Replicate
from tests.upstreams.serving import running

JOB = UpstreamJob("gm3q", KLING)


@pytest.fixture(scope="module")
def pure():
    return unconnected(CASE)


@pytest.fixture(scope="module")
def served():
    with running(Replicate(render=0.05)) as found:
        yield found


@pytest.fixture
async def provider(served):
    async with provider_at(ReplicateProvider, "replicate", served[1], models=MODELS) as provider:
        yield provider


async def sent(provider, served, fields):
    """Return the job that a request made at the upstream."""
    return await accepted(provider, served[0], fields)


@pytest.mark.parametrize(
    ("fields", "model", "received"),
    [
        (
            body(duration=3, seed=5),
            "kwaivgi/kling-v3-video",
            {"duration": 3, "aspect_ratio": "16:9", "generate_audio": True, "mode": "standard"},
        ),
        (
            body(
                "kwaivgi/kling-v3.0-pro",
                duration=4,
                frame_images=frames("first_frame", "last_frame"),
            ),
            "kwaivgi/kling-v3-video",
            {
                "duration": 4,
                "generate_audio": True,
                "mode": "pro",
                "start_image": PICTURE,
                "end_image": PICTURE,
            },
        ),
        (
            body(
                VEO,
                duration=4,
                resolution="720p",
                frame_images=frames("first_frame", "last_frame"),
                seed=5,
            ),
            "google/veo-3.1",
            {
                "duration": 4,
                "resolution": "720p",
                "generate_audio": True,
                "image": PICTURE,
                "last_frame": PICTURE,
                "seed": 5,
            },
        ),
        (
            body(VEO, input_references=[reference("image")] * 2, generate_audio=False),
            "google/veo-3.1",
            {
                "duration": 8,
                "resolution": "720p",
                "aspect_ratio": "16:9",
                "generate_audio": False,
                "reference_images": [PICTURE] * 2,
            },
        ),
        (
            body(HAILUO, frame_images=frames("first_frame")),
            "minimax/hailuo-2.3",
            {"duration": 6, "resolution": "1080p", "first_frame_image": PICTURE},
        ),
        (body(WAN), "community/open-video", {"aspect_ratio": "16:9"}),
    ],
)
async def test_a_request_is_sent_in_the_words_of_its_model(
    provider, served, fields, model, received
):
    job = await sent(provider, served, fields)
    assert (job.model, job.body["input"]) == (model, {"prompt": "Waves", **received})


async def test_an_account_makes_what_it_is_mapped_to(served):
    async with provider_at(ReplicateProvider, "replicate", served[1], models=MODELS) as provider:
        found = {row.model: row.upstream_model for row in provider.endpoints()}
    assert (found[WAN], found[VEO], "*" in found) == (OPEN, "google/veo-3.1", False)


async def test_options_do_not_replace_the_request(provider, served):
    options = {"negative_prompt": "blur", "duration": 15}
    fields = body(duration=3, provider={"options": {"replicate": options}})
    job = await sent(provider, served, fields)
    assert (job.body["input"]["negative_prompt"], job.body["input"]["duration"]) == ("blur", 3)


async def test_a_version_and_a_deployment_are_names_of_models(provider, served):
    job = await sent(provider, served, body(WAN))
    assert job.body["version"] == OPEN
    models = {VEO: "deployments/studio/clips"}
    async with provider_at(ReplicateProvider, "replicate", served[1], models=models) as other:
        job = await sent(other, served, body(VEO, resolution="720p"))
    assert served[0].requests["POST /v1/deployments/{owner}/{name}/predictions"] == 1
    assert job.model == "google/veo-3.1"


async def test_a_picture_in_the_request_becomes_a_file(provider, served):
    fields = body(duration=3, frame_images=frames("first_frame", url=SQUARE))
    job = await sent(provider, served, fields)
    url = job.body["input"]["start_image"]
    assert url.startswith("http://127.0.0.1:")
    assert "/v1/files/" in url


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (error_answer(500), BusyError),
        (error_answer(429), BusyError),
        (HANG_UP, BusyError),
        (Stub(201, b"{"), BusyError),
        (json_answer({"id": "x"}, 201), BusyError),
        (error_answer(401), AccountError),
        (error_answer(413), RefusedError),
    ],
)
async def test_without_the_file_nothing_is_sent(answer, error):
    fields = body(duration=3, frame_images=frames("first_frame", url=SQUARE))
    hook = BeforeSendHook()
    with StubServer(("POST", "/v1/files", answer)) as server:
        async with provider_at(ReplicateProvider, "replicate", server.origin) as provider:
            with pytest.raises(error):
                await provider.create(request_of(provider, fields), hook)
        assert {each.path for each in server.received} == {"/v1/files"}
        content = SQUARE.partition(",")[2]
        assert content.encode() not in server.received[0].body
        assert base64.b64decode(content) in server.received[0].body
    assert hook.seen == []


@pytest.mark.parametrize(("limit", "sent"), [(None, ["1h"]), ("30m", ["30m"]), ("", [])])
async def test_a_prediction_has_a_deadline(limit, sent):
    chosen = {} if limit is None else {"cancel_after": limit}
    with StubServer() as server:
        server.script(Stub(500))
        url = server.origin
        async with provider_at(ReplicateProvider, "replicate", url, settings=chosen) as provider:
            with pytest.raises(UnknownOutcomeError):
                await create(provider, body(), callback_url="https://a.example/hook")
        [received] = server.received
    assert received.path == "/v1/models/kwaivgi/kling-v3-video/predictions"
    assert received.header("Authorization") == ["Bearer key"]
    assert received.header("Cancel-After") == sent
    assert received.header("Prefer") == []
    assert received.json["webhook"] == "https://a.example/hook"
    assert received.json["webhook_events_filter"] == ["completed"]


async def test_a_webhook_comes_when_the_prediction_has_ended(provider):
    with StubServer(("POST", "/hook", Stub(204))) as receiver:
        hook = f"{receiver.origin}/hook"
        job = await create(provider, body(duration=3), callback_url=hook)
        event = receiver.next_request().json
    assert (event["id"], event["status"]) == (job.id, "succeeded")


@pytest.mark.parametrize("fields", [body(duration=3), body(WAN)])
async def test_the_output_is_one_url_or_a_list(provider, fields):
    job = await create(provider, fields)
    progress = await finish(provider, job)
    [url] = progress.urls
    assert url.startswith("http://127.0.0.1:")
    assert progress.cost is None
    assert b"".join([block async for block in provider.download(job)])[4:8] == b"ftyp"


@pytest.mark.parametrize(
    ("prompt", "cause", "cost"),
    [
        ("FAIL", "failed", None),
        ("x [fault:moderated]", "moderated", None),
        ("x [fault:aborted]", "failed", Decimal(0)),
    ],
)
async def test_predictions_end_without_a_video(provider, prompt, cause, cost):
    job = await create(provider, {**body(duration=3), "prompt": prompt})
    with pytest.raises(RefusedError) as refused:
        await finish(provider, job)
    assert (refused.value.cause, refused.value.cost) == (cause, cost)


async def test_a_prediction_whose_data_is_removed_is_lost(provider):
    job = await create(provider, {**body(duration=3), "prompt": "x [fault:lapsed]"})
    with pytest.raises(LostError, match="removed"):
        await finish(provider, job)


async def test_a_cancelled_prediction_is_stopped_and_free(provider, served):
    job = await create(provider, {**body(duration=3), "prompt": "x [fault:endless]"})
    assert (await provider.cancel(job)).outcome == "stopped"
    with pytest.raises(RefusedError, match="canceled"):
        await provider.poll(job)
    assert job.id not in {charge.job for charge in served[0].charges}
    done = await create(provider, body(duration=3))
    await finish(provider, done)
    assert (await provider.cancel(done)).outcome == "unknown"
    assert (await provider.cancel(JOB)).outcome == "unknown"


@pytest.mark.parametrize(("key", "problem"), [("wrong", "credential"), ("poor", "credit")])
async def test_an_account_that_cannot_pay_is_told(served, key, problem):
    async with provider_at(ReplicateProvider, "replicate", served[1], key) as provider:
        with pytest.raises(AccountError) as rejected:
            await create(provider, body(duration=3))
    assert rejected.value.problem == problem


async def test_an_input_that_the_model_refuses_is_told_at_once(provider):
    fields = body(duration=3, provider={"options": {"replicate": {"fps": 24}}})
    with pytest.raises(RefusedError, match="fps") as refused:
        await create(provider, fields)
    assert refused.value.cause == "input"


async def test_an_unknown_prediction_is_lost(provider):
    with pytest.raises(LostError):
        await provider.poll(UpstreamJob("../x?y", KLING))


@pytest.mark.parametrize(
    ("status", "phase"),
    [("starting", "queued"), ("processing", "running"), ("warming", "running")],
)
def test_a_status_without_a_known_end_goes_on(pure, status, phase):
    assert pure.progress(answer_of({"status": status}), JOB).phase == phase


def test_an_answer_without_a_status_says_nothing(pure):
    with pytest.raises(UnreadableError):
        pure.progress(answer_of({"status": 7}), JOB)


@pytest.mark.parametrize(
    ("output", "urls"),
    [
        ("https://a/1", ["https://a/1"]),
        (["https://a/1", "https://a/2"], ["https://a/1", "https://a/2"]),
        ({"video": "https://a/1", "seed": 7}, ["https://a/1"]),
    ],
)
def test_outputs_differ_from_one_model_to_the_next(pure, output, urls):
    shown = answer_of({"status": "succeeded", "output": output})
    assert pure.progress(shown, JOB).urls == urls


@pytest.mark.parametrize("output", [None, "a text", [], 7])
def test_a_prediction_without_a_video_has_failed(pure, output):
    with pytest.raises(RefusedError) as refused:
        pure.progress(answer_of({"status": "succeeded", "output": output}), JOB)
    assert refused.value.cause == "failed"


@pytest.mark.parametrize(
    ("error", "cause"),
    [
        ("The input was flagged. (E005)", "moderated"),
        ("NSFW content detected", "moderated"),
        ("Moderation failed", "moderated"),
        ("CUDA out of memory", "failed"),
        ("insensitive", "failed"),
        (7, "failed"),
    ],
)
def test_moderation_is_told_from_the_only_text_there_is(pure, error, cause):
    with pytest.raises(RefusedError) as refused:
        pure.progress(answer_of({"status": "failed", "error": error}), JOB)
    assert refused.value.cause == cause


@pytest.mark.parametrize(
    ("shown", "outcome"),
    [
        (answer_of({"status": "canceled"}), "stopped"),
        (answer_of({"status": "aborted"}), "stopped"),
        (answer_of({"status": "processing"}), "unknown"),
        (answer_of({"status": "succeeded"}), "unknown"),
        (answer_of({"detail": "x"}, 404), "unknown"),
    ],
)
def test_a_cancellation_is_what_the_prediction_shows(pure, shown, outcome):
    assert pure.cancelled(shown).outcome == outcome


@settings(max_examples=60)
@given(
    st.fixed_dictionaries(
        {}, optional=dict.fromkeys(("id", "status", "output", "error", "data_removed"), JSON)
    )
    | JSON,
    st.sampled_from([200, 201, 400, 401, 404, 422, 500]),
)
def test_any_answer_is_read(pure, shown, status):
    given_answer = answer_of(shown, status)
    for reader in (
        pure.created_id,
        pure.cancelled,
        lambda each: pure.progress(each, JOB),
    ):
        with contextlib.suppress(RefusedError, LostError, UnreadableError):
            reader(given_answer)
    pure.meaning(given_answer)


@pytest.mark.parametrize("name", CASE.requests)
def test_each_request_of_the_case_has_a_price(name, pure):
    fields = CASE.requests[name]
    served = [e for e, problem in problems(pure, fields) if problem is None]
    assert served
    _, spec = read(fields)
    assert name == "mapped" or all(endpoint.price(spec) for endpoint in served)

"""Black Forest Labs as a provider: FLUX.3 video."""

from __future__ import annotations

import base64
import json
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
    UpstreamJob,
)
from rushes.providers.black_forest_labs import BlackForestLabsProvider
from tests.fakes.accounts import account_of
from tests.fakes.stub_server import StubServer, json_answer
from tests.providers.cases import PICTURE, frame, reference
from tests.providers.cases.black_forest_labs import CASE, TEXT
from tests.providers.cases.runway import LAST, VIDEO
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
from tests.upstreams.bfl import Bfl
from tests.upstreams.serving import running

MODEL = "black-forest-labs/flux-3-video"
JOB = UpstreamJob("b0f1", MODEL)
KEY = "bfl-key-not-to-be-seen"
POLL = "https://api.us1.bfl.ai/v1/get_result?id=b0f1"


def provider_at(url, **options):
    return BlackForestLabsProvider(account_of("black-forest-labs", url, KEY, **options))


@pytest.fixture(scope="module")
def pure():
    return unconnected(CASE)


@pytest.fixture(scope="module")
def upstream():
    with running(Bfl(render=0.05)) as served:
        yield served


@pytest.fixture
async def provider(upstream):
    async with opened(provider_at(upstream[1])) as opened_provider:
        yield opened_provider


@pytest.fixture
async def stubbed(server):
    async with opened(provider_at(server.url)) as opened_provider:
        yield opened_provider


@pytest.mark.parametrize(
    ("asked", "sent"),
    [
        (
            {**TEXT, "aspect_ratio": "21:9", "resolution": "1080p", "duration": 20},
            {
                "mode": "t2v",
                "aspect_ratio": "21:9",
                "resolution": "fhd",
                "duration": 20,
                "generate_audio": True,
            },
        ),
        (TEXT, {"aspect_ratio": "16:9", "resolution": "hd"}),
        (
            {**TEXT, "frame_images": [frame("first_frame")], "generate_audio": False},
            {
                "mode": "i2v",
                "keyframes": [PICTURE],
                "aspect_ratio": "auto",
                "generate_audio": False,
            },
        ),
        (
            {**TEXT, "frame_images": [frame("last_frame", LAST), frame("first_frame")]},
            {"mode": "i2v", "keyframes": [PICTURE, LAST]},
        ),
        (
            {**TEXT, "frame_images": [frame("first_frame")], "aspect_ratio": "1:1"},
            {"mode": "i2v", "aspect_ratio": "1:1"},
        ),
        (
            {**TEXT, "input_references": [reference("video", VIDEO)]},
            {"mode": "v2v", "start_video": VIDEO, "aspect_ratio": "auto"},
        ),
        (
            {
                **TEXT,
                "provider": {
                    "options": {
                        "bfl": {"safety_tolerance": 1, "version": "latest"},
                        "black-forest-labs": {"safety_tolerance": 0},
                    }
                },
            },
            {"safety_tolerance": 0, "version": "latest", "prompt": "Waves"},
        ),
    ],
)
async def test_a_request_is_translated(provider, upstream, asked, sent):
    await create(provider, asked)
    asked_for = upstream[0].accepted[-1].info["asked"].model_dump()
    assert {name: asked_for[name] for name in sent} == sent


async def test_an_embedded_picture_is_sent_as_bare_base64(provider, upstream):
    picture = base64.b64encode(b"\x89PNG\r\n\x1a\n").decode()
    url = f"data:image/png;base64,{picture.rstrip('=')}"
    await create(provider, {**TEXT, "frame_images": [frame("first_frame", url)]})
    assert upstream[0].accepted[-1].info["asked"].keyframes == [picture]


@pytest.mark.parametrize("references", [[("image", LAST)], [("video", VIDEO)] * 2])
async def test_no_reference_is_left_out_silently(provider, upstream, references):
    """Not even of a request that no endpoint has checked."""
    accepted = len(upstream[0].accepted)
    body = {**TEXT, "input_references": [reference(*each) for each in references]}
    with pytest.raises(RefusedError, match="input_references"):
        await create(provider, TEXT, body=json.dumps(body))
    assert len(upstream[0].accepted) == accepted


def test_every_model_can_be_continued():
    for row in load_providers()["black-forest-labs"].endpoints:
        assert load_catalog().get(row.model).continuation


def test_list_prices_are_those_of_the_catalog(pure):
    """A continuation, from a job or a video, has a price of its own."""
    listed = load_catalog().get(MODEL).skus
    for body, kind in ((TEXT, "output"), ({**TEXT, "previous_job_id": "x"}, "video_continuation")):
        [row] = [each for each, found in problems(pure, body) if found is None]
        for size in ("720p", "1080p"):
            price = row.pricing_skus[f"cents_per_second_output_{size}"]
            assert price == listed[f"cents_per_second_{kind}_{size}"]


async def test_a_video_costs_the_cents_that_it_took(provider, upstream):
    job = await create(provider, TEXT)
    progress = await finish(provider, job)
    assert progress.cost == Decimal("0.85")
    assert {charge.job: charge.amount for charge in upstream[0].charges}[_id(job)] == 85
    assert (await video(provider, job))[4:8] == b"ftyp"


def _id(job):
    return job.id.partition("?id=")[2]


@pytest.mark.parametrize(
    ("fault", "cause", "cost", "words"),
    [
        ("fail=Failed", "failed", None, "as Failed: Failed"),
        ("fail=The render failed", "failed", None, "as Error: The render failed"),
        ("moderated", "moderated", Decimal("0.85"), "Content Moderated: Derivative Works"),
        ("moderated=request", "moderated", None, "Request Moderated: The prompt was"),
    ],
)
async def test_a_failure_has_its_cause_and_its_cost(provider, fault, cause, cost, words):
    job = await create(provider, {**TEXT, "prompt": f"x [fault:{fault}]"})
    with pytest.raises(RefusedError, match=words) as caught:
        await finish(provider, job)
    assert (caught.value.cause, caught.value.cost) == (cause, cost)


def test_states(provider):
    def shown(**fields):
        progress = provider.progress(answer_of({"id": "b0f1", **fields}), JOB)
        return progress.phase, progress.fraction

    assert shown(status="Pending") == ("queued", 0)
    assert shown(status="Pending", progress=0.5) == ("running", 0.5)
    assert shown(status="Pending", progress=50) == ("running", 1)
    assert shown(state="Pending") == ("queued", 0)  # an older name
    assert shown(status="Reticulating") == ("queued", 0)
    done = {"result": {"sample": "https://delivery.bfl.ai/a.mp4"}}
    assert shown(status="Ready", **done) == ("done", 1)
    assert shown(status="Completed", **done) == ("done", 1)
    with pytest.raises(RefusedError, match=r"as Error$"):
        shown(status="Error", details={"code": 7})
    with pytest.raises(LostError):
        shown(status="Task not found")


@pytest.mark.parametrize(
    "answer", [{"status": "Ready"}, {"status": "Ready", "result": {"sample": 7}}, {}, [], None]
)
async def test_an_answer_without_what_it_should_have_may_be_repeated(stubbed, server, answer):
    server.script(json_answer(answer))
    with pytest.raises(TransientError, match="invalid"):
        await stubbed.poll(JOB)


async def test_a_lost_job(provider):
    job = await create(provider, {**TEXT, "prompt": "x [fault:lost]"})
    with pytest.raises(LostError):
        await provider.poll(job)


@pytest.mark.parametrize(
    ("status", "error"),
    [(401, AccountError), (402, AccountError), (403, AccountError), (429, BusyError)],
)
async def test_the_key_is_in_a_header_of_its_own(stubbed, server, status, error):
    server.script(json_answer({"detail": f"no {KEY}"}, status))
    with pytest.raises(error) as caught:
        await create(stubbed, TEXT)
    assert KEY not in str(caught.value)
    [request] = server.received
    assert request.header("x-key") == [KEY]
    assert request.header("authorization") == []


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        (POLL, POLL),
        ("https://api.eu2.bfl.ai/v1/get_result", "https://api.eu2.bfl.ai/v1/get_result?id=b0f1"),
        ("https://bfl.ai/x?id=b0f1&a=%2F", "https://bfl.ai/x?id=b0f1&a=/"),
        ("http://api.us1.bfl.ai/v1/get_result?id=b0f1", "b0f1"),  # in the clear
        ("https://api.us1.bfl.ai:8443/v1/get_result?id=b0f1", "b0f1"),
        ("https://api.bfl.ai.evil.example/?id=b0f1", "b0f1"),
        ("https://evilbfl.ai/?id=b0f1", "b0f1"),
        ("https://api.bfl.ai@evil.example/?id=b0f1", "b0f1"),
        ("https://evil.example/?x=.bfl.ai&id=b0f1", "b0f1"),
        ("//evil.example/?id=b0f1", "b0f1"),
        ("http://[bad", "b0f1"),
        (f"{POLL}&x={'x' * 500}", "b0f1"),
        ("", "b0f1"),
        (7, "b0f1"),
    ],
)
def test_the_url_of_a_job_is_kept_if_the_key_may_be_sent_there(url, kept):
    provider = provider_at("https://api.bfl.ai/v1")
    answer = answer_of({"id": "b0f1", "polling_url": url})
    job = UpstreamJob(provider.created_id(answer), MODEL)
    assert job.id == kept
    call = provider.poll_call(job)
    if kept == "b0f1":
        assert (call.base, call.path) == (None, "/get_result?id=b0f1")
    else:
        assert f"{call.base}{call.path}" == kept


async def test_the_key_is_never_sent_to_another_host(stubbed, server):
    """Not even if such a URL has been stored: the job is looked up at the known host."""
    with StubServer() as evil:
        url = f"{evil.url}/get_result?id=b0f1"
        server.script(json_answer({"id": "b0f1", "polling_url": url}))
        job = await create(stubbed, TEXT)
        for known in (job, UpstreamJob(url, MODEL)):
            server.script(json_answer({"status": "Pending"}))
            await stubbed.poll(known)
            assert server.received[-1].path == "/api/v1/get_result?id=b0f1"
            assert server.received[-1].header("x-key") == [KEY]
        assert evil.received == []


async def test_a_job_is_polled_where_the_upstream_shows_it(stubbed, server):
    server.script(json_answer({"id": "b0f1", "polling_url": f"{server.url}/shown/here?a=b"}))
    job = await create(stubbed, TEXT)
    server.script(json_answer({"status": "Pending"}))
    await stubbed.poll(job)
    assert server.received[-1].path == "/api/v1/shown/here?a=b&id=b0f1"


async def test_a_video_is_fetched_without_the_key(stubbed, server):
    with StubServer() as store:
        sample = f"{store.url}/a.mp4"
        server.script(json_answer({"status": "Ready", "result": {"sample": sample}, "cost": 85}))
        store.script(json_answer({"video": "bytes"}))
        assert (await stubbed.poll(JOB)).urls == [sample]
        assert await video(stubbed, JOB)
        assert store.received[0].header("x-key") == []


async def test_a_job_is_continued_by_its_video(provider, upstream):
    first = await create(provider, TEXT)
    await finish(provider, first)
    body = {**TEXT, "previous_job_id": "gen-vid-1"}
    await create(provider, body, previous=first)
    asked = upstream[0].accepted[-1].info["asked"]
    assert (asked.mode, asked.aspect_ratio) == ("v2v", "auto")
    assert asked.start_video.startswith(upstream[1].removesuffix("/v1"))


@pytest.mark.parametrize(
    ("answer", "error", "words"),
    [
        (json_answer({"status": "Pending"}), RefusedError, "has not completed"),
        (json_answer({"status": "Error"}), RefusedError, "ended the job as Error"),
        (json_answer({"status": "Task not found"}, 404), RefusedError, "does not know"),
        (json_answer({}, 503), BusyError, "did not show"),
    ],
)
async def test_a_job_that_cannot_be_continued_costs_nothing(stubbed, server, answer, error, words):
    server.script(answer)
    body = {**TEXT, "previous_job_id": "gen-vid-1"}
    with pytest.raises(error, match=words):
        await create(stubbed, body, previous=JOB)
    assert {request.method for request in server.received} == {"GET"}


def test_ids_are_parts_of_a_query(provider):
    call = provider.poll_call(UpstreamJob("a/../b&c=d#e", MODEL))
    assert call.path == "/get_result?id=a%2F..%2Fb%26c%3Dd%23e"
    assert request_of(provider, TEXT).upstream_model == "flux-3-video"


@settings(max_examples=60)
@given(JSON, JSON)
def test_any_answer_is_read_or_is_a_documented_error(body, value):
    provider = provider_at("https://api.bfl.ai/v1")
    read_all(provider, answer_of(body))
    for word in ("Ready", "Error", "Content Moderated", "Pending", value):
        fields = {"status": word, "result": value, "cost": body, "details": value}
        read_all(provider, answer_of({**fields, "id": body, "polling_url": value}))
        provider.poll_call(UpstreamJob(str(value), MODEL))

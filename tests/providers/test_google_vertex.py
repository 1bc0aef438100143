from __future__ import annotations

import contextlib
import json
import time
from decimal import Decimal
from functools import partial

import httpx
import pytest
from hypothesis import given, strategies as st

from rushes.catalog.provider_data import load_providers
from rushes.providers.answer import UnreadableError
from rushes.providers.base import (
    AccountError,
    BusyError,
    LostError,
    RefusedError,
    TransientError,
    UnreachableError,
    UpstreamJob,
)
from rushes.providers.google_api import GoogleAnswer
from rushes.providers.google_vertex import GoogleVertexProvider
from tests.fakes.accounts import account_of
from tests.fakes.stub_server import error_answer, json_answer
from tests.providers.cases.google import FIRST, LAST, OMNI, PNG, reference
from tests.providers.cases.google_vertex import CASE, LITE, VEO, body
from tests.providers.conftest import unconnected
from tests.providers.endpoint_requests import (
    JSON,
    accepted,
    answer_of,
    create,
    finish,
    problems,
    provider_at,
    read,
    video,
)
from tests.upstreams.google import Google
from tests.upstreams.serving import running

MODEL = "projects/p/locations/us-central1/publishers/google/models/veo-3.1-lite-generate-001"
JOB = UpstreamJob(f"{MODEL}/operations/x", LITE, "veo-3.1-lite-generate-001")
google_answer = partial(answer_of, kind=GoogleAnswer)
PICTURE = {"bytesBase64Encoded": PNG, "mimeType": "image/png"}


@pytest.fixture(scope="module")
def pure():
    return unconnected(CASE)


@pytest.fixture(scope="module")
def served():
    with running(Google(render=0.05)) as found:
        yield found


@pytest.fixture
async def provider(served):
    async with vertex(served[1]) as opened:
        yield opened


def vertex(url, key="ya29.test", **options):
    return provider_at(
        GoogleVertexProvider, "google-vertex", url, key, **{"settings": CASE.settings, **options}
    )


async def sent(provider, served, fields):
    """Return what the upstream received of a request."""
    return (await accepted(provider, served[0], fields)).body


async def done(provider, fields, prompt="Waves"):
    job = await create(provider, fields | {"prompt": prompt})
    return job, await finish(provider, job)


def video_of(served, job):
    return served[0].video(served[0].jobs[job.id.rpartition("/")[2]])


async def test_a_text_is_sent_to_veo_with_what_was_decided(provider, served):
    fields = body(VEO, resolution="4K", aspect_ratio="9:16", generate_audio=False, seed=2**32 + 3)
    assert await sent(provider, served, fields) == {
        "instances": [{"prompt": "Waves"}],
        "parameters": {
            "sampleCount": 1,
            "durationSeconds": 4,
            "resolution": "4k",
            "aspectRatio": "9:16",
            "generateAudio": False,
            "seed": 3,
        },
    }


async def test_pictures_are_sent_to_veo(provider, served):
    received = await sent(provider, served, body(frame_images=[LAST, FIRST]))
    assert received["instances"] == [{"prompt": "Waves", "image": PICTURE, "lastFrame": PICTURE}]
    received = await sent(provider, served, body(frame_images=[FIRST], prompt=""))
    assert received["instances"] == [{"image": PICTURE}]
    fields = body(VEO, input_references=[reference()] * 3, duration=8)
    received = await sent(provider, served, fields)
    asset = {"image": PICTURE, "referenceType": "ASSET"}
    assert received["instances"] == [{"prompt": "Waves", "referenceImages": [asset] * 3}]


async def test_options_reach_veo_and_do_not_replace_the_request(provider, served):
    options = {"negativePrompt": "text", "labels": {"team": "film"}, "sampleCount": 4}
    received = await sent(provider, served, body(provider={"options": {"vertex": options}}))
    assert received["labels"] == {"team": "film"}
    assert received["parameters"]["negativePrompt"] == "text"
    assert received["parameters"]["sampleCount"] == 1


async def test_omni_is_asked_for_a_video_inside_its_answer(provider, served):
    received = await sent(provider, served, body(OMNI))
    assert received["response_format"]["delivery"] == "inline"
    assert served[0].requests["POST /v1beta1/projects/{project}/locations/{location}/interactions"]


@pytest.mark.parametrize("model", [LITE, OMNI])
async def test_a_video_is_decoded_from_the_answer(provider, served, model):
    job, progress = await done(provider, body(model))
    assert progress.urls == ("inline:0",)
    whole = video_of(served, job)
    assert await video(provider, job) == whole
    assert await video(provider, job, 1000) == whole[1000:]
    async with vertex(served[1]) as restarted:
        assert await video(restarted, job, 1000) == whole[1000:]


async def test_omni_costs_its_tokens_and_veo_its_list_price(provider, served):
    _, progress = await done(provider, body())
    assert progress.cost is None
    before = served[0].charged
    _, progress = await done(provider, body(OMNI))
    assert float(progress.cost) == pytest.approx(served[0].charged - before)


@pytest.mark.parametrize(
    ("model", "resolution", "audio", "seconds", "usd"),
    [
        (VEO, "720p", True, 8, "3.20"),
        (VEO, "4K", False, 4, "1.60"),
        (LITE, "1080p", True, 4, "0.32"),
        (LITE, "720p", False, 4, "0.12"),
    ],
)
def test_the_list_prices_of_veo(model, resolution, audio, seconds, usd, pure):
    _, spec = read(body(model, resolution=resolution, generate_audio=audio, duration=seconds))
    found = problems(pure, body(model, resolution=resolution, duration=seconds))
    [endpoint] = [each for each, problem in found if problem is None]
    assert endpoint.price(spec) == Decimal(usd)


@pytest.mark.parametrize(
    ("prompt", "cause", "said", "cost"),
    [
        ("FAIL", "failed", "The render failed", 0),
        ("x [fault:lapsed]", "failed", "Deadline", 0),
        ("x [fault:moderated]", "moderated", "Support codes", 0),
    ],
)
async def test_jobs_of_veo_end_without_a_video(provider, prompt, cause, said, cost):
    with pytest.raises(RefusedError, match=said) as refused:
        await done(provider, body(), prompt)
    assert (refused.value.cause, refused.value.cost) == (cause, cost)


async def test_omni_is_moderated(provider):
    with pytest.raises(RefusedError) as refused:
        await done(provider, body(OMNI), "x [fault:moderated]")
    assert refused.value.cause == "moderated"


async def test_only_jobs_of_omni_are_stopped(provider):
    outcomes = []
    for model in (OMNI, LITE):
        fields = body(model, prompt=f"{model} [fault:endless]")
        job = await create(provider, fields)
        outcomes.append((await provider.cancel(job)).outcome)
    assert outcomes == ["stopped", "unsupported"]


@pytest.mark.parametrize("job", [JOB, UpstreamJob("v1_x", OMNI), UpstreamJob("../x?y", OMNI)])
async def test_an_unknown_job_is_lost(provider, job):
    with pytest.raises(LostError):
        await provider.poll(job)


@pytest.mark.parametrize("model", [LITE, OMNI])
@pytest.mark.parametrize(("key", "problem"), [("wrong", "credential"), ("poor", "credit")])
async def test_accounts_are_refused_by_code(served, model, key, problem):
    async with vertex(served[1], key) as provider:
        with pytest.raises(AccountError) as rejected:
            await create(provider, body(model))
        with pytest.raises((TransientError, LostError)) as failed:
            await provider.poll(JOB)
    assert rejected.value.problem == problem
    assert isinstance(failed.value, TransientError) is (key == "wrong")


def test_each_location_has_its_host():
    usual = load_providers()["google-vertex"].base_url

    def calls(location, url=usual):
        settings = {"project": "my project", "location": location}
        provider = GoogleVertexProvider(account_of("google-vertex", url, settings=settings))
        veo = UpstreamJob(JOB.id.replace("us-central1", location), LITE)
        return provider.poll_call(veo), provider.poll_call(UpstreamJob("v1_x", OMNI))

    veo, omni = calls("europe-west4")
    assert veo.base == "https://europe-west4-aiplatform.googleapis.com"
    assert veo.path.startswith("/v1/projects/my%20project/locations/europe-west4/publishers/")
    assert omni.base is None
    assert omni.path == "/v1beta1/projects/my%20project/locations/global/interactions/v1_x"
    assert calls("global")[0].base is None
    assert calls("europe-west4", "https://proxy.example")[0].base is None
    assert calls("evil.example/")[0].base is None


async def test_a_job_stays_in_its_location(served):
    settings = CASE.settings | {"location": "europe-west4"}
    async with vertex(served[1]) as provider, vertex(served[1], settings=settings) as moved:
        job = await create(provider, body())
        assert (await finish(moved, job)).phase == "done"


# Service accounts


@pytest.fixture(scope="module")
def account(served):
    upstream, url = served
    return upstream.tokens.account("robot@p.example", f"{url}/token")


@pytest.fixture
def token_life(served):
    yield lambda seconds: setattr(served[0].tokens, "life", seconds)
    served[0].tokens.life = 3600.0


async def test_a_service_account_gets_one_token(served, account):
    before = served[0].requests["POST /token"]
    async with vertex(served[1], account) as provider:
        job, _ = await done(provider, body())
        assert await video(provider, job) == video_of(served, job)
    assert served[0].requests["POST /token"] == before + 1
    assert served[0].accepted[-1].key == "robot@p.example"


async def test_a_service_account_is_checked_with_its_token(served, account):
    async with vertex(served[1], account) as opened:
        assert (await opened.check()).works
    broken = json.dumps(json.loads(account) | {"private_key": "secret"})
    async with vertex(served[1], broken) as opened:
        check = await opened.check()
    assert not check.works
    assert "not a readable PEM" in check.detail


async def test_a_token_is_renewed_before_its_end(served, account, token_life):
    token_life(0.0)  # so that half its life has always gone
    async with vertex(served[1], account) as provider:
        before = served[0].requests["POST /token"]
        with pytest.raises(AccountError):  # it ends as soon as it is given
            await create(provider, body())
        token_life(3600.0)
        job = await create(provider, body())
        await provider.poll(job)
    assert served[0].requests["POST /token"] == before + 2


async def test_a_token_that_ends_early_is_replaced(served, account):
    tokens = served[0].tokens
    async with vertex(served[1], account) as provider:
        job = await create(provider, body())
        before = served[0].requests["POST /token"]
        for token, (owner, _) in tokens.issued.items():
            tokens.issued[token] = (owner, time.time() - 1)
        await finish(provider, job)
        assert served[0].requests["POST /token"] == before + 1
        for token, (owner, _) in tokens.issued.items():
            tokens.issued[token] = (owner, time.time() - 1)
        with pytest.raises(AccountError):
            await create(provider, body())
        assert await create(provider, body())


async def test_the_account_may_be_in_a_file(served, account, tmp_path):
    file = tmp_path / "account.json"
    file.write_text(account, "utf-8")
    async with vertex(served[1], str(file)) as provider:
        assert await create(provider, body())
    async with vertex(served[1], str(tmp_path / "other.json")) as provider:
        with pytest.raises(AccountError, match="cannot be read"):
            await create(provider, body())


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"private_key": None}, "no private_key"),
        ({"private_key": "secret"}, "not a readable PEM"),
        ({"token_uri": "ftp://x"}, "token_uri is not a URL"),
        ({"client_email": "robot@q.example"}, "Invalid JWT Signature"),
    ],
)
async def test_an_unusable_account_is_the_operators_problem(served, account, changes, said):
    accepted = len(served[0].accepted)
    secret = json.dumps(json.loads(account) | changes)
    async with vertex(served[1], secret) as provider:
        with pytest.raises(AccountError, match=said) as rejected:
            await create(provider, body())
        with pytest.raises(TransientError):
            await provider.poll(JOB)
    assert rejected.value.problem == "credential"
    assert "secret" not in str(rejected.value)
    assert len(served[0].accepted) == accepted


async def test_json_that_is_none_is_not_an_account(served):
    async with vertex(served[1], "{") as provider:
        with pytest.raises(AccountError, match="not the JSON of a service account"):
            await create(provider, body())


async def test_a_token_is_not_repeated(served, account, server):
    async with vertex(server.url, account) as provider:
        await provider.renew()
        [token] = [value.split()[1] for value in provider.credentials().values()]
        error = {"code": 400, "status": "INVALID_ARGUMENT", "message": f"bad: {token}"}
        server.script(json_answer({"error": error}, 400))
        with pytest.raises(RefusedError, match=r"bad: \[key\]") as refused:
            await create(provider, body())
    assert token in served[0].tokens.issued
    assert token not in str(refused.value)


async def test_no_token_means_that_nothing_was_sent(served, account, server):
    server.script(error_answer(503, retry_after="7"))
    for uri, expected in ((server.url, BusyError), ("http://127.0.0.1:1/token", UnreachableError)):
        secret = json.dumps(json.loads(account) | {"token_uri": uri})
        async with vertex(served[1], secret) as provider:
            with pytest.raises(expected):
                await create(provider, body())


@pytest.mark.parametrize(
    ("shown", "cause"),
    [
        ({"done": True, "error": {"code": 3, "message": "bad picture"}}, "input"),
        ({"error": {"code": 8}}, "failed"),
        ({"done": True}, "failed"),
        ({"done": True, "response": {"raiMediaFilteredCount": 1}}, "moderated"),
        ({"done": True, "response": {"raiMediaFilteredReasons": ["x"]}}, "moderated"),
        ({"done": True, "response": {"videos": [{"gcsUri": "gs://b/o"}]}}, "failed"),
    ],
)
def test_other_ends_of_veo(pure, shown, cause):
    with pytest.raises(RefusedError) as refused:
        pure.progress(google_answer(shown), JOB)
    assert refused.value.cause == cause


def test_an_operation_that_could_not_be_polled_is_not_readable(pure):
    assert pure.created_id(google_answer({"name": JOB.id})) == JOB.id
    assert pure.created_id(google_answer({"id": "v1_x"})) == "v1_x"
    for shown in ({"name": "operations/x"}, {"name": ""}, {"name": JOB.id + "x" * 500}):
        with pytest.raises(UnreadableError):
            pure.created_id(google_answer(shown))


def test_a_job_that_is_not_done_runs(pure):
    for shown in ({"name": "x"}, {"done": False}, {"done": "soon", "metadata": {"state": "x"}}):
        assert pure.progress(google_answer(shown), JOB).phase == "running"


OPERATIONS = st.fixed_dictionaries(
    {},
    optional={
        "name": JSON,
        "done": st.just(True) | JSON,
        "error": JSON | st.fixed_dictionaries({"code": JSON, "message": JSON}),
        "response": JSON
        | st.fixed_dictionaries(
            {
                "videos": JSON
                | st.lists(
                    st.fixed_dictionaries({}, optional={"bytesBase64Encoded": JSON, "gcsUri": JSON})
                )
            },
            optional={"raiMediaFilteredReasons": JSON, "raiMediaFilteredCount": JSON},
        ),
    },
)


@given(JSON | OPERATIONS, st.sampled_from([200, 400, 401, 403, 404, 429, 500]))
def test_any_answer_is_survived(pure, shown, status):
    answer = google_answer(shown, status)
    pure.meaning(answer)
    pure.is_lost(answer)
    with contextlib.suppress(UnreadableError):
        assert pure.created_id(answer)
    with contextlib.suppress(UnreadableError, RefusedError):
        pure.progress(answer, JOB)


def test_the_fake_refuses_other_assertions(served, account):
    form = {"grant_type": "urn:ietf:params:oauth:grant-type:jwt-bearer", "assertion": "a.b.c"}
    answer = httpx.post(f"{served[1]}/token", data=form, trust_env=False)
    assert (answer.status_code, answer.json()["error"]) == (400, "invalid_grant")

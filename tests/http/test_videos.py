"""The wire, checked over a real socket: every status, header and body shape of the contract."""

from __future__ import annotations

import asyncio
import base64
import json
import re
import socket
from urllib.parse import urlsplit

import httpx
import pytest
from hypothesis import HealthCheck, given, settings, strategies as st
from openapi_spec_validator import validate

from openrouter.components import VideoGenerationResponse, VideoModelsListResponse
from rushes.providers.base import RefusedError
from rushes.store.transaction import StoreError
from tests.fakes.providers import VIDEO
from tests.http.conftest import REQUEST, error_of, submit, wait
from tests.service import running_service

JOB_ID = re.compile(r"gen-vid-\d{10}-[0-9A-Za-z]{20}")


def test_submit_answers_202_with_exactly_what_the_original_sends(client, service):
    response = client.post("/videos", json=REQUEST)
    assert response.status_code == 202
    body = response.json()
    assert set(body) == {"id", "polling_url", "status"}
    assert JOB_ID.fullmatch(body["id"])
    assert body["status"] == "pending"
    assert body["polling_url"] == f"{service.api}/videos/{body['id']}"
    assert response.headers["x-generation-id"] == body["id"]
    assert response.headers["x-provider-name"] == "Stand-in"


def test_a_finished_job_shows_its_urls_and_cost(client, service):
    job_id = submit(client)
    job = wait(client, job_id)
    assert job["status"] == "completed"
    assert job["generation_id"] == job_id
    (url,) = job["unsigned_urls"]
    assert url.startswith(f"{service.api}/videos/{job_id}/content?index=0&expires=")
    assert job["usage"] == {"cost": 3.2, "is_byok": False}
    assert job["rushes"] == {
        "provider": "Stand-in",
        "model": "google/veo-3.1",
        "progress": 1.0,
        "seed": 11,
        "size": "1280x720",
        "duration": 8,
        "audio": True,
        "report": {"scene": "stand-in"},
        "created_at": int(job_id.split("-")[2]),
        "quote": 3.2,
        "prompt": "A calm sea",
    }
    assert "null" not in json.dumps(job)
    VideoGenerationResponse.model_validate(job)
    content = client.get(job["unsigned_urls"][0])
    assert content.content == VIDEO


def test_an_open_job_shows_its_progress_and_no_urls(client, service):
    service.provider.waits, service.provider.fraction = True, 0.5
    job_id = submit(client)
    job = wait(client, job_id, until={"in_progress"})
    assert {"unsigned_urls", "urls", "expires_at", "usage", "error"}.isdisjoint(job)
    early = error_of(client.get(f"/videos/{job_id}/content"), 409)
    assert "still being made" in early["message"]
    service.provider.waits = False
    assert wait(client, job_id)["status"] == "completed"


def test_a_failed_job_is_a_200_with_an_error_string(client, service):
    service.provider.failure = RefusedError("Refused by the stand-in")
    job = wait(client, submit(client))
    assert (job["status"], job["error"]) == ("failed", "Refused by the stand-in")
    assert {"unsigned_urls", "usage"}.isdisjoint(job)
    error_of(client.get(f"/videos/{job['id']}/content"), 409)


def test_a_drawn_seed_is_reported(client):
    request = {k: v for k, v in REQUEST.items() if k != "seed"}
    job_id = client.post("/videos", json=request).json()["id"]
    assert 0 <= wait(client, job_id)["rushes"]["seed"] < 2**31


@pytest.mark.parametrize(
    ("body", "fragment"),
    [
        (b"", "body: "),
        (b"{", "body: "),
        (b"[]", "body"),
        (b'"text"', "body"),
        (b"\xff\xfe", "body"),
        (b'{"prompt": "x"}', "model: is missing"),
        (b'{"model": 5, "prompt": "x"}', "model: must be a valid string, got 5"),
        (
            b'{"model": "google/veo-3.1", "prompt": "x", "duration": 4.5}',
            "duration: must be a valid integer",
        ),
        (
            b'{"model": "google/veo-3.1", "prompt": "x", "duration": "8"}',
            "duration: must be a valid integer, got the string '8'",
        ),
        (
            b'{"model": "google/veo-3.1", "prompt": "x", "duration": true}',
            "duration: must be a valid integer, got true",
        ),
        (b'{"model": "google/veo-3.1", "prompt": "x", "duration": 7}', "allowed: 4, 6, 8"),
        (b'{"model": "google/veo-3.1"}', "prompt: "),
        (b'{"model": "nope/none", "prompt": "x"}', "model: unknown model 'nope/none'"),
        (
            b'{"model": "google/veo-3.1", "frame_images": [{"image_url": {"url": "https://e.org"}}]}',
            "frame_images[0].",
        ),
        (
            b'{"model": "google/veo-3.1", "prompt": "x", "input_references": [{"type": "smell"}]}',
            "input_references[0]",
        ),
        *(
            (
                b'{"model": "google/veo-3.1", "prompt": "x", "input_references":'
                b' [{"type": "%b", "%b": %b}]}' % (kind, kind, given),
                f"input_references[0].{kind.decode()}{rest}",
            )
            for kind in (b"image_url", b"video_url", b"audio_url")
            for given, rest in ((b'"x.png"', ": must be"), (b"{}", ".url: is missing"))
        ),
    ],
)
def test_a_bad_body_is_a_400_that_names_the_field(client, service, body, fragment):
    before = len(service.provider.requests)
    error = error_of(client.post("/videos", content=body), 400)
    assert fragment in error["message"]
    assert error["metadata"]["error_type"] == "invalid_request"
    assert len(service.provider.requests) == before


def test_nulls_count_as_absent(client):
    submit(client, resolution=None, size=None, frame_images=None, provider=None, trace=None)


def test_an_editor_without_a_video_is_a_400_that_says_so(client):
    request = {"model": "runway/aleph-2", "prompt": "x"}
    error = error_of(client.post("/videos", json=request), 400)
    assert "must have a video_url" in error["message"]


def test_a_large_body_is_a_413_whether_or_not_it_says_so(client):
    large = json.dumps({**REQUEST, "user": "x" * 100_000}).encode()
    error = error_of(client.post("/videos", content=large), 413)
    assert "100000 bytes" in error["message"]
    chunks = iter([large[:50_000], large[50_000:]])
    error_of(client.post("/videos", content=chunks), 413)


@pytest.mark.parametrize("header", [None, "", "Bearer", "Basic abc"])
def test_without_a_bearer_token_there_is_a_401(service, header):
    headers = {} if header is None else {"Authorization": header}
    with httpx.Client(base_url=service.api, headers=headers) as client:
        for response in (
            client.post("/videos", json=REQUEST),
            client.post("/videos/quote", json=REQUEST),
            client.get("/videos"),
            client.get("/videos/gen-vid-1-x"),
            client.delete("/videos/gen-vid-1-x"),
            client.get("/videos/gen-vid-1-x/content"),
            client.get("/videos/gen-vid-1-x/events"),
            client.post("/videos/gen-vid-1-x/cancel"),
            client.get("/generation?id=gen-vid-1-x"),
        ):
            assert "OPENROUTER_API_KEY=local" in error_of(response, 401)["message"]


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/videos/gen-vid-1-x"),
        ("DELETE", "/videos/gen-vid-1-x"),
        ("GET", "/videos/gen-vid-1-x/content"),
        ("GET", "/videos/gen-vid-1-x/events"),
        ("POST", "/videos/gen-vid-1-x/cancel"),
        ("GET", "/generation?id=gen-vid-1-x"),
    ],
)
def test_an_unknown_job_is_a_404(client, method, path):
    assert "gen-vid-1-x is unknown" in error_of(client.request(method, path), 404)["message"]


@pytest.mark.parametrize("job_id", ["%00", "x" * 5000, "%F0%9F%8E%AC", "gen%0Avid"])
def test_what_can_be_no_id_is_a_404(client, job_id):
    error_of(client.get(f"/videos/{job_id}"), 404)
    error_of(client.get(f"/videos/{job_id}/content"), 404)


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/nope", 404),
        ("GET", "/videos/a/b/c", 404),
        ("GET", "/videos/", 404),
        ("DELETE", "/videos", 405),
        ("GET", "/videos/gen-vid-1-x/cancel", 405),
        ("PUT", "/videos/models", 405),
    ],
)
def test_unknown_routes_answer_in_the_envelope(client, method, path, status):
    error_of(client.request(method, path), status)


def test_the_models_need_no_key_and_have_the_wire_shape(service):
    response = httpx.get(f"{service.api}/videos/models")
    assert response.status_code == 200
    listed = response.json()
    assert set(listed) == {"data"}
    VideoModelsListResponse.model_validate(listed)
    veo = next(m for m in listed["data"] if m["id"] == "google/veo-3.1")
    assert list(veo) == [
        "id",
        "canonical_slug",
        "hugging_face_id",
        "name",
        "created",
        "description",
        "supported_resolutions",
        "supported_aspect_ratios",
        "supported_sizes",
        "supported_durations",
        "supported_frame_images",
        "upscale_factor",
        "creativity",
        "generate_audio",
        "seed",
        "pricing_skus",
        "allowed_passthrough_parameters",
        "rushes",
    ]
    for model in listed["data"]:
        assert isinstance(model["created"], int)
        assert all(isinstance(v, str) for v in (model["pricing_skus"] or {}).values())
        assert isinstance(model["description"], str)


def test_preflight_is_a_204_with_the_originals_headers(service):
    response = httpx.options(f"{service.api}/videos")
    assert response.status_code == 204
    assert "Idempotency-Key" in response.headers["access-control-allow-headers"]
    assert "DELETE" in response.headers["access-control-allow-methods"]
    assert "X-Rushes-Version" in response.headers["access-control-expose-headers"]


def test_health_docs_and_document(service):
    assert httpx.get(f"{service.url}/health").json() == {"status": "ok", "version": "test"}
    page = httpx.get(f"{service.url}/docs")
    assert page.headers["content-type"].startswith("text/html")
    assert "https://" not in page.text, "the page must not need anything from elsewhere"
    document = httpx.get(f"{service.url}/openapi.json").json()
    validate(document)
    operations = {o["operationId"] for p in document["paths"].values() for o in p.values()}
    original = {"createVideos", "getVideos", "listVideosContent", "listVideosModels"}
    original |= {
        "getGeneration",
        "getModels",
        "listModelsCount",
        "getCurrentKey",
        "getCredits",
        "getUserActivity",
    }
    original |= {"list", "createKeys", "getKey", "updateKeys", "deleteKeys"}
    own = {"listVideos", "cancelVideos", "deleteVideos", "listVideosEvents"}
    own |= {"listVideosWebhooks", "replayVideosWebhooks", "listWebhooks", "replayWebhooks"}
    own |= {"testWebhooks", "getUsage", "getVideosPoster", "getVideosPreview"}
    own |= {"getAccess", "listProviderHealth", "listUnresolvedJobs"}
    own |= {"getVideosRequest", "attachJob", "dismissJob", "resubmitJob"}
    assert operations == original | own | {"quoteVideos", "getFile", "rotateKeys"}


@pytest.fixture
def keyed(tmp_path):
    with running_service(tmp_path, api_keys=["a-key"]) as own:
        yield own


def test_urls_follow_host_and_forwarded_headers(keyed):
    def polling_url(**headers):
        response = httpx.post(
            f"{keyed.api}/videos",
            json=REQUEST,
            headers={"Authorization": "Bearer a-key", **headers},
        )
        return urlsplit(response.json()["polling_url"])[:2]

    assert polling_url(Host="video.example.net:81") == ("http", "video.example.net:81")
    forwarded = {"X-Forwarded-Proto": "https", "X-Forwarded-Host": "video.example.net"}
    assert polling_url(**forwarded) == ("https", "video.example.net")
    assert polling_url(**{"X-Forwarded-Host": "evil/../x?"})[1] == urlsplit(keyed.url).netloc
    assert polling_url(**{"X-Forwarded-Proto": "javascript"})[0] == "http"


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8787", "localhost.evil.example"])
def test_a_name_that_somebody_made_lead_here_is_not_answered_without_keys(service, keyed, host):
    token = {"Authorization": "Bearer a-key", "Host": host}
    assert httpx.get(f"{service.api}/videos", headers=token).status_code == 403
    assert httpx.get(f"{keyed.api}/videos", headers=token).status_code == 200


@pytest.mark.parametrize("host", ["localhost:1", "127.0.0.1", "[::1]:8787", "dev.localhost"])
def test_own_names_are_answered_without_keys(service, host):
    headers = {"Authorization": "Bearer any", "Host": host}
    assert httpx.get(f"{service.api}/videos", headers=headers).status_code == 200


def test_a_public_url_and_untrusted_proxies(tmp_path):
    with running_service(tmp_path, public_url="https://v.example.org/", trusted_proxies=[]) as own:
        response = httpx.post(
            f"{own.api}/videos",
            json=REQUEST,
            headers={"Authorization": "Bearer any", "X-Forwarded-Host": "other.example"},
        )
        assert response.json()["polling_url"].startswith("https://v.example.org/api/v1/videos/")


def test_many_at_once_do_not_slip_past_the_limit(tmp_path):
    with running_service(tmp_path, max_open_jobs=3) as own:
        own.provider.waits = True

        async def submit_all():
            headers = {"Authorization": "Bearer any"}
            async with httpx.AsyncClient(base_url=own.api, headers=headers) as client:
                return await asyncio.gather(
                    *(client.post("/videos", json=REQUEST) for _ in range(30))
                )

        answers = asyncio.run(submit_all())
        assert sorted({a.status_code for a in answers}) == [202, 429]
        assert sum(a.status_code == 202 for a in answers) == 3
        own.provider.waits = False


def test_more_open_jobs_than_allowed_is_a_429_with_retry_after(tmp_path):
    with running_service(tmp_path, max_open_jobs=1) as own:
        own.provider.waits = True
        with httpx.Client(base_url=own.api, headers={"Authorization": "Bearer any"}) as client:
            first = submit(client)
            response = client.post("/videos", json=REQUEST)
            error_of(response, 429)
            assert int(response.headers["retry-after"]) > 0
            own.provider.waits = False
            wait(client, first)


def test_a_crash_inside_is_an_envelope_without_detail(client, service, monkeypatch):
    def explode(_):
        raise RuntimeError("secret detail")

    monkeypatch.setattr(service.context.store.jobs, "get", explode)
    error = error_of(client.get("/videos/gen-vid-1-x"), 500)
    assert "secret" not in error["message"]


def test_a_database_that_fails_is_a_503_that_says_when_to_come_again(client, service, monkeypatch):
    async def fail(*_, **__):
        raise StoreError("disk I/O error at /secret")

    job_id = submit(client)
    monkeypatch.setattr(service.context.store.jobs, "get", fail)
    monkeypatch.setattr(service.context.store.jobs, "page", fail)
    monkeypatch.setattr(service.context.store.idempotency, "admit", fail)
    for response in (
        client.post("/videos", json=REQUEST),
        client.get(f"/videos/{job_id}"),
        client.get("/videos"),
        client.get(f"/videos/{job_id}/content"),
        client.get(f"/videos/{job_id}/events"),
        client.post(f"/videos/{job_id}/cancel"),
        client.delete(f"/videos/{job_id}"),
        client.get("/generation", params={"id": job_id}),
    ):
        assert "secret" not in error_of(response, 503)["message"]
        assert int(response.headers["retry-after"]) > 0


def test_every_answer_names_the_version(client, service):
    answers = [
        client.get("/videos/models"),
        client.get("/videos"),
        client.post("/videos", json=REQUEST),
        client.options("/videos"),
        httpx.get(f"{service.url}/health"),
        httpx.get(f"{service.url}/docs"),
    ]
    assert {a.headers["x-rushes-version"] for a in answers} == {"test"}


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.recursive(
        st.none()
        | st.booleans()
        | st.integers()
        | st.floats(allow_nan=False, allow_infinity=False)
        | st.text(),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
        max_leaves=8,
    ),
    st.sampled_from(
        ["model", "prompt", "duration", "size", "seed", "frame_images", "input_references"]
        + ["aspect_ratio", "resolution", "generate_audio", "provider", "trace", "callback_url"]
        + ["previous_job_id", "upscale_factor", "creativity", "user", "session_id", "unknown"]
    ),
)
def test_whatever_a_field_holds_the_answer_is_a_job_or_an_envelope(client, value, field):
    response = client.post("/videos", json={**REQUEST, field: value})
    if response.status_code != 202:
        error_of(response, response.status_code)
        assert response.status_code in {400, 503}


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.binary(max_size=200))
def test_whatever_the_body_is_the_answer_is_an_envelope(client, body):
    error_of(client.post("/videos", content=body), 400)


def test_a_client_that_hangs_up_while_sending_does_no_harm(service, client, caplog):
    address = urlsplit(service.url)
    with socket.create_connection((address.hostname, address.port)) as peer:
        peer.sendall(
            b"POST /api/v1/videos HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer a\r\n"
            b"Content-Length: 1000\r\n\r\n{"
        )
    assert client.get("/videos/models").status_code == 200
    assert [r for r in caplog.records if r.levelname == "ERROR"] == []


def test_a_web_page_of_another_machine_may_not_use_a_service_without_keys(service, tmp_path):
    def submitted(origin, api=service.api):
        headers = {"Authorization": "Bearer any", "Origin": origin}
        return httpx.post(f"{api}/videos", json=REQUEST, headers=headers)

    for origin in ("https://evil.example", "null", "http://127.0.0.1.evil.example", "http://["):
        assert "RUSHES_ALLOWED_ORIGINS" in error_of(submitted(origin), 403)["message"]
    for origin in ("http://localhost:3000", "http://127.0.0.1:8080", "http://[::1]:1"):
        assert submitted(origin).status_code == 202
    with running_service(tmp_path, allowed_origins=["https://app.example"]) as own:
        assert submitted("https://app.example", own.api).status_code == 202


def test_an_enormous_name_is_neither_compared_nor_echoed_whole(client):
    error = error_of(client.post("/videos", json={**REQUEST, "model": "x" * 90_000}), 400)
    assert len(error["message"]) < 1000


def test_a_large_body_is_accepted_within_the_bound(tmp_path):
    with running_service(tmp_path) as own:
        picture = base64.b64encode(b"\x89PNG\r\n\x1a\n" + bytes(1_000_000)).decode()
        frame = {"type": "image_url", "image_url": {"url": f"data:image/png;base64,{picture}"}}
        response = httpx.post(
            f"{own.api}/videos",
            json={**REQUEST, "frame_images": [{**frame, "frame_type": "first_frame"}]},
            headers={"Authorization": "Bearer any"},
        )
        assert response.status_code == 202


def test_two_prices_in_one_request_are_refused(client):
    twice = [("X-Max-Price", "5"), ("X-Max-Price", "0.01")]
    error = error_of(client.post("/videos", json=REQUEST, headers=twice), 400)
    assert error["message"].startswith("X-Max-Price: is given more than once")
    assert error["metadata"]["field"] == "X-Max-Price"

"""What goes over the wire and what comes back, for the four operations."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pydantic
import pytest

from openrouter import OpenRouter, errors
from openrouter.types import UNSET, UnrecognizedStr
from rushes import wire
from rushes.sdk import _endpoints, _parse
from rushes.sdk._endpoints import CallOptions
from rushes.sdk._params import GenerateArguments
from tests.fakes.stub_server import (
    JOB_ID,
    StubServer,
    error_answer,
    job_answer,
    json_answer,
    video_answer,
)
from tests.sdk.driver import KEY, Driver

MODEL_ROW = {
    "id": "acme/river-1",
    "canonical_slug": "acme/river-1-20261101",
    "name": "Acme: River 1",
    "created": 1793000000,
    "supported_resolutions": ["480p", "5K"],
    "supported_aspect_ratios": None,
    "supported_sizes": None,
    "supported_durations": [8, 4, 6],
    "supported_frame_images": ["first_frame"],
    "upscale_factor": {"min": 1.5, "max": None},
    "creativity": None,
    "generate_audio": None,
    "seed": True,
    "pricing_skus": {"duration_seconds": "0.03"},
    "allowed_passthrough_parameters": ["steps"],
}


def test_generate_sends_what_was_given_and_nothing_else(driver: Driver, stub: StubServer) -> None:
    stub.script(job_answer(202))
    job = driver.call(
        driver.client(),
        "generate",
        model="acme/river-1",
        prompt="Fog",
        duration=6,
        aspect_ratio="5:4",
        frame_images=(
            part
            for part in [
                {"type": "image_url", "image_url": {"url": "u"}, "frame_type": "first_frame"},
                wire.FrameImage(
                    type="image_url",
                    image_url=wire.FrameImageImageURL(url="v"),
                    frame_type=UnrecognizedStr("middle_frame"),
                ),
            ]
        ),
        input_references=iter(
            [{"type": "video_url", "video_url": {"url": "w"}, "weight": 0.5}],
        ),
        provider={
            "options": {"google_vertex": {"fps": None}, "my-box": {"steps": 4}},
            "only": ["modal"],
        },
        trace={"trace_id": "t", "campaign": "autumn"},
        upscale_factor=2,
    )
    assert job == wire.VideoGenerationResponse(
        id=JOB_ID, polling_url=f"/api/v1/videos/{JOB_ID}", status="pending"
    )
    [request] = stub.received
    assert (request.method, request.path) == ("POST", "/api/v1/videos")
    assert request.header("content-type") == ["application/json"]
    assert request.header("accept") == ["application/json"]
    assert request.json == {
        "model": "acme/river-1",
        "prompt": "Fog",
        "duration": 6,
        "aspect_ratio": "5:4",
        "frame_images": [
            {"type": "image_url", "image_url": {"url": "u"}, "frame_type": "first_frame"},
            {"type": "image_url", "image_url": {"url": "v"}, "frame_type": "middle_frame"},
        ],
        "input_references": [{"type": "video_url", "video_url": {"url": "w"}, "weight": 0.5}],
        "provider": {
            "options": {"google-vertex": {"fps": None}, "my-box": {"steps": 4}},
            "only": ["modal"],
        },
        "trace": {"trace_id": "t", "campaign": "autumn"},
        "upscale_factor": 2.0,
    }


@pytest.mark.parametrize("status", [200, 201, 202])
def test_any_success_with_a_job_is_accepted(driver: Driver, stub: StubServer, status: int) -> None:
    stub.script(job_answer(status))
    assert driver.call(driver.client(), "generate", model="m", prompt="p").id == JOB_ID


def test_a_job_keeps_what_this_version_does_not_know(driver: Driver, stub: StubServer) -> None:
    stub.script(
        job_answer(status="upscaling", progress=0.4, usage={"is_byok": False, "gpu_seconds": 9})
    )
    job = driver.call(driver.client(), "get_generation", job_id=JOB_ID)
    assert job.status == "upscaling"
    assert isinstance(job.status, UnrecognizedStr)
    assert job.model_extra == {"progress": 0.4}
    assert job.usage.cost is None
    assert job.usage.model_extra == {"gpu_seconds": 9}
    assert job.urls is None


def test_an_optional_key_of_a_new_type_does_not_lose_the_job(
    driver: Driver, stub: StubServer
) -> None:
    stub.script(job_answer(status="failed", expires_at="2026-11-22T07:30:00Z", error="No luck"))
    job = driver.call(driver.client(), "get_generation", job_id=JOB_ID)
    assert (job.id, job.status, job.error, job.expires_at) == (JOB_ID, "failed", "No luck", None)


def test_an_error_that_became_an_object_is_still_told(driver: Driver, stub: StubServer) -> None:
    stub.script(job_answer(status="failed", error={"code": 400, "message": "No luck"}))
    assert driver.call(driver.client(), "get_generation", job_id=JOB_ID).error == "No luck"


@pytest.mark.parametrize(
    "odd",
    [
        {},
        {"polling_url": None, "status": None},
        {"polling_url": ["u"], "status": 7, "urls": "u", "usage": "free", "error": 3},
        {"urls": [3], "usage": {"cost": "much"}, "expires_at": "tomorrow", "generation_id": 9},
    ],
    ids=str,
)
@pytest.mark.parametrize("name", ["PAID", "a/b", 17])
def test_only_the_id_is_indispensable(
    driver: Driver, stub: StubServer, odd: dict[str, Any], name: Any
) -> None:
    stub.script(json_answer({"id": name, **odd}, 202), json_answer({"id": name, **odd}))
    client = driver.client()
    submitted = driver.call(client, "generate", model="m", prompt="p")
    polled = driver.call(client, "get_generation", job_id=submitted.id)
    for job in (submitted, polled):
        path = str(name).replace("/", "%2F")
        assert (job.id, job.status) == (str(name), "pending")
        assert job.polling_url == f"/api/v1/videos/{path}"
        assert (job.urls, job.usage, job.expires_at, job.generation_id) == (None,) * 4
        assert json.loads(job.http.body) == {"id": name, **odd}
    assert stub.received[1].path == f"/api/v1/videos/{path}"


def test_a_key_of_a_new_type_is_said_once_without_its_value(
    driver: Driver, stub: StubServer, caplog: pytest.LogCaptureFixture
) -> None:
    _parse._warn_of_type.cache_clear()
    odd = json_answer({"id": JOB_ID, "urls": "https://a/v.mp4?sig=5ec4e7", "status": "completed"})
    stub.script(odd, odd)
    client = driver.client()
    for _ in range(2):
        driver.call(client, "get_generation", job_id=JOB_ID)
    [line] = [r for r in caplog.records if r.name == "openrouter"]
    assert line.levelname == "WARNING"
    assert "'urls'" in line.getMessage()
    assert "5ec4e7" not in line.getMessage()


@pytest.mark.parametrize("body", [{"urls": ["https://a/v.mp4?sig=4f1d2c"]}, {"id": ""}, {"id": []}])
def test_a_success_without_an_id_may_be_a_job(
    driver: Driver, stub: StubServer, body: dict[str, Any]
) -> None:
    rest = {"polling_url": "/p", "status": "pending"}
    stub.script(json_answer(body, 202), json_answer({**rest, **body}, 202))
    for _ in range(2):
        with pytest.raises(errors.SubmitOutcomeUnknownError) as caught:
            driver.call(driver.client(), "generate", model="m", prompt="p")
        assert isinstance(caught.value, errors.ResponseValidationError)
        assert caught.value.job_id is None
        assert "sig=" not in str(caught.value)


def test_an_unreadable_success_names_what_it_is_of(driver: Driver, stub: StubServer) -> None:
    stub.script(json_answer({"id": "q-1", "cost": "much"}))
    with pytest.raises(errors.ResponseValidationError) as caught:
        driver.call(driver.client(), "quote", model="m", prompt="p")
    assert caught.value.job_id == "q-1"
    assert "model: Field required" in str(caught.value)
    assert caught.value.cause is not None


@pytest.mark.parametrize("body", [b"", b"null", b"[1]", b'{"id": "x"', b"<html>"])
def test_a_success_without_an_object_is_refused(
    driver: Driver, stub: StubServer, body: bytes
) -> None:
    stub.script(video_answer(body))
    with pytest.raises(errors.ResponseValidationError):
        driver.call(driver.client(), "get_generation", job_id="a")


def test_job_ids_are_one_path_segment(driver: Driver, stub: StubServer) -> None:
    ids = ["../models", "a/b", "a?x=1", "a#b", "ä %2e", "%2e%2e", "a;b=c"]
    stub.script(*[job_answer() for _ in ids])
    client = driver.client()
    for job_id in ids:
        driver.call(client, "get_generation", job_id=job_id)
    assert [r.path.removeprefix("/api/v1") for r in stub.received] == [
        "/videos/..%2Fmodels",
        "/videos/a%2Fb",
        "/videos/a%3Fx%3D1",
        "/videos/a%23b",
        "/videos/%C3%A4%20%252e",
        "/videos/%252e%252e",
        "/videos/a%3Bb%3Dc",
    ]


@pytest.mark.parametrize("operation", ["get_generation", "get_video_content"])
@pytest.mark.parametrize("job_id", ["", ".", ".."])
def test_ids_that_name_another_path_are_refused(
    driver: Driver, stub: StubServer, operation: str, job_id: str
) -> None:
    with pytest.raises(ValueError, match="job_id"):
        driver.call(driver.client(), operation, job_id=job_id)
    assert stub.received == []


@pytest.mark.parametrize(
    ("index", "query"), [(0, "?index=0"), (2, "?index=2"), (None, ""), (UNSET, "")]
)
def test_content_index(driver: Driver, stub: StubServer, index: Any, query: str) -> None:
    stub.script(video_answer())
    response = driver.call(driver.client(), "get_video_content", job_id="a", index=index)
    assert driver.read(response).endswith(b"ftypmp42")
    assert stub.received[0].path == f"/api/v1/videos/a/content{query}"
    assert stub.received[0].header("accept") == ["video/mp4"]


def test_the_catalog_needs_no_key_and_tolerates_missing_rows(
    driver: Driver, stub: StubServer
) -> None:
    older = {k: v for k, v in MODEL_ROW.items() if k not in {"creativity", "upscale_factor"}}
    stub.script(json_answer({"data": [MODEL_ROW, older], "next": None}))
    models = driver.call(driver.client(api_key=None), "list_videos_models")
    [request] = stub.received
    assert request.path == "/api/v1/videos/models"
    assert request.header("authorization") == []
    assert models.data[0].supported_resolutions == ["480p", "5K"]
    assert models.data[0].upscale_factor.min == 1.5
    assert models.data[1].creativity is None
    assert models.model_dump()["data"][0] == MODEL_ROW


@pytest.mark.parametrize(
    "arguments",
    [
        {"duration": 4.5},
        {"duration": "8s"},
        {"duration": True},
        {"seed": ""},
        {"upscale_factor": float("nan")},
        {"generate_audio": "maybe"},
        {"prompt": 5},
        {"frame_images": [{"image_url": {"url": "u"}, "frame_type": "first_frame"}]},
        {"input_references": [{"type": "text", "text": "t"}]},
        {"provider": {"options": {"modal": 3}}},
    ],
    ids=str,
)
def test_a_body_that_cannot_be_right_is_not_sent(
    driver: Driver, stub: StubServer, arguments: dict[str, Any]
) -> None:
    with pytest.raises(pydantic.ValidationError):
        driver.call(driver.client(), "generate", **{"model": "m", "prompt": "p"} | arguments)
    assert stub.received == []


def test_a_closed_client_says_so(driver: Driver, stub: StubServer) -> None:
    stub.script(job_answer())
    client = driver.client()
    driver.call(client, "get_generation", job_id="a")
    driver.close(client)
    with pytest.raises(errors.ClientClosedError, match="closed"):
        driver.call(client, "get_generation", job_id="a")
    assert len(stub.received) == 1


def test_leaving_the_context_closes(stub: StubServer) -> None:
    stub.script(job_answer())
    with OpenRouter(KEY, server_url=stub.url) as client:
        client.video_generation.get_generation(job_id="a")
    with pytest.raises(errors.ClientClosedError):
        client.video_generation.get_generation(job_id="a")


async def test_leaving_the_async_context_closes_both(stub: StubServer) -> None:
    stub.script(job_answer(), job_answer(), job_answer())
    async with OpenRouter(KEY, server_url=stub.url) as client:
        await client.video_generation.get_generation_async(job_id="a")
        client.video_generation.get_generation(job_id="a")  # both kinds on purpose
    with pytest.raises(errors.ClientClosedError):
        await client.video_generation.get_generation_async(job_id="a")
    opened = len(stub.connections)
    client.video_generation.get_generation(job_id="a")  # as in the official package
    assert len(stub.connections) == opened + 1
    await client.aclose()
    with pytest.raises(errors.ClientClosedError):
        client.video_generation.get_generation(job_id="a")


def test_a_given_client_is_used_and_stays_open(driver: Driver, stub: StubServer) -> None:
    stub.script(job_answer(), job_answer())
    given = driver.http_client(headers={"x-team": "blue", "authorization": "Bearer other"})
    client = driver.client(**given)
    driver.call(client, "get_generation", job_id="a")
    driver.close(client)
    [http_client] = given.values()
    assert not http_client.is_closed
    assert stub.received[0].header("x-team") == ["blue"]
    assert stub.received[0].header("authorization") == [f"Bearer {KEY}"]
    driver.close(http_client)


def test_a_thing_that_is_no_client_is_refused() -> None:
    with pytest.raises(TypeError, match="client must have"):
        OpenRouter(KEY, client=object())  # type: ignore[arg-type]  # on purpose


def test_a_dropped_client_closes_its_connections_without_the_collector(
    stub: StubServer,
) -> None:
    import gc

    stub.script(*[job_answer()] * 30)
    gc.disable()
    try:
        # An unclosed socket would be a ResourceWarning, and so an error.
        for _ in range(30):
            OpenRouter(KEY, server_url=stub.url).video_generation.get_generation(job_id="a")
    finally:
        gc.enable()


def test_threads_share_a_client(stub: StubServer) -> None:
    stub.script(*[job_answer()] * 40)
    with OpenRouter(KEY, server_url=stub.url) as client, ThreadPoolExecutor(8) as pool:
        ids = [f"job-{n}" for n in range(40)]
        poll = client.video_generation.get_generation
        list(pool.map(lambda job_id: poll(job_id=job_id, retries=None), ids))
    assert {r.path.rpartition("/")[2] for r in stub.received} == set(ids)


def test_tasks_share_a_client(stub: StubServer) -> None:
    async def poll_all() -> list[wire.VideoGenerationResponse]:
        async with OpenRouter(KEY, server_url=stub.url) as client:
            poll = client.video_generation.get_generation_async
            return await asyncio.gather(*[poll(job_id="a", retries=None) for _ in range(40)])

    stub.script(*[job_answer()] * 40)
    assert {job.id for job in asyncio.run(poll_all())} == {JOB_ID}


def test_a_client_outlives_an_event_loop(stub: StubServer) -> None:
    # Connections left open in a loop that ends are the caller's to close, so none is left here.
    closing = replace(job_answer(), headers={"connection": "close"})
    stub.script(closing, closing)
    client = OpenRouter(KEY, server_url=stub.url)
    for _ in range(2):
        asyncio.run(client.video_generation.get_generation_async(job_id="a", retries=None))
    assert len(stub.received) == 2


@pytest.mark.parametrize(
    ("example", "printed"),
    [
        ("generate", "id='gen-vid-"),
        ("get_generation", "id='gen-vid-"),
        ("get_video_content", "<Response [200 OK]>"),
        ("list_videos_models", "acme/river-1"),
    ],
)
def test_the_examples_run_unmodified(stub: StubServer, example: str, printed: str) -> None:
    stub.script(
        {
            "generate": job_answer(202),
            "get_generation": job_answer(),
            "get_video_content": video_answer(b"\0" * 100_000),
            "list_videos_models": json_answer({"data": [MODEL_ROW]}),
        }[example]
    )
    script = Path(__file__).parents[2] / "examples" / f"{example}.py"
    done = subprocess.run(
        [sys.executable, "-W", "error", str(script)],
        env={"OPENROUTER_API_KEY": KEY, "OPENROUTER_BASE_URL": stub.url + "/"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert printed in done.stdout
    [request] = stub.received
    assert request.header("x-openrouter-title") == ["<value>"]
    assert request.header("authorization") == [f"Bearer {KEY}"]


def test_an_error_inside_a_success_is_raised_as_that_error(
    driver: Driver, stub: StubServer
) -> None:
    stub.script(json_answer(json_body := {"error": {"code": 429, "message": "Slow down"}}))
    with pytest.raises(errors.TooManyRequestsResponseError, match="Slow down") as caught:
        driver.call(driver.client(), "generate", model="m", prompt="p")
    assert (caught.value.status_code, caught.value.raw_response.status_code) == (429, 200)
    assert caught.value.data.model_dump() == json_body


def test_a_poll_of_a_missing_job(driver: Driver, stub: StubServer) -> None:
    stub.script(error_answer(404, "Job a is unknown"))
    with pytest.raises(errors.NotFoundResponseError, match="Job a is unknown"):
        driver.call(driver.client(), "get_generation", job_id="a")


def test_no_field_of_a_request_is_left_out_of_a_plain_body() -> None:
    """What is in neither list would be dropped without an error."""
    listed = [*_endpoints._PLAIN, *_endpoints._COMPOUND]
    assert len(listed) == len(set(listed))
    fields = set(wire.VideoGenerationRequest.model_fields)
    assert set(listed) == fields | set(_endpoints._SHORTHANDS)
    # The others are options of the call, or are read by name.
    elsewhere = {*CallOptions._fields, "validate", "max_cost", "extra_body", "extra_query"}
    assert set(GenerateArguments.__annotations__) - {*elsewhere, "idempotency_key"} == set(listed)

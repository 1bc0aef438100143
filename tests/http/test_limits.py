"""What a request may hold and keep here: each limit is a sentence that names the field."""

from __future__ import annotations

import asyncio
import json

import httpx
import pytest

from rushes.catalog.limits import MAX_LENGTHS
from tests.http.conftest import REQUEST, client_of, error_of, submit
from tests.service import running_service

URL = "https://receiver.example/"


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    with running_service(tmp_path_factory.mktemp("limits")) as own, client_of(own) as client:
        yield client


@pytest.mark.parametrize(
    ("field", "longest"),
    [
        ("prompt", "x" * 20_000),
        ("callback_url", URL.ljust(4096, "x")),
        ("session_id", "x" * 256),
        ("user", "x" * 256),
        ("trace", {"trace_id": "x" * 16_000}),
        ("provider", {"options": {"google-vertex": {"negative_prompt": "x" * 200_000}}}),
        ("unknown", "x" * 16_384),
        ("unknown", ["x" * 1000] * 16),
    ],
)
def test_what_is_kept_of_a_request_has_a_limit_that_the_error_names(client, field, longest):
    assert client.post("/videos", json={**REQUEST, field: longest}).status_code == 202
    longer = json.loads(json.dumps(longest).replace("x" * 100, "x" * 140))
    for path in ("/videos", "/videos/quote"):
        error = error_of(client.post(path, json={**REQUEST, field: longer}), 400)
        assert error["message"].startswith(f"{field}: ")
        limit = MAX_LENGTHS.get(field, 16_384)
        assert f"is too long: {len_of(longer)} characters, at most {limit}" in error["message"]
        assert error["metadata"]["field"] == field
        assert len(error["message"]) < 300


def len_of(value):
    return len(value if isinstance(value, str) else json.dumps(value))


def test_the_url_of_a_picture_has_a_limit_and_a_data_url_has_not(client):
    frame = {"type": "image_url", "image_url": {"url": URL.ljust(8193, "x")}}
    body = {**REQUEST, "frame_images": [{**frame, "frame_type": "first_frame"}]}
    assert "at most 8192" in error_of(client.post("/videos", json=body), 400)["message"]


@pytest.mark.parametrize(
    "value", [b"[" + b"[]," * 500_000 + b"[]]", b'"' + b"x" * 2_000_000 + b'"', b"[" * 2_000_000]
)
def test_a_body_of_more_values_or_text_than_a_request_needs_is_a_413(client, value):
    body = b'{"model": "google/veo-3.1", "prompt": "x", "z": %b}' % value
    for path in ("/videos", "/videos/quote"):
        error = error_of(client.post(path, content=body), 413)
        assert error["metadata"] == {
            "error_type": "payload_too_large",
            "field": "body",
            "failed_routing_step": "Validate Video Parameters",
        }


@pytest.mark.parametrize(
    ("header", "value"),
    [("Idempotency-Key", "x" * 256), ("Idempotency-Key", ""), ("X-Session-Id", "x" * 257)],
)
def test_headers_that_are_kept_have_limits(client, header, value):
    response = client.post("/videos", json=REQUEST, headers={header: value})
    assert error_of(response, 400)["metadata"]["field"] == header


@pytest.mark.parametrize(
    "limits", [{"max_open_jobs": 4}, {"max_open_jobs": 9, "max_open_jobs_per_key": 2}]
)
def test_one_key_cannot_take_the_open_jobs_of_another(tmp_path, limits):
    with (
        running_service(tmp_path, api_keys=["alpha", "beta"], **limits) as own,
        client_of(own, "alpha") as alpha,
        client_of(own, "beta") as beta,
    ):
        own.provider.waits = True
        for client in (alpha, beta):
            submit(client)
            submit(client)
            third = client.post("/videos", json=REQUEST)
            assert "2 open jobs of this API key" in error_of(third, 429)["message"]
            assert int(third.headers["retry-after"]) > 0
        own.provider.waits = False


def test_many_at_once_do_not_slip_past_the_limit_of_a_key(tmp_path):
    with running_service(tmp_path, api_keys=["alpha", "beta"], max_open_jobs=6) as own:
        own.provider.waits = True

        async def submit_all():
            headers = {"Authorization": "Bearer alpha"}
            async with httpx.AsyncClient(base_url=own.api, headers=headers) as client:
                return await asyncio.gather(
                    *(client.post("/videos", json=REQUEST) for _ in range(20))
                )

        statuses = [response.status_code for response in asyncio.run(submit_all())]
        assert sorted(statuses) == [202] * 3 + [429] * 17
        own.provider.waits = False

"""Paths, methods and parameters: what each route is, and what it is not."""

from __future__ import annotations

import httpx
import pytest

from tests.fakes.providers import VIDEO
from tests.http.conftest import REQUEST, error_of, submit, wait

V = "/videos"


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("GET", f"{V}/quote", {"POST"}),
        ("HEAD", f"{V}/quote", {"POST"}),
        ("DELETE", f"{V}/quote", {"POST"}),
        ("DELETE", f"{V}/models", {"GET", "HEAD"}),
        ("POST", f"{V}/models", {"GET", "HEAD"}),
        ("DELETE", V, {"GET", "HEAD", "POST"}),
        ("PATCH", V, {"GET", "HEAD", "POST"}),
        ("PUT", f"{V}/gen-vid-1-x", {"DELETE", "GET", "HEAD"}),
        ("GET", f"{V}/gen-vid-1-x/cancel", {"POST"}),
        ("POST", f"{V}/gen-vid-1-x/content", {"GET", "HEAD"}),
        ("TRACE", "/generation", {"GET", "HEAD"}),
    ],
)
def test_another_method_is_a_405_that_names_those_of_the_path(client, method, path, allowed):
    response = client.request(method, path)
    assert response.status_code == 405
    assert set(response.headers["allow"].split(", ")) == allowed
    if method != "HEAD":
        error_of(response, 405)


@pytest.mark.parametrize(
    "path",
    [f"{V}/{{}}%2fcontent", f"{V}/{{}}%2Fcontent", f"{V}%2f{{}}", f"{V}/{{}}/content%2f"]
    + [f"{V}%2Fmodels", f"{V}/..%2fvideos", f"{V}/%2e%2e%2fhealth"],
)
def test_an_encoded_slash_separates_nothing(client, path):
    job_id = submit(client)
    wait(client, job_id)
    error_of(client.get(path.format(job_id)), 404)


def test_other_encoded_characters_are_the_characters(client):
    job_id = submit(client)
    response = client.get(f"{V}/{job_id.replace('-', '%2d')}")
    assert response.json()["id"] == job_id


def test_head_takes_no_part(client):
    job_id = submit(client)
    wait(client, job_id)
    head = client.head(f"{V}/{job_id}/content", headers={"Range": "bytes=0-9"})
    assert head.status_code == 200
    assert head.headers["content-length"] == str(len(VIDEO))
    assert "content-range" not in head.headers


def test_no_response_is_to_be_taken_for_another_type(client, service):
    for response in (
        client.get(V),
        client.post(V, json=REQUEST),
        client.get("/nope"),
        client.options(V),
        httpx.get(f"{service.url}/docs"),
        httpx.get(f"{service.url}/"),
    ):
        assert response.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    ("path", "field"),
    [
        (f"{V}/{{}}/content?redirect=abc", "redirect"),
        (f"{V}/{{}}/content?redirect=-1", "redirect"),
        (f"{V}/{{}}/content?redirect=2", "redirect"),
        (f"{V}/{{}}/content?redirect=", "redirect"),
        (f"{V}/{{}}/content?redirect=1.0", "redirect"),
        (f"{V}/{{}}/content?redirect=true", "redirect"),
        (f"{V}/{{}}/content?index=-1", "index"),
        (f"{V}/{{}}/content?index=1e0", "index"),
        (f"{V}/{{}}/content?index=٣", "index"),
        (f"{V}/{{}}/content?index=7", "index"),
        (f"{V}/{{}}/content?expires=abc", "expires"),
        (f"{V}?status=", "status"),
        (f"{V}?status=done", "status"),
        (f"{V}?status=completed,", "status"),
        (f"{V}?cursor=", "cursor"),
        (f"{V}?cursor=x", "cursor"),
        (f"{V}?model={'x' * 300}", "model"),
        (f"{V}?user=%00", "user"),
        ("/generation", "id"),
        ("/generation?id=", "id"),
    ],
)
def test_a_parameter_that_is_none_is_a_400_that_names_it(client, path, field):
    job_id = submit(client)
    wait(client, job_id)
    error = error_of(client.get(path.format(job_id)), 400)
    assert error["metadata"]["field"] == field
    assert error["message"].startswith(f"{field}: ")


@pytest.mark.parametrize("query", ["redirect=0", "redirect=1", "index=0", "other=1", "index=00"])
def test_a_parameter_that_is_one_is_taken(client, query):
    job_id = submit(client)
    wait(client, job_id)
    assert client.get(f"{V}/{job_id}/content?{query}").content == VIDEO


def test_the_document_shows_what_is_checked(service):
    document = httpx.get(f"{service.url}/openapi.json").json()

    def parameter(path, name):
        found = document["paths"][f"/api/v1{path}"]
        operation = found.get("get") or found["post"]
        return next(p for p in operation["parameters"] if p["name"] == name)

    assert parameter("/generation", "id")["required"]
    assert parameter("/generation", "id")["schema"]["minLength"] == 1
    assert "in_progress" in parameter("/videos", "status")["schema"]["pattern"]
    assert parameter("/videos/{job_id}/content", "redirect")["schema"]["maximum"] == 1
    fields = document["components"]["schemas"]["VideoGenerationRequest"]["properties"]
    assert fields["callback_url"]["maxLength"] == 4096
    assert fields["prompt"]["maxLength"] == 20_000
    for path, operations in document["paths"].items():
        for operation in operations.values():
            documented = set(operation["responses"])
            assert {"400", "408", "414", "431", "500", "503"} <= documented, path
            if "requestBody" in operation:
                assert {"413", "415"} <= documented, path

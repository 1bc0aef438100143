"""Content: whole, in part, unchanged, gone."""

from __future__ import annotations

import asyncio
import os

import httpx
import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from tests.fakes.providers import VIDEO
from tests.http.conftest import error_of, submit, wait

SIZE = len(VIDEO)


@pytest.fixture(scope="module")
def job_id(service):
    with httpx.Client(base_url=service.api, headers={"Authorization": "Bearer any"}) as client:
        return wait(client, submit(client))["id"]


@pytest.fixture
def content(client, job_id):
    def get(method="GET", query="", **headers):
        headers = {name.replace("_", "-"): value for name, value in headers.items()}
        return client.request(method, f"/videos/{job_id}/content{query}", headers=headers)

    return get


def test_the_whole_video(content, job_id):
    response = content()
    assert response.status_code == 200
    assert response.content == VIDEO
    assert response.headers["content-type"] == "video/mp4"
    assert response.headers["content-length"] == str(SIZE)
    assert response.headers["accept-ranges"] == "bytes"
    assert response.headers["etag"].startswith('"')
    assert response.headers["x-provider-name"] == "Stand-in"
    assert job_id in response.headers["content-disposition"]


def test_head_has_the_same_headers_and_no_body(content):
    whole, head = content(), content("HEAD")
    assert head.status_code == 200
    assert head.content == b""
    for name in ("content-length", "content-type", "etag", "accept-ranges"):
        assert head.headers[name] == whole.headers[name]


@pytest.mark.parametrize(
    ("text", "start", "stop"),
    [
        ("bytes=0-0", 0, 1),
        ("bytes=10-19", 10, 20),
        ("bytes=1000000-", 1_000_000, SIZE),
        ("bytes=-100", SIZE - 100, SIZE),
        (f"bytes=-{SIZE * 2}", 0, SIZE),
        (f"bytes=5-{SIZE * 2}", 5, SIZE),
    ],
)
def test_a_part(content, text, start, stop):
    response = content(Range=text)
    assert response.status_code == 206
    assert response.content == VIDEO[start:stop]
    assert response.headers["content-range"] == f"bytes {start}-{stop - 1}/{SIZE}"
    assert response.headers["content-length"] == str(stop - start)


@pytest.mark.parametrize("text", [f"bytes={SIZE}-", "bytes=-0", f"bytes={SIZE * 3}-{SIZE * 4}"])
def test_a_part_outside_is_a_416(content, text):
    response = content(Range=text)
    error_of(response, 416)
    assert response.headers["content-range"] == f"bytes */{SIZE}"


HUGE = "9" * 5000


@pytest.mark.parametrize("text", [f"bytes={HUGE}-", f"bytes=-{HUGE}", f"bytes=0-{HUGE}"])
def test_a_range_of_thousands_of_digits_is_none(content, text):
    assert content(Range=text).status_code == 200


@pytest.mark.parametrize(
    "date", ["1 Jan 99999999999999999999 00:00:00 GMT", "Mon, 01 Jan 2024 00:00:00 +99999999"]
)
def test_an_impossible_date_is_no_validator(content, date):
    assert content(Range="bytes=0-1", If_Range=date).status_code == 200


@pytest.mark.parametrize(
    "text", ["bytes=5-2", "bytes=-", "items=0-1", "bytes=0-1,5-6", "bytes=a-b", "nonsense"]
)
def test_a_range_that_is_none_means_the_whole(content, text):
    response = content(Range=text)
    assert response.status_code == 200
    assert response.content == VIDEO


def test_if_range(content):
    whole = content()
    etag, modified = whole.headers["etag"], whole.headers["last-modified"]
    assert content(Range="bytes=0-9", If_Range=etag).status_code == 206
    assert content(Range="bytes=0-9", If_Range=modified).status_code == 206
    for other in ('"other"', f"W/{etag}", "Mon, 01 Jan 2024 00:00:00 GMT", "nonsense"):
        response = content(Range="bytes=0-9", If_Range=other)
        assert (response.status_code, response.content) == (200, VIDEO), other


def test_what_the_client_has_is_not_sent_again(content):
    etag = content().headers["etag"]
    response = content(If_None_Match=etag)
    assert (response.status_code, response.content) == (304, b"")
    assert content(If_None_Match='"other"').status_code == 200


@pytest.mark.parametrize("query", ["?index=1", "?index=99999999999"])
def test_an_index_beyond_the_outputs_is_a_400_that_counts_them(content, query):
    assert "this job has 1" in error_of(content(query=query), 400)["message"]


@pytest.mark.parametrize("query", ["?index=-1", "?index=x", "?index=", "?index=1.5", "?index=²"])
def test_an_index_that_is_no_number_is_a_400(content, query):
    assert "index" in error_of(content(query=query), 400)["message"]


def test_index_zero_is_the_first(content):
    assert content(query="?index=0").content == VIDEO


def test_a_video_that_is_gone_is_a_410(client, service):
    job_id = wait(client, submit(client))["id"]
    asyncio.run(service.context.storage.delete(f"{job_id}-0.mp4"))
    error_of(client.get(f"/videos/{job_id}/content"), 410)


def test_a_video_that_was_cut_on_disk_is_a_500(client, service):
    job_id = wait(client, submit(client))["id"]
    os.truncate(service.context.storage.path(f"{job_id}-0.mp4"), SIZE - 1)
    message = error_of(client.get(f"/videos/{job_id}/content"), 500)["message"]
    assert f"damaged: {SIZE - 1} bytes are stored of {SIZE}" in message


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.integers(0, SIZE + 10), st.integers(0, SIZE + 10))
def test_every_range_gives_those_bytes(content, first, last):
    response = content(Range=f"bytes={first}-{last}")
    if last < first:
        assert response.status_code == 200
    elif first >= SIZE:
        assert response.status_code == 416
    else:
        assert response.status_code == 206
        assert response.content == VIDEO[first : last + 1]


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(st.characters(codec="ascii", exclude_categories=["Cc"]), max_size=40).map(str.strip))
def test_no_range_header_is_an_error_of_ours(content, text):
    assert content(Range=text).status_code in {200, 206, 400, 416}

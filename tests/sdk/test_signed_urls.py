"""Signed addresses: the last resort of a download, and never told the key."""

from __future__ import annotations

import io
import time
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from openrouter import components, errors
from tests.fakes.stub_server import JOB_ID, Answer, StubServer, error_answer, video_answer
from tests.sdk.driver import KEY, Driver

SEA = b"\0\0\0\x18ftypmp42" + bytes(range(256)) * 40


@pytest.fixture
def elsewhere() -> Iterator[StubServer]:
    service = StubServer()
    yield service
    service.close()


def job(elsewhere: StubServer, **changed: Any) -> components.VideoGenerationResponse:
    fields: dict[str, Any] = {
        "unsigned_urls": [f"{elsewhere.url}/unsigned.mp4"],
        "urls": [f"{elsewhere.url}/v.mp4?signature=a%2Fb", f"{elsewhere.url}/second.mp4"],
        "expires_at": int(time.time()) + 3600,
    }
    return components.VideoGenerationResponse(
        id=JOB_ID, polling_url=elsewhere.url, status="completed", **(fields | changed)
    )


def secrets_in(service: StubServer) -> list[str]:
    return [
        name
        for request in service.received
        for name, value in request.headers
        if name.lower() in {"authorization", "cookie", "x-team"} or KEY in value
    ]


@pytest.mark.parametrize("status", [401, 403, 404])
def test_a_refused_video_is_taken_from_its_signed_address(
    driver: Driver, stub: StubServer, elsewhere: StubServer, status: int
) -> None:
    stub.script(error_answer(status))
    elsewhere.script(video_answer(SEA))
    taken = io.BytesIO()
    driver.call(driver.client(), "download", job(elsewhere), taken, http_headers={"x-team": "blue"})
    assert taken.getvalue() == SEA
    assert [r.path for r in elsewhere.received] == ["/api/v1/v.mp4?signature=a%2Fb"]
    assert secrets_in(elsewhere) == []
    assert stub.received[0].header("authorization") == [f"Bearer {KEY}"]


def test_each_video_has_its_own(driver: Driver, stub: StubServer, elsewhere: StubServer) -> None:
    stub.script(error_answer(403))
    elsewhere.script(video_answer(SEA))
    driver.call(driver.client(), "download", job(elsewhere), io.BytesIO(), index=1)
    assert [r.path for r in elsewhere.received] == ["/api/v1/second.mp4"]


def test_the_service_comes_first(driver: Driver, stub: StubServer, elsewhere: StubServer) -> None:
    stub.script(video_answer(SEA))
    driver.call(driver.client(), "download", job(elsewhere), io.BytesIO())
    assert elsewhere.received == []


@pytest.mark.parametrize(
    "changed",
    [{"urls": None}, {"urls": []}, {"expires_at": 1}, {"urls": ["file:///etc/passwd"]}],
    ids=["none", "empty", "expired", "a file"],
)
def test_without_a_usable_one_the_refusal_is_raised(
    driver: Driver, stub: StubServer, elsewhere: StubServer, changed: dict[str, Any]
) -> None:
    stub.script(error_answer(403, "Not yours"))
    with pytest.raises(errors.ForbiddenResponseError, match="Not yours"):
        driver.call(driver.client(), "download", job(elsewhere, **changed), io.BytesIO())
    assert elsewhere.received == []


@pytest.mark.parametrize("status", [402, 409, 410, 416])
def test_other_refusals_are_final(
    driver: Driver, stub: StubServer, elsewhere: StubServer, status: int
) -> None:
    stub.script(error_answer(status))
    with pytest.raises(errors.OpenRouterError) as caught:
        driver.call(driver.client(), "download", job(elsewhere), io.BytesIO())
    assert caught.value.status_code == status
    assert elsewhere.received == []


def test_a_signed_address_that_is_refused_too_ends_it(
    driver: Driver, stub: StubServer, elsewhere: StubServer
) -> None:
    stub.script(error_answer(401))
    elsewhere.script(error_answer(403, "Signature expired"))
    with pytest.raises(errors.ForbiddenResponseError, match="Signature expired") as caught:
        driver.call(driver.client(), "download", job(elsewhere), io.BytesIO())
    assert caught.value.url == f"{elsewhere.url}/v.mp4"  # without the signature


def test_a_drop_is_resumed_there(driver: Driver, stub: StubServer, elsewhere: StubServer) -> None:
    stub.script(error_answer(404))
    elsewhere.script(
        video_answer(SEA[:5000], content_length=str(len(SEA)), etag='"v1"'),
        video_answer(
            SEA[5000:],
            206,
            content_range=f"bytes 5000-{len(SEA) - 1}/{len(SEA)}",
            etag='"v1"',
        ),
    )
    taken = io.BytesIO()
    driver.call(driver.client(), "download", job(elsewhere), taken)
    assert taken.getvalue() == SEA
    assert elsewhere.received[1].header("range") == ["bytes=5000-"]
    assert secrets_in(elsewhere) == []


def test_a_client_with_a_key_of_its_own_keeps_it_too(
    driver: Driver, stub: StubServer, elsewhere: StubServer
) -> None:
    secrets = {"Authorization": f"Bearer {KEY}", "Proxy-Authorization": "p", "X-Team": "blue"}
    given = driver.http_client(headers=secrets, cookies={"s": "1"}, auth=("me", "secret"))
    stub.script(error_answer(401))
    elsewhere.script(video_answer(SEA))
    driver.call(driver.client(**given), "download", job(elsewhere), io.BytesIO())
    assert secrets_in(elsewhere) == []
    for owner in given.values():
        driver.close(owner)


def test_an_unsigned_address_elsewhere_is_not_asked(
    driver: Driver, stub: StubServer, elsewhere: StubServer
) -> None:
    stub.script(Answer(302, b"", {"location": f"{elsewhere.url}/moved.mp4"}))
    elsewhere.script(error_answer(403), video_answer(SEA))
    driver.call(driver.client(), "download", job(elsewhere), io.BytesIO())
    assert [r.path for r in elsewhere.received] == [
        "/api/v1/moved.mp4",
        "/api/v1/v.mp4?signature=a%2Fb",
    ]
    assert secrets_in(elsewhere) == []
    assert isinstance(driver.client().sdk_configuration.base_url, str)
    assert httpx.URL(stub.url).port != httpx.URL(elsewhere.url).port

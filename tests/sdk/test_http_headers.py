"""`http_headers` come in any container; what is none is refused before anything is sent."""

from __future__ import annotations

import email.message
import types
from typing import Any

import httpx
import multidict
import pytest
import starlette.datastructures
import werkzeug.datastructures

from openrouter import components
from tests.fakes.stub_server import JOB_ID, StubServer, job_answer
from tests.sdk.driver import KEY, Driver


def message() -> email.message.Message:
    made = email.message.Message()
    made["X-Team"] = "blue"
    return made


CONTAINERS: dict[str, Any] = {
    "dict": lambda: {"X-Team": "blue"},
    "read only": lambda: types.MappingProxyType({"x-team": "blue"}),
    "bytes": lambda: {b"X-Team": b"blue"},
    "a list": lambda: {"X-Team": ["blue"]},
    "pairs": lambda: [("X-Team", "blue")],
    "a message": message,
    "httpx": lambda: httpx.Headers({"X-Team": "blue"}),
    "Flask": lambda: werkzeug.datastructures.Headers({"X-Team": "blue"}),
    "Starlette": lambda: starlette.datastructures.Headers({"X-Team": "blue"}),
    "aiohttp": lambda: multidict.CIMultiDict({"X-Team": "blue"}),
}


@pytest.mark.parametrize("name", CONTAINERS)
def test_they_are_sent_with_every_request_of_a_call(
    driver: Driver, stub: StubServer, name: str
) -> None:
    stub.script(job_answer(202), job_answer(status="in_progress"), job_answer(status="completed"))
    driver.call(
        driver.client(),
        "generate_and_wait",
        model="m",
        poll_interval=0.01,
        http_headers=CONTAINERS[name](),
    )
    assert [request.header("x-team") for request in stub.received] == [["blue"]] * 3
    assert {*stub.received[0].header("authorization")} == {f"Bearer {KEY}"}


@pytest.mark.parametrize(
    ("headers", "words"),
    [
        ("X-Team: blue", "must be a mapping or pairs"),
        (["X-Team"], "must be a mapping or pairs"),
        (3, "must be a mapping or pairs"),
        (iter([("X-Team", "blue")]), "read only once"),
        ({"X-Team": 3}, "'X-Team' must be text"),
        ({"X-Team": None}, "'X-Team' must be text"),
        ({3: "blue"}, "3 must be text"),
    ],
)
def test_what_is_none_is_said_before_anything_is_sent(
    driver: Driver, stub: StubServer, headers: Any, words: str
) -> None:
    client = driver.client()
    for operation, arguments in (("generate", {"model": "m"}), ("download", {"job_id": JOB_ID})):
        with pytest.raises(TypeError, match=words):
            driver.call(client, operation, **arguments, http_headers=headers)
    assert stub.received == []


@pytest.mark.parametrize("make", [types.MappingProxyType, httpx.QueryParams])
def test_trace_and_provider_are_any_mapping(driver: Driver, stub: StubServer, make: Any) -> None:
    stub.script(job_answer(202))
    frame = {
        "type": "image_url",
        "image_url": types.MappingProxyType({"url": "https://a.example/b.png"}),
        "frame_type": "first_frame",
    }
    driver.call(
        driver.client(),
        "generate",
        model="m",
        trace=make({"trace_id": "7"}),
        provider=types.MappingProxyType({"options": {"runway": {"watermark": False}}}),
        frame_images=(types.MappingProxyType(frame),),
    )
    sent = stub.received[0].json
    assert sent["trace"] == {"trace_id": "7"}
    assert sent["provider"] == {"options": {"runway": {"watermark": False}}}
    assert components.FrameImage.model_validate(sent["frame_images"][0]).type == "image_url"

"""The body of a submission: what the model of requests writes, whether one is made or not."""

from __future__ import annotations

import enum
import subprocess
import sys
from typing import Any

import pytest

from openrouter.components import VideoGenerationRequest
from openrouter.types import UnrecognizedStr
from tests.fakes.stub_server import StubServer, job_answer, json_answer
from tests.sdk.driver import Driver


class Length(enum.IntEnum):
    LONG = 8


FRAME = {"type": "image_url", "image_url": {"url": "u"}, "frame_type": "last_frame"}
REFERENCE = {"type": "video_url", "video_url": {"url": "u"}}
# One of each, in another order than they are written in.
WHOLE: dict[str, Any] = {
    "user": "u",
    "upscale_factor": 1.5,
    "trace": {"trace_id": "t", "more": 1},
    "size": "1280x720",
    "session_id": "s",
    "seed": 0,
    "resolution": "720p",
    "provider": {"options": {"modal": {"steps": 3}}},
    "prompt": "A calm sea",
    "previous_job_id": "p",
    "input_references": [REFERENCE],
    "generate_audio": False,
    "frame_images": [FRAME],
    "duration": 8,
    "creativity": 2,
    "callback_url": "https://example.net/?a=b&c",
    "aspect_ratio": "16:9",
    "model": "m",
}
UNUSUAL: list[dict[str, Any]] = [
    {"prompt": ""},
    {"prompt": '\u2028 \x00\x1f\x7f\n "quoted" \\ / é 海 <&>'},
    {"prompt": UnrecognizedStr("of a class of its own")},
    {"resolution": "5K"},
    {"duration": Length.LONG},
    {"duration": 8.0},
    {"seed": -(2**63) - 1},
    {"upscale_factor": 2},
    {"upscale_factor": 1e22},
]


def sent(driver: Driver, stub: StubServer, arguments: dict[str, Any]) -> bytes:
    stub.script(job_answer(202))
    driver.call(driver.client(), "generate", **arguments)
    return stub.received[0].body


@pytest.mark.parametrize("name", VideoGenerationRequest.model_fields)
def test_every_argument_goes_out(driver: Driver, stub: StubServer, name: str) -> None:
    arguments = {"model": "m", name: WHOLE[name]}
    request = VideoGenerationRequest.model_validate(arguments)
    assert request.model_dump(exclude_unset=True).keys() == arguments.keys()
    assert sent(driver, stub, arguments) == request.model_dump_json().encode()


@pytest.mark.parametrize(
    "left_out",
    [(), ("frame_images", "input_references", "provider", "trace", "upscale_factor")],
    ids=["whole", "plain"],
)
def test_arguments_go_out_in_one_order(
    driver: Driver, stub: StubServer, left_out: tuple[str, ...]
) -> None:
    arguments = {name: value for name, value in WHOLE.items() if name not in left_out}
    expected = VideoGenerationRequest.model_validate(arguments).model_dump_json().encode()
    assert sent(driver, stub, arguments) == expected


@pytest.mark.parametrize("unusual", UNUSUAL, ids=str)
def test_unusual_values_go_out_as_the_model_writes_them(
    driver: Driver, stub: StubServer, unusual: dict[str, Any]
) -> None:
    arguments = {"model": "m", **unusual}
    expected = VideoGenerationRequest.model_validate(arguments).model_dump_json().encode()
    assert sent(driver, stub, arguments) == expected


PLAIN = """
import sys
from openrouter import OpenRouter
with OpenRouter("k", server_url=sys.argv[1]) as client:
    client.video_generation.generate(model="m", prompt="A calm sea", duration=8)
unneeded = ("request", "media", "provider", "errors", "pricing")
print([name for name in unneeded if f"rushes.wire.{name}" in sys.modules])
from rushes.wire import VideoGenerationRequest
print("rushes.wire.request" in sys.modules)
"""


def test_plain_words_and_numbers_need_no_model_of_requests(stub: StubServer) -> None:
    stub.script(job_answer(202))
    done = subprocess.run(
        [sys.executable, "-c", PLAIN, stub.url], check=True, capture_output=True, text=True
    )
    assert done.stdout == "[]\nTrue\n"


EXTRA = {"prompt": "Rain", "camera": {"motion": "dolly"}, "seed": None, "duration": 6}


@pytest.mark.parametrize(
    ("operation", "own"),
    [
        ("generate", {}),
        ("generate", {"trace": {"trace_id": "t"}}),
        ("generate", {"frame_images": [FRAME]}),
        ("generate_and_wait", {}),
        ("quote", {}),
    ],
)
def test_more_goes_out_than_has_a_name(
    driver: Driver, stub: StubServer, operation: str, own: dict[str, Any]
) -> None:
    quoted = json_answer({"model": "m"}) if operation == "quote" else job_answer(202)
    stub.script(quoted, job_answer(status="completed"))
    arguments = {"model": "m", "prompt": "Fog", "duration": 4, "generate_audio": False, **own}
    query = {"workspace": "a b&c", "tag": ["x", "y"], "dry": True, "page": 2, "none": None}
    driver.call(driver.client(), operation, **arguments, extra_body=EXTRA, extra_query=query)
    request = stub.received[0]
    assert request.json == {**arguments, **EXTRA}
    place, _, written = request.path.partition("?")
    assert place.endswith("/quote" if operation == "quote" else "/videos")
    assert written == "workspace=a+b%26c&tag=x&tag=y&dry=true&page=2"
    assert all("?" not in later.path for later in stub.received[1:])


@pytest.mark.parametrize("nothing", [None, {}])
def test_nothing_more_changes_nothing(
    driver: Driver, stub: StubServer, nothing: dict[str, Any] | None
) -> None:
    arguments = {"model": "m", "extra_body": nothing, "extra_query": nothing}
    assert sent(driver, stub, arguments) == b'{"model":"m"}'
    assert stub.received[0].path == "/api/v1/videos"


@pytest.mark.parametrize(
    "wrong",
    [
        {"extra_body": {"model": "dearer"}},
        {"extra_body": {"when": object()}},
        {"extra_body": [("a", 1)]},
        {"extra_body": {1: 2}},
        {"extra_query": "a=b"},
    ],
    ids=lambda wrong: next(iter(wrong)),
)
def test_extras_that_cannot_be_sent(
    driver: Driver, stub: StubServer, wrong: dict[str, Any]
) -> None:
    with pytest.raises((ValueError, TypeError)):
        driver.call(driver.client(), "generate", model="m", **wrong)
    assert stub.received == []

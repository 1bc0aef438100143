"""What was tried on the original and has no other place here."""

from __future__ import annotations

import asyncio
import gc
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import httpx
import pydantic
import pytest

from openrouter import OpenRouter
from rushes.sdk import _retry
from tests.fakes.stub_server import JOB_ID, StubServer, job_answer, video_answer
from tests.sdk.driver import KEY, Driver

PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)


class Lines:
    """A debug logger that keeps its lines."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def debug(self, msg: str, *args: Any, **kwargs: Any) -> None:
        self.lines.append(msg % args)


@pytest.mark.parametrize("operation", ["generate", "get_generation", "list_videos_models"])
@pytest.mark.parametrize("trouble", ["refused", "no such name"])
def test_a_dead_host_is_given_up_after_four_tries(
    driver: Driver, monkeypatch: pytest.MonkeyPatch, operation: str, trouble: str
) -> None:
    def fail(*_: Any, **__: Any) -> Any:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    monkeypatch.setattr(_retry.random, "uniform", lambda least, most: least)
    if trouble != "refused":
        monkeypatch.setattr(socket, "getaddrinfo", fail)
    arguments = {"generate": {"model": "m"}, "get_generation": {"job_id": "a"}}.get(operation, {})
    log = Lines()
    client = driver.client(server_url=f"http://127.0.0.1:{port}", debug_logger=log)
    if trouble != "refused":
        client = driver.client(server_url="http://openruoter.example", debug_logger=log)
    with pytest.raises(httpx.ConnectError):
        driver.call(client, operation, **arguments)
    assert [line.rpartition("(")[2] for line in log.lines] == [
        f"attempt {number})" for number in range(1, 5)
    ]


@pytest.mark.filterwarnings("ignore:coroutine .* was never awaited")
def test_a_key_function_to_be_awaited_is_refused(driver: Driver, stub: StubServer) -> None:
    async def key() -> str:
        return KEY

    with pytest.raises(TypeError, match="api_key"):
        driver.call(driver.client(api_key=key), "get_generation", job_id="a")
    gc.collect()
    assert stub.received == []


TWO_LOOPS = """
import asyncio, sys
from openrouter import OpenRouter

client = OpenRouter("k", server_url=sys.argv[1])
for _ in range(2):
    asyncio.run(client.video_generation.get_generation_async(job_id="a", retries=None))
"""


def test_a_connection_that_is_left_in_a_loop_does_not_trouble_the_next(
    stub: StubServer,
) -> None:
    stub.script(job_answer(), job_answer())
    done = subprocess.run(
        [sys.executable, "-c", TWO_LOOPS, stub.url], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert len(stub.connections) == 2


def test_a_poll_half_a_minute_later_finds_the_connection_open(
    driver: Driver, stub: StubServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    stub.script(*[job_answer()] * 4)
    client, clock, late = driver.client(), time.monotonic, 0.0
    monkeypatch.setattr(time, "monotonic", lambda: clock() + late)
    for _ in range(4):
        driver.call(client, "get_generation", job_id="a")
        late += 29.0
    assert len(stub.connections) == 1


def test_a_video_that_outlives_its_client_is_a_broken_connection(
    driver: Driver, stub: StubServer
) -> None:
    stub.script(video_answer(bytes(10_000_000)))
    client = driver.client()
    response = driver.call(client, "get_video_content", job_id=JOB_ID)
    driver.close(client)
    with pytest.raises(httpx.ReadError):
        driver.read(response)


def test_a_client_that_is_not_used_costs_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any, **__: Any) -> Any:
        raise AssertionError

    for kind in (httpx.Client, httpx.AsyncClient):
        monkeypatch.setattr(kind, "__init__", refuse)
    for _ in range(3):
        with OpenRouter(KEY) as client:
            assert client.video_generation is not None
    asyncio.run(client.__aexit__(None, None, None))


FRAME = {"type": "image_url", "image_url": {"url": "https://a.example/b"}}
WRONG_FRAMES: list[Any] = [
    {**FRAME, "frame_type": "first_frame"},
    [{"image_url": {"url": "https://a.example/b"}, "frame_type": "first_frame"}],
    [{**FRAME, "image_url": "https://a.example/b", "frame_type": "first_frame"}],
    ["https://a.example/b"],
    "https://a.example/b",
    [PNG],
    [Path("cat.png")],
]


@pytest.mark.parametrize("frames", WRONG_FRAMES, ids=range(len(WRONG_FRAMES)))
def test_a_frame_of_the_wrong_shape_is_named_by_its_argument(
    driver: Driver, stub: StubServer, frames: Any
) -> None:
    with pytest.raises(pydantic.ValidationError) as caught:
        driver.call(driver.client(), "generate", model="m", frame_images=frames)
    assert {detail["loc"][0] for detail in caught.value.errors()} == {"frame_images"}
    assert stub.received == []


@pytest.mark.parametrize("source", ["https://a.example/b", PNG, "cat.png", Path("cat.png")])
def test_what_is_no_frame_is_one_by_its_own_argument(
    driver: Driver,
    stub: StubServer,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    source: Any,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "cat.png").write_bytes(PNG)
    stub.script(job_answer(202))
    driver.call(driver.client(), "generate", model="m", first_frame=source)
    [frame] = stub.received[0].json["frame_images"]
    assert frame.keys() == {"type", "image_url", "frame_type"}
    assert frame["image_url"]["url"].startswith(("https://a.example/b", "data:image/png;base64,"))


@pytest.mark.parametrize(
    "name", ["max_retries", "base_url", "timeout", "default_headers", "http_client"]
)
def test_a_name_of_another_sdk_is_refused_by_name(name: str) -> None:
    with pytest.raises(TypeError, match=name):
        OpenRouter(KEY, **{name: 3})  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=name):
        OpenRouter(KEY).with_options(**{name: 3})  # type: ignore[arg-type]

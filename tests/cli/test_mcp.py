"""`rushes mcp`, as the protocol's own client uses it: over stdio and over HTTP."""

from __future__ import annotations

import base64
import contextlib
import io
import json
import os
import signal
import sys

import anyio
import av
import httpx
import pytest
from PIL import Image

from tests.cli.test_commands import LONGEST, command
from tests.fakes.providers import VIDEO
from tests.service import running_service

mcp = pytest.importorskip("mcp")
pytestmark = pytest.mark.timeout(LONGEST)
VEO = {"model": "google/veo-3.1", "duration": 4, "generate_audio": False}  # $0.80


@pytest.fixture
def service(tmp_path):
    with running_service(tmp_path / "data") as running:
        yield running


@contextlib.asynccontextmanager
async def agent(*arguments):
    server = mcp.StdioServerParameters(
        command=sys.executable,
        args=["-m", "rushes", "mcp", *map(str, arguments)],
        env=dict(os.environ),
    )
    async with mcp.Client(server) as client:
        yield client


async def called(client, tool, /, **arguments):
    result = await client.call_tool(tool, arguments)
    assert not result.is_error, result.content
    return result.structured_content or json.loads(result.content[0].text)


async def refusal(client, tool, /, **arguments):
    result = await client.call_tool(tool, arguments)
    assert result.is_error
    return result.content[0].text


async def test_an_agent_chooses_a_model_makes_a_video_and_reads_it(service, tmp_path):
    (tmp_path / "out").mkdir()
    options = ("--server", service.url, "--max-cost", 1, "--folder", tmp_path / "out")
    async with agent(*options) as client:
        tools = {tool.name for tool in (await client.list_tools()).tools}
        assert tools == {
            *("list_video_models", "quote_video", "generate_video", "get_video", "cancel_video")
        }
        found = await called(client, "list_video_models", search="GOOGLE", duration=4)
        assert "google/veo-3.1" in {model["id"] for model in found["models"]}
        assert (await called(client, "quote_video", prompt="Hills", **VEO))["cost"] == 0.8
        seen = []

        async def progress(done, total, message):
            seen.append((done, total, message))

        result = await client.call_tool(
            "generate_video", {"prompt": "Hills", **VEO}, progress_callback=progress
        )
        made = result.structured_content
        assert made["status"] == "completed"
        assert seen[0] == (0.0, 1.0, f"accepted as {made['id']}")
        assert await anyio.Path(made["path"]).read_bytes() == VIDEO
        [content] = (await client.read_resource(made["resource"])).contents
        assert base64.b64decode(content.blob) == VIDEO
        assert (await called(client, "get_video", id=made["id"]))["url"] == made["url"]


async def test_nothing_is_made_for_more_than_is_allowed(service):
    async with agent("--server", service.url) as client:
        text = await refusal(client, "generate_video", prompt="Hills", **VEO)
        assert "may cost $0.80, over the limit of this server, --max-cost of $0.00" in text
    async with agent("--server", service.url, "--max-cost", 5) as client:
        text = await refusal(client, "generate_video", prompt="Hills", max_cost=0.5, **VEO)
        assert "may cost $0.80, over max_cost of $0.50; nothing was made" in text
        wrong = VEO | {"duration": 7}
        assert "allowed: 4, 6, 8" in await refusal(client, "quote_video", prompt="x", **wrong)
        assert "unknown" in await refusal(client, "get_video", id="gen-vid-1-x")
        assert "unknown" in str(await client.call_tool("cancel_video", {"id": "gen-vid-1-x"}))
    assert service.provider.requests == []


async def test_a_call_that_is_repeated_or_cancelled_makes_one_video(service):
    service.provider.waits = True
    async with agent("--server", service.url, "--max-cost", 5) as client:
        request = {"prompt": "Hills", "idempotency_key": "k", "wait": False, **VEO}
        first = await called(client, "generate_video", **request)
        assert (await called(client, "generate_video", **request))["id"] == first["id"]
        with anyio.move_on_after(1):
            await client.call_tool("generate_video", request | {"wait": True})
        assert (await called(client, "get_video", id=first["id"]))["status"] != "cancelled"
        ended = await called(client, "cancel_video", id=first["id"])
        assert ended["status"] in {"cancelled", "in_progress"}
    assert len(service.provider.requests) == 1


async def test_only_images_of_the_folder_are_read(service, tmp_path):
    folder = tmp_path / "images"
    folder.mkdir()
    Image.new("RGB", (64, 36), "red").save(folder / "red.png")
    Image.new("RGB", (64, 36), "red").save(tmp_path / "outside.png")
    (folder / "link.png").symlink_to(tmp_path / "outside.png")
    (folder / "notes.txt").write_text("private")
    async with agent("--server", service.url, "--max-cost", 5, "--folder", folder) as client:
        request = {"prompt": "Hills", **VEO}
        for name in ("../outside.png", str(tmp_path / "outside.png"), "link.png", "none.png"):
            text = await refusal(client, "generate_video", first_frame=name, **request)
            assert "is no file of the server's folder" in text
        text = await refusal(client, "generate_video", first_frame="notes.txt", **request)
        assert "is not a recognized image" in text
        assert service.provider.requests == []
        await called(client, "generate_video", first_frame="red.png", **request)
    async with agent("--server", service.url) as client:
        text = await refusal(client, "generate_video", prompt="x", first_frame="red.png")
        assert "--folder" in text


async def test_over_http_the_embedded_engine_makes_a_video_that_plays(tmp_path):
    with command("mcp", "--http", 0, "--data-dir", tmp_path) as process:
        url = process.stderr.readline().split()[-1]
        async with mcp.Client(url) as client:
            made = await called(
                client,
                "generate_video",
                prompt="Gold, abstract",
                duration=1,
                resolution="360p",
            )
            [content] = (await client.read_resource(made["resource"])).contents
        with av.open(io.BytesIO(base64.b64decode(content.blob))) as container:
            assert container.streams.video[0].frames == 24
        foreign = {"Host": "evil.example", "Accept": "application/json, text/event-stream"}
        async with httpx.AsyncClient(trust_env=False) as other:
            answer = await other.post(url, json={}, headers=foreign)
        assert answer.status_code in {403, 421}
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=60)

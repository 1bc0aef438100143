"""`rushes mcp`, as the protocol's own client uses it."""

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
import mcp
import pytest
from click.testing import CliRunner
from mcp.client.streamable_http import streamable_http_client
from mcp.shared.exceptions import MCPError
from PIL import Image

from rushes.catalog.model import load_catalog
from rushes.cli.main import cli
from rushes.cli.mcp_media import MAX_VIDEO
from rushes.cli.mcp_server import server_of
from rushes.cli.mcp_service import AgentService
from rushes.cli.mcp_tools import VideoTools
from rushes.cli.mcp_transports import http_app
from rushes.providers.base import RefusedError
from rushes.settings import Settings
from tests.cli.test_commands import LONGEST, command
from tests.docs.pages import ROOT, blocks_of
from tests.docs.test_code_blocks import check_options
from tests.fakes.stub_server import (
    HANG_UP,
    JOB_ID,
    StubServer,
    error_answer,
    job_answer,
    json_answer,
)
from tests.mp4 import minimal_mp4
from tests.service import running_service, serving

pytestmark = pytest.mark.timeout(LONGEST)

VIDEO = minimal_mp4(bytes(range(256)) * 1024)  # clients take a mebibyte in an event
VEO = {"model": "google/veo-3.1", "prompt": "Hills", "duration": 4}
SILENT = {**VEO, "generate_audio": False}  # $0.80; with sound $1.60
SMALL = {"prompt": "A bee over the sea", "duration": 1, "resolution": "360p"}
TOOLS = ("list_video_models", "quote_video", "generate_video", "get_video", "cancel_video")


@pytest.fixture(scope="module")
def running(tmp_path_factory):
    with running_service(tmp_path_factory.mktemp("data")) as running:
        yield running


@pytest.fixture
def service(running):
    provider = running.provider
    provider.waits, provider.failure, provider.video, provider.fraction = False, None, VIDEO, 0.0
    provider.requests.clear()
    return running


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("folder")


@pytest.fixture(scope="module")
def url(running, folder):
    """Serve agents over HTTP, each video for a dollar at most."""
    options = ("--server", running.url, "--max-cost", 1, "--folder", folder)
    with command("mcp", "--http", 0, *options) as process:
        yield process.stderr.readline().split()[-1]
        process.send_signal(signal.SIGTERM)
        out, err = process.communicate(timeout=60)
        assert (process.returncode, out, err) == (130, "", "Interrupted.\n")


@contextlib.asynccontextmanager
async def agent(server, settings=None, /, **options):
    """Connect a client to tools of this process, of a service's URL or a data folder."""
    with AgentService(server, settings or Settings()).opened() as opened:
        async with mcp.Client(server_of(VideoTools(opened, **options))) as client:
            yield client


async def called(client, tool, /, **arguments):
    result = await client.call_tool(tool, arguments)
    assert not result.is_error, result.content
    assert json.loads(result.content[0].text) == result.structured_content
    return result.structured_content


async def refusal(client, tool, /, **arguments):
    result = await client.call_tool(tool, arguments)
    assert result.is_error, result.content
    return result.content[0].text


@pytest.mark.parametrize("mode", ["legacy", "auto"])
async def test_an_agent_chooses_a_model_makes_a_video_and_reads_it(service, url, folder, mode):
    seen = []

    async def progress(done, total, message):
        seen.append((done, total, message))

    async with mcp.Client(url, mode=mode) as client:
        assert tuple(tool.name for tool in (await client.list_tools()).tools) == TOOLS
        found = await called(client, "list_video_models", search="VEO-3.1", duration=4)
        assert "google/veo-3.1" in {model["id"] for model in found["models"]}
        quote = await called(client, "quote_video", **SILENT)
        assert (quote["cost"], quote["limit"], quote["is_allowed"]) == (0.8, 1.0, True)
        assert not (await called(client, "quote_video", **VEO))["is_allowed"]
        result = await client.call_tool("generate_video", SILENT, progress_callback=progress)
        made = result.structured_content
        assert (made["status"], made["cost"], made["prompt"]) == ("completed", 0.8, "Hills")
        assert seen[0] == (0.0, 1.0, f"{made['id']}: accepted")
        assert [done for done, _, _ in seen] == sorted({done for done, _, _ in seen})
        assert made["path"] == str(folder / f"{made['id']}.mp4")
        assert await anyio.Path(made["path"]).read_bytes() == VIDEO
        assert result.content[-1].uri == made["resource"] == f"rushes://videos/{made['id']}"
        [content] = (await client.read_resource(made["resource"])).contents
        assert (content.mime_type, base64.b64decode(content.blob)) == ("video/mp4", VIDEO)
        listed = (await client.list_resources()).resources
        assert (listed[0].uri, listed[0].title) == (made["resource"], "Hills")
        again = await called(client, "get_video", id=made["id"])
        assert again["path"] == made["path"]
        async with httpx.AsyncClient(trust_env=False) as browser:
            assert (await browser.get(again["url"])).content == VIDEO


async def test_the_session_of_the_sdk_works_over_http(service, url):
    async with (
        streamable_http_client(url) as (received, sent),
        mcp.ClientSession(received, sent) as session,
    ):
        started = await session.initialize()
        assert "at most $1.00" in started.instructions
        templates = (await session.list_resource_templates()).resource_templates
        assert [t.uri_template.rpartition("/")[2] for t in templates] == ["{id}", "poster"]


async def test_schemas_are_strict_and_lists_are_short(service):
    async with agent(service.url) as client:
        tools = (await client.list_tools()).tools
        for tool in tools:
            assert tool.input_schema["additionalProperties"] is False
            described = [p.get("description") for p in tool.input_schema["properties"].values()]
            assert all(described), tool.name
            assert tool.output_schema["properties"]
        read_only = {tool.name for tool in tools if tool.annotations.read_only_hint}
        assert read_only == {"list_video_models", "quote_video", "get_video"}
        assert sum(len(tool.model_dump_json(exclude_none=True)) for tool in tools) < 12_000
        found = await called(client, "list_video_models")
        assert (len(found["models"]), found["found"]) == (20, len(load_catalog().models))
        assert len(json.dumps(found)) < 8_000
        assert "prices" not in found["models"][0]
        [one] = (await called(client, "list_video_models", search="veo-3.1-fast"))["models"]
        assert one["cheapest"] == 0.32
        assert one["prices"]["duration_seconds_with_audio"]
        assert one["description"]


async def test_nothing_is_made_for_more_than_is_allowed(service):
    async with agent(service.url) as client:
        text = await refusal(client, "generate_video", **SILENT)
        assert text.startswith("The video may cost $0.80, over this server's limit of $0.00.")
        assert "higher --max-cost" in text
        text = await refusal(client, "generate_video", max_cost=9, **SILENT)
        assert "over this server's limit of $0.00" in text
    async with agent(service.url, max_cost=5) as client:
        text = await refusal(client, "generate_video", max_cost=0.5, **SILENT)
        assert text == "The video may cost $0.80, over max_cost of $0.50. Nothing was made."
    assert service.provider.requests == []


@pytest.mark.parametrize(
    ("tool", "arguments", "text"),
    [
        ("quote_video", VEO | {"duration": 7}, "duration: 7 seconds is not available on google/"),
        ("quote_video", VEO | {"duration": 7}, "allowed: 4, 6, 8"),
        ("quote_video", {"prompt": "x", "model": "google/veo-9"}, "Did you mean google/veo-3.1"),
        ("generate_video", {"prompt": "x", "duratoin": 4}, "duratoin: is not a parameter of this"),
        ("generate_video", {"prompt": "x", "duratoin": 4}, "allowed: prompt, model, duration,"),
        ("generate_video", {"duration": "soon"}, "duration: must be a whole number"),
        ("generate_video", {"max_cost": -1}, "max_cost: must be greater than or equal to 0"),
        ("generate_video", {"max_cost": "nan"}, "max_cost: must be a finite number"),
        ("generate_video", {}, "prompt"),
        ("generate_video", {"prompt": "x", "first_frame": "data:x"}, "'data:x' is not a base64"),
        ("get_video", {}, "id: is required"),
        ("get_video", {"id": "gen-vid-1-x"}, "gen-vid-1-x is unknown"),
        ("get_video", {"id": "gen-vid-1-x", "wait_seconds": 9}, "gen-vid-1-x is unknown"),
        ("get_video", {"id": ".."}, "job_id must be the id of a job, not '..'"),
        ("get_video", {"id": "x", "wait_seconds": 1e9}, "wait_seconds: must be less than"),
        ("cancel_video", {"id": "gen-vid-1-x"}, "gen-vid-1-x is unknown"),
        ("list_video_models", {"limit": 0}, "limit: must be greater than or equal to 1"),
    ],
)
async def test_what_is_wrong_is_one_sentence(service, tool, arguments, text):
    async with agent(service.url, max_cost=5) as client:
        said = await refusal(client, tool, **arguments)
    assert text in said
    assert "\n" not in said
    assert service.provider.requests == []


@pytest.mark.parametrize(
    ("uri", "text"),
    [
        ("rushes://videos/gen-vid-1-x", "gen-vid-1-x is unknown"),
        ("rushes://videos/gen-vid-1-x/poster", "gen-vid-1-x is unknown"),
        ("rushes://videos/..", "must be the id of a job"),
        ("rushes://keys", "is not a resource; allowed: rushes://videos/ID"),
        ("file:///etc/passwd", "is not a resource; allowed: rushes://videos/ID"),
    ],
)
async def test_what_is_no_resource_is_said(service, uri, text):
    async with agent(service.url) as client:
        with pytest.raises(MCPError, match=text):
            await client.read_resource(uri)


async def test_a_video_that_is_too_large_for_a_message_is_not_read(service):
    service.provider.video = minimal_mp4(bytes(MAX_VIDEO))
    async with agent(service.url, max_cost=1) as client:
        made = await called(client, "generate_video", **SILENT)
        with pytest.raises(MCPError, match="larger than the 16 MiB of a resource; use the url"):
            await client.read_resource(made["resource"])


async def test_a_call_that_is_repeated_or_cancelled_makes_one_video(service, url):
    service.provider.waits = True
    request = {**SILENT, "idempotency_key": "k"}
    accepted = anyio.Event()

    async def progress(done, _, message):
        if done:  # it waits
            accepted.set()

    async with mcp.Client(url) as client, anyio.create_task_group() as tasks:
        first = await called(client, "generate_video", wait_seconds=0, **request)
        assert first["status"] in {"pending", "in_progress"}
        tasks.start_soon(lambda: client.call_tool("generate_video", request, None, progress))
        await accepted.wait()
        tasks.cancel_scope.cancel()
    async with mcp.Client(url) as client:
        same = await called(client, "generate_video", wait_seconds=1, **request)
        assert (same["id"], same["status"]) == (first["id"], "in_progress")
        ended = await called(client, "cancel_video", id=first["id"])
        assert ended["status"] in {"cancelled", "in_progress"}
        ended = await called(client, "get_video", id=first["id"], wait_seconds=60)
        assert ended["status"] == "cancelled"
    assert len(service.provider.requests) == 1


async def test_a_video_that_failed_is_an_error_of_the_call_that_asked_for_it(service):
    service.provider.failure = RefusedError("The prompt is not allowed")
    async with agent(service.url, max_cost=1) as client:
        result = await client.call_tool("generate_video", SILENT)
        assert result.is_error
        failed = result.structured_content
        assert failed["status"] == "failed"
        assert "The prompt is not allowed" in failed["error"]
        assert (await called(client, "get_video", id=failed["id"]))["error"] == failed["error"]


async def test_only_images_of_the_folder_are_read(service, tmp_path):
    images = tmp_path / "images"
    images.mkdir()
    Image.new("RGB", (64, 36), "red").save(images / "red.png")
    Image.new("RGB", (64, 36), "red").save(tmp_path / "outside.png")
    (images / "link.png").symlink_to(tmp_path / "outside.png")
    (images / "notes.txt").write_text("private")
    outside = str(tmp_path / "outside.png")
    async with agent(service.url, max_cost=5, folder=images) as client:
        for name in ("../outside.png", outside, "link.png", "none.png", "x\0y"):
            text = await refusal(client, "generate_video", first_frame=name, **SILENT)
            assert text.startswith("first_frame: ")
            assert f"is not a file in {images}" in text
        text = await refusal(client, "generate_video", references=["notes.txt"], **SILENT)
        assert "notes.txt" in text
        assert service.provider.requests == []
        await called(client, "generate_video", first_frame="red.png", **SILENT)
    [sent] = service.provider.requests
    assert json.loads(sent.body)["frame_images"][0]["image_url"]["url"].startswith("data:image/png")
    async with agent(service.url) as client:
        text = await refusal(client, "generate_video", last_frame="red.png", **SILENT)
        assert text.startswith("last_frame: files can only be used if `rushes mcp` was started")


async def test_a_folder_that_cannot_be_written_loses_no_video(service, tmp_path):
    async with agent(service.url, max_cost=1, folder=tmp_path / "gone") as client:
        made = await called(client, "generate_video", **SILENT)
    assert made["status"] == "completed"
    assert "could not be saved in the server's folder" in made["note"]
    assert "path" not in made


async def test_a_service_that_is_gone_is_named(tmp_path):
    with StubServer() as server:
        gone = server.url
    async with agent(gone) as client:
        text = await refusal(client, "generate_video", prompt="x")
        assert f"The service at {gone.removesuffix('/api/v1')} could not be reached" in text
        with pytest.raises(MCPError, match="could not be reached"):
            await client.list_resources()


async def test_a_service_without_quotes_and_lists_is_used(tmp_path):
    rows = [m.wire.model_dump(mode="json") for m in load_catalog().models]
    routes = [
        ("GET", "/api/v1/videos/models", json_answer({"data": rows})),
        ("POST", "/api/v1/videos", job_answer(202, status="pending")),
        ("GET", f"/api/v1/videos/{JOB_ID}", error_answer(403, "no")),
        ("GET", "/api/v1/videos", error_answer(404)),
        ("POST", "/api/v1/videos/quote", error_answer(404)),
    ]
    with StubServer(*routes) as server:
        async with agent(server.url, max_cost=1) as client:
            small = SILENT | {"resolution": "720p"}
            quote = await called(client, "quote_video", **small)
            assert (quote["is_estimate"], quote["cost"], quote["is_allowed"]) == (True, 0.8, True)
            assert "over this server's limit" in await refusal(client, "generate_video", **VEO)
            assert (await client.list_resources()).resources == []
            # What was accepted, and may be paid, keeps its id whatever happens next.
            made = await called(client, "generate_video", **small)
            assert made["id"] == JOB_ID
            assert "It was accepted, but its state is not known" in made["note"]


async def test_a_lost_answer_is_no_reason_to_pay_again():
    rows = [m.wire.model_dump(mode="json") for m in load_catalog().models]
    routes = [
        ("GET", "/api/v1/videos/models", json_answer({"data": rows})),
        ("POST", "/api/v1/videos", HANG_UP),
    ]
    with StubServer(*routes) as server:
        async with agent(server.url, max_cost=5) as client:
            text = await refusal(client, "generate_video", idempotency_key="k-17", **VEO)
    assert "the video may be made, and paid" in text
    assert "idempotency_key 'k-17'" in text
    assert [r.method for r in server.received].count("POST") == 1


@pytest.fixture
def instant(tmp_path):
    return Settings(data_dir=tmp_path / "data", emulation="instant")


async def test_over_stdio_there_is_a_picture_to_look_at_and_no_job_is_lost(tmp_path, instant):
    server = mcp.StdioServerParameters(
        command=sys.executable,
        args=["-W", "error", "-m", "rushes", "mcp", "--data-dir", str(instant.data_dir)],
        env={**os.environ, "RUSHES_EMULATION": "instant"},
    )
    with (tmp_path / "log").open("w+") as log, contextlib.ExitStack() as stack:
        async with (
            mcp.stdio_client(server, errlog=log) as (received, sent),
            mcp.ClientSession(received, sent) as session,
        ):
            await session.initialize()
            result = await session.call_tool("generate_video", SMALL)
            made = result.structured_content
            assert (made["status"], made["cost"]) == ("completed", 0.0)
            [picture] = [c for c in result.content if c.type == "image"]
            poster = Image.open(io.BytesIO(base64.b64decode(picture.data)))
            assert (poster.format, poster.size) == ("WEBP", (640, 360))
            [content] = (await session.read_resource(f"{made['resource']}/poster")).contents
            assert (content.mime_type, content.blob) == ("image/webp", picture.data)
            [content] = (await session.read_resource(made["resource"])).contents
            with av.open(io.BytesIO(base64.b64decode(content.blob))) as container:
                assert container.streams.video[0].frames == 24
            # Another process on the data folder uses the service that is inside that one.
            other = stack.enter_context(AgentService(None, instant).opened())
            assert other.target.borrowed
            found = await other.use(lambda videos: videos.get_generation_async(job_id=made["id"]))
            assert found.status == "completed"
            late = await session.call_tool("generate_video", SMALL | {"wait_seconds": 0})
        log.seek(0)
        assert log.read() == ""
        # Now it serves itself, and goes on with what was left.
        async with mcp.Client(server_of(VideoTools(other))) as client:
            late_id = late.structured_content["id"]
            assert not other.target.in_process
            found = await called(client, "get_video", id=late_id, wait_seconds=60)
            assert found["status"] == "completed"
            assert other.target.in_process


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Origin": "https://evil.example"},
        {"X-Forwarded-For": "192.0.2.1"},
    ],
)
async def test_web_pages_and_other_machines_are_refused(url, headers):
    async with httpx.AsyncClient(trust_env=False) as other:
        answer = await other.post(url, json={}, headers=headers)
    assert answer.status_code == 403


async def test_where_keys_are_configured_one_is_needed(service):
    settings = Settings(api_keys=["a-key-for-agents"])
    with AgentService(service.url, settings).opened() as opened:
        app = http_app(server_of(VideoTools(opened)), settings)
        with serving(app) as base:
            async with httpx.AsyncClient(trust_env=False) as other:
                for headers in ({}, {"Authorization": "Bearer another-key"}):
                    assert (await other.post(f"{base}/mcp", headers=headers)).status_code == 401
            keyed = {"Authorization": "Bearer a-key-for-agents", "Host": "agents.example"}
            async with (
                mcp.shared._httpx_utils.create_mcp_http_client(headers=keyed) as http,
                streamable_http_client(f"{base}/mcp", http_client=http) as (received, sent),
                mcp.ClientSession(received, sent) as session,
            ):
                await session.initialize()
                assert len((await session.list_tools()).tools) == len(TOOLS)


def test_the_configurations_of_the_documentation_start_this_command():
    blocks = [b for b in blocks_of(ROOT / "docs" / "mcp.md") if b.language == "json"]
    servers = [next(iter(json.loads(b.text).values()))["rushes"] for b in blocks]
    commands = [server["args"] for server in servers if "args" in server]
    assert len(commands) == 3
    for words in commands:
        assert words[0] == "mcp"
        check_options(words, " ".join(words))


@pytest.mark.parametrize(
    ("options", "text"),
    [
        (("--http", 0, "--host", "0.0.0.0"), "no API keys are configured"),
        (("--host", "0.0.0.0"), "--host needs --http PORT"),
        (("--max-cost", "inf"), "inf is no amount"),
        (("--server", "nowhere"), "--server is not a valid URL"),
    ],
)
def test_wrong_options_are_said(options, text):
    before = signal.getsignal(signal.SIGTERM)
    try:
        result = CliRunner().invoke(cli, ["mcp", *map(str, options)])
    finally:
        signal.signal(signal.SIGTERM, before)
    assert (result.exit_code, result.stdout) == (2, "")
    assert text in result.stderr

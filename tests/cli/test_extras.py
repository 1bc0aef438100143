"""What works without the optional packages, and what is said where one is missing."""

from __future__ import annotations

import os
import subprocess
import sys

import httpx
import pytest

from rushes import OpenRouter
from tests.cli.test_commands import LONGEST
from tests.fakes.paid_upstream import fake_upstream
from tests.service import serve_process

pytestmark = pytest.mark.timeout(LONGEST)

# What `pip install "rushes[server]"` does not bring.
OPTIONAL = (
    *("cryptography", "mcp", "mcp_types", "obstore", "opentelemetry"),
    *("procrastinate", "psycopg", "psycopg_pool"),
)
# What `pip install "rushes[gateway]"` does not bring either.
ENGINE = ("av", "cv2", "llvmlite", "numpy", "PIL")
# Not optional, but the gateway must not load the engine.
GATEWAY = (*OPTIONAL, *ENGINE, "rushes.engines")
RUN = """
import sys
for name in {blocked}:
    sys.modules[name] = None
from rushes.__main__ import main
sys.argv = ["rushes", *sys.argv[1:]]
main()
"""


def rushes(*arguments, blocked=OPTIONAL, **environment):
    return subprocess.run(
        [sys.executable, "-c", RUN.format(blocked=blocked), *arguments],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=LONGEST,
        check=False,
    )


def test_a_video_is_made(tmp_path):
    film = tmp_path / "film.mp4"
    small = ["--model", "rushes/procedural-1", "--resolution", "360p", "--duration", "1"]
    done = rushes("generate", "Abstract ink", *small, "--data-dir", str(tmp_path), "-o", str(film))
    assert done.returncode == 0, done.stderr
    assert film.read_bytes()[4:8] == b"ftyp"


@pytest.mark.parametrize(
    "command",
    [["jobs"], ["models"], ["providers"], ["doctor"], ["serve", "--help"], ["worker", "--help"]],
)
@pytest.mark.parametrize("blocked", [OPTIONAL, GATEWAY], ids=["server", "gateway"])
def test_commands_run(tmp_path, command, blocked):
    # Without the engine, a provider is needed.
    providers = {"RUSHES_PROVIDERS": "fal", "RUSHES_FAL_API_KEY": "k" * 20}
    environment = providers if blocked == GATEWAY else {}
    done = rushes(*command, blocked=blocked, RUSHES_DATA_DIR=str(tmp_path), **environment)
    assert done.returncode == 0, (done.stdout, done.stderr)


@pytest.mark.parametrize(
    ("setting", "value", "extra"),
    [
        ("RUSHES_DATABASE_URL", "postgresql://me@localhost/db", "rushes[postgres]"),
        ("RUSHES_OUTPUTS_URL", "s3://bucket/videos", "rushes[server,bucket]"),
    ],
)
def test_a_missing_extra_is_named_in_one_sentence(tmp_path, setting, value, extra):
    done = rushes("serve", "--port", "0", "--data-dir", str(tmp_path), **{setting: value})
    assert done.returncode != 0
    assert extra in done.stderr
    assert "Traceback" not in done.stderr


def test_a_command_whose_extra_is_missing_names_it(tmp_path):
    done = rushes("mcp", "--data-dir", str(tmp_path))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "Error: The MCP SDK is not installed: pip install 'rushes[mcp]'\n"


def test_the_gateway_makes_videos_at_its_upstream_without_the_engine(tmp_path):
    with fake_upstream() as upstream:
        made = rushes(
            *("generate", "A calm sea", "--model", "google/veo-3.1", "--data-dir", str(tmp_path)),
            *("--duration", "4", "-o", str(tmp_path / "sea.mp4")),
            blocked=GATEWAY,
            RUSHES_OPENROUTER_BASE_URL=upstream.api,
            RUSHES_PROVIDERS="openrouter",
            RUSHES_OPENROUTER_API_KEY="of-no-value",
        )
        assert made.returncode == 0, made.stderr
        assert len(upstream.charges()) == 1
    assert (tmp_path / "sea.mp4").read_bytes()[4:8] == b"ftyp"


def test_the_gateway_serves_without_the_engine(tmp_path):
    with (
        fake_upstream() as upstream,
        serve_process(
            *("--data-dir", tmp_path),
            program=("-c", RUN.format(blocked=GATEWAY)),
            RUSHES_OPENROUTER_BASE_URL=upstream.api,
            RUSHES_PROVIDERS="openrouter",
            RUSHES_OPENROUTER_API_KEY="of-no-value",
        ) as (_, url),
        OpenRouter(api_key="any", server_url=url) as client,
    ):
        assert httpx.get(f"{url}/videos/models", trust_env=False).status_code == 200
        videos = client.video_generation
        job = videos.generate(model="google/veo-3.1", prompt="A calm sea", duration=4)
        assert videos.get_generation(job_id=job.id).id == job.id
        assert videos.wait(job.id).status == "completed"
        assert len(upstream.charges()) == 1


def test_without_the_engine_and_an_upstream_the_missing_extra_is_named(tmp_path):
    done = rushes("serve", "--data-dir", str(tmp_path), blocked=GATEWAY)
    assert done.returncode == 2
    assert "the offline engine is not installed: pip install 'rushes[server]'" in done.stderr
    assert "Traceback" not in done.stderr

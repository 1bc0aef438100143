"""Versions of the official Python package: against the service, and beside our own surface."""

from __future__ import annotations

import contextlib
import json
import os
import re
import runpy
import shutil
import subprocess

import pytest

from openrouter import OpenRouter
from tests.clients.installed import PROGRAMS, check_video, installed, output
from tests.dropin import surface
from tests.dropin.test_paths import OFFICIAL as MODULES, SCRIPTS
from tests.dropin.test_surface import OFFICIAL, OURS
from tests.sdk.test_ssl import loopback
from tests.service import serve_process

__all__ = ["loopback"]

pytestmark = pytest.mark.clients

NEWEST = "1.3.84"
VERSIONS = ("0.9.2", "0.11.46", NEWEST)
LITERAL = re.compile(r"'[^']*'")
REFUSED = {
    "model": ["BadRequestResponseError", 400, True],
    "duration": ["BadRequestResponseError", 400, True],
    "poll": ["NotFoundResponseError", 404, True],
    "content": ["NotFoundResponseError", 404, True],
    "early": ["OpenRouterDefaultError", 409, True],
    "keyless": ["UnauthorizedResponseError", 401, True],
}


@pytest.fixture(params=VERSIONS)
def version(request):
    return request.param


@pytest.fixture
def official(version):
    """Return the folder of an environment with a version of the official package."""
    return installed(f"official-{version}")


def test_all_operations_work_waiting_and_async(official, version, api, tmp_path):
    program = PROGRAMS / "official.py"
    found = json.loads(output(official / "bin" / "python", program, api, tmp_path))
    with OpenRouter(api_key="any", server_url=api) as client:
        client.video_generation.cancel(job_id=found["open"])
    kind = "application/octet-stream" if version == "0.9.2" else "video/mp4"
    job = {"durations": True, "status": "completed", "urls": 1, "cost": 0, "type": kind}
    assert found["made"] == [job, job]
    assert found["record"] == [True, "video", 0]
    assert found["account"] == {
        "models": True,
        "modalities": True,
        "all": True,
        "limit": [None, None, 0],
        "credits": True,
    }
    early = {"early": ["ConflictResponseError", 409, True]} if version == NEWEST else {}
    assert found["errors"] == REFUSED | early
    for name in ("waiting.mp4", "awaited.mp4"):
        check_video(tmp_path / name)


def test_our_signatures_take_what_any_version_takes(official, version):
    described = json.loads(output(official / "bin" / "python", surface.__file__))
    if version == NEWEST:
        assert described == OFFICIAL
    assert set(described["operations"]) == set(OFFICIAL["operations"])
    assert set(described["errors"]) <= set(OFFICIAL["errors"])
    functions = {name: described[name] for name in ("OpenRouter", "RetryConfig", "BackoffStrategy")}
    for name, parameters in (functions | described["operations"]).items():
        ours = OURS["operations"].get(name) or OURS[name]
        assert parameters.keys() <= ours.keys()
        for parameter, told in parameters.items():
            assert told.partition(":")[0] == ours[parameter].partition(":")[0]
            assert set(LITERAL.findall(told)) <= set(LITERAL.findall(ours[parameter]))
    for name, fields in described["models"].items():
        assert fields.keys() <= OURS["models"][name].keys()
        for field, told in fields.items():
            assert set(LITERAL.findall(told)) <= set(LITERAL.findall(OURS["models"][name][field]))


def test_the_list_of_import_paths_is_that_of_the_three_versions(tmp_path):
    archives = []
    for version in VERSIONS:
        [site] = installed(f"official-{version}").glob("lib/python*/site-packages")
        name = str(tmp_path / f"openrouter-{version}-all")
        archives.append(shutil.make_archive(name, "zip", site, "openrouter"))
    read = runpy.run_path(str(SCRIPTS / "read_official.py"))["surface"]
    assert read(sorted(map(tmp_path.joinpath, archives))) == MODULES


SUBMIT = """
import sys
from openrouter import OpenRouter
with OpenRouter(api_key="any", server_url=sys.argv[1]) as client:
    job = client.video_generation.generate(
        model="rushes/procedural-1", prompt="Abstract blue waves", duration=1, resolution="360p",
        generate_audio=False, callback_url=sys.argv[2],
    )
    print(job.id)
"""


def test_a_webhook_reaches_a_receiver_that_checks_its_signature(loopback, tmp_path):
    python = installed(f"official-{NEWEST}") / "bin" / "python"
    command = shutil.which("node")
    if command is None:
        pytest.skip("node is not installed")
    secret = {"WEBHOOK_SECRET": "whsec_shared", "CERTIFICATE": str(loopback)}
    service = serve_process(
        *("--data-dir", tmp_path),
        SSL_CERT_FILE=str(loopback),
        RUSHES_FETCH_PRIVATE_URLS="true",
        RUSHES_WEBHOOK_SECRET=secret["WEBHOOK_SECRET"],
    )
    receiver = subprocess.Popen(
        [command, PROGRAMS / "webhook_receiver.mjs"],
        env=os.environ | secret,
        stdout=subprocess.PIPE,
        text=True,
    )
    with receiver, contextlib.ExitStack() as stack:
        stack.callback(receiver.kill)
        port = int(receiver.stdout.readline())
        _, api = stack.enter_context(service)
        job_id = output(python, "-c", SUBMIT, api, f"https://127.0.0.1:{port}/hook").strip()
        received = json.loads(receiver.stdout.readline())
    assert received["signed"] is True
    assert received["key"] == f"{job_id}-completed"
    event = received["event"]
    assert (event["type"], event["data"]["id"]) == ("video.generation.completed", job_id)
    assert event["data"]["usage"]["cost"] == 0

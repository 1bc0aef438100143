"""Commands at a server that is not a service of this API."""

from __future__ import annotations

import pytest

from tests.cli.in_process import invoke
from tests.cli.test_again import JOB
from tests.fakes.stub_server import Answer, StubServer

PAGE = Answer(200, b"<html><h1>It works</h1></html>", {"content-type": "text/html"})


@pytest.mark.parametrize(
    "command",
    [
        ("generate", "x"),
        ("generate", "x", "--max-cost", "1"),
        ("generate", "--from", JOB),
        ("generate", "--resume", JOB[:20]),
        ("jobs",),
        ("jobs", JOB),
        ("jobs", "download", JOB, "-o", "-"),
        ("usage",),
        ("webhooks", "list"),
        ("webhooks", "listen"),
    ],
)
def test_a_server_of_web_pages_is_not_taken_for_a_service(command, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with StubServer() as server:
        server.script(*[PAGE] * 4)
        code, out, err = invoke(*command, "--server", server.url, RUSHES_DATA_DIR=tmp_path)
    assert (code, out) == (4, "")
    origin = server.url.removesuffix("/api/v1")
    assert f"Error: {origin} is not a service of this API: it answered with status 200" in err

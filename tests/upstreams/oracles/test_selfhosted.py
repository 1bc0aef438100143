"""OpenAI's SDK speaks with routes of self-hosted engines, run from the vendors' own packages."""

from __future__ import annotations

import contextlib
import socket
import subprocess
import time

import pytest

from tests.clients.installed import installed
from tests.upstreams.oracles.oracle import FOLDER, ask
from tests.upstreams.serving import running
from tests.upstreams.sglang import SGLang

pytestmark = pytest.mark.oracles


@contextlib.contextmanager
def served(program):
    """Run a server of this folder; give its base URL."""
    python = installed("selfhosted", "oracles") / "bin" / "python"
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with subprocess.Popen([python, "-I", FOLDER / program, str(port)]) as process:
        try:
            while True:
                assert process.poll() is None
                with contextlib.suppress(ConnectionError):
                    socket.create_connection(("127.0.0.1", port), 1).close()
                    break
                time.sleep(0.05)
            yield f"http://127.0.0.1:{port}/v1"
        finally:
            process.terminate()


def test_the_fake_of_sglang_answers_as_its_own_routes_do():
    with served("server_sglang.py") as url:
        real = ask("selfhosted.py", "openai", url)
    assert (real["model"], real["failed"]) == ("stub-model", [200, ["message"]])
    with running(SGLang()) as (_, url):
        assert ask("selfhosted.py", "openai", url) == real

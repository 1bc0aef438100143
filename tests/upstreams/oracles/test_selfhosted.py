"""OpenAI's SDK speaks with routes of self-hosted engines, run from the vendors' own packages."""

from __future__ import annotations

import contextlib
import socket
import subprocess
import time

import httpx
import pytest

from tests.clients.installed import installed
from tests.upstreams.oracles.oracle import FOLDER, ask
from tests.upstreams.serving import running
from tests.upstreams.sglang import SGLang
from tests.upstreams.vllm_omni import VllmOmni

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
        real = ask("selfhosted.py", "openai", url), requests(url)
    assert (real[0]["model"], real[0]["failed"]) == ("stub-model", [200, ["message"]])
    with running(SGLang()) as (_, url):
        assert (ask("selfhosted.py", "openai", url), requests(url)) == real


def test_the_fake_of_vllm_omni_answers_as_its_own_routes_do():
    with served("server_vllm_omni.py") as url:
        real = ask("selfhosted.py", "openai", url), forms(url)
    assert real[0]["failed"] == [500, ["code", "message"]]
    with running(VllmOmni()) as (_, url):
        assert (ask("selfhosted.py", "openai", url), forms(url)) == real


FORMS = (
    {"prompt": "x"},
    {"prompt": ""},
    {"prompt": "x", "seconds": "4", "size": "832x480"},
    {"prompt": "x", "seconds": "6", "fps": "10"},
    {"prompt": "x", "num_frames": "20"},
    {"prompt": "x", "seconds": "5", "fps": "12.5"},
    {"prompt": "x", "seconds": "many"},
    {"prompt": "x", "seconds": "0"},
    {"prompt": "x", "size": "big"},
    {"prompt": "x", "model": "other"},
    {"prompt": "x", "num_inference_steps": "500"},
)


def forms(url):
    """Return what each form is answered with, and what lists and deletions are."""
    found = []
    with httpx.Client(trust_env=False) as client:
        for form in FORMS:
            parts = {name: (None, value) for name, value in form.items()}
            answer = client.post(f"{url}/videos", files=parts)
            shown = answer.json()
            if "500" in form.values():  # the message is pydantic's own
                del shown["error"]["message"]
            found.append([answer.status_code, shown | dict.fromkeys(("id", "created_at"))])
        for query in ("limit=0", "limit=101", "after=unknown"):
            answer = client.get(f"{url}/videos?{query}")
            found.append([answer.status_code, answer.json()])
        job = client.post(f"{url}/videos", files={"prompt": (None, "x")}).json()
        removed = client.delete(f"{url}/videos/{job['id']}").json()
        found.append([removed["object"], removed["deleted"]])
    return found


BODIES = (
    *FORMS,
    *({"prompt": "x", "seconds": value} for value in (4, "4", "many")),
    {"prompt": "x", "fps": 10, "num_frames": 25},
    {"prompt": "x", "seed": "1"},
    {"prompt": 3},
    [],
)


def requests(url):
    """Return what forms, JSON and lists are answered with, without the words of errors."""
    names = ("model", "seconds", "size", "status", "progress", "quality", "num_outputs")
    found = []
    with httpx.Client(trust_env=False) as client:
        answers = [
            client.post(f"{url}/videos", files={name: (None, text) for name, text in form.items()})
            for form in FORMS
        ]
        answers += [client.post(f"{url}/videos", json=body) for body in BODIES]
        for answer in answers:
            shown = answer.json()
            found.append([answer.status_code, [shown.get(name) for name in names]])
        for query in ("limit=0", "limit=101", "limit=1", "after=unknown", "order=up"):
            answer = client.get(f"{url}/videos?{query}")
            shown = answer.json()
            found.append([answer.status_code, sorted(shown), len(shown.get("data", ()))])
    return found

from __future__ import annotations

import asyncio
import threading
import time

import httpx
import pytest

from tests.service import running_service

ENDED = {"completed", "failed", "cancelled", "expired"}
REQUEST = {"model": "google/veo-3.1", "prompt": "A calm sea", "duration": 8, "seed": 11}


def submit(client, **changes):
    response = client.post("/videos", json={**REQUEST, **changes})
    assert response.status_code == 202, response.text
    return response.json()["id"]


def wait(client, job_id, until=ENDED):
    deadline = time.monotonic() + 60
    while (job := client.get(f"/videos/{job_id}").json())["status"] not in until:
        assert time.monotonic() < deadline, job
        assert job["status"] not in ENDED, job
        time.sleep(0.02)
    return job


def error_of(response, status):
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/json"
    body = response.json()
    assert set(body) == {"error"}
    assert body["error"]["code"] == status
    assert isinstance(body["error"]["message"], str)
    assert response.headers["access-control-allow-origin"] == "*"
    assert response.headers["x-rushes-version"] == "test"
    return body["error"]


def client_of(service, key="any"):
    return httpx.Client(
        base_url=service.api, headers={"Authorization": f"Bearer {key}"}, timeout=30
    )


@pytest.fixture(scope="module")
def service(tmp_path_factory):
    with running_service(tmp_path_factory.mktemp("data"), max_body_bytes=100_000) as running:
        yield running


@pytest.fixture
def client(service):
    with client_of(service) as opened:
        yield opened


@pytest.fixture
def own(tmp_path):
    """A service of this test's own, with no jobs."""
    with running_service(tmp_path) as running:
        yield running
        running.provider.waits = False


@pytest.fixture
def keyed(tmp_path):
    """A service with two keys, and a client for each."""
    with (
        running_service(tmp_path, api_keys=["alpha", "beta"]) as running,
        client_of(running, "alpha") as alpha,
        client_of(running, "beta") as beta,
    ):
        yield running, alpha, beta
        running.provider.waits = False


@pytest.fixture(autouse=True)
def fresh_provider(service):
    yield
    service.provider.waits = False
    service.provider.failure = None


class HeldAnswers:
    """Hold every submit between the commit of its job and its 202."""

    def __init__(self, service, monkeypatch):
        self.committed = threading.Semaphore(0)
        self._go = threading.Event()
        idempotency = service.context.store.idempotency
        admit = idempotency.admit

        async def held(*arguments, **options):
            admission = await admit(*arguments, **options)
            self.committed.release()
            assert await asyncio.to_thread(self._go.wait, 20)
            return admission

        monkeypatch.setattr(idempotency, "admit", held)

    def release(self):
        self._go.set()

    def wait(self):
        assert self.committed.acquire(timeout=20)


@pytest.fixture
def held(own, monkeypatch):
    answers = HeldAnswers(own, monkeypatch)
    yield answers
    answers.release()

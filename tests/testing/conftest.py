from __future__ import annotations

import time

import pytest

from tests.testing.kits import REQUEST, client_of, quick_service

ENDED = {"completed", "failed", "cancelled", "expired"}


@pytest.fixture(scope="package")
def session_service(tmp_path_factory):
    with quick_service(tmp_path_factory.mktemp("data"), testing_seed=1) as running:
        yield running


@pytest.fixture
def service(session_service):
    session_service.reset()
    session_service.engine.requests.clear()
    yield session_service
    session_service.reset()
    session_service.engine.waits = False


@pytest.fixture
def client(service):
    with client_of(service) as opened:
        yield opened


@pytest.fixture
def submit(client):
    def submit(**changes):
        response = client.post("/videos", json={**REQUEST, **changes})
        assert response.status_code == 202, response.text
        return response.json()["id"]

    return submit


@pytest.fixture
def wait(client):
    def wait(job_id, until=ENDED):
        deadline = time.monotonic() + 20
        while (job := client.get(f"/videos/{job_id}").json()).get("status") not in until:
            assert time.monotonic() < deadline, job
            time.sleep(0.01)
        return job

    return wait

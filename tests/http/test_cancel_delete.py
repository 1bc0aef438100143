"""Cancel and delete."""

from __future__ import annotations

import asyncio
import threading
import time

import httpx
import pytest

from rushes.http import cancel_delete
from rushes.providers.base import Cancellation, RefusedError
from tests.http.conftest import error_of, submit, wait


def cancel(client, job_id):
    return client.post(f"/videos/{job_id}/cancel")


def until(condition):
    deadline = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def test_a_cancel_reaches_the_upstream_and_shows_the_end(client, service):
    service.provider.waits = True
    job_id = submit(client)
    wait(client, job_id, until={"in_progress"})
    response = cancel(client, job_id)
    assert response.status_code == 200
    job = response.json()
    assert (job["status"], job["rushes"]["cancellation"]) == ("cancelled", "stopped")
    assert service.provider.cancelled[-1].startswith(job_id)
    assert response.headers["x-generation-id"] == job_id
    assert client.get(f"/videos/{job_id}").json() == job
    again = cancel(client, job_id)
    assert (again.status_code, again.json()) == (200, job)


def test_a_cancel_that_takes_long_is_reported_as_requested(client, service, monkeypatch):
    monkeypatch.setattr(cancel_delete, "CANCEL_TIMEOUT", 0.1)
    go = threading.Event()

    async def slow(_):
        await asyncio.to_thread(go.wait, 60)
        return Cancellation("unsupported")

    monkeypatch.setattr(service.provider, "cancel", slow)
    service.provider.waits = True
    job_id = submit(client)
    wait(client, job_id, until={"in_progress"})
    job = cancel(client, job_id).json()
    assert (job["status"], job["rushes"]["cancellation"]) == ("in_progress", "requested")
    go.set()
    job = wait(client, job_id, until={"cancelled"})
    assert job["rushes"]["cancellation"] == "unsupported"
    assert "may charge" in job["error"]


def test_a_completed_and_a_failed_job_are_too_late_to_cancel(client, service):
    completed = wait(client, submit(client))["id"]
    assert "completed" in error_of(cancel(client, completed), 409)["message"]
    service.provider.failure = RefusedError("no")
    failed = wait(client, submit(client))["id"]
    assert "failed" in error_of(cancel(client, failed), 409)["message"]


def test_a_video_that_is_being_stored_is_too_late_to_cancel(client, service, monkeypatch):
    go, download = threading.Event(), service.provider.download

    async def slow(job, start=0):
        await asyncio.to_thread(go.wait, 60)
        async for block in download(job, start):
            yield block

    monkeypatch.setattr(service.provider, "download", slow)
    job_id = submit(client)
    until(lambda: client.get(f"/videos/{job_id}").json()["rushes"]["progress"] == 1.0)
    assert "being stored" in error_of(cancel(client, job_id), 409)["message"]
    go.set()
    assert wait(client, job_id)["status"] == "completed"


def test_a_deleted_job_is_gone(client, service):
    job = wait(client, submit(client))
    job_id = job["id"]
    response = client.delete(f"/videos/{job_id}")
    assert response.status_code == 200
    assert response.json() == {"id": job_id, "deleted": True}
    error_of(client.get(f"/videos/{job_id}"), 404)
    assert "removed at" in error_of(client.get(f"/videos/{job_id}/content"), 410)["message"]
    error_of(httpx.get(job["urls"][0]), 410)
    error_of(client.delete(f"/videos/{job_id}"), 404)
    error_of(cancel(client, job_id), 404)
    error_of(client.get("/generation", params={"id": job_id}), 404)
    listed = client.get("/videos", params={"limit": 100}).json()["data"]
    assert job_id not in {job["id"] for job in listed}


def test_the_deleted_job_of_another_key_is_unknown_not_gone(keyed):
    _, alpha, beta = keyed
    job_id = wait(alpha, submit(alpha))["id"]
    assert alpha.delete(f"/videos/{job_id}").status_code == 200
    error_of(alpha.get(f"/videos/{job_id}/content"), 410)
    error_of(beta.get(f"/videos/{job_id}/content"), 404)


def test_an_open_job_is_cancelled_when_it_is_deleted(client, service):
    service.provider.waits = True
    job_id = submit(client)
    wait(client, job_id, until={"in_progress"})
    assert client.delete(f"/videos/{job_id}").status_code == 200
    error_of(client.get(f"/videos/{job_id}"), 404)
    until(lambda: any(key.startswith(job_id) for key in service.provider.cancelled))


@pytest.mark.parametrize("path", ["/videos/{}", "/videos/{}/content"])
def test_a_deletion_touches_no_other_job(client, path):
    kept, deleted = (wait(client, submit(client))["id"] for _ in range(2))
    client.delete(f"/videos/{deleted}")
    assert client.get(path.format(kept)).status_code == 200

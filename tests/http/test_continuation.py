"""Which jobs can be continued, and what the one that makes the next video gets of them."""

from __future__ import annotations

import asyncio
import contextlib
import sqlite3

import pytest

from rushes.providers.base import NotAcceptedError, RefusedError
from rushes.storage.base import StorageError
from tests.fakes.providers import VIDEO
from tests.http.conftest import client_of, error_of, submit, wait
from tests.service import running_service

CONTINUING = {"model": "black-forest-labs/flux-3-video", "duration": 5, "seed": None}


@pytest.fixture
def service(tmp_path):
    with running_service(tmp_path) as running:
        yield running


@pytest.fixture
def client(service):
    with client_of(service) as opened:
        yield opened


def made(client):
    job_id = submit(client)
    assert wait(client, job_id)["status"] == "completed"
    return job_id


def set_column(folder, job_id, name, value):
    with contextlib.closing(sqlite3.connect(folder / "rushes.sqlite3")) as database, database:
        database.execute(f"UPDATE jobs SET {name} = ? WHERE id = ?", (value, job_id))


def test_the_stored_video_and_its_report_are_handed_over(client, service):
    job_id = made(client)
    wait(client, submit(client, **CONTINUING, previous_job_id=job_id))
    previous = service.provider.requests[-1].previous_video
    assert previous.report == {"scene": "stand-in"}
    assert asyncio.run(previous.read()) == VIDEO


@pytest.mark.parametrize(
    ("state", "said"),
    [("failed", "it is failed"), ("cancelled", "it is cancelled"), ("expired", "it is expired")],
)
def test_a_job_that_has_not_completed_is_a_400(client, tmp_path, state, said):
    job_id = made(client)
    set_column(tmp_path, job_id, "state", state)
    error = error_of(
        client.post("/videos", json={**CONTINUING, "prompt": "x", "previous_job_id": job_id}), 400
    )
    assert error["message"].startswith("previous_job_id: ")
    assert said in error["message"]


def test_a_job_whose_video_has_expired_or_that_was_deleted_is_a_400(client, tmp_path):
    job_id = made(client)
    body = {**CONTINUING, "prompt": "x", "previous_job_id": job_id}
    set_column(tmp_path, job_id, "removed_at", 1)
    assert "its video has expired" in error_of(client.post("/videos", json=body), 400)["message"]
    assert client.delete(f"/videos/{job_id}").status_code == 200
    assert "was deleted" in error_of(client.post("/videos", json=body), 400)["message"]


def test_the_engine_continues_what_a_provider_made_that_is_no_longer_configured(
    client, service, tmp_path
):
    job_id = made(client)
    set_column(tmp_path, job_id, "provider", "black-forest-labs")
    wait(client, submit(client, **CONTINUING, previous_job_id=job_id))
    assert asyncio.run(service.provider.requests[-1].previous_video.read()) == VIDEO


def test_a_video_that_goes_meanwhile_refuses_the_job_and_a_broken_disk_does_not(
    client, service, tmp_path, monkeypatch
):
    job_id = made(client)
    wait(client, submit(client, **CONTINUING, previous_job_id=job_id))
    previous = service.provider.requests[-1].previous_video
    storage = service.context.storage

    async def broken(name):
        raise StorageError("The disk is broken")

    with monkeypatch.context() as patched:
        patched.setattr(storage, "open", broken)
        with pytest.raises(NotAcceptedError, match="The disk is broken"):
            asyncio.run(previous.read())
    asyncio.run(storage.delete(f"{job_id}-0.mp4"))
    with pytest.raises(RefusedError, match=f"The video of {job_id}, to be continued, is gone"):
        asyncio.run(previous.read())

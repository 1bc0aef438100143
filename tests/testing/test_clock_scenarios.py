"""Time that is advanced: what becomes due is done before the call returns."""

from __future__ import annotations

import threading
import time

import httpx
import pytest

from rushes.clock import unix_time, virtual_time
from rushes.testing import advance
from tests.fakes.stub_server import Answer
from tests.fakes.webhook_receiver import WebhookReceiver
from tests.testing.kits import REQUEST, client_of, quick_service


@pytest.fixture(scope="module")
def keeping(tmp_path_factory):
    folder = tmp_path_factory.mktemp("data")
    options = {"keep_outputs": 3600, "keep_records": 7200, "url_lifetime": 60}
    with quick_service(folder, **options) as running, client_of(running) as opened:
        yield running, opened


def submit(service, client, **changes):
    job_id = client.post("/videos", json={**REQUEST, **changes}).json()["id"]
    service.clock.advance(seconds=1)
    return job_id


def test_outputs_and_records_end(keeping):
    service, client = keeping
    service.reset()
    job_id = submit(service, client)
    assert client.get(f"/videos/{job_id}/content").status_code == 200
    assert len(list(service.folder.rglob("*.mp4"))) == 1
    service.clock.advance(minutes=61)
    assert client.get(f"/videos/{job_id}/content").status_code == 410
    assert list(service.folder.rglob("*.mp4")) == []
    assert client.get(f"/videos/{job_id}").status_code == 200
    service.clock.advance(hours=26)
    assert client.get(f"/videos/{job_id}").status_code == 404


def test_signed_links_end(keeping):
    service, client = keeping
    service.reset()
    job_id = submit(service, client)
    [link] = client.get(f"/videos/{job_id}").json()["urls"]
    service.clock.advance(seconds=50)
    assert httpx.get(link).status_code == 200
    service.clock.advance(seconds=10)
    assert httpx.get(link).status_code == 403


def test_times_are_those_of_the_clock_until_the_reset(service, client, submit):
    before = service.clock.now()
    service.clock.advance(days=10)
    later = before + 10 * 86_400
    assert service.clock.now() == pytest.approx(later, abs=60)
    job = client.get(f"/videos/{submit()}").json()
    assert job["rushes"]["created_at"] == pytest.approx(later, abs=60)
    service.reset()
    assert service.clock.now() == pytest.approx(before, abs=60)


def test_the_clock_never_goes_back(service):
    with pytest.raises(ValueError, match="cannot go back"):
        service.clock.advance(seconds=-1)


def test_jobs_go_on_after_a_leap(service, submit, wait):
    service.clock.advance(days=400)
    assert wait(submit())["status"] == "completed"
    service.reset()
    assert wait(submit())["status"] == "completed"


def test_a_kit_that_ends_takes_back_what_it_advanced(tmp_path):
    before, users = virtual_time().ahead, virtual_time().users
    with quick_service(tmp_path / "one") as one, quick_service(tmp_path / "two") as two:
        one.clock.advance(days=1)
        two.clock.advance(days=2)
        assert one.clock.now() == pytest.approx(time.time() + before + 3 * 86_400, abs=60)
        one.reset()
        assert two.clock.now() == pytest.approx(time.time() + before + 2 * 86_400, abs=60)
        assert virtual_time().users == users + 2
    assert virtual_time().users == users
    assert unix_time() == pytest.approx(time.time() + before, abs=60)


@pytest.mark.parametrize(
    ("scenario", "seconds", "status"),
    [
        ({}, 1, "completed"),
        ({"name": "slow", "value": 60}, 61, "completed"),
        ({"name": "queued", "value": 60}, 61, "completed"),
        ({"job": {"queued": 50, "delay": 50}}, 101, "completed"),
        ({"job": {"queued": 50, "delay": 50}}, 99, "in_progress"),
        ({"job": {"queued": 50, "delay": 50, "outcome": "failed"}}, 200, "failed"),
        ({"name": "slow", "value": 72 * 3600}, 96 * 3600, "expired"),
        ({"name": "slow", "value": 30}, 96 * 3600, "completed"),
        ({"name": "stuck"}, 96 * 3600, "expired"),
    ],
)
def test_time_that_is_advanced_at_once_after_a_submit_counts(
    service, client, submit, scenario, seconds, status
):
    if scenario:
        service.next(**scenario)
    job_id = submit()
    service.clock.advance(seconds=seconds)
    assert client.get(f"/videos/{job_id}").json()["status"] == status


async def test_time_can_be_advanced_from_an_event_loop(service, client, submit):
    service.next("slow", 60)
    job_id = submit()
    await service.clock.advance_async(minutes=2)
    assert client.get(f"/videos/{job_id}").json()["status"] == "completed"


@pytest.mark.parametrize("days", [float("inf"), float("nan"), 3_000_000, 1e300])
def test_the_clock_stays_where_dates_are(service, submit, days):
    with pytest.raises(ValueError, match="cannot be advanced by"):
        service.clock.advance(days=days)
    service.clock.advance(days=90 * 365)
    with pytest.raises(ValueError, match="cannot be advanced by"):
        service.clock.advance(days=90 * 365)
    assert submit()


@pytest.fixture(scope="module")
def hasty(tmp_path_factory):
    """A service whose jobs have little time."""
    folder = tmp_path_factory.mktemp("data")
    with quick_service(folder, job_timeout=300) as running, client_of(running) as opened:
        yield running, opened


@pytest.mark.parametrize("scenario", [{}, {"name": "slow", "value": 30}, {"name": "slow"}])
@pytest.mark.parametrize("days", [1, 7, 365])
def test_a_job_ends_before_its_deadline_however_far_time_is_advanced(hasty, scenario, days):
    service, client = hasty
    service.reset()
    if scenario:
        service.next(**scenario)
    client.post("/videos", json=REQUEST)
    service.clock.advance(days=days)
    assert [job.state for job in service.jobs()] == ["completed"]


@pytest.fixture
def receiver():
    with WebhookReceiver() as running:
        yield running


def test_a_reset_ends_an_advance(service, submit, receiver):
    has_reset = threading.Event()

    def reset(_):
        service.reset()
        has_reset.set()
        return Answer(204)

    receiver.answer(reset)
    service.next("slow", 60)
    submit(callback_url=receiver.hook)
    before = service.clock.now()
    service.clock.advance(hours=24)
    assert has_reset.wait(20)
    assert service.clock.now() == pytest.approx(before, abs=30)
    assert service.jobs() == []


def test_a_receiver_that_is_slow_gets_a_webhook_once(service, submit, receiver, monkeypatch):
    monkeypatch.setattr(advance, "SETTLING", 0.1)
    may_answer = threading.Event()
    receiver.answer(Answer(204, after=may_answer))
    service.next("slow", 60)
    submit(callback_url=receiver.hook)
    service.clock.advance(hours=24)
    service.clock.advance(hours=24)
    may_answer.set()
    [webhook] = service.wait_for_webhooks(1, 20)
    assert webhook.status == 204
    service.clock.advance(hours=24)
    assert len(receiver.received) == 1


def test_a_time_that_a_test_replaces_is_not_the_service_s(service, submit, receiver, monkeypatch):
    with monkeypatch.context() as frozen:  # as freezegun does
        frozen.setattr(time, "time", lambda: 1735732800.0)
        frozen.setattr(time, "monotonic", lambda: 1735732800.0)
        submit()
    service.reset()
    receiver.answer(Answer(500))
    submit(callback_url=receiver.hook)
    service.clock.advance(hours=48)
    assert [job.state for job in service.jobs()] == ["completed"]
    assert len(receiver.received) == 10

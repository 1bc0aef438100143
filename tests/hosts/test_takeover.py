"""A host is lost in the middle of a job: another one ends it, and it is paid once."""

from __future__ import annotations

import signal
import threading

import pytest

from rushes.store.job import Job
from tests.fakes.paid_upstream import fake_upstream
from tests.fakes.stub_server import Answer
from tests.hosts.fleet import TIMEOUT, Fleet, fleet


@pytest.fixture(scope="module")
def upstreams():
    """Give an upstream for each way of taking up a request whose answer never came."""
    with (
        fake_upstream("fail") as fail,
        fake_upstream("lookup") as lookup,
        fake_upstream("idempotent") as idempotent,
    ):
        yield {"fail": fail, "lookup": lookup, "idempotent": idempotent}


@pytest.mark.parametrize("instant", ["waiting", "downloading", "visibility_delay"])
async def test_a_job_of_a_killed_host_is_ended_by_another(
    instant, postgres_url, tmp_path, upstreams
):
    async with fleet(postgres_url, tmp_path, upstreams["fail"], "fail") as hosts:
        killed = await hosts.host(at=instant)
        job_id = await hosts.submit("A calm sea")
        assert await killed.struck() == signal.SIGKILL
        await hosts.host()
        (job,) = await hosts.ended(job_id)
        assert (job.state, job.attempt, len(job.outputs)) == ("completed", 1, 1)
        assert hosts.charges(job_id) == 1
        await hosts.no_entries()


async def test_what_a_killed_host_had_sent_does_not_wait_behind_jobs_that_wait_for_its_end(
    postgres_url, tmp_path, upstreams
):
    upstream = upstreams["fail"]
    async with fleet(postgres_url, tmp_path, upstream, "fail", concurrency=1) as hosts:
        killed = await hosts.host(at="downloading")
        first = await hosts.submit("A calm sea")
        assert await killed.struck() == signal.SIGKILL
        await hosts.host()
        waiting = [await hosts.submit(f"A calm sea {n}") for n in range(3)]
        jobs = await hosts.ended(first, *waiting)
        assert {job.state for job in jobs} == {"completed"}
        assert [hosts.charges(job.id) for job in jobs] == [1, 1, 1, 1]


async def test_what_a_stopped_host_had_sent_does_not_wait_behind_jobs_that_wait_for_its_end(
    postgres_url, tmp_path, upstreams
):
    upstream, never = upstreams["fail"], TIMEOUT + 60
    async with fleet(postgres_url, tmp_path, upstream, "fail", concurrency=1) as hosts:
        stopped = await hosts.host(stalled_after=never)
        first = await hosts.submit("A calm sea [fault:endless]")
        await hosts.in_state(first, {"running"})
        waiting = [await hosts.submit(f"A calm sea {n}") for n in range(3)]
        await hosts.host(stalled_after=never)
        await hosts.in_hand(2)
        assert await stopped.stop() == 0
        upstream.release(first)
        jobs = await hosts.ended(first, *waiting)
        assert {job.state for job in jobs} == {"completed"}
        assert [hosts.charges(job.id) for job in jobs] == [1, 1, 1, 1]


async def test_two_hosts_lost_at_once_leave_nothing_behind(postgres_url, tmp_path, upstreams):
    upstream = upstreams["idempotent"]
    async with fleet(postgres_url, tmp_path, upstream, "idempotent") as hosts:
        lost = [await hosts.host(at="downloading"), await hosts.host(at="waiting")]
        jobs = [await hosts.submit(f"A calm sea {n}") for n in range(10)]
        for host in lost:
            assert await host.struck() == signal.SIGKILL
        await hosts.host()
        ended = await hosts.ended(*jobs)
        assert {job.state for job in ended} == {"completed"}
        assert {hosts.charges(job_id) for job_id in jobs} == {1}


async def test_a_callback_of_a_killed_host_is_delivered_by_another(
    postgres_url, tmp_path, upstreams, receiver
):
    upstream, heard = upstreams["fail"], threading.Event()
    receiver.answer(Answer(204, after=heard))
    async with fleet(postgres_url, tmp_path, upstream, "fail") as hosts:
        job_id = await hosts.submit("A calm sea", receiver.hook)
        killed = await hosts.host()
        key = await receiver.next_key()
        killed.process.kill()
        assert (await hosts.job(job_id)).callback == "pending"
        heard.set()
        await hosts.host()
        assert await receiver.next_key() == key == f"{job_id}-completed"
        await hosts.no_entries()
        assert (await hosts.job(job_id)).callback == "delivered"
        assert hosts.charges(job_id) == 1


@pytest.mark.parametrize(
    ("instant", "on_lost_response"),
    [
        ("before-sending", "fail"),  # what was not marked as sent is the same everywhere
        ("after-sending", "fail"),
        ("after-sending", "lookup"),
        ("after-sending", "idempotent"),
    ],
)
async def test_a_zombie_does_not_pay_again_nor_undo_what_its_successor_reached(
    instant, on_lost_response, postgres_url, tmp_path, upstreams
):
    # A request that was being sent may have been accepted. Where that is unknown, none is repeated.
    lost = (instant, on_lost_response) == ("after-sending", "fail")
    async with fleet(
        postgres_url, tmp_path, upstreams[on_lost_response], on_lost_response
    ) as hosts:
        job_id, reached = await a_zombie_goes_on(hosts, instant)
        assert reached.state == ("failed" if lost else "completed")
        assert await hosts.job(job_id) == reached
        assert hosts.charges(job_id) == (0 if lost else 1)


async def test_a_zombie_that_cannot_be_held_any_more_repeats_a_key_and_pays_once(
    postgres_url, tmp_path, upstreams
):
    upstream = upstreams["idempotent"]
    async with fleet(postgres_url, tmp_path, upstream, "idempotent") as hosts:
        job_id, reached = await a_zombie_goes_on(hosts, "before-post")
        assert reached.state == "completed"
        assert await hosts.job(job_id) == reached
        assert hosts.charges(job_id) == 1


async def test_what_a_zombie_requests_for_a_job_that_was_given_up_is_stopped(
    postgres_url, tmp_path, upstreams
):
    upstream = upstreams["fail"]
    async with fleet(postgres_url, tmp_path, upstream, "fail") as hosts:
        job_id, reached = await a_zombie_goes_on(hosts, "before-post", "[fault:endless]")
        assert reached.state == "failed"
        assert await hosts.job(job_id) == reached
        (late,) = [b["id"] for b in upstream.charges() if b["key"].startswith(job_id)]
        assert late in upstream.state()["cancelled"]


async def a_zombie_goes_on(hosts: Fleet, instant: str, prompt: str = "A sea") -> tuple[str, Job]:
    """Stop a host at an instant, have another end its job, let it go on until that has passed.

    Return the job's id, and the job as the other one left it.
    """
    zombie = await hosts.host(at=instant, jobs=1)
    job_id = await hosts.submit(prompt)
    assert await zombie.struck() == signal.SIGSTOP
    assert (await hosts.job(job_id)).state == "submitting"
    successor = await hosts.host()
    (reached,) = await hosts.ended(job_id)
    assert await successor.stop() == 0
    zombie.goes_on()
    # It has one job in hand at a time: when it has done this one, it is through with the other.
    (after,) = await hosts.ended(await hosts.submit("A lake"))
    assert after.state == "completed"
    await hosts.no_entries()
    return job_id, reached

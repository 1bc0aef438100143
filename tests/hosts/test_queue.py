"""Jobs in the queue of several hosts: shared limits, cancellation, handing over."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import time

import pytest

from rushes.jobs.procrastinate_connector import create_queue
from rushes.store.postgres import PostgresDatabase
from tests.fakes.paid_upstream import fake_upstream
from tests.hosts.fleet import TIMEOUT, entries, fleet

STALLED = 2.0  # seconds


@pytest.fixture(scope="module")
def upstream():
    with fake_upstream("fail", render=0.15) as started:
        yield started


async def test_a_cancellation_reaches_the_host_that_has_the_job(postgres_url, tmp_path, upstream):
    async with fleet(postgres_url, tmp_path, upstream, "fail") as hosts:
        await hosts.host()
        job_id = await hosts.submit("A calm sea [fault:endless]")
        job = await hosts.in_state(job_id, {"running"})
        await hosts.cancel(job)
        (job,) = await hosts.ended(job_id)
        assert (job.state, job.cancellation) == ("cancelled", "stopped")
        assert job.upstream_id in upstream.state()["cancelled"]
        await hosts.no_entries()


async def test_a_job_that_is_cancelled_in_the_queue_is_sent_by_nobody(
    postgres_url, tmp_path, upstream
):
    async with fleet(postgres_url, tmp_path, upstream, "fail") as hosts:
        job_id = await hosts.submit("A calm sea")
        assert (await hosts.cancel(await hosts.job(job_id))).state == "cancelled"
        await hosts.host()
        await hosts.no_entries()
        assert hosts.charges(job_id) == 0


async def test_an_entry_that_was_lost_is_made_again(postgres_url, tmp_path, upstream, receiver):
    async with fleet(postgres_url, tmp_path, upstream, "fail") as hosts:
        job_id = await hosts.submit("A calm sea", receiver.hook)
        await hosts.store.database.write(lost_entries())
        await hosts.host()
        (job,) = await hosts.ended(job_id)
        assert job.state == "completed"
        await receiver.next_key()
        await hosts.no_entries()


async def test_hosts_that_start_at_once_make_one_queue(postgres_server, postgres_url):
    databases = [PostgresDatabase(postgres_url) for _ in range(6)]
    await asyncio.gather(*(create_queue(database) for database in databases))
    assert await databases[0].read(entries()) == []
    for database in databases:
        await database.close()


async def test_the_command_works_until_it_is_interrupted(postgres_url, tmp_path, upstream):
    async with fleet(postgres_url, tmp_path / "outputs", upstream, "fail") as hosts:
        command = await asyncio.create_subprocess_exec(
            *[sys.executable, "-m", "rushes", "worker", "--data-dir", tmp_path],
            env={
                **os.environ,
                "RUSHES_DATABASE_URL": postgres_url,
                "RUSHES_OPENROUTER_BASE_URL": upstream.api,
                "RUSHES_PROVIDERS": "openrouter",
                "RUSHES_OPENROUTER_API_KEY": "key",
            },
        )
        try:
            (job,) = await hosts.ended(await hosts.submit("A calm sea"))
            assert job.state == "completed"
        finally:
            command.send_signal(signal.SIGINT)
            status = await command.wait()
        assert status == 0


async def test_all_hosts_together_keep_the_limit_of_jobs_in_flight(
    postgres_url, tmp_path, upstream
):
    async with fleet(postgres_url, tmp_path, upstream, "fail", concurrency=3) as hosts:
        job_ids = [await hosts.submit(f"A calm sea {n} [fault:endless]") for n in range(12)]
        # Neither has three jobs in hand: that three are in flight takes both.
        await asyncio.gather(hosts.host(jobs=2), hosts.host(jobs=2))
        await hosts.charged(3, *job_ids)
        upstream.release(*job_ids)
        jobs = await hosts.ended(*job_ids)
        assert {job.state for job in jobs} == {"completed"}
        charged = {charge["key"].rsplit("-", 1)[0]: charge["time"] for charge in upstream.charges()}
        events = [(charged[job.id], 1) for job in jobs] + [(job.ended_at, -1) for job in jobs]
        in_flight, most = 0, 0
        for _, change in sorted(events):
            in_flight += change
            most = max(most, in_flight)
        assert most == 3


async def test_all_hosts_together_keep_the_interval_between_requests(
    postgres_url, tmp_path, upstream
):
    interval = 0.25
    async with fleet(postgres_url, tmp_path, upstream, "fail", interval=interval) as hosts:
        await asyncio.gather(hosts.host(), hosts.host())
        began = time.time()  # no turn is before this
        job_ids = [await hosts.submit(f"A calm sea {n}") for n in range(8)]
        await hosts.ended(*job_ids)
        mine = {f"{job_id}-1" for job_id in job_ids}
        times = sorted(charge["time"] for charge in upstream.charges() if charge["key"] in mine)
        assert len(times) == len(job_ids)
        for turn, sent in enumerate(times):
            assert sent >= began + turn * interval - 0.02  # a timer may be early by a tick


async def test_a_host_that_is_stopped_hands_its_jobs_over(postgres_url, tmp_path, upstream):
    never = TIMEOUT + 60  # a job that were only missed would come too late
    async with fleet(postgres_url, tmp_path, upstream, "fail") as hosts:
        stopped = await hosts.host(stalled_after=never)
        job_ids = [await hosts.submit(f"A sea {n} [fault:endless]") for n in range(3)]
        for job_id in job_ids:
            await hosts.in_state(job_id, {"running"})
        assert await stopped.stop() == 0
        assert {job.state for job in [await hosts.job(i) for i in job_ids]} == {"running"}
        upstream.release(*job_ids)
        await hosts.host(stalled_after=never)
        jobs = await hosts.ended(*job_ids)
        assert [job.state for job in jobs] == ["completed"] * 3
        assert [hosts.charges(job_id) for job_id in job_ids] == [1, 1, 1]


async def test_a_host_that_is_stopped_waits_for_an_answer_that_is_on_its_way(
    postgres_url, tmp_path, upstream
):
    async with fleet(postgres_url, tmp_path, upstream, "fail", create_timeout=60) as hosts:
        stopped = await hosts.host()
        job_id = await hosts.submit("A calm sea [fault:held]")
        await hosts.charged(1, job_id)
        assert (await hosts.job(job_id)).state == "submitting"
        await stopped.begin_to_stop()
        upstream.release(job_id)
        assert await stopped.ended() == 0
        assert (await hosts.job(job_id)).state == "running"
        await hosts.host()
        (job,) = await hosts.ended(job_id)
        assert (job.state, job.attempt, hosts.charges(job_id)) == ("completed", 1, 1)


async def test_a_host_that_waits_for_its_last_answer_is_not_taken_for_lost(
    postgres_url, tmp_path, upstream
):
    async with fleet(postgres_url, tmp_path, upstream, "fail", create_timeout=60) as hosts:
        stopped = await hosts.host(stalled_after=STALLED)
        job_id = await hosts.submit("A calm sea [fault:held]")
        await hosts.charged(1, job_id)
        await hosts.host(stalled_after=STALLED)
        await stopped.begin_to_stop()
        await asyncio.sleep(2 * STALLED)
        await hosts.looked_around()
        upstream.release(job_id)
        assert await stopped.ended() == 0
        (job,) = await hosts.ended(job_id)
        assert (job.state, job.attempt, hosts.charges(job_id)) == ("completed", 1, 1)
        assert await hosts.store.database.read(orphans()) == []


def orphans():
    return (yield "SELECT * FROM orphans", {})


def lost_entries():
    yield "DELETE FROM procrastinate_jobs", {}

"""Jobs in the queue of several hosts: shared limits, cancellation, handing over."""

from __future__ import annotations

import asyncio
import time

import pytest

from tests.hosts.fleet import PATIENCE, fleet
from tests.upstream.process import fake_upstream


@pytest.fixture(scope="module")
def upstream():
    with fake_upstream("blind", render=0.15) as started:
        yield started


async def test_a_cancellation_reaches_the_host_that_has_the_job(postgres_url, tmp_path, upstream):
    async with fleet(postgres_url, tmp_path, upstream, "blind") as hosts:
        await hosts.host()
        job_id = await hosts.submit("A calm sea [fault:endless]")
        job = await hosts.in_state(job_id, {"running"})
        await hosts.desk.cancel(job)
        (job,) = await hosts.ended(job_id)
        assert (job.state, job.cancellation) == ("cancelled", "stopped")
        assert job.upstream_id in upstream.state()["cancelled"]
        await hosts.no_entries()


async def test_a_job_that_is_cancelled_in_the_queue_is_ordered_by_nobody(
    postgres_url, tmp_path, upstream
):
    async with fleet(postgres_url, tmp_path, upstream, "blind") as hosts:
        job_id = await hosts.submit("A calm sea")
        assert (await hosts.desk.cancel(await hosts.job(job_id))).state == "cancelled"
        await hosts.host()
        await hosts.no_entries()
        assert hosts.bills(job_id) == 0


async def test_all_hosts_together_keep_the_limit_of_jobs_in_flight(
    postgres_url, tmp_path, upstream
):
    async with fleet(postgres_url, tmp_path, upstream, "blind", concurrency=3) as hosts:
        job_ids = [await hosts.submit(f"A calm sea {n}") for n in range(12)]
        # Neither has three jobs in hand: that three are in flight takes both.
        await asyncio.gather(hosts.host(jobs=2), hosts.host(jobs=2))
        jobs = await hosts.ended(*job_ids)
        assert {job.state for job in jobs} == {"completed"}
        billed = {bill["key"].rsplit("-", 1)[0]: bill["time"] for bill in upstream.ledger()}
        events = [(billed[job.id], 1) for job in jobs] + [(job.ended_at, -1) for job in jobs]
        in_flight, most = 0, 0
        for _, change in sorted(events):
            in_flight += change
            most = max(most, in_flight)
        assert most == 3


async def test_all_hosts_together_keep_the_interval_between_orders(
    postgres_url, tmp_path, upstream
):
    interval, began = 0.2, time.time()
    async with fleet(postgres_url, tmp_path, upstream, "blind", interval=interval) as hosts:
        job_ids = [await hosts.submit(f"A calm sea {n}") for n in range(8)]
        await asyncio.gather(hosts.host(), hosts.host())
        await hosts.ended(*job_ids)
        mine = {f"{job_id}-1" for job_id in job_ids}
        times = sorted(bill["time"] for bill in upstream.ledger() if bill["key"] in mine)
        assert len(times) == len(job_ids)
        for turn, ordered in enumerate(times):
            assert ordered >= began + turn * interval - 0.02  # a timer may be early by a tick


async def test_a_host_that_is_stopped_hands_its_jobs_over(postgres_url, tmp_path, upstream):
    never = PATIENCE + 60  # a job that were only missed would come too late
    async with fleet(postgres_url, tmp_path, upstream, "blind") as hosts:
        stopped = await hosts.host(stalled_after=never)
        job_ids = [await hosts.submit(f"A sea {n} [fault:render=2]") for n in range(3)]
        for job_id in job_ids:
            await hosts.in_state(job_id, {"running"})
        assert await stopped.stop() == 0
        assert {job.state for job in [await hosts.job(i) for i in job_ids]} == {"running"}
        await hosts.host(stalled_after=never)
        jobs = await hosts.ended(*job_ids)
        assert [job.state for job in jobs] == ["completed"] * 3
        assert [hosts.bills(job_id) for job_id in job_ids] == [1, 1, 1]


async def test_a_host_that_is_stopped_waits_for_an_answer_that_is_on_its_way(
    postgres_url, tmp_path, upstream
):
    async with fleet(postgres_url, tmp_path, upstream, "blind", create_timeout=10) as hosts:
        stopped = await hosts.host()
        job_id = await hosts.submit("A calm sea [fault:slow-after=1.5]")
        while not hosts.bills(job_id):
            await asyncio.sleep(0.02)
        assert (await hosts.job(job_id)).state == "submitting"
        assert await stopped.stop() == 0
        assert (await hosts.job(job_id)).state == "running"
        await hosts.host()
        (job,) = await hosts.ended(job_id)
        assert (job.state, job.attempt, hosts.bills(job_id)) == ("completed", 1, 1)

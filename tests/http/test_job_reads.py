"""Reads of jobs by many requests at once."""

from __future__ import annotations

import asyncio

import pytest

from rushes.http.job_reads import JobReads
from rushes.store.transaction import StoreError
from tests.store.rows import make_job


class Jobs:
    """A table whose queries wait until they are let go."""

    def __init__(self, *job_ids):
        self._found = {job_id: make_job(job_id) for job_id in job_ids}
        self.queries = []
        self.fails = False
        self.go_on = asyncio.Event()

    async def get(self, job_id):
        return (await self.get_many([job_id])).get(job_id)

    async def get_many(self, job_ids):
        self.queries.append(sorted(job_ids))
        await self.go_on.wait()
        if self.fails:
            raise StoreError("down")
        return {i: self._found[i] for i in job_ids if i in self._found}


async def begun(reads, *job_ids):
    tasks = [asyncio.create_task(reads.get(job_id)) for job_id in job_ids]
    for _ in range(3):
        await asyncio.sleep(0)
    return tasks


async def test_reads_that_come_while_a_query_runs_share_the_next_one():
    jobs = Jobs("a", "b", "c")
    reads = JobReads(jobs)
    tasks = await begun(reads, "a", "b", "c", "b", "unknown", "a")
    jobs.go_on.set()
    found = await asyncio.gather(*tasks)
    assert [job and job.id for job in found] == ["a", "b", "c", "b", None, "a"]
    assert jobs.queries == [["a"], ["a", "b", "c", "unknown"]]
    assert (await reads.get("c")).id == "c"
    assert jobs.queries[2:] == [["c"]]


async def test_a_request_that_is_gone_leaves_the_others_their_jobs():
    jobs = Jobs("a", "b")
    reads = JobReads(jobs)
    first, second, third = await begun(reads, "a", "b", "b")
    first.cancel()
    second.cancel()
    jobs.go_on.set()
    assert (await third).id == "b"
    assert (await reads.get("a")).id == "a"


async def test_a_database_that_fails_fails_each_read_and_no_later_one():
    jobs = Jobs("a", "b")
    reads = JobReads(jobs)
    tasks = await begun(reads, "a", "b", "a")
    jobs.fails = True
    jobs.go_on.set()
    for task in tasks:
        with pytest.raises(StoreError, match="down"):
            await task
    jobs.fails = False
    assert (await reads.get("b")).id == "b"

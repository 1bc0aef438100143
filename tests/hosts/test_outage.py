"""PostgreSQL is restarted under load: what was acknowledged ends, and is paid once."""

from __future__ import annotations

import asyncio
from collections import Counter

import httpx

from rushes.jobs.states import ENDED, OPEN
from tests.fakes.paid_upstream import fake_upstream
from tests.hosts.fleet import MODEL, fleet
from tests.service import serve_process
from tests.store.rows import jobs_in

JOBS = 100
BEFORE = 30  # acknowledged before the restart
OUTAGE = 3.0  # seconds; longer than it takes to be thought lost, shorter than any wait ends


async def test_a_database_that_is_restarted_under_load_loses_nothing(
    postgres_server, postgres_url, tmp_path
):
    acknowledged: list[str] = []
    enough = asyncio.Event()

    async def submit(client: httpx.AsyncClient, number: int) -> None:
        body = {"model": MODEL, "prompt": f"A sea of {number} waves"}
        answer = await client.post("/videos", json=body)
        if answer.status_code == 202:
            acknowledged.append(answer.json()["id"])
        else:
            assert answer.status_code == 503, answer.text
        if len(acknowledged) >= BEFORE:
            enough.set()

    with (
        fake_upstream("fail", render=0.3) as upstream,
        serve_process(
            *("--no-worker", "--data-dir", tmp_path),
            RUSHES_DATABASE_URL=postgres_url,
            RUSHES_OPENROUTER_BASE_URL=upstream.api,
            RUSHES_PROVIDERS="openrouter",
            RUSHES_OPENROUTER_API_KEY="key",
        ) as (_, url),
    ):
        async with (
            # So many requests at once may be answered late, which ends jobs at this upstream.
            fleet(postgres_url, tmp_path / "outputs", upstream, "fail", create_timeout=30) as hosts,
            httpx.AsyncClient(
                base_url=url,
                limits=httpx.Limits(max_connections=8),
                headers={"Authorization": "Bearer any"},
                timeout=60,
                trust_env=False,
            ) as client,
        ):
            await hosts.host(stalled_after=5)
            async with asyncio.TaskGroup() as group:
                for number in range(JOBS):
                    group.create_task(submit(client, number))
                await enough.wait()
                assert len(acknowledged) < JOBS
                await asyncio.to_thread(postgres_server.restart, "immediate")
            # A request whose answer was an error may have been committed all the same.
            everything = [job.id for job in await jobs_in(hosts.store, OPEN | ENDED)]
            assert set(acknowledged) <= set(everything)
            jobs = await hosts.ended(*everything)
            assert Counter(job.state for job in jobs) == {"completed": len(everything)}
            charges = [(charge["key"], charge["id"]) for charge in upstream.charges()]
            assert sorted(charges) == sorted((f"{job.id}-1", job.upstream_id) for job in jobs)
            await hosts.no_entries()


async def test_after_an_outage_nobody_takes_the_others_for_lost(
    postgres_server, postgres_url, tmp_path
):
    with fake_upstream("fail") as upstream:
        async with fleet(postgres_url, tmp_path, upstream, "fail") as hosts:
            await asyncio.gather(*(hosts.host(jobs=3) for _ in range(2)))
            job_ids = [await hosts.submit(f"A sea {n} [fault:endless]") for n in range(4)]
            for job_id in job_ids:  # so many that neither has them all
                await hosts.in_state(job_id, {"running"})
            await asyncio.to_thread(postgres_server.stop, "immediate")
            try:
                await asyncio.sleep(OUTAGE)
            finally:
                await asyncio.to_thread(postgres_server.start)
            await hosts.looked_around()
            assert [(await hosts.job(job_id)).epoch for job_id in job_ids] == [1, 1, 1, 1]

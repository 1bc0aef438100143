"""What the logs of several hosts say: takeovers, unknown outcomes, and outages, each once."""

from __future__ import annotations

import asyncio
import signal
import time

from tests.fakes.paid_upstream import fake_upstream
from tests.hosts.fleet import TIMEOUT, fleet
from tests.log_lines import events, parsed


async def logged(path, *names):
    """Return the lines of a log once one of some events is there."""
    deadline = time.monotonic() + TIMEOUT
    while True:
        lines = parsed(path.read_text().splitlines()) if path.exists() else []
        if events(lines, *names):
            return lines
        assert time.monotonic() < deadline, lines
        await asyncio.sleep(0.05)


async def has_reported(hosts):
    """Return once a host has said which workers are its own."""
    deadline = time.monotonic() + TIMEOUT
    while not await hosts.store.database.read(worker_hosts()):
        assert time.monotonic() < deadline
        await asyncio.sleep(0.05)


def worker_hosts():
    return (yield "SELECT worker_id, host FROM worker_hosts", {})


async def test_a_takeover_says_which_host_was_lost_and_which_jobs_are_taken_up(
    postgres_url, tmp_path
):
    lost, living = tmp_path / "lost.log", tmp_path / "living.log"
    with fake_upstream("fail") as upstream:
        async with fleet(postgres_url, tmp_path, upstream, "fail") as hosts:
            killed = await hosts.host(at="waiting", log=lost)
            await has_reported(hosts)
            job_id = await hosts.submit("A calm sea")
            assert await killed.struck() == signal.SIGKILL
            await hosts.host(log=living)
            await hosts.ended(job_id)
            lines = await logged(living, "job.completed")
    (line,) = events(lines, "worker.lost")
    assert f"-{killed.process.pid}-" in line["host"]
    assert (line["level"], line["jobs"]) == ("warning", 1)
    (resumed,) = events(lines, "job.resumed")
    assert (resumed["attempt"], resumed["from_host"]) == (1, line["host"])
    assert resumed["host"] != line["host"]
    names = [line["event"] for line in lines if line.get("job") == job_id]
    assert names == ["job.resumed", "job.storing", "job.completed"]
    (ended,) = events(lines, "job.completed")
    assert ended["cost"] > 0
    assert ended["bytes"] > 0


async def test_an_outcome_that_stays_unknown_is_an_error_that_says_what_to_do(
    postgres_url, tmp_path
):
    log = tmp_path / "host.log"
    with fake_upstream("fail") as upstream:
        async with fleet(postgres_url, tmp_path, upstream, "fail") as hosts:
            await hosts.host(log=log)
            job_id = await hosts.submit("A calm sea [fault:500-after]")
            (job,) = await hosts.ended(job_id)
            assert (job.state, hosts.charges(job_id)) == ("failed", 1)
            lines = await logged(log, "job.unresolved")
    (unknown,) = events(lines, "attempt.unknown")
    (unresolved,) = events(lines, "job.unresolved")
    assert unknown["level"] == "warning"
    assert unresolved["level"] == "error"
    assert unresolved["job"] == job_id
    assert unresolved["key"] == f"{job_id}-1"
    assert "rushes jobs --unresolved" in unresolved["message"]


async def test_an_outage_of_the_database_is_one_line_at_its_begin_and_one_at_its_end(
    postgres_server, postgres_url, tmp_path
):
    log = tmp_path / "host.log"
    with fake_upstream("fail") as upstream:
        async with fleet(postgres_url, tmp_path, upstream, "fail") as hosts:
            await hosts.host(log=log, stalled_after=10)
            running = [await hosts.submit(f"A sea {n} [fault:endless]") for n in range(5)]
            for job_id in running:
                await hosts.in_state(job_id, {"running"})
            await asyncio.to_thread(postgres_server.stop, "immediate")
            try:
                await logged(log, "database.down")
                await asyncio.sleep(2)  # of an outage in which much is tried
            finally:
                await asyncio.to_thread(postgres_server.start)
            lines = await logged(log, "database.up")
    (down,) = events(lines, "database.down")
    (up,) = events(lines, "database.up")
    assert len(down["message"]) < 300
    assert up["failures"] > 1
    loud = [line for line in lines if line["level"] not in {"info", "debug"}]
    assert [line.get("event") for line in loud] == ["database.down"], loud

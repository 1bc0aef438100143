"""A job's way: from every state it goes on, and it always ends."""

from __future__ import annotations

import asyncio
import itertools
import sqlite3

import pytest

from rushes.catalog.model import load_catalog
from rushes.jobs import executor as executor_module
from rushes.jobs import lifecycle
from rushes.jobs.desk import Desk, QueueFullError
from rushes.jobs.executor import EmbeddedExecutor
from rushes.jobs.lifecycle import Crew
from rushes.jobs.states import ENDED, OPEN, STATUS, TRANSITIONS, sources
from rushes.outputs.folder import OutputFolder
from rushes.providers.base import Order, RefusedError
from rushes.store.sqlite import SqliteStore
from rushes.webhooks.sender import WebhookSender
from tests.service import VIDEO, StandInProvider
from tests.store.test_sqlite import make_job

BODY = '{"model":"google/veo-3.1","prompt":"A calm sea"}'


@pytest.fixture
def provider():
    return StandInProvider()


@pytest.fixture
def crew(tmp_path, provider):
    store = SqliteStore(tmp_path / "rushes.sqlite3")
    webhooks = WebhookSender(None, allow_private=False)
    yield Crew(store, OutputFolder(tmp_path / "outputs"), {"rushes": provider}, webhooks)
    store.close()


async def insert(crew, **values):
    job = make_job("gen-vid-1793000000-abcdefghijklmnopqrst", **values)
    await crew.store.insert(job, BODY)
    return job


def test_the_table_is_closed_and_every_state_ends():
    states = set(TRANSITIONS)
    assert set(STATUS) == states
    assert all(targets <= states for targets in TRANSITIONS.values())
    for state in OPEN:
        reached, frontier = set(), {state}
        while frontier:
            reached |= frontier
            frontier = set(itertools.chain(*(TRANSITIONS[s] for s in frontier))) - reached
        assert reached >= ENDED
    assert all(not TRANSITIONS[state] for state in ENDED)
    assert sources("completed") == {"storing"}


async def test_a_queued_job_becomes_a_stored_video(crew, provider):
    job = await lifecycle.run(await insert(crew), crew)
    assert job.state == "completed"
    assert job.cost == job.quote
    assert job.progress == 1.0
    assert job.report == {"scene": "stand-in"}
    assert crew.outputs.path(job.outputs[0].name).read_bytes() == VIDEO
    assert [o.key for o in provider.orders] == [f"{job.id}-1"]
    assert crew.store.get(job.id) == job


@pytest.mark.parametrize(
    ("state", "values", "creates"),
    [
        ("queued", {}, 1),
        ("submitting", {"attempt": 1}, 1),
        ("running", {"attempt": 1, "upstream_id": "u-1"}, 0),
        ("storing", {"attempt": 1, "upstream_id": "u-1"}, 0),
    ],
)
async def test_a_job_goes_on_from_any_state(crew, provider, state, values, creates):
    order = Order("u-1", "m", "p", 2, 2, 1, audio=False, seed=0)
    provider.orders.append(order)
    job = await lifecycle.run(await insert(crew, state=state, **values), crew)
    assert job.state == "completed"
    assert len(provider.orders) == 1 + creates


@pytest.mark.parametrize("state", ["running", "storing"])
async def test_restarts_cost_no_attempts(crew, provider, state):
    job = await insert(crew, state=state, attempt=3, upstream_id="of an earlier process")
    job = await lifecycle.run(job, crew)
    assert (job.state, job.attempt) == ("completed", 3)


async def test_a_video_that_is_stored_is_not_made_again(crew, provider):
    job = await insert(crew, state="storing", attempt=1, upstream_id="of an earlier process")
    path = crew.outputs.path(f"{job.id}-0.mp4")
    path.parent.mkdir(parents=True)
    path.write_bytes(b"whole")
    job = await lifecycle.run(job, crew)
    assert (job.state, job.outputs[0].size) == ("completed", 5)
    assert provider.orders == []


async def test_what_ended_without_a_video_is_stopped_at_the_provider(crew, provider):
    provider.failure = RefusedError("No")
    job = await lifecycle.run(await insert(crew), crew)
    assert provider.cancelled == [job.upstream_id]


async def test_a_store_that_fails_for_a_while_delays_a_job_and_does_not_end_it(
    crew, provider, monkeypatch
):
    monkeypatch.setattr(executor_module, "FIRST_PAUSE", 0.01)
    update, failures = crew.store.update, iter([True, True, False, True])

    async def failing(*args, **kwargs):
        if next(failures, False):
            raise sqlite3.OperationalError("disk full")
        return await update(*args, **kwargs)

    monkeypatch.setattr(crew.store, "update", failing)
    job = await insert(crew)
    executor = EmbeddedExecutor(crew)
    executor.start(job)
    while executor.running:
        await asyncio.sleep(0.005)
    assert crew.store.get(job.id).state == "completed"
    assert len({o.key for o in provider.orders}) == 1


async def test_a_provider_gets_no_more_jobs_at_once_than_it_wants(crew, provider):
    provider.concurrency, provider.waits = 2, True
    executor = EmbeddedExecutor(crew)
    for n in range(5):
        job = make_job(f"gen-vid-{n}")
        await crew.store.insert(job, BODY)
        executor.start(job)
    while crew.store.count({"running"}) < 2:
        await asyncio.sleep(0.005)
    assert [o.key for o in provider.orders] == ["gen-vid-0-1", "gen-vid-1-1"]
    assert crew.store.count({"queued"}) == 3
    provider.waits = False
    while executor.running:
        await asyncio.sleep(0.005)
    assert crew.store.count({"completed"}) == 5


async def test_the_intent_is_on_disk_before_the_upstream_is_asked(crew, provider):
    seen = []
    create = provider.create

    async def watched(order):
        seen.append(crew.store.get("gen-vid-1793000000-abcdefghijklmnopqrst"))
        return await create(order)

    provider.create = watched
    await lifecycle.run(await insert(crew), crew)
    assert [(j.state, j.attempt) for j in seen] == [("submitting", 1)]


async def test_a_refusal_fails_the_job_with_the_upstreams_words(crew, provider):
    provider.failure = RefusedError("The picture is not an image")
    job = await lifecycle.run(await insert(crew), crew)
    assert (job.state, job.error, job.cost) == ("failed", "The picture is not an image", None)


async def test_a_lost_job_is_ordered_again(crew, provider):
    job = await insert(crew)
    provider.lost = {f"{job.id}-1"}
    job = await lifecycle.run(job, crew)
    assert (job.state, job.attempt) == ("completed", 2)
    assert [o.key for o in provider.orders] == [f"{job.id}-1", f"{job.id}-2"]


async def test_a_job_that_is_lost_again_and_again_fails(crew, provider):
    job = await insert(crew)
    provider.lost = {f"{job.id}-{n}" for n in range(1, 10)}
    job = await lifecycle.run(job, crew)
    assert job.state == "failed"
    assert "Given up after 3 attempts" in job.error
    assert len(provider.orders) == 3


async def test_an_empty_video_is_not_a_video(crew, provider):
    provider.video = b""
    job = await lifecycle.run(await insert(crew), crew)
    assert job.state == "failed"
    assert not list(crew.outputs.path("x.mp4").parent.parent.rglob("*.mp4*"))


async def test_an_internal_error_ends_the_job_and_is_logged(crew, provider, caplog):
    provider.failure = ZeroDivisionError("secret detail")
    job = await lifecycle.run(await insert(crew), crew)
    assert job.state == "failed"
    assert "secret detail" not in job.error
    assert "secret detail" in caplog.text


async def test_a_job_cancelled_meanwhile_stays_cancelled(crew, provider):
    provider.waits = True
    job = await insert(crew)
    running = asyncio.create_task(lifecycle.run(job, crew))
    while crew.store.get(job.id).state != "running":
        await asyncio.sleep(0)
    await crew.store.update(job.id, where=sources("cancelled"), changes={"state": "cancelled"})
    provider.waits = False
    assert (await running).state == "cancelled"


async def test_an_executor_that_closes_leaves_the_job_to_the_next(crew, provider):
    provider.waits = True
    job = await insert(crew)
    first = EmbeddedExecutor(crew)
    assert first.resume() == 1
    while crew.store.get(job.id).state != "running":
        await asyncio.sleep(0)
    await first.close()
    assert crew.store.get(job.id).state == "running"
    provider.waits = False
    second = EmbeddedExecutor(crew)
    assert second.resume() == 1
    while second.running:
        await asyncio.sleep(0)
    assert crew.store.get(job.id).state == "completed"
    await second.close()


async def test_the_desk_decides_and_commits_before_it_answers(crew, provider):
    executor = EmbeddedExecutor(crew)
    desk = Desk(load_catalog(), crew.store, executor, crew.providers, max_open_jobs=1)
    provider.waits = True
    job = await desk.accept(BODY.encode(), "http://h")
    assert crew.store.get(job.id) is not None
    assert crew.store.request(job.id) == BODY
    assert 0 <= job.seed < 2**31
    with pytest.raises(QueueFullError):
        await desk.accept(BODY.encode(), "http://h")
    await executor.close()

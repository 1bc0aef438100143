"""How jobs of the offline engine progress in the eyes of their callers, by a clock of the test."""

from __future__ import annotations

import asyncio
import base64
import json

import pytest
from hypothesis import given, strategies as st

from rushes.engines.render_pool import RenderPool
from rushes.providers.base import ProviderRequest, RefusedError, RestartedError
from rushes.providers.procedural import ProceduralProvider
from rushes.providers.timeline import (
    SteadyTimeline,
    usual_queue,
    usual_seconds,
    usual_timeline,
)

ORDER = ("queued", "running", "done")


@given(
    seconds=st.floats(0.01, 10_000),
    times=st.lists(st.floats(0, 20_000), min_size=2).map(sorted),
)
def test_progress_never_goes_back_and_ends_on_time(seconds, times):
    timeline = SteadyTimeline(seconds)
    shown = [timeline.at(elapsed) for elapsed in times]
    steps = [(ORDER.index(progress.phase), progress.fraction) for progress in shown]
    assert steps == sorted(steps)
    for elapsed, progress in zip(times, shown, strict=True):
        assert (progress.phase == "done") == (elapsed >= seconds)
        assert 0 <= progress.fraction <= 1
        if progress.phase != "done":
            assert 0 < progress.check_after <= seconds


def test_whoever_asks_when_told_sees_it_grow():
    timeline, elapsed, seen = SteadyTimeline(30.0), 0.0, []
    while (progress := timeline.at(elapsed)).phase != "done":
        seen.append(progress.fraction)
        elapsed += progress.check_after
    assert 25 <= len(seen) <= 35
    assert len(set(seen)) == len(seen)
    assert elapsed == pytest.approx(30.0)


BODY = '{"model": "google/veo-3.1", "prompt": "a lake"}'


def request(key="key-1", body=BODY, **changes):
    fields = {
        "model": "google/veo-3.1",
        "prompt": "a lake",
        "width": 1280,
        "height": 720,
        "duration": 8,
        "audio": False,
        "seed": 1,
        **changes,
    }
    return ProviderRequest(key, body=body, job_id="job", **fields)


def test_longer_larger_and_slower_models_take_longer():
    usual = usual_seconds(request())
    assert 30 < usual < 180
    assert usual_seconds(request(duration=4)) < usual
    assert usual_seconds(request(width=3840, height=2160)) > usual
    assert usual_seconds(request(model="google/veo-3.1-fast")) < usual


def test_usual_times_differ_by_job_and_can_be_set():
    seconds = {"openai/sora-2-pro": 200.0}
    timeline = usual_timeline(seconds, lambda _: False)
    times = {timeline(request(f"job-{number}")).seconds for number in range(20)}
    usual = usual_seconds(request())
    assert len(times) > 10
    assert all(0.7 * usual < seconds < 1.3 * usual for seconds in times)
    assert timeline(request()).seconds == timeline(request()).seconds
    queue = usual_queue(seconds, lambda _: False)
    queued = queue("job", "openai/sora-2-pro")
    assert timeline(request(model="openai/sora-2-pro")).seconds + queued == 200.0
    waits = {queue(f"job-{number}", "google/veo-3.1") for number in range(20)}
    assert len(waits) > 10
    assert 0 <= min(waits) < max(waits) < 10


class Clock:
    """Shows the time that the test says."""

    def __init__(self):
        self.time = 1000.0

    def __call__(self):
        return self.time


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
async def provider(tmp_path, clock):
    pool = RenderPool(1, 1, tmp_path / "work", tmp_path / "cache", instant=True)
    await pool.start()
    provider = ProceduralProvider(
        pool,
        concurrency=100,
        max_media_bytes=10**6,
        fetch_private_urls=False,
        instant=True,
        queue=lambda job_id, model: 30.0 if job_id == "queued" else 0.0,
        timeline=lambda asked: SteadyTimeline(100.0) if asked.seed else None,
        now=clock,
    )
    yield provider
    await provider.close()
    await pool.close()


async def create(provider, *args, **changes):
    async def before_send():
        pass

    return await provider.create(request(*args, width=64, height=64, **changes), before_send)


async def poll_until(provider, job, phase):
    while (progress := await provider.poll(job)).phase != phase:
        await asyncio.sleep(0)  # a poll of a job that is held back waits for nothing
    return progress


async def test_a_finished_render_is_held_back_until_its_time(provider, clock):
    job = await create(provider)
    assert (await provider.poll(job)).fraction == 0
    clock.time += 50
    assert provider.seconds_left(job) == 50
    half = await provider.poll(job)
    assert half.phase == "running"
    assert 0.3 < half.fraction < 0.8
    clock.time += 49.9
    assert (await provider.poll(job)).phase == "running"
    clock.time += 0.1
    done = await poll_until(provider, job, "done")
    assert done.report["frames"] == 8 * 24
    assert provider.seconds_left(job) == 0
    assert b"moov" in b"".join([block async for block in provider.download(job)])
    assert provider.seconds_left(job) is None
    with pytest.raises(RestartedError):
        await provider.poll(job)


async def test_a_queued_job_waits_for_its_turn(provider, clock):
    async def body():
        return BODY

    await provider.prepare("job", "owner", "m", body)
    waiting = asyncio.create_task(provider.prepare("queued", "owner", "m", body))
    await asyncio.sleep(0)  # it begins
    clock.time += 29
    done, _ = await asyncio.wait({waiting}, timeout=0.3)
    assert not done
    clock.time += 1
    await waiting


async def test_a_job_without_a_timeline_is_done_when_it_is_made(provider):
    job = await create(provider, seed=0)
    await poll_until(provider, job, "done")


async def test_the_same_job_sent_again_does_not_start_over(provider, clock):
    job = await create(provider)
    clock.time += 60
    again = await create(provider)
    assert again == job
    assert (await provider.poll(again)).fraction > 0.4


async def test_more_jobs_than_renders_are_held_back_at_once(provider, clock):
    jobs = [await create(provider, f"key-{number}") for number in range(40)]
    clock.time += 100
    for job in jobs:
        await poll_until(provider, job, "done")


async def test_a_job_that_is_held_back_can_be_stopped(provider, clock):
    job = await create(provider)
    assert (await provider.cancel(job)).outcome == "stopped"
    clock.time += 1000
    with pytest.raises(RestartedError):
        await provider.poll(job)


async def test_a_refused_picture_is_not_held_back(provider):
    url = f"data:image/png;base64,{base64.b64encode(b'no picture').decode()}"
    image = {"type": "image_url", "image_url": {"url": url}, "frame_type": "first_frame"}
    body = json.dumps({"model": "m", "prompt": "a lake", "frame_images": [image]})
    with pytest.raises(RefusedError, match="first frame"):
        await poll_until(provider, await create(provider, body=body), "done")

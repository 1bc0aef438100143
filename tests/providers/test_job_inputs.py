"""Input pictures are fetched together and ahead of their turn, within bounds, fair to callers."""

from __future__ import annotations

import asyncio
import json

import pytest

from rushes.providers import input_files
from rushes.providers.base import RefusedError
from rushes.providers.input_files import AT_ONCE
from rushes.providers.job_inputs import JOBS_PER_OWNER, JobInputs
from tests.fakes.picture_host import body

LIMIT = 100_000  # bytes of a job's pictures


@pytest.fixture
def pictures() -> JobInputs:
    return JobInputs(LIMIT, allow_private=True)


def reader(text: str):
    async def read() -> str:
        return text

    return read


async def test_pictures_of_a_job_are_fetched_together_and_keep_their_order(host, pictures):
    names = [f"slow-{number}" for number in range(6)]
    request = body(host, *names[:3], "data:inside", *names[3:])
    taking = asyncio.ensure_future(pictures.take("job", request))
    await host.until_seen(AT_ONCE)
    assert not taking.done()
    host.gate.set()
    taken = await taking
    assert [p.content.decode() for p in taken] == [*names[:3], "inside", *names[3:]]
    assert host.most == AT_ONCE


async def test_all_pictures_of_a_job_share_one_time_limit(host, pictures, monkeypatch):
    monkeypatch.setattr(input_files, "FETCH_SECONDS", 0.3)
    request = body(host, "fast", *(f"slow-{number}" for number in range(16)))
    with pytest.raises(RefusedError) as caught:
        await pictures.take("job", request)
    problem = "An input picture could not be fetched: the files of a job may take 0.3 seconds"
    assert str(caught.value) == f"{problem} together"
    await host.until_left()
    assert len(host.seen) <= 1 + 2 * AT_ONCE


async def test_all_pictures_of_a_job_share_one_size(host, pictures):
    host.size = LIMIT // 4
    assert len(await pictures.take("job", body(host, *"abcd"))) == 4
    with pytest.raises(RefusedError, match="100000 bytes together"):
        await pictures.take("job", body(host, *"abcde"))


async def test_a_picture_that_cannot_be_fetched_is_named_by_its_field(host, pictures):
    with pytest.raises(RefusedError) as caught:
        await pictures.take("job", body(host, "a", "b/c", "d"))
    assert str(caught.value) == (
        "An input picture could not be fetched: input_references[1].image_url.url:"
        " 127.0.0.1 responded with 404"
    )


async def test_what_was_fetched_ahead_is_taken_once(host, pictures):
    request = body(host, "a", "b")
    await pictures.prepare("job", "me", reader(request))
    assert sorted(host.seen) == ["a", "b"]
    assert [p.content for p in await pictures.take("job", request)] == [b"a", b"b"]
    assert len(host.seen) == 2
    assert len(await pictures.take("job", request)) == 2
    assert len(host.seen) == 4


async def test_an_error_of_fetching_ahead_is_raised_where_the_pictures_are_taken(host, pictures):
    request = body(host, "a/b")
    await pictures.prepare("job", "me", reader(request))
    with pytest.raises(RefusedError, match="404"):
        await pictures.take("job", request)


async def test_one_callers_slow_hosts_do_not_hold_up_another_callers_pictures(host, pictures):
    held = [
        asyncio.ensure_future(
            pictures.prepare(f"slow-{number}", "one", reader(body(host, f"slow-{number}")))
        )
        for number in range(JOBS_PER_OWNER + 3)
    ]
    await host.until_seen(JOBS_PER_OWNER)
    async with asyncio.timeout(30):
        await pictures.prepare("other", "two", reader(body(host, "quick")))
    assert host.seen.count("quick") == 1
    assert len(host.open) == JOBS_PER_OWNER
    # One that is dropped makes room for the next.
    pictures.drop("slow-0")
    held[0].cancel()
    await host.until_seen(JOBS_PER_OWNER + 2)
    host.gate.set()
    for number in range(1, JOBS_PER_OWNER + 3):
        await pictures.take(f"slow-{number}", body(host, f"slow-{number}"))
    await asyncio.gather(*held, return_exceptions=True)


async def test_pictures_that_nobody_took_are_dropped(host, pictures):
    for number in range(2 * JOBS_PER_OWNER):
        await pictures.prepare(f"job-{number}", "me", reader(body(host, "a")))
        pictures.drop(f"job-{number}")
    pictures.drop("unknown")
    assert len(host.seen) == 2 * JOBS_PER_OWNER


async def test_pictures_in_the_body_wait_for_no_others(host, pictures):
    for number in range(2 * JOBS_PER_OWNER):
        await pictures.prepare(f"job-{number}", "me", reader(body(host, "data:inside")))
    assert host.seen == []


async def test_videos_and_sounds_are_fetched_in_the_same_budget(host, pictures):
    def part(kind, name):
        return {"type": f"{kind}_url", f"{kind}_url": {"url": f"{host.url}/{name}"}}

    parts = [part("video", "clip"), part("image", "cat"), part("audio", "purr")]
    request = json.dumps({"model": "m", "prompt": "a lake", "input_references": parts})
    taken = await pictures.take("job", request)
    assert [(file.medium.kind, file.content.decode()) for file in taken] == [
        ("video", "clip"),
        ("image", "cat"),
        ("audio", "purr"),
    ]
    host.size = LIMIT // 2
    with pytest.raises(RefusedError, match="100000 bytes together"):
        await pictures.take("job", request)

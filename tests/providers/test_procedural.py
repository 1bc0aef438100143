"""The offline engine as a provider: what is not the request's fault never refuses it."""

from __future__ import annotations

import base64
import hashlib
import json
from pathlib import Path

import pytest

from rushes.engines import render_pool
from rushes.engines.render_cache import request_key
from rushes.engines.render_pool import RenderPool
from rushes.jobs.executor import EmbeddedExecutor
from rushes.jobs.maintenance import RetentionPolicy
from rushes.providers.base import (
    LostError,
    ProviderRequest,
    RefusedError,
    TransientError,
    UpstreamJob,
)
from rushes.providers.procedural import ProceduralProvider
from tests.engines.pictures import encoded, scenery
from tests.fakes.picture_host import body
from tests.jobs.conftest import context_of, idle, make_job, until
from tests.store.rows import insert_job

pytestmark = pytest.mark.timeout(120)
PICTURE = encoded(scenery(128, 128))


@pytest.fixture
async def pool(tmp_path, kernel_cache, monkeypatch):
    monkeypatch.setattr(render_pool, "RETRY_PAUSES", (0.05,))
    pool = RenderPool(1, 1, tmp_path / "work", kernel_cache, warm=False)
    await pool.start()
    yield pool
    await pool.close()


@pytest.fixture
def provider(pool):
    return ProceduralProvider(pool, concurrency=2, max_media_bytes=10**6, fetch_private_urls=True)


def request_body(*frames):
    urls = [f"data:image/png;base64,{base64.b64encode(frame).decode()}" for frame in frames]
    images = [
        {"type": "image_url", "image_url": {"url": url}, "frame_type": name}
        for url, name in zip(urls, ("first_frame", "last_frame"), strict=False)
    ]
    return json.dumps({"model": "m", "prompt": "a lake", "frame_images": images})


async def create(provider, *frames, **changes):
    async def before_send():
        pass

    fields = {"width": 128, "height": 128, "duration": 1, "audio": False, "seed": 1, **changes}
    request = ProviderRequest(
        "key-1", "m", "a lake", body=request_body(*frames), job_id="key", **fields
    )
    return await provider.create(request, before_send)


async def finish(provider, job):
    """Poll to the end; return what the caller was told meanwhile."""
    reasons = []
    while True:
        try:
            if (await provider.poll(job)).phase == "done":
                return reasons
        except TransientError as error:
            reasons.append(str(error))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
async def test_a_full_disk_delays_a_job_with_a_reason(provider, tmp_path):
    name = hashlib.sha256(b"key-1").hexdigest()[:24]
    (tmp_path / "work" / f"{name}-1.mp4.part").symlink_to("/dev/full")
    job = await create(provider, PICTURE)
    assert set(await finish(provider, job)) == {"The disk is full; the render is tried again"}
    video = b"".join([block async for block in provider.download(job)])
    assert video[4:8] == b"ftyp"


async def test_a_damaged_picture_refuses_the_job_in_words_of_our_own(provider):
    job = await create(provider, PICTURE[:-300])
    with pytest.raises(RefusedError) as caught:
        await finish(provider, job)
    assert str(caught.value) == "the first frame image is damaged"


async def test_a_video_that_cannot_be_read_is_read_later(provider, tmp_path):
    job = await create(provider, PICTURE)
    await finish(provider, job)
    (video,) = (tmp_path / "work").glob("*.mp4")
    moved = video.rename(tmp_path / "moved")
    video.mkdir()
    with pytest.raises(TransientError, match="The rendered file cannot be read"):
        [block async for block in provider.download(job)]
    video.rmdir()
    with pytest.raises(LostError):
        [block async for block in provider.download(job)]
    moved.rename(video)
    assert b"".join([block async for block in provider.download(job)])[4:8] == b"ftyp"
    assert list((tmp_path / "work").iterdir()) == []


def references(*urls):
    return [
        {"type": f"{kind}_url", f"{kind}_url": {"url": url}}
        for kind, url in zip(("audio", "image", "video"), urls, strict=True)
    ]


async def made_of(provider, key, **fields):
    """Return the report and the bytes of a job of an emulated model."""

    async def before_send():
        pass

    model = "runway/gen-4.5"
    body = json.dumps({"model": model, "prompt": "a lake", **fields})
    request = ProviderRequest(key, model, "a lake", 128, 128, 1, audio=False, seed=1, body=body)
    job = await provider.create(request, before_send)
    while (progress := await provider.poll(job)).phase != "done":
        pass
    return progress.report, b"".join([block async for block in provider.download(job)])


async def test_references_that_a_model_does_not_take_have_no_effect_and_are_named(provider, host):
    picture = f"data:image/png;base64,{base64.b64encode(PICTURE).decode()}"
    sound, image, video = references(f"{host.url}/a", picture, f"{host.url}/b")
    report, content = await made_of(provider, "all", input_references=[sound, image, video])
    plain, same = await made_of(provider, "picture", input_references=[image])
    assert host.seen == []
    assert content == same
    assert report["ignored_references"] == [
        "input_references[0].audio_url.url",
        "input_references[2].video_url.url",
    ]
    assert {**plain, "ignored_references": report["ignored_references"]} == report


async def test_the_default_ratio_or_a_named_one_make_the_same_video(provider, pool, monkeypatch):
    asked = []
    submit = pool.submit

    async def noted(key, request):
        asked.append(request_key(request))
        await submit(key, request)

    monkeypatch.setattr(pool, "submit", noted)
    await made_of(provider, "open")
    for number, fields in enumerate(
        ({"aspect_ratio": "1:1"}, {"size": "128x128"}, {"duration": 1}, {"generate_audio": False})
    ):
        await made_of(provider, f"said-{number}", **fields)
    assert len(set(asked)) == 1


async def test_a_job_that_is_dropped_unknown_or_cancelled_is_no_error(provider):
    provider.drop("unknown")
    assert (await provider.cancel(UpstreamJob("unknown", "m"))).outcome == "stopped"


async def test_slow_hosts_of_pictures_hold_up_no_other_job(provider, tmp_path, host):
    context = context_of(tmp_path, provider)
    executor = EmbeddedExecutor(context, RetentionPolicy(records=3600.0))
    made = {"width": 128, "height": 128, "duration": 1, "audio": False}
    slow = [make_job(f"slow-{number}", owner="one", **made) for number in range(3)]
    other = make_job("other", owner="two", **made)
    for job in slow:  # more than there are slots
        await insert_job(context.store, job, body(host, job.id))
        executor.start(job)
    await host.until_seen(3)
    await insert_job(context.store, other, request_body(PICTURE))
    executor.start(other)

    async def ended():
        return (await context.store.jobs.get(other.id)).state == "completed"

    await until(ended)
    assert host.open == {job.id for job in slow}
    host.gate.set()
    await idle(executor)
    errors = {(await context.store.jobs.get(job.id)).error for job in slow}
    problem = "is not a readable picture (expected JPEG, PNG, WebP, GIF, AVIF, BMP or TIFF)"
    assert errors == {f"reference image 1 {problem}"}
    await executor.close()
    await context.store.close()

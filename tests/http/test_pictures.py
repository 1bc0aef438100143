"""Posters and previews: made once, stored beside the video, gone with it."""

from __future__ import annotations

import asyncio
import hashlib
import io
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager

import numpy as np
import pytest
from PIL import Image

from rushes.backup.checking import check_stored
from rushes.engines.picture_process import make_picture
from rushes.engines.video_pictures import picture_of
from rushes.http.errors import ApiError
from rushes.http.pictures import Pictures
from rushes.jobs.maintenance import RetentionPolicy, sweep
from rushes.storage.locate import open_storage
from rushes.storage.pictures import delete_video
from rushes.store.job import Output
from rushes.store.schema import reading
from rushes.store.stored_videos import SqliteFile
from tests.engines.clips import clip
from tests.fakes.providers import StandInProvider
from tests.http.conftest import client_of, error_of, submit, wait
from tests.mp4 import minimal_mp4
from tests.s3 import environment, make_bucket, running_s3
from tests.service import running_service
from tests.store.rows import make_job

FILM = clip(800, 450, frames=24, fps=12)
BROKEN = minimal_mp4(bytes(50_000))
NAME = "job-1-0.mp4"
JOB = make_job("job-1", state="completed")
KINDS = ("poster", "preview")


async def in_process(kind, video):
    """Make a picture as the service does, without the time that a process takes to start."""
    return picture_of(io.BytesIO(b"".join([block async for block in video])), kind)


class Maker:
    """Counts the pictures that it makes."""

    def __init__(self, make=in_process):
        self.make = make
        self.made = []
        self.then = None

    async def __call__(self, kind, video):
        self.made.append(kind)
        picture = await self.make(kind, video)
        if self.then is not None:
            await self.then()
        return picture


@pytest.fixture(scope="module")
def service(tmp_path_factory):
    with running_service(
        tmp_path_factory.mktemp("data"),
        provider=StandInProvider(video=FILM),
        api_keys=["any", "other"],
    ) as running:
        yield running


@pytest.fixture(scope="module")
def job_id(service):
    with client_of(service) as client:
        return wait(client, submit(client))["id"]


@pytest.fixture
def maker(service):
    made = service.request_context.pictures._make = Maker()
    return made


@pytest.fixture(scope="module")
def s3_endpoint():
    with running_s3() as endpoint:
        yield endpoint


@pytest.fixture(params=["folder", "bucket"])
def storage(request, tmp_path, monkeypatch):
    if request.param == "folder":
        return open_storage(tmp_path)
    endpoint = request.getfixturevalue("s3_endpoint")
    for name, value in environment(endpoint).items():
        monkeypatch.setenv(name, value)
    return open_storage(make_bucket(endpoint).url)


async def one(block):
    yield block


@asynccontextmanager
async def stored(storage, video):
    await storage.put(NAME, one(video))
    yield Output(NAME, len(video), hashlib.sha256(video).hexdigest())


async def names_in(storage):
    return sorted([name async for page in storage.names() for name in page])


async def orphans(folder, storage):
    with reading(folder / "rushes.sqlite3") as connection:
        report = await check_stored(SqliteFile(connection), storage, lambda _: None)
    assert report.problems == []
    return report.orphans


def test_the_pictures_of_a_video(client, job_id):
    poster, preview = (client.get(f"/videos/{job_id}/{kind}") for kind in KINDS)
    for response in (poster, preview):
        assert response.status_code == 200
        assert response.headers["content-type"] == "image/webp"
        assert response.headers["cache-control"] == "private, no-cache"
        assert response.headers["x-generation-id"] == job_id
    still = Image.open(io.BytesIO(poster.content))
    assert (still.format, still.size) == ("WEBP", (640, 360))
    moving = Image.open(io.BytesIO(preview.content))
    assert moving.size == (320, 180)
    assert 8 <= moving.n_frames <= 24
    first = np.asarray(moving.convert("RGB"), float)
    moving.seek(moving.n_frames - 1)
    assert np.abs(np.asarray(moving.convert("RGB"), float) - first).mean() > 1
    assert len(poster.content) + len(preview.content) < 400_000


def test_what_a_client_has_is_not_sent_again(client, job_id):
    for kind in KINDS:
        whole = client.get(f"/videos/{job_id}/{kind}")
        again = client.get(
            f"/videos/{job_id}/{kind}", headers={"If-None-Match": whole.headers["etag"]}
        )
        assert (again.status_code, again.content) == (304, b"")
        head = client.head(f"/videos/{job_id}/{kind}")
        assert (head.status_code, head.content) == (200, b"")
        assert head.headers["etag"] == whole.headers["etag"]


def test_one_poster_is_made_for_all_that_ask(service, client, maker):
    fresh = wait(client, submit(client, prompt="Many ask"))["id"]
    with ThreadPoolExecutor(6) as pool:
        asked = list(pool.map(lambda _: client.get(f"/videos/{fresh}/poster"), range(6)))
    assert {response.status_code for response in asked} == {200}
    assert len({response.content for response in asked}) == 1
    assert maker.made == ["poster"]
    client.get(f"/videos/{fresh}/poster")
    assert maker.made == ["poster"], "it is stored"


@pytest.mark.parametrize("kind", KINDS)
def test_jobs_without_a_video_have_no_picture(service, client, job_id, kind):
    error_of(client.get(f"/videos/{job_id}x/{kind}"), 404)
    with client_of(service, "other") as other:
        error_of(other.get(f"/videos/{job_id}/{kind}"), 404)
    assert "index" in error_of(client.get(f"/videos/{job_id}/{kind}?index=1"), 400)["message"]
    service.provider.waits = True
    waiting = submit(client, prompt="Not yet")
    assert "still being made" in error_of(client.get(f"/videos/{waiting}/{kind}"), 409)["message"]
    client.post(f"/videos/{waiting}/cancel")
    service.provider.waits = False


def test_a_video_that_cannot_be_decoded_is_tried_once(client, service, maker, monkeypatch):
    monkeypatch.setattr(service.provider, "video", BROKEN)
    maker.make = make_picture
    broken = wait(client, submit(client, prompt="Broken"))["id"]
    for _ in range(2):
        message = error_of(client.get(f"/videos/{broken}/poster"), 404)["message"]
        assert "cannot be decoded, so it has no poster" in message
    assert maker.made == ["poster"]


@pytest.mark.parametrize("way", ["deleted", "kept no longer"])
def test_a_removed_video_leaves_no_pictures(tmp_path, way):
    provider = StandInProvider(video=FILM)
    with running_service(tmp_path, provider=provider) as service, client_of(service) as client:
        service.request_context.pictures._make = Maker()
        job_id, storage = wait(client, submit(client))["id"], service.context.storage
        for kind in KINDS:
            assert client.get(f"/videos/{job_id}/{kind}").is_success
        assert len(asyncio.run(names_in(storage))) == 3
        assert asyncio.run(orphans(tmp_path, storage)) == []
        if way == "deleted":
            assert client.delete(f"/videos/{job_id}").is_success
        policy = RetentionPolicy(outputs=None if way == "deleted" else -60.0)
        asyncio.run(sweep(service.context, policy))
        assert asyncio.run(names_in(storage)) == []
        error_of(client.get(f"/videos/{job_id}/poster"), 410)
        asyncio.run(storage.put(f"{job_id}-0.mp4.poster.webp", one(b"a picture")))
        assert asyncio.run(orphans(tmp_path, storage)) == [f"{job_id}-0.mp4.poster.webp"]


async def test_pictures_in_a_folder_and_in_a_bucket(storage):
    maker = Maker()
    async with stored(storage, FILM) as output:
        made = await Pictures(storage, maker).get(JOB, output, "poster")
        again = await Pictures(storage, maker).get(JOB, output, "poster")
        assert again == made
        assert maker.made == ["poster"]
        assert await names_in(storage) == [NAME, f"{NAME}.poster.webp"]
        await delete_video(storage, NAME)
        assert await names_in(storage) == []


async def test_a_picture_of_a_video_that_is_removed_meanwhile_is_removed_too(storage):
    maker = Maker()
    async with stored(storage, FILM) as output:
        maker.then = lambda: delete_video(storage, NAME)
        with pytest.raises(ApiError, match="no longer stored") as gone:
            await Pictures(storage, maker).get(JOB, output, "poster")
        assert gone.value.status == 410
        assert await names_in(storage) == []


async def test_a_failure_that_may_pass_is_a_503_and_tried_again(tmp_path):
    storage = open_storage(tmp_path)
    tries = []

    async def make(kind, video):
        tries.append(kind)
        if len(tries) == 1:
            raise OSError("no processes are left")
        return await in_process(kind, video)

    pictures = Pictures(storage, make)
    async with stored(storage, FILM) as output:
        with pytest.raises(ApiError) as failed:
            await pictures.get(JOB, output, "poster")
        assert failed.value.status == 503
        assert (await pictures.get(JOB, output, "poster"))[8:12] == b"WEBP"


async def test_a_service_without_the_engine_says_so(tmp_path):
    storage = open_storage(tmp_path)
    async with stored(storage, FILM) as output:
        with pytest.raises(ApiError, match=r"rushes\[server\]") as missing:
            await Pictures(storage, None).get(JOB, output, "poster")
        assert missing.value.status == 404

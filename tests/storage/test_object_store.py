"""Storage in a bucket, on a real S3 server: whole or not at all, read in parts, linked to."""

from __future__ import annotations

import asyncio
import hashlib
import socket
import time
import traceback

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from rushes.storage.base import MissingOutputError, StorageError
from rushes.storage.object_store import MAX_LIFETIME, PART, PIECE, ObjectStorage
from rushes.wire.containers import BrokenVideoError
from tests.mp4 import box, minimal_mp4
from tests.s3 import SECRET, TOKEN, signatures_checked
from tests.service import serving

NAME = "a-0.mp4"
SMALL = minimal_mp4(b"small")
LARGE = minimal_mp4(bytes(range(251)) * (2 * PART // 250))  # three parts, and 251 is prime
BOTH = pytest.mark.parametrize("film", [SMALL, LARGE], ids=["whole", "in parts"])


async def stream(film, *, error=None):
    for start in range(0, len(film), 600_000):
        yield film[start : start + 600_000]
    if error:
        raise error


@BOTH
async def test_a_stream_is_stored_with_its_length_and_checksum(bucket, film):
    stored = await ObjectStorage(bucket.url).put(NAME, stream(film))
    assert (stored.name, stored.size) == (NAME, len(film))
    assert stored.sha256 == hashlib.sha256(film).hexdigest()
    got = bucket.get(NAME)
    assert got.content == film
    assert got.headers["content-type"] == "video/mp4"
    assert bucket.names() == [f"videos/{NAME}"]
    assert bucket.uploads() == []


@BOTH
async def test_what_is_stored_is_found_with_its_checksum(bucket, film):
    outputs = ObjectStorage(bucket.url)
    assert await outputs.find(NAME) is None
    stored = await outputs.put(NAME, stream(film))
    assert await ObjectStorage(bucket.url).find(NAME) == stored


@BOTH
@pytest.mark.parametrize("error", [None, RuntimeError("cut"), ConnectionResetError()])
async def test_a_stream_that_breaks_leaves_nothing(bucket, film, error):
    outputs = ObjectStorage(bucket.url)
    with pytest.raises(type(error) if error else BrokenVideoError):
        await outputs.put(NAME, stream(film if error else film[:-1], error=error))
    assert bucket.names() == bucket.uploads() == []


async def test_what_is_no_video_is_refused(bucket):
    for content in (b"", b"<html>no such video</html>"):
        with pytest.raises(BrokenVideoError):
            await ObjectStorage(bucket.url).put(NAME, stream(content))
    assert bucket.names() == bucket.uploads() == []


async def test_a_put_that_is_cancelled_leaves_nothing(bucket):
    started = asyncio.Event()

    async def endless():
        async for block in stream(LARGE):
            yield block
        started.set()
        await asyncio.Event().wait()

    task = asyncio.create_task(ObjectStorage(bucket.url).put(NAME, endless()))
    await started.wait()
    assert bucket.uploads() == [f"videos/{NAME}"]
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert bucket.names() == bucket.uploads() == []


@BOTH
async def test_a_broken_replacement_leaves_the_earlier_object(bucket, film):
    outputs = ObjectStorage(bucket.url)
    earlier = minimal_mp4(b"earlier")
    await outputs.put(NAME, stream(earlier))
    with pytest.raises(BrokenVideoError):
        await outputs.put(NAME, stream(film[:-1]))
    assert bucket.get(NAME).content == earlier


async def test_any_part_is_read_as_it_is(bucket):
    outputs = ObjectStorage(bucket.url)
    await outputs.put(NAME, stream(LARGE))
    opened, size = await outputs.open(NAME), len(LARGE)
    assert opened.size == size
    for start, stop in [(0, size), (0, 1), (size - 1, size), (7, 7), (5, 3 * PIECE), (PIECE, size)]:
        pieces = [piece async for piece in opened.blocks(start, stop)]
        assert b"".join(pieces) == LARGE[start:stop]
        assert all(len(piece) <= PIECE for piece in pieces)
    opened.close()


async def test_an_object_that_is_replaced_while_it_is_read_is_not_mixed(bucket):
    outputs = ObjectStorage(bucket.url)
    await outputs.put(NAME, stream(LARGE))
    opened = await outputs.open(NAME)
    pieces = opened.blocks(0, len(LARGE))
    await anext(pieces)
    bucket.put(NAME, LARGE[::-1])
    with pytest.raises(StorageError, match="could not be read: "):
        await anext(pieces)


async def test_an_object_that_is_gone_is_missing(bucket):
    with pytest.raises(MissingOutputError):
        await ObjectStorage(bucket.url).open(NAME)


async def test_deleting_twice_is_harmless(bucket):
    outputs = ObjectStorage(bucket.url)
    await outputs.put(NAME, stream(SMALL))
    await outputs.delete(NAME)
    await outputs.delete(NAME)
    assert bucket.names() == []


@pytest.mark.parametrize("name", ["", "..", "../a", "a/b", ".hidden"])
async def test_a_name_cannot_leave_the_prefix(bucket, name):
    outputs = ObjectStorage(bucket.url)
    for doing in (outputs.find, outputs.open, outputs.delete):
        with pytest.raises(ValueError, match="not an output name"):
            await doing(name)


async def test_a_signed_url_needs_no_credentials_and_takes_ranges(bucket):
    outputs = ObjectStorage(bucket.url)
    await outputs.put(NAME, stream(SMALL))
    url = await outputs.signed_url(NAME, int(time.time()) + 60)
    assert SECRET not in url
    assert bucket.fetch(url.partition("?")[0]).status_code == 403
    assert bucket.fetch(url).content == SMALL
    assert bucket.fetch(url, "bytes=3-9").content == SMALL[3:10]


async def test_no_url_of_a_bucket_that_clients_cannot_reach_is_signed(bucket):
    outputs = ObjectStorage(bucket.url, signs=False)
    await outputs.put(NAME, stream(SMALL))
    assert await outputs.signed_url(NAME, int(time.time()) + 60) is None


@pytest.mark.parametrize("seconds", [-60, 0, MAX_LIFETIME + 60])
async def test_no_url_is_signed_for_longer_than_it_would_be_good(bucket, seconds):
    outputs = ObjectStorage(bucket.url)
    assert await outputs.signed_url(NAME, int(time.time()) + seconds) is None


async def test_without_credentials_no_url_is_signed(bucket, s3_environment):
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"):
        s3_environment.delenv(name)
    s3_environment.setenv("AWS_SKIP_SIGNATURE", "true")
    assert await ObjectStorage(bucket.url).signed_url(NAME, int(time.time()) + 60) is None


async def test_a_bucket_that_can_be_written_passes_and_keeps_nothing(bucket):
    await ObjectStorage(bucket.url).check()
    assert bucket.names() == []


async def every_write(outputs):
    """Yield what each operation that writes raised."""
    for film in (None, SMALL, LARGE):
        with pytest.raises(StorageError) as raised:
            await (outputs.check() if film is None else outputs.put(NAME, stream(film)))
        yield raised.value


async def test_a_missing_bucket_is_told(bucket):
    async for error in every_write(ObjectStorage("s3://no-such-bucket/videos")):
        assert "missing (404 NoSuchBucket)" in str(error)


async def test_refused_credentials_are_told_without_secrets(bucket):
    outputs = ObjectStorage(bucket.url)
    with signatures_checked(bucket.endpoint):
        errors = [error async for error in every_write(outputs)]
        for doing in (outputs.find, outputs.open, outputs.delete):
            with pytest.raises(StorageError) as raised:
                await doing(NAME)
            errors.append(raised.value)
    for error in errors:
        assert "the bucket refused access (403" in str(error)
        told = "".join(traceback.format_exception(error))
        assert SECRET not in told
        assert TOKEN not in told
    assert SECRET not in repr(outputs)


async def test_what_a_bucket_echoes_of_secrets_is_not_passed_on(s3_environment):
    """S3 itself answers an outdated token by showing it."""
    answer = f"<Error><Code>InvalidToken</Code><Token-0>{TOKEN}</Token-0></Error>"

    async def refuse(_: Request) -> Response:
        return Response(answer, 400)

    routes = [Route("/{path:path}", refuse, methods=["GET", "PUT", "POST", "DELETE"])]
    with serving(Starlette(routes=routes)) as url:
        s3_environment.setenv("AWS_ENDPOINT_URL", url)
        async for error in every_write(ObjectStorage("s3://bucket")):
            assert "the bucket reported an error (400 InvalidToken)" in str(error)
            assert TOKEN not in "".join(traceback.format_exception(error))


async def test_an_unreachable_bucket_is_told(s3_environment):
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        s3_environment.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{closed.getsockname()[1]}")
        outputs = ObjectStorage("s3://bucket")
        async for error in every_write(outputs):
            assert "the bucket could not be reached" in str(error)
        with pytest.raises(StorageError, match="could not be reached"):
            await outputs.find(NAME)


async def test_an_upload_that_fails_on_the_way_is_told(bucket):
    async def forgotten():
        async for block in stream(LARGE):
            yield block
        bucket.forget_uploads()
        yield box(b"free", bytes(2 * PART))

    with pytest.raises(StorageError, match=r"could not be stored: .* \(404 NoSuchUpload\)"):
        await ObjectStorage(bucket.url).put(NAME, forgotten())
    assert bucket.names() == bucket.uploads() == []


@pytest.mark.parametrize("url", ["s3://key:hidden@bucket", "s3://bucket?password=hidden", "s3://"])
def test_a_url_that_names_no_bucket_alone_is_refused(s3_environment, url):
    with pytest.raises(StorageError) as raised:
        ObjectStorage(url)
    assert "hidden" not in str(raised.value)


@pytest.mark.parametrize(
    ("url", "variable", "value"),
    [
        ("gs://bucket", "GOOGLE_SERVICE_ACCOUNT_KEY", '{"private": "hidden-1234"}'),
        ("gs://bucket", "GOOGLE_SERVICE_ACCOUNT", "/hidden-1234"),
        ("az://container/videos", "AZURE_STORAGE_ACCOUNT_KEY", "hidden-1234"),
        ("s3://bucket", "AWS_ALLOW_HTTP", "hidden-1234"),
    ],
)
def test_an_environment_that_does_not_do_is_told_without_its_values(
    s3_environment, url, variable, value
):
    s3_environment.setenv(variable, value)
    with pytest.raises(StorageError, match="cannot be used: ") as raised:
        ObjectStorage(url)
    assert "hidden" not in "".join(traceback.format_exception(raised.value))


def test_google_and_azure_are_known_by_their_urls(s3_environment):
    s3_environment.setenv("AZURE_STORAGE_ACCOUNT_NAME", "account")
    s3_environment.setenv("AZURE_STORAGE_ACCOUNT_KEY", "a2V5")
    for url in ("gs://bucket/videos", "az://container/videos"):
        assert "a2V5" not in repr(ObjectStorage(url))

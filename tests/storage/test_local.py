"""Storage in a folder: whole or not at all, under their own name, read in blocks."""

from __future__ import annotations

import asyncio
import hashlib
import os
import resource
import socket
import threading

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from rushes.storage import local
from rushes.storage.base import MissingOutputError, StorageError
from rushes.storage.local import LocalStorage
from rushes.storage.local_reader import BLOCK, open_file
from rushes.wire.containers import BrokenVideoError
from tests.mp4 import minimal_mp4

FILM = minimal_mp4(b"one")
OTHER = minimal_mp4(b"another")


async def stream(*blocks, error=None):
    for block in blocks:
        yield block
    if error:
        raise error


def files(root):
    return sorted(p.name for p in root.rglob("*") if p.is_file())


async def test_a_stream_is_stored_with_its_length_and_checksum(tmp_path):
    folder = LocalStorage(tmp_path)
    stored = await folder.put("a-0.mp4", stream(FILM[:50], FILM[50:]))
    assert (stored.name, stored.size) == ("a-0.mp4", len(FILM))
    assert stored.sha256 == hashlib.sha256(FILM).hexdigest()
    assert folder.path("a-0.mp4").read_bytes() == FILM
    assert files(tmp_path) == ["a-0.mp4"]


@pytest.mark.parametrize(
    ("blocks", "error", "expected"),
    [
        ((FILM,), RuntimeError("cut"), RuntimeError),
        ((FILM[:-1],), None, BrokenVideoError),
        ((b"<html>",), None, BrokenVideoError),
        ((), None, BrokenVideoError),
    ],
)
async def test_a_stream_that_breaks_leaves_nothing(tmp_path, blocks, error, expected):
    folder = LocalStorage(tmp_path)
    with pytest.raises(expected):
        await folder.put("a-0.mp4", stream(*blocks, error=error))
    assert files(tmp_path) == []


async def test_a_put_that_is_cancelled_leaves_nothing(tmp_path):
    folder, started = LocalStorage(tmp_path), asyncio.Event()

    async def endless():
        yield FILM
        started.set()
        await asyncio.Event().wait()

    task = asyncio.create_task(folder.put("a-0.mp4", endless()))
    await started.wait()
    assert len(files(tmp_path)) == 1
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert files(tmp_path) == []


async def test_a_put_that_is_cancelled_while_its_file_is_created_leaves_nothing(
    tmp_path, monkeypatch
):
    creating, go_on = threading.Event(), threading.Event()
    create = local._create

    def slow(path):
        creating.set()
        assert go_on.wait(20)
        return create(path)

    monkeypatch.setattr(local, "_create", slow)
    task = asyncio.create_task(LocalStorage(tmp_path).put("a-0.mp4", stream(FILM)))
    assert await asyncio.to_thread(creating.wait, 20)
    task.cancel()
    await asyncio.sleep(0)
    go_on.set()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert files(tmp_path) == []


async def test_a_broken_replacement_leaves_the_earlier_file(tmp_path):
    folder = LocalStorage(tmp_path)
    await folder.put("a-0.mp4", stream(FILM))
    with pytest.raises(BrokenVideoError):
        await folder.put("a-0.mp4", stream(OTHER[:-1]))
    assert folder.path("a-0.mp4").read_bytes() == FILM


async def test_two_who_store_under_one_name_do_not_mix(tmp_path):
    folder, first_block = LocalStorage(tmp_path), asyncio.Event()

    async def slow():
        yield FILM[:50]
        await first_block.wait()
        yield FILM[50:]

    late = asyncio.create_task(folder.put("a-0.mp4", slow()))
    await folder.put("a-0.mp4", stream(OTHER))
    assert folder.path("a-0.mp4").read_bytes() == OTHER
    first_block.set()
    await late
    assert folder.path("a-0.mp4").read_bytes() == FILM
    assert files(tmp_path) == ["a-0.mp4"]


async def test_what_a_killed_process_left_is_removed_on_opening(tmp_path):
    folder = LocalStorage(tmp_path)
    await folder.put("a-0.mp4", stream(FILM))
    folder.path("a-0.mp4").with_name("b-0.mp4.part").write_bytes(b"half")
    LocalStorage(tmp_path)
    assert files(tmp_path) == ["a-0.mp4"]


async def test_what_another_process_is_writing_is_left_alone_on_opening(tmp_path):
    folder, opened = LocalStorage(tmp_path), asyncio.Event()

    async def slow():
        yield FILM[:50]
        await opened.wait()
        yield FILM[50:]

    put = asyncio.create_task(folder.put("a-0.mp4", slow()))
    while not files(tmp_path):
        await asyncio.sleep(0)
    LocalStorage(tmp_path)
    opened.set()
    await put
    assert folder.path("a-0.mp4").read_bytes() == FILM


@pytest.mark.parametrize("name", ["", ".", "..", "../a", "a/b", "/etc/passwd", ".hidden"])
def test_a_name_cannot_leave_the_folder(tmp_path, name):
    with pytest.raises(ValueError, match="not an output name"):
        LocalStorage(tmp_path).path(name)


@pytest.mark.parametrize(("durable", "flushed"), [(True, 2), (False, 0)])
async def test_a_file_is_flushed_with_its_folder_if_it_is_to_last(
    tmp_path, monkeypatch, durable, flushed
):
    calls = []
    monkeypatch.setattr(os, "fsync", calls.append)
    stored = await LocalStorage(tmp_path, durable=durable).put("a-0.mp4", stream(FILM))
    assert stored.size == len(FILM)
    assert len(calls) == flushed


async def test_what_is_stored_is_found_with_its_checksum(tmp_path):
    folder = LocalStorage(tmp_path)
    assert await folder.find("a-0.mp4") is None
    stored = await folder.put("a-0.mp4", stream(FILM))
    assert await folder.find("a-0.mp4") == stored


async def test_a_disk_that_refuses_is_told_in_a_sentence(tmp_path):
    folder = LocalStorage(tmp_path)
    folder.path("a-0.mp4").parent.write_text("in the way")
    with pytest.raises(StorageError, match="could not be stored: "):
        await folder.put("a-0.mp4", stream(FILM))
    for doing in (folder.find, folder.open):
        with pytest.raises(StorageError, match="could not be read: "):
            await doing("a-0.mp4")
    with pytest.raises(StorageError, match="could not be deleted: "):
        await folder.delete("a-0.mp4")


@pytest.mark.parametrize("size", [10_000, 2_000_000])
async def test_a_disk_that_is_full_is_told_and_nothing_is_left(tmp_path, size):
    folder = LocalStorage(tmp_path)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, limits[1]))
    try:
        with pytest.raises(StorageError, match="could not be stored: File too large"):
            await folder.put("a-0.mp4", stream(minimal_mp4(bytes(size))))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert files(tmp_path) == []


async def test_a_folder_that_was_removed_is_made_again(tmp_path):
    folder = LocalStorage(tmp_path / "outputs")
    (tmp_path / "outputs").rmdir()
    await folder.put("a-0.mp4", stream(FILM))
    assert files(tmp_path) == ["a-0.mp4"]


async def test_a_place_that_can_be_written_passes_and_keeps_nothing(tmp_path):
    await LocalStorage(tmp_path).check()
    assert files(tmp_path) == []


async def test_a_place_that_cannot_be_written_is_told_at_the_start(tmp_path):
    folder = LocalStorage(tmp_path / "outputs")
    (tmp_path / "outputs").rmdir()
    with pytest.raises(StorageError, match="cannot be written: No such file"):
        await folder.check()
    (tmp_path / "outputs").write_text("in the way")
    with pytest.raises(StorageError, match="cannot be used: File exists"):
        LocalStorage(tmp_path / "outputs")


async def test_deleting_twice_is_harmless(tmp_path):
    folder = LocalStorage(tmp_path)
    await folder.put("a-0.mp4", stream(FILM))
    await folder.delete("a-0.mp4")
    await folder.delete("a-0.mp4")
    assert files(tmp_path) == []


async def test_a_file_is_opened_and_read_in_part(tmp_path):
    folder = LocalStorage(tmp_path)
    await folder.put("a-0.mp4", stream(FILM))
    opened = await folder.open("a-0.mp4")
    assert opened.size == len(FILM)
    assert b"".join([block async for block in opened.blocks(5, 25)]) == FILM[5:25]
    opened.close()


async def test_a_file_that_is_gone_is_missing(tmp_path):
    with pytest.raises(MissingOutputError):
        await LocalStorage(tmp_path).open("a-0.mp4")


async def test_a_folder_signs_no_urls(tmp_path):
    assert await LocalStorage(tmp_path).signed_url("a-0.mp4", 2_000_000_000) is None


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
async def test_any_part_is_read_as_it_is(tmp_path, data):
    content = bytes(range(251)) * 3000  # about three blocks, and 251 is prime
    path = tmp_path / "x"
    path.write_bytes(content)
    start = data.draw(st.integers(0, len(content)))
    stop = data.draw(st.integers(start, len(content)))
    file = open_file(path)
    blocks = [block async for block in file.blocks(start, stop)]
    file.close()
    assert b"".join(blocks) == content[start:stop]
    assert all(len(block) <= BLOCK for block in blocks)


async def test_a_file_that_shrinks_while_it_is_read_is_an_error(tmp_path):
    path = tmp_path / "x"
    path.write_bytes(b"x" * 10)
    file = open_file(path)
    path.write_bytes(b"xx")
    with pytest.raises(EOFError):
        async for _ in file.blocks(0, 10):
            pass
    file.close()


async def test_a_deleted_file_is_read_to_its_end(tmp_path):
    path = tmp_path / "x"
    path.write_bytes(b"content")
    file = open_file(path)
    path.unlink()
    assert b"".join([b async for b in file.blocks(0, file.size)]) == b"content"
    file.close()


async def test_a_file_that_was_changed_under_its_old_date_is_known_to_a_new_process(tmp_path):
    stored = await LocalStorage(tmp_path).put("a-0.mp4", stream(FILM))
    path = LocalStorage(tmp_path).path("a-0.mp4")
    before = path.stat()
    path.write_bytes(FILM[:-1] + b"x")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    opened = await LocalStorage(tmp_path).open("a-0.mp4")
    assert opened.size == stored.size
    assert await opened.sha256() != stored.sha256
    opened.close()


async def test_a_file_is_read_once_for_its_checksum_and_not_at_all_by_whoever_wrote_it(
    tmp_path, monkeypatch
):
    read, reads = os.pread, []

    def counted(*given):
        reads.append(given)
        return read(*given)

    monkeypatch.setattr(os, "pread", counted)
    writer = LocalStorage(tmp_path)
    stored = await writer.put("a-0.mp4", stream(FILM))
    for folder, count in ((writer, 0), (LocalStorage(tmp_path), 2)):
        for _ in range(3):
            opened = await folder.open("a-0.mp4")
            both = await asyncio.gather(opened.sha256(), opened.sha256())
            assert set(both) == {stored.sha256}
            opened.close()
        assert len(reads) == count, "a block, and the end"


@pytest.mark.parametrize("kind", ["pipe", "folder", "socket", "device"])
async def test_what_is_no_file_is_not_opened_and_holds_nothing_up(tmp_path, kind, monkeypatch):
    folder = LocalStorage(tmp_path)
    path = folder.path("a-0.mp4")
    path.parent.mkdir()
    with socket.socket(socket.AF_UNIX) as listener:
        match kind:
            case "pipe":
                os.mkfifo(path)
            case "folder":
                path.mkdir()
            case "socket":
                monkeypatch.chdir(path.parent)  # a socket's path may not be long
                listener.bind(path.name)
            case "device":
                path.symlink_to("/dev/zero")
        async with asyncio.timeout(20):
            with pytest.raises((MissingOutputError, StorageError)):
                await folder.open("a-0.mp4")
            if kind in {"pipe", "device"}:
                assert await folder.find("a-0.mp4") is None
    if kind == "pipe":
        os.mkfifo(path.with_name("b-0.mp4.0123.part"))
        LocalStorage(tmp_path)  # looks at temporary files


async def test_a_video_is_opened_beside_the_event_loop(tmp_path, monkeypatch):
    folder = LocalStorage(tmp_path)
    await folder.put("a-0.mp4", stream(FILM))
    threads, opening = [], local.open_file

    def noted(*arguments):
        threads.append(threading.current_thread())
        return opening(*arguments)

    monkeypatch.setattr(local, "open_file", noted)
    (await folder.open("a-0.mp4")).close()
    assert threads
    assert threads[0] is not threading.current_thread()

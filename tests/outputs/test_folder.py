"""Outputs: whole or not at all, under their own name, read in blocks."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rushes.outputs.folder import OutputFolder, StorageError
from rushes.outputs.reader import BLOCK, open_file


async def stream(*blocks, error=None):
    for block in blocks:
        yield block
    if error:
        raise error


def files(root):
    return sorted(p.name for p in root.rglob("*") if p.is_file())


async def test_a_stream_is_stored_with_its_length_and_checksum(tmp_path):
    folder = OutputFolder(tmp_path)
    stored = await folder.put("a-0.mp4", stream(b"one", b"two"))
    assert (stored.name, stored.size) == ("a-0.mp4", 6)
    assert stored.sha256 == hashlib.sha256(b"onetwo").hexdigest()
    assert folder.path("a-0.mp4").read_bytes() == b"onetwo"
    assert files(tmp_path) == ["a-0.mp4"]


@pytest.mark.parametrize(
    ("blocks", "error"), [((b"one",), RuntimeError("cut")), ((), StorageError("empty"))]
)
async def test_a_stream_that_breaks_leaves_nothing(tmp_path, blocks, error):
    folder = OutputFolder(tmp_path)
    with pytest.raises(type(error)):
        await folder.put("a-0.mp4", stream(*blocks, error=error if blocks else None))
    assert files(tmp_path) == []


async def test_a_broken_replacement_leaves_the_earlier_file(tmp_path):
    folder = OutputFolder(tmp_path)
    await folder.put("a-0.mp4", stream(b"first"))
    with pytest.raises(RuntimeError):
        await folder.put("a-0.mp4", stream(b"second", error=RuntimeError()))
    assert folder.path("a-0.mp4").read_bytes() == b"first"


async def test_what_a_killed_process_left_is_removed_on_opening(tmp_path):
    folder = OutputFolder(tmp_path)
    await folder.put("a-0.mp4", stream(b"whole"))
    folder.path("a-0.mp4").with_name("b-0.mp4.part").write_bytes(b"half")
    OutputFolder(tmp_path)
    assert files(tmp_path) == ["a-0.mp4"]


@pytest.mark.parametrize("name", ["", ".", "..", "../a", "a/b", "/etc/passwd", ".hidden"])
def test_a_name_cannot_leave_the_folder(tmp_path, name):
    with pytest.raises(ValueError, match="not an output name"):
        OutputFolder(tmp_path).path(name)


async def test_what_is_stored_is_found_with_its_checksum(tmp_path):
    folder = OutputFolder(tmp_path)
    assert await folder.find("a-0.mp4") is None
    stored = await folder.put("a-0.mp4", stream(b"one"))
    assert await folder.find("a-0.mp4") == stored


async def test_a_disk_that_refuses_is_told_in_a_sentence(tmp_path):
    folder = OutputFolder(tmp_path)
    folder.path("a-0.mp4").parent.write_text("in the way")
    with pytest.raises(StorageError, match="could not be stored: "):
        await folder.put("a-0.mp4", stream(b"x"))


async def test_deleting_twice_is_harmless(tmp_path):
    folder = OutputFolder(tmp_path)
    await folder.put("a-0.mp4", stream(b"x"))
    folder.delete("a-0.mp4")
    folder.delete("a-0.mp4")
    assert files(tmp_path) == []


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

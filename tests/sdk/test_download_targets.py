"""What is no regular file is written into, links are followed, and permissions stay."""

from __future__ import annotations

import os
import pty
import socket
import stat
import threading
import tty
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from openrouter import errors
from tests.fakes.stub_server import JOB_ID, StubServer, job_answer
from tests.sdk.driver import Driver
from tests.sdk.partial_videos import SEA, TAG, broken, leave, names, part, whole


@pytest.fixture(autouse=True)
def _in_a_directory_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def umask() -> Iterator[None]:
    before = os.umask(0o027)
    yield
    os.umask(before)


class Reader(threading.Thread):
    """Reads a pipe or a terminal until there is as much as a video has."""

    def __init__(self, opened: Callable[[], int]) -> None:
        super().__init__(daemon=True)  # nobody may come to write
        self._opened = opened
        self.data = b""
        self.start()

    def run(self) -> None:
        descriptor = self._opened()
        while len(self.data) < len(SEA) and (some := os.read(descriptor, 1 << 16)):
            self.data += some
        os.close(descriptor)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize("overwrite", [True, False])
def test_a_pipe_is_written_into(
    driver: Driver, stub: StubServer, tmp_path: Path, overwrite: bool
) -> None:
    pipe = tmp_path / "sea.mp4"
    os.mkfifo(pipe)
    reader = Reader(lambda: os.open(pipe, os.O_RDONLY))
    stub.script(broken(5000, etag=TAG), part(5000))
    path = driver.call(driver.client(), "download", JOB_ID, pipe, overwrite=overwrite)
    reader.join()
    assert path == pipe
    assert reader.data == SEA
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert names(tmp_path) == ["sea.mp4"]


@pytest.mark.parametrize("link", [False, True])
def test_a_device_is_written_into(
    driver: Driver, stub: StubServer, tmp_path: Path, link: bool
) -> None:
    terminal, end = pty.openpty()
    tty.setraw(end)
    device = Path(os.ttyname(end))
    if link:
        (tmp_path / "link").symlink_to(device)
    reader = Reader(lambda: os.dup(terminal))
    stub.script(whole())
    target = tmp_path / "link" if link else device
    driver.call(driver.client(), "download", JOB_ID, target, overwrite=True)
    reader.join()
    assert reader.data == SEA
    assert stat.S_ISCHR(device.stat().st_mode)
    assert names(tmp_path) == (["link"] if link else [])
    os.close(end)
    os.close(terminal)


def test_the_null_device_stays_what_it_is(driver: Driver, stub: StubServer) -> None:
    stub.script(whole())
    path = driver.call(driver.client(), "download", JOB_ID, os.devnull, overwrite=True)
    assert path == Path(os.devnull)
    assert stat.S_ISCHR(path.stat().st_mode)


def test_an_open_file_is_continued_by_its_descriptor(
    driver: Driver, stub: StubServer, tmp_path: Path
) -> None:
    with (tmp_path / "log").open("ab") as file:
        file.write(b"head")
        file.flush()
        stub.script(whole())
        driver.call(driver.client(), "download", JOB_ID, f"/dev/fd/{file.fileno()}")
        file.write(b"tail")
    assert (tmp_path / "log").read_bytes() == b"head" + SEA + b"tail"


def test_a_stream_cannot_start_over(driver: Driver, stub: StubServer, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = Reader(lambda: os.open(pipe, os.O_RDONLY))
    stub.script(broken(5000), whole())
    with pytest.raises(OSError, match="cannot go back"):
        driver.call(driver.client(), "download", JOB_ID, pipe)
    reader.join()
    assert reader.data == SEA[:5000]


def test_a_socket_is_refused_before_anything_is_paid(
    driver: Driver, stub: StubServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("sea.mp4")
        for operation, arguments in (
            ("download", {"job_id": JOB_ID, "to": "sea.mp4"}),
            ("generate_to_file", {"to": "sea.mp4", "model": "m"}),
        ):
            with pytest.raises(OSError, match="cannot be written to a socket"):
                driver.call(driver.client(), operation, **arguments, overwrite=True)
    assert stub.received == []


@pytest.mark.parametrize("exists", [True, False])
def test_a_link_stays_and_its_target_is_written(
    driver: Driver, stub: StubServer, tmp_path: Path, exists: bool
) -> None:
    (tmp_path / "there").mkdir()
    target, link = tmp_path / "there" / "real.mp4", tmp_path / "sea.mp4"
    link.symlink_to("there/real.mp4")
    if exists:
        target.write_bytes(b"old")
    stub.script(whole(), whole())
    client = driver.client()
    assert driver.call(client, "download", JOB_ID, link, overwrite=exists) == link
    assert link.is_symlink()
    assert target.read_bytes() == SEA
    assert names(tmp_path / "there") == ["real.mp4"]
    with pytest.raises(FileExistsError):
        driver.call(client, "download", JOB_ID, link)
    (tmp_path / f"{JOB_ID}.mp4").symlink_to(target)
    driver.call(client, "download", JOB_ID, tmp_path, overwrite=True)
    assert names(tmp_path) == [f"{JOB_ID}.mp4", "sea.mp4", "there"]


@pytest.mark.parametrize(
    ("to", "words"), [("loop", "symbolic links"), ("nowhere/sea.mp4", "no directory")]
)
def test_a_link_that_leads_nowhere_is_refused_before_anything_is_paid(
    driver: Driver, stub: StubServer, tmp_path: Path, to: str, words: str
) -> None:
    (tmp_path / "loop").symlink_to(to)
    for operation, arguments in (
        ("download", {"job_id": JOB_ID}),
        ("generate_to_file", {"model": "m"}),
    ):
        with pytest.raises(OSError, match=words):
            driver.call(driver.client(), operation, to="loop", **arguments, overwrite=True)
    assert stub.received == []


@pytest.mark.parametrize("permissions", [0o640, 0o600, 0o444, 0o755])
def test_a_file_keeps_its_permissions(
    driver: Driver, stub: StubServer, tmp_path: Path, permissions: int
) -> None:
    target = tmp_path / "sea.mp4"
    target.write_bytes(b"old")
    target.chmod(permissions)
    seen: list[int] = []
    body = SEA * 300
    stub.script(whole(body))
    driver.call(
        driver.client(),
        "download",
        JOB_ID,
        target,
        overwrite=True,
        on_progress=lambda *_: seen.extend(map(mode, tmp_path.glob("*.part"))),
    )
    assert target.read_bytes() == body
    assert mode(target) == permissions
    # Others cannot read what is not complete yet, either.
    assert {found & 0o077 for found in seen} == {permissions & 0o077}


@pytest.mark.usefixtures("umask")
@pytest.mark.parametrize("resumed", [False, True])
def test_a_new_file_has_those_of_the_umask(
    driver: Driver, stub: StubServer, tmp_path: Path, resumed: bool
) -> None:
    if resumed:
        leave(tmp_path, SEA[:4000])
    stub.script(part(4000) if resumed else whole())
    path = driver.call(driver.client(), "download", JOB_ID, tmp_path / "sea.mp4")
    assert mode(path) == 0o640


def test_generate_to_file_writes_into_a_pipe(
    driver: Driver, stub: StubServer, tmp_path: Path
) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = Reader(lambda: os.open(pipe, os.O_RDONLY))
    stub.script(job_answer(202), job_answer(status="completed"), whole())
    driver.call(driver.client(), "generate_to_file", pipe, model="m")
    reader.join()
    assert reader.data == SEA


def test_an_incomplete_video_in_a_pipe_is_an_error(
    driver: Driver, stub: StubServer, tmp_path: Path
) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = Reader(lambda: os.open(pipe, os.O_RDONLY))
    stub.script(broken(5000), broken(5000), broken(5000), broken(5000))
    with pytest.raises((OSError, errors.OpenRouterError)):
        driver.call(driver.client(), "download", JOB_ID, pipe, resume=False)
    reader.join()
    assert reader.data == SEA[:5000]

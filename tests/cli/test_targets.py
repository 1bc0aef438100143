"""What `rushes generate` reads and writes: pipes, stdin and stdout, links, and permissions."""

from __future__ import annotations

import json
import os
import pty
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from tests.fakes.providers import VIDEO
from tests.service import running_service

LONGEST = 100  # seconds


@pytest.fixture(scope="module")
def service(tmp_path_factory):
    with running_service(tmp_path_factory.mktemp("data")) as running:
        yield running


def generate(service, *arguments, through=(), **streams):
    return subprocess.run(
        [
            *through,
            *(sys.executable, "-W", "error", "-m", "rushes", "generate", "A calm sea"),
            *("--server", service.url, *map(str, arguments)),
        ],
        timeout=LONGEST,
        check=False,
        **{"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **streams},
    )


@pytest.mark.parametrize("target", ["-", "/dev/stdout"])
def test_a_video_goes_to_stdout_alone(service, target):
    done = generate(service, "-o", target, "--json")
    assert done.returncode == 0, done.stderr
    assert done.stdout == VIDEO
    shown = json.loads(done.stderr)
    assert (shown["status"], shown["bytes"]) == ("completed", len(VIDEO))


def test_stdout_may_be_a_file_that_is_appended_to(service, tmp_path):
    with (tmp_path / "out").open("ab") as out:
        out.write(b"head")
        out.flush()
        done = generate(service, "-o", "-", stdout=out)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out").read_bytes() == b"head" + VIDEO


def test_a_terminal_gets_no_video(service):
    before = len(service.provider.requests)
    terminal, end = pty.openpty()
    done = generate(service, "-o", "-", stdout=end)
    os.close(end)
    os.close(terminal)
    assert done.returncode == 2
    assert b"not written to a terminal" in done.stderr
    assert len(service.provider.requests) == before


def test_a_closed_stdout_is_refused_before_anything_is_made(service):
    before = len(service.provider.requests)
    done = generate(service, "-o", "-", through=("sh", "-c", 'exec "$@" >&-', "sh"))
    assert done.returncode == 2
    assert b"Bad file descriptor" in done.stderr
    assert len(service.provider.requests) == before


@pytest.mark.parametrize(
    ("target", "words"),
    [("", b"is empty"), ("/dev/stdin", b"reading only"), ("/dev/fd/0", b"only")],
)
def test_what_cannot_be_written_is_refused_before_anything_is_made(service, target, words):
    before = len(service.provider.requests)
    with Path(__file__).open("rb") as stdin:
        done = generate(service, "-o", target, stdin=stdin)
    assert done.returncode == 2
    assert words in done.stderr
    assert len(service.provider.requests) == before


def test_a_pipe_stays_a_pipe(service, tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with (
        (tmp_path / "copy").open("wb") as copy,
        subprocess.Popen(["cat", pipe], stdout=copy) as reader,
    ):
        done = generate(service, "-o", pipe)
        if done.returncode:
            reader.kill()  # which waits for a writer
        reader.wait(LONGEST)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "copy").read_bytes() == VIDEO
    assert f"{len(VIDEO) / 1e6:.1f} MB".encode() in done.stdout
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_link_and_the_permissions_of_its_target_stay(service, tmp_path):
    target, link = tmp_path / "real.mp4", tmp_path / "sea.mp4"
    target.write_bytes(b"old")
    target.chmod(0o640)
    link.symlink_to(target)
    done = generate(service, "-o", link, "--overwrite")
    assert done.returncode == 0, done.stderr
    assert link.is_symlink()
    assert target.read_bytes() == VIDEO
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_pictures_come_from_stdin_and_from_pipes(service, tmp_path):
    Image.new("RGB", (16, 9), "red").save(tmp_path / "first.png")
    with (tmp_path / "first.png").open("rb") as first:
        done = generate(service, "--first-frame", "-", "-o", tmp_path / "x.mp4", stdin=first)
    assert done.returncode == 0, done.stderr
    body = json.loads(service.provider.requests[-1].body)
    assert body["frame_images"][0]["image_url"]["url"].startswith("data:image/png;base64,")


def test_pictures_that_do_not_fit_together_are_refused_at_once(service, tmp_path):
    before = len(service.provider.requests)
    for name in ("first.png", "last.png"):
        (tmp_path / name).write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(14_000_000))
    frames = ("--first-frame", tmp_path / "first.png", "--last-frame", tmp_path / "last.png")
    done = generate(service, *frames, "-o", tmp_path / "x.mp4")
    assert done.returncode == 2
    assert b"do not fit into one request" in b" ".join(done.stderr.split())
    assert len(service.provider.requests) == before
    assert not Path(tmp_path / "x.mp4").exists()

"""Finished renders are copied for identical requests, and never a damaged one."""

from __future__ import annotations

import asyncio
import errno
import hashlib
import json
import os
import shutil
import threading
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest

from rushes.engines.render_cache import ABANDONED_AFTER, RenderCache, request_key
from rushes.engines.render_pool import RenderPool
from rushes.engines.request import FILE_LISTS, FILES, RenderReport, RenderRequest
from tests.engines.holds import RenderHold
from tests.engines.render_requests import PICTURE, render_request


def request(**changes: Any) -> RenderRequest:
    return render_request(**{"duration": 1.0, "first_frame": None, **changes})


def report_of(content: bytes) -> RenderReport:
    digest = hashlib.sha256(content).hexdigest()
    return RenderReport({"scene": "lake"}, 128, 128, 24, 1.0, False, len(content), digest)


def note_size(content: bytes) -> int:
    return len(json.dumps(asdict(report_of(content))))


class Renders:
    """A cache, and a folder in which videos are made."""

    def __init__(self, folder: Path, most_bytes: int = 10_000) -> None:
        self.folder = folder / "renders"
        self.cache = RenderCache(self.folder, most_bytes)
        self.made = folder / "made.mp4"
        self.target = folder / "target.mp4"

    def keep(self, asked: RenderRequest, content: bytes) -> None:
        self.made.write_bytes(content)
        self.cache.keep(asked, self.made, report_of(content))
        self.made.unlink()  # as the pool does once a video is stored

    def copy(self, asked: RenderRequest) -> bytes | None:
        self.target.unlink(missing_ok=True)
        report = self.cache.copy(asked, self.target)
        assert not self.target.with_name("target.mp4.part").exists()
        assert (report is not None) == self.target.exists()
        if report is None:
            return None
        content = self.target.read_bytes()
        assert report == report_of(content)
        return content

    def size(self) -> int:
        return sum(path.stat().st_size for path in self.folder.iterdir())

    def names(self) -> set[str]:
        return {path.suffix for path in self.folder.iterdir()}


@pytest.fixture
def renders(tmp_path: Path) -> Renders:
    return Renders(tmp_path)


def test_an_identical_request_is_a_copy(renders: Renders) -> None:
    assert renders.copy(request()) is None
    renders.keep(request(), b"video")
    assert renders.copy(request()) == b"video"
    assert renders.copy(request()) == b"video"
    assert renders.folder.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    "change",
    [
        {"prompt": "a sea"},
        {"seed": 2},
        {"width": 130},
        {"duration": 2.0},
        {"audio": True},
        {"emulated_model": "google/veo-3.1"},
        {"first_frame": PICTURE},
        {"last_frame": PICTURE},
        {"references": (PICTURE,)},
    ],
    ids=lambda change: next(iter(change)),
)
def test_any_other_request_is_not(renders: Renders, change: dict[str, Any]) -> None:
    renders.keep(request(), b"video")
    renders.keep(request(first_frame=PICTURE, references=(PICTURE, PICTURE)), b"other")
    assert renders.copy(request(**change)) is None


def test_the_place_of_a_picture_counts(renders: Renders) -> None:
    renders.keep(request(first_frame=PICTURE), b"first")
    renders.keep(request(last_frame=PICTURE), b"last")
    renders.keep(request(references=(PICTURE,)), b"reference")
    assert renders.copy(request(first_frame=PICTURE)) == b"first"
    assert renders.copy(request(last_frame=PICTURE)) == b"last"
    assert renders.copy(request(references=(PICTURE,))) == b"reference"


@pytest.mark.parametrize("suffix", [".mp4", ".json"])
@pytest.mark.parametrize("damage", [b"", b"vide0", b'{"size": 5}', b"[1]", None])
def test_a_damaged_entry_is_never_served(
    renders: Renders, suffix: str, damage: bytes | None
) -> None:
    renders.keep(request(), b"video")
    (path,) = renders.folder.glob(f"*{suffix}")
    path.unlink()
    if damage is not None:
        path.write_bytes(damage)
    assert renders.copy(request()) is None
    renders.keep(request(), b"video")
    assert renders.copy(request()) == b"video"


def test_those_used_longest_ago_are_deleted(tmp_path: Path) -> None:
    entry = 1000 + note_size(bytes(1000))
    renders = Renders(tmp_path, most_bytes=3 * entry)
    for seed in (1, 2, 3):
        renders.keep(request(seed=seed), bytes([seed]) * 1000)
        for note in renders.folder.glob("*.json"):  # the clock of a file system may be coarse
            os.utime(note, (note.stat().st_mtime - 10, note.stat().st_mtime - 10))
    assert renders.copy(request(seed=1)) == b"\1" * 1000
    renders.keep(request(seed=4), b"\4" * 1000)
    kept = [seed for seed in (1, 2, 3, 4) if renders.copy(request(seed=seed)) is not None]
    assert kept == [1, 3, 4]
    renders.keep(request(seed=5), b"\5" * 3 * entry)
    assert renders.copy(request(seed=5)) is None
    assert renders.size() == 3 * entry


def test_the_folder_is_never_larger_than_its_bound(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bound = 2 * (100 + note_size(bytes(100))) + 50
    renders, sizes = Renders(tmp_path, most_bytes=bound), list[int]()
    replace_file = Path.replace

    def replaced(path: Path, target: Path) -> Path:
        sizes.append(renders.size())
        return replace_file(path, target)

    monkeypatch.setattr(Path, "replace", replaced)
    renders.folder.mkdir()
    (renders.folder / "other").write_bytes(bytes(40))
    for seed in range(6):
        renders.keep(request(seed=seed), bytes([seed]) * 100)
    assert len(list(renders.folder.glob("*.mp4"))) == 2
    assert max(*sizes, renders.size()) <= bound
    (renders.folder / "another.part").write_bytes(bytes(100))
    renders.keep(request(seed=6), bytes([6]) * 100)
    assert len(list(renders.folder.glob("*.mp4"))) == 1
    assert renders.size() <= bound
    assert renders.copy(request(seed=6)) == bytes([6]) * 100


def test_no_bytes_keep_nothing(tmp_path: Path) -> None:
    Renders(tmp_path).keep(request(), b"video")
    renders = Renders(tmp_path, most_bytes=0)
    assert renders.copy(request()) is None
    renders.keep(request(seed=2), b"video")
    assert len(list(renders.folder.glob("*.mp4"))) == 1


def test_files_of_killed_processes_are_deleted(renders: Renders) -> None:
    renders.keep(request(), b"video")
    left, present = renders.folder / "a.mp4.1.part", renders.folder / "b.mp4.2.part"
    for path in (left, present, renders.folder / "c.json"):
        path.write_bytes(b"half")
    os.utime(left, (1, left.stat().st_mtime - ABANDONED_AFTER - 1))
    renders.keep(request(seed=2), b"video")
    assert {path.name for path in renders.folder.iterdir() if path.suffix == ".part"} == {
        present.name
    }
    assert len(list(renders.folder.glob("*.json"))) == 2


def test_a_file_system_without_links_gets_copies(
    renders: Renders, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EXDEV, "Invalid cross-device link")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    renders.keep(request(), b"video")
    assert renders.copy(request()) == b"video"


def test_a_folder_that_cannot_be_used_is_no_error(tmp_path: Path) -> None:
    renders = Renders(tmp_path)
    renders.folder.write_bytes(b"a file")
    renders.keep(request(), b"video")
    assert renders.copy(request()) is None


def test_several_processes_may_use_and_delete_it_at_once(tmp_path: Path) -> None:
    stop, problems = threading.Event(), list[object]()

    def use(number: int) -> None:
        folder = tmp_path / str(number)
        folder.mkdir()
        renders = Renders(folder)
        renders.folder = tmp_path / "renders"
        renders.cache = RenderCache(renders.folder, 4 * (100 + note_size(bytes(100))))
        try:
            for step in range(60):
                seed = (step + number) % 6
                renders.keep(request(seed=seed), bytes([seed]) * 100)
                if renders.copy(request(seed=seed)) not in {None, bytes([seed]) * 100}:
                    problems.append(seed)
        except BaseException as error:  # noqa: BLE001 - reported by the test
            problems.append(error)

    def delete() -> None:
        while not stop.is_set():
            shutil.rmtree(tmp_path / "renders", ignore_errors=True)

    deleting = threading.Thread(target=delete)
    users = [threading.Thread(target=use, args=(number,)) for number in range(3)]
    for thread in (deleting, *users):
        thread.start()
    for thread in users:
        thread.join()
    stop.set()
    deleting.join()
    assert not problems


@pytest.mark.timeout(120)
async def test_a_worker_copies_an_identical_render(
    tmp_path: Path, kernel_cache: str, holds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = tmp_path / "cache"
    cache.mkdir()
    # The kernels of other tests, and renders of our own.
    (cache / "kernels").symlink_to(Path(kernel_cache) / "kernels")
    pool = RenderPool(1, 2, tmp_path / "work", cache, warm=False, render_cache_bytes=10**7)
    await pool.start()
    try:
        asked = request(first_frame=PICTURE)
        await pool.submit("first", asked)
        first = await pool.wait("first")
        assert first.path is not None
        content = first.path.read_bytes()
        await pool.forget("first")
        with RenderHold(holds, "first-frame") as hold:
            # A render would be held at its first frame.
            await pool.submit("copy", asked)
            copy = await pool.wait("copy")
            assert copy.path is not None
            assert (copy.path.read_bytes(), copy.report) == (content, first.report)
            await pool.submit("other", request(first_frame=PICTURE, seed=2))
            await hold.reached()
        assert (await pool.wait("other")).state == "done"
    finally:
        await asyncio.shield(pool.close())


def edit(**changes: Any) -> RenderRequest:
    return request(**{"task": "edit", "source": b"video", **changes})


@pytest.mark.parametrize(
    ("asked", "same"),
    [
        (request(), request(keeps_shape=False)),
        (request(), request(at_most=1.0)),
        (request(), request(upscale_factor=3.0, creativity=1)),
        (edit(), edit(width=640, height=360, duration=9.0, audio=True)),
        (
            edit(keeps_shape=False, width=1280, height=720),
            edit(keeps_shape=False, width=640, height=360),
        ),
        (
            edit(task="upscale", width=1280, height=720),
            edit(task="upscale", width=640, height=640, keeps_shape=False),
        ),
    ],
)
def test_what_a_task_ignores_makes_no_other_key(asked: RenderRequest, same: RenderRequest) -> None:
    assert request_key(asked) == request_key(same)


def test_what_changes_a_given_video_makes_another_key() -> None:
    shaped = [
        edit(keeps_shape=False, width=width, height=height)
        for width, height in ((1280, 720), (1366, 768), (720, 1280))
    ]
    changes: list[dict[str, Any]] = [
        {},
        {"at_most": 1.0},
        {"prompt": "night"},
        {"seed": 2},
        {"task": "upscale"},
        {"task": "upscale", "upscale_factor": 3.0},
        {"task": "upscale", "creativity": 1},
        {"task": "upscale", "at_most": 1.0},
    ]
    keys = {request_key(one) for one in (*shaped, *(edit(**change) for change in changes))}
    assert len(keys) == len(shaped) + len(changes)


def test_every_file_of_a_request_decides_its_key() -> None:
    plain = RenderRequest("A sea", 64, 64, 1.0, 7, audio=False)
    changed = [replace(plain, **{name: b"a"}) for name in FILES]
    changed += [
        replace(plain, **{name: given}) for name in FILE_LISTS for given in ((b"a",), (b"a", b"b"))
    ]
    keys = [request_key(one) for one in (plain, *changed)]
    assert len(set(keys)) == len(keys)

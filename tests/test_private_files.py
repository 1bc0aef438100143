"""What the service keeps is its user's alone, whatever the umask of its process."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import textwrap

import pytest

from rushes.private_files import private_folder, restrict
from rushes.runtime import open_store
from rushes.settings import Settings
from rushes.storage.local import LocalStorage
from rushes.store.folder_lock import FolderLock
from tests.http.conftest import client_of, submit, wait
from tests.service import running_service


def modes(folder):
    """Return the mode of every file and folder, by path."""
    paths = [folder, *folder.rglob("*")]
    return {str(p.relative_to(folder)): stat.S_IMODE(p.lstat().st_mode) for p in paths}


@pytest.fixture(params=[0o000, 0o022, 0o077], ids=oct)
def umask(request):
    earlier = os.umask(request.param)
    yield request.param
    os.umask(earlier)


def assert_private(folder):
    found = modes(folder)
    for path, mode in found.items():
        assert mode in {0o600, 0o700}, (path, oct(mode))
    return found


def test_a_data_folder_and_all_in_it_is_private(tmp_path, umask):
    data = tmp_path / "deep" / "data"
    lock = FolderLock(data)
    lock.announce("http://127.0.0.1:1", lasting=True)
    with running_service(data) as service, client_of(service) as client:
        wait(client, submit(client))
        found = assert_private(data)
    lock.release()
    assert {"rushes.sqlite3", "rushes.sqlite3-wal", "rushes.sqlite3-shm", "lock"} <= set(found)
    assert any(path.endswith(".mp4") for path in found)


def test_a_service_process_keeps_everything_private(tmp_path):
    """As an operator starts it, with the widest umask."""
    program = """
        import os, sys
        os.umask(0)
        from pathlib import Path
        from rushes.server import background_service
        from rushes.settings import Settings
        data = Path(sys.argv[1])
        with background_service(Settings(data_dir=data, port=0, cache_dir=data / "cache")) as url:
            for path in [data, *data.rglob("*")]:
                if "cache" not in path.parts:
                    print(oct(path.lstat().st_mode & 0o777), path.name)
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(program), tmp_path / "data"],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    shown = dict(line.split()[::-1] for line in done.stdout.splitlines())
    assert {"data", "lock", "rushes.sqlite3", "links.secret", "outputs", "work"} <= set(shown)
    assert set(shown.values()) <= {"0o600", "0o700"}, shown


async def test_what_an_earlier_version_left_open_is_closed(tmp_path):
    data = tmp_path / "data"
    settings = Settings(data_dir=data)
    async with open_store(settings):
        pass
    video = data / "outputs" / "ab"
    video.mkdir(parents=True)
    for path in (data, data / "outputs"):
        path.chmod(0o755)
    for name in ("rushes.sqlite3", "rushes.sqlite3-wal"):
        (data / name).touch()
        (data / name).chmod(0o644)
    async with open_store(settings):
        LocalStorage(data / "outputs")
        found = modes(data)
    assert found["."] == found["outputs"] == 0o700
    assert found["rushes.sqlite3"] == found["rushes.sqlite3-wal"] == 0o600


def test_a_folder_with_other_things_in_it_stays_as_it_is(tmp_path):
    (tmp_path / "holiday.jpg").touch(0o644)
    tmp_path.chmod(0o755)
    FolderLock(tmp_path).release()
    found = modes(tmp_path)
    assert (found["."], found["lock"]) == (0o755, 0o600)


def test_permissions_are_only_taken_away(tmp_path):
    file = tmp_path / "file"
    file.touch()
    file.chmod(0o444)
    restrict(file, 0o600)
    assert stat.S_IMODE(file.stat().st_mode) == 0o400
    restrict(tmp_path / "missing", 0o600)


def test_a_file_in_the_way_of_a_folder_is_an_error(tmp_path):
    (tmp_path / "data").touch()
    with pytest.raises(FileExistsError):
        private_folder(tmp_path / "data", ".*")

"""The secret of links: made once, the same for all, kept from others."""

from __future__ import annotations

import stat
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from rushes.http.signed_urls import SECRET_FILE, SECRET_SIZE, load_secret
from rushes.storage.base import StorageError


def test_a_secret_is_made_once_and_kept_to_oneself(tmp_path):
    secret = load_secret(tmp_path / "data")
    assert len(secret) == SECRET_SIZE
    assert load_secret(tmp_path / "data") == secret
    assert [p.name for p in (tmp_path / "data").iterdir()] == [SECRET_FILE]
    assert stat.S_IMODE((tmp_path / "data" / SECRET_FILE).stat().st_mode) == 0o600


def test_folders_have_different_secrets(tmp_path):
    assert load_secret(tmp_path / "a") != load_secret(tmp_path / "b")


def test_all_who_start_at_once_get_the_same(tmp_path):
    start = Barrier(8)

    def load(_: int) -> bytes:
        start.wait()
        return load_secret(tmp_path)

    with ThreadPoolExecutor(8) as pool:
        shown = set(pool.map(load, range(8)))
    assert shown == {load_secret(tmp_path)}
    assert [p.name for p in tmp_path.iterdir()] == [SECRET_FILE]


def test_a_secret_that_others_may_read_is_closed_to_them(tmp_path):
    secret = load_secret(tmp_path)
    (tmp_path / SECRET_FILE).chmod(0o644)
    assert load_secret(tmp_path) == secret
    assert stat.S_IMODE((tmp_path / SECRET_FILE).stat().st_mode) == 0o600


@pytest.mark.parametrize("content", [b"", b"short"])
def test_a_damaged_secret_is_not_used(tmp_path, content):
    (tmp_path / SECRET_FILE).write_bytes(content)
    with pytest.raises(StorageError, match="is damaged"):
        load_secret(tmp_path)


def test_a_folder_that_cannot_be_is_reported(tmp_path):
    (tmp_path / "data").write_text("in the way")
    with pytest.raises(StorageError, match="could not be kept: File exists"):
        load_secret(tmp_path / "data")

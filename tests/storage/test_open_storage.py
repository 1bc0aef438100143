"""Where outputs go is read from one address."""

from __future__ import annotations

import subprocess
import sys

import pytest

from rushes.storage.base import StorageError
from rushes.storage.local import LocalStorage
from rushes.storage.locate import open_storage
from rushes.storage.object_store import ObjectStorage


def test_a_path_is_a_folder(tmp_path):
    assert isinstance(open_storage(tmp_path / "a"), LocalStorage)
    assert isinstance(open_storage(str(tmp_path / "b")), LocalStorage)
    assert (tmp_path / "b").is_dir()


def test_a_home_folder_is_found(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    open_storage("~/videos")
    assert (tmp_path / "videos").is_dir()


@pytest.mark.parametrize("url", ["s3://bucket/videos", "gs://bucket"])
def test_a_url_is_a_bucket(url):
    assert isinstance(open_storage(url), ObjectStorage)


@pytest.mark.parametrize("url", ["ftp://host/videos", "https://host/videos", "memory://"])
def test_another_scheme_is_refused(url):
    with pytest.raises(StorageError, match="known: a folder, s3://, gs://, az://"):
        open_storage(url)


def test_a_bucket_without_its_extra_names_it():
    """A process of its own, in which obstore cannot be imported."""
    program = """
import sys
sys.modules["obstore"] = None
from rushes.storage.locate import open_storage
try:
    open_storage("s3://bucket")
except Exception as error:
    print(type(error).__name__, error)
"""
    told = subprocess.check_output([sys.executable, "-c", program], text=True)
    assert told.startswith("StorageError ")
    assert "pip install 'rushes[server,bucket]'" in told

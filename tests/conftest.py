from __future__ import annotations

import os

import pytest


@pytest.fixture(scope="session", autouse=True)
def kernel_cache(request):
    """Keep compiled kernels between runs, in the folder that pytest keeps for itself."""
    if "RUSHES_CACHE_DIR" not in os.environ:
        folder = request.config.rootpath / ".pytest_cache" / "rushes"
        os.environ["RUSHES_CACHE_DIR"] = str(folder)
    return os.environ["RUSHES_CACHE_DIR"]


@pytest.fixture(autouse=True)
def no_outside_settings(monkeypatch):
    """Keep what is set in the caller's shell out of the tests."""
    for name in os.environ:
        if name.startswith(("OPENROUTER_", "RUSHES_")) and name != "RUSHES_CACHE_DIR":
            monkeypatch.delenv(name)

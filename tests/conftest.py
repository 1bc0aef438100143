from __future__ import annotations

import os

import pytest

from tests.postgres import postgres_reused_url, postgres_server, postgres_url

__all__ = ["postgres_reused_url", "postgres_server", "postgres_url"]

_OURS = ("AWS_", "DATABASE_URL", "OPENROUTER_", "RUSHES_")


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
        if name.startswith(_OURS) and name != "RUSHES_CACHE_DIR":
            monkeypatch.delenv(name)

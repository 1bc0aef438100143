from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the folder in which render workers look for what holds them at a stage."""
    folder = tmp_path / "holds"
    monkeypatch.setenv("RUSHES_TEST_HOLD", str(folder))
    return folder

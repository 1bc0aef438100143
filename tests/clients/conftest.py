from __future__ import annotations

import pytest

from tests.service import serve_process


@pytest.fixture(scope="session")
def api(tmp_path_factory):
    """Run `rushes serve` with its own engine; give the base URL of the API."""
    with serve_process("--data-dir", tmp_path_factory.mktemp("clients")) as (_, url):
        yield url

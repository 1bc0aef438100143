from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.fakes.webhook_receiver import WebhookReceiver
from tests.isolation import isolate
from tests.postgres import postgres_reused_url, postgres_server, postgres_url

__all__ = ["postgres_reused_url", "postgres_server", "postgres_url"]


# Last, when pytest has read its own settings from the environment; still before any test module is
# imported and any process is started.
@pytest.hookimpl(trylast=True)
def pytest_configure(config):
    isolate(config)


@pytest.fixture(scope="session")
def kernel_cache():
    """Give the folder that keeps compiled kernels between runs."""
    return Path(os.environ["RUSHES_CACHE_DIR"])


@pytest.fixture
def receiver():
    with WebhookReceiver() as opened:
        yield opened

from __future__ import annotations

import httpx
import pytest

from tests.service import running_service


@pytest.fixture(scope="module")
def service(tmp_path_factory):
    with running_service(tmp_path_factory.mktemp("data"), max_body_bytes=100_000) as running:
        yield running


@pytest.fixture
def client(service):
    with httpx.Client(base_url=service.api, headers={"Authorization": "Bearer any"}) as opened:
        yield opened


@pytest.fixture(autouse=True)
def fresh_provider(service):
    yield
    service.provider.waits = False
    service.provider.failure = None

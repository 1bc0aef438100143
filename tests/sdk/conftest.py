from __future__ import annotations

from collections.abc import Iterator

import pytest
from sdk_driver import Driver
from stub_service import StubService


@pytest.fixture
def stub() -> Iterator[StubService]:
    service = StubService()
    yield service
    service.close()


@pytest.fixture(params=["sync", "async"])
def driver(request: pytest.FixtureRequest, stub: StubService) -> Iterator[Driver]:
    driver = Driver(request.param, stub.url)
    yield driver
    driver.finish()

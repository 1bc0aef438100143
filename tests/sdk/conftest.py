from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.fakes.stub_server import StubServer
from tests.sdk.driver import Driver


@pytest.fixture
def stub() -> Iterator[StubServer]:
    service = StubServer()
    yield service
    service.close()


@pytest.fixture(params=["sync", "async"])
def driver(request: pytest.FixtureRequest, stub: StubServer) -> Iterator[Driver]:
    driver = Driver(request.param, stub.url)
    yield driver
    driver.finish()

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sdk_driver import Driver
from stub_service import StubService


@pytest.fixture(autouse=True)
def _no_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (
        "OPENROUTER_API_KEY",
        "OPENROUTER_BASE_URL",
        "OPENROUTER_DEBUG",
        "OPENROUTER_HTTP_REFERER",
        "OPENROUTER_LOG",
        "OPENROUTER_WEBHOOK_SECRET",
        "OPENROUTER_X_OPEN_ROUTER_TITLE",
        "OPENROUTER_X_OPEN_ROUTER_CATEGORIES",
    ):
        monkeypatch.delenv(name, raising=False)


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

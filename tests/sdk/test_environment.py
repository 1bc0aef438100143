"""Environment variables of the SDK, as people write them."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator

import pytest
from hypothesis import given, strategies as st

from openrouter import OpenRouter, webhooks
from rushes.wire.environment import trimmed, variable
from tests.fakes.stub_server import StubServer, job_answer
from tests.sdk.driver import Driver


@pytest.fixture
def logger() -> Iterator[logging.Logger]:
    logger = logging.getLogger("openrouter")
    before = list(logger.handlers)
    yield logger
    logger.handlers = before
    logger.setLevel(logging.NOTSET)


@pytest.mark.parametrize(
    ("value", "level"),
    [(value, logging.DEBUG) for value in ("1", "true", "YES", " on\r\n", "debug", '"1"')]
    + [(value, logging.NOTSET) for value in ("0", "false", "No", "OFF\r", "", "  ", "'0'", '""')],
)
def test_a_switch_is_read_as_people_write_it(
    monkeypatch: pytest.MonkeyPatch, logger: logging.Logger, value: str, level: int
) -> None:
    monkeypatch.setenv("OPENROUTER_DEBUG", value)
    OpenRouter("k")
    assert logger.level == level


def test_a_level_has_no_line_end(monkeypatch: pytest.MonkeyPatch, logger: logging.Logger) -> None:
    monkeypatch.setenv("OPENROUTER_LOG", "INFO\r\n")
    OpenRouter("k")
    assert logger.level == logging.INFO


@pytest.mark.parametrize("around", ["{}", " {}\r\n", "\ufeff{}", '"{}"', "'{}'\r", '" {} "'])
def test_values_are_sent_without_what_is_around_them(
    driver: Driver, stub: StubServer, monkeypatch: pytest.MonkeyPatch, around: str
) -> None:
    monkeypatch.setenv("OPENROUTER_BASE_URL", around.format(stub.url))
    monkeypatch.setenv("OPENROUTER_API_KEY", around.format("the-key"))
    monkeypatch.setenv("OPENROUTER_HTTP_REFERER", around.format("https://app.example"))
    monkeypatch.setenv("OPENROUTER_X_OPEN_ROUTER_TITLE", around.format("Films"))
    monkeypatch.setenv("OPENROUTER_X_OPEN_ROUTER_CATEGORIES", around.format(""))
    monkeypatch.setenv("HTTP_PROXY", around.format(""))
    stub.script(job_answer())
    driver.call(driver.client(api_key=None, server_url=None), "get_generation", job_id="a")
    request = stub.received[0]
    assert request.header("authorization") == ["Bearer the-key"]
    assert request.header("http-referer") == ["https://app.example"]
    assert request.header("x-openrouter-title") == ["Films"]
    assert request.header("x-openrouter-categories") == []


def test_the_secret_of_webhooks(monkeypatch: pytest.MonkeyPatch) -> None:
    data = {"id": "a", "status": "failed", "model": "m", "error": "e", "generation_id": "a"}
    event = {"type": "video.generation.failed", "created_at": "2026-11-28T00:00:00Z", "data": data}
    body = json.dumps(event).encode()
    headers = {webhooks.SIGNATURE_HEADER: webhooks.sign(body, "secret")}
    monkeypatch.setenv("OPENROUTER_WEBHOOK_SECRET", "secret\r\n")
    assert webhooks.verify(body, headers).data.id == "a"
    # The service signs with the quotes of its own variable.
    monkeypatch.setenv("OPENROUTER_WEBHOOK_SECRET", '"secret"')
    headers = {webhooks.SIGNATURE_HEADER: webhooks.sign(body, '"secret"')}
    assert webhooks.verify(body, headers).data.id == "a"


@pytest.mark.parametrize("around", [" {}\n", "\ufeff{}", "{}\u200b"])
def test_a_key_of_a_file_is_trimmed(driver: Driver, stub: StubServer, around: str) -> None:
    stub.script(job_answer())
    driver.call(driver.client(api_key=around.format("the-key")), "get_generation", job_id="a")
    assert stub.received[0].header("authorization") == ["Bearer the-key"]


@given(st.text(), st.sampled_from(["", " ", "\r\n", "\ufeff", " \u200b\t", "\u00a0"]))
def test_what_is_trimmed_has_nothing_more_to_trim(text: str, around: str) -> None:
    assert trimmed(around + text + around) == trimmed(text) == trimmed(trimmed(text))
    assert variable("X", {"X": around}) is None

"""An outage is a few lines, however many requests and jobs meet it."""

from __future__ import annotations

import logging

import pytest

from rushes import outages
from rushes.outages import INTERVAL, QUIET, Outage, Repeated


@pytest.fixture
def now(monkeypatch):
    moment = [1000.0]
    monkeypatch.setattr(outages, "monotonic", lambda: moment[0])
    return moment


@pytest.fixture
def log(caplog):
    caplog.set_level(logging.DEBUG)
    return logging.getLogger("rushes.test")


def said(caplog):
    return [(r.event, r.fields) for r in caplog.records]


def test_an_outage_is_one_line_at_its_begin_one_a_minute_and_one_at_its_end(now, log, caplog):
    outage = Outage(log, "database", "database")
    outage.works()
    for _ in range(int(2.5 * INTERVAL)):
        outage.failed("connection refused\n\tIs the server running?")
        now[0] += 1
    outage.works()  # so soon after a failure it may be one request that passed
    now[0] += QUIET
    outage.works()
    outage.works()
    assert [event for event, _ in said(caplog)] == [
        *("database.down", "database.still_down", "database.still_down", "database.up")
    ]
    first, second, third, last = caplog.records
    assert first.message == "database unavailable: connection refused Is the server running?"
    assert (first.levelname, last.levelname) == ("ERROR", "INFO")
    assert second.fields == {"seconds": INTERVAL, "suppressed": INTERVAL - 1}
    assert third.fields == {"seconds": 2 * INTERVAL, "suppressed": INTERVAL - 1}
    assert last.fields == {"seconds": 2.5 * INTERVAL + QUIET, "failures": 2.5 * INTERVAL}


def test_what_fails_now_and_then_is_one_outage(now, log, caplog):
    outage = Outage(log, "provider", "provider fal")
    for _ in range(40):
        outage.failed("HTTP 500")
        outage.works()
        now[0] += 1
    assert [event for event, _ in said(caplog)] == ["provider.down"]


def test_a_long_text_is_cut(now, log, caplog):
    Outage(log, "storage", "storage").failed("x" * 5000)
    assert len(caplog.records[0].message) < 300


def test_a_repeated_warning_is_logged_once_a_minute_for_each_text(now, log, caplog):
    repeated = Repeated(log, "key.refused")
    for _ in range(10):
        repeated.warn("unknown key")
        repeated.warn("expired key")
    now[0] += INTERVAL
    repeated.warn("unknown key")
    assert [r.message for r in caplog.records] == ["unknown key", "expired key", "unknown key"]
    assert [r.fields["suppressed"] for r in caplog.records] == [None, None, 9]

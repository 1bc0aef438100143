"""Lines of the log: what is in them, and what can never be."""

from __future__ import annotations

import io
import json
import logging
import os
import re
import subprocess
import sys
import threading

import pytest
from hypothesis import given, strategies as st

from rushes import logs
from rushes.log_writer import MAX_LINES, LogWriter
from rushes.logs import JsonFormatter, TextFormatter, event, is_colored
from tests.log_lines import parsed

SECRET = "planted-provider-key-77c1"
TS = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")


@pytest.fixture
def logger():
    return own_logger()


def own_logger():
    """Return a logger that no other handler hears."""
    return logging.Logger("rushes.test", logging.DEBUG)  # noqa: LOG001 - it is not to be shared


def lines_of(logger, formatter, work):
    """Return the lines that `work` logs."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(formatter)
    logger.addHandler(handler)
    try:
        work()
    finally:
        logger.removeHandler(handler)
    return stream.getvalue().splitlines()


def test_a_line_of_json_has_time_level_logger_event_and_typed_fields(logger):
    def work():
        with logs.context(request_id="r-1"):
            event(logger, "job.completed", "job completed", job="j", cost=0.4, bytes=7, ok=True)
            event(logger, "job.failed", "job failed", logging.WARNING, reason=None)

    first, second = parsed(lines_of(logger, JsonFormatter(), work))
    assert TS.fullmatch(first.pop("ts"))
    assert first == {
        "level": "info",
        "logger": "rushes.test",
        "event": "job.completed",
        "message": "job completed",
        "request_id": "r-1",
        "job": "j",
        "cost": 0.4,
        "bytes": 7,
        "ok": True,
    }
    assert second["level"] == "warning"
    assert "reason" not in second, "what is not known is left out"


def test_a_line_of_text_is_for_people(logger):
    def work():
        event(logger, "request", "request", status=200, path="/a b", key="x", cost=0.5)

    (line,) = lines_of(logger, TextFormatter(), work)
    when, rest = line.split(" ", 1)
    assert TS.fullmatch(when)
    assert rest == 'INFO    request status=200 path="/a b" key=x cost=0.5'


@pytest.mark.parametrize("formatter", [JsonFormatter(), TextFormatter()])
@given(text=st.text(max_size=50))
def test_no_text_of_a_caller_ends_a_line_or_steers_a_terminal(formatter, text):
    logger = own_logger()

    def work():
        event(logger, "request", "request", path=text)
        logger.warning("of a caller: %s", text)

    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(formatter)
    logger.addHandler(handler)
    work()
    first, second, rest = stream.getvalue().split("\n")
    assert rest == ""
    assert first.isprintable()
    assert second.isprintable()


def test_an_exception_is_one_line_of_json_and_indented_text(logger):
    def work():
        try:
            raise ValueError("first\n2026-01-01T00:00:00.000Z ERROR forged")
        except ValueError:
            logger.exception("it failed")

    (line,) = parsed(lines_of(logger, JsonFormatter(), work))
    assert line["exception"] == "ValueError"
    assert line["traceback"].startswith("Traceback (most recent call last):\n")
    first, *others = lines_of(logger, TextFormatter(), work)
    assert first.endswith("it failed")
    assert others
    assert all(other.startswith("    ") for other in others)


@pytest.mark.parametrize("formatter", [JsonFormatter, TextFormatter])
@pytest.mark.parametrize(
    "text",
    [
        f"the key is {SECRET}",
        'quoted "tail-of-secret"',
        "Authorization: Bearer abcdef123456",
        "sk-rushes-0123456789abcdef-0123456789abcdef0123456789abcdef0123456789abcdef",
        "sk-or-v1-0123456789abcdef0123456789abcdef",
        "postgresql://me:hidden-password@host/db",
        "https://bucket.example/a.mp4?X-Amz-Signature=0badcafe0badcafe&b=1",
        "https://bucket.example/a.mp4?sig=1&token=0badcafe0badcafe",
    ],
)
def test_secrets_are_replaced_wherever_they_stand(logger, formatter, text):
    secrets = [SECRET, '"tail-of-secret"']

    def work():
        event(logger, "x", "y", reason=text)
        logger.warning("%s", text)
        try:
            raise ValueError(text)
        except ValueError:
            logger.exception("failed")

    shown = "\n".join(lines_of(logger, formatter(secrets), work))
    for hidden in (
        *(SECRET, "tail-of-secret", "abcdef123456", "0123456789abcdef0123456789abcdef"),
        *("hidden-password", "0badcafe0badcafe"),
    ):
        assert hidden not in shown
    assert shown.count("[redacted]") >= 3


def test_what_is_no_secret_stays(logger):
    label = "sk-rushes-0123456789abcdef-...89ab"

    def work():
        event(logger, "request", "request", key=label, url="http://127.0.0.1:80/api", path="/v1/x")

    (line,) = parsed(lines_of(logger, JsonFormatter([SECRET]), work))
    assert (line["key"], line["url"]) == (label, "http://127.0.0.1:80/api")


class Stalled(io.StringIO):
    """A stream whose reader takes nothing until `go_on` is set."""

    def __init__(self):
        super().__init__()
        self.go_on, self.reached = threading.Event(), threading.Event()

    def write(self, text):
        self.reached.set()
        self.go_on.wait(60)
        return super().write(text)


def test_a_reader_that_stalls_does_not_stop_the_program_and_is_told_what_it_missed():
    stream = Stalled()
    writer = LogWriter(stream, logs.capture)
    writer.setFormatter(JsonFormatter())
    logger = own_logger()
    logger.addHandler(writer)
    logger.info("first")
    assert stream.reached.wait(60), "it writes, and is stopped by its reader"
    for number in range(MAX_LINES + 5):
        logger.info("line %d", number)
    stream.go_on.set()
    writer.flush()
    lines = parsed(stream.getvalue().splitlines())
    assert [line["message"] for line in lines[:2]] == ["first", "line 0"]
    (dropped,) = [line for line in lines if line.get("event") == "log.dropped"]
    assert dropped["lines"] == 5
    assert len(lines) == 1 + MAX_LINES + 1


PROGRAM = """
import logging, sys, threading, warnings
from rushes import logs
logs.configure("{form}", "{level}", sys.stderr, ["{secret}"])
logging.getLogger("rushes.jobs").debug("detail")
logging.getLogger("uvicorn.error").warning("of uvicorn")
logging.getLogger("library").debug("chatter")
warnings.warn("old and {secret}")
def fail():
    raise KeyError("in a thread")
thread = threading.Thread(target=fail, name="one")
thread.start()
thread.join()
raise RuntimeError("at last {secret}")
"""


def run(form, level, **environment):
    code = PROGRAM.format(form=form, level=level, secret=SECRET)
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, **environment},
        stderr=subprocess.PIPE,
        text=True,
        timeout=60,
        check=False,
    )
    assert SECRET not in done.stderr
    return done.stderr.splitlines()


def test_a_process_writes_nothing_but_json():
    lines = parsed(run("json", "info"))
    messages = [(line["level"], line["message"].partition(" ")[0]) for line in lines]
    assert messages[0] == ("warning", "of")
    assert lines[1]["logger"] == "py.warnings"
    assert lines[2]["exception"] == "KeyError"
    assert (lines[3]["level"], lines[3]["exception"]) == ("critical", "RuntimeError")
    assert len(lines) == 4


def test_debug_is_of_our_own_lines_and_a_level_leaves_out_what_is_below():
    debug = [line["message"] for line in parsed(run("json", "debug"))]
    assert debug[0] == "detail"
    assert "chatter" not in debug
    error = [line["level"] for line in parsed(run("json", "error"))]
    assert error == ["error", "critical"]


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.mark.parametrize("plain", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_only_a_terminal_has_colors(logger, monkeypatch, plain):
    assert is_colored(Terminal())
    assert not is_colored(io.StringIO())
    monkeypatch.setenv(*next(iter(plain.items())))
    assert not is_colored(Terminal())
    (line,) = lines_of(logger, TextFormatter(colored=True), lambda: logger.warning("careful"))
    assert line.endswith("Z \x1b[33mWARNING\x1b[0m careful")


def test_a_program_that_has_its_own_log_keeps_it():
    before = list(logging.getLogger().handlers)
    assert before, "pytest's"
    assert logs.configure("json", "debug", io.StringIO()) is None
    assert logging.getLogger().handlers == before


def test_fields_are_as_long_as_they_may_be(logger):
    (line,) = lines_of(logger, JsonFormatter(), lambda: event(logger, "x", "y", reason="a" * 5000))
    assert len(json.loads(line)["reason"]) == logs.MAX_TEXT + 1

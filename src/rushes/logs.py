"""Log lines: events with typed fields, as JSON or as text, on the loggers of the standard library.

A line is written where something happens, once. It never has a prompt, a key, or a URL of a caller.
"""

from __future__ import annotations

import contextlib
import json
import logging
import os
import re
import sys
import threading
from collections.abc import Collection, Iterator, Mapping
from contextvars import ContextVar
from datetime import UTC, datetime
from types import TracebackType
from typing import Any, Literal, TextIO

from rushes import tracing
from rushes.log_writer import LogWriter

Format = Literal["text", "json"]
Level = Literal["debug", "info", "warning", "error"]

MAX_TEXT = 1000  # characters of a field
REDACTED = "[redacted]"
_COLORS = {"DEBUG": 2, "INFO": 32, "WARNING": 33, "ERROR": 31, "CRITICAL": 31}  # of ANSI
_BARE = re.compile(r"[^\s\"'=\\]+")
# What looks like a secret, by the lower-case texts one of which stands beside it: most lines have
# none, and a search for a plain text costs a hundredth of that for an expression.
_LIKE_SECRETS = (
    (("bearer", "basic"), re.compile(r"(?i:(?:bearer|basic)\s+)(?P<secret>[\w.~+/=-]{6,})")),
    (("sk-",), re.compile(r"(?P<secret>sk-(?<!\wsk-)[\w-]*[0-9A-Za-z]{20,})")),
    (("://",), re.compile(r"://(?P<secret>[^/\s@\"']+)@")),
    (
        ("signature=", "token="),
        re.compile(r"(?i:(?:signature|token)=)(?P<secret>[^&\s\"'\\]+)"),
    ),
)
_nothing: Mapping[str, Any] = {}
_context: ContextVar[Mapping[str, Any]] = ContextVar("rushes.logs", default=_nothing)

log = logging.getLogger("rushes")


def event(
    logger: logging.Logger, name: str, message: str, level: int = logging.INFO, **fields: Any
) -> None:
    """Log an event: its name is for programs, the message for people; a field of None is left out.

    Fields are text, numbers and booleans; seconds and bytes are named so.
    """
    if logger.isEnabledFor(level):
        logger.log(level, message, extra={"event": name, "fields": fields}, stacklevel=2)


@contextlib.contextmanager
def context(**fields: Any) -> Iterator[None]:
    """Give every line of the block some fields, in place of those around it."""
    reset = _context.set(fields)
    try:
        yield
    finally:
        _context.reset(reset)


def capture(record: logging.LogRecord) -> None:
    """Keep in a record the fields and the trace that are around it."""
    record.context, record.traceparent = _context.get(), tracing.traceparent()


def configure(
    form: Format, level: Level, stream: TextIO, secrets: Collection[str] = ()
) -> logging.Handler | None:
    """Write the log of this process to a stream; return the handler.

    Does nothing, and returns None, in a program that has set up its own log. `level` is of our own
    lines; libraries are not more talkative than INFO. `secrets` are replaced wherever they appear.
    """
    root = logging.getLogger()
    if root.handlers:
        return None
    handler = LogWriter(stream, capture)
    handler.setFormatter(
        JsonFormatter(secrets)
        if form == "json"
        else TextFormatter(secrets, colored=is_colored(stream))
    )
    root.addHandler(handler)
    set_level(level)
    logging.captureWarnings(True)
    # What no line shows is not found out, as the documentation of logging advises.
    logging._srcfile = None
    for name in ("logThreads", "logMultiprocessing", "logProcesses", "logAsyncioTasks"):
        setattr(logging, name, False)
    sys.excepthook = _log_uncaught
    threading.excepthook = _log_uncaught_in_thread
    return handler


def set_level(level: Level) -> None:
    """Write lines of this level and above; nothing in a program that has set up its own log."""
    root = logging.getLogger()
    if not any(isinstance(handler, LogWriter) for handler in root.handlers):
        return
    number = logging.getLevelNamesMapping()[level.upper()]
    root.setLevel(max(number, logging.INFO))
    log.setLevel(number)
    # They report each start and stop, and each job, as the lines of our own do.
    for name in ("uvicorn", "procrastinate"):
        logging.getLogger(name).setLevel(max(number, logging.WARNING))


def hide(secrets: Collection[str]) -> None:
    """Replace further secrets in the log of this process, such as those of a reload."""
    for handler in logging.getLogger().handlers:
        if isinstance(handler.formatter, JsonFormatter | TextFormatter):
            handler.formatter.redacted.add(secrets)


class JsonFormatter(logging.Formatter):
    """One JSON object per line, in ASCII: nothing within can end a line or begin another."""

    def __init__(self, secrets: Collection[str] = ()) -> None:
        super().__init__()
        self.redacted = Redactor(secrets)
        self._encode = json.JSONEncoder(default=str, separators=(",", ":")).encode

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "ts": _moment(record),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": getattr(record, "event", None),
            "message": record.getMessage(),
            **_fields(record),
        }
        if record.exc_info and record.exc_info[0] is not None:
            line["exception"] = record.exc_info[0].__name__
            line["traceback"] = self.formatException(record.exc_info)
        return self.redacted(self._encode({k: v for k, v in line.items() if v is not None}))


class TextFormatter(logging.Formatter):
    """`time level message key=value …`; a traceback follows in lines that are indented."""

    def __init__(self, secrets: Collection[str] = (), *, colored: bool = False) -> None:
        super().__init__()
        self.redacted = Redactor(secrets)
        self._colored = colored

    def format(self, record: logging.LogRecord) -> str:
        level = f"{record.levelname:<7}"
        if self._colored:
            level = f"\x1b[{_COLORS.get(record.levelname, 0)}m{level}\x1b[0m"
        message = record.getMessage()
        if not record.name.startswith("rushes"):
            message = f"{record.name}: {message}"
        shown = [_printable(message)]
        shown += [f"{k}={_shown(v)}" for k, v in _fields(record).items() if v is not None]
        text = " ".join(shown)
        if record.exc_info:
            trace = self.formatException(record.exc_info).splitlines()
            text = "\n    ".join([text, *map(_printable, trace)])
        # The level may have color, which is no part of what is made printable.
        return f"{_moment(record)} {level} {self.redacted(text)}"


class Redactor:
    """Replaces secrets in a line: those that are known, and what looks like one.

    A second line of defense; code must not log a secret in the first place.
    """

    def __init__(self, secrets: Collection[str]) -> None:
        self._secrets: list[str] = []
        self.add(secrets)

    def add(self, secrets: Collection[str]) -> None:
        """Replace further secrets too; those of before may be in use yet."""
        found = {form for secret in secrets for form in (secret, json.dumps(secret)[1:-1])}
        found = {form for form in found if len(form) >= 6}.union(self._secrets)
        self._secrets = sorted(found, key=len, reverse=True)

    def __call__(self, line: str) -> str:
        for secret in self._secrets:
            if secret in line:
                line = line.replace(secret, REDACTED)
        lower = line.lower()
        for marks, pattern in _LIKE_SECRETS:
            if any(mark in lower for mark in marks):
                line = pattern.sub(_hidden, line)
        return line


def _hidden(found: re.Match[str]) -> str:
    start, end = found.span("secret")
    offset = found.start()
    return f"{found[0][: start - offset]}{REDACTED}{found[0][end - offset :]}"


def _moment(record: logging.LogRecord) -> str:
    moment = datetime.fromtimestamp(record.created, UTC)
    return f"{moment:%Y-%m-%dT%H:%M:%S}.{moment.microsecond // 1000:03d}Z"


def _fields(record: logging.LogRecord) -> dict[str, Any]:
    if not hasattr(record, "context"):
        capture(record)
    fields: dict[str, Any] = {**vars(record)["context"], **vars(record).get("fields", _nothing)}
    for name, value in fields.items():
        if isinstance(value, str) and len(value) > MAX_TEXT:
            fields[name] = value[:MAX_TEXT] + "…"
    if (parent := vars(record)["traceparent"]) is not None:
        fields["trace_id"] = parent.split("-")[1]
    return fields


def _shown(value: Any) -> str:
    text = str(value).lower() if isinstance(value, bool) else str(value)
    if _BARE.fullmatch(text) and text.isprintable():
        return text
    return _printable(json.dumps(text, ensure_ascii=False))


def _printable(text: str) -> str:
    """Return text without what could end a line or steer a terminal."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def is_colored(stream: TextIO) -> bool:
    is_plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return stream.isatty() and not is_plain


def _log_uncaught(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    log.critical("an uncaught error ends the process", exc_info=(kind, error, trace))


def _log_uncaught_in_thread(failed: threading.ExceptHookArgs) -> None:
    if failed.exc_value is None:
        return
    name = "?" if failed.thread is None else failed.thread.name
    exc_info = (failed.exc_type, failed.exc_value, failed.exc_traceback)
    log.error("an uncaught error ended the thread %s", name, exc_info=exc_info)

"""Writes log lines from a thread, in batches: a reader that stalls must not stop the service."""

from __future__ import annotations

import contextlib
import logging
import threading
import time
from collections import deque
from collections.abc import Callable
from typing import TextIO

BATCH = 0.05  # seconds in which lines gather
MAX_LINES = 10_000  # that wait; those beyond are counted and dropped
LONGEST_FLUSH = 2.0  # seconds


class LogWriter(logging.Handler):
    """Writes to a stream; nothing that is logged waits for the stream's reader.

    Lines are made in the thread too, many at once, which costs a fraction of making each in turn.
    `capture` notes in a record what only the thread that logs it knows.
    """

    def __init__(self, stream: TextIO, capture: Callable[[logging.LogRecord], None]) -> None:
        super().__init__()
        self._stream = stream
        self._capture = capture
        self._records = deque[logging.LogRecord]()
        self._dropped = 0
        self._pending = threading.Event()
        self._idle = threading.Event()
        self._idle.set()
        threading.Thread(target=self._write, name="rushes-log", daemon=True).start()

    def emit(self, record: logging.LogRecord) -> None:
        if len(self._records) >= MAX_LINES:
            self._dropped += 1
            return
        self._capture(record)
        self._records.append(record)
        if not self._pending.is_set():
            self._idle.clear()
            self._pending.set()

    def flush(self) -> None:
        """Wait until all is written, for some seconds at most."""
        self._idle.wait(LONGEST_FLUSH)

    def _write(self) -> None:
        while True:
            self._pending.wait()
            time.sleep(BATCH)
            self._pending.clear()
            records = [self._records.popleft() for _ in range(len(self._records))]
            if self._dropped:
                dropped, self._dropped = self._dropped, 0
                records.append(_report_of(dropped))
            lines = [line for record in records if (line := self._line(record))]
            # The stream may be closed, or its reader gone: there is no one left to tell.
            with contextlib.suppress(OSError, ValueError):
                self._stream.write("\n".join([*lines, ""]))
                self._stream.flush()
            if not self._pending.is_set():
                self._idle.set()

    def _line(self, record: logging.LogRecord) -> str:
        try:
            return self.format(record)
        except Exception:  # noqa: BLE001 - a line that is wrong must not end the log
            self.handleError(record)
            return ""


def _report_of(dropped: int) -> logging.LogRecord:
    text = "log lines dropped: the reader of this log was too slow"
    record = logging.LogRecord("rushes", logging.WARNING, __file__, 0, text, (), None)
    record.event, record.fields = "log.dropped", {"lines": dropped}
    return record

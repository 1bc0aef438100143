"""Outages: one line when something begins to fail, one a minute meanwhile, one when it works again.

What fails is asked many times a second, by many jobs; each failure by itself is logged as DEBUG.
"""

from __future__ import annotations

import logging
from time import monotonic

from rushes.logs import event

INTERVAL = 60.0  # seconds between two lines
QUIET = 5.0  # seconds without a failure until a success ends an outage
MAX_REASON = 200  # characters


class Outage:
    """Whether something works, such as the database; every failure and success is reported to it.

    `what` names it in lines, such as "database"; `kind` is the name of its events.
    """

    def __init__(self, log: logging.Logger, kind: str, what: str) -> None:
        self._log = log
        self._kind = kind
        self._what = what
        self._began: float | None = None
        self._failed_at = self._logged_at = 0.0
        self._failures = self._suppressed = 0

    def failed(self, reason: str) -> None:
        now, short = monotonic(), _short(reason)
        self._failed_at = now
        self._failures += 1
        if self._began is None:
            self._began = self._logged_at = now
            self._say("down", f"{self._what} unavailable: {short}", logging.ERROR)
        elif now - self._logged_at >= INTERVAL:
            seconds = round(now - self._began, 1)
            self._say(
                "still_down",
                f"{self._what} still unavailable: {short}",
                logging.ERROR,
                seconds=seconds,
                suppressed=self._suppressed,
            )
            self._logged_at, self._suppressed = now, 0
        else:
            self._suppressed += 1

    def works(self) -> None:
        """Report a success; it ends an outage unless some requests fail while others do not."""
        if self._began is None or monotonic() - self._failed_at < QUIET:
            return
        seconds, failures = round(monotonic() - self._began, 1), self._failures
        self._began, self._failures, self._suppressed = None, 0, 0
        self._say(
            "up", f"{self._what} available again", logging.INFO, seconds=seconds, failures=failures
        )

    def _say(self, what: str, message: str, level: int, **fields: object) -> None:
        event(self._log, f"{self._kind}.{what}", message, level, **fields)


class Repeated:
    """Logs a warning that may come many times a second, once a minute for each text."""

    def __init__(self, log: logging.Logger, name: str) -> None:
        self._log = log
        self._name = name
        self._logged = dict[str, tuple[float, int]]()

    def warn(self, message: str, **fields: object) -> None:
        at, suppressed = self._logged.get(message, (float("-inf"), 0))
        if monotonic() - at < INTERVAL:
            self._logged[message] = (at, suppressed + 1)
            return
        self._logged.pop(message, None)
        if len(self._logged) >= 1000:
            del self._logged[next(iter(self._logged))]
        self._logged[message] = (monotonic(), 0)
        event(
            self._log,
            self._name,
            message,
            logging.WARNING,
            suppressed=suppressed or None,
            **fields,
        )


def _short(reason: str) -> str:
    text = " ".join(reason.split())
    return text if len(text) <= MAX_REASON else f"{text[:MAX_REASON]}…"

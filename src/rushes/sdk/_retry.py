"""When a request is sent again, and after which pause. Nothing here waits or sends.

Reads repeat on what passes by itself. The paid submission repeats only if the first one certainly
reached nobody, or was turned away with a time to come back: a lost answer must not cost twice. A
server that makes one job of all submissions with one key may be sent it again like a read.
"""

from __future__ import annotations

import math
import random
import sys
import time
from collections.abc import Callable, Mapping
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, NamedTuple

import httpx

from rushes.wire.base import Unset

if TYPE_CHECKING:
    from rushes.sdk.retry_config import RetryConfig
    from rushes.wire.base import OptionalNullable

LONGEST_ASKED_PAUSE = 60.0  # seconds; a server that asks for more gets its answer raised
LONGEST_CONFIGURED_PAUSE = 3600.0  # seconds; the original sleeps for years if it is asked to


class Policy(NamedTuple):
    """Everything that decides about a next attempt; times in seconds."""

    attempts: float
    elapsed: float
    pause: Callable[[int], float]
    retries_status: Callable[[int], bool]
    errors: tuple[type[httpx.RequestError], ...]
    only_when_asked: bool = False
    longest_asked_pause: float = LONGEST_ASKED_PAUSE
    heeds: frozenset[str] = frozenset()  # of what `x-should-retry` may say


class Retry:
    """Decide after each failed attempt of one call how long to pause, or None to give up."""

    def __init__(self, policy: Policy, clock: Callable[[], float] = time.monotonic) -> None:
        self.policy = policy
        self._clock = clock
        self._start = clock()
        self.attempt = 1

    @property
    def elapsed(self) -> float:
        """Return the seconds since the call began."""
        return self._clock() - self._start

    def after_error(self, error: httpx.RequestError) -> float | None:
        """Return the pause after an attempt without an answer."""
        if self._is_over() or not isinstance(error, self.policy.errors):
            return None
        return self._next(self.policy.pause(self.attempt - 1))

    def after_response(self, status: int, headers: Mapping[str, str]) -> float | None:
        """Return the pause after an answer, None also if the answer is final."""
        policy = self.policy
        if self._is_over() or not self._retries(status, headers):
            return None
        asked = retry_after_seconds(headers)
        if (asked is None and policy.only_when_asked) or (asked or 0) > policy.longest_asked_pause:
            return None
        return self._next(asked or policy.pause(self.attempt - 1))

    def _retries(self, status: int, headers: Mapping[str, str]) -> bool:
        wish = headers.get("x-should-retry", "").strip().lower() if status >= 400 else ""
        if wish in self.policy.heeds:
            return wish == "true"
        return self.policy.retries_status(status)

    def _is_over(self) -> bool:
        return self.attempt >= self.policy.attempts or self.elapsed > self.policy.elapsed

    def _next(self, pause: float) -> float:
        self.attempt += 1
        return pause


def policy_of_call(
    given: OptionalNullable[RetryConfig],
    of_client: OptionalNullable[RetryConfig],
    *,
    paid: bool,
    keyed: bool = False,
) -> Policy:
    """Choose the policy of one call; a client-wide configuration never repeats a paid one.

    `keyed`: the server is known to make one job of submissions with the same key.
    """
    chosen = given
    if isinstance(given, Unset):
        if paid and of_client is not None:
            return KEYED_SUBMIT if keyed else SUBMIT
        chosen = of_client
    if isinstance(chosen, Unset):
        return READ
    if chosen is None:
        return NEVER
    return policy_of(chosen)


def retry_after_seconds(headers: Mapping[str, str]) -> float | None:
    """Read the pause that a server asks for, in seconds; None if it does not, or not clearly."""
    milliseconds = _finite(headers.get("retry-after-ms"))
    if milliseconds is not None and milliseconds >= 0:
        return milliseconds / 1000
    written = headers.get("retry-after")
    seconds = _finite(written)
    if seconds is not None or not written:
        return seconds if seconds is None else max(seconds, 0.0)
    try:
        return max(parsedate_to_datetime(written).timestamp() - time.time(), 0.0)
    except (ValueError, TypeError, OverflowError):
        return None


def _finite(written: str | None) -> float | None:
    try:
        number = float(written or "")
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def full_jitter(failures: int) -> float:
    """Return a pause in seconds, up to 8, after so many failures before this one."""
    return random.uniform(0, min(0.5 * 2**failures, 8.0))  # noqa: S311 - jitter, not a secret


def passes_by_itself(status: int) -> bool:
    """Tell whether a read answered so is worth repeating."""
    return status in {408, 425, 429} or (500 <= status <= 599 and status not in {501, 505})


def may_have_arrived(error: httpx.RequestError) -> bool:
    """Tell whether the service may have acted upon a request that ended so."""
    return not isinstance(error, _NEVER_SENT)


def may_have_been_done(status: int) -> bool:
    """Tell whether a request answered so may have been carried out all the same."""
    return status in {500, 502, 504, 520, 524}


_NEVER_SENT = (
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    httpx.ProxyError,
    httpx.LocalProtocolError,
    httpx.UnsupportedProtocol,
)
PASSING_ERRORS: tuple[type[httpx.RequestError], ...] = (
    httpx.NetworkError,
    httpx.TimeoutException,
    httpx.RemoteProtocolError,
    httpx.DecodingError,
)
# A read that times out has taken 30 seconds, and is worth another one.
READ = Policy(
    attempts=4,
    elapsed=60.0,
    pause=full_jitter,
    retries_status=passes_by_itself,
    errors=PASSING_ERRORS,
    heeds=frozenset({"true", "false"}),
)
# A connection that was never made carried no job; nothing else is certain.
SUBMIT = Policy(
    attempts=4,
    elapsed=30.0,
    pause=full_jitter,
    retries_status=lambda status: status in {429, 503},
    errors=(httpx.ConnectError, httpx.ConnectTimeout),
    only_when_asked=True,
    heeds=frozenset({"false"}),
)
# Its first answer alone may take a minute.
KEYED_SUBMIT = READ._replace(elapsed=120.0, heeds=SUBMIT.heeds)
NEVER = Policy(
    attempts=1,
    elapsed=0.0,
    pause=full_jitter,
    retries_status=lambda status: False,
    errors=(),
)


def policy_of(config: RetryConfig) -> Policy:
    """Return what a configuration says.

    Raises:
        ValueError: what should be a status is none.
    """
    if config.strategy != "backoff":
        return NEVER
    backoff = config.backoff
    statuses = [_statuses(pattern) for pattern in config.status_codes_override or ["5XX"]]
    errors = (httpx.NetworkError, httpx.TimeoutException) if config.retry_connection_errors else ()

    def pause(failures: int) -> float:
        jitter = 1000 if backoff.jitter_ms is None else backoff.jitter_ms
        grown = backoff.initial_interval * _power(backoff.exponent, failures)
        return min(grown + random.uniform(0, jitter), backoff.max_interval) / 1000  # noqa: S311 - jitter

    return Policy(
        attempts=math.inf,
        elapsed=backoff.max_elapsed_time / 1000,
        pause=pause,
        retries_status=lambda status: any(status in some for some in statuses),
        errors=errors,
        longest_asked_pause=LONGEST_CONFIGURED_PAUSE,
    )


def _power(base: float, exponent: int) -> float:
    try:
        return base**exponent
    except OverflowError:
        return sys.float_info.max  # not infinity, which is no number times zero


def _statuses(pattern: str) -> range:
    """Return the statuses that are meant: "503" is one, "5XX" a hundred."""
    try:
        if "X" in pattern.upper():
            first = int(pattern[0]) * 100
            return range(first, first + 100)
        return range(int(pattern), int(pattern) + 1)
    except ValueError:
        raise ValueError(f"status_codes_override: {pattern!r} is no status") from None

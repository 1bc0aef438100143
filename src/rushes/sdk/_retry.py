"""When a request is sent again, and after which pause. Nothing here waits or sends.

Reads are retried after transient failures. The paid submission is retried only if the first one
certainly reached nobody, or was refused with a time to come back: a lost response must not cost
twice. A server that makes one job of all submissions with one key gets it again like a read.
"""

from __future__ import annotations

import math
import random
import sys
import time
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

import httpx

from rushes.wire.base import Unset
from rushes.wire.headers import retry_after
from rushes.wire.tls import tls_problem

if TYPE_CHECKING:
    from rushes.sdk.retry_config import RetryConfig
    from rushes.wire.base import OptionalNullable

MAX_RETRY_AFTER = 60.0  # seconds; if a server asks for more, its response is raised
MAX_CONFIGURED_RETRY_AFTER = 3600.0  # seconds; the official package sleeps for years if asked to


class Policy(NamedTuple):
    """What decides about a next attempt; times in seconds."""

    attempts: float
    elapsed: float
    pause: Callable[[int], float]
    retries_status: Callable[[int], bool]
    errors: tuple[type[httpx.RequestError], ...]
    needs_retry_after: bool = False
    max_retry_after: float = MAX_RETRY_AFTER
    honored_hints: frozenset[str] = frozenset()  # values of `x-should-retry` that count


class Retry:
    """Decide after each failed attempt of one call how long to pause, or None to give up."""

    def __init__(self, policy: Policy, clock: Callable[[], float] = time.monotonic) -> None:
        self.policy = policy
        self._clock = clock
        self._start = clock()
        self.attempt = 1

    @property
    def elapsed(self) -> float:
        return self._clock() - self._start

    def after_error(self, error: httpx.RequestError) -> float | None:
        if self._is_over() or not isinstance(error, self.policy.errors) or tls_problem(error):
            return None
        return self._next(self.policy.pause(self.attempt - 1))

    def after_response(self, status: int, headers: Mapping[str, str]) -> float | None:
        policy = self.policy
        if self._is_over() or not self._retries(status, headers):
            return None
        pause = retry_after_seconds(headers)
        if (pause is None and policy.needs_retry_after) or (pause or 0) > policy.max_retry_after:
            return None
        return self._next(pause or policy.pause(self.attempt - 1))

    def _retries(self, status: int, headers: Mapping[str, str]) -> bool:
        hint = headers.get("x-should-retry", "").strip().lower() if status >= 400 else ""
        if hint in self.policy.honored_hints:
            return hint == "true"
        return self.policy.retries_status(status)

    def _is_over(self) -> bool:
        return self.attempt >= self.policy.attempts or self.elapsed > self.policy.elapsed

    def _next(self, pause: float) -> float:
        self.attempt += 1
        return pause


def policy_for(
    given: OptionalNullable[RetryConfig],
    of_client: OptionalNullable[RetryConfig],
    *,
    paid: bool,
    keyed: bool = False,
) -> Policy:
    """Choose the policy of one call; a client-wide configuration never repeats a paid one.

    `keyed`: the server is known to make one job of all submissions with the same key.
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
    seconds = retry_after(headers)
    return None if seconds is None else max(seconds, 0.0)


def full_jitter(failures: int) -> float:
    """Return a pause of up to 8 seconds."""
    return random.uniform(0, min(0.5 * 2**failures, 8.0))  # noqa: S311 - jitter, not a secret


def is_transient(status: int) -> bool:
    return status in {408, 425, 429} or (500 <= status <= 599 and status not in {501, 505})


def is_transient_error(error: Any) -> bool:
    """Return whether an `OpenRouterError` or an error of httpx may not happen again."""
    if isinstance(error, httpx.RequestError):  # `APIConnectionError` is one, too
        return isinstance(error, TRANSIENT_ERRORS) and tls_problem(error) is None
    return is_transient(error.status_code)


def may_have_arrived(error: httpx.RequestError) -> bool:
    return not isinstance(error, _NEVER_SENT)


def may_have_been_done(status: int) -> bool:
    # What an edge says when it has lost the response of the service behind it.
    return status in {500, 502, 504, 520, 524}


_NEVER_SENT = (
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    httpx.ProxyError,
    httpx.LocalProtocolError,
    httpx.UnsupportedProtocol,
)
TRANSIENT_ERRORS: tuple[type[httpx.RequestError], ...] = (
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
    retries_status=is_transient,
    errors=TRANSIENT_ERRORS,
    honored_hints=frozenset({"true", "false"}),
)
# A connection that was never made carried no job; nothing else is certain.
SUBMIT = Policy(
    attempts=4,
    elapsed=30.0,
    pause=full_jitter,
    retries_status=lambda status: status in {429, 503},
    errors=(httpx.ConnectError, httpx.ConnectTimeout),
    needs_retry_after=True,
    honored_hints=frozenset({"false"}),
)
# Its first response alone may take a minute.
KEYED_SUBMIT = READ._replace(elapsed=120.0, honored_hints=SUBMIT.honored_hints)
NEVER = READ._replace(attempts=1)


def policy_of(config: RetryConfig) -> Policy:
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
        max_retry_after=MAX_CONFIGURED_RETRY_AFTER,
    )


def _power(base: float, exponent: int) -> float:
    try:
        return base**exponent
    except OverflowError:
        return sys.float_info.max  # not infinity, which times zero is not a number


def _statuses(pattern: str) -> range:
    try:
        if "X" in pattern.upper():
            first = int(pattern[0]) * 100
            return range(first, first + 100)
        return range(int(pattern), int(pattern) + 1)
    except ValueError:
        raise ValueError(
            f"status_codes_override: {pattern!r} is not a status like 503 or 5XX"
        ) from None

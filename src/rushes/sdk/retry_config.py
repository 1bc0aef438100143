"""Retries as a caller configures them; what they mean is the original's."""

from __future__ import annotations

import math
import random
import sys
from dataclasses import dataclass

import httpx

from rushes.sdk._retry import NEVER, Policy

LONGEST_ASKED_PAUSE = 3600.0  # seconds; the original sleeps for years if it is asked to


# As in the original, both may be changed after they were made, and each is equal to itself only.
@dataclass(eq=False)
class BackoffStrategy:
    """Pause `initial_interval * exponent ** n` plus jitter, up to `max_interval`.

    All in milliseconds. No new attempt starts after a failure later than `max_elapsed_time`.
    `jitter_ms` bounds the jitter, one second if None.
    """

    initial_interval: int
    max_interval: int
    exponent: float
    max_elapsed_time: int
    jitter_ms: int | None = None

    def __post_init__(self) -> None:
        if self.jitter_ms is not None and self.jitter_ms < 0:
            raise ValueError("jitter_ms must be >= 0")


@dataclass(eq=False)
class RetryConfig:
    """Say how to retry: `strategy` "backoff", or "none" for never.

    Retried are the statuses of `status_codes_override` (such as "429" or "5XX"; "5XX" if empty)
    and, with `retry_connection_errors`, connection failures and timeouts. A pause that the server
    asks for is taken instead of the strategy's, however long that may be, up to an hour; whoever
    asks for more gets its answer raised.
    """

    strategy: str
    backoff: BackoffStrategy
    retry_connection_errors: bool
    status_codes_override: list[str] | None = None


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
        longest_asked_pause=LONGEST_ASKED_PAUSE,
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

"""Retries as a caller configures them, with the meaning of the official package."""

from __future__ import annotations

from dataclasses import dataclass


# As in the official package, both can be changed, and each is equal to itself only.
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
    asks for replaces the strategy's, up to an hour; if it asks for more, its response is raised.
    """

    strategy: str
    backoff: BackoffStrategy
    retry_connection_errors: bool
    status_codes_override: list[str] | None = None

"""The attempts of one call: whether to make another one, and what to log and raise."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any, Self

import httpx

from rushes.sdk import _parse
from rushes.sdk._logging import is_enabled, redact_url
from rushes.sdk._prepare import base_url_of, prepare
from rushes.sdk._retry import Policy, Retry, may_have_arrived, may_have_been_done, policy_for
from rushes.sdk.errors import OpenRouterError, ResponseValidationError
from rushes.wire.response_info import EXTENSION

if TYPE_CHECKING:
    from rushes.sdk._endpoints import APICall
    from rushes.sdk._server_features import Servers
    from rushes.sdk._streams import OpenStreams
    from rushes.sdk.config import SDKConfiguration


class RequestContext:
    """The request of one call and the state of its attempts.

    On exit it raises httpx's errors as `APIConnectionError`, and those of a paid request that may
    have been carried out as `SubmitOutcomeUnknownError`.
    """

    def __init__(
        self,
        call: APICall[Any],
        config: SDKConfiguration,
        servers: Servers,
        open_streams: OpenStreams,
        *,
        may_lack_key: bool = False,
    ) -> None:
        self.prepared = prepare(call, config, may_lack_key=may_lack_key)
        self.call = call
        self._config = config
        self._servers = servers
        self._open_streams = open_streams
        self._base_url = base_url_of(call.options.server_url, config)
        self._may_be_done = False  # whether an attempt may have been carried out
        self._retry = Retry(self._policy())
        self._log = config.debug_logger
        self._logs_calls = is_enabled(self._log, logging.INFO)
        self._logs_attempts = self._logs_calls and is_enabled(self._log, logging.DEBUG)

    @property
    def attempt(self) -> int:
        return self._retry.attempt

    def after_error(self, error: httpx.RequestError) -> float | None:
        """Return the pause before the next attempt, None if there is none."""
        self._may_be_done |= may_have_arrived(error)
        if isinstance(error, httpx.PoolTimeout):
            self._open_streams.find_dropped()
        if self._logs_attempts:
            self._log_attempt(type(error).__name__)
        return self._retry.after_error(error)

    def after_response(self, response: httpx.Response) -> float | None:
        """Return the pause before the next attempt, None if this response is the result."""
        if (
            self.call.absolute_url is None
            and self._servers.learn(self._base_url, response)
            and self.call.paid
        ):
            self._retry.policy = self._policy()
        response.extensions[EXTENSION] = (self._retry.attempt, self._retry.elapsed)
        response.extensions[_parse.DOCUMENTED] = self.call.documented
        status = response.status_code
        if not self.is_left_unread(response):
            status = _parse.status_of(response)
        self._may_be_done |= may_have_been_done(status)
        if self._logs_attempts:
            self._log_attempt(response.status_code)
        if self.call.paid and not self._is_keyed:
            # What is inside a 400 was not certainly refused.
            status = response.status_code
        return self._retry.after_response(status, response.headers)

    def is_left_unread(self, response: httpx.Response) -> bool:
        """Return whether the body is for the caller to read, or does not matter."""
        call = self.call
        return call.stream and (call.is_wanted(response) or not _parse.may_hold_error(response))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, _: object, exc: BaseException | None, traceback: object) -> None:
        if self._logs_calls:
            self._log_call(exc)
        if isinstance(exc, OpenRouterError | httpx.RequestError):
            raised = self._as_raised(exc)
            if raised is not exc:
                raise raised from exc
        elif exc is not None and self.call.paid and not isinstance(exc, Exception):
            exc.add_note(f"The submission may have arrived, with idempotency_key={self._key!r}")

    def _as_raised(self, error: OpenRouterError | httpx.RequestError) -> OpenRouterError:
        if not isinstance(error, OpenRouterError):
            error = self._connection_error(error)
        else:
            error.attempts = self._retry.attempt
            self._may_be_done |= may_have_been_done(error.status_code)
            if isinstance(error, ResponseValidationError):
                self._may_be_done |= error.job_id is None
        if not (self.call.paid and self._may_be_done):
            return error
        from rushes.sdk.errors.unknown_outcome import outcome_unknown

        return outcome_unknown(error, self._key)

    def _connection_error(self, error: httpx.RequestError) -> OpenRouterError:
        from rushes.sdk.errors.transport import connection_error

        # A client of the caller may raise errors that do not know their request.
        request = getattr(error, "_request", None) or httpx.Request(
            self.prepared.method, self.prepared.url
        )
        raised = connection_error(error, request, self._retry.attempt)
        if isinstance(error, httpx.PoolTimeout):
            raised.add_note(
                f"All connections are in use, {len(self._open_streams.open)} of them by videos"
                " that are open: read or close() the videos you open"
            )
        return raised

    @property
    def _key(self) -> str:
        return self.prepared.headers.get("idempotency-key", "")

    def _policy(self) -> Policy:
        return policy_for(
            self.call.options.retries,
            self._config.retry_config,
            paid=self.call.paid,
            keyed=self._is_keyed,
        )

    @property
    def _is_keyed(self) -> bool:
        declared = self._config.supports_idempotency_keys
        return self._base_url in self._servers if declared is None else declared

    def _log_call(self, exc: BaseException | None) -> None:
        # A logger that a caller gave need not have more than `debug`.
        info = getattr(self._log, "info", None)
        if info is not None:
            info(
                "%s %s: %s after %.2f s and %d attempts",
                self.prepared.method,
                redact_url(self.prepared.url),
                "done" if exc is None else getattr(exc, "status_code", type(exc).__name__),
                self._retry.elapsed,
                self._retry.attempt,
            )

    def _log_attempt(self, outcome: object) -> None:
        self._log.debug(
            "%s %s -> %s (attempt %d)",
            self.prepared.method,
            redact_url(self.prepared.url),
            outcome,
            self._retry.attempt,
        )

"""The attempts of one call: when there is another one, and what is said of them."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

import httpx

from rushes.sdk._logging import is_heard, plain_url
from rushes.sdk._prepare import Outgoing, base_url_of, outgoing
from rushes.sdk._retry import Policy, Retry, may_have_arrived, may_have_been_done, policy_of_call
from rushes.sdk.errors import OpenRouterError, ResponseValidationError
from rushes.wire.response_info import EXTENSION

if TYPE_CHECKING:
    from types import TracebackType

    from rushes.sdk._endpoints import Call
    from rushes.sdk._server_features import Servers
    from rushes.sdk._streams import Lent
    from rushes.sdk.config import SDKConfiguration


class Attempts:
    """The attempts of one call: the request, when to repeat it, and what is said of it.

    As a context it tells errors which request they belong to. Those of httpx it raises as
    `APIConnectionError`, and those of a paid request whose outcome is in doubt as
    `SubmitOutcomeUnknownError`.
    """

    def __init__(
        self, call: Call[Any], config: SDKConfiguration, servers: Servers, lent: Lent
    ) -> None:
        self.outgoing: Outgoing = outgoing(call, config)
        self._call = call
        self._config = config
        self._servers = servers
        self._lent = lent
        self._base = base_url_of(call, config)
        self._in_doubt = False
        self._retry = Retry(self._policy())
        self._log = config.debug_logger
        self._reports = is_heard(self._log, logging.INFO)
        self._notes = self._reports and is_heard(self._log, logging.DEBUG)

    @property
    def count(self) -> int:
        """Return how many there have been, the present one included."""
        return self._retry.attempt

    def after_error(self, error: httpx.RequestError) -> float | None:
        """Return the pause to the next one, None if there is none."""
        self._in_doubt |= may_have_arrived(error)
        if isinstance(error, httpx.PoolTimeout):
            self._lent.search()
        if self._notes:
            self._note(type(error).__name__)
        return self._retry.after_error(error)

    def after_response(self, response: httpx.Response) -> float | None:
        """Return the pause to the next one, None if this is the answer."""
        if (
            self._call.address is None
            and self._servers.learn(self._base, response)
            and self._call.paid
        ):
            self._retry.policy = self._policy()
        response.extensions[EXTENSION] = (self._retry.attempt, self._retry.elapsed)
        self._in_doubt |= may_have_been_done(response.status_code)
        if self._notes:
            self._note(response.status_code)
        return self._retry.after_response(response.status_code, response.headers)

    def __enter__(self) -> Attempts:
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._reports:
            self._report(exc)
        if isinstance(exc, OpenRouterError | httpx.RequestError):
            told = self._told(exc)
            if told is not exc:
                raise told from exc
        elif exc is not None and self._call.paid and not isinstance(exc, Exception):
            exc.add_note(f"The submission may have arrived, with idempotency_key={self._key!r}")

    def _told(self, error: OpenRouterError | httpx.RequestError) -> OpenRouterError:
        if not isinstance(error, OpenRouterError):
            told = self._unanswered(error)
        else:
            told = error
            told.attempts = self._retry.attempt
            self._in_doubt |= may_have_been_done(told.status_code)
            if isinstance(told, ResponseValidationError):
                self._in_doubt |= told.job_id is None
        if not (self._call.paid and self._in_doubt):
            return told
        from rushes.sdk.errors.unknown_outcome import (
            outcome_unknown,
        )

        return outcome_unknown(told, self._key)

    def _unanswered(self, error: httpx.RequestError) -> OpenRouterError:
        from rushes.sdk.errors.transport import no_answer

        # Not every client says which request its error is about.
        request = getattr(error, "_request", None) or httpx.Request(
            self.outgoing.method, self.outgoing.url
        )
        told = no_answer(error, request, self._retry.attempt)
        if isinstance(error, httpx.PoolTimeout):
            told.add_note(
                f"All connections are in use, {len(self._lent)} of them by videos that are open: "
                "read or close() the videos you open"
            )
        return told

    @property
    def _key(self) -> str:
        return self.outgoing.headers.get("idempotency-key", "")

    def _policy(self) -> Policy:
        declared = self._config.supports_idempotency_keys
        return policy_of_call(
            self._call.options.retries,
            self._config.retry_config,
            paid=self._call.paid,
            keyed=self._servers.is_rushes(self._base) if declared is None else declared,
        )

    def _report(self, exc: BaseException | None) -> None:
        # A logger that a caller gave need not have more than `debug`.
        info = getattr(self._log, "info", None)
        if info is not None:
            info(
                "%s %s: %s after %.2f s and %d attempts",
                self.outgoing.method,
                plain_url(self.outgoing.url),
                "done" if exc is None else getattr(exc, "status_code", type(exc).__name__),
                self._retry.elapsed,
                self._retry.attempt,
            )

    def _note(self, outcome: object) -> None:
        self._log.debug(
            "%s %s -> %s (attempt %d)",
            self.outgoing.method,
            plain_url(self.outgoing.url),
            outcome,
            self._retry.attempt,
        )

"""Everything the SDK raises on its own account.

    Exception
    · OpenRouterError                        an answer that is not a success; str() is its message
      · BadRequestResponseError          400
      · UnauthorizedResponseError        401
      · PaymentRequiredResponseError     402
      · ForbiddenResponseError           403
      · NotFoundResponseError            404
      · RequestTimeoutResponseError      408
      · ConflictResponseError            409
      · GoneResponseError                410
      · PayloadTooLargeResponseError     413
      · UnprocessableEntityResponseError 422
      · TooManyRequestsResponseError     429
      · ClientClosedRequestResponseError 499
      · InternalServerResponseError      500
      · BadGatewayResponseError          502
      · ServiceUnavailableResponseError  503
      · GatewayTimeoutResponseError      504
      · EdgeNetworkTimeoutResponseError  524
      · ProviderOverloadedResponseError  529
      · OpenRouterDefaultError           any other status, or a success that is none
      · ResponseValidationError          a success whose body cannot be read
      · MissingAPIKeyError               no key was found; nothing was sent
    · NoResponseError                        a custom HTTP client returned nothing
    · RuntimeError
      · ClientClosedError                    a call after close()

Wrong arguments raise `pydantic.ValidationError`, `ValueError` or `TypeError` before anything is
sent. Transport failures that outlast the retries stay `httpx.TransportError`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

import httpx

from openrouter.components.errors import ErrorEnvelope
from openrouter.retries import retry_after_seconds

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = [
    "BadGatewayResponseError",
    "BadGatewayResponseErrorData",
    "BadRequestResponseError",
    "BadRequestResponseErrorData",
    "ClientClosedError",
    "ClientClosedRequestResponseError",
    "ClientClosedRequestResponseErrorData",
    "ConflictResponseError",
    "ConflictResponseErrorData",
    "EdgeNetworkTimeoutResponseError",
    "EdgeNetworkTimeoutResponseErrorData",
    "ForbiddenResponseError",
    "ForbiddenResponseErrorData",
    "GatewayTimeoutResponseError",
    "GatewayTimeoutResponseErrorData",
    "GoneResponseError",
    "GoneResponseErrorData",
    "InternalServerResponseError",
    "InternalServerResponseErrorData",
    "MissingAPIKeyError",
    "NoResponseError",
    "NotFoundResponseError",
    "NotFoundResponseErrorData",
    "OpenRouterDefaultError",
    "OpenRouterError",
    "PayloadTooLargeResponseError",
    "PayloadTooLargeResponseErrorData",
    "PaymentRequiredResponseError",
    "PaymentRequiredResponseErrorData",
    "ProviderOverloadedResponseError",
    "ProviderOverloadedResponseErrorData",
    "RequestTimeoutResponseError",
    "RequestTimeoutResponseErrorData",
    "ResponseValidationError",
    "ServiceUnavailableResponseError",
    "ServiceUnavailableResponseErrorData",
    "TooManyRequestsResponseError",
    "TooManyRequestsResponseErrorData",
    "UnauthorizedResponseError",
    "UnauthorizedResponseErrorData",
    "UnprocessableEntityResponseError",
    "UnprocessableEntityResponseErrorData",
]


class OpenRouterError(Exception):
    """An answer that is not a success.

    `data` is the parsed body (`data.error.code`, `.message`, `.metadata`; `data.user_id`). A body
    that is no error envelope is mapped onto one as far as it goes. `body` is the text as received.
    """

    message: str
    status_code: int
    body: str
    headers: httpx.Headers
    raw_response: httpx.Response
    data: ErrorEnvelope | None = None

    def __init__(self, message: str, raw_response: httpx.Response, body: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.status_code = raw_response.status_code
        self.body = raw_response.text if body is None else body
        self.headers = raw_response.headers
        self.raw_response = raw_response

    @property
    def retry_after(self) -> float | None:
        """Return the pause in seconds that the server asked for, if it did."""
        return retry_after_seconds(self.headers)

    def __str__(self) -> str:
        return self.message

    def __repr__(self) -> str:
        return f"{type(self).__name__}(status_code={self.status_code}, message={self.message!r})"

    def __reduce__(self) -> tuple[Callable[..., OpenRouterError], tuple[Any, ...]]:
        return _restored, (type(self), self.__dict__.copy())


def _restored(cls: type[OpenRouterError], state: dict[str, Any]) -> OpenRouterError:
    error = cls.__new__(cls, state["message"])
    error.__dict__.update(state)
    return error


class OpenRouterDefaultError(OpenRouterError):
    """An answer with a status that has no class of its own, or that makes no sense."""


class ResponseValidationError(OpenRouterError):
    """A success whose body is not what the contract says.

    `job_id` is the id found in the body, if any: the job may exist and be billed all the same.
    `cause` is the error met while reading.
    """

    job_id: str | None = None

    def __init__(
        self,
        message: str,
        raw_response: httpx.Response,
        cause: Exception,
        body: str | None = None,
    ) -> None:
        super().__init__(f"{message}: {cause}", raw_response, body)
        self.__cause__ = cause

    @property
    def cause(self) -> BaseException | None:
        """Return the error met while reading."""
        return self.__cause__


class MissingAPIKeyError(OpenRouterError):
    """No API key was found, so nothing was sent.

    Handlers written for a 401 keep working: `status_code` is 401 and `raw_response` an empty one.
    """

    def __init__(
        self,
        message: str = "No API key: pass api_key= to OpenRouter or set OPENROUTER_API_KEY",
    ) -> None:
        super().__init__(message, httpx.Response(401), "")


class NoResponseError(Exception):
    """A custom HTTP client returned no response."""

    def __init__(self, message: str = "No response received") -> None:
        super().__init__(message)
        self.message = message


class ClientClosedError(RuntimeError):
    """The client was closed; calls after that are refused."""


class _StatusError(OpenRouterError):
    status: ClassVar[int]
    data: ErrorEnvelope

    def __init__(
        self, data: ErrorEnvelope, raw_response: httpx.Response, body: str | None = None
    ) -> None:
        super().__init__(data.error.message or body or raw_response.text, raw_response, body)
        self.data = data


class BadRequestResponseError(_StatusError):
    """400: the request does not fit the model, or was moderated."""

    status = 400


class UnauthorizedResponseError(_StatusError):
    """401: no valid key."""

    status = 401


class PaymentRequiredResponseError(_StatusError):
    """402: credit, key limit or running jobs leave no room."""

    status = 402


class ForbiddenResponseError(_StatusError):
    """403: the key may not do this."""

    status = 403


class NotFoundResponseError(_StatusError):
    """404: unknown job or model."""

    status = 404


class RequestTimeoutResponseError(_StatusError):
    """408: the request took too long to arrive."""

    status = 408


class ConflictResponseError(_StatusError):
    """409: the job has no output yet."""

    status = 409


class GoneResponseError(_StatusError):
    """410: the output is no longer kept."""

    status = 410


class PayloadTooLargeResponseError(_StatusError):
    """413: the body is too large."""

    status = 413


class UnprocessableEntityResponseError(_StatusError):
    """422: well-formed, but cannot be acted on."""

    status = 422


class TooManyRequestsResponseError(_StatusError):
    """429: rate limited."""

    status = 429


class ClientClosedRequestResponseError(_StatusError):
    """499: the caller hung up."""

    status = 499


class InternalServerResponseError(_StatusError):
    """500: the service failed."""

    status = 500


class BadGatewayResponseError(_StatusError):
    """502: the provider failed."""

    status = 502


class ServiceUnavailableResponseError(_StatusError):
    """503: no provider can take it now."""

    status = 503


class GatewayTimeoutResponseError(_StatusError):
    """504: the provider did not answer in time."""

    status = 504


class EdgeNetworkTimeoutResponseError(_StatusError):
    """524: the edge gave up waiting."""

    status = 524


class ProviderOverloadedResponseError(_StatusError):
    """529: the provider is overloaded."""

    status = 529


# One envelope for all; the contract names it once for each status.
BadRequestResponseErrorData = ErrorEnvelope
UnauthorizedResponseErrorData = ErrorEnvelope
PaymentRequiredResponseErrorData = ErrorEnvelope
ForbiddenResponseErrorData = ErrorEnvelope
NotFoundResponseErrorData = ErrorEnvelope
RequestTimeoutResponseErrorData = ErrorEnvelope
ConflictResponseErrorData = ErrorEnvelope
GoneResponseErrorData = ErrorEnvelope
PayloadTooLargeResponseErrorData = ErrorEnvelope
UnprocessableEntityResponseErrorData = ErrorEnvelope
TooManyRequestsResponseErrorData = ErrorEnvelope
ClientClosedRequestResponseErrorData = ErrorEnvelope
InternalServerResponseErrorData = ErrorEnvelope
BadGatewayResponseErrorData = ErrorEnvelope
ServiceUnavailableResponseErrorData = ErrorEnvelope
GatewayTimeoutResponseErrorData = ErrorEnvelope
EdgeNetworkTimeoutResponseErrorData = ErrorEnvelope
ProviderOverloadedResponseErrorData = ErrorEnvelope

BY_STATUS: dict[int, type[_StatusError]] = {
    cls.status: cls for cls in _StatusError.__subclasses__()
}

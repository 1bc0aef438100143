"""One class for each status that the contract names."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import httpx

from rushes.sdk.errors.base import OpenRouterError

if TYPE_CHECKING:
    from rushes.wire.errors import ErrorEnvelope


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


class MissingAPIKeyError(UnauthorizedResponseError):
    """No API key was found, so nothing was sent; `raw_response` is an empty 401."""

    def __init__(
        self,
        message: str = "No API key: pass api_key= to OpenRouter or set OPENROUTER_API_KEY",
    ) -> None:
        from rushes.wire.errors import ErrorEnvelope

        told = {"error": {"code": self.status, "message": message}}
        super().__init__(ErrorEnvelope.model_validate(told), httpx.Response(self.status), "")
        self.attempts = 0


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


BY_STATUS: dict[int, type[_StatusError]] = {
    cls.status: cls for cls in _StatusError.__subclasses__()
}

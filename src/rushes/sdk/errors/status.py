"""One class for each status that the contract names."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import httpx

from rushes.sdk.errors.base import OpenRouterError

if TYPE_CHECKING:
    from rushes.wire.errors import ErrorEnvelope


BY_STATUS: dict[int, type[_StatusError]] = {}


class _StatusError(OpenRouterError):
    status: ClassVar[int]
    data: ErrorEnvelope

    def __init_subclass__(cls, *, status: int | None = None) -> None:
        if status is not None:
            cls.status = status
            BY_STATUS[status] = cls

    def __init__(
        self, data: ErrorEnvelope, raw_response: httpx.Response, body: str | None = None
    ) -> None:
        super().__init__(data.error.message or body or raw_response.text, raw_response, body)
        self.data = data


class BadRequestResponseError(_StatusError, status=400):
    """400: the request does not fit the model, or was moderated."""


class UnauthorizedResponseError(_StatusError, status=401):
    """401: no valid key."""


class MissingAPIKeyError(UnauthorizedResponseError):
    """No API key was found, so nothing was sent; `raw_response` is an empty 401."""

    def __init__(
        self,
        message: str = "No API key: pass api_key= to OpenRouter or set OPENROUTER_API_KEY",
    ) -> None:
        from rushes.wire.errors import ErrorEnvelope

        envelope = {"error": {"code": self.status, "message": message}}
        super().__init__(ErrorEnvelope.model_validate(envelope), httpx.Response(self.status), "")
        self.attempts = 0


class PaymentRequiredResponseError(_StatusError, status=402):
    """402: not enough credit, or a limit of the key or of running jobs is reached."""


class ForbiddenResponseError(_StatusError, status=403):
    """403: the key may not do this."""


class NotFoundResponseError(_StatusError, status=404):
    """404: unknown job or model."""


class RequestTimeoutResponseError(_StatusError, status=408):
    """408: the request took too long to arrive."""


class ConflictResponseError(_StatusError, status=409):
    """409: the job has no output yet."""


class GoneResponseError(_StatusError, status=410):
    """410: the output is no longer kept."""


class PayloadTooLargeResponseError(_StatusError, status=413):
    """413: the body is too large."""


class UnprocessableEntityResponseError(_StatusError, status=422):
    """422: well-formed, but not processable."""


class TooManyRequestsResponseError(_StatusError, status=429):
    """429: rate limited."""


class ClientClosedRequestResponseError(_StatusError, status=499):
    """499: the caller closed the connection."""


class InternalServerResponseError(_StatusError, status=500):
    """500: the service failed."""


class BadGatewayResponseError(_StatusError, status=502):
    """502: the provider failed."""


class ServiceUnavailableResponseError(_StatusError, status=503):
    """503: no provider is available now."""


class GatewayTimeoutResponseError(_StatusError, status=504):
    """504: the provider did not respond in time."""


class EdgeNetworkTimeoutResponseError(_StatusError, status=524):
    """524: the edge gave up waiting."""


class ProviderOverloadedResponseError(_StatusError, status=529):
    """529: the provider is overloaded."""

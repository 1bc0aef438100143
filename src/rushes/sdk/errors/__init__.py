"""Everything the SDK raises on its own account.

    Exception
    · OpenRouterError                        an answer that is not a success
      · BadRequestResponseError          400
      · UnauthorizedResponseError        401
        · MissingAPIKeyError               no key was found; nothing was sent
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
      · OpenRouterDefaultError           any other status, or a 2xx response with an error body
      · ResponseValidationError          a success whose body cannot be read
      · GenerationError                  a job that was waited for ended without a video
        · GenerationFailedError            it failed
        · GenerationCancelledError         it was cancelled
        · GenerationExpiredError           it expired
      · DownloadError                    what arrived is not a whole video
      · WaitTimeoutError                 a job is not finished yet; also a TimeoutError
      · NotSupportedByServerError        the server lacks what only Rushes' service adds
      · APIConnectionError               no response, or an incomplete one; always also the httpx
                                         class, and TimeoutError or ConnectionError
      · SubmitOutcomeUnknownError        a submission may have made a job; always also the class of
                                         what went wrong, one of those above
    · NoResponseError                        a custom HTTP client returned nothing
    · WebhookSignatureError                  a webhook that is not ours; see `webhooks.verify`
    · ValueError
      · UnsupportedRequestError              `validate=True` found that the model does not take it
      · CostLimitError                       it would cost more than `max_cost`
    · RuntimeError
      · ClientClosedError                    a call after close()

Wrong arguments raise `pydantic.ValidationError`, `ValueError` or `TypeError` before anything is
sent. `str()` of an `OpenRouterError` is its `message` and, in brackets, which request it was and
how often it was sent.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from rushes.sdk.errors.base import (
    ClientClosedError,
    NoResponseError,
    OpenRouterDefaultError,
    OpenRouterError,
    ResponseValidationError,
    WebhookSignatureError,
)

if TYPE_CHECKING:
    from rushes.sdk.errors.aliases import (
        BadGatewayResponseErrorData,
        BadRequestResponseErrorData,
        ClientClosedRequestResponseErrorData,
        ConflictResponseErrorData,
        EdgeNetworkTimeoutResponseErrorData,
        ForbiddenResponseErrorData,
        GatewayTimeoutResponseErrorData,
        GoneResponseErrorData,
        InternalServerResponseErrorData,
        NotFoundResponseErrorData,
        PayloadTooLargeResponseErrorData,
        PaymentRequiredResponseErrorData,
        ProviderOverloadedResponseErrorData,
        RequestTimeoutResponseErrorData,
        ServiceUnavailableResponseErrorData,
        TooManyRequestsResponseErrorData,
        UnauthorizedResponseErrorData,
        UnprocessableEntityResponseErrorData,
    )
    from rushes.sdk.errors.job import (
        CostLimitError,
        DownloadError,
        GenerationCancelledError,
        GenerationError,
        GenerationExpiredError,
        GenerationFailedError,
        NotSupportedByServerError,
        UnsupportedRequestError,
        WaitTimeoutError,
    )
    from rushes.sdk.errors.status import (
        BadGatewayResponseError,
        BadRequestResponseError,
        ClientClosedRequestResponseError,
        ConflictResponseError,
        EdgeNetworkTimeoutResponseError,
        ForbiddenResponseError,
        GatewayTimeoutResponseError,
        GoneResponseError,
        InternalServerResponseError,
        MissingAPIKeyError,
        NotFoundResponseError,
        PayloadTooLargeResponseError,
        PaymentRequiredResponseError,
        ProviderOverloadedResponseError,
        RequestTimeoutResponseError,
        ServiceUnavailableResponseError,
        TooManyRequestsResponseError,
        UnauthorizedResponseError,
        UnprocessableEntityResponseError,
    )
    from rushes.sdk.errors.transport import APIConnectionError
    from rushes.sdk.errors.unknown_outcome import SubmitOutcomeUnknownError

__all__ = [
    "APIConnectionError",
    "BadGatewayResponseError",
    "BadGatewayResponseErrorData",
    "BadRequestResponseError",
    "BadRequestResponseErrorData",
    "ClientClosedError",
    "ClientClosedRequestResponseError",
    "ClientClosedRequestResponseErrorData",
    "ConflictResponseError",
    "ConflictResponseErrorData",
    "CostLimitError",
    "DownloadError",
    "EdgeNetworkTimeoutResponseError",
    "EdgeNetworkTimeoutResponseErrorData",
    "ForbiddenResponseError",
    "ForbiddenResponseErrorData",
    "GatewayTimeoutResponseError",
    "GatewayTimeoutResponseErrorData",
    "GenerationCancelledError",
    "GenerationError",
    "GenerationExpiredError",
    "GenerationFailedError",
    "GoneResponseError",
    "GoneResponseErrorData",
    "InternalServerResponseError",
    "InternalServerResponseErrorData",
    "MissingAPIKeyError",
    "NoResponseError",
    "NotFoundResponseError",
    "NotFoundResponseErrorData",
    "NotSupportedByServerError",
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
    "SubmitOutcomeUnknownError",
    "TooManyRequestsResponseError",
    "TooManyRequestsResponseErrorData",
    "UnauthorizedResponseError",
    "UnauthorizedResponseErrorData",
    "UnprocessableEntityResponseError",
    "UnprocessableEntityResponseErrorData",
    "UnsupportedRequestError",
    "WaitTimeoutError",
    "WebhookSignatureError",
]


# What most programs never see is loaded when it is asked for.
_MODULES = ("status", "job", "transport", "unknown_outcome", "aliases")


def __getattr__(name: str) -> Any:
    if name in __all__:
        for module in _MODULES:
            found = vars(import_module(f"{__name__}.{module}"))
            if name in found:
                return globals().setdefault(name, found[name])
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})

"""The errors of the SDK.

    Exception
    · OpenRouterError                        a response that is not a success
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
      · OpenRouterDefaultError           any other status; as a second class, any status that the
                                         official package does not list for the operation
      · ResponseValidationError          a success whose body cannot be read
      · GenerationError                  a job that was waited for ended without a video
        · GenerationFailedError            it failed
        · GenerationCancelledError         it was cancelled
        · GenerationExpiredError           it expired
      · DownloadError                    the response is not a complete video
      · WaitTimeoutError                 a job is not finished yet; also a TimeoutError
      · NotSupportedByServerError        the server lacks an operation that only Rushes' service has
      · APIConnectionError               no response, or an incomplete one; always also the httpx
                                         class, and TimeoutError or ConnectionError
        · TLSError                         the server's certificate is not trusted, or the like
      · SubmitOutcomeUnknownError        a submission may have made a job; always also the class of
                                         what went wrong, one of those above
    · NoResponseError                        a custom HTTP client returned nothing
    · WebhookSignatureError                  a webhook without a valid signature
    · ValueError
      · UnsupportedRequestError              `validate=True` found something unsupported
      · CostLimitError                       it would cost more than `max_cost`
    · RuntimeError
      · ClientClosedError                    a call after close()

Wrong arguments raise `pydantic.ValidationError`, `ValueError` or `TypeError` before anything is
sent. `str()` of an `OpenRouterError` is its `message` and, in brackets, which request it was and
how often it was sent.
"""

from typing import TYPE_CHECKING

from rushes.sdk.errors.base import (
    ClientClosedError,
    NoResponseError,
    OpenRouterDefaultError,
    OpenRouterError,
    ResponseValidationError,
    WebhookSignatureError,
)
from rushes.wire._lazy import lazy_names

if TYPE_CHECKING:
    from rushes.sdk.errors.aliases import *
    from rushes.sdk.errors.job import *
    from rushes.sdk.errors.status import *
    from rushes.sdk.errors.transport import *
    from rushes.sdk.errors.unknown_outcome import *

# fmt: off
__all__ = [
    "APIConnectionError", "BadGatewayResponseError", "BadGatewayResponseErrorData",
    "BadRequestResponseError", "BadRequestResponseErrorData", "ClientClosedError",
    "ClientClosedRequestResponseError", "ClientClosedRequestResponseErrorData",
    "ConflictResponseError", "ConflictResponseErrorData", "CostLimitError", "DownloadError",
    "EdgeNetworkTimeoutResponseError", "EdgeNetworkTimeoutResponseErrorData",
    "ForbiddenResponseError", "ForbiddenResponseErrorData", "GatewayTimeoutResponseError",
    "GatewayTimeoutResponseErrorData", "GenerationCancelledError", "GenerationError",
    "GenerationExpiredError", "GenerationFailedError", "GoneResponseError", "GoneResponseErrorData",
    "InternalServerResponseError", "InternalServerResponseErrorData", "MissingAPIKeyError",
    "NoResponseError", "NotFoundResponseError", "NotFoundResponseErrorData",
    "NotSupportedByServerError", "OpenRouterDefaultError", "OpenRouterError",
    "PayloadTooLargeResponseError", "PayloadTooLargeResponseErrorData",
    "PaymentRequiredResponseError", "PaymentRequiredResponseErrorData",
    "ProviderOverloadedResponseError", "ProviderOverloadedResponseErrorData",
    "RequestTimeoutResponseError", "RequestTimeoutResponseErrorData", "ResponseValidationError",
    "ServiceUnavailableResponseError", "ServiceUnavailableResponseErrorData",
    "SubmitOutcomeUnknownError", "TLSError", "TooManyRequestsResponseError",
    "TooManyRequestsResponseErrorData",
    "UnauthorizedResponseError", "UnauthorizedResponseErrorData",
    "UnprocessableEntityResponseError", "UnprocessableEntityResponseErrorData",
    "UnsupportedRequestError", "WaitTimeoutError", "WebhookSignatureError",
]
# fmt: on

# What most programs never see is loaded when it is asked for.
_MODULES = ("status", "job", "transport", "unknown_outcome", "aliases")
__getattr__, __dir__ = lazy_names(__name__, __all__, _MODULES)

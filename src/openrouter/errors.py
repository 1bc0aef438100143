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
      · GenerationError                  a job that was waited for ended without a video
        · GenerationFailedError            it failed
        · GenerationCancelledError         it was cancelled
        · GenerationExpiredError           it outlived its time
      · DownloadError                    what arrived is not a whole video
      · WaitTimeoutError                 a job is not finished yet; also a TimeoutError
    · SubmitOutcomeUnknownError              a submission may have made a job; always also the class
                                             of what went wrong, one of those above or of httpx
    · NoResponseError                        a custom HTTP client returned nothing
    · WebhookSignatureError                  a webhook that is not ours; see `webhooks.verify`
    · ValueError
      · UnsupportedRequestError              `validate=True` found that the model does not take it
    · RuntimeError
      · ClientClosedError                    a call after close()

Wrong arguments raise `pydantic.ValidationError`, `ValueError` or `TypeError` before anything is
sent. Transport failures that outlast the retries stay `httpx.TransportError`; a note on them says
which request it was and how often it was sent.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar

import httpx

from openrouter.components.errors import ErrorEnvelope
from openrouter.logs import plain_url
from openrouter.retries import retry_after_seconds

if TYPE_CHECKING:
    from collections.abc import Callable

    from openrouter.components.response import VideoGenerationResponse

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


class OpenRouterError(Exception):
    """An answer that is not a success.

    `data` is the parsed body (`data.error.code`, `.message`, `.metadata`; `data.user_id`). A body
    that is no error envelope is mapped onto one as far as it goes. `body` is the text as received.
    `attempts` is how often the request was sent.
    """

    message: str
    status_code: int
    body: str
    headers: httpx.Headers
    raw_response: httpx.Response
    data: ErrorEnvelope | None = None
    attempts: int = 1

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

    @property
    def request_id(self) -> str | None:
        """Return the service's id of the request, for its logs and its support."""
        return request_id_of(self.raw_response)

    @property
    def method(self) -> str | None:
        """Return the method of the request; None if none was sent."""
        request = _request_of(self.raw_response)
        return None if request is None else request.method

    @property
    def url(self) -> str | None:
        """Return the address of the request without its query; None if none was sent."""
        request = _request_of(self.raw_response)
        return None if request is None else plain_url(str(request.url))

    def __str__(self) -> str:
        return self.message

    def __repr__(self) -> str:
        return f"{type(self).__name__}(status_code={self.status_code}, message={self.message!r})"

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        return _restored, (type(self), self.args, self.__dict__.copy())


def _restored(cls: type[Any], args: tuple[Any, ...], state: dict[str, Any]) -> Any:
    error = cls.__new__(cls, *args)
    error.__dict__.update(state)
    return error


def request_id_of(response: httpx.Response) -> str | None:
    """Return the id that the service gave a request."""
    named: str | None = response.headers.get("x-request-id") or response.headers.get("cf-ray")
    return named


def _request_of(response: httpx.Response) -> httpx.Request | None:
    try:
        return response.request
    except RuntimeError:  # it was made by hand
        return None


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


class GenerationError(OpenRouterError):
    """A job ended without a video; `job` is its last answer, `reason` what the service says."""

    job: VideoGenerationResponse

    def __init__(self, job: VideoGenerationResponse, raw_response: httpx.Response) -> None:
        ending = _ENDINGS.get(job.status, "ended") + (f": {job.error}" if job.error else "")
        super().__init__(f"The job {job.id} {ending}", raw_response)
        self.job = job

    @property
    def job_id(self) -> str:
        """Return the id of the job."""
        return self.job.id

    @property
    def reason(self) -> str | None:
        """Return why, in the words of the service."""
        return self.job.error


_ENDINGS = {"failed": "failed", "cancelled": "was cancelled", "expired": "outlived its time"}


class GenerationFailedError(GenerationError):
    """The job failed."""


class GenerationCancelledError(GenerationError):
    """The job was cancelled."""


class GenerationExpiredError(GenerationError):
    """The job outlived its time."""


class DownloadError(OpenRouterError):
    """What arrived is not a whole video; nothing is left under the file's final name."""

    def __init__(self, message: str, raw_response: httpx.Response) -> None:
        super().__init__(message, raw_response, "")


class WaitTimeoutError(OpenRouterError, TimeoutError):
    """The wait is over, the job is not: it goes on and is billed.

    `job` is its last answer, None if there was none; `job_id` is known in any case. If there was
    no answer, `raw_response` is an empty 408. `__cause__` is the last failed poll, if it failed.
    """

    job: VideoGenerationResponse | None
    job_id: str

    def __init__(
        self,
        job_id: str,
        timeout: float,
        job: VideoGenerationResponse | None = None,
        raw_response: httpx.Response | None = None,
    ) -> None:
        state = f"is {job.status}" if job else "has not been seen"
        super().__init__(
            f"The job {job_id} {state} after {timeout:g} s. It goes on; "
            f"video_generation.wait({job_id!r}) takes up the wait again",
            raw_response or httpx.Response(408),
        )
        self.job = job
        self.job_id = job_id


class SubmitOutcomeUnknownError(Exception):
    """A submission may have arrived and made a job that is billed, but its answer is lost.

    Every such error is of two classes: this one, and that of what went wrong, such as
    `httpx.ReadTimeout` or `BadGatewayResponseError`. `idempotency_key` is the key it was sent with:
    a service that honours such keys makes no second job if it is sent again with it.
    """

    idempotency_key: str

    @property
    def request_id(self) -> str | None:
        """Return the service's id of the request; None if it did not answer."""
        response: httpx.Response | None = getattr(self, "raw_response", None)
        return None if response is None else request_id_of(response)


def outcome_unknown(error: Exception, idempotency_key: str) -> SubmitOutcomeUnknownError:
    """Return a twin of `error` that is also a `SubmitOutcomeUnknownError`."""
    message = error.args[0] if error.args and error.args[0] else type(error).__name__
    cls: Any = type(error)
    twin: SubmitOutcomeUnknownError = _restored(_in_doubt(cls), (message,), error.__dict__.copy())
    twin.idempotency_key = idempotency_key
    twin.add_note(
        "The job may exist and be billed: look before you submit it again, or do so with "
        f"idempotency_key={idempotency_key!r} where the service honours such keys"
    )
    return twin


@cache
def _in_doubt(cls: Any) -> type[SubmitOutcomeUnknownError]:
    def reduce(self: Exception) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        return _restored_in_doubt, (cls, self.args, self.__dict__.copy())

    body = {
        "__doc__": f"A submission whose outcome is unknown, for a {cls.__name__}.",
        "__module__": __name__,
        "__reduce__": reduce,
    }
    return type("SubmitOutcomeUnknownError", (SubmitOutcomeUnknownError, cls), body)


def _restored_in_doubt(cls: Any, args: tuple[Any, ...], state: dict[str, Any]) -> Any:
    return _restored(_in_doubt(cls), args, state)


class NoResponseError(Exception):
    """A custom HTTP client returned no response."""

    def __init__(self, message: str = "No response received") -> None:
        super().__init__(message)
        self.message = message


class WebhookSignatureError(Exception):
    """A webhook is not signed, or not with our secret, or not now."""


class UnsupportedRequestError(ValueError):
    """The catalogue says that the model does not take such a request; nothing was sent.

    `problems` are sentences, one for each argument that does not fit.
    """

    def __init__(self, model: str, problems: list[str]) -> None:
        super().__init__(model, problems)
        self.model = model
        self.problems = problems

    def __str__(self) -> str:
        return f"{self.model}: {'; '.join(self.problems)}"


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

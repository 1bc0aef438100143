"""The body of an error, on both sides of the wire."""

from __future__ import annotations

from typing import Any, ClassVar, NotRequired

from typing_extensions import TypedDict

from rushes.wire.base import Integer, SparseModel


class ErrorDetail(SparseModel):
    """What went wrong: `code` is the HTTP status; `metadata` says more to programs."""

    _nullable: ClassVar[frozenset[str]] = frozenset({"metadata"})

    code: Integer
    message: str
    metadata: dict[str, Any] | None = None


class ErrorDetailTypedDict(TypedDict):
    code: int
    message: str
    metadata: NotRequired[dict[str, Any] | None]


class ErrorEnvelope(SparseModel):
    """The body of every response that is not a success."""

    _nullable: ClassVar[frozenset[str]] = frozenset({"openrouter_metadata", "user_id"})

    error: ErrorDetail
    openrouter_metadata: dict[str, Any] | None = None
    user_id: str | None = None


# All statuses share one body; the contract has a name for each.
BadGatewayResponseErrorData = ErrorDetail
BadRequestResponseErrorData = ErrorDetail
ClientClosedRequestResponseErrorData = ErrorDetail
ConflictResponseErrorData = ErrorDetail
EdgeNetworkTimeoutResponseErrorData = ErrorDetail
ForbiddenResponseErrorData = ErrorDetail
GatewayTimeoutResponseErrorData = ErrorDetail
GoneResponseErrorData = ErrorDetail
InternalServerResponseErrorData = ErrorDetail
NotFoundResponseErrorData = ErrorDetail
PayloadTooLargeResponseErrorData = ErrorDetail
PaymentRequiredResponseErrorData = ErrorDetail
ProviderOverloadedResponseErrorData = ErrorDetail
RequestTimeoutResponseErrorData = ErrorDetail
ServiceUnavailableResponseErrorData = ErrorDetail
TooManyRequestsResponseErrorData = ErrorDetail
UnauthorizedResponseErrorData = ErrorDetail
UnprocessableEntityResponseErrorData = ErrorDetail

BadGatewayResponseErrorDataTypedDict = ErrorDetailTypedDict
BadRequestResponseErrorDataTypedDict = ErrorDetailTypedDict
ClientClosedRequestResponseErrorDataTypedDict = ErrorDetailTypedDict
ConflictResponseErrorDataTypedDict = ErrorDetailTypedDict
EdgeNetworkTimeoutResponseErrorDataTypedDict = ErrorDetailTypedDict
ForbiddenResponseErrorDataTypedDict = ErrorDetailTypedDict
GatewayTimeoutResponseErrorDataTypedDict = ErrorDetailTypedDict
GoneResponseErrorDataTypedDict = ErrorDetailTypedDict
InternalServerResponseErrorDataTypedDict = ErrorDetailTypedDict
NotFoundResponseErrorDataTypedDict = ErrorDetailTypedDict
PayloadTooLargeResponseErrorDataTypedDict = ErrorDetailTypedDict
PaymentRequiredResponseErrorDataTypedDict = ErrorDetailTypedDict
ProviderOverloadedResponseErrorDataTypedDict = ErrorDetailTypedDict
RequestTimeoutResponseErrorDataTypedDict = ErrorDetailTypedDict
ServiceUnavailableResponseErrorDataTypedDict = ErrorDetailTypedDict
TooManyRequestsResponseErrorDataTypedDict = ErrorDetailTypedDict
UnauthorizedResponseErrorDataTypedDict = ErrorDetailTypedDict
UnprocessableEntityResponseErrorDataTypedDict = ErrorDetailTypedDict

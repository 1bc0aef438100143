"""The `data` of errors, by the names of the contract."""

from rushes.wire.errors import ErrorEnvelope

# One envelope for all; the contract has a name for each status.
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

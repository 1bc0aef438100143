from rushes.sdk.errors import (
    GatewayTimeoutResponseError as GatewayTimeoutResponseError,
    GatewayTimeoutResponseErrorData as GatewayTimeoutResponseErrorData,
)

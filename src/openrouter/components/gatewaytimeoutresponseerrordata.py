from rushes.wire import (
    GatewayTimeoutResponseErrorData as GatewayTimeoutResponseErrorData,
    GatewayTimeoutResponseErrorDataTypedDict as GatewayTimeoutResponseErrorDataTypedDict,
)

from rushes.wire import (
    EdgeNetworkTimeoutResponseErrorData as EdgeNetworkTimeoutResponseErrorData,
    EdgeNetworkTimeoutResponseErrorDataTypedDict as EdgeNetworkTimeoutResponseErrorDataTypedDict,
)

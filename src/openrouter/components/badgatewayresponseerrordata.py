from rushes.wire import (
    BadGatewayResponseErrorData as BadGatewayResponseErrorData,
    BadGatewayResponseErrorDataTypedDict as BadGatewayResponseErrorDataTypedDict,
)

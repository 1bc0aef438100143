from rushes.wire import (
    UnauthorizedResponseErrorData as UnauthorizedResponseErrorData,
    UnauthorizedResponseErrorDataTypedDict as UnauthorizedResponseErrorDataTypedDict,
)

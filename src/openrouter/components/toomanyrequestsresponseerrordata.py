from rushes.wire import (
    TooManyRequestsResponseErrorData as TooManyRequestsResponseErrorData,
    TooManyRequestsResponseErrorDataTypedDict as TooManyRequestsResponseErrorDataTypedDict,
)

from rushes.wire import (
    UnprocessableEntityResponseErrorData as UnprocessableEntityResponseErrorData,
    UnprocessableEntityResponseErrorDataTypedDict as UnprocessableEntityResponseErrorDataTypedDict,
)

from rushes.wire import (
    PayloadTooLargeResponseErrorData as PayloadTooLargeResponseErrorData,
    PayloadTooLargeResponseErrorDataTypedDict as PayloadTooLargeResponseErrorDataTypedDict,
)

from rushes.wire import (
    BadRequestResponseErrorData as BadRequestResponseErrorData,
    BadRequestResponseErrorDataTypedDict as BadRequestResponseErrorDataTypedDict,
)

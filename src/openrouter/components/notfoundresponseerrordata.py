from rushes.wire import (
    NotFoundResponseErrorData as NotFoundResponseErrorData,
    NotFoundResponseErrorDataTypedDict as NotFoundResponseErrorDataTypedDict,
)

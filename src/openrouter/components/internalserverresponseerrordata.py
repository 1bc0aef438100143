from rushes.wire import (
    InternalServerResponseErrorData as InternalServerResponseErrorData,
    InternalServerResponseErrorDataTypedDict as InternalServerResponseErrorDataTypedDict,
)

from rushes.wire import (
    ForbiddenResponseErrorData as ForbiddenResponseErrorData,
    ForbiddenResponseErrorDataTypedDict as ForbiddenResponseErrorDataTypedDict,
)

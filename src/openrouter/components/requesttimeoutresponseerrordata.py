from rushes.wire import (
    RequestTimeoutResponseErrorData as RequestTimeoutResponseErrorData,
    RequestTimeoutResponseErrorDataTypedDict as RequestTimeoutResponseErrorDataTypedDict,
)

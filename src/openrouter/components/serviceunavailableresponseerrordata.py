from rushes.wire import (
    ServiceUnavailableResponseErrorData as ServiceUnavailableResponseErrorData,
    ServiceUnavailableResponseErrorDataTypedDict as ServiceUnavailableResponseErrorDataTypedDict,
)

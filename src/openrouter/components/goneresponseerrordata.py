from rushes.wire import (
    GoneResponseErrorData as GoneResponseErrorData,
    GoneResponseErrorDataTypedDict as GoneResponseErrorDataTypedDict,
)

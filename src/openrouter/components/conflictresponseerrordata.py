from rushes.wire import (
    ConflictResponseErrorData as ConflictResponseErrorData,
    ConflictResponseErrorDataTypedDict as ConflictResponseErrorDataTypedDict,
)

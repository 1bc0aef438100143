from rushes.sdk.errors import (
    ConflictResponseError as ConflictResponseError,
    ConflictResponseErrorData as ConflictResponseErrorData,
)

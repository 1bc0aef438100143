from rushes.sdk.errors import (
    InternalServerResponseError as InternalServerResponseError,
    InternalServerResponseErrorData as InternalServerResponseErrorData,
)

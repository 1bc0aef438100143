from rushes.sdk.errors import (
    RequestTimeoutResponseError as RequestTimeoutResponseError,
    RequestTimeoutResponseErrorData as RequestTimeoutResponseErrorData,
)

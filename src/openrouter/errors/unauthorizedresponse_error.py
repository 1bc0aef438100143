from rushes.sdk.errors import (
    UnauthorizedResponseError as UnauthorizedResponseError,
    UnauthorizedResponseErrorData as UnauthorizedResponseErrorData,
)

from rushes.sdk.errors import (
    ForbiddenResponseError as ForbiddenResponseError,
    ForbiddenResponseErrorData as ForbiddenResponseErrorData,
)

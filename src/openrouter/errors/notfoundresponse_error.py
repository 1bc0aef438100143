from rushes.sdk.errors import (
    NotFoundResponseError as NotFoundResponseError,
    NotFoundResponseErrorData as NotFoundResponseErrorData,
)

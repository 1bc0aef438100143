from rushes.sdk.errors import (
    TooManyRequestsResponseError as TooManyRequestsResponseError,
    TooManyRequestsResponseErrorData as TooManyRequestsResponseErrorData,
)

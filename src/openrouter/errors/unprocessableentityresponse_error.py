from rushes.sdk.errors import (
    UnprocessableEntityResponseError as UnprocessableEntityResponseError,
    UnprocessableEntityResponseErrorData as UnprocessableEntityResponseErrorData,
)

from rushes.sdk.errors import (
    PayloadTooLargeResponseError as PayloadTooLargeResponseError,
    PayloadTooLargeResponseErrorData as PayloadTooLargeResponseErrorData,
)

from rushes.sdk.errors import (
    BadRequestResponseError as BadRequestResponseError,
    BadRequestResponseErrorData as BadRequestResponseErrorData,
)

from rushes.sdk.errors import (
    ServiceUnavailableResponseError as ServiceUnavailableResponseError,
    ServiceUnavailableResponseErrorData as ServiceUnavailableResponseErrorData,
)

from rushes.sdk.errors import (
    GoneResponseError as GoneResponseError,
    GoneResponseErrorData as GoneResponseErrorData,
)

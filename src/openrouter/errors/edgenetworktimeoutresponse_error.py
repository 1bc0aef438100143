from rushes.sdk.errors import (
    EdgeNetworkTimeoutResponseError as EdgeNetworkTimeoutResponseError,
    EdgeNetworkTimeoutResponseErrorData as EdgeNetworkTimeoutResponseErrorData,
)

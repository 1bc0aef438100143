from rushes.sdk.errors import (
    ClientClosedRequestResponseError as ClientClosedRequestResponseError,
    ClientClosedRequestResponseErrorData as ClientClosedRequestResponseErrorData,
)

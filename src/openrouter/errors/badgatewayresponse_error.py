from rushes.sdk.errors import (
    BadGatewayResponseError as BadGatewayResponseError,
    BadGatewayResponseErrorData as BadGatewayResponseErrorData,
)

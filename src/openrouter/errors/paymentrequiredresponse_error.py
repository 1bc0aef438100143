from rushes.sdk.errors import (
    PaymentRequiredResponseError as PaymentRequiredResponseError,
    PaymentRequiredResponseErrorData as PaymentRequiredResponseErrorData,
)

from rushes.wire import (
    PaymentRequiredResponseErrorData as PaymentRequiredResponseErrorData,
    PaymentRequiredResponseErrorDataTypedDict as PaymentRequiredResponseErrorDataTypedDict,
)

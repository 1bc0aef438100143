from rushes.wire import (
    ProviderOverloadedResponseErrorData as ProviderOverloadedResponseErrorData,
    ProviderOverloadedResponseErrorDataTypedDict as ProviderOverloadedResponseErrorDataTypedDict,
)

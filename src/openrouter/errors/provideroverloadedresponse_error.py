from rushes.sdk.errors import (
    ProviderOverloadedResponseError as ProviderOverloadedResponseError,
    ProviderOverloadedResponseErrorData as ProviderOverloadedResponseErrorData,
)

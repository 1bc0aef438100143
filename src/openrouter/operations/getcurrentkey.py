from rushes.wire import (
    GetCurrentKeyData as GetCurrentKeyData,
    GetCurrentKeyResponse as GetCurrentKeyResponse,
)

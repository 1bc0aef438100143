from rushes.sdk.errors import NoResponseError as NoResponseError

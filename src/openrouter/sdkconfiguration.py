from rushes.sdk import (
    SERVER_PRODUCTION as SERVER_PRODUCTION,
    SERVERS as SERVERS,
    UNSET as UNSET,
    AsyncHttpClient as AsyncHttpClient,
    HttpClient as HttpClient,
    Logger as Logger,
    OptionalNullable as OptionalNullable,
    RetryConfig as RetryConfig,
    SDKConfiguration as SDKConfiguration,
)

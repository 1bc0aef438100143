from rushes.sdk import (
    UNSET as UNSET,
    AsyncHttpClient as AsyncHttpClient,
    HttpClient as HttpClient,
    Logger as Logger,
    OpenRouter as OpenRouter,
    OptionalNullable as OptionalNullable,
    RetryConfig as RetryConfig,
    SDKConfiguration as SDKConfiguration,
    get_default_logger as get_default_logger,
)

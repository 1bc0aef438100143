from rushes.sdk import (
    BackoffStrategy as BackoffStrategy,
    Logger as Logger,
    RetryConfig as RetryConfig,
    get_default_logger as get_default_logger,
)

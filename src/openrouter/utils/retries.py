from rushes.sdk import BackoffStrategy as BackoffStrategy, RetryConfig as RetryConfig

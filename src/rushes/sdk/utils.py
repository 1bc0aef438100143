"""The names that callers configure retries and logging with."""

from rushes.sdk._logging import Logger, get_default_logger
from rushes.sdk.retry_config import BackoffStrategy, RetryConfig

__all__ = ["BackoffStrategy", "Logger", "RetryConfig", "get_default_logger"]

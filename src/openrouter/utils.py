"""The names that callers configure retries and logging with."""

from __future__ import annotations

from openrouter.backoff import BackoffStrategy, RetryConfig
from openrouter.logs import Logger, get_default_logger

__all__ = ["BackoffStrategy", "Logger", "RetryConfig", "get_default_logger"]

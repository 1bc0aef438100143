"""The client of OpenRouter's video generation API.

    from rushes import OpenRouter

    with OpenRouter() as client:
        job = client.video_generation.generate(model="google/veo-3.1", prompt="A calm sea")

Importing this package loads nothing else; its modules are loaded as they are used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from rushes.sdk._version import USER_AGENT, __version__

if TYPE_CHECKING:
    from rushes import wire as components
    from rushes.sdk import errors, httpclient, utils, webhooks
    from rushes.sdk._logging import Logger, get_default_logger
    from rushes.sdk.batch_result import BatchResult
    from rushes.sdk.client import OpenRouter
    from rushes.sdk.config import SERVER_PRODUCTION, SERVERS, SDKConfiguration
    from rushes.sdk.generation import Generation
    from rushes.sdk.httpclient import AsyncHttpClient, HttpClient
    from rushes.sdk.media import frame_image, input_reference
    from rushes.sdk.retry_config import BackoffStrategy, RetryConfig
    from rushes.sdk.video_generation import VideoGeneration
    from rushes.wire import base as types
    from rushes.wire.base import UNSET, OptionalNullable

__all__ = [
    "SERVERS",
    "SERVER_PRODUCTION",
    "UNSET",
    "USER_AGENT",
    "VERSION",
    "AsyncHttpClient",
    "BackoffStrategy",
    "BatchResult",
    "Generation",
    "HttpClient",
    "Logger",
    "OpenRouter",
    "OptionalNullable",
    "RetryConfig",
    "SDKConfiguration",
    "VideoGeneration",
    "__version__",
    "components",
    "errors",
    "frame_image",
    "get_default_logger",
    "httpclient",
    "input_reference",
    "types",
    "utils",
    "webhooks",
]

VERSION: str = __version__

_SOURCES = {
    "AsyncHttpClient": "rushes.sdk.httpclient",
    "BackoffStrategy": "rushes.sdk.retry_config",
    "HttpClient": "rushes.sdk.httpclient",
    "Logger": "rushes.sdk._logging",
    "OptionalNullable": "rushes.wire.base",
    "RetryConfig": "rushes.sdk.retry_config",
    "UNSET": "rushes.wire.base",
    "VideoGeneration": "rushes.sdk.video_generation",
    "get_default_logger": "rushes.sdk._logging",
    "Generation": "rushes.sdk.generation",
    "OpenRouter": "rushes.sdk.client",
    "BatchResult": "rushes.sdk.batch_result",
    "SDKConfiguration": "rushes.sdk.config",
    "frame_image": "rushes.sdk.media",
    "input_reference": "rushes.sdk.media",
    "SERVERS": "rushes.sdk.config",
    "SERVER_PRODUCTION": "rushes.sdk.config",
}
_MODULES = {
    "components": "rushes.wire",
    "errors": "rushes.sdk.errors",
    "httpclient": "rushes.sdk.httpclient",
    "types": "rushes.wire.base",
    "utils": "rushes.sdk.utils",
    "webhooks": "rushes.sdk.webhooks",
}


def __getattr__(name: str) -> Any:
    if name in _MODULES:
        return import_module(_MODULES[name])
    if name in _SOURCES:
        value = globals()[name] = getattr(import_module(_SOURCES[name]), name)
        return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})

"""The client of OpenRouter's video generation API.

    from rushes import OpenRouter

    with OpenRouter() as client:
        job = client.video_generation.generate(model="google/veo-3.1", prompt="A calm sea")

Importing this package loads nothing else; its modules are loaded when they are used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rushes.sdk._version import USER_AGENT, __version__
from rushes.wire._lazy import lazy_names

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
    from rushes.sdk.video_grid import VideoGrid
    from rushes.wire import base as types
    from rushes.wire.base import UNSET, OptionalNullable

# fmt: off
__all__ = [
    "SERVERS", "SERVER_PRODUCTION", "UNSET", "USER_AGENT", "VERSION", "AsyncHttpClient",
    "BackoffStrategy", "BatchResult", "Generation", "HttpClient", "Logger", "OpenRouter",
    "OptionalNullable", "RetryConfig", "SDKConfiguration", "VideoGeneration", "VideoGrid",
    "__version__",
    "components", "errors", "frame_image", "get_default_logger", "httpclient", "input_reference",
    "types", "utils", "webhooks",
]
# fmt: on

VERSION: str = __version__

_NAMES = {
    "rushes.sdk._logging": "Logger get_default_logger",
    "rushes.sdk.batch_result": "BatchResult",
    "rushes.sdk.client": "OpenRouter",
    "rushes.sdk.config": "SDKConfiguration SERVERS SERVER_PRODUCTION",
    "rushes.sdk.errors": "errors",
    "rushes.sdk.generation": "Generation",
    "rushes.sdk.httpclient": "AsyncHttpClient HttpClient httpclient",
    "rushes.sdk.media": "frame_image input_reference",
    "rushes.sdk.retry_config": "BackoffStrategy RetryConfig",
    "rushes.sdk.utils": "utils",
    "rushes.sdk.video_generation": "VideoGeneration",
    "rushes.sdk.video_grid": "VideoGrid",
    "rushes.sdk.webhooks": "webhooks",
    "rushes.wire": "components",
    "rushes.wire.base": "OptionalNullable UNSET types",
}
_SOURCES = {name: module for module, names in _NAMES.items() for name in names.split()}
__getattr__, __dir__ = lazy_names(__name__, __all__, sources=_SOURCES)

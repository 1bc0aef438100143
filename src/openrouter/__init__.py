"""Python SDK of OpenRouter's video generation API.

    from openrouter import OpenRouter

    with OpenRouter() as client:
        job = client.video_generation.generate(model="google/veo-3.1", prompt="A calm sea")

Importing this package loads nothing else; its parts are loaded as they are used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from openrouter._version import USER_AGENT, __version__

if TYPE_CHECKING:
    from openrouter import (
        additions as additions,
        batches as batches,
        components,
        downloads as downloads,
        errors,
        eventloop as eventloop,
        events as events,
        extras as extras,
        httpclient,
        limits as limits,
        parameters as parameters,
        progress as progress,
        redirects as redirects,
        sources as sources,
        targets as targets,
        types,
        utils,
        video_generation as video_generation,
        waiting as waiting,
        webhooks,
    )
    from openrouter.batches import Outcome
    from openrouter.generation import Generation
    from openrouter.media import frame_image, input_reference
    from openrouter.sdk import OpenRouter
    from openrouter.sdkconfiguration import SERVER_PRODUCTION, SERVERS, SDKConfiguration

__all__ = [
    "SERVERS",
    "SERVER_PRODUCTION",
    "USER_AGENT",
    "VERSION",
    "Generation",
    "OpenRouter",
    "Outcome",
    "SDKConfiguration",
    "__version__",
    "components",
    "errors",
    "frame_image",
    "httpclient",
    "input_reference",
    "types",
    "utils",
    "webhooks",
]

VERSION: str = __version__

# Tells this package from the one it stands in for.
__rushes__ = True

_HOMES = {
    "Generation": "openrouter.generation",
    "OpenRouter": "openrouter.sdk",
    "Outcome": "openrouter.batches",
    "SDKConfiguration": "openrouter.sdkconfiguration",
    "frame_image": "openrouter.media",
    "input_reference": "openrouter.media",
    "SERVERS": "openrouter.sdkconfiguration",
    "SERVER_PRODUCTION": "openrouter.sdkconfiguration",
}
_MODULES = frozenset({"components", "errors", "httpclient", "types", "utils", "webhooks"})
# Parts of the client, which it names as `parts.waiting` and so on: whoever submits one video need
# not wait for the code that downloads, follows and batches.
_PARTS = frozenset(
    {
        "additions",
        "batches",
        "downloads",
        "eventloop",
        "events",
        "extras",
        "limits",
        "parameters",
        "progress",
        "redirects",
        "sources",
        "targets",
        "video_generation",
        "waiting",
    }
)


def __getattr__(name: str) -> Any:
    if name in _MODULES | _PARTS:
        return import_module(f"openrouter.{name}")
    if name in _HOMES:
        value = globals()[name] = getattr(import_module(_HOMES[name]), name)
        return value
    raise AttributeError(f"module 'openrouter' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})

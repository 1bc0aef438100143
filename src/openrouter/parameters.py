"""The arguments of a submission and of a client, for whoever passes them on or keeps them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Required, TypedDict

import openrouter as parts
from openrouter import components
from openrouter.logs import Logger
from openrouter.operations.base import Frames, Provider, References, Retries, Trace
from openrouter.sdkconfiguration import APIKey

__all__ = ["ClientOptions", "GenerateArguments"]


class GenerateArguments(TypedDict, total=False):
    """The arguments of `generate`, for the methods that pass them on."""

    model: Required[str]
    http_referer: str | None
    x_open_router_title: str | None
    x_open_router_categories: str | None
    aspect_ratio: components.VideoGenerationRequestAspectRatio | None
    callback_url: str | None
    creativity: int | None
    duration: int | None
    frame_images: Frames | None
    generate_audio: bool | None
    input_references: References | None
    previous_job_id: str | None
    prompt: str | None
    provider: Provider | None
    resolution: components.VideoGenerationRequestResolution | None
    seed: int | None
    session_id: str | None
    size: str | None
    trace: Trace | None
    upscale_factor: float | None
    user: str | None
    retries: Retries
    server_url: str | None
    timeout_ms: int | None
    http_headers: Mapping[str, str] | None
    idempotency_key: str | None
    validate: bool
    first_frame: parts.sources.Source | None
    last_frame: parts.sources.Source | None
    references: parts.sources.Sources | None
    max_cost: float | None
    extra_body: Mapping[str, Any] | None
    extra_query: Mapping[str, Any] | None


class ClientOptions(TypedDict, total=False):
    """The settings that `OpenRouter.with_options` changes, as its constructor takes them."""

    api_key: APIKey
    http_referer: str | None
    x_open_router_title: str | None
    x_open_router_categories: str | None
    server: str | None
    url_params: dict[str, str] | None
    server_url: str | None
    retry_config: Retries
    timeout_ms: int | None
    debug_logger: Logger
    honours_idempotency_key: bool | None

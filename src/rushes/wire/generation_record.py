"""The record of a generation that has ended: what it cost and how long it took."""

from __future__ import annotations

from typing import ClassVar

from rushes.wire.base import Integer, SparseModel
from rushes.wire.response_info import ResponseModel


class ProviderResponse(SparseModel):
    """One attempt at a provider."""

    _always_written: ClassVar[frozenset[str]] = frozenset({"status"})

    status: Integer | None = None
    endpoint_id: str | None = None
    id: str | None = None
    is_byok: bool | None = None
    latency: float | None = None
    model_permaslug: str | None = None
    provider_name: str | None = None
    routed_service_tier: str | None = None


class GenerationResponseData(SparseModel):
    """The record itself; costs are in USD, times in milliseconds."""

    _always_written: ClassVar[frozenset[str]] = frozenset(
        """
        api_type app_id cache_discount cancelled external_user finish_reason generation_time
        http_referer latency moderation_latency native_finish_reason native_tokens_cached
        native_tokens_completion native_tokens_completion_images native_tokens_prompt
        native_tokens_reasoning num_fetches num_input_audio_prompt num_media_completion
        num_media_prompt num_search_results preset_id provider_name provider_responses router
        service_tier streamed tokens_completion tokens_prompt upstream_id upstream_inference_cost
        user_agent web_search_engine workspace_id
        """.split()  # noqa: SIM905 - a list of names reads better than a column of strings
    )
    _nullable: ClassVar[frozenset[str]] = frozenset(
        {"request_id", "response_cache_source_id", "session_id"}
    )

    api_type: str | None = None
    app_id: Integer | None = None
    cache_discount: float | None = None
    cancelled: bool | None = None
    created_at: str
    data_region: str | None = None
    external_user: str | None = None
    finish_reason: str | None = None
    generation_time: float | None = None
    http_referer: str | None = None
    id: str
    is_byok: bool
    latency: float | None = None
    model: str
    moderation_latency: float | None = None
    native_finish_reason: str | None = None
    native_tokens_cached: Integer | None = None
    native_tokens_completion: Integer | None = None
    native_tokens_completion_images: Integer | None = None
    native_tokens_prompt: Integer | None = None
    native_tokens_reasoning: Integer | None = None
    num_fetches: Integer | None = None
    num_input_audio_prompt: Integer | None = None
    num_media_completion: Integer | None = None
    num_media_prompt: Integer | None = None
    num_search_results: Integer | None = None
    origin: str
    preset_id: str | None = None
    provider_name: str | None = None
    provider_responses: list[ProviderResponse] | None = None
    router: str | None = None
    service_tier: str | None = None
    streamed: bool | None = None
    tokens_completion: Integer | None = None
    tokens_prompt: Integer | None = None
    total_cost: float
    upstream_id: str | None = None
    upstream_inference_cost: float | None = None
    usage: float
    user_agent: str | None = None
    web_search_engine: str | None = None
    workspace_id: str | None = None
    request_id: str | None = None
    response_cache_source_id: str | None = None
    session_id: str | None = None


class GenerationResponse(ResponseModel):
    """The record, in `data`."""

    data: GenerationResponseData

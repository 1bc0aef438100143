"""The record of a generation, with the original's keys; what does not apply is null."""

from __future__ import annotations

from datetime import UTC, datetime

from rushes.catalog.model import Catalog
from rushes.catalog.refusal import UnknownModelError
from rushes.http.api_model import ApiModel
from rushes.jobs.submit import Jobs
from rushes.store.job import Job

FINISH_REASONS = {
    "completed": "complete",
    "failed": "error",
    "cancelled": "cancelled",
    "expired": "expired",
}


class ProviderResponse(ApiModel):
    """A provider's response to an attempt; `latency` is in milliseconds."""

    provider_name: str
    status: int = 200
    latency: int | None = None
    is_byok: bool = False
    id: str | None = None
    endpoint_id: str | None = None
    model_permaslug: str


class GenerationData(ApiModel):
    """What a generation took and cost: money in USD, spans in milliseconds.

    `latency` is the time until the provider accepted the job, `generation_time` from then to the
    end. An unknown cost counts as 0.
    """

    id: str
    api_type: str = "video"
    model: str
    created_at: str
    provider_name: str
    total_cost: float
    usage: float
    upstream_inference_cost: float = 0
    is_byok: bool = False
    latency: int | None = None
    generation_time: int | None = None
    moderation_latency: int | None = None
    streamed: bool = False
    cancelled: bool
    finish_reason: str
    native_finish_reason: str
    origin: str
    app_id: int | None = None
    external_user: str | None = None
    session_id: str | None = None
    request_id: str | None = None
    preset_id: str | None = None
    http_referer: str | None = None
    user_agent: str | None = None
    router: str | None = None
    service_tier: str | None = None
    data_region: str = "global"
    workspace_id: str | None = None
    upstream_id: str | None = None
    cache_discount: float | None = None
    response_cache_source_id: str | None = None
    web_search_engine: str | None = None
    tokens_prompt: int | None = None
    tokens_completion: int | None = None
    native_tokens_prompt: int | None = None
    native_tokens_completion: int | None = None
    native_tokens_completion_images: int | None = None
    native_tokens_reasoning: int | None = None
    native_tokens_cached: int | None = None
    num_media_prompt: int | None = None
    num_input_audio_prompt: int | None = None
    num_media_completion: int | None = None
    num_search_results: int | None = None
    num_fetches: int | None = None
    provider_responses: list[ProviderResponse]


class GenerationRecord(ApiModel):
    data: GenerationData


def record_of(job: Job, jobs: Jobs) -> GenerationRecord:
    provider = jobs.provider_name(job)
    model = dated(job.model, jobs.catalog)
    created = job.created_ns / 1e9
    latency = _milliseconds(created, job.accepted_at)
    cost = 0.0 if job.cost is None else float(job.cost)
    response = ProviderResponse(provider_name=provider, latency=latency, model_permaslug=model)
    data = GenerationData(
        id=job.id,
        model=model,
        created_at=_moment(created),
        provider_name=provider,
        total_cost=cost,
        usage=cost,
        latency=latency,
        generation_time=_milliseconds(job.accepted_at, job.ended_at),
        cancelled=job.state == "cancelled",
        finish_reason=FINISH_REASONS[job.state],
        native_finish_reason=FINISH_REASONS[job.state],
        origin=job.origin,
        external_user=job.user_id,
        session_id=job.session_id,
        provider_responses=[] if job.accepted_at is None else [response],
    )
    return GenerationRecord(data=data)


def dated(model: str, catalog: Catalog) -> str:
    try:
        return catalog.get(model).wire.canonical_slug
    except UnknownModelError:
        return model  # it was listed once


def _moment(seconds: float) -> str:
    text = datetime.fromtimestamp(seconds, UTC).isoformat(timespec="milliseconds")
    return text.replace("+00:00", "Z")


def _milliseconds(start: float | None, end: float | None) -> int | None:
    return None if start is None or end is None else max(0, round((end - start) * 1000))

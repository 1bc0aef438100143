"""What the tools for agents return, as agents are told of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

from pydantic import BaseModel, Field

from rushes.cli.video_file import emulated
from rushes.http.serializers import EXTENSION
from rushes.sdk._service_details import details_of, reported_progress
from rushes.sdk.model_list import ModelList
from rushes.wire import Quote, VideoGenerationResponse, VideoModel

DETAILED = 3  # models; where more are found, each is shown briefly


class Result(BaseModel):
    def facts(self) -> dict[str, Any]:
        return self.model_dump(mode="json", exclude_none=True)


class ModelFacts(Result):
    id: str
    name: str | None = None
    durations: Annotated[list[int] | None, Field(description="Seconds.")] = None
    resolutions: list[str] | None = None
    aspect_ratios: list[str] | None = None
    frame_images: list[str] | None = None
    generate_audio: bool | None = None
    cheapest: Annotated[
        float | None, Field(description="USD for its shortest and smallest silent video.")
    ] = None
    availability: Annotated[
        str | None,
        Field(
            description="live: a provider makes it; emulated: drawn offline, whatever the model, at"
            " no cost; unavailable: it cannot be made here."
        ),
    ] = None
    description: str | None = None
    prices: Annotated[dict[str, str] | None, Field(description="The price list.")] = None


class Models(Result):
    models: list[ModelFacts]
    found: Annotated[int, Field(description="Models that fit; `limit` of them are listed.")]


class Price(Result):
    model: str
    cost: Annotated[float | None, Field(description="USD; absent if it is not known.")] = None
    is_estimate: Annotated[
        bool, Field(description="Whether it is the most that it may cost, by the price list.")
    ] = False
    limit: Annotated[float, Field(description="USD that a video of this server may cost.")]
    is_allowed: Annotated[bool, Field(description="Whether generate_video would make it.")]
    size: str | None = None
    duration: int | None = None
    audio: bool | None = None
    provider: str | None = None


class Video(Result):
    id: str
    status: Annotated[
        str,
        Field(description="pending, in_progress, completed, failed, cancelled, or expired."),
    ]
    progress: Annotated[float | None, Field(description="From 0 to 1.")] = None
    delay_reason: str | None = None
    error: str | None = None
    cost: Annotated[float | None, Field(description="USD.")] = None
    model: str | None = None
    prompt: str | None = None
    size: str | None = None
    duration: Annotated[float | None, Field(description="Seconds.")] = None
    seed: int | None = None
    not_drawn: Annotated[
        list[str] | None, Field(description="Words of the prompt that the offline engine left out.")
    ] = None
    url: Annotated[
        str | None, Field(description="Where it can be watched for now, without a key.")
    ] = None
    resource: Annotated[str | None, Field(description="The URI of the resource.")] = None
    path: Annotated[str | None, Field(description="The file that it was saved as.")] = None
    note: Annotated[str | None, Field(description="What else to tell the user.")] = None


def video_uri(job_id: str) -> str:
    return f"rushes://videos/{job_id}"


def models_of(rows: Sequence[VideoModel], listed: ModelList, limit: int) -> Models:
    shown = rows[:limit]
    detailed = len(shown) <= DETAILED
    return Models(
        models=[_model_facts(row, listed, detailed=detailed) for row in shown], found=len(rows)
    )


def _model_facts(row: VideoModel, listed: ModelList, *, detailed: bool) -> ModelFacts:
    extra = (row.model_extra or {}).get(EXTENSION)
    facts = ModelFacts(
        id=row.id,
        name=row.name,
        durations=row.supported_durations or None,
        resolutions=[str(each) for each in row.supported_resolutions or ()] or None,
        aspect_ratios=[str(each) for each in row.supported_aspect_ratios or ()] or None,
        frame_images=[str(each) for each in row.supported_frame_images or ()] or None,
        generate_audio=row.generate_audio,
        cheapest=_cheapest(row, listed),
        availability=extra.get("status") if isinstance(extra, dict) else None,
    )
    if detailed:
        facts.description = row.description or None
        facts.prices = row.pricing_skus
    return facts


def _cheapest(row: VideoModel, listed: ModelList) -> float | None:
    wanted: dict[str, Any] = {"model": row.id, "prompt": "x"}
    if row.supported_durations:
        wanted["duration"] = min(row.supported_durations)
    if row.supported_resolutions:
        wanted["resolution"] = row.supported_resolutions[0]
    if row.generate_audio:
        wanted["generate_audio"] = False
    return listed.estimate_cost(**wanted)


def price_of(quote: Quote, limit: float, *, is_estimate: bool = False) -> Price:
    return Price(
        model=quote.model,
        cost=quote.cost,
        is_estimate=is_estimate,
        limit=limit,
        is_allowed=quote.cost is not None and quote.cost <= limit,
        size=quote.size,
        duration=quote.duration,
        audio=quote.audio,
        provider=quote.provider,
    )


def video_of(job: VideoGenerationResponse) -> Video:
    details, ended = details_of(job), str(job.status) == "completed"
    drawn = details.get("drawn")
    cost = job.usage.cost if job.usage else None
    return Video(
        id=job.id,
        status=str(job.status),
        progress=reported_progress(job),
        delay_reason=details.get("delay_reason"),
        error=job.error,
        cost=cost,
        model=details.get("model"),
        prompt=details.get("prompt"),
        size=details.get("size"),
        duration=details.get("duration"),
        seed=details.get("seed"),
        not_drawn=(drawn.get("not_drawn") or None) if isinstance(drawn, dict) else None,
        url=next(iter([*(_urls(job)), *(job.unsigned_urls or [])]), None) if ended else None,
        resource=video_uri(job.id) if ended else None,
        note=f"${cost:g}{emulated(details)}" if cost and emulated(details) else None,
    )


def _urls(job: VideoGenerationResponse) -> list[str]:
    """Return the URLs that need no key, which only a Rushes service has."""
    return list(getattr(job, "urls", None) or ())

"""The list of models of every kind, of which those that make videos are a part."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from pydantic import ConfigDict, PrivateAttr

from rushes.wire.base import Integer, SparseModel
from rushes.wire.response_info import ResponseModel


class ModelArchitecture(SparseModel):
    """What goes into a model and what comes out: "text", "image", "video" and so on."""

    _always_written: ClassVar[frozenset[str]] = frozenset({"modality"})
    _nullable: ClassVar[frozenset[str]] = frozenset({"instruct_type"})

    input_modalities: list[str]
    modality: str | None = None
    output_modalities: list[str]
    instruct_type: str | None = None
    tokenizer: str | None = None


class ModelLinks(SparseModel):
    """Where more is said about a model."""

    details: str


class PublicPricing(SparseModel):
    """Prices in USD as decimal strings, for each token, image or request."""

    model_config = ConfigDict(coerce_numbers_to_str=True)

    completion: str
    prompt: str
    audio: str | None = None
    audio_output: str | None = None
    discount: float | None = None
    image: str | None = None
    image_output: str | None = None
    image_token: str | None = None
    input_audio_cache: str | None = None
    input_cache_read: str | None = None
    input_cache_write: str | None = None
    internal_reasoning: str | None = None
    request: str | None = None
    web_search: str | None = None


class TopProviderInfo(SparseModel):
    """Limits of the provider that is asked first."""

    _nullable: ClassVar[frozenset[str]] = frozenset({"context_length", "max_completion_tokens"})

    is_moderated: bool
    context_length: Integer | None = None
    max_completion_tokens: Integer | None = None


class Model(SparseModel):
    """One model. Prices of videos are in `VideoModel.pricing_skus`, not here."""

    _always_written: ClassVar[frozenset[str]] = frozenset(
        {"context_length", "default_parameters", "per_request_limits", "supported_voices"}
    )
    _nullable: ClassVar[frozenset[str]] = frozenset(
        {"expiration_date", "hugging_face_id", "knowledge_cutoff"}
    )

    id: str
    name: str
    canonical_slug: str | None = None
    created: Integer | None = None
    architecture: ModelArchitecture | None = None
    context_length: Integer | None = None
    default_parameters: dict[str, Any] | None = None
    links: ModelLinks | None = None
    per_request_limits: dict[str, Any] | None = None
    pricing: PublicPricing | None = None
    supported_parameters: list[str] | None = None
    supported_voices: list[str] | None = None
    top_provider: TopProviderInfo | None = None
    description: str | None = None
    expiration_date: str | None = None
    hugging_face_id: str | None = None
    knowledge_cutoff: str | None = None


class ModelsListResponseLinks(SparseModel):
    """The URL of the next page, None on the last one."""

    _always_written: ClassVar[frozenset[str]] = frozenset({"next"})

    next: str | None = None


class ModelsListResponse(ResponseModel):
    """One page of models, in `data`."""

    data: list[Model]
    links: ModelsListResponseLinks | None = None
    total_count: Integer | None = None


class GetModelsResponse(SparseModel):
    """One page, in `result`; `next()` returns the next one, or awaits it, and None at the end."""

    result: ModelsListResponse
    _next: Callable[[], Any] | None = PrivateAttr(default=None)

    @classmethod
    def of(cls, page: ModelsListResponse, following: Callable[[], Any]) -> GetModelsResponse:
        """Return a page that knows how to get the next one."""
        response = cls(result=page)
        response._next = following
        return response

    def next(self) -> Any:
        """Return the next page, or what gives it when awaited; None at the end."""
        return None if self._next is None else self._next()

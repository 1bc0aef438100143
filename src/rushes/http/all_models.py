"""The generic list of models, in the original's shape: all of them make video."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import Response

from rushes.catalog.model import Model
from rushes.http.api_model import ApiModel
from rushes.http.context import JSON, RequestContext
from rushes.http.errors import ApiError
from rushes.http.openapi import Endpoint, answers
from rushes.jobs.urls import PREFIX

VIDEO = "video"
MOST = 1000  # models of a page
FAR = 999_999_999  # models that are skipped
QUERY: dict[str, dict[str, Any]] = {
    "output_modalities": {
        "type": "string",
        "default": "text",
        "description": "Comma-separated, or all. Only video finds models here.",
    },
    "input_modalities": {"type": "string", "description": "Comma-separated."},
    "q": {"type": "string", "description": "Part of a name or id."},
    "offset": {"type": "integer", "minimum": 0, "maximum": FAR, "default": 0},
    "limit": {"type": "integer", "minimum": 1, "maximum": MOST},
}


class ModelArchitecture(ApiModel):
    modality: str
    input_modalities: list[str]
    output_modalities: list[str]
    tokenizer: str = "Other"
    instruct_type: str | None = None


class TokenPricing(ApiModel):
    """Zeros, as for every video model of the original; `/videos/models` has the prices."""

    prompt: str = "0"
    completion: str = "0"
    request: str = "0"
    image: str = "0"


class TopProvider(ApiModel):
    context_length: int | None = None
    max_completion_tokens: int | None = None
    is_moderated: bool = False


class ModelLinks(ApiModel):
    details: str


class ListedModel(ApiModel):
    """A model as the generic list shows it."""

    id: str
    canonical_slug: str
    hugging_face_id: str | None
    name: str
    created: int
    description: str
    context_length: int = 0
    architecture: ModelArchitecture
    pricing: TokenPricing = TokenPricing()
    top_provider: TopProvider = TopProvider()
    per_request_limits: dict[str, object] | None = None
    supported_parameters: list[str]
    default_parameters: dict[str, object] | None = None
    supported_voices: list[str] | None = None
    knowledge_cutoff: str | None = None
    expiration_date: str | None = None
    links: ModelLinks


class PageLinks(ApiModel):
    next: str | None = None


class ListedModels(ApiModel):
    data: list[ListedModel]
    links: PageLinks = PageLinks()
    total_count: int


class ModelCount(ApiModel):
    count: int


class CountedModels(ApiModel):
    data: ModelCount


async def models(context: RequestContext, request: Request) -> Response:
    query = request.query_params
    found = _found(context, query)
    inputs, text = _words(query.get("input_modalities", "")), query.get("q", "").casefold()
    found = tuple(m for m in found if _fits(m, inputs, text))
    offset, limit = _number(query, "offset", 0, FAR), _number(query, "limit", 1, MOST)
    return Response(_page(request, found, offset or 0, limit).model_dump_json(), media_type=JSON)


async def count(context: RequestContext, request: Request) -> Response:
    """Count the models that the list has without other filters."""
    number = len(_found(context, request.query_params))
    counted = CountedModels(data=ModelCount(count=number))
    return Response(counted.model_dump_json(), media_type=JSON)


def _found(context: RequestContext, query: QueryParams) -> Sequence[Model]:
    wanted = _words(query.get("output_modalities") or "text")
    return context.jobs.catalog.models if wanted & {VIDEO, "all"} else ()


def _page(request: Request, found: Sequence[Model], offset: int, limit: int | None) -> ListedModels:
    stop = len(found) if limit is None else offset + limit
    more = None
    if stop < len(found):
        url = request.url.include_query_params(offset=stop)
        more = f"{url.path}?{url.query}"
    return ListedModels(
        data=[_listed(model) for model in found[offset:stop]],
        links=PageLinks(next=more),
        total_count=len(found),
    )


def _fits(model: Model, inputs: set[str], text: str) -> bool:
    named = text in model.id.casefold() or text in str(model.wire.name).casefold()
    return named and inputs <= set(model.input_modalities)


def _listed(model: Model) -> ListedModel:
    wire, inputs = model.wire, list(model.input_modalities)
    return ListedModel(
        id=wire.id,
        canonical_slug=wire.canonical_slug,
        hugging_face_id=wire.hugging_face_id,
        name=wire.name,
        created=wire.created,
        description=wire.description or "",
        architecture=ModelArchitecture(
            modality=f"{'+'.join(inputs)}->{VIDEO}",
            input_modalities=inputs,
            output_modalities=[VIDEO],
        ),
        supported_parameters=["seed"] if wire.seed else [],
        links=ModelLinks(details=f"{PREFIX}/models/{wire.id}/endpoints"),
    )


def _words(text: str) -> set[str]:
    return {word for part in text.split(",") if (word := part.strip().lower())}


def _number(query: QueryParams, name: str, least: int, most: int) -> int | None:
    text = query.get(name)
    if text is None:
        return None
    plain = text.isascii() and text.isdigit() and len(text) <= 9
    if not plain or not least <= int(text) <= most:
        problem = f"{name}: {text[:40]!r} is not a whole number from {least} to {most}"
        raise ApiError(400, problem, metadata={"field": name})
    return int(text)


ENDPOINTS = (
    Endpoint(
        "GET",
        f"{PREFIX}/models",
        models,
        "List the models by what they put out; all of them make video",
        "getModels",
        answers=answers(200, ListedModels, 400, public=True),
        query=QUERY,
        public=True,
    ),
    Endpoint(
        "GET",
        f"{PREFIX}/models/count",
        count,
        "Count the models by what they put out",
        "listModelsCount",
        answers=answers(200, CountedModels, public=True),
        query={"output_modalities": QUERY["output_modalities"]},
        public=True,
    ),
)

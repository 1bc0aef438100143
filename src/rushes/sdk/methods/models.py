"""The models of every kind, with the signature of the official package."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from rushes import wire
from rushes.sdk import _endpoints, _parse
from rushes.sdk._endpoints import APICall, CallOptions
from rushes.sdk._params import Arguments, Retries
from rushes.sdk._scalars import integer
from rushes.sdk.methods.account import Resource
from rushes.wire.base import UNSET, OptionalNullable, Unset

_PAGE = 500  # models, as in the official package


class Models(Resource):
    """The models of every kind; `OpenRouter.models`."""

    _name = "models"

    def list(
        self,
        *,
        http_referer: str | None = None,
        x_open_router_title: str | None = None,
        x_open_router_categories: str | None = None,
        offset: OptionalNullable[int] = 0,
        limit: int | None = 500,
        category: str | None = None,
        supported_parameters: str | None = None,
        output_modalities: str | None = None,
        sort: str | None = None,
        q: str | None = None,
        input_modalities: str | None = None,
        context: int | None = None,
        min_price: OptionalNullable[float] = UNSET,
        max_price: OptionalNullable[float] = UNSET,
        arch: str | None = None,
        model_authors: str | None = None,
        providers: str | None = None,
        distillable: str | None = None,
        zdr: str | None = None,
        region: str | None = None,
        min_output_price: OptionalNullable[float] = UNSET,
        max_output_price: OptionalNullable[float] = UNSET,
        min_age_days: OptionalNullable[int] = UNSET,
        max_age_days: OptionalNullable[int] = UNSET,
        min_intelligence_index: OptionalNullable[float] = UNSET,
        max_intelligence_index: OptionalNullable[float] = UNSET,
        min_coding_index: OptionalNullable[float] = UNSET,
        max_coding_index: OptionalNullable[float] = UNSET,
        min_agentic_index: OptionalNullable[float] = UNSET,
        max_agentic_index: OptionalNullable[float] = UNSET,
        min_tool_success_rate: OptionalNullable[float] = UNSET,
        max_tool_success_rate: OptionalNullable[float] = UNSET,
        retries: Retries = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> wire.GetModelsResponse | None:
        """Return a page of models, in `result`; its `next()` returns the next one.

        `output_modalities="video"` lists those that make videos. What they support and cost is in
        `video_generation.list_videos_models`. Needs no key.

        Raises:
            OpenRouterError: the service refused; its subclasses say why.
        """
        arguments = {name: value for name, value in locals().items() if name != "self"}
        page = self._client.send(_page(arguments))
        following = _following(arguments, page)
        return wire.GetModelsResponse.of(
            page, lambda: None if following is None else self.list(**following)
        )

    async def list_async(
        self,
        *,
        http_referer: str | None = None,
        x_open_router_title: str | None = None,
        x_open_router_categories: str | None = None,
        offset: OptionalNullable[int] = 0,
        limit: int | None = 500,
        category: str | None = None,
        supported_parameters: str | None = None,
        output_modalities: str | None = None,
        sort: str | None = None,
        q: str | None = None,
        input_modalities: str | None = None,
        context: int | None = None,
        min_price: OptionalNullable[float] = UNSET,
        max_price: OptionalNullable[float] = UNSET,
        arch: str | None = None,
        model_authors: str | None = None,
        providers: str | None = None,
        distillable: str | None = None,
        zdr: str | None = None,
        region: str | None = None,
        min_output_price: OptionalNullable[float] = UNSET,
        max_output_price: OptionalNullable[float] = UNSET,
        min_age_days: OptionalNullable[int] = UNSET,
        max_age_days: OptionalNullable[int] = UNSET,
        min_intelligence_index: OptionalNullable[float] = UNSET,
        max_intelligence_index: OptionalNullable[float] = UNSET,
        min_coding_index: OptionalNullable[float] = UNSET,
        max_coding_index: OptionalNullable[float] = UNSET,
        min_agentic_index: OptionalNullable[float] = UNSET,
        max_agentic_index: OptionalNullable[float] = UNSET,
        min_tool_success_rate: OptionalNullable[float] = UNSET,
        max_tool_success_rate: OptionalNullable[float] = UNSET,
        retries: Retries = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> wire.GetModelsResponse | None:
        """Await `list`; what `next()` returns is awaited, too."""
        arguments = {name: value for name, value in locals().items() if name != "self"}
        page = await self._async_client.send(_page(arguments))
        following = _following(arguments, page)

        async def next_page() -> wire.GetModelsResponse | None:
            return None if following is None else await self.list_async(**following)

        return wire.GetModelsResponse.of(page, next_page)


def _page(arguments: Arguments) -> APICall[wire.ModelsListResponse]:
    filters = {
        name: value
        for name, value in arguments.items()
        if name not in CallOptions._fields and not isinstance(value, Unset)
    }
    return APICall(
        "GET",
        f"/models{_endpoints.extra_query({'extra_query': filters})}",
        CallOptions.of(arguments),
        partial(_parse.model, wire.ModelsListResponse),
        needs_key=False,
        documented=frozenset({400, 403, 500, 503}),
    )


def _following(arguments: Arguments, page: wire.ModelsListResponse) -> dict[str, Any] | None:
    """Return the arguments for the next page, None if this one is not full."""
    limit = integer("limit", arguments["limit"] or _PAGE)
    if not page.data or len(page.data) < limit:
        return None
    return {**arguments, "offset": integer("offset", arguments["offset"] or 0) + len(page.data)}

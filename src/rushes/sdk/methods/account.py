"""Records and credits, with the signatures of the official package."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar
from urllib.parse import urlencode

from rushes import wire
from rushes.sdk import _parse
from rushes.sdk._endpoints import APICall, CallOptions
from rushes.sdk._params import Arguments, Retries
from rushes.wire.base import UNSET

if TYPE_CHECKING:
    from rushes.sdk._base_client import AsyncAPIClient, SyncAPIClient


class Resource:
    """A resource of the official client, with those of its operations that concern videos."""

    _name: ClassVar[str]

    def __init__(self, client: SyncAPIClient, async_client: AsyncAPIClient) -> None:
        self._client = client
        self._async_client = async_client
        self.sdk_configuration = client.config

    if not TYPE_CHECKING:  # type checkers would accept any attribute

        def __getattr__(self, name: str) -> Any:
            from rushes.sdk._official import MISSING

            if name.startswith("_"):
                raise AttributeError(name)
            raise AttributeError(f"{self._name!r} has no operation {name!r}: {MISSING}")


class Generations(Resource):
    """The records of generations; `OpenRouter.generations`."""

    _name = "generations"

    def get_generation(
        self,
        *,
        id: str,  # noqa: A002 - the official name
        http_referer: str | None = None,
        x_open_router_title: str | None = None,
        x_open_router_categories: str | None = None,
        retries: Retries = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> wire.GenerationResponse:
        """Return the record of a generation that has ended, by a job's `generation_id`.

        Raises:
            NotFoundResponseError: there is no such record, or not yet.
            OpenRouterError: the service refused for another reason.
        """
        return self._client.send(_record(locals()))

    async def get_generation_async(
        self,
        *,
        id: str,  # noqa: A002 - the official name
        http_referer: str | None = None,
        x_open_router_title: str | None = None,
        x_open_router_categories: str | None = None,
        retries: Retries = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> wire.GenerationResponse:
        """Await `get_generation`."""
        return await self._async_client.send(_record(locals()))


class Credits(Resource):
    """The credits of the account; `OpenRouter.credits`."""

    _name = "credits"

    def get_credits(
        self,
        *,
        http_referer: str | None = None,
        x_open_router_title: str | None = None,
        x_open_router_categories: str | None = None,
        retries: Retries = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> wire.GetCreditsResponse:
        """Return what was bought and what was spent, in USD; OpenRouter wants a management key.

        Raises:
            OpenRouterError: the service refused; its subclasses say why.
        """
        return self._client.send(_credits(locals()))

    async def get_credits_async(
        self,
        *,
        http_referer: str | None = None,
        x_open_router_title: str | None = None,
        x_open_router_categories: str | None = None,
        retries: Retries = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> wire.GetCreditsResponse:
        """Await `get_credits`."""
        return await self._async_client.send(_credits(locals()))


def _record(arguments: Arguments) -> APICall[wire.GenerationResponse]:
    if not isinstance(arguments["id"], str) or not arguments["id"]:
        raise ValueError("id must be the id of a generation")
    return APICall(
        "GET",
        f"/generation?{urlencode({'id': arguments['id']})}",
        CallOptions.of(arguments),
        partial(_parse.model, wire.GenerationResponse),
        documented=frozenset({400, 401, 402, 403, 404, 429, 500, 502, 524, 529}),
    )


def _credits(arguments: Arguments) -> APICall[wire.GetCreditsResponse]:
    return APICall(
        "GET",
        "/credits",
        CallOptions.of(arguments),
        partial(_parse.model, wire.GetCreditsResponse),
        documented=frozenset({401, 403, 500}),
    )

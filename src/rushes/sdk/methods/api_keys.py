"""API keys, with the signatures of the official package."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from typing import TypeVar
from urllib.parse import quote, urlencode

from rushes import wire
from rushes.sdk import _parse
from rushes.sdk._endpoints import APICall, CallOptions
from rushes.sdk._params import Arguments, Retries
from rushes.sdk._scalars import as_json, integer
from rushes.sdk.methods.account import Resource
from rushes.wire import api_keys as models
from rushes.wire.base import UNSET, BaseModel, OptionalNullable, Unset
from rushes.wire.response_info import ResponseModel

ResponseT = TypeVar("ResponseT", bound=ResponseModel)


class APIKeys(Resource):
    """The key that asks, and for one that manages keys, all of them; `OpenRouter.api_keys`."""

    _name = "api_keys"

    def get_current_key_metadata(
        self,
        *,
        http_referer: str | None = None,
        x_open_router_title: str | None = None,
        x_open_router_categories: str | None = None,
        retries: Retries = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> wire.GetCurrentKeyResponse:
        """Return the limits and the usage of the key that asks, in USD.

        Raises:
            OpenRouterError: the service refused; its subclasses say why.
        """
        return self._client.send(_current(locals()))

    async def get_current_key_metadata_async(
        self,
        *,
        http_referer: str | None = None,
        x_open_router_title: str | None = None,
        x_open_router_categories: str | None = None,
        retries: Retries = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> wire.GetCurrentKeyResponse:
        """Await `get_current_key_metadata`."""
        return await self._async_client.send(_current(locals()))

    def list(
        self,
        *,
        http_referer: str | None = None,
        x_open_router_title: str | None = None,
        x_open_router_categories: str | None = None,
        include_disabled: bool | None = None,
        include_expired: bool | None = None,
        offset: OptionalNullable[int] = UNSET,
        workspace_id: str | None = None,
        retries: Retries = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.ListResponse:
        """Return up to 100 keys that exist, the newest first, after `offset` of them.

        Disabled and expired ones are left out by default. It needs a management key, which is an
        admin key of `rushes keys`.

        Raises:
            ForbiddenResponseError: the key may not manage keys.
            OpenRouterError: the service refused for another reason; its subclasses say why.
        """
        return self._client.send(_list(locals()))

    async def list_async(
        self,
        *,
        http_referer: str | None = None,
        x_open_router_title: str | None = None,
        x_open_router_categories: str | None = None,
        include_disabled: bool | None = None,
        include_expired: bool | None = None,
        offset: OptionalNullable[int] = UNSET,
        workspace_id: str | None = None,
        retries: Retries = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.ListResponse:
        """Await `list`."""
        return await self._async_client.send(_list(locals()))

    def create(
        self,
        *,
        name: str,
        http_referer: str | None = None,
        x_open_router_title: str | None = None,
        x_open_router_categories: str | None = None,
        creator_user_id: OptionalNullable[str] = UNSET,
        expires_at: OptionalNullable[datetime] = UNSET,
        external: models.External | models.ExternalTypedDict | None = None,
        include_byok_in_limit: bool | None = None,
        limit: OptionalNullable[float] = UNSET,
        limit_reset: OptionalNullable[models.CreateKeysLimitReset] = UNSET,
        workspace_id: str | None = None,
        retries: Retries = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.CreateKeysResponse:
        """Create a key, whose text is returned as `key` this once.

        `limit` is what it may spend, in USD: in all, or in each day, week, or month of UTC that
        `limit_reset` names. It is sent once, unless `retries` says otherwise.

        Raises:
            BadRequestResponseError: an argument is not accepted.
            ForbiddenResponseError: the key that asks may not manage keys.
            OpenRouterError: the service refused for another reason; its subclasses say why.
        """
        return self._client.send(_create(locals()))

    async def create_async(
        self,
        *,
        name: str,
        http_referer: str | None = None,
        x_open_router_title: str | None = None,
        x_open_router_categories: str | None = None,
        creator_user_id: OptionalNullable[str] = UNSET,
        expires_at: OptionalNullable[datetime] = UNSET,
        external: models.External | models.ExternalTypedDict | None = None,
        include_byok_in_limit: bool | None = None,
        limit: OptionalNullable[float] = UNSET,
        limit_reset: OptionalNullable[models.CreateKeysLimitReset] = UNSET,
        workspace_id: str | None = None,
        retries: Retries = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.CreateKeysResponse:
        """Await `create`."""
        return await self._async_client.send(_create(locals()))

    def delete(
        self,
        *,
        hash: str,  # noqa: A002 - the official name
        http_referer: str | None = None,
        x_open_router_title: str | None = None,
        x_open_router_categories: str | None = None,
        retries: Retries = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.DeleteKeysResponse:
        """Revoke a key for good, by its `hash`.

        Raises:
            NotFoundResponseError: there is no such key.
            OpenRouterError: the service refused for another reason; its subclasses say why.
        """
        return self._client.send(_delete(locals()))

    async def delete_async(
        self,
        *,
        hash: str,  # noqa: A002 - the official name
        http_referer: str | None = None,
        x_open_router_title: str | None = None,
        x_open_router_categories: str | None = None,
        retries: Retries = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.DeleteKeysResponse:
        """Await `delete`."""
        return await self._async_client.send(_delete(locals()))

    def get(
        self,
        *,
        hash: str,  # noqa: A002 - the official name
        http_referer: str | None = None,
        x_open_router_title: str | None = None,
        x_open_router_categories: str | None = None,
        retries: Retries = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.GetKeyResponse:
        """Return a key, by its `hash`.

        Raises:
            NotFoundResponseError: there is no such key.
            OpenRouterError: the service refused for another reason; its subclasses say why.
        """
        return self._client.send(_get(locals()))

    async def get_async(
        self,
        *,
        hash: str,  # noqa: A002 - the official name
        http_referer: str | None = None,
        x_open_router_title: str | None = None,
        x_open_router_categories: str | None = None,
        retries: Retries = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.GetKeyResponse:
        """Await `get`."""
        return await self._async_client.send(_get(locals()))

    def update(
        self,
        *,
        hash: str,  # noqa: A002 - the official name
        http_referer: str | None = None,
        x_open_router_title: str | None = None,
        x_open_router_categories: str | None = None,
        disabled: bool | None = None,
        include_byok_in_limit: bool | None = None,
        limit: OptionalNullable[float] = UNSET,
        limit_reset: OptionalNullable[models.UpdateKeysLimitReset] = UNSET,
        name: str | None = None,
        workspace_id: str | None = None,
        retries: Retries = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.UpdateKeysResponse:
        """Change a key, by its `hash`; what is not given stays, and a `limit` of None is none.

        Raises:
            BadRequestResponseError: an argument is not accepted.
            NotFoundResponseError: there is no such key.
            OpenRouterError: the service refused for another reason; its subclasses say why.
        """
        return self._client.send(_update(locals()))

    async def update_async(
        self,
        *,
        hash: str,  # noqa: A002 - the official name
        http_referer: str | None = None,
        x_open_router_title: str | None = None,
        x_open_router_categories: str | None = None,
        disabled: bool | None = None,
        include_byok_in_limit: bool | None = None,
        limit: OptionalNullable[float] = UNSET,
        limit_reset: OptionalNullable[models.UpdateKeysLimitReset] = UNSET,
        name: str | None = None,
        workspace_id: str | None = None,
        retries: Retries = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.UpdateKeysResponse:
        """Await `update`."""
        return await self._async_client.send(_update(locals()))


def _call(
    method: str,
    path: str,
    arguments: Arguments,
    answer: type[ResponseT],
    statuses: frozenset[int],
    body: BaseModel | None = None,
) -> APICall[ResponseT]:
    return APICall(
        method,
        path,
        CallOptions.of(arguments),
        partial(_parse.model, answer),
        body=None if body is None else body.model_dump_json(fallback=as_json).encode(),
        documented=statuses | {401, 500},
    )


def _current(arguments: Arguments) -> APICall[wire.GetCurrentKeyResponse]:
    return _call("GET", "/key", arguments, wire.GetCurrentKeyResponse, frozenset())


def _list(arguments: Arguments) -> APICall[models.ListResponse]:
    query = {
        name: str(arguments[name]).lower()
        for name in ("include_disabled", "include_expired")
        if arguments[name] is not None
    }
    offset = arguments["offset"]
    if offset is not None and not isinstance(offset, Unset):
        query["offset"] = str(integer("offset", offset))
    if arguments["workspace_id"] is not None:
        query["workspace_id"] = arguments["workspace_id"]
    path = f"/keys?{urlencode(query)}" if query else "/keys"
    return _call("GET", path, arguments, models.ListResponse, frozenset({403, 429}))


def _create(arguments: Arguments) -> APICall[models.CreateKeysResponse]:
    body = _body(models.CreateKeysRequestBody, arguments)
    statuses = frozenset({400, 403, 429})
    call = _call("POST", "/keys", arguments, models.CreateKeysResponse, statuses, body)
    if isinstance(call.options.retries, Unset):  # a second one would make a second key
        call = call._replace(options=call.options._replace(retries=None))
    return call


def _delete(arguments: Arguments) -> APICall[models.DeleteKeysResponse]:
    statuses = frozenset({404, 429})
    return _call("DELETE", _path(arguments), arguments, models.DeleteKeysResponse, statuses)


def _get(arguments: Arguments) -> APICall[models.GetKeyResponse]:
    statuses = frozenset({404, 429})
    return _call("GET", _path(arguments), arguments, models.GetKeyResponse, statuses)


def _update(arguments: Arguments) -> APICall[models.UpdateKeysResponse]:
    body = _body(models.UpdateKeysRequestBody, arguments)
    statuses = frozenset({400, 404, 429})
    return _call("PATCH", _path(arguments), arguments, models.UpdateKeysResponse, statuses, body)


def _body(model: type[BaseModel], arguments: Arguments) -> BaseModel:
    given = {name: arguments[name] for name in model.model_fields}
    # None means what is not given, except where it is a value.
    nullable = model._nullable
    return model.model_validate({n: v for n, v in given.items() if v is not None or n in nullable})


def _path(arguments: Arguments) -> str:
    name = arguments["hash"]
    if not isinstance(name, str) or name in {"", ".", ".."}:
        raise ValueError(f"hash must be that of an API key, not {name!r}")
    return f"/keys/{quote(name, safe='')}"

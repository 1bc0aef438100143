"""Manages the stored API keys over HTTP, in the original's shapes; only an admin key may.

What the original calls the hash of a key is its id here, which a rotation does not change.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from pydantic import Field, StrictInt
from starlette.requests import Request
from starlette.responses import Response

from rushes.clock import iso_time
from rushes.http.account import NO_STORE
from rushes.http.api_model import ApiModel
from rushes.http.context import JSON, RequestContext, read_body
from rushes.http.errors import ApiError
from rushes.http.openapi import Endpoint, answers
from rushes.http.parameters import Schema, read_parameters
from rushes.jobs.urls import PREFIX
from rushes.keys.changes import (
    LONGEST_GRACE,
    Amount,
    KeyChanges,
    NewKeyRequest,
    change_key,
    create_key,
    facts_of,
    revoke_key,
    rotate_key,
)
from rushes.keys.spending import Reset, limit_columns, spending_of
from rushes.store.api_key import ApiKey
from rushes.store.budget import budgets_of

PAGE = 100  # keys
MAX_BODY = 64 * 1024  # bytes
DEFAULT_GRACE = 86_400  # seconds
_FLAG: Schema = {
    "type": "string",
    "pattern": "^(true|false)$",
    "default": "false",
    "description": "true or false",
}
QUERY: dict[str, Schema] = {
    "include_disabled": _FLAG,
    "include_expired": _FLAG,
    "offset": {"type": "integer", "minimum": 0, "maximum": 10**9, "default": 0},
}


class CreateKeyBody(NewKeyRequest):
    """A key to create. `limit` is its budget in USD, in all or until each `limit_reset`."""

    limit: Amount | None = None
    limit_reset: Reset | None = None


class UpdateKeyBody(KeyChanges):
    """What to change of a key; what is not given stays. `limit` is the budget that it shows."""

    limit: Amount | None = None
    limit_reset: Reset | None = None


LimitedBody = TypeVar("LimitedBody", CreateKeyBody, UpdateKeyBody)


class RotateKeyBody(ApiModel):
    """`grace` is how many seconds the present key stays valid."""

    grace: StrictInt = Field(DEFAULT_GRACE, ge=0, le=LONGEST_GRACE)


class ManagedKey(ApiModel):
    """A stored key: usage in USD since ever and in the current UTC day, week, and month.

    `limit` is its budget of the longest period, `limit_remaining` what all its budgets leave.
    `rushes` has its limits, and what else this service knows of it.
    """

    hash: str
    name: str
    label: str
    disabled: bool
    limit: float | None = None
    limit_remaining: float | None = None
    limit_reset: str | None = None
    include_byok_in_limit: bool = False
    usage: float
    usage_daily: float
    usage_weekly: float
    usage_monthly: float
    byok_usage: float = 0
    byok_usage_daily: float = 0
    byok_usage_weekly: float = 0
    byok_usage_monthly: float = 0
    created_at: str
    updated_at: str
    expires_at: str | None
    last_used_at: str | None
    creator_user_id: str | None = None
    external_user: str | None = None
    workspace_id: str = "default"
    rushes: dict[str, Any]


class ManagedKeyResponse(ApiModel):
    data: ManagedKey


class ManagedKeysResponse(ApiModel):
    data: list[ManagedKey]


class NewKeyResponse(ApiModel):
    """A new key; `key` is shown this once."""

    data: ManagedKey
    key: str


class DeletedKeyResponse(ApiModel):
    deleted: bool = True


async def page(context: RequestContext, request: Request) -> Response:
    await context.require_admin(request)
    query = read_parameters(request.query_params, QUERY)
    found = await context.store.api_keys.page(
        PAGE,
        query["offset"],
        disabled=query["include_disabled"] == "true",
        expired=query["include_expired"] == "true",
    )
    return _answer(ManagedKeysResponse(data=[await _shown(context, key) for key in found]))


async def create(context: RequestContext, request: Request) -> Response:
    await context.require_admin(request)
    body = _with_limit(CreateKeyBody.model_validate_json(await read_body(request, MAX_BODY)))
    key, text = await create_key(
        context.store.api_keys,
        body,
        context.jobs.catalog,
        private_urls=context.settings.fetch_private_urls,
    )
    return _answer(NewKeyResponse(data=await _shown(context, key), key=text), 201)


async def show(context: RequestContext, request: Request) -> Response:
    await context.require_admin(request)
    key = await context.store.api_keys.get(_id(request))
    if key is None or key.revoked_at is not None:
        raise _unknown(request)
    return _answer(ManagedKeyResponse(data=await _shown(context, key)))


async def update(context: RequestContext, request: Request) -> Response:
    await context.require_admin(request)
    body = UpdateKeyBody.model_validate_json(await read_body(request, MAX_BODY))
    table, catalog = context.store.api_keys, context.jobs.catalog
    private_urls = context.settings.fetch_private_urls
    if body.model_fields_set & {"limit", "limit_reset"}:
        body = _with_limit(body, await table.get(_id(request)))
    key = await change_key(table, _id(request), body, catalog, private_urls=private_urls)
    if key is None:
        raise _unknown(request)
    return _answer(ManagedKeyResponse(data=await _shown(context, key)))


async def rotate(context: RequestContext, request: Request) -> Response:
    """Replace a key by a new one, which keeps its jobs and limits."""
    await context.require_admin(request)
    text = await read_body(request, MAX_BODY)
    body = RotateKeyBody.model_validate_json(text) if text else RotateKeyBody()
    rotated = await rotate_key(context.store.api_keys, _id(request), body.grace)
    if rotated is None:
        raise _unknown(request)
    key, secret = rotated
    return _answer(NewKeyResponse(data=await _shown(context, key), key=secret))


async def delete(context: RequestContext, request: Request) -> Response:
    """Revoke a key; its jobs stay its own."""
    await context.require_admin(request)
    if await revoke_key(context.store.api_keys, _id(request)) is None:
        raise _unknown(request)
    return _answer(DeletedKeyResponse())


async def _shown(context: RequestContext, key: ApiKey) -> ManagedKey:
    spending = await spending_of(key.owner, budgets_of(key), context.store.ledger)
    facts = facts_of(key) | {"reserved": spending.reserved}
    return ManagedKey(
        hash=key.id,
        name=key.name,
        label=key.label,
        disabled=key.disabled,
        limit=spending.limit,
        limit_remaining=spending.limit_remaining,
        limit_reset=spending.limit_reset,
        usage=spending.usage,
        usage_daily=spending.usage_daily,
        usage_weekly=spending.usage_weekly,
        usage_monthly=spending.usage_monthly,
        created_at=iso_time(key.created_at) or "",
        updated_at=iso_time(key.updated_at) or "",
        expires_at=iso_time(key.expires_at),
        last_used_at=iso_time(key.last_used_at),
        rushes={name: value for name, value in facts.items() if name not in _SHOWN},
    )


def _with_limit(body: LimitedBody, key: ApiKey | None = None) -> LimitedBody:
    """Return a body whose `limit` is that of a budget; one that is named itself goes first."""
    given = {name: getattr(body, name) for name in body.model_fields_set}
    changes = limit_columns(given, key)
    return body.model_copy(update={n: v for n, v in changes.items() if n not in given})


_SHOWN = {*ManagedKey.model_fields, "id"}


def _id(request: Request) -> str:
    """Return the id of a path, which no key may have."""
    name: str = request.path_params["hash"]
    if not (name.isascii() and name.isalnum()):  # PostgreSQL has no NUL in a text
        raise _unknown(request)
    return name


def _unknown(request: Request) -> ApiError:
    return ApiError(404, f"API key {request.path_params['hash'][:100]} is unknown")


def _answer(model: ApiModel, status: int = 200) -> Response:
    return Response(model.model_dump_json(), status, NO_STORE, JSON)


_KEYS = f"{PREFIX}/keys"
_KEY = f"{_KEYS}/{{hash}}"
ENDPOINTS: Sequence[Endpoint] = (
    Endpoint(
        "GET",
        _KEYS,
        page,
        "List the API keys that were not revoked, newest first",
        "list",
        answers=answers(200, ManagedKeysResponse),
        query=QUERY,
    ),
    Endpoint(
        "POST",
        _KEYS,
        create,
        "Create an API key",
        "createKeys",
        body=CreateKeyBody,
        answers=answers(201, NewKeyResponse, 413, 415),
    ),
    Endpoint(
        "GET",
        _KEY,
        show,
        "Get an API key",
        "getKey",
        answers=answers(200, ManagedKeyResponse, 404),
    ),
    Endpoint(
        "PATCH",
        _KEY,
        update,
        "Change an API key",
        "updateKeys",
        body=UpdateKeyBody,
        answers=answers(200, ManagedKeyResponse, 404, 413, 415),
    ),
    Endpoint(
        "POST",
        f"{_KEY}/rotate",
        rotate,
        "Replace an API key by a new one",
        "rotateKeys",
        body=RotateKeyBody,
        answers=answers(200, NewKeyResponse, 404, 413, 415),
    ),
    Endpoint(
        "DELETE",
        _KEY,
        delete,
        "Revoke an API key",
        "deleteKeys",
        answers=answers(200, DeletedKeyResponse, 404),
    ),
)

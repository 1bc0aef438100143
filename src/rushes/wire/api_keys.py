"""API keys as a manager of them sees them: their limits and what they have spent, in USD."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar, Literal, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from rushes.wire.base import BaseModel, SparseModel, UnrecognizedStr
from rushes.wire.response_info import ResponseModel

CreateKeysLimitReset = Literal["daily", "weekly", "monthly"] | UnrecognizedStr
UpdateKeysLimitReset = Literal["daily", "weekly", "monthly"] | UnrecognizedStr


class ExternalTypedDict(TypedDict):
    user: str
    api_key: NotRequired[str]


class External(BaseModel):
    """Whose key it is at a partner; `api_key` is one that the partner supplies."""

    user: str
    api_key: str | None = Field(default=None, repr=False)


class CreateKeysRequestBody(SparseModel):
    """A key to create; `limit` is in USD, in all or until each `limit_reset`."""

    _nullable: ClassVar[frozenset[str]] = frozenset(
        {"creator_user_id", "expires_at", "limit", "limit_reset"}
    )

    name: str
    creator_user_id: str | None = None
    expires_at: datetime | None = None
    external: External | None = None
    include_byok_in_limit: bool | None = None
    limit: float | None = None
    limit_reset: CreateKeysLimitReset | None = None
    workspace_id: str | None = None


class UpdateKeysRequestBody(SparseModel):
    """What to change of a key; a `limit` of None is none."""

    _nullable: ClassVar[frozenset[str]] = frozenset({"limit", "limit_reset"})

    disabled: bool | None = None
    include_byok_in_limit: bool | None = None
    limit: float | None = None
    limit_reset: UpdateKeysLimitReset | None = None
    name: str | None = None
    workspace_id: str | None = None


class GetKeyData(SparseModel):
    """A key; limits and usage are in USD, a limit of None is none."""

    hash: str
    name: str
    label: str
    disabled: bool
    created_at: str
    usage: float
    usage_daily: float
    usage_weekly: float
    usage_monthly: float
    limit: float | None = None
    limit_remaining: float | None = None
    limit_reset: str | None = None
    include_byok_in_limit: bool | None = None
    byok_usage: float | None = None
    byok_usage_daily: float | None = None
    byok_usage_weekly: float | None = None
    byok_usage_monthly: float | None = None
    updated_at: str | None = None
    last_used_at: datetime | None = None
    expires_at: datetime | None = None
    creator_user_id: str | None = None
    external_user: str | None = None
    workspace_id: str | None = None


class CreateKeysData(GetKeyData):
    """A new key."""


class ListData(GetKeyData):
    """One key of several."""


class UpdateKeysData(GetKeyData):
    """A key that was changed."""


class CreateKeysResponse(ResponseModel):
    """A new key; `key` is what requests send, and is returned this once."""

    data: CreateKeysData
    key: str = Field(repr=False)


class GetKeyResponse(ResponseModel):
    """The key, in `data`."""

    data: GetKeyData


class ListResponse(ResponseModel):
    """The keys, in `data`."""

    data: list[ListData]


class UpdateKeysResponse(ResponseModel):
    """The key as it is now, in `data`."""

    data: UpdateKeysData


class DeleteKeysResponse(ResponseModel):
    """The key is deleted."""

    DELETED: Literal[True] = Field(default=True, alias="deleted")

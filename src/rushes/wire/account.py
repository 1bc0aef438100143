"""What a key may spend, and what its account has."""

from __future__ import annotations

from typing import NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from rushes.wire.base import BaseModel, SparseModel
from rushes.wire.response_info import ResponseModel


class Security(BaseModel):
    """An API key, which the repr does not show."""

    api_key: str | None = Field(default=None, repr=False)


class SecurityTypedDict(TypedDict):
    api_key: NotRequired[str]


class GetCreditsData(SparseModel):
    """Credits of the account, in USD."""

    total_credits: float
    total_usage: float


class GetCreditsResponse(ResponseModel):
    """The credits, in `data`."""

    data: GetCreditsData


class GetCurrentKeyData(SparseModel):
    """The key that asks; limits and usage are in USD, a limit of None is none."""

    label: str
    usage: float
    limit: float | None = None
    limit_remaining: float | None = None
    limit_reset: str | None = None
    is_free_tier: bool | None = None
    is_management_key: bool | None = None
    is_provisioning_key: bool | None = None
    usage_daily: float | None = None
    usage_weekly: float | None = None
    usage_monthly: float | None = None
    byok_usage: float | None = None
    byok_usage_daily: float | None = None
    byok_usage_weekly: float | None = None
    byok_usage_monthly: float | None = None
    include_byok_in_limit: bool | None = None
    creator_user_id: str | None = None
    organization_id: str | None = None
    workspace_id: str | None = None
    expires_at: str | None = None


class GetCurrentKeyResponse(ResponseModel):
    """The key, in `data`."""

    data: GetCurrentKeyData

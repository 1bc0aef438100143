"""The API key and its usage, in the original's shapes. A limit is that of a test kit alone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response

from rushes.clock import unix_time
from rushes.http.context import JSON, RequestContext
from rushes.http.openapi import Endpoint, answers
from rushes.jobs.urls import PREFIX
from rushes.keys.changes import iso_time
from rushes.keys.verification import Identity

NO_STORE = {"Cache-Control": "no-store"}
# Added to the usage, so that clients which compare the two see credits left.
CREDITS_LEFT = 1_000_000.0


class KeyRateLimit(BaseModel):
    """Deprecated by the original; -1 means no limit."""

    interval: str = "10s"
    note: str = "This field is deprecated and safe to ignore."
    requests: int = -1


class FreeModelDailyRequests(BaseModel):
    limit: int = 0
    remaining: int = 0
    used: int = 0


class CurrentKey(BaseModel):
    """An API key: usage in USD since ever and in the current UTC day, week, and month.

    `label` is derived from the key's digest; null limits mean that there is none.
    """

    label: str
    limit: float | None = None
    limit_remaining: float | None = None
    limit_reset: str | None = None
    usage: float
    usage_daily: float
    usage_weekly: float
    usage_monthly: float
    byok_usage: float = 0
    byok_usage_daily: float = 0
    byok_usage_weekly: float = 0
    byok_usage_monthly: float = 0
    include_byok_in_limit: bool = False
    is_free_tier: bool = False
    is_management_key: bool = False
    is_provisioning_key: bool = False
    creator_user_id: str | None = None
    organization_id: str | None = None
    workspace_id: str | None = None
    expires_at: str | None = None
    allowed_data_regions: list[str] = ["global"]
    budgets: list[dict[str, object]] = []
    effective_budget: dict[str, object] | None = None
    free_model_daily_requests: FreeModelDailyRequests = FreeModelDailyRequests()
    rate_limit: KeyRateLimit = KeyRateLimit()


class CurrentKeyResponse(BaseModel):
    data: CurrentKey


class CreditsData(BaseModel):
    """`total_usage` is in USD; `total_credits` is a million more, unless credits are limited."""

    total_credits: float
    total_usage: float


class CreditsResponse(BaseModel):
    data: CreditsData


async def key(context: RequestContext, request: Request) -> Response:
    identity = await context.authenticate(request)
    ever, daily, weekly, monthly = await context.store.charges.since(usage_starts(), identity.sees)
    stored = identity.key
    is_admin = stored is not None and stored.admin
    data = CurrentKey(
        label=_label(identity),
        usage=ever,
        usage_daily=daily,
        usage_weekly=weekly,
        usage_monthly=monthly,
        limit=None if context.credits is None else float(context.credits),
        limit_remaining=await _left(context),
        is_management_key=is_admin,
        is_provisioning_key=is_admin,
        expires_at=None if stored is None else iso_time(stored.expires_at),
    )
    return Response(CurrentKeyResponse(data=data).model_dump_json(), 200, NO_STORE, JSON)


async def credits_left(context: RequestContext, request: Request) -> Response:
    identity = await context.authenticate(request)
    # Limited credits are those of all keys, and so is what was spent of them.
    whose = identity.sees if context.credits is None else None
    (usage,) = await context.store.charges.since([0], whose)
    total = usage + CREDITS_LEFT if context.credits is None else float(context.credits)
    data = CreditsData(total_credits=total, total_usage=usage)
    return Response(CreditsResponse(data=data).model_dump_json(), 200, NO_STORE, JSON)


def _label(identity: Identity) -> str:
    return f"rushes-{identity.owner[:8]}" if identity.key is None else identity.key.label


async def _left(context: RequestContext) -> float | None:
    """Return what all keys together may still spend, in USD."""
    if context.credits is None:
        return None
    (usage,) = await context.store.charges.since([0])
    return max(round(float(context.credits) - usage, 9), 0.0)


def usage_starts() -> list[int]:
    """Return since when usage is shown: ever, and this UTC day, week and month, in unix seconds."""
    return [0, *_starts(datetime.fromtimestamp(unix_time(), UTC))]


def _starts(now: datetime) -> tuple[int, int, int]:
    """Return when the UTC day, week (from Monday) and month of a time began, unix seconds."""
    day = now.replace(hour=0, minute=0, second=0, microsecond=0)
    week = day - timedelta(days=day.weekday())
    return int(day.timestamp()), int(week.timestamp()), int(day.replace(day=1).timestamp())


ENDPOINTS = (
    Endpoint(
        "GET",
        f"{PREFIX}/key",
        key,
        "Get the API key of the request and its usage",
        "getCurrentKey",
        answers=answers(200, CurrentKeyResponse),
    ),
    Endpoint(
        "GET",
        f"{PREFIX}/credits",
        credits_left,
        "Get the usage of the API key of the request",
        "getCredits",
        answers=answers(200, CreditsResponse),
    ),
)

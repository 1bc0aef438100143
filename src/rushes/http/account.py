"""The API key, its usage and what it may spend, in the original's shapes."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from rushes.clock import iso_time
from rushes.http.api_model import ApiModel
from rushes.http.context import JSON, RequestContext
from rushes.http.openapi import Endpoint, answers
from rushes.jobs.urls import PREFIX
from rushes.keys.spending import spending_of
from rushes.keys.verification import Identity
from rushes.store.budget import EVERYONE, budgets_of
from rushes.store.money import usd

NO_STORE = {"Cache-Control": "no-store"}
# Added to the usage, so that clients which compare the two see credits left.
CREDITS_LEFT = 1_000_000.0


class KeyRateLimit(ApiModel):
    """Deprecated by the original; -1 means no limit."""

    interval: str = "10s"
    note: str = "This field is deprecated and safe to ignore."
    requests: int = -1


class FreeModelDailyRequests(ApiModel):
    limit: int = 0
    remaining: int = 0
    used: int = 0


class CurrentKey(ApiModel):
    """An API key: usage in USD since ever and in the current UTC day, week, and month.

    `label` is derived from the key's digest. `limit` is its budget of the longest period, and
    `limit_remaining` what all its budgets leave; null means that there is none.
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
    allowed_data_regions: tuple[str, ...] = ("global",)
    budgets: tuple[dict[str, object], ...] = ()
    effective_budget: dict[str, object] | None = None
    free_model_daily_requests: FreeModelDailyRequests = FreeModelDailyRequests()
    rate_limit: KeyRateLimit = KeyRateLimit()


class CurrentKeyResponse(ApiModel):
    data: CurrentKey


class CreditsData(ApiModel):
    """In USD: of the request's key, or of all for an admin key.

    `total_credits` is the key's budget without a period; without one, a million more than
    `total_usage`.
    """

    total_credits: float
    total_usage: float


class CreditsResponse(ApiModel):
    data: CreditsData


async def key(context: RequestContext, request: Request) -> Response:
    identity = await context.authenticate(request)
    stored = identity.key
    budgets = budgets_of(stored) + tuple(filter(None, [context.jobs.credits]))
    spending = await spending_of(identity.sees or EVERYONE, budgets, context.store.ledger)
    data = CurrentKey(
        label=_label(identity),
        usage=spending.usage,
        usage_daily=spending.usage_daily,
        usage_weekly=spending.usage_weekly,
        usage_monthly=spending.usage_monthly,
        limit=spending.limit,
        limit_remaining=spending.limit_remaining,
        limit_reset=spending.limit_reset,
        is_management_key=identity.is_admin,
        is_provisioning_key=identity.is_admin,
        expires_at=None if stored is None else iso_time(stored.expires_at),
    )
    return Response(CurrentKeyResponse(data=data).model_dump_json(), 200, NO_STORE, JSON)


async def credits_left(context: RequestContext, request: Request) -> Response:
    identity = await context.authenticate(request)
    budgets = (context.jobs.credits, *budgets_of(identity.key))
    total = next((b for b in budgets if b is not None and b.period == "total"), None)
    whose = EVERYONE if identity.is_admin or identity.sees is None else identity.sees
    scope = whose if total is None else total.scope
    usage = float(usd((await context.store.ledger.spent(scope))["total"].charged))
    total_credits = usage + CREDITS_LEFT if total is None else float(total.amount)
    data = CreditsData(total_credits=total_credits, total_usage=usage)
    return Response(CreditsResponse(data=data).model_dump_json(), 200, NO_STORE, JSON)


def _label(identity: Identity) -> str:
    return f"rushes-{identity.owner[:8]}" if identity.key is None else identity.key.label


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

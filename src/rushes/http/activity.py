"""What was spent: the original's activity, and our report by key, model, provider, and day."""

from __future__ import annotations

from collections.abc import Sequence

from starlette.requests import Request
from starlette.responses import Response

from rushes.clock import unix_time
from rushes.http.account import NO_STORE
from rushes.http.api_model import ApiModel
from rushes.http.context import JSON, RequestContext
from rushes.http.errors import ApiError
from rushes.http.generation_record import dated
from rushes.http.openapi import Endpoint, answers
from rushes.http.parameters import Schema, read_parameters
from rushes.jobs.urls import PREFIX
from rushes.keys.usage_report import BY, UsageRow, day_text, parse_day, read_report
from rushes.keys.verification import Identity
from rushes.store.api_key import owner_of
from rushes.store.budget import DAY

DAYS = 30  # of activity, today included
_DAY: Schema = {
    "type": "string",
    "pattern": r"^\d{4}-\d{2}-\d{2}$",
    "description": "a UTC day such as 2026-11-28",
}
_KEY: Schema = {
    "type": "string",
    "pattern": r"^[0-9A-Za-z]{1,64}$",
    "description": "the id of a stored key, which is its hash in /api/v1/keys",
}
ACTIVITY_QUERY: dict[str, Schema] = {"date": _DAY, "api_key_hash": _KEY}
USAGE_QUERY: dict[str, Schema] = {
    "by": {
        "type": "string",
        "pattern": f"^({'|'.join(BY)})(,({'|'.join(BY)}))*$",
        "default": "day",
        "description": f"names of {', '.join(BY)}, with commas between",
    },
    "since": _DAY,
    "until": _DAY,
    "key": _KEY,
}


class ActivityItem(ApiModel):
    """What the jobs of a UTC day, model, and account cost, in USD; tokens do not apply."""

    date: str
    model: str
    model_permaslug: str
    endpoint_id: str
    provider_name: str
    usage: float
    byok_usage_inference: float = 0
    requests: int
    prompt_tokens: int = 0
    completion_tokens: int = 0
    reasoning_tokens: int = 0
    cached_tokens: int = 0


class ActivityResponse(ApiModel):
    data: list[ActivityItem]


class UsageResponse(ApiModel):
    """What was spent, by what was asked for; days are UTC days of submits."""

    data: list[UsageRow]


async def activity(context: RequestContext, request: Request) -> Response:
    identity = await context.authenticate(request)
    query = read_parameters(request.query_params, ACTIVITY_QUERY)
    last = int(unix_time()) // DAY
    first = last - DAYS + 1
    if query["date"] is not None:
        first = last = _day("date", query["date"])
    owner = _owner(identity, query["api_key_hash"])
    found = await context.store.ledger.usage(("day", "model", "provider"), first, last, owner)
    items = [
        ActivityItem(
            date=day_text(usage.day or 0),
            model=usage.model or "",
            model_permaslug=dated(usage.model or "", context.jobs.catalog),
            endpoint_id=usage.provider or "",
            provider_name=context.jobs.account_name(usage.provider or ""),
            usage=usage.usd,
            requests=usage.requests,
        )
        for usage in found
    ]
    return _answer(ActivityResponse(data=items))


async def usage(context: RequestContext, request: Request) -> Response:
    identity = await context.authenticate(request)
    query = read_parameters(request.query_params, USAGE_QUERY)
    since, until = (
        None if query[name] is None else _day(name, query[name]) for name in ("since", "until")
    )
    owner = _owner(identity, query["key"])
    rows = await read_report(context.store, query["by"].split(","), since, until, owner)
    return _answer(UsageResponse(data=rows))


def _owner(identity: Identity, key_id: str | None) -> str | None:
    """Return whose jobs are asked for, None for all; raise a 403 for those of another key."""
    sees = None if identity.is_admin else identity.sees
    if key_id is None:
        return sees
    owner = owner_of(key_id)
    if sees is not None and owner != sees:
        raise ApiError(403, "Only an admin key may see what another key has spent")
    return owner


def _day(name: str, text: str) -> int:
    day = parse_day(text)
    if day is None:
        raise ApiError(400, f"{name}: {text!r} is no day", metadata={"field": name})
    return day


def _answer(model: ApiModel) -> Response:
    return Response(model.model_dump_json(), 200, NO_STORE, JSON)


ENDPOINTS: Sequence[Endpoint] = (
    Endpoint(
        "GET",
        f"{PREFIX}/activity",
        activity,
        "List what the jobs of the last 30 days cost, by day, model, and provider",
        "getUserActivity",
        answers=answers(200, ActivityResponse),
        query=ACTIVITY_QUERY,
    ),
    Endpoint(
        "GET",
        f"{PREFIX}/usage",
        usage,
        "Sum up what jobs cost, by day, model, provider, or key",
        "getUsage",
        answers=answers(200, UsageResponse),
        query=USAGE_QUERY,
    ),
)

"""The kit's own endpoints, for code in other processes and languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp

from rushes.http.context import RequestContext, read_body
from rushes.http.errors import HANDLERS, ApiError
from rushes.http.openapi import Endpoint, routes
from rushes.testing.journal import Journal
from rushes.testing.json_text import EscapedJSONResponse, check_fields, parsed
from rushes.testing.names import NAMES
from rushes.testing.scenario import Scenario, ScenarioError
from rushes.testing.scenarios import Scenarios, compose
from rushes.testing.webhook_control import RECEIVER, WEBHOOKS, webhook_endpoints
from rushes.testing.webhook_log import WebhookLog

SCENARIOS = "/rushes/scenarios"
NEXT = "/rushes/next"
RESET = "/rushes/reset"
CLOCK = "/rushes/clock"
REQUESTS = "/rushes/requests"
PATHS = frozenset({SCENARIOS, NEXT, RESET, CLOCK, REQUESTS, WEBHOOKS, RECEIVER})
MOST_AHEAD = 100 * 365 * 86_400.0  # seconds that the clock may be ahead of the real time
LARGEST = 1024 * 1024  # bytes of a body


class Kit(Protocol):
    """What the endpoints control."""

    scenarios: Scenarios
    journal: Journal
    context: RequestContext
    webhook_log: WebhookLog
    webhook_secret: str

    async def reset(self) -> None: ...

    async def advance(self, seconds: float) -> None: ...

    def now(self) -> float: ...


def control(kit: Kit) -> ASGIApp:
    """Return the application of the endpoints below `/rushes/`."""
    scenarios = kit.scenarios

    async def shown(context: RequestContext, request: Request) -> Response:
        await _check(context, request)
        names = {name: named.meaning for name, named in NAMES.items()}
        return EscapedJSONResponse({"scenarios": _shown(scenarios), "names": names})

    async def put(context: RequestContext, request: Request) -> Response:
        await _check(context, request)
        scenarios.replace(_standing(await _json(request)))
        return _rules(scenarios)

    async def delete(context: RequestContext, request: Request) -> Response:
        await _check(context, request)
        scenarios.replace([])
        return _rules(scenarios)

    async def add_next(context: RequestContext, request: Request) -> Response:
        await _check(context, request)
        body = await _json(request)
        rule = scenarios.add(_scenario(body, "", "scenario"), is_next=True)
        return EscapedJSONResponse(rule.shown(), 201)

    async def reset(context: RequestContext, request: Request) -> Response:
        await _check(context, request)
        await kit.reset()
        return Response(status_code=204)

    async def clock(context: RequestContext, request: Request) -> Response:
        await _check(context, request)
        return EscapedJSONResponse({"now": kit.now()})

    async def advance(context: RequestContext, request: Request) -> Response:
        await _check(context, request)
        seconds = _seconds(await _json(request))
        try:
            await kit.advance(seconds)
        except ValueError as error:
            raise ApiError(400, f"advance: {error}", metadata={"field": "advance"}) from None
        return EscapedJSONResponse({"now": kit.now()})

    async def requests(context: RequestContext, request: Request) -> Response:
        await _check(context, request)
        journal = kit.journal
        listed = {
            "requests": [one.shown() for one in journal.requests],
            "deliveries": [one.shown() for one in journal.deliveries],
        }
        return EscapedJSONResponse(listed)

    endpoints = (
        Endpoint("GET", SCENARIOS, shown),
        Endpoint("PUT", SCENARIOS, put),
        Endpoint("DELETE", SCENARIOS, delete),
        Endpoint("POST", NEXT, add_next),
        Endpoint("POST", RESET, reset),
        Endpoint("GET", CLOCK, clock),
        Endpoint("POST", CLOCK, advance),
        Endpoint("GET", REQUESTS, requests),
        *webhook_endpoints(kit, _check, _json),
    )
    return Starlette(routes=routes(endpoints, kit.context), exception_handlers=HANDLERS)


async def _check(context: RequestContext, request: Request) -> None:
    """Let every program of this machine in; where keys are configured, those that have one."""
    if await context.keys.required():
        await context.authenticate(request)
    else:
        await context.check_origin(request)


async def _json(request: Request) -> Any:
    body = await read_body(request, LARGEST)
    try:
        return parsed(body)
    except ValueError as error:
        raise ApiError(400, f"body: {error}", metadata={"field": "body"}) from None


def _standing(body: Any) -> list[Scenario]:
    if isinstance(body, dict):
        check_fields(body, "scenarios")
        body = body.get("scenarios")
    if not isinstance(body, list):
        message = f"scenarios: {body!r} is not a list of scenarios"
        raise ApiError(400, message, metadata={"field": "scenarios"})
    return [_scenario(one, *[f"scenarios[{number}]"] * 2) for number, one in enumerate(body)]


def _seconds(body: Any) -> float:
    if not isinstance(body, dict):
        raise ApiError(
            400,
            'body: must be an object, such as {"advance": 3600}',
            metadata={"field": "body"},
        )
    check_fields(body, "advance")
    given = body.get("advance")
    if isinstance(given, int | float) and not isinstance(given, bool) and 0 <= given <= MOST_AHEAD:
        return float(given)
    raise ApiError(
        400,
        f"advance: {given!r} is not accepted; it is the seconds to advance the clock by, from 0 to"
        f" {MOST_AHEAD:.0f}",
        metadata={"field": "advance"},
    )


def _scenario(given: Any, path: str, name: str) -> Scenario:
    """Return a scenario; `path` is where it stands in the body, `name` what errors call it."""
    if not isinstance(given, Mapping):
        raise ApiError(400, f"{name}: {given!r} is not a JSON object", metadata={"field": name})
    try:
        return compose(**given)
    except ScenarioError as error:
        field = ".".join(part for part in (path, error.field) if part) or name
        raise ApiError(400, f"{name}: {error}", metadata={"field": field}) from None


def _rules(scenarios: Scenarios) -> Response:
    return EscapedJSONResponse({"scenarios": _shown(scenarios)})


def _shown(scenarios: Scenarios) -> list[dict[str, Any]]:
    return [rule.shown() for rule in scenarios.rules]

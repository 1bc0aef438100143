"""`/health`: the process serves requests. `/ready`: it can also make jobs of them."""

from __future__ import annotations

from collections.abc import Mapping
from time import monotonic
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from rushes.catalog.provider_data import ENGINE
from rushes.clock import unix_time
from rushes.http.context import RequestContext
from rushes.http.errors import last_store_failure
from rushes.http.figures import Figures
from rushes.http.metrics import check_access, exposition
from rushes.http.openapi import Endpoint
from rushes.http.readiness import Problem, Readiness, Watched, body, database_problem
from rushes.routing.router import Router

FAILURE_COUNTS = 30.0  # seconds after a request failed at the database


def accounts_of(router: Router) -> dict[str, str]:
    """Return the configured accounts, each `ok` or out; what is wrong is in the log."""
    now, health = unix_time(), router.reports.known  # without asking the database, perhaps down
    return {
        account.id: "out" if health.of(account.id).is_out(now) else "ok"
        for account in router.table.accounts
        if account.slug != ENGINE
    }


def health_response(router: Router, version: str) -> Response:
    shown: dict[str, Any] = {"status": "ok", "version": version}
    if accounts := accounts_of(router):
        shown["providers"] = accounts
    return JSONResponse(shown)


def ready_response(problems: Mapping[str, Problem | None], version: str) -> Response:
    if any(problems.values()):
        return JSONResponse(body(problems, version), 503, {"Retry-After": "10"})
    return JSONResponse(body(problems, version))


def endpoints(context: RequestContext, version: str) -> list[Endpoint]:
    """Return the endpoints that tell how the service fares."""
    router = context.jobs.router
    watched = Watched(
        context.store, context.storage, router, lambda: context.settings, context.metrics
    )
    readiness = Readiness(watched)
    figures = Figures(watched, readiness, streams=lambda: len(context.streams))

    async def health(_: RequestContext, request: Request) -> Response:
        return health_response(router, version)

    async def ready(_: RequestContext, request: Request) -> Response:
        problems = await readiness.problems()
        failed_at = last_store_failure(request.app)
        if failed_at is not None and monotonic() - failed_at < FAILURE_COUNTS:
            problems["database"] = problems["database"] or database_problem()
        return ready_response(problems, version)

    async def metrics(context: RequestContext, request: Request) -> Response:
        await check_access(context, request)
        return await exposition(figures, context.metrics)

    return [
        Endpoint("GET", "/health", health),
        Endpoint("GET", "/ready", ready),
        Endpoint("GET", "/metrics", metrics),
    ]

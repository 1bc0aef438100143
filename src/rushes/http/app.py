"""The ASGI application: the endpoints, their document, its page, and health checks."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from functools import cache, partial
from importlib import resources
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.types import ASGIApp, Scope

from rushes.http import (
    account,
    activity,
    administration,
    all_models,
    api_keys,
    cancel_delete,
    content_routes,
    given_request,
    health,
    list_jobs,
    picture_routes,
    sse,
    upstream_callbacks,
    videos,
    webhooks,
)
from rushes.http.access_log import client_address
from rushes.http.context import RequestContext
from rushes.http.errors import HANDLERS
from rushes.http.middleware import Middleware, new_request_id
from rushes.http.openapi import Endpoint, openapi, routes
from rushes.http.playground import pages as playground
from rushes.http.request_metrics import count

Lifespan = Callable[[Starlette], AbstractAsyncContextManager[None]]


# The original's first.
ENDPOINTS = (
    *videos.ENDPOINTS,
    *content_routes.ENDPOINTS,
    *picture_routes.ENDPOINTS,
    *list_jobs.ENDPOINTS,
    *all_models.ENDPOINTS,
    *account.ENDPOINTS,
    *activity.ENDPOINTS,
    *api_keys.ENDPOINTS,
    *administration.ENDPOINTS,
    *cancel_delete.ENDPOINTS,
    *given_request.ENDPOINTS,
    *sse.ENDPOINTS,
    *webhooks.ENDPOINTS,
)


def build_http(
    context: RequestContext,
    *,
    version: str,
    lifespan: Lifespan | None = None,
    wrap: Callable[[ASGIApp, RequestContext], ASGIApp] = lambda app, _: app,
    request_id: Callable[[str], str] = new_request_id,
) -> ASGIApp:
    """Return the application that serves the API, health checks, documents, and the playground.

    `wrap` puts something between the routes and the headers that every response has.
    """

    @cache
    def document() -> dict[str, Any]:
        """Build the document on demand: it takes as long as the rest of the start."""
        return openapi(ENDPOINTS, version=version)

    page = resources.files("rushes.http").joinpath("docs.html").read_text("utf-8")

    async def document_json(_: RequestContext, request: Request) -> Response:
        return JSONResponse(document())

    async def docs(_: RequestContext, request: Request) -> Response:
        return HTMLResponse(page)

    undocumented = (
        *upstream_callbacks.ENDPOINTS,
        *health.endpoints(context, version),
        Endpoint("GET", "/openapi.json", document_json),
        Endpoint("GET", "/docs", docs),
        *playground.ENDPOINTS,
    )
    app = Starlette(
        routes=routes((*ENDPOINTS, *undocumented), context),
        exception_handlers=HANDLERS,
        lifespan=lifespan,
    )
    app.router.redirect_slashes = False  # a redirect would lose the body of a submission

    def client_of(scope: Scope) -> str | None:
        return client_address(scope, context.is_trusted)  # read each time: a reload replaces it

    logged = client_of if context.settings.log_client_address else None
    return Middleware(
        wrap(app, context), version, request_id, logged, partial(count, context.metrics)
    )

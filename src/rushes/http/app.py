"""The ASGI application: the endpoints, their document, its page, and health."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from functools import cache
from importlib import resources
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.types import ASGIApp

from rushes.http.cancel_delete import CancelDelete
from rushes.http.content_routes import ContentRoutes
from rushes.http.context import RequestContext
from rushes.http.errors import HANDLERS
from rushes.http.list_jobs import ListJobs
from rushes.http.middleware import Middleware
from rushes.http.openapi import Endpoint, openapi
from rushes.http.quotes import Quotes
from rushes.http.sse import Events
from rushes.http.videos import Videos

Lifespan = Callable[[Starlette], AbstractAsyncContextManager[None]]


def endpoints_of(context: RequestContext) -> list[Endpoint]:
    return [
        *Videos(context).endpoints,
        *ContentRoutes(context).endpoints,
        *ListJobs(context).endpoints,
        *CancelDelete(context).endpoints,
        *Events(context).endpoints,
        *Quotes(context).endpoints,
    ]


def build_http(
    context: RequestContext, *, version: str, lifespan: Lifespan | None = None
) -> ASGIApp:
    """Return the application that serves the API, `/health`, `/openapi.json` and `/docs`."""
    endpoints = endpoints_of(context)
    documented = list(endpoints)

    @cache
    def document() -> dict[str, Any]:
        """Build the document on demand: it takes as long as the rest of the start."""
        return openapi(documented, version=version)

    page = resources.files("rushes.http").joinpath("docs.html").read_text("utf-8")

    async def health(_: Request) -> Response:
        return JSONResponse({"status": "ok", "version": version})

    async def document_json(_: Request) -> Response:
        return JSONResponse(document())

    async def docs(_: Request) -> Response:
        return HTMLResponse(page)

    async def root(_: Request) -> Response:
        return RedirectResponse("/docs")

    endpoints += [
        Endpoint("GET", "/health", health),
        Endpoint("GET", "/openapi.json", document_json),
        Endpoint("GET", "/docs", docs),
        Endpoint("GET", "/", root),
    ]
    app = Starlette(
        routes=[e.route for e in endpoints], exception_handlers=HANDLERS, lifespan=lifespan
    )
    app.router.redirect_slashes = False
    return Middleware(app, version)

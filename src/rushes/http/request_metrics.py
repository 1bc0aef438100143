"""Counts requests by the template of their route, never by their path."""

from __future__ import annotations

from collections.abc import MutableMapping
from time import perf_counter
from typing import Any

from starlette.types import ASGIApp, Receive, Scope, Send

from rushes.http.openapi import ROUTE
from rushes.jobs.urls import PREFIX
from rushes.metrics import Metrics

UNMATCHED = "unmatched"  # the route of a request that has none
SUBMIT = ("POST", f"{PREFIX}/videos")
RESULTS = {
    202: "accepted",
    400: "invalid",
    401: "unauthorized",
    402: "payment_required",
    403: "forbidden",
    409: "conflict",
    413: "invalid",
    415: "invalid",
    429: "limited",
    499: "client_gone",
}


class MeasuredRequests:
    """Wraps the application: it sees every request first and every response last."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began, routes = perf_counter(), list[str]()
        scope[ROUTE] = routes  # shared by all copies of the scope

        async def measured(message: MutableMapping[str, Any]) -> None:
            if message["type"] == "http.response.start":
                self._note(scope["method"], routes, message, perf_counter() - began)
            await send(message)

        await self._app(scope, receive, measured)

    def _note(
        self, method: str, routes: list[str], message: MutableMapping[str, Any], seconds: float
    ) -> None:
        route, status = routes[0] if routes else UNMATCHED, message["status"]
        self._metrics.request(method, route, status, seconds)
        if (method, route) == SUBMIT:
            result = RESULTS.get(status, "failed" if status >= 500 else "invalid")
            if status == 202 and (b"idempotent-replayed", b"true") in message["headers"]:
                result = "replayed"
            self._metrics.submit(result)

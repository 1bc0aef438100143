"""Counts requests by the template of their route, never by their path."""

from __future__ import annotations

from starlette.types import Message, Scope

from rushes.http.access_log import ROUTE
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


def count(metrics: Metrics, scope: Scope, start: Message, seconds: float) -> None:
    """Count a request whose response has begun with `start`, `seconds` after it came."""
    method, route, status = scope["method"], scope.get(ROUTE, UNMATCHED), start["status"]
    metrics.request(method, route, status, seconds)
    if (method, route) == SUBMIT:
        result = RESULTS.get(status, "failed" if status >= 500 else "invalid")
        if status == 202 and (b"idempotent-replayed", b"true") in start["headers"]:
            result = "replayed"
        metrics.submit(result)

"""`/metrics`: what Prometheus scrapes, and who may."""

from __future__ import annotations

import hmac

from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from pydantic import SecretStr
from starlette.requests import Request
from starlette.responses import Response

from rushes.http.context import RequestContext
from rushes.http.errors import ApiError
from rushes.http.figures import Figures
from rushes.metrics import Metrics


async def exposition(figures: Figures, metrics: Metrics) -> Response:
    """Return all metrics as text."""
    await figures.refresh()
    text = generate_latest(metrics.registry)
    return Response(
        text, headers={"Content-Type": CONTENT_TYPE_LATEST, "Cache-Control": "no-store"}
    )


async def check_access(context: RequestContext, request: Request) -> None:
    """Raise a 401 or 403 unless a request may read the metrics.

    Without any key and token everybody on this machine may. The token is looked at first: it works
    while the database is down.
    """
    token = context.settings.metrics_token
    if has_token(request, token):
        return
    if token is None and not await context.keys.required():
        await context.check_origin(request)
        return
    identity = await context.authenticate(request)
    if identity.key is None or not identity.key.admin:
        raise ApiError(
            403, "/metrics needs RUSHES_METRICS_TOKEN as its bearer token, or an admin key"
        )


def has_token(request: Request, token: SecretStr | None) -> bool:
    """Return whether a request has the token for metrics."""
    scheme, _, given = request.headers.get("authorization", "").partition(" ")
    if token is None or scheme.lower() != "bearer":
        return False
    return hmac.compare_digest(given.strip().encode(), token.get_secret_value().encode())

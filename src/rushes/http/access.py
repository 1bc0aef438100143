"""Who may call: without any key configured, whoever shows any bearer token on this machine."""

from __future__ import annotations

from starlette.requests import Request

from rushes.http.errors import ApiError


def require_key(request: Request) -> str:
    """Return the bearer token of a request; raise a 401 that says how to send one."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token.strip():
        raise ApiError(
            401,
            "No API key was sent. Send 'Authorization: Bearer KEY'; this service has no keys"
            " configured and accepts any, for example OPENROUTER_API_KEY=local",
            headers={"WWW-Authenticate": "Bearer"},
        )
    return token.strip()

"""What a client was configured with; plain data without connections."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any

from rushes.sdk._logging import Logger, get_default_logger
from rushes.sdk._params import APIKey
from rushes.sdk.retry_config import RetryConfig
from rushes.wire.base import UNSET, OptionalNullable
from rushes.wire.environment import trimmed, variable
from rushes.wire.urls import base_url

SERVER_PRODUCTION = "production"
SERVERS = {SERVER_PRODUCTION: "https://openrouter.ai/api/v1"}


class Secret(str):
    """A string that does not show itself in a repr, and so neither in tracebacks' locals."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "Secret('…')"


@dataclass(frozen=True)
class SDKConfiguration:
    """Settings of a client; the environment is already looked up, except for the key.

    `api_key` may be a function, which is called once per call. Without key and function, the
    environment is read once per call.
    """

    api_key: APIKey = field(default=None, repr=False)
    http_referer: str | None = None
    x_open_router_title: str | None = None
    x_open_router_categories: str | None = None
    base_url: str = SERVERS[SERVER_PRODUCTION]
    retry_config: OptionalNullable[RetryConfig] = UNSET
    timeout_ms: int | None = None
    debug_logger: Logger = field(default_factory=get_default_logger, repr=False)
    supports_idempotency_keys: bool | None = None

    def changed(self, changes: Mapping[str, Any]) -> SDKConfiguration:
        """Return a configuration with other settings, given as to the client's constructor.

        Raises:
            TypeError: one of them does not exist.
            ValueError: `server` is unknown, or `server_url` is not a URL.
        """
        given: dict[str, Any] = {**changes}
        server = [given.pop(name, None) for name in ("server_url", "server", "url_params")]
        if unknown := given.keys() - {f.name for f in fields(self)} | given.keys() & {"base_url"}:
            raise TypeError(f"Unknown options: {', '.join(sorted(unknown))}")
        if any(server):
            given["base_url"] = base_url_of(*server)
        return replace(self, **given)

    def key(self) -> Secret | None:
        """Return the key to use now, without surrounding blanks; None if there is none."""
        given = self.api_key() if callable(self.api_key) else self.api_key
        if given is not None and not isinstance(given, str):
            raise TypeError("api_key must be a string, or a function that returns one")
        found = (given or "").strip()
        if not found and not callable(self.api_key):
            # A function that returns None means no key: the environment's must not be charged.
            found = variable("OPENROUTER_API_KEY") or ""
        return Secret(found) if found else None


def base_url_of(
    server_url: str | None, server: str | None, url_params: dict[str, str] | None
) -> str:
    """Return the URL below which all paths are, in its canonical form.

    `server_url` (with `{name}` filled in from `url_params`) wins over `server`, a name from
    `SERVERS`; failing both, OPENROUTER_BASE_URL and then production are used.

    Raises:
        ValueError: `server` is not a known name, or another of these is not a URL.
    """
    if server_url and trimmed(server_url):
        for name, value in (url_params or {}).items():
            server_url = server_url.replace("{" + name + "}", value)
        return checked_url(server_url, "server_url")
    if server:
        if server not in SERVERS:
            raise ValueError(f"Invalid server {server!r}; known: {', '.join(SERVERS)}")
        return SERVERS[server]
    named = variable("OPENROUTER_BASE_URL")
    return checked_url(named, "OPENROUTER_BASE_URL") if named else SERVERS[SERVER_PRODUCTION]


def checked_url(url: str, name: str) -> str:
    """Return a base URL in its canonical form; the ValueError for another names its origin."""
    try:
        return base_url(url)
    except ValueError as error:
        raise ValueError(f"{name} is not a valid URL: it {error}") from None

"""What a client was configured with; plain data without connections."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING, Any

from openrouter.logs import Logger, get_default_logger
from openrouter.types import UNSET, OptionalNullable

if TYPE_CHECKING:
    from typing import TypedDict

    from openrouter.backoff import RetryConfig

    class Options(TypedDict, total=False):
        """The settings that `OpenRouter.with_options` changes, as its constructor takes them."""

        api_key: APIKey
        http_referer: str | None
        x_open_router_title: str | None
        x_open_router_categories: str | None
        server: str | None
        url_params: dict[str, str] | None
        server_url: str | None
        retry_config: OptionalNullable[RetryConfig]
        timeout_ms: int | None
        debug_logger: Logger
        honours_idempotency_key: bool | None


SERVER_PRODUCTION = "production"
SERVERS = {SERVER_PRODUCTION: "https://openrouter.ai/api/v1"}

APIKey = str | Callable[[], str | None] | None


class Secret(str):
    """A string that does not show itself in a repr, and so neither in tracebacks' locals."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "Secret('…')"


@dataclass(frozen=True)
class SDKConfiguration:
    """Settings of a client, with the environment already looked up, but for the key.

    `api_key` may be a function; it and the environment are asked once per call.
    """

    api_key: APIKey = field(default=None, repr=False)
    http_referer: str | None = None
    x_open_router_title: str | None = None
    x_open_router_categories: str | None = None
    base_url: str = SERVERS[SERVER_PRODUCTION]
    retry_config: OptionalNullable[RetryConfig] = UNSET
    timeout_ms: int | None = None
    debug_logger: Logger = field(default_factory=get_default_logger, repr=False)
    honours_idempotency_key: bool | None = None

    def changed(self, changes: Options) -> SDKConfiguration:
        """Return a configuration with other settings.

        Raises:
            TypeError: one of them does not exist.
            ValueError: `server` is unknown.
        """
        given: dict[str, Any] = {**changes}
        place = [given.pop(name, None) for name in ("server_url", "server", "url_params")]
        if unknown := given.keys() - {f.name for f in fields(self)} | given.keys() & {"base_url"}:
            raise TypeError(f"There are no options {', '.join(sorted(unknown))}")
        if any(place):
            given["base_url"] = base_url_of(*place)
        if isinstance(given.get("api_key"), str):
            given["api_key"] = Secret(given["api_key"])
        return replace(self, **given)

    def key(self) -> Secret | None:
        """Return the key to use now, without surrounding blanks; None if there is none."""
        given = self.api_key() if callable(self.api_key) else self.api_key
        if given is not None and not isinstance(given, str):
            raise TypeError("api_key must be a string, or a function that returns one")
        found = (given or "").strip() or os.environ.get("OPENROUTER_API_KEY", "").strip()
        return Secret(found) if found else None


def base_url_of(
    server_url: str | None, server: str | None, url_params: dict[str, str] | None
) -> str:
    """Return the address all paths hang on, without a trailing slash.

    `server_url` (with `{name}` filled in from `url_params`) wins over `server`, a name from
    `SERVERS`; failing both, OPENROUTER_BASE_URL and then production are used.

    Raises:
        ValueError: `server` is not a known name.
    """
    if server_url:
        for name, value in (url_params or {}).items():
            server_url = server_url.replace("{" + name + "}", value)
        return server_url.rstrip("/")
    if server:
        if server not in SERVERS:
            raise ValueError(f"Invalid server {server!r}; known: {', '.join(SERVERS)}")
        return SERVERS[server]
    return (os.environ.get("OPENROUTER_BASE_URL") or SERVERS[SERVER_PRODUCTION]).rstrip("/")

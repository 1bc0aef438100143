"""What a client was configured with; plain data without connections."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING, Any, ClassVar

from rushes.sdk._logging import Logger, get_default_logger
from rushes.sdk._params import APIKey
from rushes.sdk._scalars import flag
from rushes.sdk._version import USER_AGENT, __version__
from rushes.sdk.retry_config import RetryConfig
from rushes.wire.base import UNSET, OptionalNullable
from rushes.wire.environment import trimmed, variable
from rushes.wire.urls import base_url

if TYPE_CHECKING:
    from rushes.sdk.httpclient import AsyncHttpClient, HttpClient
    from rushes.wire.account import Security

SERVER_PRODUCTION = "production"
SERVERS = {
    SERVER_PRODUCTION: "https://openrouter.ai/api/v1",
    # In-region routing, for accounts that have it.
    "eu": "https://eu.openrouter.ai/api/v1",
    "us": "https://us.openrouter.ai/api/v1",
}


# A weak reference to the `OpenRouter` whose connections the configuration can tell.
Clients = Callable[[], Any]


class Secret(str):
    """A string that does not show itself in a repr, and so neither in tracebacks' locals."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "Secret('…')"


@dataclass
class SDKConfiguration:
    """Settings of a client; what is assigned counts from the next call on.

    The environment is already looked up, except for the key: `api_key` may be a function, which is
    called once per call, and without key and function the environment is read once per call.
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
    user_agent: str = USER_AGENT

    language: ClassVar[str] = "python"
    openapi_doc_version: ClassVar[str] = "1.0.0"
    sdk_version: ClassVar[str] = __version__
    gen_version: ClassVar[str] = __version__

    def __post_init__(self) -> None:
        self._clients: Clients = lambda: None
        if self.supports_idempotency_keys is not None:
            self.supports_idempotency_keys = flag(
                "supports_idempotency_keys", self.supports_idempotency_keys
            )

    def __getstate__(self) -> dict[str, Any]:
        return {f.name: getattr(self, f.name) for f in fields(self)}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__init__(**state)  # type: ignore[misc]  # as `replace` does

    @property
    def server_url(self) -> str:
        """Return the base URL without a trailing slash; it can be assigned."""
        return self.base_url

    @server_url.setter
    def server_url(self, given: str | None) -> None:
        self.base_url = base_url_of(given, None, None)

    @property
    def server(self) -> str | None:
        """Return the name of the server, None for any other; it can be assigned."""
        return next((name for name, url in SERVERS.items() if url == self.base_url), None)

    @server.setter
    def server(self, name: str | None) -> None:
        self.base_url = base_url_of(None, name, None)

    def get_server_details(self) -> tuple[str, dict[str, str]]:
        """Return the base URL, and no values to fill in."""
        return self.base_url, {}

    @property
    def globals(self) -> Globals:
        """Return what names the application; it and its attributes can be assigned."""
        return Globals(self)

    @globals.setter  # noqa: A003 - the official name
    def globals(self, given: Any) -> None:
        for name in Globals.names:
            setattr(self, name, getattr(given, name))

    @property
    def security(self) -> Security | Callable[[], Security] | None:
        """Return the key, or a function that returns it; it can be assigned."""
        from rushes.wire.account import Security

        key = self.api_key
        if callable(key):
            return lambda: Security(api_key=key())
        return None if key is None else Security(api_key=key)

    @security.setter
    def security(self, given: Security | Callable[[], Security] | None) -> None:
        if callable(given):
            self.api_key = lambda: given().api_key
        else:
            self.api_key = None if given is None or not given.api_key else Secret(given.api_key)

    @property
    def client(self) -> HttpClient | None:
        """Return the HTTP client of the blocking calls; None once the client is gone."""
        clients = self._clients()
        found: HttpClient | None = None if clients is None else clients._client.http_client
        return found

    @property
    def client_supplied(self) -> bool:
        """Return whether the caller gave it."""
        clients = self._clients()
        return clients is not None and clients._client.given is not None

    @property
    def async_client(self) -> AsyncHttpClient | None:
        """Return the HTTP client of the awaited calls that the caller gave, if any."""
        clients = self._clients()
        found: AsyncHttpClient | None = None if clients is None else clients._async_client.given
        return found

    @property
    def async_client_supplied(self) -> bool:
        """Return whether the caller gave it."""
        return self.async_client is not None

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
        found = trimmed(given or "")
        if not found and not callable(self.api_key):
            # A function that returns None means no key: the environment's must not be charged.
            found = variable("OPENROUTER_API_KEY") or ""
        return Secret(found) if found else None


class Globals:
    """What names the application in a configuration, which keeps it."""

    names = ("http_referer", "x_open_router_title", "x_open_router_categories")

    http_referer: str | None
    x_open_router_title: str | None
    x_open_router_categories: str | None

    def __init__(self, configuration: SDKConfiguration) -> None:
        object.__setattr__(self, "_configuration", configuration)

    def __getattr__(self, name: str) -> str | None:
        if name not in self.names:
            raise AttributeError(name)
        value: str | None = getattr(self._configuration, name)
        return value

    def __setattr__(self, name: str, value: str | None) -> None:
        if name not in self.names:
            raise AttributeError(f"There is no {name!r} that names the application")
        setattr(self._configuration, name, value)

    def __repr__(self) -> str:
        return f"Globals({', '.join(f'{n}={getattr(self, n)!r}' for n in self.names)})"


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

"""The client."""

from __future__ import annotations

import logging
import weakref
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any, Self, Unpack

from rushes.sdk._base_client import AsyncAPIClient, SyncAPIClient
from rushes.sdk._logging import Logger, get_default_logger, is_enabled
from rushes.sdk._params import ClientOptions
from rushes.sdk._server_features import Servers
from rushes.sdk._version import __version__
from rushes.sdk.config import SDKConfiguration, Secret, base_url_of
from rushes.sdk.httpclient import AsyncHttpClient, HttpClient
from rushes.sdk.methods.account import Credits, Generations
from rushes.sdk.methods.api_keys import APIKeys
from rushes.sdk.methods.models import Models
from rushes.sdk.retry_config import RetryConfig
from rushes.sdk.video_generation import VideoGeneration
from rushes.wire.base import UNSET, OptionalNullable, Unset
from rushes.wire.environment import variable

__all__ = ["OpenRouter"]


class OpenRouter:
    """Client of the video generation API.

    Use it as a context manager (`with` for blocking calls, `async with` for awaited ones), or call
    `close()` or `await aclose()`. Connections are opened by the first call. Threads may share a
    client.

    Args:
        api_key: the key, or a function that returns it, called once per call; OPENROUTER_API_KEY
            if there is neither or the key is empty. A function that returns None means no key.
        http_referer: URL of your application; OPENROUTER_HTTP_REFERER if None.
        x_open_router_title: its name; OPENROUTER_X_OPEN_ROUTER_TITLE if None.
        x_open_router_categories: its purposes, separated by commas;
            OPENROUTER_X_OPEN_ROUTER_CATEGORIES if None.
        server: "production", or "eu" or "us" for OpenRouter's in-region routing.
        url_params: values for `{name}` in `server_url`.
        server_url: base URL of the service; without it and `server`, OPENROUTER_BASE_URL counts.
            A query in it is sent with every request; a user name or password is refused.
        client: sends the blocking calls, with its own timeouts; the SDK does not close it. It may
            authenticate by itself, so its calls need no key.
        async_client: sends the awaited calls, likewise.
        retry_config: for reads; None for no retries. The paid submission follows its own rule,
            or the `retries` of that call.
        timeout_ms: limit of each phase of each request, and of a response from its headers to
            its end. Without it: 5 s to connect, 60 s for the response to a submission, 30 s for a
            read; a download may take any time while bytes arrive.
        debug_logger: gets the log lines instead of the logger "openrouter".
        supports_idempotency_keys: whether the service makes one job of all submissions with the
            same key, so that a submission whose response was lost may be sent again. If None, only
            a service that has identified itself as Rushes is assumed to support them.

    Raises:
        ValueError: `server` is unknown, or `server_url` is not a URL.
        TypeError: a client lacks the methods it needs.
    """

    def __init__(
        self,
        api_key: str | Callable[[], str | None] | None = None,
        http_referer: str | None = None,
        x_open_router_title: str | None = None,
        x_open_router_categories: str | None = None,
        server: str | None = None,
        url_params: dict[str, str] | None = None,
        server_url: str | None = None,
        client: HttpClient | None = None,
        async_client: AsyncHttpClient | None = None,
        retry_config: OptionalNullable[RetryConfig] = UNSET,
        timeout_ms: int | None = None,
        debug_logger: Logger | None = None,
        supports_idempotency_keys: bool | None = None,
    ) -> None:
        # Before anything else, so that no traceback from here on shows the key.
        api_key = Secret(api_key) if isinstance(api_key, str) else api_key
        if client is not None and not isinstance(client, HttpClient):
            raise TypeError("client must have send, build_request and close")
        if async_client is not None and not isinstance(async_client, AsyncHttpClient):
            raise TypeError("async_client must have send, build_request and aclose")
        configuration = SDKConfiguration(
            api_key=api_key,
            http_referer=_or_env(http_referer, "OPENROUTER_HTTP_REFERER"),
            x_open_router_title=_or_env(x_open_router_title, "OPENROUTER_X_OPEN_ROUTER_TITLE"),
            x_open_router_categories=_or_env(
                x_open_router_categories, "OPENROUTER_X_OPEN_ROUTER_CATEGORIES"
            ),
            base_url=base_url_of(server_url, server, url_params),
            retry_config=retry_config,
            timeout_ms=timeout_ms,
            debug_logger=debug_logger or get_default_logger(),
            supports_idempotency_keys=supports_idempotency_keys,
        )
        log = configuration.debug_logger
        if debug_logger is None and is_enabled(log, logging.DEBUG):
            from rushes.sdk._official import active_openrouter

            log.debug("Rushes SDK %s; openrouter is %s", __version__, active_openrouter())
        if retry_config is not None and not isinstance(retry_config, Unset):
            log.debug("retry_config is used for reads; submissions are retried as each call says")
        self._configure(configuration, client, async_client)

    if not TYPE_CHECKING:  # type checkers would accept any attribute

        def __getattr__(self, name: str) -> Any:
            from rushes.sdk._official import MISSING, RESOURCES

            if name in RESOURCES:
                raise AttributeError(
                    f"{type(self).__name__!r} object has no attribute {name!r}: {MISSING}"
                )
            # Raises the usual error, or the one that a property has raised again.
            return object.__getattribute__(self, name)

    def __getstate__(self) -> dict[str, Any]:
        if self._has_given_clients:
            raise TypeError("A client that was given an HTTP client cannot be copied or pickled")
        return {"sdk_configuration": self.sdk_configuration}

    def __setstate__(self, state: dict[str, Any]) -> None:
        # A copy has the same settings and opens its own connections.
        self._configure(state["sdk_configuration"], None, None)

    def _configure(
        self,
        configuration: SDKConfiguration,
        client: HttpClient | None,
        async_client: AsyncHttpClient | None,
    ) -> None:
        self.sdk_configuration = configuration
        self._has_given_clients = not (client is None and async_client is None)
        servers = Servers()
        self._client = SyncAPIClient(configuration, client, servers)
        self._async_client = AsyncAPIClient(configuration, async_client, servers)
        configuration._clients = weakref.ref(self)

    @cached_property
    def video_generation(self) -> VideoGeneration:
        """The operations on videos."""
        return VideoGeneration(self._client, self._async_client)

    @cached_property
    def generations(self) -> Generations:
        """The records of generations that have ended."""
        return Generations(self._client, self._async_client)

    @cached_property
    def models(self) -> Models:
        """The models of every kind."""
        return Models(self._client, self._async_client)

    @cached_property
    def credits(self) -> Credits:
        """The credits of the account."""
        return Credits(self._client, self._async_client)

    @cached_property
    def api_keys(self) -> APIKeys:
        """The key that asks."""
        return APIKeys(self._client, self._async_client)

    def with_options(self, **changes: Unpack[ClientOptions]) -> OpenRouter:
        """Return a client with other settings, given as to the constructor; the others stay.

        It shares the connections of this one: closing it leaves them open, closing this one closes
        both.

        Raises:
            TypeError: there is no such setting.
            ValueError: `server` is unknown, or `server_url` is not a URL.
        """
        # Before anything else, as in the constructor.
        if isinstance(key := changes.get("api_key"), str):
            changes["api_key"] = key = Secret(key)
        other = OpenRouter.__new__(OpenRouter)
        other.sdk_configuration = configuration = self.sdk_configuration.changed(changes)
        other._has_given_clients = self._has_given_clients
        other._client = self._client.configured(configuration)
        other._async_client = self._async_client.configured(configuration)
        configuration._clients = weakref.ref(other)
        return other

    def close(self) -> None:
        """Close the connections of the blocking calls and refuse new calls."""
        self._client.close()

    async def aclose(self) -> None:
        """Close all connections and refuse new calls."""
        self._client.close()
        await self._async_client.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        # As `with` leaves the awaited calls, this leaves the blocking ones.
        self._client.close(for_good=False)
        await self._async_client.close()


def _or_env(value: str | None, name: str) -> str | None:
    return variable(name) if value is None else value

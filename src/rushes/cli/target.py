"""Where a command's requests go: a running service, or one in this very process."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from openrouter import OpenRouter
from rushes.server import background_service
from rushes.settings import Settings
from rushes.store.lock import find_owner

ANY_KEY = "local"


@dataclass(frozen=True)
class Target:
    """An open client, the service's address, and whether that service ends with this command."""

    client: OpenRouter
    url: str
    in_process: bool


@contextlib.contextmanager
def open_target(server: str | None, settings: Settings) -> Iterator[Target]:
    """Give a client for `server`, else OPENROUTER_BASE_URL, else a service in this process.

    A `rushes serve` that already owns the data folder is used instead of a second service.
    """
    url = server or os.environ.get("OPENROUTER_BASE_URL")
    if url is None and (owner := find_owner(settings.data_dir)) and owner.lasting:
        url = owner.url
    if url is not None:
        with _client(url) as client:
            yield Target(client, url, in_process=False)
        return
    own = settings.model_copy(update={"host": "127.0.0.1", "port": 0, "public_url": None})
    with background_service(own) as address, _client(address) as client:
        yield Target(client, address, in_process=True)


def settings_for(data_dir: Path | None) -> Settings:
    """Return the settings, with the data folder that the command line names."""
    return Settings() if data_dir is None else Settings(data_dir=data_dir)


def _client(url: str) -> OpenRouter:
    key = os.environ.get("OPENROUTER_API_KEY") or ANY_KEY
    return OpenRouter(api_key=key, server_url=_with_prefix(url))


def _with_prefix(url: str) -> str:
    """Return the API's base URL; a bare address gets the usual prefix."""
    url = url.rstrip("/")
    return url if url.endswith("/v1") else f"{url}/api/v1"

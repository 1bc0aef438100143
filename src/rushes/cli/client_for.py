"""Where a command's requests go: a running service, or one in this very process."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from pydantic import SecretStr

from rushes.sdk import OpenRouter
from rushes.server import background_service
from rushes.settings import Settings
from rushes.store.folder_lock import FolderInUseError

ANY_KEY = "local"
# What a service inside this process leaves of the settings: it serves this command only.
ALONE = {
    "host": "127.0.0.1",
    "port": 0,
    "public_url": None,
    "database_url": None,
    "api_keys": frozenset[SecretStr](),
}


@dataclass(frozen=True)
class Target:
    """An open client, the service's address, and whether that service ends with this command."""

    client: OpenRouter
    url: str
    in_process: bool


@contextlib.contextmanager
def open_target(
    server: str | None, settings: Settings, resume: Collection[str] = ()
) -> Iterator[Target]:
    """Give a client for `server`, else OPENROUTER_BASE_URL, else a service in this process.

    A service in this process takes up the jobs of `resume` and no others. A `rushes serve` that
    already owns the data folder is used instead.
    """
    url = server or os.environ.get("OPENROUTER_BASE_URL")
    with contextlib.ExitStack() as stack:
        in_process = False
        if url is None:
            own = settings.model_copy(update=ALONE)
            try:
                url = stack.enter_context(background_service(own, resume))
                in_process = True
            except FolderInUseError as error:
                if error.owner is None or not error.owner.lasting or error.owner.url is None:
                    raise
                url = error.owner.url
        client = stack.enter_context(_client(url))
        yield Target(client, url, in_process)


def _client(url: str) -> OpenRouter:
    key = os.environ.get("OPENROUTER_API_KEY") or ANY_KEY
    return OpenRouter(api_key=key, server_url=_with_prefix(url))


def _with_prefix(url: str) -> str:
    """Return the API's base URL; a bare address gets the usual prefix."""
    url = url.rstrip("/")
    return url if url.endswith("/v1") else f"{url}/api/v1"

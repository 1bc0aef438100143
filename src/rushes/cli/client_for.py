"""The service of a command: a running one, or one inside this process."""

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

ANY_KEY = "local"  # a service without configured keys accepts every key, but not an empty one
# Settings that a service inside this process ignores: it serves this command only.
ALONE = {
    "host": "127.0.0.1",
    "port": 0,
    "public_url": None,
    "database_url": None,
    "api_keys": frozenset[SecretStr](),
}


@dataclass(frozen=True)
class Target:
    client: OpenRouter
    url: str
    in_process: bool  # the service ends with this command


@contextlib.contextmanager
def open_target(
    server: str | None, settings: Settings, resume: Collection[str] = ()
) -> Iterator[Target]:
    """Yield a client for `server`, else OPENROUTER_BASE_URL, else a service in this process.

    A service in this process resumes only the jobs of `resume`. If a `rushes serve` already owns
    the data folder, it is used instead.
    """
    url = server or os.environ.get("OPENROUTER_BASE_URL")
    with contextlib.ExitStack() as stack:
        in_process = False
        # The lock on the data folder shows whether a service is running, and where.
        if url is None:
            own = settings.model_copy(update=ALONE)
            try:
                url = stack.enter_context(background_service(own, resume))
                in_process = True
            except FolderInUseError as error:
                if error.owner is None or not error.owner.lasting or error.owner.url is None:
                    raise
                url = error.owner.url
        base = url.rstrip("/")
        base = base if base.endswith("/v1") else f"{base}/api/v1"
        key = os.environ.get("OPENROUTER_API_KEY") or ANY_KEY
        client = stack.enter_context(OpenRouter(api_key=key, server_url=base))
        yield Target(client, url, in_process)

"""The service of a command: a running one, or one inside this process."""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

import httpx
from pydantic import SecretStr

from rushes.cli.errors import USAGE, CliError
from rushes.runtime import Hooks
from rushes.sdk import OpenRouter
from rushes.sdk._transports import async_transport, sync_transport
from rushes.server import background_service
from rushes.settings import Settings
from rushes.store.folder_lock import FolderInUseError
from rushes.wire.environment import variable
from rushes.wire.proxies import Proxies
from rushes.wire.urls import base_url, join

TIMEOUT: Final = httpx.Timeout(60.0, connect=5.0)  # as for a submission of the SDK
ANY_KEY = "local"  # a service without configured keys accepts every key, but not an empty one
# Settings that a service inside this process ignores: it serves this command only.
ALONE = {
    "host": "127.0.0.1",
    "port": 0,
    "public_url": None,
    "database_url": None,
    "api_keys": frozenset[SecretStr](),
}


class _Alone(Hooks):
    stored_keys = False


@dataclass(frozen=True)
class Target:
    client: OpenRouter
    url: str
    in_process: bool  # the service ends with this command
    borrowed: bool = False  # of another process that owns the data folder
    direct: httpx.AsyncClient | None = None  # of awaited calls; who makes these closes it


@contextlib.contextmanager
def open_target(
    server: str | None,
    settings: Settings,
    resume: Collection[str] | None = (),
    *,
    shared: bool = False,
) -> Iterator[Target]:
    """Yield a client for `server`, else OPENROUTER_BASE_URL, else a service in this process.

    A service in this process resumes only the jobs of `resume`, or all if that is None; other
    commands on its data folder use it if it is `shared`. If a `rushes serve` or another shared
    service already owns the data folder, it is used instead.
    """
    url = server or variable("OPENROUTER_BASE_URL")
    is_own = url is None
    with contextlib.ExitStack() as stack:
        in_process = False
        # The lock on the data folder shows whether a service is running, and where.
        if url is None:
            own = settings.model_copy(update=ALONE)
            try:
                service = background_service(own, resume, hooks=_Alone(), shared=shared)
                url = stack.enter_context(service)
                in_process = True
            except FolderInUseError as error:
                if error.owner is None or not error.owner.lasting or error.owner.url is None:
                    raise
                url = error.owner.url
        base = _api_url(url, "--server" if server else "OPENROUTER_BASE_URL")
        key = variable("OPENROUTER_API_KEY") or ANY_KEY
        if not is_own:
            client = stack.enter_context(OpenRouter(key, server_url=base))
            yield Target(client, url, in_process)
            return
        direct, awaited = _direct_clients(base)
        stack.enter_context(direct)
        client = OpenRouter(key, server_url=base, client=direct, async_client=awaited)
        borrowed = not in_process
        yield Target(stack.enter_context(client), url, in_process, borrowed, awaited)


def _api_url(url: str, name: str) -> str:
    try:
        base = base_url(url)
    except ValueError as error:
        raise CliError(f"{name} is not a valid URL: it {error}", USAGE) from None
    return base if base.partition("?")[0].endswith("/v1") else join(base, "/api/v1")


def _direct_clients(base: str) -> tuple[httpx.Client, httpx.AsyncClient]:
    """Return clients that use no proxy for a service of this machine, whatever its address."""
    proxies = Proxies.from_environment(direct=[urlsplit(base).netloc])
    return (
        httpx.Client(transport=sync_transport(proxies), trust_env=False, timeout=TIMEOUT),
        httpx.AsyncClient(transport=async_transport(proxies), trust_env=False, timeout=TIMEOUT),
    )

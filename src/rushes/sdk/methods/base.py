"""What all operations share."""

from __future__ import annotations

import threading
from collections.abc import AsyncGenerator, Callable, Generator
from typing import TYPE_CHECKING, TypeVar, cast

from rushes import wire
from rushes.sdk import _endpoints
from rushes.sdk._base_client import AsyncAPIClient, SyncAPIClient
from rushes.sdk._callbacks import in_thread
from rushes.sdk._params import Arguments
from rushes.sdk._server_features import Servers
from rushes.sdk.config import SDKConfiguration
from rushes.sdk.generation import ClientHandle, Generation, VideoMethods
from rushes.sdk.model_list import CatalogCache

if TYPE_CHECKING:
    from rushes.sdk._endpoints import CallOptions

T = TypeVar("T")

MAX_EVENT_STREAMS = 32  # at once, so that connections are left for everything else

Job = wire.VideoGenerationResponse
Generations = Generator[Generation, None, None]
AsyncGenerations = AsyncGenerator[Generation, None]


class Operations:
    """Operations through a pair of clients."""

    def __init__(
        self,
        client: SyncAPIClient | SDKConfiguration,
        async_client: AsyncAPIClient | None = None,
    ) -> None:
        self._client, self._async_client = _clients(client, async_client)
        self._stream_slots = threading.BoundedSemaphore(MAX_EVENT_STREAMS)
        self._catalog_cache = CatalogCache()

    @property
    def sdk_configuration(self) -> SDKConfiguration:
        """Return the configuration of the client."""
        return self._client.config

    def _bound(self, job: Job, options: CallOptions) -> Generation:
        return Generation.of(job, ClientHandle(cast("VideoMethods", self), options))


def _clients(
    client: SyncAPIClient | SDKConfiguration, async_client: AsyncAPIClient | None
) -> tuple[SyncAPIClient, AsyncAPIClient]:
    """Return both clients, those of a configuration if that is what is given."""
    if not isinstance(client, SDKConfiguration):
        return client, cast("AsyncAPIClient", async_client)
    owner, servers = client._clients(), Servers()
    if owner is not None:
        return owner._client, owner._async_client
    return SyncAPIClient(client, None, servers), AsyncAPIClient(client, None, servers)


async def build_off_loop(build: Callable[[Arguments], T], arguments: Arguments) -> T:
    """Return `build(arguments)`, in a thread if there are files to read.

    Files that are read asynchronously are read before that, in the event loop that they belong to.
    """
    if _endpoints.reads_files(arguments):
        from rushes.sdk.media import read_async

        return await in_thread(build, await read_async(arguments))
    return build(arguments)

"""What all operations have in common."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar, cast

from rushes import wire
from rushes.sdk import _endpoints
from rushes.sdk._base_client import AsyncTransport, Transport
from rushes.sdk._params import Arguments
from rushes.sdk.generation import Generation, Home, VideoMethods
from rushes.sdk.model_list import CatalogCache

if TYPE_CHECKING:
    from rushes.sdk._endpoints import CallOptions

T = TypeVar("T")

LISTENERS = 32  # streams of events at once, so that connections are left for everything else

Job = wire.VideoGenerationResponse


class Operations:
    """Operations through a pair of transports."""

    def __init__(self, transport: Transport, async_transport: AsyncTransport) -> None:
        self._transport = transport
        self._async_transport = async_transport
        self._seats = threading.BoundedSemaphore(LISTENERS)
        self._catalog_cache = CatalogCache()

    def _bound(self, job: Job, options: CallOptions) -> Generation:
        """Return a job that knows where it came from."""
        return Generation.of(job, Home(cast("VideoMethods", self), options))


async def made(make: Callable[[Arguments], T], arguments: Arguments) -> T:
    """Return what `make` makes of arguments; where files are to be read, a thread does it."""
    from rushes.sdk import _concurrency

    if _endpoints.reads_files(arguments):
        return await _concurrency.in_thread(make, arguments)
    return make(arguments)

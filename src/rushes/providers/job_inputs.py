"""The input files of jobs, fetched ahead of their renders within bounds of time and memory."""

from __future__ import annotations

import asyncio
import contextlib
from collections import defaultdict
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from rushes.catalog.media import Medium, read_media
from rushes.providers.input_files import InputFile, StandIn, no_stand_in, read_files
from rushes.wire import VideoGenerationRequest
from rushes.wire.data_url import is_data_url
from rushes.wire.proxies import Proxies

JOBS_AT_ONCE = 16  # whose files are fetched, or kept until they are rendered
JOBS_PER_OWNER = 4  # of those, so that one caller's slow hosts do not hold up another's jobs
BODIES_AT_ONCE = 4  # that are read at once; one may be as long as the files in it

Body = Callable[[], Awaitable[str]]
# Returns the inputs of a request that are used.
MediaOf = Callable[[VideoGenerationRequest], Sequence[Medium]]


@dataclass(frozen=True)
class _Ahead:
    """Files that are fetched ahead; `held` are the permits for it."""

    fetching: asyncio.Task[list[InputFile]]
    held: contextlib.ExitStack


class JobInputs:
    """Fetches files: at once for a job that is created, or ahead for one that waits."""

    def __init__(
        self,
        max_bytes: int,
        *,
        allow_private: bool,
        proxies: Proxies | None = None,
        stand_in: StandIn = no_stand_in,
        media_of: MediaOf = read_media,
    ) -> None:
        self._max_bytes = max_bytes
        self._media_of = media_of
        self._stand_in = stand_in
        self._allow_private = allow_private
        self._proxies = proxies
        self._bodies = asyncio.Semaphore(BODIES_AT_ONCE)
        self._jobs = asyncio.Semaphore(JOBS_AT_ONCE)
        self._owners: defaultdict[str, asyncio.Semaphore] = defaultdict(
            lambda: asyncio.Semaphore(JOBS_PER_OWNER)
        )
        self._ahead: dict[str, _Ahead] = {}

    async def prepare(self, job_id: str, owner: str, body: Body) -> None:
        """Fetch the files of a job and keep them until they are taken or dropped."""
        async with self._bodies:
            media = await asyncio.to_thread(self._media, await body())
        if all(is_data_url(medium.url) for medium in media):
            return
        with contextlib.ExitStack() as held:
            for permit in (self._owners[owner], self._jobs):
                await permit.acquire()
                held.callback(permit.release)
            fetching = asyncio.create_task(self._fetch(media))
            self._ahead[job_id] = _Ahead(fetching, held.pop_all())
        await asyncio.wait({fetching})

    async def take(self, job_id: str, body: str) -> list[InputFile]:
        """Return the files of a job, fetched ahead or now; raises RefusedError."""
        ahead = self._ahead.pop(job_id, None)
        if ahead is None:
            return await self._fetch(await asyncio.to_thread(self._media, body))
        with ahead.held:
            return await ahead.fetching

    def drop(self, job_id: str) -> None:
        """Forget what was fetched ahead for a job that does not take it."""
        if (ahead := self._ahead.pop(job_id, None)) is not None:
            ahead.fetching.cancel()
            # An error that nobody asks for any more is none.
            ahead.fetching.add_done_callback(lambda done: done.cancelled() or done.exception())
            ahead.held.close()

    async def _fetch(self, media: Sequence[Medium]) -> list[InputFile]:
        return await read_files(
            media,
            self._max_bytes,
            allow_private=self._allow_private,
            proxies=self._proxies,
            stand_in=self._stand_in,
        )

    def _media(self, body: str) -> Sequence[Medium]:
        return self._media_of(VideoGenerationRequest.model_validate_json(body))

"""Posters and previews of finished videos: made when they are first asked for, then stored."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable

from rushes.http.content import open_output
from rushes.http.errors import ApiError
from rushes.storage.base import MissingOutputError, Storage, StorageError
from rushes.storage.pictures import picture_name
from rushes.store.job import Job, Output

AT_ONCE = 2  # pictures that are made at the same time
REMEMBERED = 1000  # videos that could not be decoded, which are not tried again
# Makes a picture of a kind of a video's bytes; None if the video cannot be decoded.
MakePicture = Callable[[str, AsyncIterator[bytes]], Awaitable[bytes | None]]

log = logging.getLogger("rushes.http")


class Pictures:
    """The pictures of the videos in a storage; requests for the same one have it made once."""

    def __init__(self, storage: Storage, make: MakePicture | None) -> None:
        self._storage = storage
        self._make = make
        self._making = dict[str, asyncio.Task[bytes | None]]()
        self._turns = asyncio.Semaphore(AT_ONCE)
        self._undecodable = dict[str, None]()

    async def get(self, job: Job, output: Output, kind: str) -> bytes:
        """Return a picture of a video.

        Raises ApiError: 404 if the video has none, 410 when it is gone, 503 when that may change.
        """
        name = picture_name(output.name, kind)
        stored = await self._stored(name)
        if stored is not None:
            return stored
        if self._make is None:
            raise ApiError(
                404,
                f"This service makes no {kind} of a video, because the offline engine is not"
                " installed: pip install 'rushes[server]'",
            )
        made = None
        if name not in self._undecodable:
            if (task := self._making.get(name)) is None:
                task = asyncio.create_task(self._made(job, output, kind, self._make), name=name)
                self._making[name] = task
                task.add_done_callback(lambda done: self._finish(name, done))
            made = await asyncio.shield(task)  # others may wait for it
        if made is None:
            raise ApiError(404, f"The video of {job.id} cannot be decoded, so it has no {kind}")
        return made

    def _finish(self, name: str, task: asyncio.Task[bytes | None]) -> None:
        del self._making[name]
        if not task.cancelled() and task.exception() is None and task.result() is None:
            self._undecodable[name] = None
            if len(self._undecodable) > REMEMBERED:
                del self._undecodable[next(iter(self._undecodable))]

    async def _made(self, job: Job, output: Output, kind: str, make: MakePicture) -> bytes | None:
        async with self._turns:
            video = await open_output(job, output, self._storage)
            try:
                made = await make(kind, video.blocks(0, video.size))
            except (OSError, EOFError, StorageError) as error:
                log.warning("the %s of job %s could not be made: %s", kind, job.id, error)
                raise ApiError(
                    503, f"The {kind} could not be made now", headers={"Retry-After": "10"}
                ) from error
            finally:
                video.close()
        if made is None:
            log.warning("the video of job %s cannot be decoded, so it has no %s", job.id, kind)
        else:
            await self._keep(job, output, picture_name(output.name, kind), made)
        return made

    async def _keep(self, job: Job, output: Output, name: str, made: bytes) -> None:
        try:
            await self._storage.put(name, _once(made))
            (await self._storage.open(output.name)).close()
        except MissingOutputError:  # the video was removed meanwhile, and its pictures with it
            await self._storage.delete(name)
            raise ApiError(410, f"The video of {job.id} is no longer stored") from None
        except StorageError as error:
            log.warning("%s could not be stored, so it will be made again: %s", name, error)

    async def _stored(self, name: str) -> bytes | None:
        try:
            opened = await self._storage.open(name)
        except MissingOutputError:
            return None
        except StorageError as error:
            raise ApiError(503, str(error), headers={"Retry-After": "10"}) from error
        try:
            return b"".join([block async for block in opened.blocks(0, opened.size)])
        except (EOFError, StorageError) as error:
            raise ApiError(503, str(error), headers={"Retry-After": "10"}) from error
        finally:
            opened.close()


async def _once(block: bytes) -> AsyncIterator[bytes]:
    yield block

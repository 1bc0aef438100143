"""A storage whose failures are counted."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractContextManager

from rushes.metrics import Metrics
from rushes.storage.base import OpenOutput, Storage, StorageError, StoredFile

Counted = AbstractContextManager[None]


class MeasuredStorage:
    """Passes everything to another storage."""

    def __init__(self, storage: Storage, metrics: Metrics) -> None:
        self._storage = storage
        self._errors = metrics.storage_errors

    async def put(self, name: str, content: AsyncIterator[bytes]) -> StoredFile:
        with self.counted("put"):
            return await self._storage.put(name, content)

    async def find(self, name: str) -> StoredFile | None:
        with self.counted("find"):
            return await self._storage.find(name)

    async def open(self, name: str) -> OpenOutput:
        with self.counted("open"):
            return _MeasuredOutput(await self._storage.open(name), self.counted)

    async def delete(self, name: str) -> None:
        with self.counted("delete"):
            await self._storage.delete(name)

    async def names(self) -> AsyncIterator[list[str]]:
        with self.counted("list"):
            async for found in self._storage.names():
                yield found

    async def signed_url(self, name: str, expires_at: int) -> str | None:
        try:  # polls call this, so it does without a context manager
            return await self._storage.signed_url(name, expires_at)
        except StorageError:
            self._errors.labels("sign").inc()
            raise

    async def check(self) -> None:
        with self.counted("check"):
            await self._storage.check()

    @contextlib.contextmanager
    def counted(self, operation: str) -> Iterator[None]:
        try:
            yield
        except StorageError:
            self._errors.labels(operation).inc()
            raise


class _MeasuredOutput:
    def __init__(self, output: OpenOutput, counted: Callable[[str], Counted]) -> None:
        self._output = output
        self._counted = counted

    @property
    def size(self) -> int:
        return self._output.size

    async def sha256(self) -> str | None:
        with self._counted("read"):
            return await self._output.sha256()

    async def blocks(self, start: int, stop: int) -> AsyncIterator[bytes]:
        with self._counted("read"):
            async for block in self._output.blocks(start, stop):
                yield block

    def close(self) -> None:
        self._output.close()

"""A database whose writes are timed, and whose failures are counted."""

from __future__ import annotations

from time import perf_counter
from typing import TypeVar

from rushes.metrics import Metrics
from rushes.store.transaction import Database, StoreError, Transaction

T = TypeVar("T")


class MeasuredDatabase:
    """Passes everything to another database."""

    def __init__(self, database: Database, metrics: Metrics) -> None:
        self._database = database
        self._write_seconds = metrics.write_seconds
        self._read_errors = metrics.store_errors.labels("read")
        self._write_errors = metrics.store_errors.labels("write")

    async def read(self, transaction: Transaction[T]) -> T:
        try:
            return await self._database.read(transaction)
        except StoreError:
            self._read_errors.inc()
            raise

    async def survey(self, transaction: Transaction[T]) -> T:
        try:
            return await self._database.survey(transaction)
        except StoreError:
            self._read_errors.inc()
            raise

    async def write(
        self,
        transaction: Transaction[T],
        *,
        slow: bool = False,
        urgent: bool = False,
        single: bool = False,
    ) -> T:
        began = perf_counter()
        try:
            written = await self._database.write(
                transaction, slow=slow, urgent=urgent, single=single
            )
        except StoreError:
            self._write_errors.inc()
            raise
        self._write_seconds.observe(perf_counter() - began)
        return written

    def exclusive(self, name: str) -> Transaction[None]:
        return self._database.exclusive(name)

    def notify(self, job_id: str) -> Transaction[None]:
        return self._database.notify(job_id)

    def schema(self) -> Transaction[tuple[int, int]]:
        return self._database.schema()

    async def close(self) -> None:
        await self._database.close()

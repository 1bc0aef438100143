"""The store: every table over one database."""

from __future__ import annotations

from rushes.store.attempts import Attempts
from rushes.store.idempotency import IdempotencyTable
from rushes.store.jobs import JobTable
from rushes.store.rate_limit import RateLimit
from rushes.store.transaction import Also, Database


class Store:
    """The tables: jobs, attempts at providers, idempotency keys and rate limits.

    `also` is committed together with each new job, such as its entry in a queue.
    """

    def __init__(self, database: Database, also: Also | None = None) -> None:
        self.database = database
        self.jobs = JobTable(database)
        self.attempts = Attempts(database, also)
        self.idempotency = IdempotencyTable(database, also)
        self.rate_limit = RateLimit(database)

    async def close(self) -> None:
        """Let the database go; calling it twice is harmless."""
        await self.database.close()

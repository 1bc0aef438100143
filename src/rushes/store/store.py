"""The store: every table over one database."""

from __future__ import annotations

from rushes.store.account_health import AccountHealthTable
from rushes.store.api_keys import ApiKeyTable
from rushes.store.attempts import Attempts
from rushes.store.figures import Figures
from rushes.store.idempotency import IdempotencyTable
from rushes.store.job_actions import JobActions
from rushes.store.jobs import JobTable, OnEnd
from rushes.store.ledger import Ledger
from rushes.store.outbox import Outbox
from rushes.store.rate_limit import RateLimit
from rushes.store.retention import Retention
from rushes.store.transaction import Database, OnInsert


class Store:
    """The tables. `on_insert` is committed with each new job, such as its entry in a queue.

    `on_end` is given each job whose end was committed here.
    """

    def __init__(
        self,
        database: Database,
        on_insert: OnInsert | None = None,
        on_end: OnEnd | None = None,
    ) -> None:
        self.database = database
        self.jobs = JobTable(database, on_end)
        self.api_keys = ApiKeyTable(database)
        self.accounts = AccountHealthTable(database)
        self.attempts = Attempts(database, on_insert)
        self.figures = Figures(database)
        self.job_actions = JobActions(database)
        self.idempotency = IdempotencyTable(database, on_insert)
        self.ledger = Ledger(database)
        self.outbox = Outbox(database)
        self.rate_limit = RateLimit(database)
        self.retention = Retention(database)

    async def close(self) -> None:
        await self.database.close()

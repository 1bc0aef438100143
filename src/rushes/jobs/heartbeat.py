"""Shows that a host is alive, and decides whether silent hosts can be taken for dead."""

from __future__ import annotations

import contextlib
import logging
import os
import secrets
from collections.abc import Collection, Iterator
from time import monotonic

from procrastinate.worker import Worker

from rushes.clock import real_sleep
from rushes.jobs.context import host_name
from rushes.store.postgres import PostgresDatabase
from rushes.store.queue_entries import beat
from rushes.store.transaction import StoreError

log = logging.getLogger("rushes.jobs")


class Heartbeat:
    """Records every `interval` seconds that this host's workers live, and what they serve.

    A worker's own heartbeat ends when it has to stop; this one goes on while the worker waits for
    responses to its requests.
    """

    def __init__(
        self,
        database: PostgresDatabase,
        providers: Collection[str],
        interval: float,
        stalled_after: float,
    ) -> None:
        self._database = database
        # One that starts anew is another one.
        self.host = f"{host_name(os.getpid())}-{secrets.token_hex(4)}"
        self._providers = providers
        self._interval = interval
        self._stalled_after = stalled_after
        self._workers = set[Worker]()
        self._last = self._steady_since = monotonic()

    async def run(self) -> None:
        while True:
            ids = [w.worker_id for w in self._workers if w.worker_id is not None]
            try:
                await self._database.write(beat(ids, self.host, self._providers))
            except StoreError as error:
                log.debug("no heartbeat was recorded: %s", error)
            else:
                if self.is_late():
                    self._steady_since = monotonic()
                self._last = monotonic()
            await real_sleep(self._interval)

    @contextlib.contextmanager
    def of(self, worker: Worker) -> Iterator[None]:
        """Report a worker as alive for as long as the block lasts."""
        self._workers.add(worker)
        try:
            yield
        finally:
            self._workers.discard(worker)

    def is_steady(self, seconds: float | None = None) -> bool:
        """Return whether the database has been available for long enough to know who is lost.

        After an outage every other host seems lost to the first that is back. `seconds` is
        `stalled_after` by default.
        """
        enough = self._stalled_after if seconds is None else seconds
        return not self.is_late() and monotonic() - self._steady_since >= enough

    def is_late(self) -> bool:
        """Return whether the last heartbeat was recorded too long ago."""
        return monotonic() - self._last > self._stalled_after / 2

"""Connects Procrastinate to the database through the store's own connections."""

from __future__ import annotations

import contextlib
import logging
import re
from collections.abc import Iterable
from functools import lru_cache
from time import monotonic
from typing import Any

import psycopg
from procrastinate.connector import BaseAsyncConnector, BaseConnector, Notify
from procrastinate.exceptions import ConnectorException, NoResult
from procrastinate.schema import SchemaManager
from procrastinate.sql import queries

from rushes.clock import real_sleep
from rushes.store.postgres import PostgresDatabase
from rushes.store.postgres_link import Text, text_of
from rushes.store.postgres_pool import Connections, failures
from rushes.store.transaction import StoreError

OUTAGE = (0.1, 0.2, 0.5, 1.0, 2.0, 4.0, 8.0)  # seconds between tries while the database is away
LISTENING_PAUSE = 1.0  # seconds
# Its own indexes find an entry of a job only while no worker has it. An entry's history, which is
# deleted with it, is not read.
_ADAPTATION = """
CREATE INDEX rushes_entries ON procrastinate_jobs (queueing_lock);
ALTER TABLE procrastinate_jobs DISABLE TRIGGER procrastinate_trigger_status_events_insert_v1;
ALTER TABLE procrastinate_jobs DISABLE TRIGGER procrastinate_trigger_status_events_update_v1;
"""

# A worker asks until there is no entry left. So that the last time need not be asked, each answer
# tells whether another entry waits.
_FETCH = queries["fetch_job"]
_FETCH_AND_LOOK = f"""
WITH entry AS MATERIALIZED ({_FETCH.strip().rstrip(";")})
SELECT entry.*, EXISTS (
    SELECT 1 FROM procrastinate_jobs other
    WHERE other.status = 'todo' AND other.queue_name = ANY(%(queues)s::varchar[])
        AND other.id <> entry.id AND (other.scheduled_at IS NULL OR other.scheduled_at <= now())
) AS more FROM entry
"""  # noqa: S608 - of constants
_NO_ENTRY = {"id": None}
_PARAMETER = re.compile(r"%\((?P<name>\w+)\)s")
EMPTY_FOR = 0.01  # seconds

log = logging.getLogger("rushes.jobs")


class Connector(BaseAsyncConnector):
    """Run Procrastinate's statements; what may be repeated outlasts a database that is restarted.

    The fetch of an entry must not be repeated: the first may have been committed, and no worker
    would run its entry. Its failure starts a new worker, which finds the entry.
    """

    def __init__(self, connections: Connections) -> None:
        self._connections = connections
        self._emptied = dict[int, float]()  # when workers took the last entry of their queues

    def get_sync_connector(self) -> BaseConnector:
        return self

    async def open_async(self, pool: Any = None) -> None:
        """Nothing to open: the connections are the store's."""

    async def close_async(self) -> None:
        """Nothing to close: the connections are the store's."""

    async def execute_query_async(self, query: str, **arguments: Any) -> None:
        """Run a statement that has no result; all of these may be repeated.

        An entry that cannot be ended any more was requeued from a worker that seemed dead.
        """
        for pause in OUTAGE:
            try:
                await self._rows(query, arguments)
            except ConnectorException as error:
                if isinstance(error.__cause__, psycopg.errors.RaiseException):
                    return
                if not isinstance(error.__cause__, StoreError | psycopg.OperationalError):
                    raise
            else:
                return
            await real_sleep(pause)
        await self._rows(query, arguments)

    async def execute_query_one_async(self, query: str, **arguments: Any) -> dict[str, Any]:
        if query == _FETCH:
            return await self._fetch(arguments)
        for row in await self._rows(query, arguments):
            return row
        raise NoResult

    async def execute_query_all_async(self, query: str, **arguments: Any) -> list[dict[str, Any]]:
        return await self._rows(query, arguments)

    async def listen_notify(self, on_notification: Notify, channels: Iterable[str]) -> None:
        """Report notifications until cancelled; listen again when the connection is lost."""
        names = list(channels)
        while True:
            try:
                with failures("listened to"):
                    await self._listen(on_notification, names)
            except StoreError as error:
                log.debug("cannot listen for new jobs, so they are polled for: %s", error)
            await real_sleep(LISTENING_PAUSE)

    async def _listen(self, on_notification: Notify, channels: Iterable[str]) -> None:
        async with await self._connections.open() as connection:
            for channel in channels:
                name = psycopg.sql.Identifier(channel)
                await connection.execute(
                    psycopg.sql.SQL(queries["listen_queue"]).format(channel_name=name)
                )
            async with contextlib.aclosing(connection.notifies()) as notices:
                async for notice in notices:
                    self._emptied.clear()
                    await on_notification(channel=notice.channel, payload=notice.payload)

    async def _fetch(self, arguments: dict[str, Any]) -> dict[str, Any]:
        worker = arguments["worker_id"]
        if monotonic() - self._emptied.pop(worker, -EMPTY_FOR) < EMPTY_FOR:
            return _NO_ENTRY
        [row] = await self._rows(_FETCH_AND_LOOK, arguments)
        if not row.pop("more") and row["id"] is not None:
            self._emptied[worker] = monotonic()
        return row

    async def _rows(self, query: str, arguments: dict[str, Any]) -> list[dict[str, Any]]:
        try:
            async with self._connections.lend() as link:
                link.add(_text(query), arguments)
                return await link.records()
        except (psycopg.Error, StoreError) as error:
            if isinstance(error, StoreError | psycopg.OperationalError):
                self._connections.outage.failed(str(error))
            raise ConnectorException from error


@lru_cache
def _text(query: str) -> Text:
    return text_of(query, _PARAMETER)


async def create_queue(database: PostgresDatabase) -> None:
    """Create Procrastinate's tables where they are missing; of many processes, one does it."""
    connection = await database.connections.open()
    with failures("brought up to date"):
        async with connection, connection.transaction():
            await connection.execute("SET LOCAL lock_timeout = 0; SET LOCAL statement_timeout = 0")
            await connection.execute("SELECT pg_advisory_xact_lock(hashtext('rushes_queue'))")
            cursor = await connection.execute("SELECT to_regclass('procrastinate_jobs')")
            if await cursor.fetchone() == (None,):
                await connection.execute(SchemaManager.get_schema().encode())
            cursor = await connection.execute("SELECT to_regclass('rushes_entries')")
            if await cursor.fetchone() == (None,):
                await connection.execute(_ADAPTATION)

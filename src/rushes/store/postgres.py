"""PostgreSQL as the database: any number of processes on any hosts work on the same jobs."""

from __future__ import annotations

import asyncio
import contextlib
import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, TypeVar

from pydantic import SecretStr

from rushes.backoff import Backoff
from rushes.clock import real_sleep
from rushes.store.migrations.files import check_version, migrations, newest
from rushes.store.postgres_link import BEGIN, COMMIT, Link, Text, text_of
from rushes.store.postgres_pool import Connections, failures
from rushes.store.transaction import StoreError, Transaction

if TYPE_CHECKING:
    from psycopg import AsyncConnection

T = TypeVar("T")

CONNECTIONS = 10  # more do not make one process faster
LONGEST = 15.0  # seconds a transaction may take
MOST_SKEW = 60.0  # seconds
LONGEST_PAUSE = 5.0  # seconds between two tries to listen
CHANNEL = "rushes_jobs"

# A literal, a cast, or a parameter.
_TOKEN = re.compile(r"'(?:[^']|'')*'|::|(?<!\w):(?P<name>[a-z_]\w*)", re.ASCII | re.IGNORECASE)
_CLOCK = "SELECT CAST(extract(epoch FROM clock_timestamp()) AS double precision)"
_MIGRATIONS = """
CREATE TABLE IF NOT EXISTS rushes_migrations (
    number     INTEGER PRIMARY KEY,
    applied_at TIMESTAMPTZ NOT NULL DEFAULT now()
)
"""


class ClockError(StoreError):
    """This host's clock differs from the database's, by which rows are stamped and judged."""


class PostgresDatabase:
    """Keep everything in a PostgreSQL database, version 13 or newer; `open` it first.

    A connection pooler in between may pool sessions, not transactions. A write that fails is never
    repeated here: whether its commit took place may be unknown.
    """

    def __init__(self, url: SecretStr | str, connections: int = CONNECTIONS) -> None:
        secret = url.get_secret_value() if isinstance(url, SecretStr) else url
        self.connections = Connections(secret, connections)
        self._writes = set[asyncio.Task[object]]()

    async def open(self, *, upgrade: bool = True) -> None:
        """Bring the schema up to date; of many processes, one does it. Raises ClockError.

        Without `upgrade`, raises OutdatedSchemaError for an older schema.
        """
        connection = await self.connections.open()
        try:
            with failures("brought up to date"):
                await _migrate(connection, upgrade=upgrade)
            with failures("read"):
                ahead = await _ahead_of(connection)
        finally:
            await connection.close()
        if ahead:
            raise ClockError(
                f"This host's clock is {abs(ahead):.0f} s {'ahead of' if ahead > 0 else 'behind'}"
                " the database's; set it right"
            )

    async def clock_ahead(self) -> float:
        """Return the seconds that this host's clock is ahead of the database's; 0 for a few."""
        return _ahead(time.time(), await self.read(_clock()))

    async def read(self, transaction: Transaction[T]) -> T:
        """Run a transaction that changes nothing; each statement sees what is committed then."""
        with self.connections.watched("read"):
            async with asyncio.timeout(LONGEST), self.connections.lend() as link:
                return await _drive(transaction, link)

    async def survey(self, transaction: Transaction[T]) -> T:
        return await self.read(transaction)

    async def write(
        self,
        transaction: Transaction[T],
        *,
        slow: bool = False,
        urgent: bool = False,
        single: bool = False,
    ) -> T:
        """Run a transaction; a caller that is cancelled does not stop it."""
        task = asyncio.create_task(self._write(transaction, single=single))
        self._writes.add(task)
        task.add_done_callback(self._writes.discard)
        return await asyncio.shield(task)

    def exclusive(self, name: str) -> Transaction[None]:
        """Let other transactions that are exclusive under a name wait for this one's end.

        A process that is stopped in the middle does not hold it for longer than `_SESSION` of
        `connections` lets a transaction idle; it cannot commit after that.
        """
        yield (
            "SELECT pg_advisory_xact_lock(hashtext('rushes_exclusive'), hashtext(:name))",
            {"name": name},
        )

    def notify(self, job_id: str) -> Transaction[None]:
        """Tell every process that listens, on commit, that a job was changed from outside."""
        yield f"SELECT pg_notify('{CHANNEL}', :id)", {"id": job_id}

    def schema(self) -> Transaction[tuple[int, int]]:
        """Return the version of the schema, and the one that this program has."""
        rows = yield "SELECT COALESCE(max(number), 0) FROM rushes_migrations", {}
        return int(rows[0][0]), newest("postgres")

    async def listen(self, on_job: Callable[[str | None], None]) -> None:
        """Call `on_job` with the id of each notification, until cancelled.

        It is called with None whenever listening begins, also after a lost connection:
        notifications may have been missed.
        """
        backoff = Backoff(LONGEST_PAUSE)
        while True:
            try:
                connection = await self.connections.open()
                backoff = Backoff(LONGEST_PAUSE)
                with failures("listened to"):
                    await _listen(connection, on_job)
            except StoreError as error:
                self.connections.outage.failed(str(error))
            await real_sleep(backoff.next())

    async def close(self) -> None:
        if self._writes:
            await asyncio.wait(self._writes)
        await self.connections.close()

    async def _write(self, transaction: Transaction[T], *, single: bool) -> T:
        with self.connections.watched("written"):
            async with asyncio.timeout(LONGEST), self.connections.lend() as link:
                return await _drive(transaction, link, "single" if single else "together")


@dataclass(frozen=True)
class PostgresState:
    """The server's version, that of the schema (0 without one), whether there is a job queue.

    `ahead` is how many seconds this host's clock is ahead of the server's; 0 for a few.
    """

    server: str
    schema: int
    has_queue: bool
    ahead: float


async def postgres_state(url: SecretStr) -> PostgresState:
    """Return the state of a database without changing it; raises StoreError."""
    connection = await Connections(url.get_secret_value(), 1).open()
    try:
        with failures("read"):
            cursor = await connection.execute(
                "SELECT to_regclass('rushes_migrations') IS NOT NULL,"
                " to_regclass('procrastinate_jobs') IS NOT NULL"
            )
            has_schema, has_queue = await cursor.fetchone() or (False, False)
            schema = 0
            if has_schema:
                cursor = await connection.execute(
                    "SELECT coalesce(max(number), 0) FROM rushes_migrations"
                )
                (schema,) = await cursor.fetchone() or (0,)
            ahead = await _ahead_of(connection)
            server = (connection.info.parameter_status("server_version") or "").partition(" ")[0]
            return PostgresState(server, schema, has_queue, ahead)
    finally:
        await connection.close()


def _clock() -> Transaction[float]:
    rows = yield _CLOCK, {}
    return float(rows[0][0])


async def _ahead_of(connection: AsyncConnection) -> float:
    (there,) = await (await connection.execute(_CLOCK)).fetchone() or (0.0,)
    return _ahead(time.time(), there)


def _ahead(here: float, there: float) -> float:
    ahead = here - there
    return ahead if abs(ahead) > MOST_SKEW else 0.0


async def _drive(
    transaction: Transaction[T],
    link: Link,
    mode: Literal["apart", "single", "together"] = "apart",
) -> T:
    """Run a transaction; its statements are committed together, or each by itself."""
    try:
        statement, parameters = next(transaction)
        if mode == "together":
            link.add(BEGIN)
        while True:
            text = native(statement)
            link.add(text, parameters)
            # What returns no rows is sent with what comes next.
            rows = await link.rows() if text.returns or mode != "together" else []
            statement, parameters = transaction.send(rows)
            if mode == "single":
                raise RuntimeError(f"a second statement of a single write: {statement}")
    except StopIteration as end:
        if mode == "together":
            link.add(COMMIT)
            await link.rows()
        result: T = end.value
        return result
    except Exception:
        await link.undo()
        raise
    finally:
        transaction.close()


@lru_cache(maxsize=1024)
def native(statement: str) -> Text:
    """Return a statement as the driver wants it: `:name` is `$1`, locks are taken."""
    locking = statement.replace("/*for update*/", "FOR UPDATE")
    return text_of(locking.replace("/*skip locked*/", "SKIP LOCKED"), _TOKEN)


async def _migrate(connection: AsyncConnection, *, upgrade: bool) -> None:
    """Apply each numbered file once, all in one transaction that one process at a time is in."""
    async with connection.transaction():
        await connection.execute("SET LOCAL lock_timeout = 0; SET LOCAL statement_timeout = 0")
        await connection.execute("SELECT pg_advisory_xact_lock(hashtext('rushes_migrations'))")
        await connection.execute(_MIGRATIONS)
        cursor = await connection.execute("SELECT number FROM rushes_migrations")
        done = {number for (number,) in await cursor.fetchall()}
        known = migrations("postgres")
        check_version(max(done, default=0), known, upgrade=upgrade)
        for number, script in known:
            if number not in done:
                await connection.execute(script.encode())
                await connection.execute(
                    "INSERT INTO rushes_migrations (number) VALUES (%s)", [number]
                )


async def _listen(connection: AsyncConnection, on_job: Callable[[str | None], None]) -> None:
    try:
        await connection.execute(f"LISTEN {CHANNEL}".encode())
        on_job(None)
        async with contextlib.aclosing(connection.notifies()) as notices:
            async for notice in notices:
                on_job(notice.payload)
    finally:
        await connection.close()

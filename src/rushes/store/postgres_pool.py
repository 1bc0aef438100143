"""Connections to PostgreSQL: opened when needed, kept, and checked before they are used again."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import re
from collections.abc import AsyncIterator, Iterator

from rushes.clock import real_sleep
from rushes.outages import Outage
from rushes.store.postgres_link import Link  # says which extra has the driver
from rushes.store.transaction import StoreError

# isort: split
import psycopg
from psycopg.adapt import AdaptersMap, Dumper
from psycopg.conninfo import conninfo_to_dict, make_conninfo
from psycopg.types.numeric import Int8Dumper

PATIENCE = 5.0  # seconds to wait for a free connection, or for a database that is restarting
PAUSE = 0.1

log = logging.getLogger("rushes.store")

# One `@` at most, and before the path: else a part of the password would be read as the host, and
# stand in every message about it.
_URL = re.compile(r"postgres(?:ql)?://(?:[^@/?]*@)?[^@]*", re.ASCII)
# A host that vanished is noticed within seconds.
_DEFAULTS: dict[str, str | int] = {
    "application_name": "rushes",
    "connect_timeout": 5,
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 3,
    "tcp_user_timeout": 10_000,
}
# Whatever the server's own configuration says: a write that returned is on disk; what a statement
# sees is what was committed when its locks were taken; and a process that was stopped in the middle
# of a transaction does not hold its locks for ever. A plan that was made while a table was small is
# kept when it has grown, so it must use the index that each frequent statement has.
_SESSION = """
SELECT set_config('default_transaction_isolation', 'read committed', false),
       set_config('lock_timeout', '5s', false),
       set_config('statement_timeout', '10s', false),
       set_config('idle_in_transaction_session_timeout', '10s', false),
       set_config('enable_seqscan', 'off', false),
       set_config('jit', 'off', false),
       CASE current_setting('synchronous_commit')
           WHEN 'off' THEN set_config('synchronous_commit', 'on', false) END
"""


class _TextDumper(Dumper):
    """Sends text; what PostgreSQL cannot store, such as U+0000, as U+FFFD."""

    def dump(self, obj: str) -> bytes:
        return obj.replace("\0", "\ufffd").encode("utf-8", "replace")


_ADAPTERS = AdaptersMap(psycopg.adapters)
_ADAPTERS.register_dumper(str, _TextDumper)
_ADAPTERS.register_dumper(int, Int8Dumper)  # one type, so one prepared statement for each text


class Connections:
    """Lend connections to one database, at most `most` at a time.

    One that the server has ended is not lent; while the server cannot be reached, a borrower waits
    a few seconds for it. Every method raises StoreError. No message holds the password.
    """

    def __init__(self, url: str, most: int) -> None:
        self._conninfo = _conninfo(url)
        self._slots = asyncio.Semaphore(most)
        self._idle: list[Link] = []
        self._closed = False
        self.outage = Outage(log, "database", "database")

    @contextlib.contextmanager
    def watched(self, done: str) -> Iterator[None]:
        """Turn errors into StoreError, as `failures` does; log when an outage begins and ends."""
        try:
            with failures(done):
                yield
        except StoreError as error:
            if not self._closed:
                self.outage.failed(str(error))
            raise
        else:
            self.outage.works()

    async def open(self) -> psycopg.AsyncConnection:
        """Open a connection in autocommit mode, which the caller must close."""
        with failures("reached"):
            connection = await psycopg.AsyncConnection.connect(
                self._conninfo, autocommit=True, context=_ADAPTERS
            )
            try:
                await connection.execute(_SESSION)
            except BaseException:
                await connection.close()
                raise
            return connection

    @contextlib.asynccontextmanager
    async def lend(self) -> AsyncIterator[Link]:
        deadline = asyncio.get_running_loop().time() + PATIENCE
        try:
            if self._slots.locked():
                async with asyncio.timeout_at(deadline):
                    await self._slots.acquire()
            else:
                await self._slots.acquire()  # at once, without the cost of a timeout
        except TimeoutError:
            raise StoreError(f"The database was busy for {PATIENCE:.0f} s") from None
        try:
            link = await self._living() or await self._reach(deadline)
            try:
                yield link
            finally:
                await self._keep(link)
        finally:
            self._slots.release()

    async def close(self) -> None:
        """Close idle connections now, and lent ones when they come back."""
        self._closed = True
        while self._idle:
            await self._idle.pop().close()

    async def _living(self) -> Link | None:
        if self._closed:
            raise StoreError("The store is closed")
        while self._idle:
            link = self._idle.pop()
            if not link.has_ended:
                return link
            await link.close()
        return None

    async def _reach(self, deadline: float) -> Link:
        while True:
            try:
                connection = await self.open()
                with failures("reached"):
                    return Link(connection)
            except StoreError:
                if asyncio.get_running_loop().time() + PAUSE > deadline:
                    raise
            await real_sleep(PAUSE)

    async def _keep(self, link: Link) -> None:
        if link.is_idle and not self._closed:
            self._idle.append(link)
        else:
            await link.close()


@contextlib.contextmanager
def failures(done: str) -> Iterator[None]:
    """Turn errors of the database into StoreError: it cannot be `done`, such as "read"."""
    try:
        yield
    except TimeoutError as error:
        raise StoreError(f"The database cannot be {done}: it does not answer") from error
    except psycopg.Error as error:
        # The first line says what is wrong; libpq's others guess why.
        reason = " ".join(next(iter(str(error).splitlines()), type(error).__name__).split())
        raise StoreError(f"The database cannot be {done}: {reason}") from error


def _conninfo(url: str) -> str:
    problem = StoreError(
        "The database's address must read postgresql://user:password@host:port/name, with special"
        " characters in the password percent-encoded"
    )
    if not _URL.fullmatch(url):
        raise problem
    try:
        given = conninfo_to_dict(url)
    except psycopg.Error:
        raise problem from None  # its message may quote the password
    return make_conninfo(url, **{k: v for k, v in _DEFAULTS.items() if k not in given})

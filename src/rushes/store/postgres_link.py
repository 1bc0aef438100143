"""A connection to PostgreSQL that sends statements together, and waits for their rows once.

It is psycopg's connection in libpq's pipeline mode, without a cursor: a statement that returns no
rows is sent together with the next one that does, and one that comes again is prepared.
"""

from __future__ import annotations

import asyncio
import contextlib
import re
import select
from collections.abc import Mapping
from typing import Any, NamedTuple

from rushes.store.transaction import Row, StoreError

try:
    import psycopg
    from psycopg.adapt import PyFormat, Transformer
    from psycopg.errors import error_from_result
    from psycopg.pq import ConnStatus, ExecStatus, TransactionStatus
    from psycopg.pq.abc import PGresult
except ImportError as error:
    raise StoreError("PostgreSQL needs more packages: pip install 'rushes[postgres]'") from error

MOST_PREPARED = 200  # statements of one connection
CANCEL_TIMEOUT = 2.0  # seconds
_GOOD = {ExecStatus.TUPLES_OK, ExecStatus.COMMAND_OK, ExecStatus.EMPTY_QUERY}
_RETURNS = re.compile(r"\s*(?:SELECT|WITH)\b|.*\bRETURNING\b", re.DOTALL | re.IGNORECASE)


class Text(NamedTuple):
    """A statement whose parameters are numbered, `$1`, and their names in that order."""

    command: bytes
    names: tuple[str, ...]
    returns: bool


def text_of(statement: str, token: re.Pattern[str]) -> Text:
    """Number the parameters of a statement: the named group of what `token` finds in it."""
    names = dict[str, int]()

    def number(match: re.Match[str]) -> str:
        if (name := match["name"]) is None:
            return match[0]
        return f"${names.setdefault(name, len(names) + 1)}"

    command = token.sub(number, statement)
    return Text(command.encode(), tuple(names), _RETURNS.match(command) is not None)


BEGIN, COMMIT, ROLLBACK = (Text(verb, (), False) for verb in (b"BEGIN", b"COMMIT", b"ROLLBACK"))


class Link:
    """Statements on one connection. After an error, or when an answer is given up, it is broken.

    Each method that waits raises psycopg.Error.
    """

    def __init__(self, connection: psycopg.AsyncConnection) -> None:
        self._connection = connection
        self._pq = connection.pgconn
        self._pq.enter_pipeline_mode()
        self._socket = self._pq.socket
        self._transformer = Transformer(connection)
        self._queued = list[tuple[Text, Mapping[str, Any]]]()
        self._seen = set[tuple[bytes, tuple[int, ...]]]()
        self._prepared = dict[tuple[bytes, tuple[int, ...]], bytes]()
        self._numbers = 0
        self._results = list[PGresult]()
        self._waiter: asyncio.Future[None] | None = None
        self._is_broken = self._is_reading = False
        self._poll = select.poll()
        self._poll.register(self._socket, select.POLLIN)

    @property
    def is_idle(self) -> bool:
        """Return whether it is as it was lent: in no transaction, and not broken."""
        status = self._pq.transaction_status
        return not self._is_broken and not self._queued and status == TransactionStatus.IDLE

    @property
    def has_ended(self) -> bool:
        """Return whether the server has ended an idle connection, without asking it.

        It has nothing to say to an idle connection but that.
        """
        return self._connection.closed or bool(self._poll.poll(0))

    def add(self, text: Text, parameters: Mapping[str, Any] | None = None) -> None:
        """Send a statement with the next ones; those that are sent together fail together."""
        self._queued.append((text, parameters or {}))

    async def rows(self) -> list[Row]:
        """Send what was added; return the rows of the last statement."""
        result = await self._last_result()
        return [] if result is None else self._load(result)

    async def records(self) -> list[dict[str, Any]]:
        """Send what was added; return the rows of the last statement by their columns' names."""
        if (result := await self._last_result()) is None:
            return []
        names = [(result.fname(i) or b"").decode() for i in range(result.nfields)]
        return [dict(zip(names, row, strict=True)) for row in self._load(result)]

    async def undo(self) -> None:
        """Forget what was added, and roll back what was sent."""
        self._queued.clear()
        if not self._is_broken and not self.is_idle:
            self.add(ROLLBACK)
            await self.rows()

    async def close(self) -> None:
        """Close the connection; the server stops what it still does for it."""
        if self._pq.transaction_status == TransactionStatus.ACTIVE:
            with contextlib.suppress(psycopg.Error):
                await self._connection.cancel_safe(timeout=CANCEL_TIMEOUT)
        self._stop_reading(asyncio.get_running_loop())
        self._is_broken = True
        await self._connection.close()

    async def _last_result(self) -> PGresult | None:
        if not self._queued:
            return None
        self._is_broken = True
        self._send()
        await self._answer()
        results, self._results = self._results, []
        for result in results:
            if result.status not in _GOOD:
                raise error_from_result(result)
        self._is_broken = False
        return results[-1]

    def _load(self, result: PGresult) -> list[Row]:
        self._transformer.set_pgresult(result)
        rows = self._transformer.load_rows(0, result.ntuples, tuple)
        self._transformer.set_pgresult(None)  # which may hold megabytes
        return rows

    def _send(self) -> None:
        for text, parameters in self._queued:
            values = [parameters[name] for name in text.names]
            dumped = self._transformer.dump_sequence(values, [PyFormat.AUTO] * len(values))
            types = tuple(self._transformer.types or ()) if values else ()
            formats = self._transformer.formats if values else None
            if (name := self._name_of(text.command, types)) is None:
                self._pq.send_query_params(text.command, dumped, types, formats)
            else:
                self._pq.send_query_prepared(name, dumped, formats)
        self._queued.clear()
        self._pq.pipeline_sync()

    def _name_of(self, command: bytes, types: tuple[int, ...]) -> bytes | None:
        """Return the name of a prepared statement, None if it was never seen before."""
        key = command, types
        if (name := self._prepared.pop(key, None)) is None:
            if key not in self._seen:
                if len(self._seen) >= 2 * MOST_PREPARED:
                    self._seen.clear()
                self._seen.add(key)
                return None
            if len(self._prepared) >= MOST_PREPARED:
                oldest = self._prepared.pop(next(iter(self._prepared)))
                self._pq.send_query_params(b"DEALLOCATE " + oldest, None)
            self._numbers += 1
            name = b"rushes_%d" % self._numbers
            self._pq.send_prepare(name, command, types)
        self._prepared[key] = name  # the last to go
        return name

    async def _answer(self) -> None:
        """Wait for the results of all that was sent."""
        loop = asyncio.get_running_loop()
        self._waiter = loop.create_future()
        is_writing = bool(self._pq.flush())
        if is_writing:  # megabytes
            loop.add_writer(self._socket, self._on_writable, loop)
        if not self._is_reading:
            loop.add_reader(self._socket, self._on_readable, loop)
            self._is_reading = True
        try:
            await self._waiter
        finally:
            self._waiter = None
            if is_writing:
                loop.remove_writer(self._socket)

    def _on_writable(self, loop: asyncio.AbstractEventLoop) -> None:
        try:
            if not self._pq.flush():
                loop.remove_writer(self._socket)
        except psycopg.Error as error:
            self._fail(error)

    def _on_readable(self, loop: asyncio.AbstractEventLoop) -> None:
        if self._waiter is None or self._waiter.done():
            self._stop_reading(loop)  # the server ends it, or answers what was given up
            return
        try:
            self._pq.consume_input()
            if self._collect():
                self._waiter.set_result(None)
        except psycopg.Error as error:
            # At once: libpq has closed the socket, whose number the next one that is opened gets.
            self._stop_reading(loop)
            self._fail(error)

    def _stop_reading(self, loop: asyncio.AbstractEventLoop) -> None:
        if self._is_reading:
            loop.remove_reader(self._socket)
            self._is_reading = False

    def _collect(self) -> bool:
        """Take the results that are there; return whether they are all."""
        ended = False
        while not self._pq.is_busy():
            result = self._pq.get_result()
            if result is None:
                if ended:
                    break
            elif result.status == ExecStatus.PIPELINE_SYNC:
                return True
            else:
                self._results.append(result)
            ended = result is None
        if self._pq.status == ConnStatus.BAD:
            raise psycopg.OperationalError("the connection was lost")
        return False

    def _fail(self, error: psycopg.Error) -> None:
        if self._waiter is None or self._waiter.done():
            return
        if any(result.status not in _GOOD for result in self._results):
            self._waiter.set_result(None)  # what the server said says more
        else:
            self._waiter.set_exception(error)

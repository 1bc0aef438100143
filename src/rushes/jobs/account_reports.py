"""What attempts say about their accounts: recorded, so that all hosts route by it."""

from __future__ import annotations

import asyncio
import contextlib
import logging

from rushes.clock import monotonic, unix_time
from rushes.logs import event
from rushes.providers.base import (
    AccountError,
    BusyError,
    NotAcceptedError,
    RefusedError,
    UnknownOutcomeError,
    UnreachableError,
)
from rushes.routing.health import AccountHealth, Health, Measured
from rushes.store.job import Job
from rushes.store.store import Store
from rushes.store.transaction import StoreError

OUT_FOR = {"credential": 600.0, "credit": 120.0}  # seconds until one request tries it again
FRESH = 1.0  # seconds that what was read is good for
LONGEST_LOOK = 30.0  # seconds until a job looks again whether its account is still out

log = logging.getLogger("rushes.jobs")


class AccountOutError(NotAcceptedError):
    """The account is out; nothing was sent."""


class AccountReports:
    """Reads and records the health of accounts; what is read is kept for a second."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.known = Health()
        self._read_at = -FRESH
        self._reading = asyncio.Lock()
        self._logged = dict[str, str]()  # problems of accounts, until they are used again

    async def health(self) -> Health:
        """Return the health of all accounts; the last known one while the store fails.

        Many ask at once, but one reads.
        """
        async with self._reading:
            if monotonic() - self._read_at >= FRESH:
                self._read_at = monotonic()  # so that a report meanwhile is seen next time
                with contextlib.suppress(StoreError):
                    self.known = await self._read()
        return self.known

    async def _read(self) -> Health:
        rows = await self._store.accounts.accounts()
        flights = await self._store.accounts.in_flight()
        measures = await self._store.accounts.measures()
        states = {row.account: row for row in rows}
        accounts = {}
        for name in states.keys() | flights.keys():
            row, flight = states.get(name), flights.get(name, 0)
            if row is None:
                accounts[name] = AccountHealth(in_flight=flight)
                continue
            problem = row.problem if row.problem in {"credential", "credit", "failing"} else None
            accounts[name] = AccountHealth(
                problem,  # type: ignore[arg-type]  # checked above
                row.detail,
                row.out_until,
                row.failures,
                flight,
            )
        return Health(
            accounts,
            {(m.account, m.model): Measured(m.attempts, m.succeeded, m.seconds) for m in measures},
        )

    async def check(self, account: str, name: str) -> None:
        """Raise AccountOutError while an account is out, except for the request that probes it."""
        state = (await self.health()).of(account)
        if state.problem is None or await self._store.accounts.probe(account):
            return
        wait = min(max(state.out_until - unix_time(), 1.0), LONGEST_LOOK)
        raise AccountOutError(f"{name} is not used for now: {state.detail}", wait)

    async def accepted(self, account: str) -> None:
        """Record that an account works."""
        if (await self.health()).of(account).failures:
            self._read_at = -FRESH
            await self._store.accounts.clear(account)
            self._logged.pop(account, None)
            event(log, "provider.in_use", "provider in use again", provider=account)

    async def failed(self, account: str, error: Exception, max_failures: int) -> None:
        """Record what an error of a create says about an account."""
        accounts = self._store.accounts
        if isinstance(error, AccountError):
            seconds = OUT_FOR[error.problem]
            self._log_out(account, error.problem, str(error))
            await accounts.take_out(account, error.problem, str(error), seconds)
        elif isinstance(error, UnreachableError | UnknownOutcomeError):
            if await accounts.count_failure(account, str(error), max_failures):
                self._log_out(account, "failing", str(error))
        elif isinstance(error, RefusedError | BusyError):
            # It answers, so it does not fail; whether its credential works shows at a success.
            if (await self.health()).of(account).problem in {None, "failing"}:
                await self.accepted(account)
            return
        else:
            return
        self._read_at = -FRESH

    async def ended(self, job: Job, *, succeeded: bool) -> None:
        """Record the end of an accepted job at its account."""
        began = job.accepted_at
        seconds = None if began is None or not succeeded else max(unix_time() - began, 0.0)
        await self._store.accounts.measure(job, succeeded=succeeded, seconds=seconds)

    def _log_out(self, account: str, problem: str, reason: str) -> None:
        if self._logged.get(account) == problem:  # of another job
            return
        self._logged[account] = problem
        event(
            log,
            "provider.out",
            "provider not used for now",
            logging.ERROR,
            provider=account,
            problem=problem,
            reason=reason,
        )

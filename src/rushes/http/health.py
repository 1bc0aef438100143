"""`/health`: the process serves requests. `/ready`: it can also make jobs of them."""

from __future__ import annotations

import asyncio
import logging
import time
from time import monotonic
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from rushes.catalog.provider_data import ENGINE
from rushes.http.context import RequestContext
from rushes.http.errors import last_store_failure
from rushes.http.openapi import Endpoint
from rushes.store.probe import probe
from rushes.store.store import Store
from rushes.store.transaction import StoreError

INTERVAL = 2.0  # seconds that a result is good for, however many ask
LONGEST = 5.0  # seconds that a database may take
FAILURE_COUNTS = 30.0  # seconds after a request failed at the database

log = logging.getLogger("rushes.http")


class Readiness:
    """Whether jobs can be committed and found; a problem is logged once when it begins."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = asyncio.Lock()
        self._checked_at: float | None = None
        self._problem: str | None = None

    async def problem(self) -> str | None:
        """Return what is wrong with the database, None if it works."""
        async with self._lock:  # one check serves all who wait for it
            if self._checked_at is None or monotonic() - self._checked_at > INTERVAL:
                problem = await self._check()
                if problem is not None and self._problem is None:
                    log.error("not ready: %s", problem)
                self._problem, self._checked_at = problem, monotonic()
            return self._problem

    async def _check(self) -> str | None:
        try:
            async with asyncio.timeout(LONGEST):
                await probe(self._store)
        except StoreError as error:
            return str(error)
        except TimeoutError:
            return f"The database did not answer within {LONGEST:.0f} s"
        return None


def _accounts(context: RequestContext) -> dict[str, str]:
    """Return the configured accounts, each `ok` or out; what is wrong is in the log."""
    router, now = context.jobs.router, time.time()
    health = router.reports.known  # without asking the database, which may be down
    return {
        account.id: "out" if health.of(account.id).is_out(now) else "ok"
        for account in router.table.accounts
        if account.slug != ENGINE
    }


def endpoints(context: RequestContext, version: str) -> tuple[Endpoint, ...]:
    readiness = Readiness(context.store)

    async def health(context: RequestContext, request: Request) -> Response:
        body: dict[str, Any] = {"status": "ok", "version": version}
        if accounts := _accounts(context):
            body["providers"] = accounts
        return JSONResponse(body)

    async def ready(_: RequestContext, request: Request) -> Response:
        failed_at = last_store_failure(request.app)
        recently = failed_at is not None and monotonic() - failed_at < FAILURE_COUNTS
        if recently or await readiness.problem() is not None:
            # What exactly is in the log: the endpoint needs no key.
            body = {"status": "unavailable", "version": version, "problem": "database"}
            return JSONResponse(body, 503, {"Retry-After": "10"})
        return JSONResponse({"status": "ready", "version": version})

    return Endpoint("GET", "/health", health), Endpoint("GET", "/ready", ready)

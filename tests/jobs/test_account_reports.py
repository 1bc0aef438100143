"""The health of accounts is read once for all who ask, and is never older than a report."""

from __future__ import annotations

import asyncio

import pytest

from rushes.jobs.account_reports import AccountReports
from rushes.providers.base import AccountError
from rushes.store.sqlite import SqliteDatabase
from rushes.store.store import Store
from rushes.store.transaction import StoreError


class SlowSurveys:
    """A database whose surveys wait until they may go on."""

    def __init__(self, database):
        self._database = database
        self.go_on = asyncio.Event()
        self.surveys = 0
        self.broken = False

    async def survey(self, transaction):
        self.surveys += 1
        await self.go_on.wait()
        if self.broken:
            raise StoreError("no disk")
        return await self._database.survey(transaction)

    def __getattr__(self, name):
        return getattr(self._database, name)


@pytest.fixture
async def database(tmp_path):
    opened = SlowSurveys(SqliteDatabase(tmp_path / "rushes.sqlite3"))
    yield opened
    await opened.close()


@pytest.fixture
def reports(database):
    return AccountReports(Store(database))


async def test_many_that_ask_at_once_read_once(database, reports):
    asking = [asyncio.ensure_future(reports.health()) for _ in range(20)]
    await asyncio.sleep(0)
    database.go_on.set()
    assert len({id(health) for health in await asyncio.gather(*asking)}) == 1
    assert database.surveys == 1


async def test_a_report_while_the_health_is_read_is_seen_by_the_next_who_asks(database, reports):
    reading = asyncio.ensure_future(reports.health())
    while not database.surveys:
        await asyncio.sleep(0)
    await reports.failed("p", AccountError("Your key is invalid", "credential"), 5)
    database.go_on.set()
    assert (await reading).of("p").problem is None
    assert (await reports.health()).of("p").problem == "credential"


async def test_a_store_that_fails_is_asked_once_and_not_by_everybody(database, reports):
    database.go_on.set()
    known, reports._read_at = await reports.health(), -1.0
    database.broken = True
    assert [await reports.health() for _ in range(20)] == [known] * 20
    assert database.surveys == 2

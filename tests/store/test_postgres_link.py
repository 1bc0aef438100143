"""Statements on one connection to PostgreSQL: together, failing, large, many, with any value."""

from __future__ import annotations

import asyncio
import math

import pytest
import uvloop
from hypothesis import HealthCheck, given, settings, strategies as st

from rushes.store.postgres import PostgresDatabase
from rushes.store.postgres_link import MOST_PREPARED
from rushes.store.transaction import StoreError

INSERT = "INSERT INTO rate_limit (credential, next_at) VALUES (:name, 0)"
NAMES = "SELECT credential FROM rate_limit ORDER BY credential"
SESSION = "SELECT pg_backend_pid()"


@pytest.fixture
async def database(postgres_url):
    """Give a database with one connection, so that each transaction has the same."""
    opened = PostgresDatabase(postgres_url, connections=1)
    await opened.open()
    yield opened
    await opened.close()


def statements(*pairs):
    """Yield statements as a transaction; return the rows of the last."""
    rows = []
    for statement, parameters in pairs:
        rows = yield statement, parameters
    return rows


async def rows_of(database, statement, **parameters):
    return await database.read(statements((statement, parameters)))


class TestTogether:
    async def test_a_statement_sees_those_that_were_sent_with_it(self, database):
        transaction = statements((INSERT, {"name": "a"}), (INSERT, {"name": "b"}), (NAMES, {}))
        assert await database.write(transaction) == [("a",), ("b",)]

    async def test_one_that_fails_undoes_those_before_and_after_it(self, database):
        names = ["a", "a", "b"]
        with pytest.raises(StoreError, match="duplicate key"):
            await database.write(statements(*((INSERT, {"name": name}) for name in names)))
        assert await rows_of(database, NAMES) == []

    @pytest.mark.parametrize("reads", [False, True], ids=["nothing sent", "something sent"])
    async def test_what_a_transaction_raises_undoes_it_on_the_same_connection(
        self, database, reads
    ):
        def raising():
            yield INSERT, {"name": "a"}
            if reads:
                assert (yield NAMES, {}) == [("a",)]
            raise LookupError("not this one")

        before = await rows_of(database, SESSION)
        with pytest.raises(LookupError, match="not this one"):
            await database.write(raising())
        assert await rows_of(database, NAMES) == []
        assert await rows_of(database, SESSION) == before

    async def test_after_an_error_of_the_server_another_connection_is_used(self, database):
        before = await rows_of(database, SESSION)
        with pytest.raises(StoreError, match="division by zero"):
            await rows_of(database, "SELECT 1 / 0")
        assert await rows_of(database, SESSION) != before


class TestLostConnections:
    @pytest.mark.parametrize("factory", [asyncio.new_event_loop, uvloop.new_event_loop])
    def test_the_next_one_works_whatever_its_socket(self, postgres_url, factory):
        async def lose_many():
            database = PostgresDatabase(postgres_url, connections=1)
            await database.open()
            for _ in range(5):
                with pytest.raises(StoreError, match="terminating connection"):
                    await rows_of(database, "SELECT pg_terminate_backend(pg_backend_pid())")
                assert await rows_of(database, "SELECT 1") == [(1,)]
            await database.close()

        with asyncio.Runner(loop_factory=factory) as runner:
            runner.run(lose_many())


class TestSizes:
    async def test_megabytes_are_sent_and_received_at_once(self, database):
        large = "0123456789abcdef" * (1 << 20)
        transaction = statements(
            ("SELECT :a || '1'", {"a": large}),
            (INSERT, {"name": "a"}),
            ("SELECT :a || '2'", {"a": large}),
        )
        assert await database.write(transaction) == [(f"{large}2",)]

    async def test_a_connection_keeps_a_bounded_number_of_prepared_statements(self, database):
        for number in range(2 * MOST_PREPARED):
            for _ in range(3):
                assert await rows_of(database, f"SELECT {number}, :a::int", a=1) == [(number, 1)]
        ((count,),) = await rows_of(database, "SELECT count(*) FROM pg_prepared_statements")
        assert MOST_PREPARED / 2 < count <= MOST_PREPARED


VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**63), 2**63 - 1),
    st.floats(allow_nan=False),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")),
    st.lists(st.text("ab'{}\",\\ ")),
    st.binary(),
)
TYPES = {
    bool: "boolean",
    int: "bigint",
    float: "float8",
    str: "text",
    list: "text[]",
    bytes: "bytea",
}


class TestValues:
    @settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
    @given(value=VALUES)
    async def test_every_value_comes_back_as_it_was_sent(self, database, value):
        kind = TYPES.get(type(value), "text")
        ((back,),) = await rows_of(database, f"SELECT CAST(:value AS {kind})", value=value)
        assert back == value
        assert type(back) is type(value)
        assert not isinstance(value, float) or math.copysign(1, back) == math.copysign(1, value)

"""PostgreSQL alone: restarts, notifications, migrations by many, addresses, what sessions set."""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import subprocess
import sys
import threading

import psycopg
import pytest
import uvloop
from psycopg.conninfo import conninfo_to_dict
from pydantic import SecretStr

from rushes.store import postgres_pool
from rushes.store.job import row_of
from rushes.store.migrations.files import migrations
from rushes.store.postgres import PostgresDatabase, native
from rushes.store.store import Store
from rushes.store.transaction import StoreError
from tests.store.rows import add, jobs_in, make_job


@pytest.fixture
async def store(postgres_url):
    opened = Store(PostgresDatabase(SecretStr(postgres_url)))
    await opened.database.open()
    yield opened
    await opened.close()


@pytest.fixture
async def lone_store(postgres_url):
    """Give a store that has one connection."""
    opened = Store(PostgresDatabase(postgres_url, connections=1))
    await opened.database.open()
    yield opened
    await opened.close()


@pytest.fixture
def impatient(monkeypatch):
    """Do not wait for a database that is gone."""
    monkeypatch.setattr(postgres_pool, "PATIENCE", 0.3)


def ask(statement):
    rows = yield statement, {}
    return rows


def end_sessions(url):
    """Return a function that ends every session of a database but its own."""

    def end():
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )

    return end


async def until_waiting(url, event, sessions=1, exactly=None):
    """Return once some sessions of a database, or exactly so many, wait for an event."""
    async with await psycopg.AsyncConnection.connect(url, autocommit=True) as connection:
        waiting = -1
        while waiting < sessions if exactly is None else waiting != exactly:
            cursor = await connection.execute(
                "SELECT count(*) FROM pg_stat_activity"
                " WHERE datname = current_database() AND wait_event = %s",
                [event],
            )
            ((waiting,),) = await cursor.fetchall()


class TestFailures:
    @pytest.mark.parametrize("mode", ["fast", "immediate"])
    async def test_a_restart_in_a_transaction_undoes_it_and_the_next_one_works(
        self, store, postgres_server, mode
    ):
        def restarted(job):
            yield from ask("SELECT 1")
            yield (
                "INSERT INTO rate_limit (credential, next_at) VALUES ('c', 9e9)",
                {},
            )
            postgres_server.restart(mode)
            yield from ask("SELECT 1")

        with pytest.raises(StoreError):
            await store.database.write(restarted(make_job()))
        assert await store.rate_limit.turn("c", 0) == 0
        job = await add(store)
        assert await store.jobs.get(job.id) == job

    async def test_idle_connections_that_a_restart_ended_are_noticed(self, store, postgres_server):
        jobs = await asyncio.gather(*(add(store) for _ in range(20)))
        postgres_server.restart()
        assert await asyncio.gather(*(store.jobs.get(job.id) for job in jobs)) == jobs

    async def test_what_was_acknowledged_survives_a_killed_server(self, store, postgres_server):
        acknowledged, crashed = [], threading.Event()

        async def write():
            """Write until a write that began after the crash has succeeded."""
            while True:
                late = crashed.is_set()
                with contextlib.suppress(StoreError):
                    acknowledged.append((await add(store)).id)
                    if late:
                        return

        def crash():
            postgres_server.kill()
            postgres_server.start()
            crashed.set()

        writers = [asyncio.create_task(write()) for _ in range(8)]
        while len(acknowledged) < 100:
            await asyncio.sleep(0)
        await asyncio.to_thread(crash)
        await asyncio.gather(*writers)
        kept = {job.id for job in await jobs_in(store, {"queued"})}
        assert set(acknowledged) <= kept

    async def test_a_commit_whose_outcome_is_unknown_is_an_error_and_not_repeated(
        self, store, postgres_url
    ):
        runs = []

        def interrupted():
            runs.append(1)
            yield from ask("SELECT 1")
            end_sessions(postgres_url)()

        with pytest.raises(StoreError):
            await store.database.write(interrupted())
        assert runs == [1]

    async def test_a_database_that_is_gone_is_a_store_error_without_the_password(
        self, store, postgres_server, impatient, caplog
    ):
        postgres_server.stop()
        try:
            for ask_it in (store.jobs.get("a"), add(store), store.database.open()):
                with pytest.raises(StoreError) as caught:
                    await ask_it
                assert postgres_server.password not in str(caught.value)
            assert postgres_server.password not in repr(vars(store)) + caplog.text
        finally:
            postgres_server.start()

    async def test_a_database_that_is_starting_is_waited_for(self, store, postgres_server):
        job = await add(store)
        postgres_server.stop()
        read = asyncio.create_task(store.jobs.get(job.id))
        await asyncio.to_thread(postgres_server.start)
        assert await read == job

    async def test_when_every_connection_is_busy_the_wait_is_bounded(
        self, lone_store, postgres_url, impatient
    ):
        await lone_store.rate_limit.hold("c", 1)
        async with await psycopg.AsyncConnection.connect(postgres_url) as other:
            await other.execute("SELECT * FROM rate_limit FOR UPDATE")
            held_up = asyncio.create_task(lone_store.rate_limit.hold("c", 3600))
            await until_waiting(postgres_url, "transactionid")
            with pytest.raises(StoreError, match="busy"):
                await lone_store.jobs.get("a")
        await held_up
        assert await lone_store.rate_limit.turn("c", 0) > 60

    async def test_a_reader_that_gives_up_leaves_the_connection_usable(
        self, lone_store, postgres_url
    ):
        task = asyncio.create_task(lone_store.database.read(ask("SELECT pg_sleep(60)")))
        await until_waiting(postgres_url, "PgSleep")
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert await lone_store.database.read(ask("SELECT 1")) == [(1,)]
        await until_waiting(postgres_url, "PgSleep", exactly=0)


class TestLocks:
    async def test_a_send_waits_for_a_cancellation_under_way_and_heeds_it(
        self, store, postgres_url
    ):
        job = await store.attempts.intend(await add(store), 1)
        async with await psycopg.AsyncConnection.connect(postgres_url) as other:
            await other.execute("UPDATE jobs SET cancellation = 'requested'")
            sending = asyncio.create_task(store.attempts.send(job))
            await until_waiting(postgres_url, "transactionid")
        assert await sending is False
        assert (await store.attempts.current(job)).state == "intent"

    async def test_a_send_waits_for_a_takeover_under_way_and_heeds_it(self, store, postgres_url):
        job = await store.attempts.intend(await add(store), 1)
        async with await psycopg.AsyncConnection.connect(postgres_url) as other:
            await other.execute("UPDATE jobs SET epoch = epoch + 1")
            sending = asyncio.create_task(store.attempts.send(job))
            await until_waiting(postgres_url, "transactionid")
        assert await sending is False
        assert (await store.attempts.current(job)).state == "intent"


class TestNotices:
    async def test_listeners_are_notified_and_look_again_after_a_lost_connection(
        self, store, postgres_server, caplog
    ):
        notified = asyncio.Queue()
        listening = asyncio.create_task(store.database.listen(notified.put_nowait))
        assert await notified.get() is None
        await store.database.write(store.database.notify("gen-vid-a"))
        assert await notified.get() == "gen-vid-a"
        caplog.set_level(logging.WARNING)
        await asyncio.to_thread(postgres_server.restart)
        assert await notified.get() is None
        await store.database.write(store.database.notify("gen-vid-b"))
        assert await notified.get() == "gen-vid-b"
        listening.cancel()
        with pytest.raises(asyncio.CancelledError):
            await listening
        assert "listened to" in caplog.text
        assert postgres_server.password not in caplog.text

    async def test_every_process_is_notified_and_only_of_what_was_committed(
        self, store, postgres_url
    ):
        def undone():
            yield from store.database.notify("undone")
            yield from ask("SELECT 1 / 0")

        other = PostgresDatabase(postgres_url)
        ears = [asyncio.Queue(), asyncio.Queue()]
        tasks = [
            asyncio.create_task(database.listen(ear.put_nowait))
            for database, ear in zip((store.database, other), ears, strict=True)
        ]
        assert [await ear.get() for ear in ears] == [None, None]
        with pytest.raises(StoreError):
            await store.database.write(undone())
        await store.database.write(store.database.notify("done"))
        assert [await ear.get() for ear in ears] == ["done", "done"]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await other.close()


OPEN = """
import asyncio, sys
from rushes.store.postgres import PostgresDatabase
asyncio.run(PostgresDatabase(sys.stdin.read()).open())
"""


async def start_opening(url, root):
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", OPEN),
        stdin=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        cwd=root,
    )
    process.stdin.write(url.encode())
    process.stdin.write_eof()
    return process


class TestSchema:
    async def test_processes_that_open_at_once_apply_each_migration_once(
        self, postgres_server, request
    ):
        name = postgres_server.database(empty=True)
        url = postgres_server.url(name)
        async with await psycopg.AsyncConnection.connect(url) as holder:
            await holder.execute("SELECT pg_advisory_xact_lock(hashtext('rushes_migrations'))")
            processes = [await start_opening(url, request.config.rootpath) for _ in range(3)]
            await until_waiting(url, "advisory", sessions=3)
        errors = [(await process.communicate())[1] for process in processes]
        assert errors == [b"", b"", b""]
        assert [process.returncode for process in processes] == [0, 0, 0]
        applied = postgres_server.execute("SELECT number FROM rushes_migrations", name)
        assert applied == [(number,) for number, _ in migrations("postgres")]
        postgres_server.drop(name)

    async def test_a_migration_that_fails_changes_nothing(self, postgres_server, monkeypatch):
        broken = [*migrations("postgres"), (9999, "CREATE TABLE half (n INT); SELECT 1 / 0;")]
        monkeypatch.setattr("rushes.store.postgres.migrations", lambda _: broken)
        name = postgres_server.database(empty=True)
        with pytest.raises(StoreError, match="division by zero"):
            await PostgresDatabase(postgres_server.url(name)).open()
        tables = postgres_server.execute(
            "SELECT tablename FROM pg_tables WHERE schemaname = 'public'", name
        )
        assert tables == []
        postgres_server.drop(name)

    async def test_the_words_of_an_earlier_version_are_translated(
        self, postgres_server, monkeypatch
    ):
        name = postgres_server.database(empty=True)
        url = postgres_server.url(name)
        with monkeypatch.context() as earlier:
            earlier.setattr(
                "rushes.store.postgres.migrations", lambda _: migrations("postgres")[:2]
            )
            database = PostgresDatabase(url)
            await database.open()
            await database.close()
        url_of_callback = "https://a.example/hook"
        row = {**row_of(make_job(callback_url=url_of_callback)), "trouble": "Slow"}
        row["cancellation"] = "free"
        for later in (
            "delay_reason",
            "upstream_model",
            "max_price",
            "previous_job_id",
            "decided",
            "traceparent",
        ):
            del row[later]
        with psycopg.connect(url, autocommit=True) as connection:
            names = ", ".join(row)
            values = ", ".join(f"%({name})s" for name in row)
            connection.execute(f"INSERT INTO jobs ({names}) VALUES ({values})", row)
            body = json.dumps({"model": "m", "callback_url": url_of_callback})
            connection.execute("INSERT INTO requests VALUES (%s, %s)", (row["id"], body))
            odd = {"nan": '{"model":"m","odd":NaN}', "nul": '{"model":"m","odd":"\\u0000"}'}
            for job_id, text in odd.items():
                values_of = row | {"id": job_id}
                connection.execute(f"INSERT INTO jobs ({names}) VALUES ({values})", values_of)
                connection.execute("INSERT INTO requests VALUES (%s, %s)", (job_id, text))
            connection.execute(
                "INSERT INTO submissions (job_id, attempt, provider, key, state, epoch, intent_at)"
                " VALUES (%s, 0, 'p', 'key', 'unknown', 1, 2.0)",
                (row["id"],),
            )
        store = Store(PostgresDatabase(url))
        await store.database.open()
        job = await store.jobs.get(row["id"])
        assert (job.cancellation, job.delay_reason) == ("not_started", "Slow")
        assert json.loads(await store.jobs.body(job.id)) == {"model": "m"}
        assert {job_id: await store.jobs.body(job_id) for job_id in odd} == odd
        assert (await store.attempts.current(job)).state == "unknown"
        await store.close()
        postgres_server.drop(name)

    async def test_a_second_opening_leaves_what_is_there(self, store, postgres_url):
        job = await add(store)
        again = Store(PostgresDatabase(postgres_url))
        await again.database.open()
        assert await again.jobs.get(job.id) == job
        await again.close()

    async def test_both_databases_have_the_same_tables_and_columns(self, store, tmp_path):
        import sqlite3

        from rushes.store.sqlite import SqliteDatabase

        await SqliteDatabase(tmp_path / "a.sqlite3").close()
        connection = sqlite3.connect(tmp_path / "a.sqlite3")
        embedded = connection.execute(
            "SELECT t.name, c.name FROM sqlite_master t, pragma_table_info(t.name) c"
            " WHERE t.type = 'table'"
        ).fetchall()
        connection.close()
        columns = await store.database.read(
            ask(
                "SELECT table_name, column_name FROM information_schema.columns"
                " WHERE table_schema = 'public' AND table_name <> 'rushes_migrations'"
            )
        )
        assert set(columns) == set(embedded)

    async def test_no_index_has_to_follow_a_jobs_way_through_its_states(self, store):
        indexes = await store.database.read(
            ask("SELECT indexdef FROM pg_indexes WHERE tablename = 'jobs'")
        )
        assert len(indexes) > 1
        often = ("state", "progress", "epoch", "updated_at", "delay_reason", "accepted_at")
        assert not [i for (i,) in indexes for column in often if column in i.split("USING")[1]]


class TestSessions:
    async def test_what_correctness_needs_is_set_whatever_the_server_says(
        self, store, postgres_server, postgres_url
    ):
        name = conninfo_to_dict(postgres_url)["dbname"]
        settings = {
            "synchronous_commit": "off",
            "default_transaction_isolation": "serializable",
            "idle_in_transaction_session_timeout": "0",
        }
        for setting, value in settings.items():
            postgres_server.execute(f"ALTER DATABASE {name} SET {setting} = '{value}'")
        rows = await store.database.read(
            ask(
                "SELECT current_setting('synchronous_commit'),"
                " current_setting('transaction_isolation'),"
                " current_setting('idle_in_transaction_session_timeout')"
            )
        )
        assert rows == [("on", "read committed", "10s")]

    async def test_a_plan_made_over_an_empty_table_suits_a_large_one(self, store):
        ids = ", ".join(f"'{number}'" for number in range(64))
        rows = await store.database.read(ask(f"EXPLAIN SELECT id FROM jobs WHERE id IN ({ids})"))
        assert not any("Seq Scan" in line for (line,) in rows)

    async def test_a_single_write_has_one_statement(self, store):
        def two():
            yield "SELECT 1", {}
            yield "SELECT 2", {}

        with pytest.raises(RuntimeError, match="SELECT 2"):
            await store.database.write(two(), single=True)

    async def test_text_that_postgresql_cannot_store_is_stored_with_a_mark(self, store):
        job = await add(store, prompt="a\0b", error="c\ud800d")
        kept = await store.jobs.get(job.id)
        assert (kept.prompt, kept.error) == ("a\ufffdb", "c?d")

    @pytest.mark.parametrize("factory", [asyncio.new_event_loop, uvloop.new_event_loop])
    def test_it_runs_on_either_event_loop(self, postgres_url, factory):
        async def use():
            store = Store(PostgresDatabase(postgres_url))
            await store.database.open()
            jobs = await asyncio.gather(*(add(store) for _ in range(30)))
            found = await asyncio.gather(*(store.jobs.get(job.id) for job in jobs))
            await store.close()
            return jobs == found

        def run():
            with asyncio.Runner(loop_factory=factory) as runner:
                results.append(runner.run(use()))

        results = []
        thread = threading.Thread(target=run)  # so that the tests' own loop is left alone
        thread.start()
        thread.join()
        assert results == [True]


class TestAddresses:
    @pytest.mark.parametrize(
        "url",
        [
            "postgresql://alice:s3cr3t@x@host/db",
            "postgresql://alice:s3cr3t/x@host/db",
            "postgresql://alice:s3cr3t?x@host/db",
            "postgresql://alice:s3cr3t%zz@host/db",
            "postgresql://alice:s3cr3t@host/db?nonsense=1",
            "host=h password=s3cr3t",
            "mysql://alice:s3cr3t@host/db",
            "",
        ],
    )
    def test_one_that_cannot_be_read_is_refused_without_repeating_it(self, url):
        with pytest.raises(StoreError, match="must read postgresql://") as caught:
            PostgresDatabase(url)
        assert "s3cr3t" not in str(caught.value)
        assert caught.value.__cause__ is None

    async def test_a_wrong_password_is_a_store_error_that_does_not_hold_it(self, postgres_server):
        url = postgres_server.url().replace(postgres_server.password, "s3cr3t")
        database = PostgresDatabase(url)
        with pytest.raises(StoreError, match="password authentication failed") as caught:
            await database.open()
        assert "s3cr3t" not in str(caught.value) + repr(database)

    def test_without_the_driver_the_error_names_the_extra(self, request):
        script = "import sys; sys.modules['psycopg'] = None; import rushes.store.postgres"
        done = subprocess.run(
            [sys.executable, "-c", script],
            check=False,
            stderr=subprocess.PIPE,
            text=True,
            cwd=request.config.rootpath,
        )
        assert "StoreError: PostgreSQL needs more packages: pip install 'rushes[postgres]'" in (
            done.stderr
        )


class TestStatements:
    @pytest.mark.parametrize(
        ("statement", "expected", "names"),
        [
            ("WHERE a = :a AND (b < :b OR b=:b)", "WHERE a = $1 AND (b < $2 OR b=$2)", "a b"),
            ("VALUES (:s0,:s1)", "VALUES ($1,$2)", "s0 s1"),
            ("SELECT :b::jsonb, ARRAY[:a]::text[]", "SELECT $1::jsonb, ARRAY[$2]::text[]", "b a"),
            ("SELECT a[1:2], x::int8", "SELECT a[1:2], x::int8", ""),
            (
                "a LIKE 'x%' AND b = ':no' AND c % 2 = :c",
                "a LIKE 'x%' AND b = ':no' AND c % 2 = $1",
                "c",
            ),
            ("'it''s :no', :yes", "'it''s :no', $1", "yes"),
            ("SELECT 1 /*for update*/", "SELECT 1 FOR UPDATE", ""),
        ],
    )
    def test_parameters_are_written_as_the_driver_wants_them(self, statement, expected, names):
        text = native(statement)
        assert (text.command, text.names) == (expected.encode(), tuple(names.split()))

    async def test_signs_of_the_driver_and_of_the_store_stand_in_literals(self, store):
        def statement():
            rows = yield "SELECT ':a %s %% it''s', :a::int + 1, 7 % 4", {"a": "1"}
            return rows

        assert await store.database.read(statement()) == [(":a %s %% it's", 2, 3)]

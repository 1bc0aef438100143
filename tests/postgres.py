"""A real PostgreSQL, started by the test run itself in a folder of its own."""

from __future__ import annotations

import asyncio
import functools
import itertools
import os
import pwd
import secrets
import shutil
import signal
import subprocess
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import psycopg
import pytest

from rushes.store.postgres import PostgresDatabase

TIMEOUT = 60.0  # seconds for the server to start
SETTINGS = {
    "listen_addresses": "",
    "max_connections": "200",
    "shared_buffers": "32MB",
    "full_page_writes": "off",
}
STOPS = {"smart": signal.SIGTERM, "fast": signal.SIGINT, "immediate": signal.SIGQUIT}


class PostgresServer:
    """A server on a Unix socket, that asks for a password.

    Without `fsync` it survives being killed, but not a power cut, and is a lot faster.
    """

    def __init__(self, *, fsync: bool = False) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="rushes-pg-"))
        self.password = secrets.token_hex(8)
        self._fsync = fsync
        self._numbers = itertools.count(1)
        self._process: subprocess.Popen[bytes] | None = None
        self._run_as = _unprivileged()
        self._template_is_made = False
        self._init()
        self.start()

    def url(self, database: str = "postgres") -> str:
        """Return the address of a database."""
        return f"postgresql://postgres:{self.password}@/{database}?host={self.folder}"

    def start(self) -> None:
        """Start, and return once connections are taken."""
        deadline = time.monotonic() + TIMEOUT
        while True:
            if self._process is None or self._process.poll() is not None:
                self._process = self._launch()  # again, while a killed one's children still end
            try:
                psycopg.connect(self.url()).close()
            except psycopg.OperationalError as error:
                if time.monotonic() > deadline:
                    log = (self.folder / "log").read_text()
                    raise RuntimeError(f"PostgreSQL does not start: {log}") from error
                time.sleep(0.02)
            else:
                return

    def stop(self, mode: str = "fast") -> None:
        """Stop: smart waits for clients, fast ends them, immediate is a crash with a notice."""
        self._end(STOPS[mode])

    def restart(self, mode: str = "fast") -> None:
        """Stop and start again, at the same address."""
        self.stop(mode)
        self.start()

    def kill(self) -> None:
        """Kill the server; `start` it again."""
        self._end(signal.SIGKILL)

    def database(self, *, empty: bool = False) -> str:
        """Make a database with the present schema, or an empty one; return its name."""
        if not empty and not self._template_is_made:
            self._make_template()
        name = f"test_{next(self._numbers)}"
        self.execute(f"CREATE DATABASE {name} TEMPLATE {'template1' if empty else 'rushes'}")
        return name

    def drop(self, database: str) -> None:
        """Drop a database, even one in use."""
        self.execute(f"DROP DATABASE {database} WITH (FORCE)")

    def execute(self, statement: str, database: str = "postgres") -> list[tuple[Any, ...]]:
        """Run one statement on a connection of its own and return its rows."""
        with psycopg.connect(self.url(database), autocommit=True) as connection:
            cursor = connection.execute(statement.encode())
            return cursor.fetchall() if cursor.description else []

    def remove(self) -> None:
        """Stop and delete everything."""
        self.stop("immediate")
        shutil.rmtree(self.folder)

    def _init(self) -> None:
        password = self.folder / "password"
        password.write_text(self.password)
        for path in (self.folder, password):
            if self._run_as:
                os.chown(path, self._run_as["user"], self._run_as["group"])
        done = subprocess.run(
            [binary("initdb"), f"--pgdata={self.folder / 'data'}", "-U", "postgres", "--no-sync"]
            + ["-A", "scram-sha-256", f"--pwfile={password}", "-E", "UTF8", "--locale=C"],
            check=False,
            cwd=self.folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            **self._run_as,
        )
        if done.returncode:
            raise RuntimeError(f"initdb failed: {done.stdout}")

    def _launch(self) -> subprocess.Popen[bytes]:
        settings = SETTINGS | {
            "fsync": "on" if self._fsync else "off",
            "unix_socket_directories": str(self.folder),
        }
        arguments = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
        with (self.folder / "log").open("ab") as log:
            return subprocess.Popen(
                [binary("postgres"), "-D", self.folder / "data", *arguments],
                cwd=self.folder,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                **self._run_as,
            )

    def _end(self, how: signal.Signals) -> None:
        if self._process is not None:
            self._process.send_signal(how)
            self._process.wait(TIMEOUT)
            self._process = None

    def _make_template(self) -> None:
        self.execute("CREATE DATABASE rushes")

        async def migrate() -> None:
            database = PostgresDatabase(self.url("rushes"))
            await database.open()
            await database.close()

        # On a thread, so that the test run's own event loop is left alone.
        with ThreadPoolExecutor(1) as pool:
            pool.submit(asyncio.run, migrate()).result()
        self._template_is_made = True


@pytest.fixture(scope="session")
def postgres_server():
    """Run one server for the whole test run; a test that stops it starts it again."""
    server = PostgresServer()
    yield server
    server.remove()


@pytest.fixture
def postgres_url(postgres_server):
    """Give the address of a fresh database that has the present schema."""
    name = postgres_server.database()
    yield postgres_server.url(name)
    postgres_server.drop(name)


@pytest.fixture(scope="session")
def postgres_reused_url(postgres_server):
    """Give one database for many small tests, each of which empties it first."""
    return postgres_server.url(postgres_server.database())


@functools.cache
def binary(name: str) -> str:
    """Return the path of one of PostgreSQL's programs."""
    folders = [str(path) for path in Path("/usr/lib/postgresql").glob("*/bin")]
    folders += os.environ.get("PATH", "").split(os.pathsep)
    if tool := shutil.which("pg_config"):
        folders.append(subprocess.check_output([tool, "--bindir"], text=True).strip())
    found = shutil.which(name, path=os.pathsep.join(folders))
    if found is None:
        pytest.fail("PostgreSQL is not installed: run scripts/install_services.sh", pytrace=False)
    return found


def _unprivileged() -> dict[str, Any]:
    """Return whom to run as: PostgreSQL refuses root."""
    if os.geteuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        try:
            user = pwd.getpwnam(name)
        except KeyError:
            continue
        return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
    raise RuntimeError("There is no user to run PostgreSQL as")

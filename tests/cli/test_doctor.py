"""`rushes doctor`: each part is checked on its own, whatever else is broken."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import sqlite3

import pytest

from rushes.cli.listener import listener
from rushes.settings import Settings
from rushes.store.sqlite import SqliteDatabase
from rushes.store.store import Store
from tests.cli.test_commands import LONGEST, rushes
from tests.service import serve_process

pytestmark = pytest.mark.timeout(LONGEST)


def examined(*options, **environment):
    """Return the exit code, and each check's level and texts."""
    code, out, err = rushes("doctor", "--json", *options, **environment)
    found: dict[str, tuple[str, str]] = {}
    for finding in json.loads(out):
        level, texts = found.get(finding["check"], ("ok", ""))
        worst = max(level, finding["level"], key=["ok", "warn", "fail"].index)
        found[finding["check"]] = worst, f"{texts}{finding['text']}\n"
    return code, found, err


async def make_store(folder):
    await Store(SqliteDatabase(Settings(data_dir=folder).database)).close()


def test_a_fresh_machine_is_in_order_and_nothing_is_created(tmp_path):
    folder = tmp_path / "data"
    code, found, err = examined("--data-dir", folder, RUSHES_PORT="0")
    assert (code, err) == (0, "")
    assert {name: level for name, (level, _) in found.items() if level == "fail"} == {}
    assert list(found) == [
        *("settings", "versions", "database", "storage", "disk", "clock", "port", "open files"),
        *("providers", "renderer"),
    ]
    assert "will be created" in found["database"][1]
    assert "rendered a frame" in found["renderer"][1]
    assert not folder.exists()


@pytest.mark.parametrize("plain", [{"NO_COLOR": "1"}, {"TERM": "dumb"}, {"FORCE_COLOR": ""}])
def test_who_wants_no_colors_gets_none(tmp_path, plain):
    environment = {"FORCE_COLOR": "1", "RUSHES_DATA_DIR": tmp_path / "data", **plain}
    out = rushes("doctor", **environment)[1]
    assert "renderer" in out
    assert not re.search(r"\x1b\[[\d;]*3\dm", out)


async def test_a_store_is_written_and_read(tmp_path):
    await make_store(tmp_path)
    code, found, _ = examined("--data-dir", tmp_path)
    assert code == 0
    assert found["database"][0] == "ok"
    assert "works, schema" in found["database"][1]
    assert "wrote, read, read a range of, and deleted a file" in found["storage"][1]
    assert [p for p in (tmp_path / "outputs").rglob("*") if p.is_file()] == []


async def test_a_schema_is_not_upgraded_by_looking_at_it(tmp_path):
    await make_store(tmp_path)
    path = Settings(data_dir=tmp_path).database
    for version, level in ((1, "warn"), (10_000, "fail")):
        with sqlite3.connect(path) as connection:
            connection.execute(f"PRAGMA user_version = {version}")
        connection.close()
        code, found, _ = examined("--data-dir", tmp_path)
        assert (found["database"][0], code) == (level, int(level == "fail"))
    assert f"schema {version} is of a newer release" in found["database"][1]


def test_one_broken_part_hides_no_other(tmp_path):
    """The database does not answer, the storage is no folder, and the port is taken."""
    (tmp_path / "file").write_text("")
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        code, found, _ = examined(
            RUSHES_DATABASE_URL=f"postgresql://user:5ec4e7@127.0.0.1:{port}/x",
            RUSHES_OUTPUTS_URL=str(tmp_path / "file"),
            RUSHES_PORT=str(port),
            RUSHES_PROT="1",
        )
    assert code == 1
    levels = {name: level for name, (level, _) in found.items()}
    assert levels["database"] == levels["storage"] == "fail"
    assert levels["port"] == levels["settings"] == "warn"
    assert levels["renderer"] == levels["providers"] == levels["clock"] == "ok"
    assert f"in use by process {os.getpid()} (" in found["port"][1]
    assert "did you mean RUSHES_PORT?" in found["settings"][1]
    assert "5ec4e7" not in str(found)


def test_settings_that_cannot_be_read_leave_what_needs_none(tmp_path):
    code, found, _ = examined(RUSHES_PORT="a")
    assert code == 1
    assert found["settings"] == ("fail", "port (RUSHES_PORT): must be a whole number\n")
    assert found["versions"][0] == "ok"
    assert "not checked: database, storage" in found["others"][1]


def test_the_port_of_the_running_service_is_its_own(tmp_path):
    with serve_process("--data-dir", tmp_path) as (process, api):
        port = api.split(":")[2].partition("/")[0]
        assert listener(int(port)) == process.pid
        code, found, _ = examined("--data-dir", tmp_path, RUSHES_PORT=port)
        assert (code, found["port"][0]) == (0, "ok")
        assert f"is this service's, process {process.pid}" in found["port"][1]
        process.send_signal(signal.SIGTERM)
        process.wait(60)


def test_postgres_is_looked_at_without_a_change(postgres_url, tmp_path):
    environment = {
        "RUSHES_DATABASE_URL": postgres_url,
        "RUSHES_URL_SECRET": "a-secret-0123",
        "RUSHES_OUTPUTS_URL": str(tmp_path),
    }
    code, found, _ = examined(**environment)
    assert (code, found["database"][0]) == (0, "ok")
    assert "the first start of the service creates its tables" in found["database"][1]
    with serve_process("--data-dir", tmp_path / "d", **environment) as (process, _):
        process.terminate()
        process.wait(60)
    code, found, _ = examined(**environment)
    assert (code, found["database"][0]) == (0, "ok")
    assert re.search(r"PostgreSQL \d+\S* works, schema \d+", found["database"][1])

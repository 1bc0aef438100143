"""`rushes providers` and `rushes doctor`: what is switched on, what works, what is spent."""

from __future__ import annotations

import asyncio
import json

import pytest

from rushes.settings import Settings
from rushes.store.account_health import AccountHealthTable
from rushes.store.sqlite import SqliteDatabase
from tests.cli.in_process import invoke as rushes
from tests.cli.test_commands import LONGEST
from tests.upstreams.fal import Fal
from tests.upstreams.serving import running

JOB = "gen-vid-1795891149-H55ksXjjLPsnm36FExJ2"

pytestmark = pytest.mark.timeout(LONGEST)


@pytest.fixture
def fal():
    with running(Fal()) as served:
        yield served


def switched_on(url, key="fal-key-0123456789"):
    return {
        "RUSHES_PROVIDERS": "fal",
        "RUSHES_FAL_BASE_URL": url,
        "RUSHES_FAL_API_KEY": key,
    }


def test_providers_are_listed_with_what_they_need(tmp_path):
    code, out, _ = rushes(
        "providers",
        "--data-dir",
        tmp_path,
        **switched_on("http://127.0.0.1:9"),
        XAI_API_KEY="x" * 20,
    )
    lines = dict(line.split("\t", 1) for line in out.splitlines())
    assert code == 0
    assert lines["fal"] == "on\t…6789"
    assert lines["runway"].startswith("off\tset RUSHES_RUNWAY_API_KEY or RUNWAYML_API_SECRET")
    assert lines["xai"] == "off\tXAI_API_KEY is set but not used"
    assert "fal-key" not in out


def test_an_account_that_is_out_says_why(tmp_path):
    async def take_out():
        database = SqliteDatabase(Settings(data_dir=tmp_path).database)
        await AccountHealthTable(database).take_out("fal", "credit", "fal lacks credit: pay", 100)
        await database.close()

    asyncio.run(take_out())
    environment = switched_on("http://127.0.0.1:9")
    _, out, _ = rushes("providers", "--json", "--data-dir", tmp_path, **environment)
    [fal] = [each for each in json.loads(out) if each["provider"] == "fal"]
    assert (fal["state"], fal["problem"], fal["detail"]) == (
        "out",
        "credit",
        "fal lacks credit: pay",
    )
    assert 0 < fal["out_for"] <= 100


def test_a_setup_is_checked_without_calling_anybody(tmp_path, fal):
    upstream, url = fal
    environment = {**switched_on(url), "RUSHES_DATA_DIR": tmp_path, "RUNWAYML_API_SECRET": "k" * 20}
    code, out, _ = rushes("doctor", **environment)
    assert code == 0
    assert f"ok    providers   fal (key …6789), {url}; not asked whether it works" in out
    assert "RUNWAYML_API_SECRET is set but not used; add runway to `providers`" in out
    assert not upstream.requests


def test_a_provider_is_asked_for_nothing(fal, tmp_path):
    upstream, url = fal
    code, out, _ = rushes("doctor", "--live", "fal", **switched_on(url))
    assert (code, out.startswith("fal (key …6789): works"), "Nothing was paid" in out) == (0, 1, 1)
    code, _, err = rushes("doctor", "--live", "fal", **switched_on(url, "a-wrong-key"))
    assert code == 1
    assert "fal (key set): credential:" in err
    assert "a-wrong-key" not in err
    assert upstream.accepted == []


@pytest.mark.parametrize(("key", "code"), [("fal-key-0123456789", 0), ("a-wrong-key", 1)])
def test_all_that_are_configured_are_asked_for_nothing(fal, tmp_path, key, code):
    upstream, url = fal
    found = rushes("doctor", "--live", "--data-dir", tmp_path, **switched_on(url, key))
    line = "fal (key …6789) works; " if code == 0 else "fal (key set): credential:"
    assert (found[0], line in found[1], "a-wrong-key" in found[1]) == (code, True, False)
    assert upstream.accepted == []


def test_the_cheapest_video_is_paid_for_only_if_that_is_said(fal, tmp_path):
    upstream, url = fal
    code, out, err = rushes("doctor", "--live", "fal", "--spend", **switched_on(url))
    assert code == 0, err
    assert "fal: made and downloaded" in out
    assert len(upstream.charges) == 1


def test_spending_needs_a_provider():
    code, _, err = rushes("doctor", "--spend")
    assert code == 2
    assert "--spend needs --live PROVIDER" in err


def test_each_account_is_asked_though_the_first_is_rejected(fal):
    _, url = fal
    keys = {"old": "a-wrong-key-0123", "new": "fal-key-0123456789"}
    environment = {**switched_on(url), "RUSHES_FAL_API_KEYS": json.dumps(keys)}
    del environment["RUSHES_FAL_API_KEY"]
    code, out, err = rushes("doctor", "--live", "fal", **environment)
    assert (code, "fal/new (key …6789): works" in out) == (1, True)
    assert "fal/old (key …0123): credential:" in err


@pytest.mark.parametrize("command", ["models", "providers"])
def test_a_table_of_80_columns_leaves_no_name_out(command, tmp_path):
    keys = {"main": "k" * 20, "a-name-of-its-own": "l" * 20}
    code, out, err = rushes(
        command,
        RUSHES_PROVIDERS="openrouter",
        RUSHES_OPENROUTER_API_KEYS=json.dumps(keys),
        RUSHES_DATA_DIR=tmp_path,
        FORCE_COLOR="1",  # as on a terminal
        COLUMNS="80",
    )
    assert code == 0, err
    assert "openrouter" in out
    assert "…" not in out.replace("…kkkk", "").replace("…llll", "")


def test_a_provider_takes_one_line_of_80_columns(tmp_path):
    wide = {"RUSHES_DATA_DIR": tmp_path, "FORCE_COLOR": "1", "TERM": "dumb", "COLUMNS": "80"}
    code, out, _ = rushes("providers", **wide)
    table, _, rest = out.partition("Switch providers on")
    assert (code, "RUSHES_<PROVIDER>_API_KEY" in rest) == (0, True)
    assert all(line[0].isalpha() and len(line) <= 80 for line in table.splitlines())
    assert "set FAL_KEY" in table

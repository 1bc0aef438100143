"""`rushes usage`: of a data folder, and of a service."""

from __future__ import annotations

import csv
import io
import json

import pytest
from click.testing import CliRunner

from rushes.cli.main import cli
from tests.http.conftest import client_of, submit, wait
from tests.http.test_stored_keys import StoredKeys
from tests.service import running_service


def run(*arguments, code=0, **environment):
    result = CliRunner().invoke(cli, ["usage", *map(str, arguments)], env=environment)
    assert result.exit_code == code, result.output
    return result.stdout if code == 0 else result.stderr


@pytest.fixture
def spent(tmp_path):
    """A service in which an admin key and another one have a job each; they come with it."""
    keys = StoredKeys(tmp_path)
    admin, other = keys.create(admin=True), keys.create()
    with running_service(tmp_path) as service:
        for key in (admin, other):
            with client_of(service, key.text) as client:
                wait(client, submit(client))
        yield service, admin, other


def test_the_same_is_shown_of_a_folder_and_of_a_service(spent, tmp_path):
    service, admin, other = spent
    options = ("--by", "key,model", "--json")
    local = json.loads(run(*options, "--data-dir", tmp_path))
    assert {row["key"]: (row["usage"], row["requests"]) for row in local} == {
        admin.id: (3.2, 1),
        other.id: (3.2, 1),
    }
    asked = ("--server", service.url)
    assert json.loads(run(*options, *asked, OPENROUTER_API_KEY=admin.text)) == local
    (own,) = json.loads(run(*options, *asked, OPENROUTER_API_KEY=other.text))
    assert own["key"] == other.id
    refused = run(*asked, "--key", admin.id, code=3, OPENROUTER_API_KEY=other.text)
    assert "Only an admin key" in refused


def test_a_table_and_csv(spent, tmp_path):
    place = ("--data-dir", tmp_path)
    text = run("--by", "key", *place)
    assert "$3.20" in text
    assert "$6.40" in text, "the total"
    (row,) = csv.DictReader(io.StringIO(run("--by", "model", "--csv", *place)))
    assert row == {"model": "google/veo-3.1", "requests": "2", "usage": "6.4", "reserved": "0"}
    assert "Nothing was submitted" in run("--until", "2026-01-01", *place)


def test_no_name_is_broken_where_no_terminal_asks_for_it(spent, tmp_path):
    _, admin, other = spent
    text = run("--by", "day,key,model,provider", "--data-dir", tmp_path, COLUMNS="60")
    assert all(name in text for name in (admin.id, other.id, "google/veo-3.1"))
    assert max(map(len, text.splitlines())) < 200
    listed = CliRunner().invoke(cli, ["keys", "list", "--data-dir", str(tmp_path)])
    assert all(key.id in listed.stdout for key in (admin, other))


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("--by", "weather"), "weather"),
        (("--since", "soon"), "soon"),
        (("--server", "http://h", "--data-dir", "x"), "--server"),
    ],
)
def test_wrong_usage_is_explained(arguments, named):
    assert named in run(*arguments, code=2)


def test_an_empty_folder_stays_empty(tmp_path):
    assert "Nothing was submitted" in run("--data-dir", tmp_path / "none")
    assert not (tmp_path / "none").exists()

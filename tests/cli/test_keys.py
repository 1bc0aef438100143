"""`rushes keys`: the keys of a data folder, and what a service over it makes of them."""

from __future__ import annotations

import json
import re
import sys
from datetime import UTC, datetime, timedelta

import httpx
import pytest
from click.testing import CliRunner

from rushes.app import UnsafeAddressError
from rushes.cli.client_for import open_target
from rushes.cli.main import cli
from rushes.server import background_service
from rushes.settings import Settings
from tests.http.conftest import client_of
from tests.service import running_service, serve_process


@pytest.fixture
def keys(tmp_path):
    """Run `rushes keys` over a data folder; return its exit code, stdout and stderr."""

    def run(*arguments):
        place = ["--data-dir", str(tmp_path / "data")]
        result = CliRunner().invoke(cli, ["keys", *arguments, *place])
        return result.exit_code, result.stdout, result.stderr

    return run


@pytest.fixture
def shown(keys):
    """Run `rushes keys --json`, and return what it prints."""

    def run(*arguments):
        code, out, err = keys(*arguments, "--json")
        assert (code, err) == (0, "")
        return json.loads(out)

    return run


def test_a_key_is_shown_once(keys, shown, tmp_path):
    made = shown("create", "--name", "Team A")
    assert re.fullmatch(r"sk-rushes-[0-9a-f]{16}-[0-9a-f]{48}", made["key"])
    listed = shown("list")
    assert listed == [{name: value for name, value in made.items() if name != "key"}]
    nothing_spent = {
        **dict.fromkeys(("usage", "usage_daily", "usage_weekly", "usage_monthly", "reserved"), 0),
        "remaining": None,
    }
    assert shown("show", made["id"]) == listed[0] | nothing_spent
    code, out, err = keys("create", "--name", "Team B")
    assert code == 0
    assert out.startswith("sk-rushes-")
    assert "not shown again" in err
    for text in (made["key"], out.strip()):
        for file in (tmp_path / "data").iterdir():
            assert text.encode() not in file.read_bytes(), "only a digest is kept"


def test_limits_are_set_changed_and_taken_away(shown):
    made = shown(
        *("create", "--name", "A", "--admin", "--model", "google/veo-3.1", "--provider", "fal"),
        *("--max-open-jobs", "3", "--submits-per-minute", "10", "--polls-per-minute", "600"),
        *("--expires", "2127-01-31"),
    )
    assert made["admin"] is True
    assert (made["models"], made["providers"]) == (["google/veo-3.1"], ["fal"])
    assert made["expires_at"] == "2127-01-31T00:00:00Z"
    changed = shown(
        *("update", made["id"], "--name", "B", "--no-admin", "--any-model", "--any-provider"),
        *("--max-open-jobs", "none", "--submits-per-minute", "5", "--expires", "none"),
    )
    wanted = {
        "name": "B",
        "admin": False,
        "models": None,
        "providers": None,
        "max_open_jobs": None,
        "submits_per_minute": 5,
        "polls_per_minute": 600,
        "expires_at": None,
    }
    assert {name: changed[name] for name in wanted} == wanted
    assert shown("update", made["id"], "--disable")["state"] == "disabled"
    assert shown("update", made["id"], "--enable", "--expires", "2020-01-01")["state"] == "expired"
    later = datetime.fromisoformat(shown("update", made["id"], "--expires", "30d")["expires_at"])
    assert timedelta(days=29) < later - datetime.now(UTC) <= timedelta(days=30)


@pytest.mark.parametrize(
    ("arguments", "code", "fragment"),
    [
        (["create"], 2, "--name"),
        (["create", "--name", ""], 2, "--name"),
        (["create", "--name", "a\nb"], 2, "--name"),
        (["create", "--name", "A", "--model", "google/veo-3.2"], 2, "Did you mean"),
        (["create", "--name", "A", "--provider", "nope"], 2, "openrouter"),
        (["create", "--name", "A", "--max-open-jobs", "0"], 2, "--max-open-jobs"),
        (["create", "--name", "A", "--submits-per-minute", "9999999999"], 2, "--submits-per"),
        (["create", "--name", "A", "--expires", "soon"], 2, "2027-01-31"),
        (["create", "--name", "A", "--expires", "999999999d"], 2, "--expires"),
        (["rotate", "0123456789abcdef", "--grace", "x"], 2, "--grace"),
        (["update", "0123456789abcdef"], 2, "Give an option"),
        (["show", "0123456789abcdef"], 3, "There is no key '0123456789abcdef'"),
        (["update", "0123456789abcdef", "--disable"], 3, "There is no key"),
        (["rotate", "0123456789abcdef"], 3, "There is no key"),
        (["revoke", "0123456789abcdef"], 3, "There is no key"),
    ],
)
def test_a_mistake_is_one_line(keys, arguments, code, fragment):
    got, out, err = keys(*arguments)
    assert (got, out) == (code, "")
    assert fragment in err
    assert "Traceback" not in err


def test_looking_creates_no_database(keys, tmp_path):
    assert keys("list") == (0, "There are no keys.\n", "")
    assert not (tmp_path / "data").exists()


def test_a_table_shows_names_as_they_are(keys):
    keys("create", "--name", "[red]Team[/red]", "--admin")
    _, out, _ = keys("list")
    assert "[red]Team[/red]" in out
    assert "never" in out


def test_a_service_takes_the_keys_and_their_rotation(shown, tmp_path):
    made = shown("create", "--name", "A")
    first = shown("rotate", made["id"])
    assert first["id"] == made["id"]
    assert first["previous_valid_until"] is not None
    with running_service(tmp_path / "data") as service:

        def status(text):
            with client_of(service, text) as client:
                return client.get("/videos").status_code

        assert [status(key["key"]) for key in (made, first)] == [200, 200]
    second = shown("rotate", made["id"], "--grace", "0s")
    with running_service(tmp_path / "data") as service:
        assert [status(key["key"]) for key in (made, first, second)] == [401, 401, 200]
    assert shown("revoke", made["id"])["state"] == "revoked"
    assert shown("list") == []
    with running_service(tmp_path / "data") as service:
        assert [status(key) for key in (second["key"], "anything")] == [401, 401]


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS has one loopback address")
def test_a_stored_key_lets_a_service_listen_beyond_this_machine(shown, tmp_path):
    settings = Settings(data_dir=tmp_path / "data", host="127.0.0.2", port=0, render_workers=1)
    with (
        pytest.raises(UnsafeAddressError, match="rushes keys create"),
        background_service(settings),
    ):
        pass
    made = shown("create", "--name", "A")
    with background_service(settings) as url:
        for key, status in ((made["key"], 200), ("anything", 401)):
            headers = {"Authorization": f"Bearer {key}"}
            with httpx.Client(trust_env=False, headers=headers) as client:
                assert client.get(f"{url}/api/v1/key").status_code == status


def test_a_command_with_a_service_of_its_own_needs_no_key(shown, tmp_path):
    shown("create", "--name", "A")
    with open_target(None, Settings(data_dir=tmp_path / "data", render_workers=1)) as target:
        assert target.client.api_keys.get_current_key_metadata().data.usage == 0


def test_keys_are_in_the_database_of_several_hosts(
    shown, keys, tmp_path, monkeypatch, postgres_url
):
    monkeypatch.setenv("RUSHES_DATABASE_URL", postgres_url)
    made = shown("create", "--name", "A")
    rotated = shown("rotate", made["id"], "--grace", "1h")
    assert [key["label"] for key in shown("list")] == [rotated["label"]]
    assert shown("update", made["id"], "--max-open-jobs", "2")["max_open_jobs"] == 2
    assert shown("revoke", made["id"])["state"] == "revoked"
    assert not (tmp_path / "data").exists()
    monkeypatch.delenv("RUSHES_DATABASE_URL")
    assert keys("list")[1] == "There are no keys.\n"


def test_a_default_callback_is_checked_kept_and_never_shown(keys, shown, tmp_path):
    url, secret = "https://hooks.example/ended?token=hidden", "a-secret-that-is-hidden"
    file = tmp_path / "secret"
    file.write_text(f"{secret}\n")
    callback = ("--callback-url", url, "--callback-secret-file", str(file))
    made = shown("create", "--name", "Team A", *callback)
    assert (made["callback_host"], made["callback_signed"]) == ("hooks.example", True)
    code, out, err = keys("show", made["id"])
    assert (code, "hooks.example" in out) == (0, True)
    assert "hidden" not in json.dumps(made) + out + err
    changed = shown(
        "update", made["id"], "--callback-url", "none", "--callback-secret-file", "none"
    )
    assert (changed["callback_host"], changed["callback_signed"]) == (None, False)
    file.write_text("short")
    for wrong, problem in [
        (("--callback-url", "http://h.example/"), "callback_url"),
        (("--callback-secret-file", str(file)), "16 to 512"),
        (("--callback-secret-file", str(tmp_path / "none-such")), "cannot be read"),
    ]:
        code, _, err = keys("update", made["id"], *wrong)
        assert (code, problem in err) == (2, True), err


class TestInitialKey:
    """`rushes serve --initial-key`, which is how the image starts."""

    def serve(self, tmp_path, **environment):
        place = ("--data-dir", tmp_path / "data", "--initial-key", tmp_path / "key")
        return serve_process(*place, "--emulation", "instant", **environment)

    def test_it_is_valid_and_only_in_its_file(self, tmp_path, keys):
        with self.serve(tmp_path) as (process, api):
            text = (tmp_path / "key").read_text().strip()
            assert (tmp_path / "key").stat().st_mode & 0o777 == 0o600
            for key, status in ((text, 200), ("any-other-key", 401)):
                headers = {"Authorization": f"Bearer {key}"}
                assert httpx.get(f"{api}/videos", headers=headers).status_code == status
            process.terminate()
            assert text not in process.stderr.read()
        _, out, _ = keys("list", "--json")
        assert [(key["name"], key["admin"]) for key in json.loads(out)] == [("Initial key", True)]

    def test_there_is_only_one(self, tmp_path):
        with self.serve(tmp_path):
            first = (tmp_path / "key").read_text()
        (tmp_path / "key").unlink()
        with self.serve(tmp_path):
            assert [path.name for path in tmp_path.iterdir()] == ["data"]
        assert first

    def test_none_is_created_where_a_key_is_configured(self, tmp_path):
        with self.serve(tmp_path, RUSHES_API_KEYS='["a-key-of-the-variable"]'):
            assert not (tmp_path / "key").exists()

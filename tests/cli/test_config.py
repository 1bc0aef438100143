"""`rushes config`, misspelt variables, and secrets from files, as an operator meets them."""

from __future__ import annotations

import json
import os
import stat
import tomllib

import pytest

from rushes.configuration.variables import misspelt
from rushes.settings import Settings
from tests.cli.in_process import invoke as rushes
from tests.cli.test_commands import rushes as rushes_process
from tests.service import serve_process

SECRET = "a-secret-that-nobody-sees-0123"


def write(folder, text, name="rushes.toml"):
    path = folder / name
    path.write_text(text)
    path.chmod(0o600)
    return path


def shown(*options, **environment):
    code, out, err = rushes("config", "show", "--json", *options, **environment)
    assert (code, err) == (0, ""), err
    assert SECRET not in out
    return {row["name"]: row for row in json.loads(out)}


def checked(*options, **environment):
    code, out, err = rushes("config", "check", *options, **environment)
    assert err == ""
    assert SECRET not in out
    return code, out.splitlines()


def test_each_value_is_shown_with_where_it_comes_from(tmp_path):
    config = write(
        tmp_path,
        f'port = 1\nhost = "::1"\nwebhook_secret = "{SECRET}"\nproviders = ["fal"]\n'
        f'[provider.fal]\napi_key = "{SECRET}"\nbase_url = "https://u:{SECRET}@x.org/?key={SECRET}"'
        "\n[provider.kling]\nunit_price = 0.2\n",
    )
    rows = shown(
        *("--config", config, "--data-dir", tmp_path),
        RUSHES_PORT="2",
        DATABASE_URL=f"postgresql://{SECRET}@db/x",
        RUSHES_KLING_UNIT_PRICE="0.3",
    )
    found = {
        name: (row["value"], row["kind"], row["source"])
        for name, row in rows.items()
        if row["kind"] != "default" and not name.startswith(("cache_dir", "render_cache"))
    }
    assert found == {
        "port": (2, "variable", "RUSHES_PORT"),
        "host": ("::1", "file", f"{config}, line 2"),
        "data_dir": (str(tmp_path), "option", "--data-dir"),
        "webhook_secret": ("(secret)", "file", f"{config}, line 3"),
        "database_url": ("(secret)", "variable", "DATABASE_URL"),
        "providers": (["fal"], "file", f"{config}, line 4"),
        "provider.fal.api_key": ("(secret)", "file", f"{config}, line 6"),
        "provider.fal.base_url": ("https://x.org/", "file", f"{config}, line 7"),
        "provider.kling.unit_price": ("0.3", "variable", "RUSHES_KLING_UNIT_PRICE"),
    }
    assert rows["job_timeout"]["value"] == 21600.0
    assert rows.keys() >= Settings.model_fields.keys() - {"provider"}
    changed = shown("--changed", "--config", config, RUSHES_PORT="2")
    assert {row["kind"] for row in changed.values()} == {"file", "variable"}
    lines = rushes("config", "show", "--changed", "--config", config)[1].splitlines()
    needs = {line.split("\t")[0]: line.split("\t")[-1] for line in lines}
    assert (needs["webhook_secret"], needs["port"]) == ("reload", "restart")


def test_a_file_to_begin_with_is_private_valid_and_never_overwritten(tmp_path):
    path = tmp_path / "rushes.toml"
    code, out, _ = rushes("config", "init", path)
    assert (code, str(path) in out) == (0, True)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert checked(path) == (0, [f"ok       {path} and the environment"])
    code, _, err = rushes("config", "init", path)
    assert (code, "exists; remove it" in err) == (2, True)


def test_every_line_of_it_is_a_setting(tmp_path):
    path = tmp_path / "rushes.toml"
    rushes("config", "init", path)
    lines = [line.removeprefix("# ") for line in path.read_text().splitlines()]
    settings = [line for line in lines if line.partition(" = ")[0].isidentifier()]
    tables = lines[lines.index("[provider.fal]") :]
    keys = {line.partition(" = ")[0].removesuffix("_file") for line in settings}
    assert keys >= Settings.model_fields.keys() - {"provider", "models"}
    for line in settings:
        tomllib.loads(line)
    assert "[provider.fal]" in tables
    known = [line for line in settings if line.partition(" = ")[0] in Settings.model_fields]
    Settings(**tomllib.loads("\n".join(dict.fromkeys(known))))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hots = 1\n", "line 1: 'hots' is no setting; allowed: host"),
        ("port = 8787\nmax_streams = 'x'\n", "line 2: max_streams (RUSHES_MAX_STREAMS): must be"),
        ("[provider.fal]\napi_kye = 1\n", "provider.fal.api_kye"),
        ('providers = ["runaway"]\n', "did you mean runway?"),
        ('[model_timeouts]\n"x/y" = 3\n', "model_timeouts"),
        ('record = "r"\n', "needs a provider to record"),
        ("testing_seed = 3\n", "needs `rushes serve --testing`"),
        ('outputs_url = "ftp://x/y"\n', "must be a folder, or begin with one of s3://"),
        ('api_keys = ["short"]\n', "fewer than 8 characters"),
        ("port = \n", "is not TOML"),
        ('api_keys = ["long-enough-0"]\napi_keys_file = "x"\n', "api_keys_file is given beside"),
        ('url_secret_file = "nowhere"\n', "url_secret_file: "),
        ("url_secret_file = 3\n", "must be the path of a file"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(tmp_path, text, expected):
    code, lines = checked(write(tmp_path, text))
    assert code == 1
    assert any(line.startswith("error") and expected in line for line in lines), lines


def test_all_errors_are_found_at_once(tmp_path):
    text = "hots = 1\nprot = 2\nmax_streams = 0\nurl_lifetime = 1\n"
    code, lines = checked(write(tmp_path, text), RUSHES_API_KEY=SECRET)
    assert code == 1
    assert [line.split()[0] for line in lines] == ["error"] * 4 + ["warning"]
    assert "RUSHES_API_KEY is not a setting" in lines[-1]


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("DB_URL", "did you mean RUSHES_DATABASE_URL?"),
        ("LOGLEVEL", "did you mean RUSHES_LOG_LEVEL?"),
        ("OPENAI_KEY", "did you mean RUSHES_OPENAI_API_KEY?"),
        ("STORAGE", "`rushes config show` lists the settings"),
    ],
)
def test_a_name_that_is_close_is_offered(name, hint):
    text = f"RUSHES_{name} is not a setting and has no effect; {hint}"
    assert list(misspelt({f"RUSHES_{name}": "1"})) == [text]


def test_warnings_are_no_errors(tmp_path):
    code, lines = checked(
        RUSHES_HOST="0.0.0.0",
        RUSHES_PROT="3",
        FAL_KEY=SECRET,
        RUSHES_SERVICE_HOST="10.0.0.1",
        RUSHES_PORT_8787_TCP="tcp://10.0.0.1:8787",
    )
    assert code == 0
    assert [line.partition("  ")[0] for line in lines] == ["warning", "warning", "warning", "ok"]
    assert "RUSHES_PROT is not a setting and has no effect; did you mean RUSHES_PORT?" in lines[0]
    assert "FAL_KEY is set but not used" in lines[1]
    assert "can be reached from other machines" in lines[2]
    code, out, _ = rushes("config", "check", "--json", RUSHES_PROT="3")
    assert [(p["level"], SECRET in p["text"]) for p in json.loads(out)] == [("warning", False)]


def test_a_limit_without_an_effect_is_a_warning(tmp_path):
    code, lines = checked(write(tmp_path, "max_open_jobs_per_key = 20000\n"))
    assert code == 0
    expected = "max_open_jobs_per_key: 20000 has no effect, since max_open_jobs allows 10000"
    assert lines[0] == f"warning  {expected}"


def test_what_kubernetes_sets_for_a_service_is_explained(tmp_path):
    code, lines = checked(RUSHES_PORT="tcp://10.0.0.1:8787")
    assert code == 1
    assert "enableServiceLinks: false" in lines[0]


def test_a_service_warns_of_misspelt_variables_and_of_open_files(tmp_path):
    (tmp_path / "secret").write_text(SECRET)
    environment = {"RUSHES_API_KEY": SECRET, "RUSHES_URL_SECRET_FILE": str(tmp_path / "secret")}
    with serve_process("--data-dir", tmp_path / "d", **environment) as (process, _):
        process.terminate()
        process.wait(60)
    code, _, err = rushes_process(
        "serve", "--host", "0.0.0.0", "--data-dir", tmp_path / "d", **environment
    )
    assert code == 2
    assert err.count("RUSHES_API_KEY is not a setting and has no effect; did you mean") == 1
    assert "secret is accessible to every user of this machine (mode 0644)" in err
    assert SECRET not in err


@pytest.mark.parametrize("ending", ["", "\n", "\r\n"])
def test_secrets_come_from_files(tmp_path, ending):
    for name in ("url_secret", "fal"):
        (tmp_path / name).write_text(f"{SECRET}{ending}")
    (tmp_path / "database").symlink_to(tmp_path / "data")  # as Kubernetes mounts secrets
    (tmp_path / "data").write_text(f"postgresql://db/x{ending}")
    environment = {
        "RUSHES_URL_SECRET_FILE": str(tmp_path / "url_secret"),
        "RUSHES_DATABASE_URL_FILE": str(tmp_path / "database"),
        "RUSHES_FAL_API_KEY_FILE": str(tmp_path / "fal"),
    }
    rows = shown("--changed", **environment)
    for name, variable in (
        ("url_secret", "RUSHES_URL_SECRET_FILE"),
        ("provider.fal.api_key", "RUSHES_FAL_API_KEY_FILE"),
    ):
        assert rows[name]["value"] == "(secret)"
        assert rows[name]["source"] == f"{variable} ({environment[variable]})"
    code, out, _ = rushes(
        "providers", RUSHES_PROVIDERS="fal", RUSHES_FAL_API_KEY_FILE=tmp_path / "fal"
    )
    assert (code, "fal\ton\t…0123" in out) == (0, True)


def test_secrets_come_from_credentials_of_systemd(tmp_path):
    (tmp_path / "fal_api_key").write_text(f"{SECRET}\n")
    (tmp_path / "url_secrets").write_text("x")
    code, out, _ = rushes("providers", RUSHES_PROVIDERS="fal", CREDENTIALS_DIRECTORY=tmp_path)
    assert (code, "fal\ton\t…0123" in out) == (0, True)
    code, lines = checked(CREDENTIALS_DIRECTORY=tmp_path, RUSHES_FAL_API_KEY=SECRET)
    assert code == 1
    assert any("RUSHES_FAL_API_KEY and credential fal_api_key are both set" in x for x in lines)
    assert any("credential url_secrets is not used; did you mean url_secret?" in x for x in lines)


def test_a_folder_of_credentials_that_cannot_be_read_is_an_error_that_says_so():
    folder = "/" + "a" * 300
    code, lines = checked(CREDENTIALS_DIRECTORY=folder)
    assert code == 1
    [problem] = [line for line in lines if "CREDENTIALS_DIRECTORY" in line]
    assert problem.endswith(f"CREDENTIALS_DIRECTORY: {folder} cannot be read: File name too long")


def test_a_secret_that_is_set_twice_is_refused(tmp_path):
    (tmp_path / "s").write_text(SECRET)
    code, lines = checked(RUSHES_URL_SECRET=SECRET, RUSHES_URL_SECRET_FILE=tmp_path / "s")
    assert code == 1
    assert "RUSHES_URL_SECRET and RUSHES_URL_SECRET_FILE are both set; remove one" in lines[0]


@pytest.mark.parametrize(
    ("make", "problem"),
    [
        (lambda path: None, "cannot be read: No such file or directory"),
        (lambda path: path.mkdir(), "is not a regular file"),
        (os.mkfifo, "is not a regular file"),
        (lambda path: path.write_bytes(b" \n"), "is empty"),
        (lambda path: path.write_bytes(b"\xff\xfe"), "is not UTF-8"),
    ],
)
def test_a_file_without_a_secret_is_named(tmp_path, make, problem):
    make(tmp_path / "secret")
    code, lines = checked(RUSHES_WEBHOOK_SECRET_FILE=tmp_path / "secret")
    assert code == 1
    assert f"RUSHES_WEBHOOK_SECRET_FILE: {tmp_path / 'secret'} {problem}" in lines[0]


def test_a_secret_in_place_of_its_file_is_not_repeated():
    code, lines = checked(RUSHES_DATABASE_URL_FILE=f"postgresql://u:{SECRET}@db/x")
    assert code == 1
    assert lines[0].startswith("error    RUSHES_DATABASE_URL_FILE: … cannot be read")


def test_keys_of_a_file_are_one_a_line_or_json(tmp_path, monkeypatch):
    for text in (
        "key-number-one\n# old\n\nkey-number-two\n",
        '["key-number-one", "key-number-two"]',
    ):
        path = write(tmp_path, text, "keys")
        monkeypatch.setenv("RUSHES_API_KEYS_FILE", str(path))
        found = {key.get_secret_value() for key in Settings().api_keys}
        assert found == {"key-number-one", "key-number-two"}

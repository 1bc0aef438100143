"""Accounts: which providers are switched on, with which credentials, by file or environment."""

from __future__ import annotations

import pytest

from rushes.catalog.own_models import catalog_of
from rushes.catalog.provider_data import load_providers
from rushes.config_file import ConfigError
from rushes.providers.accounts import accounts_of, resubmitting, unused_keys
from rushes.settings import SettingError, Settings


@pytest.fixture(autouse=True)
def clean(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    for data in load_providers().values():
        for name in data.variables:
            monkeypatch.delenv(name, raising=False)


@pytest.fixture
def config(tmp_path):
    """Write rushes.toml in the current folder."""
    return (tmp_path / "rushes.toml").write_text


def test_a_key_alone_switches_nothing_on(monkeypatch):
    monkeypatch.setenv("OPENROUTER_API_KEY", "sk-or-v1-0123456789")
    monkeypatch.setenv("RUSHES_OPENROUTER_API_KEY", "sk-or-v1-9876543210")
    assert accounts_of(Settings()) == []
    assert unused_keys(Settings()) == [
        ("RUSHES_OPENROUTER_API_KEY", "openrouter"),
        ("OPENROUTER_API_KEY", "openrouter"),
    ]
    assert unused_keys(Settings(providers=("openrouter",))) == []


def test_our_own_variable_comes_before_the_vendors(monkeypatch):
    monkeypatch.setenv("OPENROUTER_API_KEY", "vendor's-own-key-5678")
    [account] = accounts_of(Settings(providers=("openrouter",)))
    assert account.hint == "…5678"
    monkeypatch.setenv("RUSHES_OPENROUTER_API_KEY", "our-own-key-4321")
    [account] = accounts_of(Settings(providers=("openrouter",)))
    assert (account.id, account.hint) == ("openrouter", "…4321")
    assert "our-own-key" not in repr(account)


def test_a_file_says_all(config):
    config(
        """
        providers = ["openrouter"]
        routing = "cheapest"

        [provider.openrouter]
        base_url = "http://127.0.0.1:9/api/v1"
        api_keys = {main = "first-key", spare = "second-key"}

        [provider.openrouter.capabilities]
        concurrency = 7
        """
    )
    settings = Settings()
    main, spare = accounts_of(settings)
    assert (main.id, main.secret) == ("openrouter/main", "first-key")
    assert (spare.id, spare.secret) == ("openrouter/spare", "second-key")
    assert main.base_url == "http://127.0.0.1:9/api/v1"
    assert main.capabilities is not None
    assert main.capabilities.concurrency == 7
    assert settings.routing == "cheapest"
    assert "first-key" not in repr(settings)


def test_variables_override_the_file(config, monkeypatch):
    config('providers = ["openrouter"]\n[provider.openrouter]\napi_key = "of-the-file"\n')
    monkeypatch.setenv("RUSHES_OPENROUTER_API_KEY", "of-the-variable")
    monkeypatch.setenv("RUSHES_OPENROUTER_CAPABILITIES", '{"cancels": true}')
    [account] = accounts_of(Settings())
    assert account.secret == "of-the-variable"
    assert account.capabilities is not None
    assert account.capabilities.cancels


@pytest.mark.parametrize("names", ["openrouter", " openrouter ,", '["openrouter"]'])
def test_providers_are_named_with_commas_or_as_json(monkeypatch, names):
    monkeypatch.setenv("RUSHES_PROVIDERS", names)
    assert Settings().providers == ("openrouter",)


@pytest.mark.parametrize(
    ("values", "problem"),
    [
        ({"patience": 3}, "openrouter.patience (RUSHES_OPENROUTER_PATIENCE): is unknown; allowed"),
        ({"capabilities": {"patience": 3}}, "patience (RUSHES_OPENROUTER_CAPABILITIES): is unk"),
        ({"capabilities": {"on_lost_response": "hope"}}, "must be 'fail', 'lookup' or"),
        ({"capabilities": {"on_lost_response": "resubmit"}}, "would pay again for each lost"),
        ({"capabilities": {"concurrency": 0}}, "must be greater than 0"),
        ({"base_url": "ftp://h"}, "provider.openrouter.base_url (RUSHES_OPENROUTER_BASE_URL)"),
        ({"models": ["x"]}, "provider.openrouter.models"),
    ],
)
def test_what_cannot_be_set_is_refused(values, problem):
    settings = Settings(
        providers=("openrouter",), provider={"openrouter": {"api_key": "k", **values}}
    )
    with pytest.raises(SettingError) as caught:
        accounts_of(settings)
    assert problem in str(caught.value)


def test_a_missing_key_names_its_variables():
    with pytest.raises(SettingError) as caught:
        accounts_of(Settings(providers=("openrouter",)))
    assert str(caught.value) == (
        "provider.openrouter.api_key (RUSHES_OPENROUTER_API_KEY): is missing; set"
        " RUSHES_OPENROUTER_API_KEY or OPENROUTER_API_KEY, or api_key in [provider.openrouter]"
    )


def test_a_provider_must_exist():
    with pytest.raises(SettingError, match=r"'openruter' is not a .*did you mean openrouter\?"):
        accounts_of(Settings(providers=("openruter",)))
    with pytest.raises(SettingError, match=r"provider\.acme .*'acme' is not a provider"):
        accounts_of(Settings(provider={"acme": {}}))


def test_providers_to_resubmit_to_mean_all_their_accounts():
    settings = Settings(
        providers=("fal", "runway"),
        provider={"fal": {"api_keys": {"a": "x", "b": "y"}}, "runway": {"api_key": "z"}},
        resubmit_unknown=frozenset({"fal"}),
    )
    assert resubmitting(settings, accounts_of(settings)) == {"fal/a", "fal/b"}
    with pytest.raises(SettingError, match=r"RUSHES_RESUBMIT_UNKNOWN.*'acme' is not a provider"):
        resubmitting(Settings(resubmit_unknown=frozenset({"acme"})), [])


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('providres = ["x"]', "rushes.toml, line 1: 'providres' is no setting; allowed: providers"),
        ('\nproviders = ["x"', "rushes.toml: is not TOML: "),
        ('port = 1\nhost = "\udcff"', "rushes.toml, line 2: is not UTF-8"),
    ],
)
def test_a_file_of_no_use_is_one_sentence(tmp_path, text, problem):
    (tmp_path / "rushes.toml").write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(ConfigError) as caught:
        Settings()
    assert str(caught.value).startswith(problem)


def test_a_named_file_must_be_readable(monkeypatch):
    monkeypatch.setenv("RUSHES_CONFIG", "nowhere.toml")
    with pytest.raises(ConfigError, match=r"nowhere\.toml \(RUSHES_CONFIG\) cannot be read: No"):
        Settings()


def test_models_of_ones_own_join_the_catalog(config):
    config(
        """
        [models."my-team/boats-1"]
        durations = [3, 5]
        resolutions = ["480p"]
        frames = ["first_frame"]
        """
    )
    model = catalog_of(Settings()).get("my-team/boats-1")
    assert (model.durations, model.resolutions, model.kind) == ((3, 5), ("480p",), "generator")
    assert catalog_of(Settings()).get("google/veo-3.1").id == "google/veo-3.1"


@pytest.mark.parametrize(
    ("values", "problem"),
    [
        ({"boats": {}}, r"models\.boats .*must be an id such as"),
        ({"a/b": {"seconds": 3}}, r"models\.a/b\.seconds .*is unknown; allowed: name"),
        ({"a/b": {"durations": ["x"]}}, r"models\.a/b\.durations\.0"),
        ({"a/b": {"durations": [0]}}, r"models\.a/b\.durations\.0 .*must be greater than 0"),
        ({"a/b": {"resolutions": ["lots"]}}, r"'lots' is not a resolution like 720p"),
        ({"a/b": {"aspect_ratios": ["0:1"]}}, r"'0:1' is not an aspect ratio like 16:9"),
        ({"a/b": {"sizes": ["0x0"]}}, r"'0x0' is not a size like 1280x720"),
        ({"a/b": {"frames": ["middle"]}}, r"must be 'first_frame' or 'last_frame'"),
    ],
)
def test_a_model_of_no_use_is_refused(values, problem):
    with pytest.raises(SettingError, match=problem):
        catalog_of(Settings(models=values))


SECRET = "sk-or-v1-0123456789abcdefghijklmnop"


@pytest.mark.parametrize(
    "text",
    [
        f'providers = ["{SECRET}"]',
        f'{SECRET} = "x"',
        f'[provider.{SECRET}]\napi_key = "x"',
        f'[provider.fal]\n{SECRET} = "x"',
        f'providers = ["fal"]\n[provider.fal]\nbase_url = "{SECRET}"',
        f'providers = ["fal"]\n[provider.fal]\napi_keys = {{"{SECRET}" = "main"}}',
        f'providers = ["fal"]\n[provider.fal]\napi_keys = {{"{SECRET}" = ["main"]}}',
        f'providers = ["fal"]\n[provider.fal]\napi_keys = ["{SECRET}"]',
        f'providers = ["fal"]\n[provider.fal]\napi_key = "{SECRET}\\n{SECRET}"',
        f'providers = ["fal"]\n[provider.fal]\napi_key = "x"\ncapabilities = {{{SECRET} = 1}}',
        f'providers = ["sglang"]\n[provider.sglang]\ninstances = ["{SECRET}"]',
        f'[provider.replicate]\ncancel_after = ["{SECRET}"]',
        f"[models.{SECRET}]\ndurations = [3]",
        f'[models."a/b"]\n{SECRET} = 1',
        f'[fal]\napi_key = "{SECRET}"',
        f"providers = {SECRET}",
    ],
)
def test_a_key_in_a_wrong_place_is_not_repeated(config, text):
    config(text)
    with pytest.raises((SettingError, ConfigError)) as caught:
        accounts_of(Settings())
    assert "0123456789" not in str(caught.value)


def test_a_key_in_the_query_of_a_base_url_is_not_shown(config):
    config(
        'providers = ["fal"]\n[provider.fal]\napi_key = "other"\n'
        f'base_url = "https://gateway.example/v1?key={SECRET}"\n'
    )
    [account] = accounts_of(Settings())
    assert account.base_url.endswith(SECRET)
    assert account.shown_url == "https://gateway.example/v1"
    assert SECRET not in repr(account) + repr(account.routed([]))


FAL = 'providers = ["fal"]\n[provider.fal]\n'


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (FAL + 'api_key = ""', "provider.fal.api_key (RUSHES_FAL_API_KEY): is empty"),
        (FAL + 'api_key = " \\n"', "is empty"),
        (FAL + 'api_key = "one\\ntwo"', "contains a character that no key has"),
        (FAL + 'api_key = "schlüssel"', "contains a character that no key has"),
        (FAL + 'api_keys = {main = ""}', "provider.fal.api_keys.main (RUSHES_FAL_API_KEYS): is em"),
        (FAL + 'api_keys = {"" = "k"}', "a name of a key has 1 to 20 letters"),
        (FAL + 'api_keys = {"a/b" = "k"}', "a name of a key has 1 to 20 letters"),
        (FAL + 'api_keys = {a = "k", b = "k"}', "has one key under two names"),
        (FAL + 'api_key = "k"\napi_keys = {a = "l"}', "is given beside api_keys; remove one of"),
        (FAL + 'api_keys = "k"', "must be a table (in JSON, an object)"),
        (FAL + 'api_key = "k"\nmodels = {"minimax/hailuo-3" = " "}', "maps minimax/hailuo-3 to no"),
        (FAL + 'api_key = "k"\ncapabilities = {interval = inf}', "must be a finite number"),
        (FAL + 'api_key = "k"\n[provider.xai]\npatience = 1', "provider.xai.patience"),
        (
            'providers = ["alibaba"]\n[provider.dashscope]\napi_key = "k"\n[provider.alibaba]',
            "alibaba has another table, under another of its names",
        ),
        (
            '[provider.xai]\nmodels = {"minimax/hailuo-3" = "x"}',
            "provider.xai.models (RUSHES_XAI_MODELS): is not possible: this provider has models of",
        ),
        (
            'providers = ["sglang"]\n[provider.sglang]\ninstances = ["http://h", "https://h"]',
            "provider.sglang.instances (RUSHES_SGLANG_INSTANCES): two would both be called h",
        ),
        (
            "[provider.replicate]\ncancel_after = true",
            "provider.replicate.cancel_after (RUSHES_REPLICATE_CANCEL_AFTER): must be text or",
        ),
    ],
)
def test_a_file_that_would_mislead_is_refused(config, text, problem):
    config(text)
    with pytest.raises(SettingError) as caught:
        accounts_of(Settings())
    assert problem in str(caught.value)


def test_blanks_around_a_key_do_not_count(config):
    config(FAL + 'api_key = " a-key-of-0123\\n"')
    [account] = accounts_of(Settings())
    assert account.secret == "a-key-of-0123"


def test_a_variable_is_instead_of_its_counterpart_in_the_file(config, monkeypatch):
    config(FAL + 'api_keys = {a = "first", b = "second"}')
    monkeypatch.setenv("RUSHES_FAL_API_KEY", "of-the-variable")
    [account] = accounts_of(Settings())
    assert (account.id, account.secret) == ("fal", "of-the-variable")


def test_instances_have_names_of_their_own(config):
    config(
        'providers = ["sglang"]\n[provider.sglang]\n'
        'instances = ["http://h:1", "http://h:1/", "http://h:1/a", "http://h:1/b"]'
    )
    assert [account.id for account in accounts_of(Settings())] == [
        "sglang/h:1",
        "sglang/h:1/a",
        "sglang/h:1/b",
    ]


@pytest.mark.parametrize("text", ["\ufeffport = 1", "\ufeffport = 1\r\n"])
def test_a_file_of_an_editor_on_windows_is_read(tmp_path, text):
    (tmp_path / "rushes.toml").write_bytes(text.encode())
    assert Settings().port == 1


def test_a_file_that_is_nested_too_deeply_is_one_sentence(config):
    config(f"providers = {'[' * 5000}{']' * 5000}")
    with pytest.raises(ConfigError, match="nested too deeply"):
        Settings()

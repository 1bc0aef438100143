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
        ({"capabilities": {"concurrency": 0}}, "Input should be greater than 0"),
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
    ],
)
def test_a_model_of_no_use_is_refused(values, problem):
    with pytest.raises(SettingError, match=problem):
        catalog_of(Settings(models=values))

"""Settings as people write them into environments, `.env` files and units."""

from __future__ import annotations

from decimal import Decimal

import pytest
from pydantic import ValidationError

from rushes.providers.accounts import accounts_of
from rushes.runtime import service_budgets
from rushes.settings import Settings
from rushes.store.budget import EVERYONE, Budget


@pytest.mark.parametrize("around", ["{}", " {}", "{} ", "{}\r\n", "\ufeff{}\t"])
def test_blanks_and_line_ends_around_values_do_not_count(monkeypatch, tmp_path, around):
    given = {
        "RUSHES_HOST": "::1",
        "RUSHES_PORT": "1234",
        "RUSHES_DATA_DIR": str(tmp_path),
        "RUSHES_PUBLIC_URL": "HTTPS://V.Example.org:443/rushes//",
        "RUSHES_TRUSTED_PROXIES": '["10.0.0.1"]',
        "RUSHES_API_KEYS": '["a long enough key"]',
        "DATABASE_URL": "postgresql://db/rushes",
        "RUSHES_OUTPUTS_URL": "s3://bucket/prefix",
        "RUSHES_OPENROUTER_BASE_URL": "http://upstream:1/api/v1/",
        "RUSHES_PROVIDERS": "openrouter",
        "RUSHES_OPENROUTER_API_KEY": "key",
        "RUSHES_KEEP_OUTPUTS": "60",
    }
    for name, value in given.items():
        monkeypatch.setenv(name, around.format(value))
    settings = Settings()
    assert (settings.host, settings.port, settings.data_dir) == ("::1", 1234, tmp_path)
    assert settings.public_url == "https://v.example.org/rushes"
    assert settings.trusted_proxies == {"10.0.0.1/32"}
    assert {key.get_secret_value() for key in settings.api_keys} == {"a long enough key"}
    assert settings.database_url is not None
    assert settings.database_url.get_secret_value() == "postgresql://db/rushes"
    assert settings.outputs_url == "s3://bucket/prefix"
    [account] = accounts_of(settings)
    assert (account.id, account.base_url) == ("openrouter", "http://upstream:1/api/v1")
    assert account.secret == "key"
    assert settings.keep_outputs == 60


@pytest.mark.parametrize(
    ("value", "meaning"),
    [(value, True) for value in ("1", "true", "TRUE", "Yes", "on", "y", "t", " On\r\n")]
    + [
        (value, False) for value in ("0", "false", "False", "no", "OFF", "n", "f", "off\r", "", " ")
    ],
)
def test_booleans(monkeypatch, value, meaning):
    monkeypatch.setenv("RUSHES_EMULATE_STRICT", value)
    monkeypatch.setenv("RUSHES_FETCH_PRIVATE_URLS", value)
    settings = Settings()
    assert (settings.emulate_strict, settings.fetch_private_urls) == (meaning, meaning)


@pytest.mark.parametrize("empty", ["", " ", "\r\n"])
def test_an_empty_value_is_none(monkeypatch, empty):
    for name in ("RUSHES_CACHE_DIR", "RUSHES_RENDER_CACHE_BYTES"):
        monkeypatch.delenv(name)
    expected = Settings()
    for name in Settings.model_fields:
        monkeypatch.setenv(f"RUSHES_{name.upper()}", empty)
    assert Settings() == expected


@pytest.mark.parametrize("text", ["20/day, 300/month", " 300 / month ,$20.00/day"])
def test_a_spend_limit_has_amounts_for_periods(monkeypatch, text):
    monkeypatch.setenv("RUSHES_SPEND_LIMIT", text)
    assert service_budgets(Settings()) == (
        Budget(EVERYONE, "monthly", Decimal(300)),
        Budget(EVERYONE, "daily", Decimal(20)),
    )


@pytest.mark.parametrize(
    "text", ["20", "20/fortnight", "20/day, 30/day", "-1/day", "1e3/day", "day/20", "20/day,"]
)
def test_what_is_no_spend_limit_is_refused(monkeypatch, text):
    monkeypatch.setenv("RUSHES_SPEND_LIMIT", text)
    with pytest.raises(ValidationError, match="spend_limit"):
        Settings()


def test_a_service_without_a_spend_limit_has_no_budget():
    assert service_budgets(Settings()) == ()

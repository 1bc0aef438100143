"""The settings of a service for tests: what the test says, and nothing of the machine."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from pydantic import SecretStr, ValidationError
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource

from rushes.settings import SettingError, Settings, problem_of
from rushes.wire.environment import variable

API_KEY = "rushes-test-key"
# "a secret of Rushes tests" in Base64, as libraries of Standard Webhooks need it.
WEBHOOK_SECRET = "whsec_YSBzZWNyZXQgb2YgUnVzaGVzIHRlc3Rz"  # noqa: S105 - it protects nothing
# Clients that keep OpenRouter's name in the `Host` header are answered too.
HOSTS = frozenset(f"{name}openrouter.ai" for name in ("", "www.", "api.", "eu.", "us."))
ORIGINS = frozenset(f"https://{host}" for host in HOSTS)
DEFAULTS: Mapping[str, Any] = {
    "webhook_secret": SecretStr(WEBHOOK_SECRET),
    "emulation": "instant",
}


class _OwnSettings(Settings):
    """Settings that no variable and no `rushes.toml` changes: these may name a paid provider."""

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        return (init_settings,)


def with_defaults(settings: Settings) -> Settings:
    """Return settings for tests: signed webhooks and instant videos, unless they say otherwise."""
    missing = {
        name: value for name, value in DEFAULTS.items() if name not in settings.model_fields_set
    }
    return settings.model_copy(update=missing)


def kit_settings(data_dir: Path, options: dict[str, Any]) -> Settings:
    """Return the settings of a service over a folder; raises TypeError for an unknown option.

    RUSHES_REPLAY and RUSHES_TEST_CREDITS count, and RUSHES_RECORD, which takes the provider and its
    key from the usual settings.
    """
    if unknown := [name for name in options if name not in Settings.model_fields]:
        near = get_close_matches(unknown[0], Settings.model_fields, 1)
        hint = f"; did you mean {near[0]}?" if near else ""
        raise TypeError(f"{unknown[0]!r} is neither an option nor a setting{hint}")
    chosen: dict[str, Any] = {
        "port": 0,
        "data_dir": data_dir,
        **DEFAULTS,
        "allowed_origins": ORIGINS,
    }
    if credit := variable("RUSHES_TEST_CREDITS"):
        chosen["test_credits"] = credit
    chosen |= options
    kind: type[Settings] = _OwnSettings
    if options.get("record") or variable("RUSHES_RECORD"):
        kind = Settings
    elif (replay := variable("RUSHES_REPLAY")) and "replay" not in options:
        chosen["replay"] = Path(replay)
    try:
        return kind(**chosen)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        name = ".".join(map(str, first["loc"])) or "setting"
        raise SettingError(name, problem_of(first)) from None

"""Every setting with its value and where that comes from."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import Secret, SecretStr

from rushes.catalog.provider_data import load_providers
from rushes.config_file import ConfigFile, read_config
from rushes.configuration.variables import provider_variables
from rushes.secret_files import SecretSource, secret_source
from rushes.settings import RELOADABLE, Settings
from rushes.settings_sources import (
    KEY_SUFFIX,
    PROVIDER_SECRETS,
    environment_names,
    is_secret,
    variables_of,
)
from rushes.wire.environment import variable

HIDDEN = "(secret)"
Kind = Literal["default", "file", "variable", "option"]


@dataclass(frozen=True)
class Effective:
    """One setting: `kind` says what sets it, `source` which file and line, variable or option.

    `value` is what JSON has for it; that of a secret is hidden.
    """

    name: str
    value: Any
    kind: Kind
    source: str
    reloadable: bool


def effective(settings: Settings, options: Mapping[str, str]) -> Iterator[Effective]:
    """Yield all settings; `options` are the options that set some, by their names."""
    config = read_config()
    for name, field in Settings.model_fields.items():
        if name == "provider":
            yield from _providers(settings, config)
            continue
        kind, source = _source(name, config, options)
        value = getattr(settings, name)
        secret = is_secret(field.annotation)
        shown = HIDDEN if secret and value else _plain(value)
        yield Effective(name, shown, kind, source, name in RELOADABLE)


def _source(name: str, config: ConfigFile, options: Mapping[str, str]) -> tuple[Kind, str]:
    field = Settings.model_fields[name]
    if name in options:
        return "option", options[name]
    for each in variables_of(name, field):
        if is_secret(field.annotation) and (found := secret_source(each)):
            return "variable", str(found)
        if present := environment_names(os.environ).get(each.lower()):
            return "variable", present
    return _in_file(config, [name])


def _in_file(config: ConfigFile, path: list[str]) -> tuple[Kind, str]:
    for keys in (path, [*path[:-1], f"{path[-1]}{KEY_SUFFIX}"]):
        if config.has(keys):
            return "file", config.where(keys)
    return "default", "default"


def _providers(settings: Settings, config: ConfigFile) -> Iterator[Effective]:
    """Yield what is set of single providers; what is not has no row."""
    tables = {name: table.get_secret_value() for name, table in settings.provider.items()}
    if settings.provider and not config.has(["provider"]):
        yield Effective("provider", HIDDEN, "variable", "RUSHES_PROVIDER", reloadable=True)
        tables = {}
    rows = {(slug, f): (v, *_in_file(config, ["provider", slug, f])) for slug, f, v in _all(tables)}
    for name, slug, field in provider_variables():
        found = secret_source(name) if field in PROVIDER_SECRETS else _of_variable(name)
        if found is not None:
            rows[slug, field] = variable(name), "variable", str(found)
    for slug in settings.providers:
        data = load_providers().get(slug)
        vendors = [name for name in (data.variables if data else ()) if variable(name)]
        if vendors and not {(slug, field) for field in PROVIDER_SECRETS} & rows.keys():
            rows[slug, "api_key"] = None, "variable", vendors[0]
    for (slug, field), (value, kind, source) in sorted(rows.items()):
        shown = HIDDEN if field in PROVIDER_SECRETS else _without_secrets(value)
        yield Effective(f"provider.{slug}.{field}", shown, kind, source, reloadable=True)


def _all(tables: Mapping[str, Mapping[str, Any]]) -> Iterator[tuple[str, str, Any]]:
    for slug, table in tables.items():
        yield from ((slug, field, value) for field, value in table.items())


def _of_variable(name: str) -> SecretSource | None:
    return SecretSource(name) if variable(name) else None


def _without_secrets(value: Any) -> Any:
    """Return a provider's setting without the keys that URLs may have in their queries."""
    if isinstance(value, str):
        scheme, separator, rest = value.partition("://")
        if not separator:
            return value
        return f"{scheme}{separator}{rest.partition('?')[0].rpartition('@')[2]}"
    if isinstance(value, list):
        return [_without_secrets(each) for each in value]
    return value


def _plain(value: Any) -> Any:
    """Return a value as JSON has it."""
    if isinstance(value, SecretStr | Secret):
        return HIDDEN
    if isinstance(value, frozenset | set):
        return sorted(value)
    return json.loads(json.dumps(value, default=str))

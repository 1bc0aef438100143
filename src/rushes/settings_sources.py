"""What the environment and `rushes.toml` set, with the secrets of files in place."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any, get_args

from pydantic import AliasChoices, Secret, SecretStr
from pydantic.fields import FieldInfo

from rushes.config_file import ConfigError, ConfigFile, repeatable
from rushes.secret_files import PREFIX, SUFFIX, read_secret, secret_variable
from rushes.wire.environment import trimmed

KEY_SUFFIX = SUFFIX.lower()
# Keys of [provider.NAME] that are secrets.
PROVIDER_SECRETS = ("api_key", "api_keys")
_TABLES = {"provider", "provider.api_keys"}  # secrets whose files have JSON


def is_secret(annotation: Any) -> bool:
    """Return whether values of a type are hidden."""
    if isinstance(annotation, type) and issubclass(annotation, SecretStr | Secret):
        return True
    return any(map(is_secret, get_args(annotation)))


def secret_fields(fields: Mapping[str, FieldInfo]) -> Iterator[str]:
    """Yield the settings that are secrets, or contain some."""
    return (name for name, field in fields.items() if is_secret(field.annotation))


def variables_of(name: str, field: FieldInfo) -> list[str]:
    """Return the environment variables of a setting, the one that wins first."""
    if isinstance(field.validation_alias, AliasChoices):
        return [str(c) for c in field.validation_alias.choices if str(c).isupper()]
    return [f"{PREFIX}{name.upper()}"]


def environment_names(environ: Iterable[str]) -> dict[str, str]:
    """Return the names of variables by what counts, which is not the case of letters."""
    return {name.lower(): name for name in environ}


def environment_values(
    environ: Mapping[str, str | None], fields: Mapping[str, FieldInfo]
) -> dict[str, str]:
    """Return variables by their names in lower case, without blanks around values.

    An empty one is unset. The secrets of files stand under the names of their variables. Raises
    ConfigError.
    """
    found = {name: text for name, value in environ.items() if (text := trimmed(value or ""))}
    for name in secret_fields(fields):
        for variable in variables_of(name, fields[name]):
            secret = secret_variable(variable)
            if secret is not None and variable.lower() not in found:
                found[variable.lower()] = _as_json(secret) if name == "api_keys" else secret
    return found


def _as_json(text: str) -> str:
    """Return a list of keys as a variable has it; a file may also have one in each line."""
    return text if text.startswith("[") else json.dumps(_lines(text))


def _lines(text: str) -> list[str]:
    lines = map(str.strip, text.splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def file_values(config: ConfigFile, fields: Mapping[str, FieldInfo]) -> dict[str, Any]:
    """Return what `rushes.toml` sets; raises ConfigError for the first name that is no setting."""
    for problem in unknown_names(config, fields):
        raise ConfigError(problem)
    values = _with_secrets(config, dict(config.values), list(secret_fields(fields)), ())
    tables = values.get("provider")
    if isinstance(tables, Mapping):
        values["provider"] = {
            slug: _with_secrets(config, dict(table), PROVIDER_SECRETS, ("provider", slug))
            if isinstance(table, Mapping)
            else table
            for slug, table in tables.items()
        }
    return values


def unknown_names(config: ConfigFile, fields: Mapping[str, FieldInfo]) -> Iterator[str]:
    """Yield a sentence about each name in `rushes.toml` that is no setting."""
    known = sorted(fields)
    allowed = {*known, *(f"{name}{KEY_SUFFIX}" for name in secret_fields(fields))}
    for given in config.values:
        if given in allowed:
            continue
        name = repeatable(given, known)
        near = ", ".join(get_close_matches(given, allowed, 3))
        hint = f"allowed: {near}" if near else "`rushes config show` lists the settings"
        if isinstance(config.values[given], Mapping):
            hint += f"; a provider's settings are in [provider.{name}]"
        yield f"{config.where([given])}: {name!r} is no setting; {hint}"


def secret_paths(config: ConfigFile, fields: Iterable[str]) -> Iterator[tuple[str, Path]]:
    """Yield the files of secrets that `rushes.toml` names, each with its key."""
    tables = config.values.get("provider")
    groups: list[tuple[str, Any, Iterable[str]]] = [("", config.values, fields)]
    if isinstance(tables, Mapping):
        groups += [(f"provider.{slug}.", tables[slug], PROVIDER_SECRETS) for slug in tables]
    for prefix, table, names in groups:
        for name in names:
            text = table.get(f"{name}{KEY_SUFFIX}") if isinstance(table, Mapping) else None
            if isinstance(text, str):
                yield f"{prefix}{name}{KEY_SUFFIX}", _path(config, text)


def _with_secrets(
    config: ConfigFile, values: dict[str, Any], names: Collection[str], place: Sequence[str]
) -> dict[str, Any]:
    """Return a table with the contents of the files that its `…_file` keys name."""
    for name in names:
        key = f"{name}{KEY_SUFFIX}"
        if key not in values:
            continue
        text, where = values.pop(key), config.where([*place, key])
        if not isinstance(text, str) or not text:
            raise ConfigError(f"{where}: {key} must be the path of a file")
        if name in values:
            raise ConfigError(f"{where}: {key} is given beside {name}; remove one of them")
        content = read_secret(_path(config, text), f"{where}: {key}")
        values[name] = _parsed(content, [*place, name], f"{where}: {key}")
    return values


def _parsed(content: str, path: Sequence[str], where: str) -> Any:
    is_table = ".".join((path[0], *path[2:])) in _TABLES
    if path[-1] == "api_keys" and not is_table and not content.startswith("["):
        return _lines(content)
    if not is_table and path[-1] != "api_keys":
        return content
    try:
        return json.loads(content)
    except ValueError:
        kind = "an object" if is_table else "a list"
        raise ConfigError(f"{where} names a file whose content is not JSON, {kind}") from None


def _path(config: ConfigFile, text: str) -> Path:
    """Return a path of the file; a relative one is beside it."""
    folder = Path() if config.path is None else config.path.parent
    return folder / Path(text).expanduser()

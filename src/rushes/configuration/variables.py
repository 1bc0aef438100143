"""The environment variables that mean something here, and those that were probably meant to."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from rushes.catalog.provider_data import ENGINE, load_providers
from rushes.config_file import VARIABLE, ConfigError, ConfigFile, read_config
from rushes.providers.account import own_variable
from rushes.providers.accounts import REPLACED, ProviderSettings
from rushes.secret_files import (
    CREDENTIALS,
    PREFIX,
    SUFFIX,
    credential_names,
    exposure,
    secret_source,
)
from rushes.settings import Settings
from rushes.settings_sources import PROVIDER_SECRETS, secret_fields, secret_paths, variables_of
from rushes.wire.environment import variable

# What Kubernetes sets in every container for a Service whose name begins with `rushes`.
_OF_KUBERNETES = re.compile(
    rf"{PREFIX}([A-Z0-9_]+_)?(SERVICE_(HOST|PORT(_\w+)?)|PORT(_\d+_(TCP|UDP)(_\w+)?)?)"
).fullmatch


def provider_variables() -> Iterator[tuple[str, str, str]]:
    """Yield our own variables of all providers, each with its provider and its setting."""
    for slug, data in load_providers().items():
        if slug != ENGINE:
            for field in (*ProviderSettings.model_fields, *data.settings):
                yield own_variable(slug, field), slug, field


@cache
def secret_variables() -> frozenset[str]:
    """Return the variables of secrets, which have a second one for a file."""
    fields = Settings.model_fields
    return frozenset(
        [name for field in secret_fields(fields) for name in variables_of(field, fields[field])]
        + [name for name, _, field in provider_variables() if field in PROVIDER_SECRETS]
    )


@cache
def known_variables() -> frozenset[str]:
    """Return the variables that mean something, without those of vendors."""
    settings = [n for f, info in Settings.model_fields.items() for n in variables_of(f, info)]
    files = [name + SUFFIX for name in secret_variables()]
    providers = [name for name, _, _ in provider_variables()]
    return frozenset([*settings, *files, *providers, *REPLACED, VARIABLE])


def misspelt(environ: Mapping[str, str] | None = None) -> Iterator[str]:
    """Yield a warning for each variable that has no effect, with the nearest name; no values."""
    known = known_variables()
    # Without what all begin with, by which any two look alike.
    ours = sorted(one.removeprefix(PREFIX) for one in known if one.startswith(PREFIX))
    for name in sorted(os.environ if environ is None else environ):
        if not name.startswith(PREFIX) or name in known or _OF_KUBERNETES(name):
            continue
        near = get_close_matches(name.removeprefix(PREFIX), ours, 1, 0.65)
        hint = (
            f"did you mean {PREFIX}{near[0]}?"
            if near
            else "`rushes config show` lists the settings"
        )
        yield f"{name[:80]} is not a setting and has no effect; {hint}"


def warnings() -> list[str]:
    """Return what is suspicious about variables, files and credentials, a sentence each."""
    try:
        config = read_config()
    except ConfigError:
        config = ConfigFile()
    return [*misspelt(), *_misspelt_credentials(), *_exposures(config)]


def _misspelt_credentials() -> Iterator[str]:
    """Yield a warning for each credential whose name is almost one that would be used."""
    folder = Path(variable(CREDENTIALS) or "/nonexistent")
    try:
        names = sorted(path.name for path in folder.iterdir())
    except OSError:  # there is none, or it is an error of its own
        return
    known = sorted(name for v in secret_variables() for name in credential_names(v))
    for name in names:
        near = get_close_matches(name, known, 1, 0.85)
        if near and name not in known:
            yield f"credential {name[:80]} is not used; did you mean {near[0]}?"


def _exposures(config: ConfigFile) -> Iterator[str]:
    """Yield a warning for each file with secrets that every user of this machine may access."""
    fields = list(secret_fields(Settings.model_fields))
    paths = [path for _, path in secret_paths(config, fields)]
    for name in sorted(secret_variables()):
        try:
            source = secret_source(name)
        except ConfigError:  # an error of its own
            continue
        if source is not None and source.path is not None:
            paths.append(source.path)
    if config.path is not None and _has_secrets(config, fields):
        paths.append(config.path)
    yield from filter(None, map(exposure, dict.fromkeys(paths)))


def _has_secrets(config: ConfigFile, fields: list[str]) -> bool:
    tables = config.values.get("provider")
    own = [name for name in fields if name != "provider" and name in config.values]
    held = tables.values() if isinstance(tables, Mapping) else ()
    return bool(own) or any(
        isinstance(table, Mapping) and not table.keys().isdisjoint(PROVIDER_SECRETS)
        for table in held
    )

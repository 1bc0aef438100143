"""What is wrong with a configuration, as one sentence, with its place in `rushes.toml`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pydantic import ValidationError
from pydantic_settings import SettingsError

from rushes.config_file import ConfigError, read_config
from rushes.settings import SettingError, Settings, problem_of
from rushes.storage.base import StorageError
from rushes.store.transaction import StoreError
from rushes.wire.environment import variable

# What a configuration that cannot be used raises.
EXPECTED: tuple[type[Exception], ...] = (
    *(ValidationError, SettingError, SettingsError, ConfigError),
    *(StorageError, StoreError, OSError),
)


def problem_text(error: BaseException) -> str:
    """Return what an error says, without any value that may be a secret."""
    return next(iter(problem_texts(error)))


def problem_texts(error: BaseException) -> Iterator[str]:
    """Yield a sentence for each setting that an error is about."""
    if isinstance(error, ValidationError):
        for found in error.errors(include_url=False, include_input=False):
            path = [str(part) for part in found["loc"]] or ["setting"]
            name = path[0]
            yield _located(path, f"{name} (RUSHES_{name.upper()}): {problem_of(found)}")
    elif isinstance(error, SettingError):
        yield _located(error.name.split("."), str(error))
    elif isinstance(error, SettingsError):
        yield _not_json(error)
    else:
        yield str(error)


def _located(path: Sequence[str], message: str) -> str:
    """Return a message with the place in rushes.toml that it is about, if it is there."""
    config = read_config()
    overridden = variable(f"RUSHES_{path[0].upper()}") is not None
    return message if overridden or not config.has(path[:1]) else f"{config.where(path)}: {message}"


def _not_json(error: SettingsError) -> str:
    # Without the value, which may be a secret.
    found = re.search(r'field "(\w+)"', str(error))
    if found is None or found[1] not in Settings.model_fields:
        return "a setting (RUSHES_…): must be JSON"
    name = found[1]
    kind = "an object" if Settings.model_fields[name].default == {} else 'a list such as ["one"]'
    return str(SettingError(name, f"must be JSON, {kind}"))

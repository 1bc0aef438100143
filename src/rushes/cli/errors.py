"""Exit codes, and errors as one line on stderr."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator, Sequence

import click
import httpx
from pydantic import ValidationError
from pydantic_settings import SettingsError

from rushes.config_file import ConfigError, read_config
from rushes.sdk import errors
from rushes.settings import SettingError, Settings, problem_of
from rushes.storage.base import StorageError
from rushes.store.folder_lock import FolderInUseError
from rushes.store.transaction import StoreError
from rushes.wire.environment import variable

FAILED = 1
USAGE = 2
REFUSED = 3
UNREACHABLE = 4
INTERRUPTED = 130


class CliError(click.ClickException):
    def __init__(self, message: str, code: int) -> None:
        super().__init__(message)
        self.exit_code = code  # type: ignore[misc]  # click reads it from the instance


@contextlib.contextmanager
def explained(*wrong_usage: type[Exception]) -> Iterator[None]:
    """Turn errors of settings, files and services into one sentence and an exit code.

    `wrong_usage` are further errors whose text says what to do.
    """
    try:
        yield
    except wrong_usage as error:
        raise CliError(str(error), USAGE) from error
    except errors.MissingAPIKeyError as error:
        raise CliError(str(error), USAGE) from error
    except errors.APIConnectionError as error:
        url = httpx.URL(error.url or "")
        problem = f"{url.scheme}://{url.netloc.decode()} could not be reached: {error.message}"
        raise CliError(f"The service at {problem}", UNREACHABLE) from error
    except errors.OpenRouterError as error:
        code = UNREACHABLE if error.status_code >= 500 else REFUSED
        raise CliError(f"{error.message} (HTTP {error.status_code})", code) from error
    except httpx.HTTPError as error:
        raise CliError(f"The service could not be reached: {error}", UNREACHABLE) from error
    except ValidationError as error:
        raise CliError(_invalid(error), USAGE) from error
    except SettingError as error:
        raise CliError(_located(error.name.split("."), str(error)), USAGE) from error
    except SettingsError as error:
        raise CliError(_not_json(error), USAGE) from None  # its cause contains the value
    except StoreError as error:
        raise CliError(str(error), UNREACHABLE) from error
    except (ConfigError, FolderInUseError, StorageError, OSError) as error:
        raise CliError(str(error), USAGE) from error


def _invalid(error: ValidationError) -> str:
    first = error.errors(include_url=False, include_input=False)[0]
    path = [str(part) for part in first["loc"]] or ["setting"]
    name, problem = path[0], problem_of(first)
    return _located(path, f"{name} (RUSHES_{name.upper()}): {problem}")


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

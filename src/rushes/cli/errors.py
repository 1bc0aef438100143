"""Exit codes, and errors as one line on stderr."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

import click
import httpx
from pydantic import ValidationError
from pydantic_settings import SettingsError

from rushes.config_file import ConfigError
from rushes.configuration.problem import problem_text
from rushes.sdk import errors
from rushes.settings import SettingError
from rushes.storage.base import StorageError
from rushes.store.folder_lock import FolderInUseError
from rushes.store.transaction import StoreError

FAILED = 1
USAGE = 2
REFUSED = 3
UNREACHABLE = 4
INTERRUPTED = 130


class CliError(click.ClickException):
    def __init__(self, message: str, code: int) -> None:
        super().__init__(message)
        self.exit_code = code  # type: ignore[misc]  # click reads it from the instance


def not_this_api(answer: httpx.Response) -> CliError:
    """Return the error of an answer that no service of this API gives, such as a web page."""
    url, kind = answer.request.url, answer.headers.get("content-type", "").partition(";")[0]
    what = f"status {answer.status_code}" + (f" and {kind}" if kind else "")
    return CliError(
        f"{url.scheme}://{url.netloc.decode()} is not a service of this API: it answered with"
        f" {what}. Check --server or OPENROUTER_BASE_URL",
        UNREACHABLE,
    )


@contextlib.contextmanager
def explained(*wrong_usage: type[Exception]) -> Iterator[None]:
    """Turn errors of settings, files and services into one sentence and an exit code.

    `wrong_usage` are further errors whose text says what to do.
    """
    try:
        yield
    except wrong_usage as error:
        raise CliError(str(error), USAGE) from error
    except errors.CostLimitError as error:
        raise CliError(f"{error}; nothing was sent", REFUSED) from error
    except errors.MissingAPIKeyError as error:
        raise CliError(str(error), USAGE) from error
    except errors.APIConnectionError as error:
        url = httpx.URL(error.url or "")
        problem = f"{url.scheme}://{url.netloc.decode()} could not be reached: {error.message}"
        raise CliError(f"The service at {problem}", UNREACHABLE) from error
    except errors.OpenRouterError as error:
        if error.raw_response.headers.get("content-type", "").startswith("text/html"):
            raise not_this_api(error.raw_response) from error
        code = UNREACHABLE if error.status_code >= 500 else REFUSED
        # A refusal of the request says everything; its status would only name a protocol.
        status = "" if error.status_code == 400 else f" (HTTP {error.status_code})"
        raise CliError(f"{error.message}{status}", code) from error
    except httpx.HTTPError as error:
        raise CliError(f"The service could not be reached: {error}", UNREACHABLE) from error
    except (ValidationError, SettingError) as error:
        raise CliError(problem_text(error), USAGE) from error
    except SettingsError as error:
        raise CliError(problem_text(error), USAGE) from None  # its cause contains the value
    except StoreError as error:
        raise CliError(str(error), UNREACHABLE) from error
    except (ConfigError, FolderInUseError, StorageError, OSError) as error:
        raise CliError(str(error), USAGE) from error

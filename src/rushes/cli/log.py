"""The log and the traces of the long-running commands."""

from __future__ import annotations

import contextlib
import logging
import os
import sys
from collections.abc import Iterator

import click
from pydantic import Secret, SecretStr

from rushes import __version__, logs, tracing
from rushes.config_file import ConfigError
from rushes.configuration.variables import warnings
from rushes.secret_files import SUFFIX, secret_variable
from rushes.settings import Settings

log = logging.getLogger("rushes")

log_options = (
    click.option(
        "--log-format",
        type=click.Choice(["text", "json"]),
        help="How the log is written to stderr.  [default: text]",
    ),
    click.option(
        "--log-level",
        type=click.Choice(["debug", "info", "warning", "error"]),
        help="The least level of lines that are logged.  [default: info]",
    ),
)


@contextlib.contextmanager
def logged(settings: Settings) -> Iterator[None]:
    """Write the log and send the traces of a process for as long as the block lasts.

    Where the log is JSON, an error that ends the command is a line of it too. Raises TracingError.
    """
    handler = logs.configure(
        settings.log_format, settings.log_level, sys.stderr, _secrets_of(settings)
    )
    tracing.use(_backend(), providers=settings.trace_providers)
    try:
        yield
    except click.ClickException as error:
        if handler is None or settings.log_format != "json":
            raise
        logs.event(log, "service.failed", error.format_message(), logging.CRITICAL)
        raise SystemExit(error.exit_code) from None
    finally:
        tracing.close()


def log_warnings() -> None:
    """Log what is suspicious about the configuration, such as misspelt variables."""
    for warning in warnings():
        log.warning(warning)


def _backend() -> tracing.Backend | None:
    if not tracing.is_wanted(os.environ):
        return None
    try:
        from rushes.otel import OpenTelemetry  # noqa: PLC0415 - the extra may be missing
    except ImportError as error:
        raise tracing.TracingError(
            "OpenTelemetry's variables ask for traces (OTEL_EXPORTER_OTLP_ENDPOINT or"
            " OTEL_TRACES_EXPORTER), but it is not installed: pip install 'rushes[otel]'"
        ) from error
    return OpenTelemetry(__version__)


def hide_secrets(settings: Settings) -> None:
    """Keep the secrets of settings out of the log, if there is one yet."""
    logs.hide(_secrets_of(settings))


def _secrets_of(settings: Settings) -> set[str]:
    found = {*_secrets_in(dict(settings)), *_secrets_in(dict(os.environ))}
    for name in os.environ:
        stem = name.removesuffix(SUFFIX)
        if stem != name and _is_secret(stem):
            with contextlib.suppress(ConfigError):  # it is reported where the secret is used
                found.add(secret_variable(stem) or "")
    return found


def _secrets_in(value: object, *, is_secret: bool = False) -> Iterator[str]:
    match value:
        case SecretStr():
            yield value.get_secret_value()
        case Secret():
            yield from _secrets_in(value.get_secret_value())
        case str() if is_secret:
            yield value
        case dict():
            for name, item in value.items():
                yield from _secrets_in(item, is_secret=is_secret or _is_secret(name))
        case list() | tuple() | frozenset():
            for item in value:
                yield from _secrets_in(item, is_secret=is_secret)


def _is_secret(name: str) -> bool:
    return name.upper().removesuffix("S").endswith(("KEY", "SECRET", "TOKEN", "PASSWORD"))

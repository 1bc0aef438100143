"""The log and the traces of the long-running commands."""

from __future__ import annotations

import contextlib
import logging
import os
import sys
from collections.abc import Iterator

import click

from rushes import __version__, logs, tracing
from rushes.configuration.variables import warnings
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


def _secrets_of(settings: Settings) -> set[str]:
    given = [*settings.api_keys, settings.webhook_secret, settings.url_secret]
    found = {secret.get_secret_value() for secret in given if secret is not None}
    for provider in settings.provider.values():
        values = provider.get_secret_value()
        found |= {str(values[name]) for name in values if _is_secret(name)}
    found |= {value for name, value in os.environ.items() if _is_secret(name)}
    return found


def _is_secret(name: str) -> bool:
    upper = name.upper()
    return any(upper.endswith(end) for end in ("KEY", "SECRET", "TOKEN", "PASSWORD"))

"""Spans of OpenTelemetry; without a configured collector they cost next to nothing.

What a caller sends as `traceparent` is kept in any case, so that its trace id is in the log, and a
process that takes a job up continues its trace.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from contextvars import ContextVar
from typing import Any, Literal, Protocol

Kind = Literal["internal", "server", "client", "producer", "consumer"]
Attributes = Mapping[str, Any]

TRACES = ("OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT")
# Of W3C Trace Context. Ids of zeros, and version ff, are invalid.
_PARENT = re.compile(
    r"(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}", re.ASCII
)


class TracingError(ValueError):
    """Traces are asked for, and cannot be sent: a package is missing, or a variable is wrong."""


class Span(Protocol):
    """A part of a trace that has begun; attributes of None are left out."""

    def set(self, attributes: Attributes) -> None: ...

    def rename(self, name: str) -> None: ...

    def fail(self, kind: str) -> None:
        """Mark it as failed; `kind` is a class of errors, without any secret."""


class Backend(Protocol):
    """Makes spans."""

    def span(
        self, name: str, kind: Kind, parent: str | None, attributes: Attributes
    ) -> AbstractContextManager[Span]: ...

    def traceparent(self) -> str | None: ...

    def close(self) -> None: ...


class _NoSpan:
    def set(self, attributes: Attributes) -> None:
        """Keep nothing."""

    def rename(self, name: str) -> None:
        """Keep nothing."""

    def fail(self, kind: str) -> None:
        """Keep nothing."""


NO_SPAN = _NoSpan()
_remote: ContextVar[str | None] = ContextVar("rushes.traceparent", default=None)
_backend: Backend | None = None
_reach_providers = False


@contextmanager
def span(
    name: str,
    kind: Kind = "internal",
    *,
    parent: str | None = None,
    attributes: Attributes | None = None,
) -> Iterator[Span]:
    """Trace the block, in the present span or below a `parent` of another process.

    An exception that leaves the block marks the span as failed with its class; its text, which may
    hold what is no trace's business, is left to the log.
    """
    if _backend is not None:
        with _backend.span(name, kind, parent, attributes or {}) as made:
            yield made
        return
    reset = None if parent is None else _remote.set(parent)
    try:
        yield NO_SPAN
    finally:
        if reset is not None:
            _remote.reset(reset)


def traceparent() -> str | None:
    """Return the present span as a header, for what continues the trace elsewhere."""
    return _remote.get() if _backend is None else _backend.traceparent()


def headers() -> dict[str, str]:
    """Return the header that has another service continue the present trace, if there is one."""
    parent = traceparent()
    return {} if parent is None else {"traceparent": parent}


def provider_headers() -> dict[str, str]:
    """Return the same for a provider: nothing, unless the operator wants it."""
    return headers() if _reach_providers else {}


def parsed(header: bytes) -> str | None:
    """Return a `traceparent` that a caller sent, None if it is not valid."""
    text = header.decode("latin-1").strip()
    return text if _PARENT.fullmatch(text) else None


def is_on() -> bool:
    return _backend is not None


def use(backend: Backend | None, *, providers: bool = False) -> None:
    """Make the spans of this process with a backend; with `providers`, these get traceparent."""
    global _backend, _reach_providers
    _backend, _reach_providers = backend, providers


def close() -> None:
    """Send what was not sent yet, for some seconds at most."""
    global _backend
    if _backend is not None:
        closing, _backend = _backend, None
        closing.close()


def is_wanted(environ: Mapping[str, str]) -> bool:
    """Return whether OpenTelemetry's variables name a collector; raise TracingError."""
    if environ.get("OTEL_SDK_DISABLED", "").strip().lower() == "true":
        return False
    exporters = environ.get("OTEL_TRACES_EXPORTER", "").strip()
    if exporters not in {"", "otlp", "none"}:
        raise TracingError(
            f"OTEL_TRACES_EXPORTER: {exporters!r} is not supported; allowed: otlp, none"
        )
    names = ("OTEL_EXPORTER_OTLP_TRACES_PROTOCOL", "OTEL_EXPORTER_OTLP_PROTOCOL")
    protocol = next((given for name in names if (given := environ.get(name, "").strip())), "")
    is_wanted = exporters == "otlp" or (exporters == "" and any(map(environ.get, TRACES)))
    if is_wanted and protocol not in {"", "http/protobuf"}:
        raise TracingError(
            f"OTEL_EXPORTER_OTLP_PROTOCOL: {protocol!r} is not supported; allowed: http/protobuf"
        )
    return is_wanted

"""Spans that are sent to a collector by OTLP over HTTP; needs the extra `otel`.

The SDK reads OpenTelemetry's own variables: endpoint, headers, sampler, resource, batches.
"""

from __future__ import annotations

import logging
import socket
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any
from uuid import uuid4

from opentelemetry import trace
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor, SpanExportResult
from opentelemetry.trace import (
    NonRecordingSpan,
    SpanContext,
    SpanKind,
    Status,
    StatusCode,
    TraceFlags,
)

from rushes.outages import Outage
from rushes.tracing import Attributes, Kind

LONGEST_CLOSE = 5.0  # seconds

_KINDS = {kind.name.lower(): kind for kind in SpanKind}
# A span that ends by these has not failed: the process stops, or a job goes elsewhere.
_NO_FAILURES = {"CancelledError", "ReroutedError", "FencedError"}


class OpenTelemetry:
    """Makes spans, and sends them from a thread of its own."""

    def __init__(self, version: str) -> None:
        own: dict[str, str] = {
            "service.version": version,
            "service.instance.id": str(uuid4()),
            "host.name": socket.gethostname(),
        }
        # What the operator's variables say comes first.
        resource = Resource({"service.name": "rushes", **own}).merge(_given())
        self._provider = TracerProvider(resource=resource, shutdown_on_exit=False)
        self._provider.add_span_processor(BatchSpanProcessor(_Exporter()))
        self._tracer = self._provider.get_tracer("rushes", version)

    @contextmanager
    def span(
        self, name: str, kind: Kind, parent: str | None, attributes: Attributes
    ) -> Iterator[_Span]:
        with self._tracer.start_as_current_span(
            name,
            context=None if parent is None else trace.set_span_in_context(_remote(parent)),
            kind=_KINDS[kind],
            attributes=_known(attributes),
            record_exception=False,
            set_status_on_exception=False,
        ) as started:
            made = _Span(started)
            try:
                yield made
            except BaseException as error:
                if (name := type(error).__name__) not in _NO_FAILURES:
                    made.fail(name)
                raise

    def traceparent(self) -> str | None:
        found = trace.get_current_span().get_span_context()
        if not found.is_valid:
            return None
        return f"00-{found.trace_id:032x}-{found.span_id:016x}-{found.trace_flags:02x}"

    def close(self) -> None:
        # A collector that is away would hold up the end of the process.
        closing = threading.Thread(target=self._provider.shutdown, daemon=True)
        closing.start()
        closing.join(LONGEST_CLOSE)


class _Exporter(OTLPSpanExporter):
    """Exports; a collector that is away has the log lines of an outage, not a line per batch."""

    def __init__(self) -> None:
        super().__init__()
        log = logging.getLogger(OTLPSpanExporter.__module__)
        self._outage = Outage(logging.getLogger("rushes"), "traces", "trace collector")
        log.addFilter(self._is_other)

    def export(self, spans: Sequence[ReadableSpan]) -> SpanExportResult:
        result = super().export(spans)
        if result is SpanExportResult.SUCCESS:
            self._outage.works()
        return result

    def _is_other(self, record: logging.LogRecord) -> bool:
        if record.levelno >= logging.WARNING:
            self._outage.failed(record.getMessage())
        return False


class _Span:
    def __init__(self, span: trace.Span) -> None:
        self._span = span

    def set(self, attributes: Attributes) -> None:
        self._span.set_attributes(_known(attributes))

    def rename(self, name: str) -> None:
        self._span.update_name(name)

    def fail(self, kind: str) -> None:
        self._span.set_attribute("error.type", kind)
        self._span.set_status(Status(StatusCode.ERROR))


def _given() -> Resource:
    """Return what OTEL_RESOURCE_ATTRIBUTES and OTEL_SERVICE_NAME say."""
    found = Resource.create().attributes
    unnamed = str(found.get("service.name", "")).startswith("unknown_service")
    return Resource({k: v for k, v in found.items() if not (unnamed and k == "service.name")})


def _remote(parent: str) -> NonRecordingSpan:
    _, trace_id, span_id, flags = parent.split("-")[:4]
    return NonRecordingSpan(
        SpanContext(
            int(trace_id, 16),
            int(span_id, 16),
            is_remote=True,
            trace_flags=TraceFlags(int(flags, 16)),
        )
    )


def _known(attributes: Attributes) -> dict[str, Any]:
    return {name: value for name, value in attributes.items() if value is not None}

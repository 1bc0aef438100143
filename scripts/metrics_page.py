"""The page of all metrics, as a service registers them."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rushes.http.figures import SHARED, Figures
from rushes.http.readiness import Readiness, Watched
from rushes.runtime import Runtime
from rushes.settings import Settings

SUFFIXES = {"counter": "_total", "info": "_info"}


def metrics_page() -> str:
    """Return the table of metrics."""
    rows = sorted(asyncio.run(_rows()))
    head = ["| metric | type | labels | of | meaning |", "|---|---|---|---|---|"]
    return "\n".join(["# Metrics", "", *head, *rows]) + "\n"


async def _rows() -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(data_dir=Path(folder), database_url=None, providers=())
        runtime = Runtime(settings)
        context = runtime.context
        parts = (context.store, context.storage, context.router, lambda: settings, context.metrics)
        watched = Watched(*parts)
        figures = Figures(watched, Readiness(watched), streams=lambda: 0)
        await figures.refresh()
        try:
            return [*_own(context.metrics.registry), *map(_row, figures.collect())]
        finally:
            await runtime.close()


def _own(registry: Any) -> Iterator[str]:
    # A metric without samples is no part of what a registry collects, nor are its labels.
    for collector in registry._collector_to_names:
        if getattr(collector, "_name", "").startswith("rushes_"):
            yield _line(
                collector._name, collector._type, collector._labelnames, collector._documentation
            )


def _row(family: Any) -> str:
    meaning = family.documentation.partition(" Of the whole database")[0]
    return _line(family.name, family.type, family._labelnames, meaning)


def _line(name: str, kind: str, labels: tuple[str, ...], meaning: str) -> str:
    scope = "database" if name in SHARED else "process"
    if kind == "info":
        labels = ("version", "role", "python")
    shown = ", ".join(f"`{label}`" for label in labels) or "–"
    return f"| `{name}{SUFFIXES.get(kind, '')}` | {kind} | {shown} | {scope} | {meaning} |"

"""The cases of all providers, found by import."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from importlib import import_module
from pkgutil import iter_modules

import pytest

from rushes.catalog.capabilities import ProviderCapabilities
from rushes.catalog.provider_data import ProviderData, load_providers
from tests.providers import cases
from tests.providers.cases import ProviderCase


def _found() -> list[ProviderCase]:
    names = sorted(module.name for module in iter_modules(cases.__path__))
    return [import_module(f"{cases.__name__}.{name}").CASE for name in names]


CASES: list[ProviderCase] = _found()


def data_of(case: ProviderCase) -> ProviderData:
    return load_providers()[case.slug]


def capabilities_of(case: ProviderCase) -> ProviderCapabilities:
    return data_of(case).capabilities


def is_free(case: ProviderCase) -> bool:
    """Return whether making a video again costs only time."""
    return capabilities_of(case).on_lost_response == "resubmit"


def is_retired(case: ProviderCase, model: str) -> bool:
    """Return whether the last days of a model at a provider are over."""
    rows = [row for row in data_of(case).endpoints if row.model == model]
    today = datetime.now(UTC).date()
    return bool(rows) and all(row.retires and row.retires < today for row in rows)


def each(names: Callable[[ProviderCase], Iterable[str]]) -> pytest.MarkDecorator:
    """Run a test for each of a case's names, of each provider; one without any has no such test."""
    return pytest.mark.parametrize(
        ("case", "name"),
        [
            pytest.param(case, name, id=f"{case.slug}-{name}")
            for case in CASES
            for name in names(case)
        ],
    )


def each_provider(
    applies: Callable[[ProviderCase], bool] = lambda _: True,
) -> pytest.MarkDecorator:
    """Run a test for each provider to which it applies."""
    chosen = [case for case in CASES if applies(case)]
    return pytest.mark.parametrize("case", chosen, ids=[case.slug for case in chosen])

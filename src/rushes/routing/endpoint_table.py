"""All endpoints of the configured accounts, by model."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import get_args

from rushes.catalog.endpoint import Endpoint, Input
from rushes.catalog.model import Catalog, Model
from rushes.catalog.provider_data import ENGINE, load_providers
from rushes.catalog.routed_account import RoutedAccount

OURS = "rushes/"  # how models of the engine alone begin


class EndpointTable:
    """The endpoints of accounts."""

    def __init__(self, catalog: Catalog, accounts: Sequence[RoutedAccount]) -> None:
        self.accounts = accounts
        self._rows: dict[str, list[tuple[RoutedAccount, Endpoint]]] = {}
        # The engine's last: it emulates only what nobody makes.
        for account in sorted(accounts, key=lambda account: account.slug == ENGINE):
            live = set(self._rows) if account.slug == ENGINE else set()
            for endpoint in _endpoints(account, catalog):
                if endpoint.model not in live:
                    self._rows.setdefault(endpoint.model, []).append((account, endpoint))

    def of(self, model: str) -> Sequence[tuple[RoutedAccount, Endpoint]]:
        """Return the endpoints of a model, each with its account."""
        return self._rows.get(model, ())

    @property
    def endpoints(self) -> Iterator[Endpoint]:
        """Yield the endpoints of all models."""
        for rows in self._rows.values():
            yield from (endpoint for _, endpoint in rows)

    def is_live(self, model: str) -> bool:
        """Return whether a provider makes a model, and not the engine."""
        return any(account.slug != ENGINE for account, _ in self.of(model))


def is_usable(account: RoutedAccount, endpoint: Endpoint) -> bool:
    """Return whether an endpoint may be asked: its last day is not over, or that is ignored."""
    return account.uses_retired or not endpoint.is_retired


@cache
def providers_of(model: str) -> Mapping[str, Endpoint]:
    """Return every known provider that makes a model by its own data, configured or not."""
    return {
        slug: row
        for slug, data in load_providers().items()
        for row in reversed(data.endpoints)
        if row.model == model
    }


def _endpoints(account: RoutedAccount, catalog: Catalog) -> Iterator[Endpoint]:
    yield from account.endpoints
    serves = account.data.serves
    for model in catalog.models:
        # Another service than OpenRouter itself may be a Rushes, which has more models.
        is_other = account.base_url != account.data.base_url
        theirs = is_other or (model.listed and not model.id.startswith(OURS))
        if (serves == "catalog" and theirs) or serves == "emulated":
            yield _whole(model)


def _whole(model: Model) -> Endpoint:
    """Return an endpoint that takes all that its model is listed with."""
    return Endpoint.model_construct(
        model=model.id,
        upstream_model=model.id,
        inputs=frozenset(get_args(Input)),
        pricing_skus=model.skus,
    )

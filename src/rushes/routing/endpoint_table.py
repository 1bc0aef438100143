"""All endpoints of the configured accounts, by model."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import get_args

from rushes.catalog.endpoint import Endpoint, Input
from rushes.catalog.model import OFFLINE_MODEL, Catalog, Model
from rushes.catalog.provider_data import load_providers
from rushes.routing.candidate import Target

ENGINE = "rushes"
OURS = "rushes/"  # how models of the engine alone begin
FREE = {"generate": "0"}


class EndpointTable:
    """The endpoints of accounts, which `targets` are."""

    def __init__(self, catalog: Catalog, targets: Sequence[Target]) -> None:
        self.targets = targets
        self._rows: dict[str, list[tuple[Target, Endpoint]]] = {}
        # The engine's last: it emulates only what nobody makes.
        for target in sorted(targets, key=lambda target: target.slug == ENGINE):
            live = set(self._rows) if target.slug == ENGINE else set()
            for endpoint in _endpoints(target, catalog):
                if endpoint.model not in live:
                    self._rows.setdefault(endpoint.model, []).append((target, endpoint))

    def of(self, model: str) -> Sequence[tuple[Target, Endpoint]]:
        return self._rows.get(model, ())

    def is_live(self, model: str) -> bool:
        """Return whether a provider makes a model, and not the engine."""
        return any(target.slug != ENGINE for target, _ in self.of(model))


@cache
def providers_of(model: str) -> Mapping[str, Endpoint]:
    """Return every known provider that makes a model by its own data, configured or not."""
    return {
        slug: row
        for slug, data in load_providers().items()
        for row in reversed(data.endpoints)
        if row.model == model
    }


def _endpoints(target: Target, catalog: Catalog) -> Iterator[Endpoint]:
    data = target.data
    mapped = set(target.models)
    yield from (row for row in data.endpoints if row.model not in mapped)
    for name, upstream_model in target.models.items():
        # What costs only time costs nothing; other prices are the provider's, which are not known.
        is_free = data.capabilities.on_lost_response == "resubmit"
        yield _whole(catalog.get(name), upstream_model, FREE if is_free else {})
    for model in catalog.models:
        if (data.serves == "catalog" and not model.id.startswith(OURS)) or (
            data.serves == "emulated" and (model.emulated or model.id == OFFLINE_MODEL)
        ):
            yield _whole(model, model.id, model.skus)


def _whole(model: Model, upstream_model: str, skus: Mapping[str, str]) -> Endpoint:
    """Return an endpoint that takes all that its model is listed with."""
    return Endpoint.model_construct(
        model=model.id,
        upstream_model=upstream_model,
        inputs=frozenset(get_args(Input)),
        pricing_skus=skus,
    )

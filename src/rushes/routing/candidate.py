"""Candidates: the endpoints that can make what a request asks for, each under an account."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from rushes.catalog.endpoint import Endpoint
from rushes.catalog.provider_data import ProviderData


@dataclass(frozen=True)
class Target:
    """An account as routing sees it; `id` is how jobs remember it, `position` its preference.

    `models` maps models of the catalog to the provider's names, where the operator decides.
    """

    id: str
    slug: str
    name: str
    data: ProviderData
    models: Mapping[str, str] = field(default_factory=dict)
    position: int = 0
    concurrency: int = 1

    @property
    def slugs(self) -> frozenset[str]:
        """Every name that a request may call its provider by."""
        return frozenset({self.id, self.slug, *self.data.aliases})


@dataclass(frozen=True)
class Candidate:
    """An endpoint under an account, and what a request would cost there (USD; None: unknown)."""

    target: Target
    endpoint: Endpoint
    price: Decimal | None = None

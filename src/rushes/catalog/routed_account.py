"""What routing knows of an account: its provider, its models, its place in the order."""

from __future__ import annotations

from dataclasses import dataclass, field

from rushes.catalog.endpoint import Endpoint
from rushes.catalog.provider_data import ProviderData


@dataclass(frozen=True)
class RoutedAccount:
    """An account of a provider as routing sees it.

    `id` is how jobs remember it, `position` its preference, the least first. `endpoints` are those
    of its provider's data and the operator's. `uses_retired`: endpoints whose last day is over are
    tried all the same.
    """

    id: str
    slug: str
    name: str
    data: ProviderData
    endpoints: tuple[Endpoint, ...] = ()
    position: int = 0
    concurrency: int = 1
    uses_retired: bool = False
    base_url: str = field(default="", repr=False)  # its query may have a key

    @property
    def slugs(self) -> frozenset[str]:
        """Every name that a request may call its provider by."""
        return frozenset({self.id, self.slug, *self.data.aliases})

"""Accounts: a provider with one credential, or one instance of a self-hosted engine."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from pydantic import SecretStr

from rushes.catalog.capabilities import ProviderCapabilities
from rushes.catalog.endpoint import Endpoint
from rushes.catalog.model import Catalog, load_catalog
from rushes.catalog.provider_data import ProviderData
from rushes.catalog.routed_account import RoutedAccount
from rushes.settings import SettingError
from rushes.wire.proxies import Proxies


@dataclass(frozen=True)
class Egress:
    """How a provider fetches what callers and upstreams name: files and videos.

    `callback_url` returns the URL at which an upstream may report the end of an attempt, None if
    this service cannot be reached from outside.
    """

    allow_private: bool = False
    max_media_bytes: int = 30 * 1024 * 1024
    proxies: Proxies | None = None
    callback_url: Callable[[str], str | None] = lambda key: None


@dataclass(frozen=True)
class Account:
    """A provider as it is configured, with one of its credentials.

    `label` tells apart the accounts of one provider; it is empty for the only one. `settings` are
    those that the provider's data declares. `models` maps models to the upstream's names, where the
    operator decides.
    """

    slug: str
    data: ProviderData
    base_url: str = field(repr=False)  # its query may have a key
    key: SecretStr | None = None
    label: str = ""
    settings: Mapping[str, str] = field(default_factory=dict)
    models: Mapping[str, str] = field(default_factory=dict)
    capabilities: ProviderCapabilities | None = None
    egress: Egress = field(default_factory=Egress)
    uses_retired: bool = False
    catalog: Catalog = field(default_factory=load_catalog, repr=False)

    @property
    def id(self) -> str:
        """The name under which jobs remember it."""
        return f"{self.slug}/{self.label}" if self.label else self.slug

    @property
    def name(self) -> str:
        return f"{self.data.name} ({self.label})" if self.label else self.data.name

    def routed(self, endpoints: Sequence[Endpoint], position: int = 0) -> RoutedAccount:
        """Return what routing knows of it; `position` is its place in the order."""
        return RoutedAccount(
            self.id,
            self.slug,
            self.name,
            self.data,
            tuple(endpoints),
            position,
            (self.capabilities or self.data.capabilities).concurrency,
            self.uses_retired,
            self.base_url,
        )

    @property
    def shown_url(self) -> str:
        """The base URL without its query, which may have a key."""
        return self.base_url.partition("?")[0]

    @property
    def secret(self) -> str:
        return "" if self.key is None else self.key.get_secret_value()

    @property
    def hint(self) -> str:
        """The last four characters of the credential, to recognize it by."""
        return f"…{self.secret[-4:]}" if len(self.secret) >= 12 else "set" if self.key else "none"


def own_variable(slug: str, field: str) -> str:
    """Return our own variable of a provider's setting."""
    return f"RUSHES_{slug}_{field}".replace("-", "_").upper()


def unusable(slug: str, field: str, problem: str) -> SettingError:
    """Return the error of a provider's setting."""
    variable = own_variable(slug, field.partition(".")[0])
    return SettingError(f"provider.{slug}.{field}", problem, variable)

"""What each provider is and can do, as data: one TOML file a provider, in `endpoints`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from typing import Literal

from pydantic import BaseModel, ConfigDict

from rushes.catalog.capabilities import ProviderCapabilities
from rushes.catalog.endpoint import Endpoint

ENGINE = "rushes"  # the slug of the offline engine, which one does not switch on like a provider


class ProviderData(BaseModel):
    """One provider. `aliases` are further slugs that requests may give its options under.

    `variables` are the vendor's own environment variables of its key, in order. `settings` are what
    else can be configured, with defaults; `needs` names those that must be. `options` are the names
    that `provider.options.<slug>` may have.

    `serves` says which models it makes: those of its rows, the whole `catalog`, or all, which are
    only `emulated`. `proven_by` names the client that proved it, `unproven`
    what no client of the vendor covers.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    base_url: str
    aliases: tuple[str, ...] = ()
    variables: tuple[str, ...] = ()
    key_optional: bool = False
    settings: Mapping[str, str] = {}
    needs: tuple[str, ...] = ()
    options: frozenset[str] = frozenset()
    serves: Literal["rows", "catalog", "emulated"] = "rows"
    capabilities: ProviderCapabilities
    proven_by: str = ""
    unproven: str = ""
    endpoints: tuple[Endpoint, ...] = ()


@cache
def load_providers() -> Mapping[str, ProviderData]:
    """Return all providers by slug; each is read when it is first looked up."""
    return _Providers()


class _Providers(Mapping[str, ProviderData]):
    def __init__(self) -> None:
        folder = resources.files("rushes.catalog").joinpath("endpoints")
        files = {
            file.name.removesuffix(".toml"): file
            for file in folder.iterdir()
            if file.name.endswith(".toml")
        }
        self._files = dict(sorted(files.items()))
        self._read: dict[str, ProviderData] = {}

    def __getitem__(self, slug: str) -> ProviderData:
        if slug not in self._read:
            text = self._files[slug].read_text("utf-8")
            self._read[slug] = ProviderData.model_validate(tomllib.loads(text))
        return self._read[slug]

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)

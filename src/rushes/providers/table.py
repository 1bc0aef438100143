"""The providers by slug. A module is imported only when its provider is switched on."""

from __future__ import annotations

from importlib import import_module

from rushes.providers.account import Account
from rushes.providers.rest import RestProvider

# By slug: module and class.
PROVIDERS = {
    "alibaba": "alibaba:AlibabaProvider",
    "ark": "ark:ArkProvider",
    "byteplus": "ark:ArkProvider",
    "google": "google:GoogleProvider",
    "google-vertex": "google_vertex:GoogleVertexProvider",
    "kling": "kling:KlingProvider",
    "kling-legacy": "kling_legacy:KlingLegacyProvider",
    "minimax": "minimax:MiniMaxProvider",
    "openrouter": "openrouter:OpenRouterProvider",
}


def open_provider(account: Account) -> RestProvider:
    """Return the provider of an account."""
    module, _, name = PROVIDERS[account.slug].partition(":")
    found: type[RestProvider] = getattr(import_module(f"rushes.providers.{module}"), name)
    return found(account)

"""The providers by slug. A module is imported only when its provider is switched on."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING

from rushes.catalog.refusal import UnknownModelError
from rushes.catalog.routed_account import RoutedAccount
from rushes.providers.account import Account, unusable

if TYPE_CHECKING:
    from rushes.providers.rest import RestProvider

# By slug: module and class.
PROVIDERS = {
    "alibaba": "alibaba:AlibabaProvider",
    "ark": "ark:ArkProvider",
    "black-forest-labs": "black_forest_labs:BlackForestLabsProvider",
    "byteplus": "ark:ArkProvider",
    "comfyui": "comfyui:ComfyUIProvider",
    "fal": "fal:FalProvider",
    "google": "google:GoogleProvider",
    "google-vertex": "google_vertex:GoogleVertexProvider",
    "heygen": "heygen:HeyGenProvider",
    "kling": "kling:KlingProvider",
    "kling-legacy": "kling_legacy:KlingLegacyProvider",
    "luma": "luma:LumaProvider",
    "minimax": "minimax:MiniMaxProvider",
    "openai": "openai:OpenAIVideosProvider",
    "openrouter": "openrouter:OpenRouterProvider",
    "replicate": "replicate:ReplicateProvider",
    "runway": "runway:RunwayProvider",
    "sglang": "sglang:SGLangProvider",
    "vllm-omni": "vllm_omni:VllmOmniProvider",
    "xai": "xai:XaiProvider",
}


def open_provider(account: Account) -> RestProvider:
    """Return the provider of an account."""
    module, _, name = PROVIDERS[account.slug].partition(":")
    found: type[RestProvider] = getattr(import_module(f"rushes.providers.{module}"), name)
    return found(account)


def routed_accounts(accounts: Sequence[Account]) -> list[RoutedAccount]:
    """Return accounts as routing sees them, in order of preference; raises SettingError."""
    found = []
    for position, account in enumerate(accounts):
        endpoints = open_provider(account).endpoints()
        for endpoint in endpoints:
            try:
                account.catalog.get(endpoint.model)
            except UnknownModelError as error:
                problem = error.message.removeprefix("model: ")
                raise unusable(account.slug, "models", problem) from None
        found.append(account.routed(endpoints, position))
    return found

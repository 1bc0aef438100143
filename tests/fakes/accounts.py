"""Accounts of providers for tests: any base URL, and capabilities that differ from the data."""

from __future__ import annotations

from typing import Any

from pydantic import SecretStr

from rushes.catalog.capabilities import ProviderCapabilities
from rushes.catalog.provider_data import load_providers
from rushes.providers.account import Account, Egress
from rushes.providers.openrouter import OpenRouterProvider


def account_of(slug: str, url: str, key: str = "key", **options: Any) -> Account:
    """Return an account of a provider; `options` are the other fields of Account."""
    options.setdefault("egress", Egress(allow_private=True))
    return Account(slug, load_providers()[slug], url, SecretStr(key), **options)


def openrouter(
    url: str,
    *,
    key: str = "key",
    slug: str | None = None,
    capabilities: ProviderCapabilities | None = None,
    poll_floor: float | None = None,
    allow_private: bool = False,
    **options: Any,
) -> OpenRouterProvider:
    """Return OpenRouter as a provider; jobs remember it as `slug`."""
    account = account_of(
        "openrouter", url, key, capabilities=capabilities, egress=Egress(allow_private)
    )
    provider = OpenRouterProvider(account, **options)
    provider.slug = slug or provider.slug
    if poll_floor is not None:
        provider.poll_floor = poll_floor
    return provider

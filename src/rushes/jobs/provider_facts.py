"""Which providers there are, which are switched on, and how they fare, as it is shown."""

from __future__ import annotations

from typing import Any

from rushes.catalog.provider_data import ENGINE, ProviderData, load_providers
from rushes.clock import unix_time
from rushes.providers.account import Account, own_variable
from rushes.providers.accounts import accounts_of, unused_keys
from rushes.routing.health import Health
from rushes.settings import Settings


def provider_facts(settings: Settings, health: Health) -> list[dict[str, Any]]:
    """Return the accounts, then the providers that have none; no secrets.

    `failures` counts those in a row, of which `detail` is the last; `out_for` is in seconds. Each
    of `variables` can set the key of a provider that has none.
    """
    accounts = accounts_of(settings)
    enabled = {account.slug for account in accounts} | {ENGINE}
    off = [
        _off(slug, data, settings) for slug, data in load_providers().items() if slug not in enabled
    ]
    return [_facts(account, health) for account in accounts] + off


def _facts(account: Account, health: Health) -> dict[str, Any]:
    state, now = health.of(account.id), unix_time()
    problem = state.problem if state.is_out(now) else None
    facts: dict[str, Any] = {
        "provider": account.id,
        "name": account.name,
        "state": "out" if problem else "on",
        "key": account.hint,
        "base_url": account.shown_url,
        "models": _models(account.data) or len(account.models),
        "in_flight": state.in_flight,
        "problem": problem,
        "failures": state.failures or None,
        "detail": state.detail or None,
        "out_for": round(state.out_until - now) if problem else None,
    }
    return {name: value for name, value in facts.items() if value is not None}


def _off(slug: str, data: ProviderData, settings: Settings) -> dict[str, Any]:
    keys = [name for name, of in unused_keys(settings) if of == slug]
    wanted = (own_variable(slug, "api_key"), *data.variables)
    facts = {"provider": slug, "name": data.name, "state": "off", "models": _models(data)}
    if keys:
        return {**facts, "key": f"{keys[0]} is set but not used"}
    return {**facts, "key": f"set {' or '.join(wanted)}", "variables": list(wanted)}


def _models(data: ProviderData) -> int:
    return len({endpoint.model for endpoint in data.endpoints})

"""Finds the endpoints that make a request, or says why there is none."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Protocol

from rushes.catalog.endpoint import Endpoint, inputs_of
from rushes.catalog.limits import Spec
from rushes.catalog.model import Catalog
from rushes.catalog.provider_data import ENGINE
from rushes.catalog.refusal import (
    InvalidRequestError,
    NoEndpointError,
    NotPermittedError,
    PriceLimitError,
    UnsupportedByProviderError,
)
from rushes.catalog.routed_account import RoutedAccount
from rushes.clock import unix_time
from rushes.routing.candidate import Candidate
from rushes.routing.choose import choose, is_affordable
from rushes.routing.endpoint_table import EndpointTable, is_usable, providers_of
from rushes.routing.health import Health
from rushes.routing.preferences import Policy, Preferences
from rushes.wire import VideoGenerationRequest

MAX_REASONS = 3  # that an error repeats


class HealthSource(Protocol):
    """Where the health of accounts is read; `known` is what was read last, at no cost."""

    known: Health

    async def health(self) -> Health:
        """Return the health of all accounts; may read it anew."""


class _Healthy:
    known = Health()

    async def health(self) -> Health:
        return self.known


class Router:
    """Routes requests to accounts, by `policy` unless they say otherwise."""

    def __init__(
        self,
        catalog: Catalog,
        accounts: Sequence[RoutedAccount],
        *,
        policy: Policy = "order",
        health: HealthSource | None = None,
    ) -> None:
        self.update(catalog, accounts, policy)
        self.reports = health or _Healthy()

    def update(self, catalog: Catalog, accounts: Sequence[RoutedAccount], policy: Policy) -> None:
        """Route by other models, accounts, and policy from now on."""
        self.catalog = catalog
        self.table = EndpointTable(catalog, accounts)
        self._policy = policy

    def has_choice(self, model: str, account_id: str | None = None) -> bool:
        """Return whether more than one endpoint makes a model, or one of another account."""
        rows = self.table.of(model)
        is_other = account_id is not None and any(a.id != account_id for a, _ in rows)
        return len(rows) > 1 or is_other

    def rows(self, account_id: str, model: str, upstream_model: str) -> list[Endpoint]:
        """Return the rows of an account that have a model under a name of the upstream's."""
        return [
            endpoint
            for account, endpoint in self.table.of(model)
            if account.id == account_id and endpoint.upstream_model == upstream_model
        ]

    async def route(
        self,
        request: VideoGenerationRequest,
        spec: Spec,
        preferences: Preferences,
        *,
        only_account: str | None = None,
        without: Collection[tuple[str, str]] = (),
    ) -> list[Candidate]:
        """Return the endpoints that can make a request, the best first; never none.

        `only_account` is the one that must; `without` are accounts and upstream models that are out
        of the question. Raises InvalidRequestError with the reason: NoEndpointError if no account
        makes the model, UnsupportedByProviderError if none can do all that is asked, and
        PriceLimitError if it costs more than may be paid.
        """
        rows = [
            (account, endpoint)
            for account, endpoint in self.table.of(spec.model)
            if (account.id, endpoint.upstream_model) not in without
            and only_account in {None, account.id}
        ]
        rows = [row for row in rows if is_usable(*row)]
        if not rows:
            raise _no_endpoint(spec.model)
        able = [
            Candidate(account, endpoint, endpoint.price(spec))
            for account, endpoint in rows
            if endpoint.problem(request, spec) is None
            and not unknown_options(request, account, endpoint)
        ]
        if not able:
            raise _unsupported(request, spec, rows)
        # The engine has no account that could be out, or busy elsewhere.
        is_engine = all(candidate.account.slug == ENGINE for candidate in able)
        health = Health() if is_engine else await self.reports.health()
        chosen = choose(_one_each(able), preferences, self._policy, health, unix_time())
        if not chosen:
            raise _none_chosen(able, preferences, health)
        return chosen


def _no_endpoint(model: str) -> NoEndpointError:
    able = providers_of(model)
    named = " or ".join(sorted(s for s, row in able.items() if not row.is_retired))
    if able and not named:
        return NoEndpointError(f"model: {model} {_retired(able)}", field="model")
    return NoEndpointError(
        f"model: no configured provider makes {model}; {named or 'openrouter'} would: add it to"
        " `providers` (RUSHES_PROVIDERS)",
        field="model",
    )


def unknown_options(
    request: VideoGenerationRequest, account: RoutedAccount, endpoint: Endpoint
) -> list[str]:
    """Return the options given for a provider that an endpoint of it does not have."""
    if account.data.serves in {"catalog", "emulated"}:
        return []  # OpenRouter's are for its own providers; the engine has none and needs none
    options = request.provider and request.provider.options
    given = (options.__pydantic_extra__ or {}) if options else {}
    names = (name for slug in account.slugs for name in given.get(slug) or {})
    return [name for name in names if name not in _options(account, endpoint)]


def _options(account: RoutedAccount, endpoint: Endpoint) -> frozenset[str]:
    return account.data.options if endpoint.options is None else endpoint.options


def _one_each(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Leave each account its first row that can do a request: rows of a model differ in limits."""
    found: dict[str, Candidate] = {}
    for candidate in candidates:
        found.setdefault(candidate.account.id, candidate)
    return list(found.values())


def _unsupported(
    request: VideoGenerationRequest, spec: Spec, rows: Sequence[tuple[RoutedAccount, Endpoint]]
) -> UnsupportedByProviderError:
    reasons: dict[str, str] = {}
    # Of an account's rows, one that takes what is put in says best what else is wrong.
    inputs = inputs_of(request, spec)
    for account, endpoint in sorted(rows, key=lambda row: not inputs <= row[1].inputs):
        problem = endpoint.problem(request, spec)
        if unknown := unknown_options(request, account, endpoint):
            allowed = ", ".join(sorted(_options(account, endpoint))) or "none"
            problem = f"provider.options.{account.slug}.{unknown[0][:40]}: allowed: {allowed}"
        reasons.setdefault(account.data.name, problem or "")
    first = next(iter(reasons.values()))
    field = first.partition(":")[0]
    parts = [f"{name}: {text.partition(': ')[2]}" for name, text in reasons.items()]
    more = len(parts) - MAX_REASONS
    shown = "; ".join(parts[:MAX_REASONS]) + (f"; and {more} more" if more > 0 else "")
    return UnsupportedByProviderError(
        f"{field}: no configured provider can do this with {spec.model}. {shown}", field=field
    )


def _none_chosen(
    able: Sequence[Candidate], preferences: Preferences, health: Health
) -> InvalidRequestError:
    names = sorted({candidate.account.slug for candidate in able})
    if not any(preferences.permits(c.account.slugs) for c in able):
        allowed = ", ".join(sorted(preferences.permitted or ())) or "none"
        return NotPermittedError(
            f"provider: this API key may use none of the providers that can make this; allowed:"
            f" {allowed}",
            field="provider",
        )
    wanted = [c for c in able if preferences.allows(c.account.slugs)]
    if not wanted:
        return UnsupportedByProviderError(
            "provider: `only`, `ignore`, and `order` without fallbacks, leave none of the providers"
            " that can make this:"
            f" {', '.join(names)}",
            field="provider",
        )
    limit = preferences.max_price
    affordable = [c for c in wanted if is_affordable(c, limit)]
    if not affordable:
        return _too_expensive(wanted, limit or Decimal(0))
    now = unix_time()
    outs = {c.account.name: health.of(c.account.id) for c in affordable}
    seconds = min((state.out_until - now for state in outs.values()), default=60.0)
    reasons = "; ".join(
        f"{name} {'rejected its API key' if state.problem == 'credential' else 'lacks credit'}"
        for name, state in sorted(outs.items())
    )
    return NoEndpointError(
        f"model: no provider is available. {reasons}", field="model", retry_after=max(seconds, 1.0)
    )


def _too_expensive(candidates: Sequence[Candidate], limit: Decimal) -> PriceLimitError:
    priced = [(c.price, c.account.slug) for c in candidates if c.price is not None]
    if not priced:
        slugs = ", ".join(sorted({c.account.slug for c in candidates}))
        return PriceLimitError(f"max_price: ${limit}, but no price is known of {slugs}")
    price, slug = min(priced)
    return PriceLimitError(f"max_price: ${limit} is less than the ${price} of {slug}, the cheapest")


def _retired(able: Mapping[str, Endpoint]) -> str:
    """Return the end of a sentence about a model that all its providers have retired."""
    last = max(able.values(), key=lambda endpoint: endpoint.retires or date.min)
    successor = f"; its successor is {last.successor}" if last.successor else ""
    return (
        f"was retired on {last.retires} by {' and '.join(sorted(able))}{successor}."
        " `use_retired = true` in [provider.NAME] tries it all the same"
    )

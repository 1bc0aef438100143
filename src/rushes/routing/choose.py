"""Which endpoints make a request, in which order. Pure: all that it depends on is given."""

from __future__ import annotations

import math
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from rushes.routing.candidate import Candidate
from rushes.routing.health import Health
from rushes.routing.preferences import Policy, Preferences


def choose(
    candidates: Sequence[Candidate],
    preferences: Preferences,
    policy: Policy,
    health: Health,
    now: float,
) -> list[Candidate]:
    """Return the candidates that may make a request, the best first.

    Those beyond the maximal price, and those that are not wanted, are left out. An account that is
    out comes after all others if it only fails, and is left out if its credential or credit does.
    Without fallbacks only the first one's provider is left.
    """
    chosen = preferences.policy or policy

    def key(candidate: Candidate) -> tuple[Any, ...]:
        account, state = candidate.account, health.of(candidate.account.id)
        return (
            state.is_out(now),
            preferences.rank(account.slugs),
            _measure(candidate, chosen, health),
            _first_of_provider[account.slug],
            state.in_flight / account.concurrency,
            account.position,
        )

    wanted = [
        candidate
        for candidate in candidates
        if preferences.allows(candidate.account.slugs)
        and is_affordable(candidate, preferences.max_price)
        and not _has_no_access(candidate, health, now)
    ]
    if len(wanted) < 2:
        return wanted
    _first_of_provider: dict[str, int] = {}
    for candidate in wanted:
        position = candidate.account.position
        known = _first_of_provider.get(candidate.account.slug, position)
        _first_of_provider[candidate.account.slug] = min(known, position)
    ordered = sorted(wanted, key=key)
    if not preferences.allow_fallbacks:
        return [c for c in ordered if c.account.slug == ordered[0].account.slug]
    return ordered


def is_affordable(candidate: Candidate, max_price: Decimal | None) -> bool:
    """Return whether a candidate's price is known not to exceed a limit."""
    return max_price is None or (candidate.price is not None and candidate.price <= max_price)


def _has_no_access(candidate: Candidate, health: Health, now: float) -> bool:
    state = health.of(candidate.account.id)
    return state.is_out(now) and state.problem != "failing"


def _measure(candidate: Candidate, policy: Policy, health: Health) -> float:
    measured = health.at(candidate.account.id, candidate.endpoint.model)
    match policy:
        case "order":
            return 0.0
        case "cheapest":
            return math.inf if candidate.price is None else float(candidate.price)
        case "fastest":
            return math.inf if measured.seconds is None else measured.seconds
        case "reliable":
            return -measured.success

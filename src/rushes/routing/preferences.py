"""What a request says about which provider is to make it, and for how much."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal, get_args

from rushes.catalog.refusal import InvalidParameterError
from rushes.store.api_key import ApiKey
from rushes.wire import VideoGenerationRequest

Policy = Literal["order", "cheapest", "fastest", "reliable"]
Sort = Literal["price", "latency", "throughput", "reliability"]

POLICY_OF: dict[Sort, Policy] = {
    "price": "cheapest",
    "latency": "fastest",
    "throughput": "fastest",
    "reliability": "reliable",
}


@dataclass(frozen=True)
class Preferences:
    """Slugs of providers in order of preference, and limits; `max_price` is in USD.

    `permitted` are those that the API key allows, whatever the request says; None is all.
    """

    order: tuple[str, ...] = ()
    only: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()
    allow_fallbacks: bool = True
    policy: Policy | None = None
    max_price: Decimal | None = None
    permitted: frozenset[str] | None = None

    def allows(self, slugs: frozenset[str]) -> bool:
        """Return whether a provider with these slugs may make the video."""
        if not self.permits(slugs):
            return False
        if self.order and not self.allow_fallbacks and self.rank(slugs) == len(self.order):
            return False
        return (not self.only or bool(self.only & slugs)) and not self.ignore & slugs

    def permits(self, slugs: frozenset[str]) -> bool:
        """Return whether the API key allows a provider with these slugs."""
        return self.permitted is None or bool(self.permitted & slugs)

    def rank(self, slugs: frozenset[str]) -> int:
        """Return the place of a provider in the request's order; those not in it come last."""
        places = (place for place, slug in enumerate(self.order) if slug in slugs)
        return next(places, len(self.order))


def permitted(preferences: Preferences, api_key: ApiKey | None) -> Preferences:
    """Return preferences within what a stored API key allows."""
    if api_key is None or api_key.providers is None:
        return preferences
    return replace(preferences, permitted=frozenset(api_key.providers))


def preferences_of(
    request: VideoGenerationRequest, max_price: Decimal | None = None
) -> Preferences:
    """Return the preferences of a request; `max_price` is that of its header.

    Raises InvalidParameterError.
    """
    given = request.provider
    if given is None:
        return Preferences(max_price=max_price)
    sort = given.sort
    if sort is not None and sort not in POLICY_OF:
        raise InvalidParameterError("provider.sort", sort, "is not known", allowed=get_args(Sort))
    if given.max_price is not None:
        price = Decimal(str(given.max_price))
        if not price.is_finite() or price < 0:
            raise InvalidParameterError(
                "provider.max_price", given.max_price, "is no price in USD", allowed=("0 or more",)
            )
        max_price = price if max_price is None else min(price, max_price)
    return Preferences(
        order=tuple(given.order or ()),
        only=frozenset(given.only or ()),
        ignore=frozenset(given.ignore or ()),
        allow_fallbacks=given.allow_fallbacks is not False,
        policy=None if sort is None else POLICY_OF[sort],
        max_price=max_price,
    )

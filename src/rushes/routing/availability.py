"""What makes each model here: a provider, the engine that emulates it, or nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from rushes.catalog.endpoint import Endpoint
from rushes.catalog.provider_data import ENGINE
from rushes.routing.endpoint_table import EndpointTable, is_usable, providers_of

Status = Literal["live", "emulated", "unavailable", "retired"]


@dataclass(frozen=True)
class Availability:
    """Whether a model can be had: `live` from `providers`, or emulated.

    `possible` are the providers that would make it if they were configured. `retires` is the last
    day of the last provider that will have it, `successor` the model after it.
    """

    status: Status
    providers: tuple[str, ...] = ()
    possible: tuple[str, ...] = ()
    retires: date | None = None
    successor: str | None = None

    def shown(self) -> dict[str, Any]:
        """Return what is known, for JSON."""
        facts = {
            "status": self.status,
            "providers": list(self.providers),
            "possible_providers": list(self.possible),
            "retires": None if self.retires is None else self.retires.isoformat(),
            "successor": self.successor,
        }
        return {name: value for name, value in facts.items() if value}


def availability(model: str, table: EndpointTable) -> Availability:
    """Return what makes a model, given the endpoints of a configuration."""
    rows = table.of(model)
    live = [(account, endpoint) for account, endpoint in rows if account.slug != ENGINE]
    usable = [row for row in live if is_usable(*row)]
    makers = tuple(dict.fromkeys(account.id for account, _ in usable or live))
    known = providers_of(model)
    configured = {account.slug for account, _ in rows}
    possible = tuple(
        sorted(s for s, e in known.items() if s not in configured and not e.is_retired)
    )
    retires, successor = _retirement([e for _, e in usable or live] or list(known.values()))
    status: Status = "emulated" if rows else "unavailable"
    if live:
        status = "live" if usable else "retired"
    return Availability(status, makers, possible, retires, successor)


def _retirement(endpoints: list[Endpoint]) -> tuple[date | None, str | None]:
    """Return when the last of endpoints retires, and the successor; None if one stays."""
    if not endpoints or any(endpoint.retires is None for endpoint in endpoints):
        return None, None
    last = max(endpoints, key=lambda endpoint: endpoint.retires or date.min)
    return last.retires, last.successor

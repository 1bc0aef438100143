"""How accounts fare: taken out or not, how busy, and what was measured of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Problem = Literal["credential", "credit", "failing"]


@dataclass(frozen=True)
class AccountHealth:
    """One account. It is out until `out_until` (unix seconds), then one request probes it.

    `problem` says why: its credential was rejected, its credit is used up, or it fails again and
    again. `detail` is the provider's own message, `failures` how many in a row, `in_flight` how
    many of its jobs are open.
    """

    problem: Problem | None = None
    detail: str = ""
    out_until: float = 0.0
    failures: int = 0
    in_flight: int = 0

    def is_out(self, now: float) -> bool:
        """Return whether nothing is to be sent by it now."""
        return self.problem is not None and now < self.out_until


@dataclass(frozen=True)
class Measured:
    """What came of the latest attempts at one model by one account; later ones weigh more."""

    attempts: float = 0.0
    succeeded: float = 0.0
    seconds: float | None = None

    @property
    def success(self) -> float:
        """Return the rate of success; without attempts that of one good and one bad."""
        return (self.succeeded + 1) / (self.attempts + 2)


@dataclass(frozen=True)
class Health:
    """The health of all accounts, and what was measured by account and model."""

    accounts: Mapping[str, AccountHealth] = field(default_factory=dict)
    measured: Mapping[tuple[str, str], Measured] = field(default_factory=dict)

    def of(self, account: str) -> AccountHealth:
        """Return the health of an account."""
        return self.accounts.get(account, AccountHealth())

    def at(self, account: str, model: str) -> Measured:
        """Return what was measured of a model at an account."""
        return self.measured.get((account, model), Measured())

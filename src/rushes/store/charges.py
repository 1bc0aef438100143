"""What jobs have cost, by owner."""

from __future__ import annotations

from collections.abc import Sequence

from rushes.store.transaction import Table, Transaction, surveys

_SUM = "COALESCE(SUM(CASE WHEN created_ns >= :{name} THEN {cost} ELSE 0 END), 0)"
_COST = "CAST(cost AS DOUBLE PRECISION)"


class Charges(Table):
    @surveys
    def since(self, times: Sequence[int], owner: str | None = None) -> Transaction[list[float]]:
        """Return what the jobs made since each time (unix seconds) cost in USD.

        Of one owner, or of all. Deleted jobs count; those whose records were removed do not.
        """
        sums = ", ".join(_SUM.format(name=f"t{n}", cost=_COST) for n in range(len(times)))
        parameters = {f"t{n}": time * 10**9 for n, time in enumerate(times)}
        whose = "" if owner is None else " AND owner = :owner"
        rows = yield (
            f"SELECT {sums} FROM jobs /*by jobs_charged*/ WHERE cost IS NOT NULL{whose}",
            {**parameters, "owner": owner},
        )
        return [round(float(value), 9) for value in rows[0]]

"""A memory of how numba resolves calls on plain values, which is a sixth of its compile time.

For each `a + b`, `max(a, b)` or `picture[i, j]` numba tries every candidate anew and records each
miss as an error. The answer depends on the types of the arguments alone.
"""

from __future__ import annotations

from typing import Any

from numba.core import types
from numba.core.types.functions import BaseFunction

_PLAIN = (types.Number, types.Boolean, types.Array, types.BaseTuple)


def remember_calls() -> None:
    """Have numba remember, for the rest of this process, what it found for such arguments."""
    resolve = BaseFunction.get_call_type
    if hasattr(resolve, "known"):
        return
    known: dict[Any, Any] = {}

    def remembered(self: Any, context: Any, args: Any, kws: Any) -> Any:
        if kws or not all(isinstance(type_, _PLAIN) for type_ in args):
            return resolve(self, context, args, kws)
        # The function type itself, of which numba has one each, keeps what belongs to the answer.
        call = (self, *args)
        if call not in known:
            known[call] = resolve(self, context, args, kws)
        return known[call]

    remembered.known = known  # type: ignore[attr-defined] # read above
    BaseFunction.get_call_type = remembered  # type: ignore[method-assign] # numba has no hook for it

"""A memory of how numba resolved calls, which it would find out again and again.

For each `a + b`, `max(a, b)` or `picture[i, j]` numba tries every candidate anew and records each
miss as an error. The answer depends on the types of the arguments alone.
"""

# mypy: disable-error-code="no-untyped-call"
# numba has no types.

from __future__ import annotations

import functools
from typing import Any

from numba.core import base, typeinfer, types
from numba.core.errors import TypingError
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

    # Asked at each call, of one of numba's own functions, by taking its signature apart.
    base._has_loc = functools.cache(base._has_loc)
    remembered.known = known  # type: ignore[attr-defined] # read above
    BaseFunction.get_call_type = remembered  # type: ignore[method-assign] # numba has no hook for it


def settle_calls() -> None:
    """Have numba, for the rest of this process, not look at a call again whose types are known.

    It goes through all statements of a function until no type changes, which is twice or more.
    """
    typeinfer.ConstraintNetwork = _Constraints  # type: ignore[misc] # numba has no hook for it


class _Constraints(typeinfer.ConstraintNetwork):
    def __init__(self) -> None:
        super().__init__()
        self._settled: dict[int, list[Any]] = {}

    def propagate(self, typeinfer: Any) -> list[Any]:
        errors = []
        for number, constraint in enumerate(self.constraints):
            given = _given(constraint, typeinfer.typevars)
            if given is not None and given == self._settled.get(number):
                continue
            try:
                constraint(typeinfer)
            except TypingError as error:
                errors.append(error)
            else:
                if given is not None:
                    self._settled[number] = given
        return errors


def _given(constraint: Any, variables: Any) -> list[Any] | None:
    """Return the types that a call or an attribute depends on; None for anything else."""
    if isinstance(constraint, typeinfer.GetAttrConstraint):
        return [variables[constraint.value.name].type]
    if not isinstance(constraint, typeinfer.CallConstraint) or constraint.kws or constraint.vararg:
        return None
    names = [one.name for one in constraint.args]
    if not isinstance(constraint, typeinfer.IntrinsicCallConstraint):  # else it is an operator
        names.append(constraint.func)
    return [variables[name].type for name in names]

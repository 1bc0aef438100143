"""How kernels are compiled.

`nogil` lets threads render different frames at once; `error_model="numpy"` keeps a division by zero
from raising inside a loop; `fastmath` is off because the same request must give the same bytes on
every machine.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any, TypeVar, cast, overload

import numba
import numpy as np
from numba.core import types
from numba.extending import models, register_model, typeof_impl
from numpy.typing import NDArray

from rushes.engines.procedural.quicker_typing import remember_calls

if TYPE_CHECKING:
    from collections.abc import Callable

Floats = NDArray[np.float32]
Doubles = NDArray[np.float64]
Integers = NDArray[np.int64]
F = TypeVar("F", bound="Callable[..., object]")

remember_calls()
_compiled = functools.partial(numba.njit, cache=True, nogil=True, error_model="numpy")


def kernel(function: F) -> F:
    """Compile a scalar loop to machine code on first call and cache it on disk.

    It must not make arrays: then numba need not count references to those it gets, which would
    cost atomic operations inside the loops.
    """
    return cast(F, _compiled(no_cfunc_wrapper=True, _nrt=False)(function))


def allocating_kernel(function: F) -> F:
    """Like `kernel`, for one that makes arrays."""
    return cast(F, _compiled(no_cfunc_wrapper=True)(function))


@overload
def inline(function: F) -> F: ...
@overload
def inline(function: str) -> Callable[[F], F]: ...
def inline(function: F | str) -> F | Callable[[F], F]:
    """Compile a small function that is called from inside kernels, and only from there.

    It must not make arrays nor return any. It is compiled anew for each combination of argument
    types; a numba signature in place of the function, as `@inline("float64(float64, int64)")`, has
    it compiled once, on import.
    """
    if isinstance(function, str):
        return lambda body: cast(F, _Inner(body, function))
    return cast(F, _Inner(function))


def routine(function: F) -> F:
    """Like `inline`, for a large function that several places call: its code is not copied."""
    return cast(F, _Inner(function, copied=False))


class _Inner:
    """A compiled function without an entry point for Python.

    If it is `copied`, its code becomes part of its callers': a call would pass each field of a
    named tuple, and five to seven numbers for each array in it. Entry points take an eighth of
    numba's compile time. References to arrays are not counted either, which would cost an atomic
    operation per array and call: the callers own them.
    """

    def __init__(
        self, function: Callable[..., object], signature: str | None = None, *, copied: bool = True
    ) -> None:
        functools.update_wrapper(self, function)
        signatures = () if signature is None else (signature,)
        self.dispatcher: Any = _compiled(
            *signatures,
            inline="never",
            forceinline=copied,
            _nrt=False,
            no_cpython_wrapper=True,
            no_cfunc_wrapper=True,
        )(function)

    def __call__(self, *_: object) -> object:
        raise TypeError(f"{self.__name__} can only be called from inside a kernel")  # type: ignore[attr-defined] # set by update_wrapper


@typeof_impl.register(_Inner)
def _typeof_inner(value: _Inner, context: object) -> object:
    return _InnerType(value.dispatcher)


class _InnerType(types.Dispatcher):
    """The type of an inner function, for which a literal is a number like any other.

    numba would compile it once more for each literal. It would also compile it for the first value
    of a variable that changes.
    """

    def get_call_type(self, context: Any, args: Any, kws: Any) -> Any:
        plain: Any = types.unliteral
        named = {name: plain(value) for name, value in kws.items()}
        return super().get_call_type(context, tuple(map(plain, args)), named)


register_model(_InnerType)(models.OpaqueModel)

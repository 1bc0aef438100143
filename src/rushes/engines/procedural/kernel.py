"""How kernels are compiled, and when.

`nogil` lets threads render different frames at once; `error_model="numpy"` keeps a division by zero
from raising inside a loop; `fastmath` is off because the same request must give the same bytes on
every machine.
"""

from __future__ import annotations

import contextlib
import functools
import inspect
from contextvars import ContextVar
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast, overload

import numba
import numpy as np
from numba.core import types
from numba.extending import models, register_model, typeof_impl
from numpy.typing import NDArray

from rushes.engines.compilers import held
from rushes.engines.procedural.quicker_lowering import call_unchecked
from rushes.engines.procedural.quicker_pipeline import (
    CalledPipeline,
    CopiedPipeline,
    KernelPipeline,
)
from rushes.engines.procedural.quicker_typing import remember_calls, settle_calls

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Floats = NDArray[np.float32]
Doubles = NDArray[np.float64]
Integers = NDArray[np.int64]
F = TypeVar("F", bound="Callable[..., object]")
Types = tuple[Any, ...]  # numba's types of a call's arguments
LOCK_SECONDS = 20.0  # for another process to compile a kernel; most take less than five
_NOTHING = {"int": 1, "float": 1.0}  # returned by kernels that do not run

remember_calls()
settle_calls()
call_unchecked()
_compiled = functools.partial(
    numba.njit, nogil=True, error_model="numpy", pipeline_class=KernelPipeline
)
_calls: ContextVar[dict[tuple[Kernel, Types], None] | None] = ContextVar("calls", default=None)


def kernel(function: F) -> F:
    """Compile a scalar loop to machine code on first call and cache it on disk.

    It must not make arrays: then numba need not count references to those it gets, which would
    cost atomic operations inside the loops. Kernels cannot call it.
    """
    return cast(F, Kernel(function, _nrt=False))


class Kernel:
    """A compiled function that Python calls, and that one process at a time compiles.

    The lock saves the others the work. It also guards numba's index of a function's signatures,
    where two processes that write at once lose one of them.
    """

    def __init__(self, function: Callable[..., object], **options: object) -> None:
        functools.update_wrapper(self, function)
        self.__name__ = function.__name__
        self.__wrapped__: Any = function
        compiled: Any = _compiled(cache=True, no_cfunc_wrapper=True, **options)(function)
        self.dispatcher = compiled
        self._compile_function = compiled.compile
        # What numba calls for arguments of new types. It looks into the cache on disk first.
        compiled.compile = self._compile_alone
        self._nothing = _NOTHING.get(function.__annotations__["return"])

    def __call__(self, *args: object) -> object:
        calls = _calls.get()
        if calls is None:
            return self.dispatcher(*args)
        types_ = tuple(map(numba.typeof, args))
        for one in self._routines:
            calls[one, one.types_within(self, types_)] = None
        calls[self, types_] = None
        return self._nothing

    @property
    def size(self) -> int:
        """How much code there is to compile, with that of the functions copied into it."""
        return _size(self.__wrapped__)

    def compile_ahead(self, types_: Types) -> None:
        """Compile for arguments of these types, unless another process is at it."""
        with self._alone(seconds=0.0) as alone:
            if alone:
                self._compile(types_)

    @property
    def in_work(self) -> bool:
        """Whether another process is compiling it."""
        with self._alone(seconds=0.0) as alone:
            return not alone

    def _compile_alone(self, types_: Types) -> object:
        with self._alone(LOCK_SECONDS):
            return self._compile(types_)

    def _compile(self, types_: Types) -> object:
        # Its machine code, which may be in the cache, cannot be loaded before that of routines. If
        # another process is still compiling one, it is not in the cache; compiling it waits.
        for one in self._routines:
            one.compile_ahead(one.types_within(self, types_))
        return self._compile_function(types_)

    @property
    def _routines(self) -> list[Routine]:
        return [one for one in _called_by(self.__wrapped__) if isinstance(one, Routine)]

    @contextlib.contextmanager
    def _alone(self, seconds: float) -> Iterator[bool]:
        """Keep other processes and threads from compiling this kernel; yield False if one does.

        That is after `seconds`: what holds the lock may be stopped, or starved of processor time.
        Two at once do no harm while a kernel is called with the same types only, as all are.
        """
        name = f"{self.__module__}.{self.__name__}.lock"
        with held(Path(self.dispatcher.stats.cache_path, name), seconds) as alone:
            yield alone


def _size(function: Any) -> int:
    return len(function.__code__.co_code) + sum(
        _size(one.__wrapped__) for one in _called_by(function) if isinstance(one, _Inner)
    )


def _called_by(function: Any) -> Iterator[Routine | _Inner]:
    for name in function.__code__.co_names:
        one = function.__globals__.get(name)
        if isinstance(one, Routine | _Inner):
            yield one


@contextlib.contextmanager
def planned_calls() -> Iterator[dict[tuple[Kernel, Types], None]]:
    """Note which kernels are called, and for which types, without compiling or running them."""
    calls: dict[tuple[Kernel, Types], None] = {}
    before = _calls.set(calls)
    try:
        yield calls
    finally:
        _calls.reset(before)


@overload
def inline(function: F) -> F: ...
@overload
def inline(function: str) -> Callable[[F], F]: ...
def inline(function: F | str) -> F | Callable[[F], F]:
    """Compile a small function that is called from inside kernels, and only from there.

    It must not make arrays nor return any. It is compiled anew for each combination of argument
    types; a numba signature in place of the function, as `@inline("float64(float64, int64)")`, has
    it compiled once.
    """
    if isinstance(function, str):
        return lambda body: cast(F, _Inner(body, function))
    return cast(F, _Inner(function))


def routine(function: F) -> F:
    """Like `inline`, for a large function whose code is not copied, and cached by itself.

    So another process can compile it than compiles its caller. Each of its parameters has the type
    of the caller's variable of that name, else it is an int or a float, as annotated.
    """
    return cast(
        F,
        Routine(
            function,
            _nrt=False,
            no_cpython_wrapper=True,
            inline="never",
            pipeline_class=CalledPipeline,
        ),
    )


class Routine(Kernel):
    def __call__(self, *_: object) -> object:
        raise TypeError(f"{self.__name__} can only be called from inside a kernel")

    def types_within(self, caller: Kernel, types_: Types) -> Types:
        """Return the types that a caller gives which was called with `types_`."""
        known = dict(zip(inspect.signature(caller.__wrapped__).parameters, types_, strict=True))
        known |= {"int": types.int64, "float": types.float64}
        parameters = inspect.signature(self.__wrapped__).parameters.values()
        return tuple(known.get(one.name) or known[one.annotation] for one in parameters)


class _Inner:
    """A function whose code becomes part of its callers'.

    A call would pass each field of a named tuple, and five to seven numbers for each array in it.
    References to arrays are not counted either, which would cost an atomic operation per array and
    call: the callers own them.
    """

    def __init__(self, function: Callable[..., object], signature: str | None = None) -> None:
        functools.update_wrapper(self, function)
        self.__wrapped__: Any = function
        self._signature = signature
        # Not cached: what is compiled with it is, and then it is not needed again.
        self.dispatcher: Any = _compiled(
            pipeline_class=CopiedPipeline,
            inline="never",
            forceinline=True,
            _nrt=False,
            no_cpython_wrapper=True,
            no_cfunc_wrapper=True,
        )(function)

    def compile_once(self) -> None:
        """Compile for the signature, if there is one, which no other types are tried for."""
        if self._signature is not None and not self.dispatcher.signatures:
            self.dispatcher.compile(self._signature)
            self.dispatcher.disable_compile()

    def __call__(self, *_: object) -> object:
        raise TypeError(f"{self.__name__} can only be called from inside a kernel")  # type: ignore[attr-defined] # set by update_wrapper


@typeof_impl.register(Routine)
def _typeof_routine(value: Routine, context: object) -> object:
    return _InnerType(value.dispatcher)


@typeof_impl.register(_Inner)
def _typeof_inner(value: _Inner, context: object) -> object:
    value.compile_once()
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

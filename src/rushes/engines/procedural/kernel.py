"""Kernels: loops over numbers that are written in Python and run as machine code.

`scripts/generate_kernels.py` translates them to LLVM IR, into the folder `llvm`; what a kernel
calls is part of its translation. The translation is compiled for the host's processor when the
kernel is first called. No sum is reordered, because the same request must give the same bytes on
every machine, and a division by zero raises nothing.
"""

from __future__ import annotations

import functools
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast, overload

import numpy as np
from numpy.typing import NDArray

from rushes.engines.procedural.machine_code import compiled, spelled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rushes.engines.procedural.machine_code import Entry, Leaf

Floats = NDArray[np.float32]
Doubles = NDArray[np.float64]
Integers = NDArray[np.int64]
F = TypeVar("F", bound="Callable[..., object]")
FOLDER = Path(__file__).with_name("llvm")
KERNELS: list[Kernel] = []  # of the modules that were imported
_LOADING = threading.Lock()
_GENERATOR = "scripts/generate_kernels.py"
_SCALARS = {int: "int64", float: "float64"}  # others have the names of their types


def kernel(function: F) -> F:
    """Run a scalar loop as machine code, without Python's lock.

    It takes numbers, arrays, and tuples of these, by position, and returns an int, a float, or
    nothing. Arrays must be aligned; it may write to those that are read-only for Python. It must
    not make arrays nor raise exceptions. Kernels cannot call it.
    """
    made = Kernel(function)
    KERNELS.append(made)
    return cast(F, made)


class Kernel:
    """A function with one machine code for each combination of types that it is called with."""

    def __init__(self, function: Callable[..., object]) -> None:
        functools.update_wrapper(self, function)
        self.__wrapped__: Any = function
        self.module = function.__module__.rpartition(".")[2]
        self.name = f"{self.module}.{function.__name__}"
        self._entries: dict[tuple[Leaf, ...], Entry] = {}

    def __call__(self, *args: object) -> object:
        values: list[object] = []
        types: list[Leaf] = []
        _flatten(args, values, types)
        known = tuple(types)
        entry = self._entries.get(known) or self._entry(known)
        return entry(values)

    def translation(self) -> str:
        """Return the kernel as LLVM IR. Raises LookupError if it has not been translated."""
        try:
            return (FOLDER / f"{self.name}.ll").read_text("utf-8")
        except FileNotFoundError as error:
            raise LookupError(f"{self.name} has no translation; run {_GENERATOR}") from error

    def load(self) -> None:
        """Have the machine code ready. Takes up to a second if it is not in the cache."""
        with _LOADING:  # threads begin with the same kernel
            if not self._entries:
                self._entries |= {entry.types: entry for entry in compiled(self.translation())}

    def _entry(self, types: tuple[Leaf, ...]) -> Entry:
        self.load()
        for entry in list(self._entries.values()):  # threads add to them
            if entry.accepts(types):
                self._entries[types] = entry
                return entry
        raise TypeError(
            f"{self.name} is not translated for {', '.join(map(spelled, types))};"
            f" a sketch in {_GENERATOR} has to call it so"
        )


def _flatten(args: tuple[object, ...], values: list[object], types: list[Leaf]) -> None:
    """Append what an entry is given, 8 bytes each, and the types of the parts."""
    for one in args:
        if isinstance(one, np.ndarray):
            flags: Any = one.flags
            types.append((one.dtype.str, one.ndim, flags.c_contiguous))
            values.append(one.ctypes.data)
            values += one.shape
            values += one.strides
        elif isinstance(one, tuple):
            _flatten(one, values, types)
        else:
            types.append(_SCALARS.get(type(one)) or type(one).__name__)
            values.append(one.item() if isinstance(one, np.generic) else one)


def load_all() -> Iterator[None]:
    """Load one kernel per step, of the modules that were imported."""
    for one in KERNELS:
        one.load()
        yield


@overload
def inline(function: F) -> F: ...
@overload
def inline(function: str) -> Callable[[F], F]: ...
def inline(function: F | str) -> F | Callable[[F], F]:
    """Make a function that is called from inside kernels, and only from there.

    It must not make arrays nor return any. It is translated anew for each combination of argument
    types; a signature in place of the function, as `@inline("float64(float64, int64)")`, converts
    the arguments to the types that it names.
    """
    if isinstance(function, str):
        return lambda body: cast(F, Inline(body, function))
    return cast(F, Inline(function))


def routine(function: F) -> F:
    """Like `inline`, for a large function whose code is not copied into its callers'."""
    return cast(F, Inline(function, copied=False))


class Inline:
    """A function whose code becomes part of its callers'."""

    def __init__(
        self, function: Callable[..., object], signature: str | None = None, *, copied: bool = True
    ) -> None:
        functools.update_wrapper(self, function)
        self.__wrapped__: Any = function
        self.signature = signature
        self.copied = copied

    def __call__(self, *_: object) -> object:
        raise TypeError(f"{self.__wrapped__.__name__} can only be called from inside a kernel")

"""Kernels of tests: translated when they are called."""

from __future__ import annotations

import functools
import itertools
from typing import TYPE_CHECKING, Any, TypeVar, cast

from scripts.kernel_translation import translated, types_of

from rushes.engines.procedural.kernel import Kernel

if TYPE_CHECKING:
    from collections.abc import Callable

F = TypeVar("F", bound="Callable[..., object]")


_numbers = itertools.count()


class _Translated(Kernel):
    def __init__(self, function: Callable[..., object], types: Any) -> None:
        super().__init__(function)
        self.name += f"{next(_numbers)}"  # each has its own in one process
        self._types = types

    def translation(self) -> str:
        return translated(self, [self._types])


def translated_kernel(function: F) -> F:
    """Make a kernel that is translated anew for each combination of types."""

    @functools.cache
    def of(types: Any) -> Kernel:
        return _Translated(function, types)

    @functools.wraps(function)
    def call(*args: Any) -> object:
        return of(types_of(args))(*args)

    return cast(F, call)

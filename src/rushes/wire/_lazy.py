"""Names of a package that are imported when they are first used."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Any


def lazy_names(
    package: str,
    exported: Sequence[str],
    modules: Sequence[str] = (),
    sources: Mapping[str, str] | None = None,
) -> tuple[Callable[[str], Any], Callable[[], list[str]]]:
    """Return `__getattr__` and `__dir__` of a package.

    A name comes from its module in `sources`, or is that module; else from the first of `modules`
    that has it. Those are attributes, too.
    """

    def get(name: str) -> Any:
        if sources and name in sources:
            module = import_module(sources[name])
            value = vars(module).get(name, module)
        elif name in modules:
            value = import_module(f"{package}.{name}")
        elif name in exported:
            every = (vars(import_module(f"{package}.{module}")) for module in modules)
            value = next(found[name] for found in every if name in found)
        else:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        return vars(sys.modules[package]).setdefault(name, value)

    def names() -> list[str]:
        return sorted({*vars(sys.modules[package]), *exported})

    return get, names

"""Calls a function whenever one of some modules is loaded, however often that is."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Sequence
from functools import partial
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from itertools import dropwhile, islice
from types import ModuleType
from typing import Any


class ImportHook(MetaPathFinder):
    """Once in `sys.meta_path`, it lets the finders behind it find a module, and watches it load."""

    def __init__(self, names: Collection[str], loaded: Callable[[str, ModuleType], None]) -> None:
        self._names = names
        self._loaded = loaded

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Return the module's spec with a loader that reports it; None for other modules."""
        if fullname not in self._names:
            return None
        # Not those in front: one that asks all others would ask this one again.
        behind = dropwhile(lambda one: one is not self, list(sys.meta_path))
        for finder in islice(behind, 1, None):
            find = getattr(finder, "find_spec", None)
            spec: ModuleSpec | None = find(fullname, path, target) if find else None
            if spec is not None:
                if spec.loader is not None:
                    spec.loader = _Loader(spec.loader, partial(self._loaded, fullname))
                return spec
        return None


class _Loader(Loader):
    """Loads a module as its own loader does, which then takes its place."""

    def __init__(self, own: Any, loaded: Callable[[ModuleType], None]) -> None:
        self._own = own
        self._loaded = loaded

    def __getattr__(self, name: str) -> Any:
        return getattr(self._own, name)

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        created: ModuleType | None = self._own.create_module(spec)
        return created

    def exec_module(self, module: ModuleType) -> None:
        module.__loader__ = self._own
        if module.__spec__ is not None:
            module.__spec__.loader = self._own
        self._own.exec_module(module)
        self._loaded(module)

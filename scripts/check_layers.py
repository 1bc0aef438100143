"""Check the rules that no linter knows: layers, import cycles, file length and vocabulary.

The layer table is in CONTRIBUTING.md. Imports inside functions, under `TYPE_CHECKING` and through
the lazy names of a package count like any other.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

SOURCE = Path(__file__).resolve().parent.parent / "src"
MAX_LINES = 600
MAX_DROPIN_LINES = 20

BASE = {"wire"}
LAYER_2 = {
    "catalog",
    "store",
    "storage",
    "settings",
    "url_guard",
    "webhook",
    "webhook_sender",
    "keys",
}
SERVICE = BASE | LAYER_2 | {"providers", "engines", "jobs", "http"}
ALLOWED: dict[str, set[str]] = {
    "wire": set(),
    "sdk": BASE,
    **{package: BASE | {"url_guard", "webhook", "settings"} for package in LAYER_2},
    "engines": BASE,
    "providers": BASE | LAYER_2 | {"engines"},
    "jobs": BASE | LAYER_2 | {"providers"},
    "http": BASE | LAYER_2 | {"jobs"},
    "app": SERVICE,
    "server": SERVICE | {"app"},
    "cli": SERVICE | {"app", "server", "sdk"},
    "": {"cli", "sdk"},  # rushes/__init__.py and __main__.py
    "openrouter": {"sdk", "wire"},
}

# Refused in identifiers and file names → the word to use.
VOCABULARY = {
    "desk": "Jobs, submit",
    "crew": "JobContext",
    "reception": "RequestContext",
    "studio": "Runtime",
    "farm": "render pool",
    "foreman": "worker process",
    "twin": "duplicate",
    "ledger": "attempts",
    "tally": "verifier",
    "bells": "signals",
    "hire": "start",
    "bury": "handle crash",
    "obituary": "exit reason",
    "whoever": "caller",
    "trouble": "delay reason",
    "recoveries": "on_lost_response",
    "authorise": "authorize",
    "catalogue": "catalog",
    "honours": "honors, supports",
    "colour": "color",
    "serialiser": "serializer",
}
# An entry that is no longer needed is reported, so the list can only become shorter.
KNOWN: set[str] = set()

Edge = tuple[str, str, int]


def module_of(path: Path, source: Path) -> str:
    """Return the dotted name of a file's module."""
    parts = path.relative_to(source).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def package_of(module: str) -> str:
    """Return the row of the table that a module belongs to."""
    first, *rest = module.split(".")
    if first == "openrouter":
        return first
    return rest[0] if rest and rest[0] != "__main__" else ""


class Tree:
    """The modules below a folder, and what each imports."""

    def __init__(self, source: Path) -> None:
        self.source = source
        self.paths = {module_of(p, source): p for p in sorted(source.rglob("*.py"))}
        self.syntax = {name: ast.parse(p.read_text("utf-8")) for name, p in self.paths.items()}
        self.lazy = {name: dict(_lazy_names(tree)) for name, tree in self.syntax.items()}

    def edges(self) -> Iterator[Edge]:
        """Yield importer, imported module and line."""
        for module, tree in self.syntax.items():
            for node in ast.walk(tree):
                if isinstance(node, ast.Import):
                    for alias in node.names:
                        if alias.name in self.paths:
                            yield module, alias.name, node.lineno
                elif isinstance(node, ast.ImportFrom) and node.module in self.paths:
                    for alias in node.names:
                        yield module, self._defined_in(node.module, alias.name), node.lineno

    def _defined_in(self, module: str, name: str) -> str:
        if f"{module}.{name}" in self.paths:
            return f"{module}.{name}"
        found = self.lazy[module].get(name, module)
        return found if found in self.paths else module


def _lazy_names(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Yield what a package's dictionaries of lazy names say: name → module."""
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Dict):
            for key, value in zip(node.value.keys, node.value.values, strict=True):
                if isinstance(key, ast.Constant) and isinstance(value, ast.Constant):
                    yield str(key.value), str(value.value)


def layer_violations(tree: Tree) -> Iterator[str]:
    """Yield imports that the table does not allow."""
    for importer, imported, line in tree.edges():
        own, other = package_of(importer), package_of(imported)
        if other == own or imported == "rushes":
            continue
        if own not in ALLOWED or other not in ALLOWED[own]:
            yield f"{importer}:{line}: {own or 'rushes'} may not import {imported}"


def cycles(tree: Tree) -> list[list[str]]:
    """Return the groups of modules that import each other (Tarjan's algorithm)."""
    # A package that only forwards names to its children is not part of their cycles.
    graph: dict[str, set[str]] = {module: set() for module in tree.paths}
    for importer, imported, _ in tree.edges():
        is_face = tree.paths[importer].name == "__init__.py" and imported.startswith(importer)
        if importer != imported and not is_face:
            graph[importer].add(imported)
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    found: list[list[str]] = []

    def visit(module: str) -> None:
        index[module] = low[module] = len(index)
        stack.append(module)
        for other in sorted(graph[module]):
            if other not in index:
                visit(other)
                low[module] = min(low[module], low[other])
            elif other in stack:
                low[module] = min(low[module], index[other])
        if low[module] == index[module]:
            at = stack.index(module)
            if len(group := stack[at:]) > 1:
                found.append(sorted(group))
            del stack[at:]

    for module in sorted(graph):
        if module not in index:
            visit(module)
    return found


def length_violations(tree: Tree) -> Iterator[str]:
    """Yield files that are too long."""
    for module, path in tree.paths.items():
        lines = path.read_text("utf-8").count("\n")
        most = MAX_DROPIN_LINES if package_of(module) == "openrouter" else MAX_LINES
        if lines > most:
            yield f"{module}: {lines} lines, at most {most}"


def vocabulary_violations(tree: Tree) -> Iterator[str]:
    """Yield file names and identifiers that use a refused word."""
    for module, syntax in tree.syntax.items():
        names = {module.rpartition(".")[2], *_identifiers(syntax)}
        for name in sorted(names):
            words = re.findall(r"[A-Z]?[a-z]+", name)
            for word in words:
                if better := VOCABULARY.get(word.lower()):
                    yield f"{module}: {name}: use {better}, not {word.lower()}"


def _identifiers(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name
        elif isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id


def violations(tree: Tree) -> set[str]:
    """Return all that is wrong with the modules below a folder."""
    return {
        *layer_violations(tree),
        *(f"import cycle: {' '.join(group)}" for group in cycles(tree)),
        *length_violations(tree),
        *vocabulary_violations(tree),
    }


def main() -> int:
    """Print every violation; return 1 if there is one."""
    tree = Tree(SOURCE)
    found = violations(tree)
    report = sorted(found - KNOWN) + [f"no longer needed in KNOWN: {k}" for k in KNOWN - found]
    print("\n".join(report) or f"layers: {len(tree.paths)} modules as the table says")
    return 1 if report else 0


if __name__ == "__main__":
    sys.exit(main())

"""Check the rules that no linter knows: layers, import cycles, file length and vocabulary.

The layer table is in CONTRIBUTING.md. Imports inside functions, under `TYPE_CHECKING`, by
`import_module` and through the lazy names of a package count like any other.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from importlib.util import resolve_name
from pathlib import Path
from typing import NamedTuple

SOURCE = Path(__file__).resolve().parent.parent / "src"
MAX_LINES = 600
MAX_DROPIN_LINES = 20

SHARED = {
    "wire",
    "backoff",
    "clock",
    "egress",
    "host_turns",
    "hosts",
    "log_writer",
    "logs",
    "otel",
    "outages",
    "private_files",
    "public_hosts",
    "tracing",
}
SHARED |= {"config_file", "metrics", "secret_files", "settings", "settings_sources"}
SHARED |= {"url_check", "url_guard", "webhook", "webhook_post", "webhook_sender"}
LAYER_2 = {"catalog", "store", "storage"} | SHARED - {"wire"}
SERVICE = {"wire", "providers", "engines", "routing", "jobs", "keys", "http"} | LAYER_2
ALLOWED: dict[str, set[str]] = {
    "wire": set(),
    "sdk": {"wire"},
    **dict.fromkeys(LAYER_2, SHARED),
    "engines": {"wire"},
    "providers": {"wire", "engines"} | LAYER_2,
    "routing": {"wire"} | LAYER_2,
    "keys": {"wire"} | LAYER_2,
    "jobs": {"wire", "providers", "routing"} | LAYER_2,
    "http": {"wire", "jobs", "keys", "routing"} | LAYER_2,
    "runtime": SERVICE,
    "configuration": SERVICE | {"runtime"},
    "backup": {"wire"} | LAYER_2,
    "reload": {"configuration", "settings"},
    "app": SERVICE | {"runtime", "reload"},
    "server": SERVICE | {"runtime", "reload", "app"},
    "testing": SERVICE | {"runtime", "app", "server", "sdk"},
    "cli": SERVICE
    | {"runtime", "configuration", "reload", "app", "server", "sdk", "testing", "backup"},
    "rushes": {"cli", "sdk"},  # rushes/__init__.py and __main__.py
    "openrouter": {"sdk", "wire"},
}

# Refused in identifiers and file names, after the word to use. Words that also have an ordinary
# meaning (order, accept, address, place, folder, outputs, pause, rest) are left to the reader.
VOCABULARY = """
authorize: authorise | catalog: catalogue | color: colour | honor, support: honour
serialize, serializer: serialise serialiser | JobContext: crew | RequestContext: reception
Jobs, submit: desk | Runtime: studio | signals: bells | verifier: tally tallies
render pool: farm | worker process: foreman foremen | start: hire hired | exit reason: obituary
handle crash: bury buries buried | duplicate: twin | cost, charge: bill billed | request: wish
lost response, outcome unknown: doubt unanswered | report, send, received: tell told
caller, owner: whoever sender | delay reason: trouble | on_lost_response: recoveries
Backoff, timeout: patience
"""
BETTER = {
    word: better.strip()
    for better, _, words in (row.partition(":") for row in re.split(r"[|\n]", VOCABULARY))
    for word in words.split()
}
# Names in which a refused word is the right one: it sends webhooks, the word means callers.
PERMITTED = {"WebhookSender", "webhook_sender"}

Found = tuple[str, int, str, str]  # module, and as a Violation
Edge = tuple[str, str, str, int]  # importer, imported module, name taken from it, line


class Violation(NamedTuple):
    """What is wrong, and where."""

    path: str
    line: int
    name: str
    message: str


class Tree:
    """The modules below a folder, and what each imports."""

    def __init__(self, source: Path) -> None:
        files = {f.relative_to(source): f.read_text("utf-8") for f in sorted(source.rglob("*.py"))}
        self.paths = {".".join(f.with_suffix("").parts).removesuffix(".__init__"): f for f in files}
        self.text = {name: files[path] for name, path in self.paths.items()}
        self.syntax = {name: ast.parse(text) for name, text in self.text.items()}
        self.faces = {name for name, path in self.paths.items() if path.name == "__init__.py"}
        self.forwarded = {name: dict(self._forwarded(name)) for name in self.faces}
        self.edges = [edge for name in self.paths for edge in self._edges(name)]

    def defines(self, module: str, name: str) -> str:
        """Return the module that a name of a module or package really comes from."""
        seen = set()
        while (module, name) not in seen:
            seen.add((module, name))
            if f"{module}.{name}" in self.paths:
                return f"{module}.{name}"
            names = self.forwarded.get(module, {})
            if name in names:
                module, name = names[name]
            elif "*" in names and name != "__version__":
                module = names["*"][0]
        return module

    def _target(self, module: str, node: ast.ImportFrom) -> str:
        """Return the absolute name of the module that `from … import` names."""
        package = module if module in self.faces else module.rpartition(".")[0]
        return resolve_name("." * node.level + (node.module or ""), package)

    def _forwarded(self, face: str) -> Iterator[tuple[str, tuple[str, str]]]:
        """Yield the names that a package takes from elsewhere: name → module and name there."""
        for name, module in _tables(self.syntax[face]):
            # A table of lazy modules has the module itself for a value.
            for full in (module, f"{face}.{module.lstrip('.')}"):
                if full in self.paths:
                    is_module = full.endswith(f".{name}")
                    yield name, (full.rpartition(".")[0], name) if is_module else (full, name)
        for node in ast.walk(self.syntax[face]):
            if isinstance(node, ast.ImportFrom) and self._target(face, node) in self.paths:
                for alias in node.names:
                    target = self._target(face, node)
                    if alias.name == "*" and target not in self.faces:
                        yield from (
                            (name, (target, name)) for name in _defined(self.syntax[target])
                        )
                    elif alias.name != "__version__":  # the one name that every layer may take
                        yield alias.asname or alias.name, (target, alias.name)

    def _edges(self, module: str) -> Iterator[Edge]:
        syntax = self.syntax[module]
        deferred = {id(node) for node in _deferred(syntax)}
        for node, target, name in self._imports(module):
            if target not in self.paths:
                continue
            imported = self.defines(target, name) if name else target
            # A package may point lazily at its own modules: those who take the name have the edge.
            is_pointer = module in self.faces and imported.startswith(f"{module}.")
            if not (is_pointer and id(node) in deferred):
                yield module, imported, name, node.lineno
        if module not in self.faces:
            for _, target in _tables(syntax):
                if "." in target and target in self.paths:
                    yield module, target, "", 1

    def _imports(self, module: str) -> Iterator[tuple[ast.stmt | ast.expr, str, str]]:
        """Yield statement or expression, the module in it, and the name taken from that."""
        bound: dict[str, str] = {}
        nodes = list(ast.walk(self.syntax[module]))
        for node in nodes:
            if isinstance(node, ast.Import):
                for alias in node.names:
                    first = alias.name.partition(".")[0]
                    bound[alias.asname or first] = alias.name if alias.asname else first
                    yield node, alias.name, ""
            elif isinstance(node, ast.ImportFrom):
                target = self._target(module, node)
                for alias in node.names:
                    bound[alias.asname or alias.name] = self.defines(target, alias.name)
                    yield node, target, alias.name
            elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith("import_module"):
                yield node, str(getattr(node.args[0], "value", "")), ""
        for node in nodes:  # `package.Name`, after `import package`
            if isinstance(node, ast.Attribute):
                first, *rest = ast.unparse(node).split(".")
                owner = ".".join([bound.get(first, ""), *rest[:-1]])
                if owner in self.faces and self.defines(owner, rest[-1]) != owner:
                    yield node, owner, rest[-1]


def _defined(tree: ast.Module) -> Iterator[str]:
    """Yield the names that a module defines."""
    for node in tree.body:
        if isinstance(node, ast.Assign):
            yield from (target.id for target in node.targets if isinstance(target, ast.Name))
        elif isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name


def _tables(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Yield the entries of a module's dictionaries of strings."""
    for node in tree.body:
        if isinstance(node, ast.Assign | ast.AnnAssign) and isinstance(node.value, ast.Dict):
            for key, value in zip(node.value.keys, node.value.values, strict=True):
                if isinstance(key, ast.Constant) and isinstance(value, ast.Constant):
                    yield str(key.value), str(value.value)


def _deferred(tree: ast.Module) -> Iterator[ast.AST]:
    """Yield all that does not run when a module is imported."""
    for node in ast.walk(tree):
        is_function = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        if is_function or (isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test)):
            yield from ast.walk(node)


def _package(module: str) -> str:
    """Return the row of the table that a module belongs to."""
    first, *rest = module.split(".")
    return rest[0] if first == "rushes" and rest and rest[0] != "__main__" else first


def _layers(tree: Tree) -> Iterator[Found]:
    for importer, imported, name, line in tree.edges:
        own, other = _package(importer), _package(imported)
        is_version = (imported, name) == ("rushes", "__version__")
        if own != other and not is_version and other not in ALLOWED.get(own, ()):
            allowed = ", ".join(sorted(ALLOWED.get(own, ()))) or "nothing of ours"
            yield importer, line, imported, f"{own} imports {imported}, use {allowed}"


def _cycles(tree: Tree) -> Iterator[Found]:
    graph: dict[str, set[str]] = {module: set() for module in tree.paths}
    for importer, imported, _, _ in tree.edges:
        graph[importer].add(imported)
    reached = {module: _reachable(graph, module) for module in graph}
    done: set[str] = set()
    for module in graph:
        group = sorted(m for m in reached[module] - {module} if module in reached[m])
        if group and module not in done:
            done.update(group)
            line = next(e[3] for e in tree.edges if e[0] == module and e[1] in group)
            names = " ".join([module, *group])
            yield module, line, "import cycle", f"import cycle: {names}, move what they share down"


def _reachable(graph: dict[str, set[str]], start: str) -> set[str]:
    found: set[str] = set()
    left = [start]
    while left:
        new = graph[left.pop()] - found
        found |= new
        left.extend(new)
    return found


def _lengths(tree: Tree) -> Iterator[Found]:
    for module, text in tree.text.items():
        most = MAX_DROPIN_LINES if _package(module) == "openrouter" else MAX_LINES
        if (lines := text.count("\n")) > most:
            yield module, most + 1, "lines", f"{lines} lines, use at most {most}"


def _vocabulary(tree: Tree) -> Iterator[Found]:
    for module, syntax in tree.syntax.items():
        lines = {module.rpartition(".")[2]: 1}
        for name, line in _identifiers(syntax):
            lines[name] = min(line, lines.get(name, line))
        for name in lines.keys() - PERMITTED:
            for word in map(str.lower, re.findall(r"[A-Z]?[a-z]+", name)):
                if better := BETTER.get(word) or BETTER.get(word.removesuffix("s")):
                    yield module, lines[name], name, f"{name} has {word!r}, use {better}"


def _identifiers(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """Yield every name that is given, and where."""
    fields = {ast.alias: "asname", ast.arg: "arg", ast.Name: "id", ast.Attribute: "attr"}
    for node in ast.walk(tree):
        is_definition = isinstance(node, ast.stmt | ast.ExceptHandler)
        name = getattr(node, fields.get(type(node), "name" if is_definition else ""), None)
        if isinstance(name, str) and not isinstance(getattr(node, "ctx", None), ast.Load):
            yield name, getattr(node, "lineno", 1)


def violations(tree: Tree) -> list[Violation]:
    """Return all that is wrong with the modules below a folder."""
    found = (found for check in (_layers, _cycles, _lengths, _vocabulary) for found in check(tree))
    return sorted({Violation(f"src/{tree.paths[f[0]]}", *f[1:]) for f in found})


def main() -> int:
    """Print every violation; return 1 if there is one."""
    tree = Tree(SOURCE)
    lines = [f"{v.path}:{v.line}: {v.message}" for v in violations(tree)]
    print("\n".join(lines) or f"layers: {len(tree.paths)} modules")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())

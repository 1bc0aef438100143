"""Check the house's rules that no linter knows: who may import whom, and how long a file may be.

The table is the design: a room may import the rooms it names, and itself. Everything may import
`openrouter`, the wire; `openrouter` imports nothing of Rushes.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

SOURCE = Path(__file__).resolve().parent.parent / "src"
MAX_LINES = 600
FLOOR_1 = {"catalog", "store", "outputs", "accounts", "safety", "settings"}
FLOOR_2 = {"providers", "engines", "webhooks"}
ALLOWED: dict[str, set[str]] = {
    "openrouter": set(),
    **{room: set() for room in FLOOR_1},
    "engines": {"catalog", "safety", "settings"},
    "webhooks": {"catalog", "safety", "settings"},
    "providers": {"catalog", "safety", "settings", "engines"},
    "jobs": FLOOR_1 | {"providers", "webhooks"},
    "http": FLOOR_1 | {"jobs"},
    "app": FLOOR_1 | FLOOR_2 | {"jobs", "http"},
    "server": {"app", "settings"},
    "cli": FLOOR_1 | FLOOR_2 | {"jobs", "http", "app", "server"},
    "": {"cli"},  # rushes/__init__.py and __main__.py
}


def room_of(parts: tuple[str, ...]) -> str:
    """Return the room of a module given as its dotted parts, `rushes.http.app` being in `http`."""
    if parts[0] == "openrouter":
        return "openrouter"
    return parts[1] if len(parts) > 1 and parts[1] not in {"__init__", "__main__"} else ""


def imports(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """Yield each imported module of ours and the line it is imported on."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, node.lineno
        elif isinstance(node, ast.ImportFrom) and node.module:
            if node.module == "rushes":
                yield from ((f"rushes.{alias.name}", node.lineno) for alias in node.names)
            else:
                yield node.module, node.lineno


def violations(path: Path) -> Iterator[str]:
    """Yield what is wrong with one file."""
    text = path.read_text("utf-8")
    if (lines := text.count("\n")) > MAX_LINES:
        yield f"{path}: {lines} lines, at most {MAX_LINES}"
    own = room_of(path.relative_to(SOURCE).with_suffix("").parts)
    if own != "" and own not in ALLOWED:
        yield f"{path}: the room {own!r} is not in the table of scripts/check_layers.py"
        return
    for module, line in imports(ast.parse(text)):
        package = module.partition(".")[0]
        if package not in {"openrouter", "rushes"} or module == "rushes.__version__":
            continue
        other = room_of(tuple(module.split(".")))
        if other == own or (other == "openrouter" and own != "openrouter"):
            continue
        if other not in ALLOWED[own]:
            yield f"{path}:{line}: {own or 'rushes'} may not import {other or 'rushes'} ({module})"


def main() -> int:
    """Print every violation; return 1 if there is one."""
    files = [f for f in SOURCE.rglob("*.py") if f.name != "__init__.py" or f.stat().st_size]
    found = [violation for file in sorted(files) for violation in violations(file)]
    print("\n".join(found) or f"layers: {len(files)} files, all as the table says")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

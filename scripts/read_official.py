"""Read the import paths of the video surface out of wheels of the official package.

    python scripts/read_official.py openrouter-*.whl

writes `scripts/official_modules.json`: every name that any of these versions has, by module. The
video surface is what `video_generation.py` uses, what that imports, and the modules every program
configures the client with.
"""

from __future__ import annotations

import ast
import json
import sys
import zipfile
from collections import defaultdict
from pathlib import Path
from typing import Any

OUTPUT = Path(__file__).with_name("official_modules.json")
PACKAGES = ("components", "errors", "operations")
CLIENT = (
    "_version",
    "basesdk",
    "httpclient",
    "models.internal.globals",
    "sdk",
    "sdkconfiguration",
    "types.basemodel",
    "utils.logger",
    "utils.retries",
    "video_generation",
)
# Errors that another resource alone can raise.
FOREIGN = ("batch", "createprivateendpoint", "oauth", "__init__")


class Wheel:
    """The modules of one version, as syntax trees."""

    def __init__(self, path: Path) -> None:
        self.trees: dict[str, ast.Module] = {}
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                if name.startswith("openrouter/") and name.endswith(".py"):
                    module = name.removeprefix("openrouter/").removesuffix(".py").replace("/", ".")
                    self.trees[module] = ast.parse(archive.read(name))

    def homes(self, package: str) -> dict[str, str]:
        """Return which submodule defines each name that a package loads lazily."""
        for node in self.trees[f"{package}.__init__"].body:
            if isinstance(node, ast.AnnAssign) and ast.unparse(node.target) == "_dynamic_imports":
                found = ast.literal_eval(node.value or ast.Dict([], []))
                return {name: module.removeprefix(".") for name, module in found.items()}
        raise SystemExit(f"{package}: no _dynamic_imports")

    def video_modules(self) -> set[str]:
        """Return the modules of the video surface, without the packages."""
        tree = self.trees["video_generation"]
        found = {*CLIENT, *(f"errors.{name}" for name in self._status_errors())}
        for package in PACKAGES:
            homes = self.homes(package)
            used = {
                homes[node.attr]
                for node in ast.walk(tree)
                if isinstance(node, ast.Attribute) and ast.unparse(node.value) == package
            }
            found |= {f"{package}.{module}" for module in used}
        todo = list(found)
        while todo:
            for module in self._imported(todo.pop()) - found:
                found.add(module)
                todo.append(module)
        return found & self.trees.keys()

    def _status_errors(self) -> set[str]:
        names = {name.split(".")[1] for name in self.trees if name.startswith("errors.")}
        return {name for name in names if not name.startswith(FOREIGN)}

    def _imported(self, module: str) -> set[str]:
        """Return the modules of `PACKAGES` that one of them imports."""
        package, _, name = module.partition(".")
        if not name or package not in PACKAGES:
            return set()
        found = set()
        for node in ast.walk(self.trees[module]):
            if isinstance(node, ast.ImportFrom) and node.level == 1:
                found.add(f"{package}.{node.module}")
            elif isinstance(node, ast.ImportFrom) and node.module == "openrouter.components":
                found |= {f"components.{alias.name}" for alias in node.names}
        return found

    def defined(self, module: str) -> set[str]:
        """Return the public names that a module defines; of `_version` the special ones too."""
        found: set[str] = set()
        body = self.trees[module].body
        nested = [node for outer in body if isinstance(outer, ast.If) for node in outer.body]
        for node in [*body, *nested]:
            if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
                found.add(node.name)
            targets = list(node.targets) if isinstance(node, ast.Assign) else []
            targets += [node.target] if isinstance(node, ast.AnnAssign) else []
            found |= {target.id for target in targets if isinstance(target, ast.Name)}
        return {name for name in found if name[0] != "_" or module == "_version"}

    def starred(self, module: str) -> set[str]:
        """Return what `from module import *` brings that is of this package."""
        found = self.defined(module)
        for node in self.trees[module].body:
            own = isinstance(node, ast.ImportFrom) and (
                node.level or (node.module or "").startswith("openrouter")
            )
            if isinstance(node, ast.ImportFrom) and own:
                found |= {alias.asname or alias.name for alias in node.names}
        modules = {name.removesuffix(".__init__").rpartition(".")[2] for name in self.trees}
        return {name for name in found - modules if not name.startswith("_") and name != "*"}

    def listed(self, package: str) -> set[str]:
        """Return the `__all__` of a package."""
        for node in self.trees[f"{package}.__init__"].body:
            if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
                return set(ast.literal_eval(node.value))
        raise SystemExit(f"{package}: no __all__")

    def resources(self) -> set[str]:
        """Return the attributes of the client: `chat`, `models` and so on."""
        for node in ast.walk(self.trees["sdk"]):
            if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "_sub_sdk_map":
                return set(ast.literal_eval(node.value))
        raise SystemExit("sdk: no _sub_sdk_map")


def surface(paths: list[Path]) -> dict[str, Any]:
    """Return what any of these wheels has."""
    modules: dict[str, set[str]] = defaultdict(set)
    resources: set[str] = set()
    for path in paths:
        wheel = Wheel(path)
        resources |= wheel.resources()
        used = wheel.video_modules()
        for module in used:
            modules[module] |= wheel.defined(module)
        for package in PACKAGES:
            homes = wheel.homes(package)
            modules[package] |= {n for n, home in homes.items() if f"{package}.{home}" in used}
        modules["errors"].add("OpenRouterError")
        for package in ("types", "utils"):
            modules[package] |= wheel.listed(package)
        for module in ("sdk", "sdkconfiguration"):
            modules[module] |= wheel.starred(module)
            modules[""] |= wheel.starred(module)
        modules[""] |= wheel.starred("__init__") | wheel.defined("_version")
        modules["models"].add("internal")
        modules["models.internal"].add("Globals")
    return {
        "versions": " ".join(path.name.split("-")[1] for path in paths),
        "resources": " ".join(sorted(resources)),
        "modules": {
            f"openrouter.{name}".rstrip("."): " ".join(sorted(modules[name]))
            for name in sorted(modules)
        },
    }


if __name__ == "__main__":
    found = surface(sorted(map(Path, sys.argv[1:])))
    OUTPUT.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")

"""Any module of the SDK may be the first that a program imports."""

from __future__ import annotations

import pkgutil
import subprocess
import sys

import pytest

import openrouter

MODULES = [module.name for module in pkgutil.walk_packages(openrouter.__path__, "openrouter.")]


@pytest.mark.parametrize("name", MODULES)
def test_a_module_may_be_imported_first(name: str) -> None:
    subprocess.run([sys.executable, "-c", f"import {name}"], check=True)

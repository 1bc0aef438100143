"""Any module of the SDK may be the first that a program imports."""

from __future__ import annotations

import pkgutil
import subprocess
import sys

import pytest

from rushes import sdk, wire

MODULES = [
    module.name
    for package in (sdk, wire)
    for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
]


@pytest.mark.parametrize("name", MODULES)
def test_a_module_may_be_imported_first(name: str) -> None:
    subprocess.run([sys.executable, "-c", f"import {name}"], check=True)

"""The distributions have every file of the source, and the wheel works by itself."""

from __future__ import annotations

import subprocess
from email.parser import Parser
from zipfile import ZipFile

import pytest
from scripts.package import PIP, PackageError, build, check, install, interpreter, supported


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """Build and check both distributions; return the wheel."""
    wheel, _ = build(tmp_path_factory.mktemp("dist"))
    return wheel


def test_the_wheel_says_what_it_is(wheel):
    with ZipFile(wheel) as archive:
        [name] = [name for name in archive.namelist() if name.endswith("/METADATA")]
        metadata = Parser().parsestr(archive.read(name).decode())
    assert metadata["License-Expression"] == "Apache-2.0"
    assert metadata["Description-Content-Type"] == "text/markdown"
    assert str(metadata.get_payload()).startswith("# Rushes\n")


def test_what_a_distribution_lacks_and_has_beyond_is_named():
    with pytest.raises(PackageError, match=r"The wheel lacks a/b.sql, has tests/c.py"):
        check("wheel", {"a/a.py", "tests/c.py"}, {"a/a.py", "a/b.sql"})


@pytest.mark.parametrize("end", [0, -1], ids=["lowest", "highest"])
def test_the_wheel_works_in_an_empty_environment(wheel, tmp_path, end):
    found = [path for path in map(interpreter, supported()) if path]
    if end and len(found) == 1:
        pytest.skip("only one supported Python is installed; `make package` tries all that are")
    try:
        install(wheel, found[end], tmp_path / "environment")
    except PackageError:
        probe = [*PIP, "download", "--no-deps", "--dest", str(tmp_path), "idna"]
        if subprocess.run(probe, capture_output=True, check=False).returncode:
            pytest.skip("pip reaches no package index")
        raise

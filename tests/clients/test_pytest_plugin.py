"""The tests of the documentation, with the official package in place of ours."""

from __future__ import annotations

import os
import re
import sys

import pytest

from tests.clients.installed import installed, output
from tests.docs.pages import ROOT, blocks_of

pytestmark = pytest.mark.clients

OFFICIAL = "1.3.84"
TEST_FILE = re.compile(r"# (conftest|test_\w+)\.py$")
CHECK = """
import openrouter

def test_the_package_is_the_official_one(rushes):
    assert openrouter.__file__.startswith({folder!r})
"""


def test_the_official_package_needs_no_change(tmp_path):
    [site] = installed(f"official-{OFFICIAL}").glob("lib/python*/site-packages")
    beside = tmp_path / "beside"
    beside.mkdir()
    for name in ("openrouter", "jsonpath"):  # our environment has what else it needs
        (beside / name).symlink_to(site / name)
    folder = tmp_path / "project"
    folder.mkdir()
    files = [b for b in blocks_of(ROOT / "docs" / "testing.md") if TEST_FILE.match(b.first_line)]
    assert len(files) >= 3
    for block in files:
        (folder / block.first_line[2:]).write_text(block.text)
    (folder / "test_package.py").write_text(CHECK.format(folder=str(beside)))
    options = ("-q", "-p", "no:schemathesis", "-p", "no:cacheprovider")
    path = os.pathsep.join(filter(None, (str(beside), os.environ.get("PYTHONPATH"))))
    shown = output(sys.executable, "-m", "pytest", *options, cwd=folder, PYTHONPATH=path)
    assert "failed" not in shown

"""What the OpenAPI document says is true, as far as generated requests can show it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.http.test_stored_keys import StoredKeys
from tests.service import running_service

KEY = "a-key-of-these-tests"
EXAMPLES = "10"  # of each operation, besides those that the document's limits suggest
EXCLUDED = {
    # Which values a model takes is in the catalog, not in the schema; cursors are opaque.
    "positive_data_acceptance": True,
    # Without keys every token is one.
    "ignored_auth": False,
}


@pytest.mark.parametrize("keys", [True, False], ids=["keys", "no keys"])
def test_no_request_has_a_5xx_or_an_answer_that_is_not_documented(tmp_path, keys):
    excluded = [check for check, always in EXCLUDED.items() if always or not keys]
    # An admin key reaches every route.
    key = StoredKeys(tmp_path / "data").create(admin=True).text if keys else KEY
    with running_service(tmp_path / "data") as own:
        command = [Path(sys.executable).with_name("schemathesis"), "--no-color", "run"]
        command += [f"{own.url}/openapi.json", "--header", f"Authorization: Bearer {key}"]
        command += ["--checks", "all", "--exclude-checks", ",".join(excluded)]
        command += ["--max-examples", EXAMPLES, "--seed", "1", "--generation-database", "none"]
        command += ["--continue-on-failure", "--no-shrink", "--warnings", "off"]
        done = subprocess.run(
            command,
            cwd=tmp_path,
            env={**os.environ, "NO_PROXY": "*", "PYTHONWARNINGS": "default"},
            capture_output=True,
            text=True,
            timeout=110,
            check=False,
        )
    assert done.returncode == 0, done.stdout[-8000:] + done.stderr
    assert "Tested: " in done.stdout

"""Run an oracle: a program of this folder that drives a vendor's own SDK against the vendor's fake.

A program gets the base URL and whatever else the test gives as arguments. It uses the SDK as its
documentation says, checks what the SDK makes of the answers, and prints one line of JSON, which the
test compares. Its environment has the packages of `requirements/NAME.txt` or `packages/NAME.json`.
"""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

from tests.clients.installed import installed, node, output

FOLDER = Path(__file__).parent


def ask(program: str, environment: str, *arguments: str, **variables: str) -> Any:
    """Return the JSON that a program prints last; skip the test if it is not installed."""
    folder, path = installed(environment, "oracles"), FOLDER / program
    if path.suffix == ".mjs":
        with tempfile.TemporaryDirectory() as place:
            text = path.read_text("utf-8")
            printed = node(text, Path(place), *arguments, environment=folder, **variables)
    else:
        printed = output(folder / "bin" / "python", "-I", path, *arguments, **variables)
    return json.loads(printed.splitlines()[-1])

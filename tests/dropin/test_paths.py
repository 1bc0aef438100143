"""The import paths of the official package, checked against its own lists."""

from __future__ import annotations

import json
import runpy
import subprocess
import sys
from importlib import import_module

import pytest

import openrouter
from tests.dropin.environments import ROOT

SCRIPTS = ROOT / "scripts"
OFFICIAL = json.loads((SCRIPTS / "official_modules.json").read_text("utf-8"))
MODULES = {module: set(names.split()) for module, names in OFFICIAL["modules"].items()}
NOT_PROVIDED = set(runpy.run_path(str(SCRIPTS / "generate_dropin.py"))["NOT_PROVIDED"])
PROVIDED = {module: names - NOT_PROVIDED for module, names in MODULES.items()}
EMPTY = {"openrouter.basesdk", "openrouter.components.security"}


@pytest.mark.parametrize("module", sorted(PROVIDED.keys() - EMPTY))
def test_a_module_has_the_names_of_the_official_one(module):
    assert PROVIDED[module]
    assert PROVIDED[module] <= {n for n in PROVIDED[module] if hasattr(import_module(module), n)}


def test_what_is_not_provided_is_known():
    assert {module for module, names in PROVIDED.items() if not names} == EMPTY
    assert set().union(*MODULES.values()) >= NOT_PROVIDED


def test_the_files_are_as_the_script_writes_them():
    script = str(SCRIPTS / "generate_dropin.py")
    subprocess.run([sys.executable, script, "--check"], check=True)


def test_the_list_is_that_of_the_official_package(real_wheels):
    """One version has a part of what the three have together."""
    read = runpy.run_path(str(SCRIPTS / "read_official.py"))["surface"]
    [wheel] = [path for path in real_wheels if path.name.startswith("openrouter-")]
    found = read([wheel])
    assert found["versions"] in OFFICIAL["versions"].split()
    assert set(found["resources"].split()) <= set(OFFICIAL["resources"].split())
    for module, names in found["modules"].items():
        assert set(names.split()) <= MODULES[module]


def test_a_star_import_brings_what_is_public():
    names = {}
    exec("from openrouter import *", names)
    assert names.keys() >= {"OpenRouter", "HttpClient", "Logger", "RetryConfig", "UNSET"}
    assert names["OpenRouter"] is openrouter.OpenRouter


def test_other_resources_say_why_they_are_missing():
    client = openrouter.OpenRouter(api_key="k")
    resources = set(OFFICIAL["resources"].split()) - {"video_generation"}
    assert len(resources) > 30
    for name in resources:
        reason = f"no attribute '{name}': Rushes implements video generation only.*official package"
        with pytest.raises(AttributeError, match=reason):
            getattr(client, name)
        assert not hasattr(client, name)


def test_any_other_attribute_is_simply_missing():
    client = openrouter.OpenRouter(api_key="k")
    with pytest.raises(AttributeError, match="'OpenRouter' object has no attribute 'chatter'"):
        client.chatter  # noqa: B018 - the access is the test

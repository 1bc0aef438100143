"""The import paths of the official package, checked against its own lists."""

from __future__ import annotations

import json
import logging
import runpy
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import openrouter
from rushes.sdk import _official
from tests.dropin.environments import ROOT

SCRIPTS = ROOT / "scripts"
OFFICIAL = json.loads((SCRIPTS / "official_modules.json").read_text("utf-8"))
MODULES = {module: set(names.split()) for module, names in OFFICIAL["modules"].items()}
NOT_PROVIDED = set(runpy.run_path(str(SCRIPTS / "generate_dropin.py"))["NOT_PROVIDED"])
PROVIDED = {module: names - NOT_PROVIDED for module, names in MODULES.items()}
EMPTY = {"openrouter.basesdk"}
RESOURCES = runpy.run_path(str(SCRIPTS / "generate_dropin.py"))["RESOURCES"]


@pytest.mark.parametrize("module", sorted(PROVIDED.keys() - EMPTY))
def test_a_module_has_the_names_of_the_official_one(module):
    assert PROVIDED[module]
    assert PROVIDED[module] <= {n for n in PROVIDED[module] if hasattr(import_module(module), n)}


@pytest.mark.parametrize("module", sorted(RESOURCES))
def test_a_module_of_another_resource_has_the_names_that_we_have(module):
    package = module.rpartition(".")[0]
    for name in RESOURCES[module][1].split():
        found = getattr(import_module(module), name)
        assert package == "openrouter" or getattr(import_module(package), name) is found


IMPORTED_FIRST = """
import importlib, sys
for name in sys.argv[1:]:
    for loaded in [m for m in sys.modules if m.partition(".")[0] in {"openrouter", "rushes"}]:
        del sys.modules[loaded]
    importlib.import_module(name)
"""


def test_any_module_may_be_imported_first():
    command = [sys.executable, "-W", "error", "-c", IMPORTED_FIRST]
    subprocess.run([*command, *sorted((PROVIDED.keys() | RESOURCES) - EMPTY)], check=True)


def test_what_is_not_provided_is_known():
    assert {module for module, names in PROVIDED.items() if not names} == EMPTY
    assert set().union(*MODULES.values()) >= NOT_PROVIDED


def test_the_files_are_as_the_script_writes_them():
    script = str(SCRIPTS / "generate_dropin.py")
    subprocess.run([sys.executable, script, "--check"], check=True)


def test_the_files_are_thin():
    files = list((ROOT / "src" / "openrouter").rglob("*.py"))
    assert len(files) > 70
    assert [f for f in files if len(f.read_text("utf-8").splitlines()) > 20] == []


def test_the_other_resources_are_where_the_official_package_has_them(new_environment, real_wheels):
    environment = new_environment("resources")
    environment.install(*real_wheels)
    listed = {module: names.split() for module, (_, names) in RESOURCES.items()}
    code = f"""
import importlib, json
print(json.dumps([
    f"{{module}}.{{name}}"
    for module, names in {listed!r}.items()
    for name in names
    if not hasattr(importlib.import_module(module), name)
]))
"""
    assert environment.run(code) == []


def test_a_star_import_brings_what_is_public():
    names = {}
    exec("from openrouter import *", names)
    assert names.keys() >= {"OpenRouter", "HttpClient", "Logger", "RetryConfig", "UNSET"}
    assert names["OpenRouter"] is openrouter.OpenRouter


def test_other_resources_say_why_they_are_missing():
    client = openrouter.OpenRouter(api_key="k")
    assert len(_official.RESOURCES) > 30
    for name in _official.RESOURCES:
        reason = f"no attribute '{name}': Rushes implements video generation only.*official package"
        with pytest.raises(AttributeError, match=reason):
            getattr(client, name)
        assert not hasattr(client, name)


def test_any_other_attribute_is_simply_missing():
    client = openrouter.OpenRouter(api_key="k")
    with pytest.raises(AttributeError, match="'OpenRouter' object has no attribute 'chatter'"):
        client.chatter  # noqa: B018 - the access is the test


def test_the_resources_are_those_of_the_official_client():
    ours = {"api_keys", "credits", "generations", "models", "video_generation"}
    assert _official.RESOURCES | ours == set(OFFICIAL["resources"].split())
    assert ours <= set(dir(openrouter.OpenRouter))


def test_the_log_says_which_package_is_active(caplog):
    with caplog.at_level(logging.DEBUG, "openrouter"):
        openrouter.OpenRouter(api_key="k")
    folder = Path(openrouter.__file__).parent
    assert caplog.messages == [
        f"Rushes SDK {openrouter.__version__}; openrouter is Rushes' ({folder})"
    ]


def test_an_error_inside_a_property_is_not_hidden():
    class Broken(openrouter.OpenRouter):
        @property
        def videos(self):
            raise AttributeError("the reason")

    with pytest.raises(AttributeError, match="the reason"):
        Broken(api_key="k").videos  # noqa: B018 - the access is the test

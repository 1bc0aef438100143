from __future__ import annotations

import runpy
from pathlib import Path

import pytest

from tests.isolation import ROOT

CHECK = runpy.run_path(str(ROOT / "scripts" / "check_layers.py"))


@pytest.fixture
def violations(tmp_path):
    """Write modules below a fake `rushes`; return what is wrong with them."""

    def check(root="rushes", **modules: str) -> set[str]:
        for name, text in modules.items():
            path = tmp_path / root / Path(*name.replace("INIT", "~").split("__"))
            path = path.with_name(path.name.replace("~", "__init__") + ".py")
            path.parent.mkdir(parents=True, exist_ok=True)
            (path.parent / "__init__.py").touch()
            path.write_text(text)
        return {
            f"{v.path}:{v.line}: {v.message}" for v in CHECK["violations"](CHECK["Tree"](tmp_path))
        }

    return check


CYCLE = (
    "src/rushes/jobs/a.py:2: import cycle: rushes.jobs.a rushes.jobs.b, move what they share down"
)


@pytest.mark.parametrize(
    "back",
    [
        "from rushes.jobs import a",
        "def f():\n    from rushes.jobs.a import X",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import rushes.jobs.a",
        "from .a import X",
        "from importlib import import_module\ndef f():\n    import_module('rushes.jobs.a')",
        "SCENES = {'night': 'rushes.jobs.a'}",
    ],
)
def test_a_cycle_is_found_wherever_the_import_stands(violations, back):
    assert violations(jobs__a="X = 1\nfrom rushes.jobs import b", jobs__b=back) == {CYCLE}


@pytest.mark.parametrize(
    "package",
    [
        '_SOURCES = {"X": "rushes.jobs.a"}',
        '_SOURCES: dict[str, str] = {"X": "rushes.jobs.a"}',
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from rushes.jobs.a import X",
        "from rushes.jobs.a import X",
    ],
)
@pytest.mark.parametrize(
    "back",
    [
        "from rushes.jobs import X",
        "from rushes import jobs\njobs.X",
        "import rushes.jobs as j\nj.X",
    ],
)
def test_a_cycle_through_a_lazy_name_is_found(violations, package, back):
    [found] = violations(
        jobs__INIT=package, jobs__a="X = 1\nfrom rushes.jobs import b", jobs__b=back
    )
    assert "import cycle: " in found
    assert "rushes.jobs.a rushes.jobs.b" in found


def test_the_names_of_star_imports_come_from_their_modules(violations):
    [found] = violations(
        jobs__INIT="if TYPE_CHECKING:\n"
        "    from rushes.jobs.a import *\n    from rushes.jobs.b import *",
        jobs__a="class X: ...\nfrom rushes.jobs import Y",
        jobs__b="Y = 1\nfrom rushes.jobs import X",
    )
    assert "import cycle: rushes.jobs.a rushes.jobs.b" in found


def test_a_package_may_forward_the_names_of_its_modules(violations):
    found = violations(
        jobs__INIT='_SOURCES = {"X": "rushes.jobs.a"}\ndef f():\n    from rushes.jobs import a',
        jobs__a="from rushes.jobs import b",
        jobs__b="",
    )
    assert found == set()


@pytest.mark.parametrize(
    ("importer", "imported", "allowed"),
    [
        ("jobs__a", "store__b", True),
        ("store__a", "jobs__b", False),
        ("engines__a", "catalog__b", False),
        ("wire__a", "sdk__b", False),
        ("http__a", "providers__b", False),
        ("cli__a", "sdk__b", True),
        ("jobs__a", "sdk__b", False),
    ],
)
def test_the_table_says_who_may_import_whom(violations, importer, imported, allowed):
    text = f"from rushes.{imported.replace('__', '.')} import X"
    found = violations(**{importer: text, imported: "X = 1"})
    assert (found == set()) is allowed


def test_the_service_may_take_nothing_but_the_version_through_rushes(violations):
    [found] = violations(
        INIT="from rushes.sdk import *\nfrom rushes.sdk import __version__",
        sdk__INIT='_SOURCES = {"OpenRouter": "rushes.sdk.client"}\n__version__ = "1"',
        sdk__client="class OpenRouter: ...",
        jobs__a="from rushes import __version__\nfrom rushes import OpenRouter",
    )
    assert found.startswith("src/rushes/jobs/a.py:2: jobs imports rushes.sdk.client, use ")


def test_rushes_may_not_import_the_drop_in(violations, tmp_path):
    violations(root="openrouter", INIT="")
    [found] = violations(jobs__a="def f():\n    import openrouter")
    assert found.startswith("src/rushes/jobs/a.py:2: jobs imports openrouter, use ")


@pytest.mark.parametrize(
    "text",
    [
        "def _hire(): ...",
        "class RenderFarm: ...",
        "def f(twin_window): ...",
        "bill = 1",
        "x.farm = 1",
        "import a as twins",
    ],
)
def test_refused_words_are_found(violations, text):
    [found] = violations(jobs__a=text)
    assert found.startswith("src/rushes/jobs/a.py:1: ")
    assert ", use " in found


def test_a_refused_word_is_found_in_a_file_name(violations):
    [found] = violations(jobs__desk="")
    assert found == "src/rushes/jobs/desk.py:1: desk has 'desk', use Jobs, submit"


def test_a_file_may_not_be_too_long(violations):
    [found] = violations(jobs__a="x = 1\n" * 601)
    assert found == "src/rushes/jobs/a.py:601: 601 lines, use at most 600"


def test_a_file_of_the_drop_in_may_not_be_too_long(violations):
    [found] = violations(root="openrouter", a="x = 1\n" * 21)
    assert found == "src/openrouter/a.py:21: 21 lines, use at most 20"

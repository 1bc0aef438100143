from __future__ import annotations

import runpy
from pathlib import Path

import pytest

from tests.isolation import ROOT

CHECK = runpy.run_path(str(ROOT / "scripts" / "check_layers.py"))


@pytest.fixture
def violations(tmp_path):
    """Write modules below a fake `rushes`; return what is wrong with them."""

    def check(**modules: str) -> set[str]:
        for name, text in modules.items():
            path = tmp_path / "rushes" / Path(*name.replace("INIT", "~").split("__"))
            path = path.with_name(path.name.replace("~", "__init__") + ".py")
            path.parent.mkdir(parents=True, exist_ok=True)
            (path.parent / "__init__.py").touch()
            path.write_text(text)
        return CHECK["violations"](CHECK["Tree"](tmp_path))

    return check


CYCLE = "import cycle: rushes.jobs.a rushes.jobs.b"


@pytest.mark.parametrize(
    "back",
    [
        "from rushes.jobs import a",
        "def f():\n    from rushes.jobs.a import X",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import rushes.jobs.a",
    ],
)
def test_a_cycle_is_found_wherever_the_import_stands(violations, back):
    assert violations(jobs__a="X = 1\nfrom rushes.jobs import b", jobs__b=back) == {CYCLE}


def test_a_cycle_through_a_lazy_name_is_found(violations):
    found = violations(
        jobs__INIT='_SOURCES = {"X": "rushes.jobs.a"}',
        jobs__a="X = 1\nfrom rushes.jobs import b",
        jobs__b="from rushes.jobs import X",
    )
    assert found == {CYCLE}


def test_a_package_may_forward_the_names_of_its_modules(violations):
    found = violations(
        jobs__INIT='_SOURCES = {"X": "rushes.jobs.a"}\nfrom rushes.jobs.a import X',
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
    ],
)
def test_the_table_says_who_may_import_whom(violations, importer, imported, allowed):
    text = f"from rushes.{imported.replace('__', '.')} import X"
    found = violations(**{importer: text, imported: "X = 1"})
    assert (found == set()) is allowed


@pytest.mark.parametrize(
    "text", ["def _hire(): ...", "class RenderFarm: ...", "def f(twin_window): ...", "ledger = 1"]
)
def test_refused_words_are_found(violations, text):
    [found] = violations(jobs__a=text)
    assert ": use " in found


def test_a_file_may_not_be_too_long(violations):
    [found] = violations(jobs__a="x = 1\n" * 601)
    assert found == "rushes.jobs.a: 601 lines, at most 600"

"""The site of the documentation loads nothing from other hosts, and its links are right."""

from __future__ import annotations

import runpy
import shutil

import pytest

from tests.docs.pages import PAGES, ROOT

SITE = runpy.run_path(str(ROOT / "scripts" / "build_site.py"))
BUILT = ("mkdocs.yml", "docs", "scripts/site_hooks.py", "deploy", "examples", "LICENSE")


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    """Return a copy of what the site is made from."""
    folder = tmp_path_factory.mktemp("site")
    for name in (*BUILT, *(path.name for path in ROOT.glob("*.md"))):
        target = folder / name
        target.parent.mkdir(exist_ok=True)
        (shutil.copytree if (ROOT / name).is_dir() else shutil.copy)(ROOT / name, target)
    return folder


def test_pages_and_linked_files_are_on_the_site(copy):
    assert SITE["problems"](copy) == []
    site = copy / "out" / "site"
    pages = {path.relative_to(site).as_posix() for path in site.rglob("*.html")}
    written = {path.relative_to(ROOT).with_suffix(".html").as_posix() for path in PAGES}
    on_site = {page.removeprefix("docs/").replace("README", "index") for page in written}
    assert on_site <= pages
    assert 'href="service.html"' in (site / "index.html").read_text("utf-8")
    assert 'href="deploy/Dockerfile"' in (site / "service.html").read_text("utf-8")
    copied = (site / "deploy" / "Dockerfile").read_bytes()
    assert copied == (ROOT / "deploy" / "Dockerfile").read_bytes()


@pytest.mark.parametrize(
    ("added", "named"),
    [
        ("See [it](missing.md) or [that](sdk.md#absent).", ("'missing.md'", "'#absent'")),
        ("![It](https://images.example/a.png)", ("security.html loads https://images.example/",)),
    ],
)
def test_what_is_wrong_with_a_site_is_reported(copy, added, named):
    page = copy / "docs" / "security.md"
    text = page.read_text("utf-8")
    page.write_text(f"{text}\n{added}\n", "utf-8")
    try:
        [found] = SITE["problems"](copy)
    finally:
        page.write_text(text, "utf-8")
    assert all(name in found for name in named)


@pytest.mark.parametrize(
    ("text", "urls"),
    [
        ('<script src="//a.example/a.js"></script>', ["//a.example/a.js"]),
        ('<img srcset="b.png, https://a.example/b.png 2x">', ["https://a.example/b.png 2x"]),
        ('<link rel="preconnect" href="https://a.example">', ["https://a.example"]),
        ("<style>@import 'https://a.example/a.css';</style>", ["https://a.example/a.css"]),
        ('<p style="background: url(//a.example/b.png)">', ["//a.example/b.png"]),
        ('<a href="https://a.example/">a</a><link rel="canonical" href="https://a.example/">', []),
        ('<img src="images/b.png"><script src="a.js"></script>', []),
    ],
)
def test_what_a_browser_loads(text, urls):
    assert SITE["loaded_from_elsewhere"]("page.html", text) == urls


def test_what_a_style_sheet_loads():
    text = 'a { src: url(https://a.example/a.woff2) } b { background: url("data:image/png,") }'
    assert SITE["loaded_from_elsewhere"]("style.css", text) == ["https://a.example/a.woff2"]

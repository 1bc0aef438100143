"""Hooks of MkDocs: pages link to each other as files of the repository, on the site too."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

ROOT = Path(__file__).resolve().parents[1]
FOLDER = "docs"
PAGES = ("README.md", "CHANGELOG.md", "CONTRIBUTING.md")  # outside of the folder
LINK = re.compile(r"(?<=\]\()(?P<path>[^)#\s:]+)(?=[)#])")
FENCE = re.compile(r"^```.*?^```$", re.M | re.S)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages outside of the folder, and the files that pages link to."""
    linked = {
        uri
        for path in [*(ROOT / page for page in PAGES), *(ROOT / FOLDER).rglob("*.md")]
        for match in LINK.finditer(FENCE.sub("", path.read_text("utf-8")))
        if (uri := _repository_path(_uri(path.relative_to(ROOT).as_posix()), match["path"]))
        and not uri.startswith(f"{FOLDER}/")
    }
    for uri in sorted({*PAGES, *linked}):
        if (ROOT / uri).is_file():
            files.append(File.generated(config, uri, abs_src_path=str(ROOT / uri)))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Make the links of a page those of the site."""
    here = page.file.src_uri
    folder = posixpath.dirname(here)

    def on_site(match: re.Match[str]) -> str:
        return posixpath.relpath(_uri(_repository_path(here, match["path"])), folder or ".")

    parts = re.split(f"({FENCE.pattern})", markdown, flags=FENCE.flags)
    parts[::2] = [LINK.sub(on_site, part) for part in parts[::2]]
    return "".join(parts)


def _repository_path(uri: str, link: str) -> str:
    """Return the path that a page of the site links to, from the repository's root."""
    folder = posixpath.dirname(uri if uri in PAGES else f"{FOLDER}/{uri}")
    return posixpath.normpath(posixpath.join(folder, link))


def _uri(path: str) -> str:
    """Return the place on the site of a file of the repository."""
    return path.removeprefix(f"{FOLDER}/")

"""Build the documentation as a site, in out/site; check that it loads nothing from other hosts."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SITE = Path("out", "site")
LOADED_LINKS = {"icon", "modulepreload", "preconnect", "preload", "prefetch", "stylesheet"}
ELSEWHERE = re.compile(r"(?:https?:)?//")
STYLE = re.compile(r"""(?:url\(|@import)\s*["']?((?:https?:)?//[^"')\s]+)""")


class Loaded(HTMLParser):
    """Collects what a browser loads for a page from other hosts."""

    def __init__(self) -> None:
        super().__init__()
        self.urls: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Collect from one tag."""
        found = {name: value or "" for name, value in attrs}
        loaded = [found.get("src", ""), found.get("poster", ""), found.get("data", "")]
        loaded += [part.strip() for part in found.get("srcset", "").split(",")]
        if tag == "link" and LOADED_LINKS & set(found.get("rel", "").split()):
            loaded.append(found.get("href", ""))
        self.urls += [url for url in loaded if ELSEWHERE.match(url)]
        self.urls += STYLE.findall(found.get("style", ""))


def loaded_from_elsewhere(name: str, text: str) -> list[str]:
    """Return the URLs on other hosts that a page or a style sheet makes a browser load."""
    if name.endswith(".css"):
        return STYLE.findall(text)
    parser = Loaded()
    parser.feed(text)
    return parser.urls + STYLE.findall("".join(re.findall(r"<style.*?</style>", text, re.S)))


def problems(root: Path) -> list[str]:
    """Build the site of a tree; return what is wrong with it."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--clean"]
    quiet = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=root, env=quiet, capture_output=True, text=True, check=False)
    if done.returncode:
        return [done.stderr.strip()]
    site = root / SITE
    return [
        f"{path.relative_to(site)} loads {url}"
        for path in sorted(site.rglob("*"))
        if path.suffix in {".html", ".css"}
        for url in loaded_from_elsewhere(path.name, path.read_text("utf-8"))
    ]


def main() -> int:
    """Build and check the site; return 1 if anything is wrong."""
    found = problems(ROOT)
    served = f"docs: {SITE}/index.html; with search: python3 -m http.server --directory {SITE}"
    print("\n".join(found) or served)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

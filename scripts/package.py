"""Build the distributions of this version in dist/, check them, and install the wheel by itself.

The wheel is made from the source distribution, and must have every file of `src` and nothing else.
It is installed in an empty environment of each Python that is supported and found here. The build
uses the installed hatchling, so only that installation needs a package index.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src"
MOVED = {"openrouter/": "rushes/dropin/openrouter/"}  # as [tool.hatch...wheel.sources] says
BESIDE_SOURCE = {"CHANGELOG.md", "LICENSE", "PKG-INFO", "README.md", ".gitignore", "pyproject.toml"}
METADATA = {"METADATA", "RECORD", "WHEEL", "entry_points.txt", "licenses/LICENSE"}
PIP = (sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", "--no-input")
RETRIES = ("--retries", "1", "--timeout", "15")
# What an environment without any extra must do, with warnings as errors.
USED = """
import importlib.metadata, openrouter, rushes
from rushes import OpenRouter, webhooks
assert importlib.metadata.version("rushes") == rushes.__version__ == "{version}"
assert openrouter.OpenRouter is OpenRouter
OpenRouter(api_key="local", server_url="http://127.0.0.1:8787/api/v1").close()
event = b'{{"type": "video.generation.completed", "created_at": "2026-11-22T07:30:00Z",'
event += b' "data": {{"id": "job", "status": "completed"}}}}'
headers = {{webhooks.SIGNATURE_HEADER: webhooks.sign(event, "whsec_c2VjcmV0")}}
assert webhooks.verify(event, headers, secret="whsec_c2VjcmV0").data.id == "job"
"""


class PackageError(Exception):
    """A distribution is not as it must be."""


def version() -> str:
    """Return the version; raises PackageError unless the changelog describes it first."""
    text = (SOURCE / "rushes" / "sdk" / "_version.py").read_text("utf-8")
    found = text.split('"')[1]
    [described, *_] = re.findall(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.M)
    if described != found:
        raise PackageError(f"CHANGELOG.md begins with {described}, and the version is {found}")
    return found


def supported() -> list[str]:
    """Return the versions of Python that the classifiers name, such as 3.11."""
    return re.findall(r"Python :: (3\.\d+)", (ROOT / "pyproject.toml").read_text("utf-8"))


def interpreter(python: str) -> Path | None:
    """Return an interpreter of a version of Python; None if there is none.

    It is on PATH, or beside the running one, as pyenv and uv install them.
    """
    beside = Path(sys.base_prefix).parent
    on_path = shutil.which(f"python{python}")
    candidates = [on_path] if on_path else []
    candidates += sorted(map(str, beside.glob(f"*/bin/python{python}")))
    code = "import sys; print('%d.%d' % sys.version_info[:2])"
    for candidate in candidates:  # a shim of pyenv may stand for nothing
        done = subprocess.run([candidate, "-c", code], capture_output=True, text=True, check=False)
        if done.stdout.strip() == python:
            return Path(candidate)
    return None


def build(folder: Path) -> tuple[Path, Path]:
    """Build both distributions in a folder, and check them; return the wheel and the source."""
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT))
    [wheel] = folder.glob(f"rushes-{version()}-*.whl")
    source = folder / f"rushes-{version()}.tar.gz"
    run(sys.executable, "-m", "twine", "check", "--strict", str(wheel), str(source))
    check("wheel", _files_of_wheel(wheel), set(_wanted_in_wheel()))
    check("source distribution", _files_of_source(source), set(_wanted_in_source()))
    return wheel, source


def check(what: str, found: set[str], wanted: set[str]) -> None:
    """Raise PackageError unless a distribution has the files that it must have, and no others."""
    problems = [f"lacks {name}" for name in sorted(wanted - found)]
    problems += [f"has {name}" for name in sorted(found - wanted)]
    if problems:
        raise PackageError(f"The {what} {', '.join(problems)}")


def install(wheel: Path, python: Path, folder: Path) -> None:
    """Install a wheel and what it requires, by itself, in an environment of a folder; use it."""
    run(str(python), "-m", "venv", "--without-pip", str(folder))
    bare = folder / "bin" / "python"
    pins = ("--constraint", str(ROOT / "constraints.txt"))
    run(*PIP, "--python", str(bare), "install", "--no-compile", *RETRIES, *pins, str(wheel))
    run(str(bare), "-I", "-W", "error", "-c", USED.format(version=version()))


def run(*command: str) -> None:
    """Run a program; raises PackageError with what it printed if it fails."""
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd="/")
    if done.returncode:
        raise PackageError(f"{' '.join(command)}\n{done.stdout}{done.stderr}")


def _sources() -> Iterator[str]:
    for path in SOURCE.rglob("*"):
        if path.is_file() and "__pycache__" not in path.parts:
            yield path.relative_to(SOURCE).as_posix()


def _wanted_in_wheel() -> Iterator[str]:
    for name in _sources():
        moved = next((folder for folder in MOVED if name.startswith(folder)), None)
        yield name if moved is None else MOVED[moved] + name.removeprefix(moved)
    for name in METADATA:
        yield f"rushes-{version()}.dist-info/{name}"


def _wanted_in_source() -> Iterator[str]:
    for name in (*BESIDE_SOURCE, *(f"src/{name}" for name in _sources())):
        yield f"rushes-{version()}/{name}"


def _files_of_wheel(path: Path) -> set[str]:
    with zipfile.ZipFile(path) as archive:
        return set(archive.namelist())


def _files_of_source(path: Path) -> set[str]:
    with tarfile.open(path) as archive:
        return {member.name for member in archive if member.isfile()}


def main() -> int:
    """Build, check and install; return 1 if anything is wrong."""
    folder = ROOT / "dist"
    shutil.rmtree(folder, ignore_errors=True)
    try:
        wheel, source = build(folder)
        print(f"{wheel.name}, {source.name}: complete, and their metadata is valid")
        for python in supported():
            found = interpreter(python)
            if found is None:
                print(f"Python {python}: skipped, because it is not installed here")
                continue
            with tempfile.TemporaryDirectory() as environment:
                install(wheel, found, Path(environment))
            print(f"Python {python}: the wheel works by itself")
    except PackageError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

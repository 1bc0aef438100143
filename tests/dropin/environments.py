"""Virtual environments of their own, with wheels installed from files: nothing needs a network."""

from __future__ import annotations

import base64
import hashlib
import json
import subprocess
import sys
import sysconfig
import venv
import zipfile
from functools import cached_property
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
PIP = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet")
OURS = ("rushes", "_rushes", "openrouter")

STAND_IN = {
    "openrouter/__init__.py": "from openrouter.sdk import OpenRouter as OpenRouter\n",
    "openrouter/sdk.py": (
        "from openrouter.types import Unset\n"
        "class OpenRouter:\n"
        "    def __init__(self, api_key: str) -> None:\n"
        "        self.chat = self.video_generation = Unset()\n"
    ),
    # Packages where a plain module of another distribution would be shadowed.
    "openrouter/types/__init__.py": "class Unset: ...\n",
    "openrouter/utils/__init__.py": "",
    "openrouter/errors/__init__.py": "class OpenRouterError(Exception): ...\n",
    "openrouter/py.typed": "",
    "openrouter-1.3.84.dist-info/METADATA": (
        "Metadata-Version: 2.1\nName: openrouter\nVersion: 1.3.84\n"
    ),
    "openrouter-1.3.84.dist-info/WHEEL": (
        "Wheel-Version: 1.0\nGenerator: tests\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    ),
}


def stand_in_wheel(folder: Path) -> Path:
    """Write a small distribution that owns the name `openrouter`."""
    path = folder / "openrouter-1.3.84-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in STAND_IN.items():
            archive.writestr(name, text)
        record = "openrouter-1.3.84.dist-info/RECORD"
        lines = [f"{name},{_digest(text.encode())},{len(text)}" for name, text in STAND_IN.items()]
        archive.writestr(record, "\n".join([*lines, f"{record},,"]) + "\n")
    return path


def build_wheel(folder: Path) -> Path:
    """Build the wheel of this tree."""
    build = ("wheel", "--no-build-isolation", "--no-deps", "--no-index", "--wheel-dir")
    subprocess.run([*PIP, *build, str(folder), str(ROOT)], check=True)
    [path] = folder.glob("rushes-*.whl")
    return path


def dependencies(folder: Path) -> Path:
    """Return a folder with all that this Python has installed, but nothing of Rushes."""
    folder.mkdir()
    for path in Path(sysconfig.get_path("purelib")).iterdir():
        if not path.name.startswith(OURS) and path.suffix != ".pth":
            (folder / path.name).symlink_to(path)
    return folder


def create_environment(folder: Path, dependencies: Path) -> Environment:
    """Create a virtual environment that finds its dependencies in a folder."""
    venv.EnvBuilder(symlinks=True).create(folder)
    environment = Environment(folder)
    (environment.site / "zz_dependencies.pth").write_text(f"{dependencies}\n")
    return environment


class Environment:
    """A virtual environment that exists."""

    def __init__(self, folder: Path) -> None:
        self.bin = folder / "bin"
        self.python = self.bin / "python"

    @cached_property
    def site(self) -> Path:
        """Return its folder of installed packages."""
        code = "import sysconfig; print(sysconfig.get_path('purelib'))"
        return Path(self.output(str(self.python), "-c", code))

    def install(self, *what: Path | str) -> None:
        """Install wheels, or what else pip takes, without their dependencies."""
        options = ["--no-index", "--no-deps", "--no-compile", "--no-build-isolation"]
        options.append("--force-reinstall")  # another build of one version replaces it
        self.output(*PIP, "--python", str(self.python), "install", *options, *map(str, what))

    def uninstall(self, name: str) -> None:
        """Remove a distribution."""
        self.output(*PIP, "--python", str(self.python), "uninstall", "--yes", name)

    def output(self, *command: str, **environment: str) -> str:
        """Return what a command prints; it must succeed."""
        done = subprocess.run(
            command, capture_output=True, text=True, check=False, env=environment, cwd="/"
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout.strip()

    def run(self, code: str, **environment: str) -> Any:
        """Run a program that prints JSON, with warnings as errors; return what it printed."""
        command = (str(self.python), "-W", "error", "-c", code)
        return json.loads(self.output(*command, **environment))

    def damage(self, name: str) -> list[str]:
        """Return the files of a distribution that are not as its wheel brought them."""
        [record] = self.site.glob(f"{name}-*.dist-info/RECORD")
        lines = [line.rsplit(",", 2) for line in record.read_text().splitlines()]
        assert len(lines) > 5
        return [
            path
            for path, digest, _ in lines
            if not (self.site / path).is_file()
            or (digest and digest != _digest((self.site / path).read_bytes()))
        ]


def _digest(content: bytes) -> str:
    encoded = base64.urlsafe_b64encode(hashlib.sha256(content).digest())
    return f"sha256={encoded.rstrip(b'=').decode()}"

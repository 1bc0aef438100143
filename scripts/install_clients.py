"""Install the programs of others that the tests marked `clients` or `oracles` run.

    .venv/bin/python scripts/install_clients.py [--oracles]

Each has an environment of its own, a folder in `.venv/clients`. A Python environment holds the
versions of one file of `tests/clients/requirements`, `node` those of `tests/clients/package.json`,
and `lowest` the lowest versions that `pyproject.toml` declares. An environment that is up to date
is left alone. One that cannot be installed here, for example without a network, is reported, and
its tests are skipped.

With `--oracles`, they are those of the files in `tests/upstreams/oracles/requirements` and, for
npm, in `tests/upstreams/oracles/packages`; their folders are in `.venv/oracles`.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import shutil
import subprocess
import sys
import threading
import tomllib
import venv
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CLIENTS = ROOT / "tests" / "clients"
ORACLES = ROOT / "tests" / "upstreams" / "oracles"
# What an installation leaves in its folder: what it has, or the reason why it failed.
PINNED, REASON = "pinned", "reason"
PIP = (sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", "--no-input")
# Without a network one installation fails after seconds, and the others are not tried.
BOUNDED = ("--retries", "1", "--timeout", "15")
OFFLINE = threading.Event()
LIMIT = 300  # seconds for one environment
BOUND = re.compile(r"(?P<name>[\w.-]+(\[[\w,]+\])?)>=(?P<lowest>[\w.]+)")


class InstallError(Exception):
    """An environment cannot be installed here."""


@dataclass(frozen=True)
class Wanted:
    """An environment: its name, the text that pins its versions, and the function that makes it.

    `group` is the folder of `.venv` that it is installed in.
    """

    name: str
    pins: str
    make: Callable[[Path, str], None]
    group: str = "clients"

    @property
    def folder(self) -> Path:
        """Return where it is installed."""
        return folder_of(self.name, self.group)

    def install(self) -> str:
        """Install it unless it is up to date; return one line that says what was done."""
        pinned = self.folder / PINNED
        digest = hashlib.sha256(f"{sys.version}\n{self.pins}".encode()).hexdigest()
        if pinned.is_file() and pinned.read_text() == digest:
            return f"{self.name}: up to date"
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        try:
            self.make(self.folder, self.pins)
        except InstallError as error:
            (self.folder / REASON).write_text(str(error))
            return f"{self.name}: not installed: {error}"
        pinned.write_text(digest)
        return f"{self.name}: installed"


def folder_of(name: str, group: str = "clients") -> Path:
    """Return where an environment is installed."""
    return Path(sys.prefix) / group / name


def python_environment(folder: Path, pins: str, *options: str) -> None:
    """Create a virtual environment that has what `pins` lists, one requirement a line."""
    venv.EnvBuilder(symlinks=True).create(folder)
    requirements = folder / "requirements.txt"
    requirements.write_text(pins)
    target = ("--python", str(folder / "bin" / "python"))
    if OFFLINE.is_set():
        raise InstallError("pip cannot reach the package index")
    chosen = (*BOUNDED, "--no-compile", "--only-binary", ":all:", *options)
    run([*PIP, *target, "install", *chosen, "--requirement", str(requirements)])


def complete_environment(folder: Path, pins: str) -> None:
    """Create an environment whose pins are complete."""
    python_environment(folder, pins, "--no-deps")


def node_packages(folder: Path, pins: str) -> None:
    """Install the npm packages, without running their scripts."""
    npm = shutil.which("npm")
    if npm is None or shutil.which("node") is None:
        raise InstallError("node and npm are not installed")
    (folder / "package.json").write_text(pins)
    quiet = ("--no-audit", "--no-fund", "--no-package-lock", "--ignore-scripts", "--loglevel=error")
    bounded = ("--fetch-retries=1", "--fetch-retry-mintimeout=1000", "--fetch-timeout=15000")
    run([npm, "install", *quiet, *bounded, "--prefix", str(folder)])


def finished(
    command: Sequence[str | Path],
    limit: float,
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
) -> subprocess.CompletedProcess[str]:
    """Run a command to its end, without input; return what it printed and its status."""
    return subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=False,
        timeout=limit,
        stdin=subprocess.DEVNULL,
        cwd=cwd,
        env=env,
    )


def run(command: list[str]) -> None:
    """Run a package client to its end, or raise `InstallError` with its last error."""
    try:
        done = finished(command, LIMIT)
    except subprocess.TimeoutExpired:
        raise InstallError(f"it took more than {LIMIT} seconds") from None
    if done.returncode:
        if "connection broken by" in done.stderr:
            OFFLINE.set()
        lines = [x for x in done.stderr.splitlines() if x.startswith(("ERROR", "npm err"))]
        raise InstallError("; ".join(lines[:3]) or f"{command[0]}: status {done.returncode}")


def lowest() -> str:
    """Return the lowest version of every dependency that `pip install rushes[server]` declares."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    pins = []
    for line in (*project["dependencies"], *extras["gateway"], *extras["server"]):
        if found := BOUND.match(line):
            pins.append(f"{found['name']}=={found['lowest']}\n")
        elif not line.startswith("rushes["):
            raise SystemExit(f"pyproject.toml: {line!r} has no lower bound of the form >=VERSION")
    return "".join(pins)


def clients() -> Iterator[Wanted]:
    """Yield the environments of the clients, the slowest first."""
    yield Wanted("lowest", lowest(), python_environment)
    packages = json.loads((CLIENTS / "package.json").read_text("utf-8"))
    yield Wanted("node", json.dumps(packages), node_packages)
    for path in sorted((CLIENTS / "requirements").iterdir()):
        yield Wanted(path.stem, path.read_text("utf-8"), complete_environment)


def oracles() -> Iterator[Wanted]:
    """Yield the environments of the oracles."""
    for path in sorted((ORACLES / "packages").glob("*.json")):
        yield Wanted(path.stem, path.read_text("utf-8"), node_packages, "oracles")
    for path in sorted((ORACLES / "requirements").glob("*.txt")):
        yield Wanted(path.stem, path.read_text("utf-8"), complete_environment, "oracles")


def main() -> None:
    """Install what is wanted, two at a time."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--oracles", action="store_true", help="those of the fake upstreams")
    wanted = oracles() if parser.parse_args().oracles else clients()
    with ThreadPoolExecutor(2) as threads:
        for line in threads.map(Wanted.install, wanted):
            print(line)


if __name__ == "__main__":
    main()

"""What `rushes doctor` looks at: each check is on its own, and says what to do."""

from __future__ import annotations

import asyncio
import errno
import os
import platform
import resource
import secrets
import shutil
import socket
import sqlite3
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

from rushes import __version__
from rushes.cli.listener import last_owner, listener
from rushes.cli.live_check import asked
from rushes.cli.serve import hooks_of
from rushes.config_file import ConfigError, read_config
from rushes.configuration.check import problems
from rushes.providers.account import Account
from rushes.providers.accounts import accounts_of
from rushes.runtime import ENGINE_PACKAGES, open_store
from rushes.settings import MIB, Settings
from rushes.storage.base import StorageError
from rushes.storage.locate import open_storage
from rushes.store.probe import probe
from rushes.store.schema import newest_schema, sqlite_schema

Level = Literal["ok", "warn", "fail"]
LEAST_FREE, LITTLE_FREE = 512 * MIB, 5 * 1024 * MIB  # bytes of disk space
FEW_FILES = 8192  # that may be open at once
EXTRAS = {  # by a package that each adds
    "server": "llvmlite",
    "postgres": "psycopg",
    "bucket": "obstore",
    "google": "cryptography",
    "mcp": "mcp",
}
# What is written to storage: an MP4 file of bare boxes.
_SAMPLE = (
    b"\x00\x00\x00\x18ftypisom\x00\x00\x02\x00isomiso2"
    b"\x00\x00\x00\x74moov\x00\x00\x00\x6cmvhd" + bytes(100) + b"\x00\x00\x00\x10mdatrushes!!"
)


@dataclass(frozen=True)
class Finding:
    """One line: `fail` keeps the service from working, `warn` may become a problem."""

    check: str
    level: Level
    text: str


@dataclass(frozen=True)
class Checkup:
    """What is checked: `live` names the providers that are asked, or is `all`."""

    settings: Settings
    live: str | None = None


Findings = Iterator[tuple[Level, str]]
Check = Callable[[Checkup], Findings]


def check_configuration(data_dir: Path | None) -> Findings:
    """Check the file and the environment; the only check that needs no settings."""
    options = {} if data_dir is None else {"data_dir": data_dir}
    found = problems([hooks_of], **options)
    for problem in found:
        yield ("fail" if problem.level == "error" else "warn"), problem.text
    if not any(problem.level == "error" for problem in found):
        try:
            path = read_config().path
        except ConfigError:  # it has just been deleted
            path = None
        yield "ok", f"{path} and the environment" if path else "the environment; no rushes.toml"


def check_versions(_: Checkup) -> Findings:
    extras = [name for name, package in EXTRAS.items() if find_spec(package)]
    releases = f"Rushes {__version__}, Python {platform.python_version()}"
    others = f"SQLite {sqlite3.sqlite_version}, extras: {', '.join(extras) or 'none'}"
    yield "ok", f"{releases}, {others}"
    for package in ("starlette", "uvicorn", "pydantic", "aiohttp"):
        try:
            version(package)
        except PackageNotFoundError:
            yield "fail", f"{package} is not installed; pip install 'rushes[server]'"


def check_database(checkup: Checkup) -> Findings:
    settings = checkup.settings
    if settings.database_url is not None:
        yield from asyncio.run(_postgres(settings))
        return
    path = settings.database
    if not path.exists():
        parent = _existing(path.parent)
        if os.access(parent, os.W_OK | os.X_OK):
            yield "ok", f"{path} will be created"
        else:
            yield "fail", f"{path} cannot be created: {parent} is not writable; chown or chmod it"
        return
    found, newest = sqlite_schema(path), newest_schema("sqlite")
    yield from _schema(found, newest)
    if found == newest:
        asyncio.run(_probe(settings))
        yield "ok", f"{path} works, schema {found}"


def _schema(found: int, newest: int) -> Findings:
    if found > newest:
        text = f"schema {found} is of a newer release, this one knows {newest}; use that release"
        yield "fail", text
    elif found < newest:
        upgrade = "the next start of the service upgrades it: back it up first"
        yield "warn", f"schema {found} is older than this release's, {newest}; {upgrade}"


async def _probe(settings: Settings) -> None:
    async with open_store(settings) as store:
        await probe(store)


async def _postgres(settings: Settings) -> list[tuple[Level, str]]:
    from rushes.store.postgres import (  # noqa: PLC0415 - the extra may be missing
        MOST_SKEW,
        postgres_state,
    )

    assert settings.database_url is not None  # noqa: S101 - the caller has looked
    state = await postgres_state(settings.database_url)
    ahead, named = state.ahead, f"PostgreSQL {state.server}"
    newest = newest_schema("postgres")
    if state.schema == 0 or not state.has_queue:
        findings: list[tuple[Level, str]] = [
            ("ok", f"{named} can be reached; the first start of the service creates its tables")
        ]
    elif findings := list(_schema(state.schema, newest)):
        findings.append(("ok", f"{named} can be reached"))
    else:
        await _probe(settings)
        findings.append(("ok", f"{named} works, schema {state.schema}"))
    if abs(ahead) > 1:
        level: Level = "fail" if abs(ahead) > MOST_SKEW else "warn"
        where = "ahead of" if ahead > 0 else "behind"
        text = f"this host's clock is {abs(ahead):.0f} s {where} the database's; set it right (NTP)"
        findings.append((level, text))
    return findings


def check_storage(checkup: Checkup) -> Findings:
    settings = checkup.settings
    place = settings.outputs_url or str(settings.data_dir / "outputs")
    if settings.outputs_url is None and not settings.data_dir.exists():
        yield "ok", f"{place} will be created"
        return
    try:
        asyncio.run(_round_trip(place))
    except StorageError as error:
        yield "fail", f"{place}: {error}; check that it exists, its permissions and credentials"
        return
    yield "ok", f"{place}: wrote, read, read a range of, and deleted a file"


async def _round_trip(place: str) -> None:
    storage, name = open_storage(place), f"doctor-{secrets.token_hex(8)}.mp4"

    async def content() -> AsyncIterator[bytes]:
        yield _SAMPLE

    try:
        await storage.put(name, content())
        opened = await storage.open(name)
        try:
            whole = b"".join([block async for block in opened.blocks(0, opened.size)])
            part = b"".join([block async for block in opened.blocks(4, 12)])
        finally:
            opened.close()
        if (whole, part) != (_SAMPLE, _SAMPLE[4:12]):
            raise StorageError("what was read is not what was written")
    finally:
        await storage.delete(name)
    if await storage.find(name) is not None:
        raise StorageError("a deleted file is still there")


def check_disk(checkup: Checkup) -> Findings:
    settings = checkup.settings
    for name, folder in (("data", settings.data_dir), ("cache", settings.cache_dir)):
        found = _existing(folder)
        free = shutil.disk_usage(found).free
        text = f"{name}: {free / 1024**3:.1f} GiB free at {found}"
        if free < LEAST_FREE:
            yield "fail", f"{text}; free some, or set keep_outputs"
        elif free < LITTLE_FREE:
            yield "warn", f"{text}; set keep_outputs, or use a larger disk"
        else:
            yield "ok", text


def check_clock(checkup: Checkup) -> Findings:
    began, began_steady = time.time(), time.monotonic()
    time.sleep(0.1)
    drift = (time.time() - began) - (time.monotonic() - began_steady)
    newest = max((f.stat().st_mtime for f in Path(__file__).parent.glob("*.py")), default=0.0)
    now = time.strftime("%Y-%m-%d %H:%M:%S UTC", time.gmtime())
    if time.time() < newest - 86_400:
        yield "fail", f"{now} is before Rushes was installed; set the clock right (NTP)"
    elif abs(drift) > 0.05:
        yield "warn", f"{now}; it was set by {drift:+.2f} s during the check"
    else:
        yield "ok", now


def check_port(checkup: Checkup) -> Findings:
    host, port = checkup.settings.host, checkup.settings.port
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind((host, port))
        except OSError as error:
            yield _taken(checkup.settings, error)
            return
    yield "ok", f"{port} on {host} is free" if port else "the service picks a free one"


def _taken(settings: Settings, error: OSError) -> tuple[Level, str]:
    host, port = settings.host, settings.port
    if error.errno != errno.EADDRINUSE:
        return "fail", f"{port} on {host} cannot be used: {error.strerror}; set host and port"
    pid = listener(port)
    if pid is not None and pid == last_owner(settings.data_dir):
        return "ok", f"{port} on {host} is this service's, process {pid}"
    who = "another process" if pid is None else f"process {pid} ({_name(pid)})"
    return "warn", f"{port} on {host} is in use by {who}; stop it, or set another port"


def _name(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/comm").read_text("utf-8").strip()
    except OSError:
        return "it has ended"


def check_files(_: Checkup) -> Findings:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hard != resource.RLIM_INFINITY and hard < FEW_FILES:
        yield "warn", f"at most {hard} may be open; raise it: LimitNOFILE=65536, or ulimit -n"
    else:
        most = "any number" if hard == resource.RLIM_INFINITY else hard
        yield "ok", f"{most} may be open ({soft} before the service raises its limit)"


def check_providers(checkup: Checkup) -> Findings:
    settings, live = checkup.settings, checkup.live
    if live not in {None, "all"}:
        settings = settings.model_copy(update={"providers": (live,)})
    accounts = accounts_of(settings)
    for account in accounts:
        if live is None:
            hint = "not asked whether it works: --live does, free of charge"
            yield "ok", f"{_named(account)}, {account.shown_url}; {hint}"
        else:
            yield asyncio.run(_asked(account))
    if not accounts:
        yield "ok", "none: the offline engine makes all videos, free of charge"


async def _asked(account: Account) -> tuple[Level, str]:
    found = await asked(account)
    if found.works:
        return "ok", f"{_named(account)} works; {found.detail}. Nothing was paid"
    return "fail", f"{_named(account)}: {found.detail}"


def _named(account: Account) -> str:
    return f"{account.id} (key {account.hint})"


def check_renderer(checkup: Checkup) -> Findings:
    settings = checkup.settings
    missing = [name for name in ENGINE_PACKAGES if find_spec(name) is None]
    if missing:
        needed = not settings.providers or settings.emulate == "missing"
        text = f"not installed ({', '.join(missing)}); pip install 'rushes[server]'"
        yield ("fail" if needed else "ok"), text if needed else f"{text}, if videos are emulated"
        return
    began = time.monotonic()
    size = asyncio.run(_render(settings))
    yield "ok", f"rendered a frame, {size} bytes, in {time.monotonic() - began:.1f} s"


async def _render(settings: Settings) -> int:
    from rushes.engines.render_pool import RenderPool  # noqa: PLC0415 - the extra may be missing
    from rushes.engines.request import RenderRequest  # noqa: PLC0415

    with tempfile.TemporaryDirectory(prefix="rushes-doctor-") as folder:
        pool = RenderPool(1, 1, Path(folder), settings.cache_dir, warm=False)
        await pool.start()
        try:
            frame = RenderRequest("gold", 64, 64, duration=1 / 24, seed=1, audio=False)
            await pool.submit("doctor", frame)
            made = await pool.wait("doctor")
        finally:
            await pool.close()
        if made.state != "done" or made.path is None:
            raise RuntimeError(f"no frame was rendered: {made.error or made.state}")
        return made.path.stat().st_size


def _existing(folder: Path) -> Path:
    """Return a folder, or the nearest one above it that is there."""
    return next(path for path in (folder, *folder.absolute().parents) if path.exists())


NEED_NO_SETTINGS = ("versions", "open files")
CHECKS: dict[str, Check] = {
    "versions": check_versions,
    "database": check_database,
    "storage": check_storage,
    "disk": check_disk,
    "clock": check_clock,
    "port": check_port,
    "open files": check_files,
    "providers": check_providers,
    "renderer": check_renderer,
}

"""Make a backup while the service runs.

Every file of a backup has a name that no later one gives to other content, and the manifest is
replaced last: until then the backup before is whole, and from then on this one is.
"""

from __future__ import annotations

import contextlib
import errno
import fcntl
import hashlib
import json
import os
import re
import secrets
import sqlite3
from collections.abc import AsyncIterator, Iterator
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO

from rushes import __version__
from rushes.backup.checking import OnVideo, Problem, lasting
from rushes.backup.manifest import (
    NAME,
    BackupError,
    Entry,
    Manifest,
    entries,
    measured,
    path_of,
    write_manifest,
)
from rushes.backup.names import Names
from rushes.private_files import create_private, private_folder, private_opener
from rushes.storage.base import MissingOutputError, OpenOutput, Storage, StorageError
from rushes.storage.local import LocalStorage
from rushes.storage.local_reader import open_regular
from rushes.store.job import Output
from rushes.store.schema import reading
from rushes.store.sqlite_copy import copy_database, flush
from rushes.store.stored_videos import SqliteFile, StoredVideo, Surveyed, stored_videos

SECRET = "links.secret"  # noqa: S105 - the name of a file
_OURS = rf"{NAME}(\.part)?|lock|videos|(rushes|index|links)-.*"
_NOT_LINKED = {errno.EXDEV, errno.EPERM, errno.EMLINK, errno.ENOTSUP, errno.EACCES}


@dataclass
class Made:
    """What a backup took: videos that were there already, were linked, or were copied.

    `removed` are the jobs whose videos were removed on purpose in the meantime.
    """

    videos: int = 0
    bytes: int = 0
    kept: int = 0
    linked: int = 0
    copied: int = 0
    removed: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


async def back_up(
    target: Path,
    storage: Storage,
    source: Path | tuple[Surveyed, int],
    *,
    link: bool = True,
    secret: Path | None = None,
    on_video: OnVideo,
) -> Made:
    """Back up a SQLite file and its videos, or only those of another database, with its schema.

    Raises BackupError for a folder with other files, or one that another backup is made in.
    """
    with _held(target):
        making = _Making(target, storage, link=link, on_video=on_video)
        if isinstance(source, Path):
            await making.with_database(source)
        else:
            await making.videos_of(source[0], source[0])
        if secret is not None:
            making.keep_secret(secret)
        making.finish(None if isinstance(source, Path) else source[1])
        return making.made


class _Making:
    def __init__(self, target: Path, storage: Storage, *, link: bool, on_video: OnVideo) -> None:
        now = datetime.now(UTC)
        self._created_at = now.isoformat(timespec="seconds")
        stamp = f"{now.strftime('%Y%m%dT%H%M%SZ')}-{secrets.token_hex(2)}"
        self._target, self._storage = target, storage
        self._link, self._on_video = link, on_video
        self._database = f"rushes-{stamp}.sqlite3"
        self._index, self._secret = f"index-{stamp}.jsonl", f"links-{stamp}.secret"
        self.made = Made()

    async def with_database(self, source: Path) -> None:
        copy = self._target / self._database
        copy_database(source, copy)
        with reading(copy, alone=True) as named, reading(source) as live:
            await self.videos_of(SqliteFile(named), SqliteFile(live))
        if self.made.removed:
            _mark_removed(copy, self.made.removed)

    async def videos_of(self, named: Surveyed, live: Surveyed) -> None:
        """Copy the videos that a database names; `live` says what became of those not there."""
        absent = list[tuple[StoredVideo, str]]()
        touched = set[Path]()
        with self._open_index() as file:
            async for video in stored_videos(named):
                output = video.output
                try:
                    await self._keep(output)
                except _AbsentError as error:
                    absent.append((video, str(error)))
                    continue
                touched.add((self._target / path_of(output.sha256)).parent)
                entry = Entry(video.job_id, output.name, output.size, output.sha256)
                file.write(json.dumps(asdict(entry)) + "\n")
                self.made.videos += 1
                self.made.bytes += output.size
                self._on_video(output.size)
        for folder in (*touched, self._target / "videos", self._target / self._index):
            flush(folder)
        lost = await lasting(live, [video for video, _ in absent])
        for video, problem in absent:
            if video in lost:
                self.made.problems.append(Problem(video.job_id, video.output.name, problem))
            else:
                self.made.removed.append(video.job_id)

    def _open_index(self) -> TextIO:
        private_folder(self._target / "videos", ".*")
        return open(self._target / self._index, "x", encoding="utf-8", opener=private_opener)

    def keep_secret(self, secret: Path) -> None:
        if not secret.exists():
            return
        copy = self._target / self._secret
        with os.fdopen(create_private(copy), "wb") as file:
            file.write(secret.read_bytes())
        flush(copy)

    def finish(self, schema: int | None) -> None:
        """Complete the backup; `schema` is that of a database that is not in it."""
        target, made = self._target, self.made
        is_sqlite = schema is None
        has_secret = (target / self._secret).exists()
        manifest = Manifest(
            rushes=__version__,
            created_at=self._created_at,
            kind="sqlite" if is_sqlite else "postgres",
            schema=_schema_of_copy(target / self._database) if schema is None else schema,
            database=measured(target, self._database) if is_sqlite else None,
            secret=measured(target, self._secret) if has_secret else None,
            index=measured(target, self._index),
            videos=made.videos,
            bytes=made.bytes,
            lost=[problem.name for problem in made.problems],
        )
        write_manifest(target, manifest)
        _remove_rest(target, manifest)

    async def _keep(self, output: Output) -> None:
        path = self._target / path_of(output.sha256)
        with contextlib.suppress(FileNotFoundError):
            if path.stat().st_size == output.size:
                self.made.kept += 1
                return
        private_folder(path.parent, ".*")
        part = path.with_name(f"{path.name}.{secrets.token_hex(4)}.part")
        try:
            if self._try_link(output.name, part):
                digest, how = _hash(part), "linked"
            else:
                digest, how = await self._copy(output, part), "copied"
            if digest != output.sha256:
                raise _AbsentError("changed: its checksum differs")
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
        setattr(self.made, how, getattr(self.made, how) + 1)

    def _try_link(self, name: str, part: Path) -> bool:
        if not (self._link and isinstance(self._storage, LocalStorage)):
            return False
        try:
            os.link(self._storage.path(name), part, follow_symlinks=False)
        except FileNotFoundError:
            raise _AbsentError("missing") from None
        except OSError as error:
            if error.errno in _NOT_LINKED:
                self._link = False
                return False
            raise
        return True

    async def _copy(self, output: Output, part: Path) -> str:
        try:
            opened = await self._storage.open(output.name)
        except MissingOutputError:
            raise _AbsentError("missing") from None
        digest = hashlib.sha256()
        try:
            with os.fdopen(create_private(part), "wb") as file:
                async for block in _blocks(opened):
                    digest.update(block)
                    file.write(block)
                file.flush()
                os.fsync(file.fileno())
        finally:
            opened.close()
        return digest.hexdigest()


class _AbsentError(Exception):
    """A video is not there, or not as its job says."""


async def _blocks(opened: OpenOutput) -> AsyncIterator[bytes]:
    try:
        async for block in opened.blocks(0, opened.size):
            yield block
    except (EOFError, StorageError) as error:
        raise _AbsentError(f"unreadable: {error}") from error


def _hash(path: Path) -> str:
    try:
        with os.fdopen(open_regular(path), "rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise _AbsentError(f"unreadable: {error.strerror}") from error


def _schema_of_copy(path: Path) -> int:
    with reading(path, alone=True) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _mark_removed(copy: Path, job_ids: list[str]) -> None:
    """Have a copy of the database name no video that was removed after it was made."""
    now = int(datetime.now(UTC).timestamp())
    with contextlib.closing(sqlite3.connect(copy)) as connection, connection:
        connection.executemany(
            "UPDATE jobs SET removed_at = ? WHERE id = ?", [(now, job_id) for job_id in job_ids]
        )
    flush(copy)


@contextlib.contextmanager
def _held(target: Path) -> Iterator[None]:
    """Let nobody else make a backup in a folder; create it, for its owner alone."""
    private_folder(target, _OURS)
    others = [p.name for p in target.iterdir() if not _is_ours(p.name)]
    if others:
        raise BackupError(
            f"{target} holds other files, such as {min(others)[:100]!r}; choose an empty folder, or"
            " that of an earlier backup"
        )
    with open(target / "lock", "a", opener=private_opener) as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise BackupError(f"Another backup into {target} is running; wait for it") from None
        yield


def _is_ours(name: str) -> bool:
    return re.fullmatch(_OURS, name) is not None


def _remove_rest(target: Path, manifest: Manifest) -> None:
    """Remove what only earlier backups, or interrupted ones, had."""
    with Names() as wanted:
        for file in manifest.files:
            wanted.add(file.name)
        for entry in entries(target, manifest):
            wanted.add(entry.path)
        for found in (*target.glob("*-*"), *target.glob("videos/*/*")):
            if str(found.relative_to(target)) not in wanted:
                found.unlink(missing_ok=True)

"""Put a backup into an empty data folder, or its videos where another database wants them."""

from __future__ import annotations

import asyncio
import os
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

from rushes.backup.checking import OnVideo
from rushes.backup.manifest import BackupError, Entry, Manifest, entries, measured
from rushes.private_files import create_private
from rushes.storage.base import Storage
from rushes.store.folder_lock import FolderLock, is_empty
from rushes.store.migrations.files import check_version, migrations
from rushes.store.sqlite import UNFINISHED
from rushes.store.sqlite_copy import flush

BLOCK = 1024 * 1024  # bytes


def hold_empty_folder(folder: Path, database: Path) -> FolderLock:
    """Take a data folder that has nothing in it, or an interrupted restore.

    Raises FolderInUseError, and BackupError if it has something in it.
    """
    occupied = BackupError(
        f"The data folder {folder} is not empty; restore into another one with --data-dir, or move"
        " its contents away"
    )
    if not (is_empty(folder) or (folder / "lock").exists()):
        raise occupied  # no lock is left in a folder that is none of ours
    lock = FolderLock(folder)
    unfinished = database.with_name(database.name + UNFINISHED)
    if not is_empty(folder) and not (unfinished.exists() and not database.exists()):
        lock.release()
        raise occupied
    return lock


def restore_files(source: Path, manifest: Manifest, database: Path, secret: Path) -> None:
    """Copy the database and the secret for links; a service refuses them until `complete`."""
    check_version(manifest.schema, migrations(manifest.kind))
    unfinished = database.with_name(database.name + UNFINISHED)
    for file, target in ((manifest.database, unfinished), (manifest.secret, secret)):
        if file is None:
            continue
        target.unlink(missing_ok=True)
        with (source / file.name).open("rb") as read, os.fdopen(create_private(target), "wb") as to:
            shutil.copyfileobj(read, to, BLOCK)
        flush(target)
        copied = measured(target.parent, target.name)
        if (copied.size, copied.sha256) != (file.size, file.sha256):
            raise BackupError(f"{source / file.name} changed while it was copied; try again")


async def restore_videos(
    source: Path, manifest: Manifest, storage: Storage, on_video: OnVideo
) -> None:
    """Store the videos of a backup; those that are stored already are left as they are."""
    for entry in entries(source, manifest):
        there = await storage.find(entry.name)
        if there is None or there.sha256 != entry.sha256:
            stored = await storage.put(entry.name, _blocks(source, entry))
            if stored.sha256 != entry.sha256:
                await storage.delete(entry.name)
                raise BackupError(f"{source / entry.path} changed while it was copied; try again")
        on_video(entry.size)


def complete(database: Path) -> None:
    """Give the database its name, after everything else is in its place."""
    database.with_name(database.name + UNFINISHED).replace(database)
    flush(database.parent)


async def _blocks(source: Path, entry: Entry) -> AsyncIterator[bytes]:
    with (source / entry.path).open("rb") as file:
        while block := await asyncio.to_thread(file.read, BLOCK):
            yield block

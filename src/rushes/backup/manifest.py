"""The manifest of a backup: written last, so that a backup that has one is whole."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

from rushes.private_files import private_opener
from rushes.store.sqlite_copy import flush

FORMAT = 1
NAME = "manifest.json"


class BackupError(Exception):
    """A folder is no backup, or a damaged one; the text says what to do."""


@dataclass(frozen=True)
class File:
    """A file of a backup: `name` is its path there, `size` in bytes."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """What a backup consists of.

    `database` is the copy of the database, None for PostgreSQL; `secret` that of the secret for
    links, if the data folder has one. `index` is a file with one JSON object for each video; `lost`
    names the videos that could not be copied.
    """

    rushes: str
    created_at: str
    kind: Literal["sqlite", "postgres"]
    schema: int
    database: File | None
    secret: File | None
    index: File
    videos: int
    bytes: int  # of the videos
    lost: list[str]
    format: int = FORMAT

    @property
    def files(self) -> list[File]:
        """All files but the videos."""
        return [file for file in (self.database, self.secret, self.index) if file is not None]


def read_manifest(folder: Path) -> Manifest:
    """Return the manifest of a backup; raises BackupError."""
    try:
        values: dict[str, Any] = json.loads((folder / NAME).read_bytes())
        if values["format"] != FORMAT:
            raise BackupError(
                f"{folder / NAME} has format {values['format']}, and this version of Rushes reads"
                f" {FORMAT}; use the version that made it, {values.get('rushes')}"
            )
        for name in ("database", "secret", "index"):
            values[name] = None if values[name] is None else File(**values[name])
        return Manifest(**values)
    except FileNotFoundError:
        raise BackupError(
            f"{folder} holds no complete backup: {NAME} is missing; run rushes admin backup"
        ) from None
    except (ValueError, KeyError, TypeError) as error:
        raise BackupError(f"{folder / NAME} is damaged; use another backup") from error


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Put a manifest in the place of the one before, at once."""
    draft = folder / f"{NAME}.part"
    with open(draft, "w", encoding="utf-8", opener=private_opener) as file:
        json.dump(asdict(manifest), file, indent=1)
    flush(draft)
    draft.replace(folder / NAME)
    flush(folder)


def measured(folder: Path, name: str) -> File:
    """Return a file of a backup with its size and checksum."""
    with (folder / name).open("rb") as file:
        digest = hashlib.file_digest(file, "sha256")
        return File(name, os.fstat(file.fileno()).st_size, digest.hexdigest())


@dataclass(frozen=True)
class Entry:
    """A video in the index of a backup."""

    job: str
    name: str
    size: int
    sha256: str

    @property
    def path(self) -> str:
        """Its place in the backup: by its content, so that no other one is ever put there."""
        return path_of(self.sha256)


def path_of(sha256: str) -> str:
    """Return the place of a video in a backup."""
    return f"videos/{sha256[:2]}/{sha256}.mp4"


def entries(folder: Path, manifest: Manifest) -> Iterator[Entry]:
    """Yield the videos of a backup."""
    with (folder / manifest.index.name).open(encoding="utf-8") as file:
        for line in file:
            yield Entry(**json.loads(line))

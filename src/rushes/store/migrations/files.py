"""The numbered SQL files of each database."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib import resources

from rushes.store.transaction import StoreError


def migrations(database: str) -> list[tuple[int, str]]:
    """Return the number and the text of each migration of a database, in order."""
    folder = resources.files("rushes.store.migrations").joinpath(database)
    files = [file for file in folder.iterdir() if file.name.endswith(".sql")]
    return sorted((int(f.name.split("_", 1)[0]), f.read_text("utf-8")) for f in files)


@cache
def newest(database: str) -> int:
    """Return the version of the schema that the migrations lead to."""
    return migrations(database)[-1][0]


class SchemaVersionError(StoreError):
    """The database was written by a newer version of this program."""

    def __init__(self, found: int, known: int) -> None:
        super().__init__(
            f"The database has schema version {found}, and this version of Rushes knows schemas up"
            f" to {known}; use the newer version of Rushes, or another database"
        )


def check_version(found: int, known: Sequence[tuple[int, str]]) -> None:
    """Raise SchemaVersionError for a schema that is newer than the migrations that are known."""
    newest = max(number for number, _ in known)
    if found > newest:
        raise SchemaVersionError(found, newest)

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


def pending(database: str, done: int) -> list[str]:
    """Return the names of the migrations that a schema of a version lacks, in order."""
    folder = resources.files("rushes.store.migrations").joinpath(database)
    names = (file.name.removesuffix(".sql") for file in folder.iterdir())
    return sorted(name for name in names if name[:4].isdigit() and int(name[:4]) > done)


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


class OutdatedSchemaError(StoreError):
    """The database needs an upgrade, which the settings leave to `rushes db upgrade`."""

    def __init__(self, found: int, known: int) -> None:
        super().__init__(
            f"The database has schema version {found}, and this version of Rushes needs {known}."
            " RUSHES_AUTO_UPGRADE is false, so nothing was changed: stop the service on every host,"
            " run `rushes db upgrade`, then start it again"
        )


def check_version(found: int, known: Sequence[tuple[int, str]], *, upgrade: bool = True) -> None:
    """Raise SchemaVersionError for a schema that is newer than the migrations that are known.

    Without `upgrade`, raise OutdatedSchemaError for one that is older; a database without any is
    not.
    """
    newest = max(number for number, _ in known)
    if found > newest:
        raise SchemaVersionError(found, newest)
    if 0 < found < newest and not upgrade:
        raise OutdatedSchemaError(found, newest)

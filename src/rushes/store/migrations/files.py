"""The numbered SQL files of each database."""

from __future__ import annotations

from importlib import resources


def migrations(database: str) -> list[tuple[int, str]]:
    """Return the number and the text of each migration of a database, in order."""
    folder = resources.files("rushes.store.migrations").joinpath(database)
    files = [file for file in folder.iterdir() if file.name.endswith(".sql")]
    return sorted((int(f.name.split("_", 1)[0]), f.read_text("utf-8")) for f in files)

"""The secret that signs URLs of videos: made once and kept beside the data."""

from __future__ import annotations

import contextlib
import os
import secrets
from pathlib import Path

from rushes.storage.base import StorageError

NAME = "links.secret"
SIZE = 32  # bytes


def load_secret(folder: Path) -> bytes:
    """Return the folder's secret; make it if there is none.

    Two processes that start at once get the same. Raises StorageError when it cannot be kept or
    is damaged.
    """
    path = folder / NAME
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            _make(path)
        path.chmod(0o600)
        secret = path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise StorageError(f"The secret for links could not be kept: {reason}") from error
    if len(secret) != SIZE:
        raise StorageError(f"{NAME} is damaged; delete it, and links given out so far end")
    return secret


def _make(path: Path) -> None:
    """Write a new secret under a temporary name, then rename it unless another process did."""
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(secrets.token_bytes(SIZE))
            file.flush()
            os.fsync(file.fileno())
        with contextlib.suppress(FileExistsError):
            os.link(draft, path)
    finally:
        draft.unlink()

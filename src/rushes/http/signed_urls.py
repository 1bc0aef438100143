"""Signed URLs of videos in the data folder: no key is needed until they expire."""

from __future__ import annotations

import contextlib
import hmac
import os
import secrets
from pathlib import Path
from urllib.parse import quote

from rushes.jobs.urls import PREFIX
from rushes.storage.base import StorageError

FILES = f"{PREFIX}/files"
SECRET_FILE = "links.secret"  # noqa: S105 - the name of a file
SECRET_SIZE = 32  # bytes
_MAX_DIGITS = 12  # of a time in seconds


class SignedUrls:
    """Signs URLs and checks them; what is signed is the URL itself, up to its signature."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret

    def path(self, job_id: str, index: int, expires_at: int) -> str:
        """Return the path of a job's video, valid until `expires_at`, unix seconds."""
        address = _address(job_id, index, str(expires_at))
        return f"{address}&signature={self._sign(address)}"

    def check(self, job_id: str, index: int, expires: str, signature: str, now: float) -> bool:
        """Return whether the parts of a URL were signed here and are valid at `now`."""
        if not (expires.isascii() and expires.isdigit() and len(expires) <= _MAX_DIGITS):
            return False
        expected = self._sign(_address(job_id, index, expires))
        genuine = hmac.compare_digest(expected.encode(), signature.encode("utf-8", "replace"))
        return genuine and now < int(expires)

    def _sign(self, address: str) -> str:
        return hmac.digest(self._secret, address.encode(), "sha256").hex()


def _address(job_id: str, index: int, expires: str) -> str:
    return f"{FILES}/{quote(job_id, safe='')}/{index}?expires={expires}"


def load_secret(folder: Path) -> bytes:
    """Return the secret that is kept beside the data; make it if there is none.

    Two processes that start at once get the same. Raises StorageError when it cannot be kept or
    is damaged.
    """
    path = folder / SECRET_FILE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            _make(path)
        path.chmod(0o600)
        secret = path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise StorageError(f"The secret for links could not be kept: {reason}") from error
    if len(secret) != SECRET_SIZE:
        raise StorageError(f"{SECRET_FILE} is damaged; delete it, which ends all links so far")
    return secret


def _make(path: Path) -> None:
    """Write a new secret under a temporary name, then rename it unless another process did."""
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(secrets.token_bytes(SECRET_SIZE))
            file.flush()
            os.fsync(file.fileno())
        with contextlib.suppress(FileExistsError):
            os.link(draft, path)
    finally:
        draft.unlink()

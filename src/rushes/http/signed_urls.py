"""Signed URLs of videos in the data folder: no key is needed until they expire."""

from __future__ import annotations

import contextlib
import hmac
import os
import secrets
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote

from rushes.clock import unix_time
from rushes.jobs.urls import PREFIX, content_urls
from rushes.private_files import create_private
from rushes.storage.base import StorageError
from rushes.store.folder_lock import private_data_folder
from rushes.store.job import Job

FILES = f"{PREFIX}/files"
SECRET_FILE = "links.secret"  # noqa: S105 - the name of a file
SECRET_SIZE = 32  # bytes
_MAX_DIGITS = 12  # of a time in seconds


class SignedUrls:
    """Signs URLs of videos and checks them; what is signed is the path and query before it.

    A URL is valid for `lifetime` seconds, and at most until the video is removed, `keep_outputs`
    seconds after its job's end. With `strict`, those of the content endpoint are not signed.
    """

    def __init__(
        self,
        secret: bytes,
        lifetime: int,
        keep_outputs: float | None = None,
        *,
        strict: bool = False,
    ) -> None:
        self._secret = secret
        self._lifetime = lifetime
        self.keep_outputs = keep_outputs
        self.strict = strict

    def expires_at(self, job: Job) -> int | None:
        """Return until when a URL made now is valid, unix seconds; None if it cannot be."""
        if job.state != "completed" or job.removed_at is not None:
            return None
        now = int(unix_time())
        expires_at = now + self._lifetime
        if self.keep_outputs is not None and job.ended_at is not None:
            expires_at = min(expires_at, int(job.ended_at + self.keep_outputs))
        return expires_at if expires_at > now else None

    def file_path(self, job_id: str, index: int, expires_at: int) -> str:
        """Return the path and query of a video, which need no key until `expires_at`."""
        return self._signed(_file(job_id, str(index), str(expires_at)))

    def content_path(self, job_id: str, index: int, expires_at: int) -> str:
        """Like `file_path`, of the content endpoint."""
        return self._signed(_content(job_id, str(index), str(expires_at)))

    def content_urls(self, job: Job, origin: str) -> list[str]:
        """Return the URL of each of a job's videos, in order; unless `strict`, they need no key."""
        expires_at = None if self.strict else self.expires_at(job)
        if expires_at is None:
            return content_urls(job, origin)
        indexes = range(len(job.outputs))
        return [f"{origin}{self.content_path(job.id, index, expires_at)}" for index in indexes]

    def check_file(self, job_id: str, index: str, query: Mapping[str, str], now: float) -> bool:
        """Return whether a URL was signed here and is valid at `now`, unix seconds."""
        return self._check(_file(job_id, index, query.get("expires", "")), query, now)

    def check_content(self, job_id: str, query: Mapping[str, str], now: float) -> bool:
        """Like `check_file`, of the content endpoint."""
        address = _content(job_id, query.get("index", ""), query.get("expires", ""))
        return self._check(address, query, now)

    def sign(self, text: str) -> str:
        """Return the signature of a text, which never expires."""
        return self._sign(text)

    def is_signed(self, text: str, signature: str) -> bool:
        expected = self._sign(text).encode()
        return hmac.compare_digest(expected, signature.encode("utf-8", "replace"))

    def _check(self, address: str, query: Mapping[str, str], now: float) -> bool:
        expires, signature = query.get("expires", ""), query.get("signature", "")
        if not (expires.isascii() and expires.isdigit() and len(expires) <= _MAX_DIGITS):
            return False
        expected = self._sign(address).encode()
        genuine = hmac.compare_digest(expected, signature.encode("utf-8", "replace"))
        return genuine and now < int(expires)

    def _signed(self, address: str) -> str:
        return f"{address}&signature={self._sign(address)}"

    def _sign(self, address: str) -> str:
        return hmac.digest(self._secret, address.encode("utf-8", "replace"), "sha256").hex()


def _file(job_id: str, index: str, expires: str) -> str:
    return f"{FILES}/{quote(job_id, safe='')}/{quote(index, safe='')}?expires={expires}"


def _content(job_id: str, index: str, expires: str) -> str:
    path = f"{PREFIX}/videos/{quote(job_id, safe='')}/content"
    return f"{path}?index={quote(index, safe='')}&expires={expires}"


def load_secret(folder: Path) -> bytes:
    """Return the secret that is kept beside the data; make it if there is none.

    Two processes that start at once get the same. Raises StorageError when it cannot be kept or
    is damaged.
    """
    path = folder / SECRET_FILE
    try:
        private_data_folder(folder)
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
    descriptor = create_private(draft)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(secrets.token_bytes(SECRET_SIZE))
            file.flush()
            os.fsync(file.fileno())
        with contextlib.suppress(FileExistsError):
            os.link(draft, path)
    finally:
        draft.unlink()

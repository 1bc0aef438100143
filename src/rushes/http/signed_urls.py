"""Signed URLs of videos in the data folder: no key is needed until they expire."""

from __future__ import annotations

import hmac
from urllib.parse import quote

from rushes.jobs.urls import PREFIX

FILES = f"{PREFIX}/files"
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

"""API keys: which are valid, and whose jobs each may see. Only digests of keys are kept."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Collection

from pydantic import SecretStr

from rushes.settings import SettingError

MIN_LENGTH = 8  # characters
_OWNER_LENGTH = 16  # hex digits


class Keys:
    """The valid keys. If none are configured, every key is valid and sees all jobs."""

    def __init__(self, secrets: Collection[SecretStr]) -> None:
        self._digests = [_digest(secret.get_secret_value()) for secret in secrets]

    def __bool__(self) -> bool:
        return bool(self._digests)

    def owner(self, key: str) -> str | None:
        """Return the owner of a key's jobs; None if the key is not valid."""
        digest = _digest(key)
        # All are compared, in constant time each, so that timing reveals nothing about them.
        known = [hmac.compare_digest(digest, good) for good in self._digests]
        return digest[:_OWNER_LENGTH] if any(known) or not known else None

    def visible_to(self, owner: str) -> str | None:
        """Return the owner whose jobs are visible to `owner`; None means all owners."""
        return owner if self._digests else None


def _digest(key: str) -> str:
    return hashlib.sha256(key.encode("utf-8", "surrogateescape")).hexdigest()


def check_keys(secrets: Collection[SecretStr]) -> None:
    """Raise SettingError for a key that is easily guessed, or that no header can carry."""
    for secret in secrets:
        key = secret.get_secret_value()
        if len(key.strip()) < MIN_LENGTH:
            problem = f"a key is empty or has fewer than {MIN_LENGTH} characters"
        elif not (key.isascii() and key.isprintable()) or " " in key:
            problem = "a key contains blanks, control characters or other than ASCII"
        else:
            continue
        raise SettingError(
            "api_keys", f"{problem}; use long random ones, such as `openssl rand -hex 24` prints"
        )

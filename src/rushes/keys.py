"""API keys: which are good, whose jobs each may see. A key itself is never kept."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Collection

from pydantic import SecretStr

_OWNER_LENGTH = 16  # hex digits


class Keys:
    """The keys that may call. With none configured any will do, and all see all jobs."""

    def __init__(self, secrets: Collection[SecretStr]) -> None:
        self._digests = [_digest(secret.get_secret_value()) for secret in secrets]

    def __bool__(self) -> bool:
        """Tell whether any key is configured."""
        return bool(self._digests)

    def owner(self, key: str) -> str | None:
        """Return the name under which a key's jobs are kept; None if it is no key of ours."""
        digest = _digest(key)
        # Every one is compared, so that time does not tell which came close.
        known = [hmac.compare_digest(digest, good) for good in self._digests]
        return digest[:_OWNER_LENGTH] if any(known) or not known else None

    def visible_to(self, owner: str) -> str | None:
        """Return whose jobs an owner may see; None means everybody's."""
        return owner if self._digests else None


def _digest(key: str) -> str:
    return hashlib.sha256(key.encode("utf-8", "surrogateescape")).hexdigest()

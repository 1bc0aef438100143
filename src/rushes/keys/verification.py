"""API keys: which are valid, and whose jobs each may see. Only digests of keys are kept.

The keys of the settings change with a reload. Stored keys have limits and may change: every
`CACHE_SECONDS` one query tells whether any did, so a change takes effect as soon on every host.
"""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import hmac
import re
import secrets
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from time import monotonic

from pydantic import SecretStr

from rushes.clock import iso_time, unix_time
from rushes.settings import SettingError
from rushes.store.api_key import ApiKey
from rushes.store.api_keys import USE_INTERVAL, ApiKeyTable, Version
from rushes.store.transaction import StoreError

MIN_LENGTH = 8  # characters
CACHE_SECONDS = 2.0
MAX_CACHED = 10_000
_OWNER_LENGTH = 16  # hex digits
_PREFIX = "sk-rushes-"  # by which scanners for leaked keys recognize one
_STORED = re.compile(rf"{_PREFIX}(?P<id>[0-9a-f]{{16}})-[0-9a-f]{{48}}")


class InvalidKeyError(Exception):
    """A key is unknown, or it is a stored one that expired, is disabled or was revoked."""


@dataclass(frozen=True)
class Identity:
    """Whose a request is: `owner` names its jobs, `sees` those that it may see.

    `sees` is None where that is every job. `key` is the stored key, if it is one, and `digest` that
    of the text which was sent for it.
    """

    owner: str
    sees: str | None
    key: ApiKey | None = None
    digest: str = field(default="", repr=False)

    @property
    def is_admin(self) -> bool:
        """Return whether it may manage keys, and see what all have spent."""
        return self.key is not None and self.key.admin

    @property
    def is_operator(self) -> bool:
        """Return whether it may settle all jobs: an admin key, or any where there are no keys."""
        return self.is_admin or self.sees is None

    @property
    def actor(self) -> str:
        """Who acts, as the history of a job names it."""
        return "operator" if self.key is None else f"key {self.key.name} ({self.key.id})"


@dataclass(frozen=True)
class NewKey:
    """The text of a new key, which is not kept, and what is."""

    text: str
    id: str
    label: str
    digest: str


def new_key(key_id: str | None = None) -> NewKey:
    """Return a new random key, or another one for an id."""
    key_id = key_id or secrets.token_hex(8)
    text = f"{_PREFIX}{key_id}-{secrets.token_hex(24)}"
    return NewKey(text, key_id, f"{_PREFIX}{key_id}-...{text[-4:]}", _digest(text))


class Keys:
    """The valid keys. If none are configured or stored, every key is valid and sees all jobs."""

    def __init__(
        self, configured: Collection[SecretStr], stored: ApiKeyTable | None = None
    ) -> None:
        self._stored = stored
        self._cache = dict[str, ApiKey | None]()
        self._version: Version = (0, 0)
        self._looked_at = float("-inf")
        self._look = asyncio.Lock()
        self._uses = set[asyncio.Task[None]]()  # that are being noted
        self.configure(configured)

    def configure(self, configured: Collection[SecretStr]) -> None:
        """Accept these keys of the settings from now on, and no other ones of them."""
        self._digests = [_digest(secret.get_secret_value()) for secret in configured]
        self._owners = {digest[:_OWNER_LENGTH] for digest in self._digests}

    async def required(self) -> bool:
        """Return whether a valid key is needed: one is configured, or was ever stored.

        Keys that were all revoked are still needed: nothing opens a service by itself.
        """
        if self._digests or self._stored is None:
            return bool(self._digests)
        await self._refresh(self._stored)
        return self._version[0] > 0

    async def identify(self, key: str) -> Identity:
        """Return whose a key is; raise InvalidKeyError if it is not valid."""
        digest = _digest(key)
        # All are compared, in constant time each, so that timing reveals nothing about them.
        known = [hmac.compare_digest(digest, good) for good in self._digests]
        owner = digest[:_OWNER_LENGTH]
        if any(known):
            return Identity(owner, owner)
        if self._stored is not None and (found := _STORED.fullmatch(key)):
            stored = await self._read(found["id"], self._stored)
            if stored is not None and _is_of(digest, stored):
                _check_usable(stored)
                return Identity(stored.owner, stored.owner, stored, digest)
        if await self.required():
            raise InvalidKeyError("Unknown API key")
        return Identity(owner, None)

    async def is_still_valid(self, identity: Identity) -> bool:
        """Return whether the key of an earlier request may still be used."""
        if identity.key is None:
            return identity.owner in self._owners or not await self.required()
        if self._stored is None:
            return True
        key = await self._read(identity.key.id, self._stored) or identity.key
        try:
            _check_usable(key)
        except InvalidKeyError:
            return False
        return _is_of(identity.digest, key)  # else it was rotated

    async def _read(self, key_id: str, table: ApiKeyTable) -> ApiKey | None:
        await self._refresh(table)
        if key_id in self._cache:
            return self._cache[key_id]
        version = self._version
        key = await table.get(key_id)
        if version == self._version:  # else what was read may be older than the change
            self._cache[key_id] = key
            if len(self._cache) > MAX_CACHED:
                del self._cache[next(iter(self._cache))]
        return key

    async def _refresh(self, table: ApiKeyTable) -> None:
        """Forget the keys that were read, if any key has changed since."""
        if monotonic() - self._looked_at < CACHE_SECONDS:
            return
        async with self._look:
            now = monotonic()
            if now - self._looked_at < CACHE_SECONDS:
                return  # another request looked in the meantime
            if (version := await table.version()) != self._version:
                self._version = version
                self._cache.clear()
            self._looked_at = now

    def note_use(self, key: ApiKey) -> None:
        """Note that a stored key is used, at most once a minute; no request waits for it."""
        if self._stored is None or unix_time() - (key.last_used_at or 0.0) < USE_INTERVAL:
            return
        if self._cache.get(key.id) is key:  # else it has changed
            self._cache[key.id] = replace(key, last_used_at=unix_time())
        task = asyncio.create_task(_note(key.id, self._stored), name="use of an API key")
        self._uses.add(task)
        task.add_done_callback(self._uses.discard)

    async def close(self) -> None:
        """Wait for the uses that are being noted."""
        await asyncio.gather(*self._uses)


async def _note(key_id: str, table: ApiKeyTable) -> None:
    with contextlib.suppress(StoreError):  # a failure is no reason to stop
        await table.note_use(key_id)


def _is_of(digest: str, key: ApiKey) -> bool:
    """Return whether a digest is that of a stored key, or of the one before within its grace."""
    is_present = hmac.compare_digest(digest, key.digest)
    is_previous = hmac.compare_digest(digest, key.previous_digest or "")
    return is_present or (is_previous and unix_time() < (key.previous_until or 0.0))


def _check_usable(key: ApiKey) -> None:
    if key.revoked_at is not None:
        raise InvalidKeyError(f"The API key {key.label} was revoked")
    if key.disabled:
        raise InvalidKeyError(f"The API key {key.label} is disabled")
    if key.expires_at is not None and unix_time() >= key.expires_at:
        at = iso_time(key.expires_at)
        raise InvalidKeyError(f"The API key {key.label} expired at {at}")


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

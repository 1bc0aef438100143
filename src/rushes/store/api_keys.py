"""The table of API keys. No row is ever deleted: a key that was revoked still owns its jobs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rushes.clock import unix_time
from rushes.store.api_key import COLUMNS, ApiKey, from_row, id_of, to_columns
from rushes.store.transaction import Table, Transaction, reads, single_writes, surveys, writes

USE_INTERVAL = 60.0  # seconds between two notes of a key's last use
Version = tuple[int, int]
_ALL = ", ".join(COLUMNS)
_SELECT = f"SELECT {_ALL} FROM api_keys"


class ApiKeyTable(Table):
    @single_writes
    def insert(self, key: ApiKey) -> Transaction[None]:
        placeholders = ", ".join(f":{column}" for column in COLUMNS)
        values = {column: getattr(key, column) for column in COLUMNS}
        yield f"INSERT INTO api_keys ({_ALL}) VALUES ({placeholders})", to_columns(values)

    @reads
    def get(self, key_id: str) -> Transaction[ApiKey | None]:
        rows = yield f"{_SELECT} WHERE id = :id", {"id": key_id}
        return from_row(rows[0]) if rows else None

    async def of_owner(self, owner: str) -> ApiKey | None:
        """Return the key whose jobs an owner's are; None if that is no stored key."""
        key_id = id_of(owner)
        return None if key_id is None else await self.get(key_id)

    @reads
    def version(self) -> Transaction[Version]:
        """Return how many keys were ever stored, and what differs after any change of one.

        A use of a key is none.
        """
        # In milliseconds: a sum of fractions depends on the order of the rows.
        rows = yield "SELECT count(*), sum(CAST(updated_at * 1000 AS BIGINT)) FROM api_keys", {}
        return int(rows[0][0]), int(rows[0][1] or 0)

    async def has_any(self) -> bool:
        """Return whether a key was ever stored."""
        return (await self.version())[0] > 0

    @surveys
    def page(
        self, limit: int, offset: int = 0, *, disabled: bool = True, expired: bool = True
    ) -> Transaction[list[ApiKey]]:
        """Return keys that were not revoked, newest first; those `disabled` or `expired` too."""
        wanted = "" if disabled else " AND disabled = 0"
        wanted += "" if expired else " AND (expires_at IS NULL OR expires_at > :now)"
        rows = yield (
            f"{_SELECT} /*by api_keys_by_age*/ WHERE revoked_at IS NULL{wanted}"
            " ORDER BY created_at DESC, id DESC LIMIT :limit OFFSET :offset",
            {"limit": limit, "offset": offset, "now": unix_time()},
        )
        return [from_row(row) for row in rows]

    @writes
    def update(self, key_id: str, changes: Mapping[str, Any]) -> Transaction[ApiKey | None]:
        """Change a key that was not revoked; return it, None if there is none."""
        changed = {**changes, "updated_at": unix_time()}
        assignments = ", ".join(f"{column} = :{column}" for column in changed)
        rows = yield (
            f"UPDATE api_keys SET {assignments} WHERE id = :id AND revoked_at IS NULL"
            f" RETURNING {_ALL}",
            {**to_columns(changed), "id": key_id},
        )
        return from_row(rows[0]) if rows else None

    @writes
    def rotate(
        self, key_id: str, digest: str, label: str, grace: float
    ) -> Transaction[ApiKey | None]:
        """Replace a key, which stays valid for `grace` seconds; one before it does not."""
        now = unix_time()
        rows = yield (
            "UPDATE api_keys SET previous_digest = digest, previous_until = :until,"
            " digest = :digest, label = :label, updated_at = :now"
            f" WHERE id = :id AND revoked_at IS NULL RETURNING {_ALL}",
            {"id": key_id, "digest": digest, "label": label, "until": now + grace, "now": now},
        )
        return from_row(rows[0]) if rows else None

    @single_writes
    def note_use(self, key_id: str) -> Transaction[None]:
        """Note that a key was used now, at most once a minute."""
        now = unix_time()
        yield (
            "UPDATE api_keys SET last_used_at = :now WHERE id = :id"
            " AND (last_used_at IS NULL OR last_used_at < :before)",
            {"id": key_id, "now": now, "before": now - USE_INTERVAL},
        )

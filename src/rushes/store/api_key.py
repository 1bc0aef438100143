"""A stored API key: what it may do. The key itself is not kept, only its digest."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from decimal import Decimal
from typing import Any

from pydantic import SecretStr

from rushes.clock import unix_time
from rushes.store.transaction import Row

_OWNER = "key-"  # before the id; no owner of a configured key begins so


@dataclass(frozen=True)
class ApiKey:
    """A key and its limits; None is no limit. Times are in unix seconds, budgets in USD.

    After a rotation the key of `previous_digest` is valid too, until `previous_until`.
    """

    id: str
    name: str
    label: str
    digest: str = field(repr=False)
    created_at: float
    updated_at: float
    previous_digest: str | None = field(default=None, repr=False)
    previous_until: float | None = None
    admin: bool = False
    disabled: bool = False
    models: tuple[str, ...] | None = None
    providers: tuple[str, ...] | None = None
    budget: Decimal | None = None
    budget_daily: Decimal | None = None
    budget_weekly: Decimal | None = None
    budget_monthly: Decimal | None = None
    max_open_jobs: int | None = None
    submits_per_minute: int | None = None
    polls_per_minute: int | None = None
    callback_url: str | None = field(default=None, repr=False)
    callback_secret: str | None = field(default=None, repr=False)
    previous_callback_secret: str | None = field(default=None, repr=False)
    previous_callback_until: float | None = None
    expires_at: float | None = None
    revoked_at: float | None = None
    last_used_at: float | None = None

    @property
    def owner(self) -> str:
        """Return what names the owner of its jobs; a rotation does not change it."""
        return owner_of(self.id)

    @property
    def callback_secrets(self) -> tuple[SecretStr, ...]:
        """Return what signs the webhooks of its jobs: its secret, for a while that before it too.

        None of its own is an empty tuple.
        """
        is_over = unix_time() >= (self.previous_callback_until or 0.0)
        both = (self.callback_secret, None if is_over else self.previous_callback_secret)
        return tuple(SecretStr(secret) for secret in both if self.callback_secret and secret)


COLUMNS = tuple(column.name for column in fields(ApiKey))
BUDGETS = ("budget", "budget_daily", "budget_weekly", "budget_monthly")
_LISTS = {"models", "providers"}
_FLAGS = {"admin", "disabled"}


def owner_of(key_id: str) -> str:
    """Return the owner of the jobs of a stored key."""
    return f"{_OWNER}{key_id}"


def id_of(owner: str) -> str | None:
    """Return the id of the stored key that an owner's jobs are of; None for other owners."""
    return owner.removeprefix(_OWNER) if owner.startswith(_OWNER) else None


def to_columns(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _to_column(name, value) for name, value in values.items()}


def from_row(row: Row) -> ApiKey:
    named = zip(COLUMNS, row, strict=True)
    return ApiKey(**{name: _from_column(name, value) for name, value in named})


def _to_column(name: str, value: Any) -> Any:
    if name in _LISTS:
        return None if value is None else json.dumps(list(value))
    if name in BUDGETS:
        return None if value is None else str(value)
    return int(value) if name in _FLAGS else value


def _from_column(name: str, value: Any) -> Any:
    if name in _LISTS:
        return None if value is None else tuple(json.loads(value))
    if name in BUDGETS:
        return None if value is None else Decimal(value)
    return bool(value) if name in _FLAGS else value

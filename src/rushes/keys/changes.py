"""Creates, changes, rotates and revokes stored API keys, for the command line and for HTTP."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from decimal import Decimal
from typing import Annotated, Any

from pydantic import (
    AwareDatetime,
    BaseModel,
    ConfigDict,
    Field,
    SecretStr,
    Strict,
    StrictBool,
    StrictInt,
)

from rushes.catalog.limits import MAX_LENGTHS
from rushes.catalog.media import check_https_url
from rushes.catalog.model import Catalog
from rushes.catalog.provider_data import load_providers
from rushes.catalog.refusal import InvalidParameterError, InvalidRequestError
from rushes.clock import iso_time, unix_time
from rushes.keys.verification import new_key
from rushes.store.api_key import BUDGETS, ApiKey
from rushes.store.api_keys import ApiKeyTable
from rushes.url_check import host_of

MOST = 10**9
MAX_NAMES = 200
SHORTEST_SECRET, LONGEST_SECRET = 16, 512  # characters
BOTH_SIGN = 86_400  # seconds after a callback secret has replaced another
LONGEST_GRACE = 365 * 86_400  # seconds

Name = Annotated[str, Field(min_length=1, max_length=200, pattern=r"^[^\x00-\x1f\x7f-\x9f]*$")]
# In USD, of which nano-dollars are the smallest part.
Amount = Annotated[Decimal, Field(ge=0, le=MOST, decimal_places=9)]
Count = Annotated[StrictInt, Field(ge=1, le=MOST)]
# What any platform and database can hold, in any time zone.
_YEARS = Field(ge=datetime(2000, 1, 1, tzinfo=UTC), lt=datetime(9000, 1, 1, tzinfo=UTC))
Expiry = Annotated[AwareDatetime, Strict(), _YEARS]
CallbackURL = Annotated[str, Field(min_length=1, max_length=MAX_LENGTHS["callback_url"])]
Names = Annotated[list[Name], Field(max_length=MAX_NAMES)]


class KeyLimits(BaseModel):
    """What a key may do; null is no limit. Rates are requests a minute of one API process.

    Budgets are in USD: in all, and in a UTC day, week (from Monday), and month.
    `polls_per_minute` counts all requests that are not submits. An empty list allows nothing.
    `callback_url` is that of jobs whose request has none, `callback_secret` signs the webhooks of
    all jobs of the key. Neither is ever shown.
    """

    model_config = ConfigDict(extra="forbid", defer_build=True)

    expires_at: Expiry | None = None
    budget: Amount | None = None
    budget_daily: Amount | None = None
    budget_weekly: Amount | None = None
    budget_monthly: Amount | None = None
    models: Names | None = None
    providers: Names | None = None
    max_open_jobs: Count | None = None
    submits_per_minute: Count | None = None
    polls_per_minute: Count | None = None
    callback_url: CallbackURL | None = None
    callback_secret: SecretStr | None = None


class NewKeyRequest(KeyLimits):
    """A key to create. An `admin` key may manage keys."""

    name: Name
    admin: StrictBool = False


class KeyChanges(KeyLimits):
    """What to change of a key; what is not given stays."""

    name: Name = Field(default_factory=str)  # never used: it is changed only where it is given
    admin: StrictBool = False
    disabled: StrictBool = False


async def create_key(
    table: ApiKeyTable, request: NewKeyRequest, catalog: Catalog, *, private_urls: bool = False
) -> tuple[ApiKey, str]:
    """Store a new key; return it and its text. Raises InvalidRequestError.

    `private_urls` permits a callback URL of a host that is not public.
    """
    values = _columns(request, catalog, private_urls=private_urls)
    new, now = new_key(), unix_time()
    key = ApiKey(
        id=new.id, label=new.label, digest=new.digest, created_at=now, updated_at=now, **values
    )
    await table.insert(key)
    return key, new.text


async def change_key(
    table: ApiKeyTable,
    key_id: str,
    changes: KeyChanges,
    catalog: Catalog,
    *,
    private_urls: bool = False,
) -> ApiKey | None:
    """Change a key; return it, None if there is none. Raises InvalidRequestError.

    A callback secret that is replaced signs beside the new one for a day.
    """
    values = _columns(changes, catalog, private_urls=private_urls)
    if "callback_secret" in values and (current := await table.get(key_id)) is not None:
        values |= _previous_secret(current, values["callback_secret"])
    return await table.update(key_id, values)


async def rotate_key(table: ApiKeyTable, key_id: str, grace: float) -> tuple[ApiKey, str] | None:
    """Give a key another text; the present one stays valid for `grace` seconds."""
    new = new_key(key_id)
    key = await table.rotate(key_id, new.digest, new.label, grace)
    return None if key is None else (key, new.text)


async def revoke_key(table: ApiKeyTable, key_id: str) -> ApiKey | None:
    """Make a key invalid for ever; its jobs stay its own."""
    return await table.update(key_id, {"revoked_at": unix_time()})


def facts_of(key: ApiKey) -> dict[str, Any]:
    """Return what may be shown of a key, with times in ISO 8601."""
    return {
        "id": key.id,
        "name": key.name,
        "label": key.label,
        "state": state_of(key),
        "admin": key.admin,
        **{name: _dollars(getattr(key, name)) for name in BUDGETS},
        "models": key.models,
        "providers": key.providers,
        "max_open_jobs": key.max_open_jobs,
        "submits_per_minute": key.submits_per_minute,
        "polls_per_minute": key.polls_per_minute,
        "callback_host": None if key.callback_url is None else host_of(key.callback_url),
        "callback_signed": key.callback_secret is not None,
        "created_at": iso_time(key.created_at),
        "updated_at": iso_time(key.updated_at),
        "expires_at": iso_time(key.expires_at),
        "last_used_at": iso_time(key.last_used_at),
        "revoked_at": iso_time(key.revoked_at),
        "previous_valid_until": iso_time(_grace_end(key)),
    }


def state_of(key: ApiKey) -> str:
    """Return whether a key is `active`, or why it is not valid."""
    if key.revoked_at is not None:
        return "revoked"
    if key.expires_at is not None and key.expires_at <= unix_time():
        return "expired"
    return "disabled" if key.disabled else "active"


def _dollars(amount: Decimal | None) -> float | None:
    return None if amount is None else float(amount)


def _grace_end(key: ApiKey) -> float | None:
    is_over = key.previous_until is None or key.previous_until <= unix_time()
    return None if is_over else key.previous_until


def _columns(request: KeyLimits, catalog: Catalog, *, private_urls: bool) -> dict[str, Any]:
    given = request.model_dump(include=set(KeyChanges.model_fields), exclude_unset=True)
    if request.models is not None:
        given["models"] = _distinct(catalog.get(name).id for name in request.models)
    if request.providers is not None:
        given["providers"] = _distinct(map(_known_provider, request.providers))
    if request.expires_at is not None:
        given["expires_at"] = request.expires_at.timestamp()
    if request.callback_url is not None:
        check_https_url(
            "callback_url", request.callback_url, "is not usable", allow_private=private_urls
        )
    if request.callback_secret is not None:
        given["callback_secret"] = _checked(request.callback_secret)
    return given


def _checked(secret: SecretStr) -> str:
    """Return a secret; the error for a bad one does not show it."""
    text = secret.get_secret_value()
    is_plain = text.isascii() and text.isprintable() and " " not in text
    if not (is_plain and SHORTEST_SECRET <= len(text) <= LONGEST_SECRET):
        raise InvalidRequestError(
            f"callback_secret: must have {SHORTEST_SECRET} to {LONGEST_SECRET} printable ASCII"
            " characters without blanks, such as whsec_ and the output of `openssl rand -base64"
            " 32`",
            field="callback_secret",
        )
    return text


def _previous_secret(key: ApiKey, secret: str | None) -> dict[str, Any]:
    if secret in {None, key.callback_secret}:
        return {}
    until = unix_time() + BOTH_SIGN
    return {"previous_callback_secret": key.callback_secret, "previous_callback_until": until}


def _known_provider(slug: str) -> str:
    known = load_providers()
    if slug not in known:
        raise InvalidParameterError("providers", slug, "is not known", allowed=sorted(known))
    return slug


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))

"""Stored API keys, on both databases."""

from __future__ import annotations

from decimal import Decimal

import pytest

from rushes.clock import unix_time
from rushes.store.api_key import ApiKey

NOW = 1_793_000_000.0


def made(number=1, **changes):
    given = {"name": f"Team {number}", "label": f"sk-{number}", "digest": f"digest-{number}"}
    at = NOW + number
    given |= {"created_at": at, "updated_at": at}
    return ApiKey(f"id-{number}", **{**given, **changes})


async def test_a_key_comes_back_as_it_was_stored(store):
    assert not await store.api_keys.has_any()
    assert await store.api_keys.get("id-1") is None
    plain = made(1)
    full = made(
        2,
        admin=True,
        disabled=True,
        models=("google/veo-3.1", "a/b"),
        providers=(),
        budget=Decimal("100"),
        budget_daily=Decimal("0.000000001"),
        budget_weekly=Decimal("12.50"),
        budget_monthly=Decimal(0),
        callback_url="https://hooks.example/a?token=b",
        callback_secret="a-secret",
        max_open_jobs=3,
        submits_per_minute=10,
        polls_per_minute=600,
        expires_at=NOW + 0.5,
        last_used_at=NOW,
        previous_digest="old",
        previous_until=NOW + 60,
    )
    assert not any(text in repr(full) for text in ("a-secret", "digest-2", "token"))
    for key in (plain, full):
        await store.api_keys.insert(key)
        assert await store.api_keys.get(key.id) == key
        assert await store.api_keys.of_owner(key.owner) == key
    assert await store.api_keys.has_any()
    assert await store.api_keys.of_owner("id-1") is None, "the owner of a configured key"


async def test_pages_are_newest_first_and_leave_out_what_is_not_wanted(store):
    far = unix_time() + 3600
    for number, changes in enumerate(
        [{}, {"disabled": True}, {"expires_at": NOW}, {"expires_at": far}, {"revoked_at": NOW}]
    ):
        await store.api_keys.insert(made(number, **changes))

    async def ids(*page, **wanted):
        return [key.id for key in await store.api_keys.page(*page, **wanted)]

    assert await ids(10) == ["id-3", "id-2", "id-1", "id-0"]
    assert await ids(2, 1) == ["id-2", "id-1"]
    assert await ids(10, disabled=False) == ["id-3", "id-2", "id-0"]
    assert await ids(10, disabled=False, expired=False) == ["id-3", "id-0"]


async def test_changes_are_kept_until_a_key_is_revoked(store):
    await store.api_keys.insert(made(models=("a/b",), max_open_jobs=1))
    changed = await store.api_keys.update("id-1", {"models": None, "disabled": True})
    assert changed == await store.api_keys.get("id-1")
    assert (changed.models, changed.disabled, changed.max_open_jobs) == (None, True, 1)
    assert changed.updated_at > NOW + 1
    revoked = await store.api_keys.update("id-1", {"revoked_at": NOW})
    assert revoked.revoked_at == NOW
    assert await store.api_keys.update("id-1", {"disabled": False}) is None
    assert await store.api_keys.rotate("id-1", "new", "sk-new", 60) is None
    assert await store.api_keys.get("id-1") == revoked
    assert await store.api_keys.update("id-2", {"disabled": True}) is None


async def test_a_rotation_keeps_only_the_last_key_for_its_grace(store):
    await store.api_keys.insert(made())
    before = unix_time()
    rotated = await store.api_keys.rotate("id-1", "second", "sk-second", 60)
    assert (rotated.digest, rotated.label) == ("second", "sk-second")
    assert rotated.previous_digest == "digest-1"
    assert rotated.previous_until == pytest.approx(before + 60, abs=30)
    again = await store.api_keys.rotate("id-1", "third", "sk-third", 0)
    assert (again.digest, again.previous_digest) == ("third", "second")
    assert again.previous_until < before + 60


async def test_the_last_use_is_noted_once_a_minute(store):
    await store.api_keys.insert(made())
    await store.api_keys.note_use("id-1")
    first = (await store.api_keys.get("id-1")).last_used_at
    assert first is not None
    await store.api_keys.note_use("id-1")
    assert (await store.api_keys.get("id-1")).last_used_at == first
    await store.api_keys.update("id-1", {"last_used_at": first - 61})
    await store.api_keys.note_use("id-1")
    assert (await store.api_keys.get("id-1")).last_used_at >= first


async def test_uses_change_no_version_though_they_move_rows(store):
    for number in range(1, 60):
        await store.api_keys.insert(made(number, updated_at=NOW + 0.1 * number))
    before = await store.api_keys.version()
    for number in range(1, 60, 3):
        await store.api_keys.note_use(f"id-{number}")
        assert await store.api_keys.version() == before
    await store.api_keys.update("id-2", {"updated_at": NOW + 1000})
    assert await store.api_keys.version() != before

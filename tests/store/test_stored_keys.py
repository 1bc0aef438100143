"""Which keys of the store are valid, as every host sees it: each `Keys` is one host."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from pydantic import SecretStr

from rushes.clock import unix_time
from rushes.keys import verification
from rushes.keys.verification import InvalidKeyError, Keys, new_key
from rushes.store.api_key import ApiKey


async def stored(store, **limits):
    new, now = new_key(), unix_time()
    key = ApiKey(new.id, "Team", new.label, new.digest, created_at=now, updated_at=now, **limits)
    await store.api_keys.insert(key)
    return new, key


async def until_refused(keys, text):
    """Return the reason for which a host refuses a key, which it may still believe in."""
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        try:
            await keys.identify(text)
        except InvalidKeyError as error:
            return str(error)
    raise AssertionError("the key is still valid")


async def test_a_stored_key_owns_and_sees_its_own(store):
    new, key = await stored(store, max_open_jobs=2)
    other, _ = await stored(store)
    keys = Keys([SecretStr("a-configured-key")], store.api_keys)
    identity = await keys.identify(new.text)
    assert (identity.owner, identity.sees, identity.key) == (key.owner, key.owner, key)
    assert (await keys.identify(other.text)).owner != key.owner
    assert (await keys.identify("a-configured-key")).key is None
    assert new.text.startswith(new.label.removesuffix(f"...{new.text[-4:]}"))
    assert new.text not in repr((identity, vars(keys))) + new.label


@pytest.mark.parametrize(
    "change", ["one digit", "longer", "upper case", "another id", "its digest"]
)
async def test_what_is_not_the_key_is_refused(store, change):
    new, _ = await stored(store)
    other, _ = await stored(store)
    text = {
        "one digit": new.text[:-1] + ("0" if new.text[-1] != "0" else "1"),
        "longer": f"{new.text}0",
        "upper case": new.text.upper(),
        "another id": new.text.replace(new.id, other.id),
        "its digest": new.digest,
    }[change]
    with pytest.raises(InvalidKeyError, match=r"^Unknown API key$"):
        await Keys([], store.api_keys).identify(text)


async def test_the_first_stored_key_closes_the_service_and_no_change_opens_it(store):
    keys = Keys([], store.api_keys)
    assert (await keys.identify("anything")).sees is None
    new, _ = await stored(store)
    assert await until_refused(keys, "anything") == "Unknown API key"
    await store.api_keys.update(new.id, {"revoked_at": unix_time()})
    for host in (keys, Keys([], store.api_keys)):
        assert "revoked" in await until_refused(host, new.text)
        assert await until_refused(host, "anything") == "Unknown API key"


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"disabled": True}, "is disabled"),
        ({"revoked_at": 1.0}, "was revoked"),
        ({"expires_at": 1_700_000_000.0}, "expired at 2023-11-14T22:13:20Z"),
    ],
)
async def test_changes_take_effect_on_every_host(store, change, reason):
    new, _ = await stored(store)
    hosts = [Keys([], store.api_keys) for _ in range(2)]
    for host in hosts:
        await host.identify(new.text)
    await store.api_keys.update(new.id, change)
    for host in hosts:
        assert await until_refused(host, new.text) == f"The API key {new.label} {reason}"


async def test_a_rotated_key_is_valid_for_its_grace_and_its_jobs_stay_its_own(store):
    new, key = await stored(store)
    second, third = new_key(new.id), new_key(new.id)
    await store.api_keys.rotate(new.id, second.digest, second.label, 3600)
    keys = Keys([], store.api_keys)
    assert {(await keys.identify(text)).owner for text in (new.text, second.text)} == {key.owner}
    await store.api_keys.rotate(new.id, third.digest, third.label, 0)
    keys = Keys([], store.api_keys)
    assert (await keys.identify(third.text)).owner == key.owner
    for text in (new.text, second.text):
        with pytest.raises(InvalidKeyError):
            await keys.identify(text)


async def test_the_use_of_a_key_is_noted(store):
    new, _ = await stored(store)
    keys = Keys([], store.api_keys)
    for _ in range(2):
        keys.note_use((await keys.identify(new.text)).key)
        await keys.close()
    noted = await store.api_keys.get(new.id)
    assert noted.last_used_at is not None
    old = replace(noted, last_used_at=noted.last_used_at - 61)
    await store.api_keys.update(new.id, {"last_used_at": old.last_used_at})
    again = Keys([], store.api_keys)
    again.note_use(old)
    await again.close()
    assert (await store.api_keys.get(new.id)).last_used_at >= noted.last_used_at


async def test_a_key_that_changes_while_it_is_read_is_not_believed_for_longer(store, monkeypatch):
    new, _ = await stored(store)
    keys = Keys([], store.api_keys)
    get = store.api_keys.get

    async def slow(key_id):
        found = await get(key_id)
        await store.api_keys.update(key_id, {"disabled": True})
        monkeypatch.setattr(verification, "CACHE_SECONDS", 0.0)
        await keys.required()  # as another request does, which notices the change
        return found

    monkeypatch.setattr(store.api_keys, "get", slow)
    await keys.identify(new.text)
    monkeypatch.undo()
    assert "disabled" in await until_refused(keys, new.text)


async def test_a_use_that_is_noted_late_brings_no_earlier_state_back(store):
    new, _ = await stored(store)
    keys = Keys([], store.api_keys)
    before = await keys.identify(new.text)
    await store.api_keys.update(new.id, {"disabled": True})
    assert "disabled" in await until_refused(keys, new.text)
    keys.note_use(before.key)
    await keys.close()
    with pytest.raises(InvalidKeyError, match="disabled"):
        await keys.identify(new.text)

"""Keys of the store, as clients of a running service meet them."""

from __future__ import annotations

import asyncio
import contextlib
import time

import httpx
import pytest

from rushes.clock import unix_time
from rushes.keys.verification import new_key
from rushes.store.api_key import ApiKey
from rushes.store.sqlite import SqliteDatabase
from rushes.store.store import Store
from tests.http.conftest import REQUEST, client_of, error_of, submit, wait
from tests.service import running_service


class StoredKeys:
    """Stores keys as another process does, beside the service."""

    def __init__(self, folder):
        self._path = folder / "rushes.sqlite3"

    def create(self, **limits):
        new, now = new_key(), unix_time()
        key = ApiKey(new.id, "Team", new.label, new.digest, now, now, **limits)
        self._run(lambda keys: keys.insert(key))
        return new

    def update(self, key_id, **changes):
        assert self._run(lambda keys: keys.update(key_id, changes)) is not None

    def rotate(self, key_id, grace):
        new = new_key(key_id)
        self._run(lambda keys: keys.rotate(key_id, new.digest, new.label, grace))
        return new

    def _run(self, operation):
        async def run():
            store = Store(SqliteDatabase(self._path))
            try:
                return await operation(store.api_keys)
            finally:
                await store.close()

        return asyncio.run(run())


def until(status, ask):
    """Ask again until the response has a status: changes take effect within seconds."""
    deadline = time.monotonic() + 30
    while (response := ask()).status_code != status:
        assert time.monotonic() < deadline, response.text
        time.sleep(0.05)
    return response


@pytest.fixture
def keys(tmp_path):
    return StoredKeys(tmp_path)


@pytest.fixture
def stored(tmp_path, keys):
    """A service with one stored key, and its client."""
    new = keys.create()
    with running_service(tmp_path) as service, client_of(service, new.text) as client:
        yield service, new, client
        service.provider.waits = False


def test_a_stored_key_sees_its_own_jobs_after_a_rotation_too(stored, keys):
    service, new, client = stored
    job = submit(client)
    with client_of(service, keys.create().text) as other:
        error_of(other.get(f"/videos/{job}"), 404)
        assert other.get("/videos").json()["data"] == []
    assert client.get("/key").json()["data"]["label"] == new.label
    rotated = keys.rotate(new.id, 0)
    with client_of(service, rotated.text) as again:
        until(200, lambda: again.get("/videos"))
        assert wait(again, job)["status"] == "completed"
        assert [shown["id"] for shown in again.get("/videos").json()["data"]] == [job]
        assert again.get("/key").json()["data"]["label"] == rotated.label
    until(401, lambda: client.get("/videos"))


@pytest.mark.parametrize(
    ("change", "reason"),
    [({"disabled": True}, "is disabled"), ({"expires_at": 1e9}, "expired at 2001-09-09T01:46:40Z")],
)
def test_a_key_that_is_not_valid_any_more_is_a_401_that_says_why(stored, keys, change, reason):
    _, new, client = stored
    assert client.get("/videos").status_code == 200
    keys.update(new.id, **change)
    response = until(401, lambda: client.get("/videos"))
    assert error_of(response, 401)["message"] == f"The API key {new.label} {reason}"
    assert response.headers["www-authenticate"] == "Bearer"


def test_other_keys_are_refused_once_one_is_stored(own, tmp_path, keys):
    with client_of(own, "any") as anyone:
        job = submit(anyone)
        assert anyone.get("/videos").status_code == 200
        new = keys.create()
        assert error_of(until(401, lambda: anyone.get("/videos")), 401)["message"] == (
            "Unknown API key"
        )
    with client_of(own, new.text) as client:
        error_of(client.get(f"/videos/{job}"), 404)
    message = error_of(httpx.get(f"{own.api}/videos"), 401)["message"]
    assert "accepts any" not in message


def test_submits_and_other_requests_have_rates_of_their_own(tmp_path, keys):
    new = keys.create(submits_per_minute=2, polls_per_minute=3)
    with running_service(tmp_path) as service, client_of(service, new.text) as client:
        for left in (1, 0):
            accepted = client.post("/videos", json=REQUEST)
            assert accepted.status_code == 202
            assert accepted.headers["x-ratelimit-limit"] == "2"
            assert accepted.headers["x-ratelimit-remaining"] == str(left)
        refused = client.post("/videos", json=REQUEST)
        error = error_of(refused, 429)
        assert "2 submits a minute" in error["message"]
        assert 1 <= int(refused.headers["retry-after"]) <= 30
        shown = {name: refused.headers[name] for name in error["metadata"]["headers"]}
        assert shown == error["metadata"]["headers"]
        assert shown["X-RateLimit-Remaining"] == "0"
        now = unix_time()
        assert now < int(shown["X-RateLimit-Reset"]) / 1000 <= now + 60
        assert [client.get("/key").status_code for _ in range(4)] == [200, 200, 200, 429]
        with client_of(service, keys.create().text) as other:
            assert "x-ratelimit-limit" not in other.get("/key").headers


def test_a_key_uses_only_the_models_that_it_may(tmp_path, keys):
    new = keys.create(models=("google/veo-3.1-fast", "google/veo-3.1-lite"))
    with running_service(tmp_path) as service, client_of(service, new.text) as client:
        for path in ("/videos", "/videos/quote"):
            error = error_of(client.post(path, json=REQUEST), 403)
            assert error["metadata"]["field"] == "model"
            assert error["metadata"]["error_type"] == "permission_denied"
            assert "google/veo-3.1-fast, google/veo-3.1-lite" in error["message"]
        submit(client, model="google/veo-3.1-fast")


def test_a_key_uses_only_the_providers_that_it_may(tmp_path, keys):
    new = keys.create(providers=("openrouter",))
    with running_service(tmp_path) as service, client_of(service, new.text) as client:
        for given in ({}, {"provider": {"only": ["rushes"]}}):
            error = error_of(client.post("/videos", json={**REQUEST, **given}), 403)
            assert error["metadata"]["field"] == "provider"
            assert "allowed: openrouter" in error["message"]
        keys.update(new.id, providers=("openrouter", "rushes"))
        until(202, lambda: client.post("/videos", json=REQUEST))


def test_a_key_has_as_many_open_jobs_as_it_may(tmp_path, keys):
    new = keys.create(max_open_jobs=1)
    with running_service(tmp_path) as service, client_of(service, new.text) as client:
        service.provider.waits = True
        job = submit(client)
        error = error_of(client.post("/videos", json={**REQUEST, "seed": 12}), 429)
        assert "1 open job of this API key" in error["message"]
        with client_of(service, keys.create().text) as other:
            submit(other)
        assert client.post(f"/videos/{job}/cancel").status_code == 200
        service.provider.waits = False
        until(202, lambda: client.post("/videos", json={**REQUEST, "seed": 12}))


def test_a_key_leaves_as_many_open_jobs_for_others_as_it_has(tmp_path, keys):
    greedy, modest = keys.create().text, keys.create().text
    with (
        running_service(tmp_path, max_open_jobs=8) as service,
        client_of(service, greedy) as client,
        client_of(service, modest) as other,
    ):
        service.provider.waits = True
        for _ in range(4):
            submit(client)
        third = client.post("/videos", json=REQUEST)
        assert "4 open jobs of this API key" in error_of(third, 429)["message"]
        submit(other)
        submit(other)
        assert "2 open jobs" in error_of(other.post("/videos", json=REQUEST), 429)["message"]
        service.provider.waits = False


def test_a_limit_for_each_key_is_that_of_stored_keys_too(tmp_path, keys):
    limits = {"max_open_jobs": 4, "max_open_jobs_per_key": 3}
    with (
        running_service(tmp_path, **limits) as service,
        client_of(service, keys.create().text) as client,
    ):
        service.provider.waits = True
        for _ in range(3):
            submit(client)
        assert "3 open jobs" in error_of(client.post("/videos", json=REQUEST), 429)["message"]
        service.provider.waits = False


def test_a_key_leaves_as_many_streams_for_others_as_it_has(tmp_path, keys):
    greedy, modest = keys.create().text, keys.create().text
    with (
        running_service(tmp_path, max_streams=4) as service,
        client_of(service, greedy) as client,
        client_of(service, modest) as other,
        contextlib.ExitStack() as stack,
    ):
        service.provider.waits = True
        kept = []
        for caller, count in ((client, 2), (other, 1)):
            events = f"/videos/{submit(caller)}/events"
            for _ in range(count):
                lines = stack.enter_context(caller.stream("GET", events)).iter_lines()
                assert next(lines).startswith("retry")
                kept.append(lines)  # what is let go is closed
            full = error_of(caller.get(events), 429)
            assert f"{count} event streams of this API key" in full["message"]
        service.provider.waits = False


def test_an_event_stream_ends_when_its_key_was_replaced(stored, keys):
    service, new, client = stored
    service.provider.waits = True
    events = f"/videos/{submit(client)}/events"
    rotated = keys.rotate(new.id, 3600)
    with client_of(service, rotated.text) as again:
        until(200, lambda: again.get("/videos"))
        assert client.get("/videos").status_code == 200  # within its grace
        with client.stream("GET", events) as old, again.stream("GET", events) as valid:
            lines, others = old.iter_lines(), valid.iter_lines()
            assert all(next(shown).startswith("retry") for shown in (lines, others))
            keys.update(new.id, previous_until=1.0)
            assert not [line for line in lines if "completed" in line]  # it ends, with its job open
            error_of(client.get(events), 401)
            service.provider.waits = False
            assert any('"status":"completed"' in line for line in others)


def test_an_event_stream_ends_with_its_key(stored, keys):
    service, new, client = stored
    service.provider.waits = True
    events = f"/videos/{submit(client)}/events"
    with client.stream("GET", events) as stream:
        lines = stream.iter_lines()
        assert next(lines).startswith("retry")
        keys.update(new.id, disabled=True)
        assert not any("completed" in line for line in lines), "it was read to its end"
    error_of(client.get(events), 401)

"""`/keys`: an admin key manages the others, in OpenRouter's shapes."""

from __future__ import annotations

import pytest

from rushes.http.app import ENDPOINTS
from tests.http.conftest import client_of, error_of, submit, wait
from tests.http.test_stored_keys import StoredKeys, until
from tests.service import running_service

# What the official package's models require.
FIELDS = {
    "byok_usage",
    "byok_usage_daily",
    "byok_usage_monthly",
    "byok_usage_weekly",
    "created_at",
    "creator_user_id",
    "disabled",
    "external_user",
    "hash",
    "include_byok_in_limit",
    "label",
    "last_used_at",
    "limit",
    "limit_remaining",
    "limit_reset",
    "name",
    "updated_at",
    "usage",
    "usage_daily",
    "usage_monthly",
    "usage_weekly",
    "workspace_id",
}
UNKNOWN = "0123456789abcdef"
MANAGING = [e for e in ENDPOINTS if e.path.startswith("/api/v1/keys")]


@pytest.fixture
def admin(tmp_path):
    """An admin key's client, and its service."""
    key = StoredKeys(tmp_path).create(admin=True)
    with running_service(tmp_path) as service, client_of(service, key.text) as client:
        client.service, client.id = service, key.id
        yield client


def create(admin, **given):
    response = admin.post("/keys", json={"name": "Team", **given})
    assert response.status_code == 201, response.text
    assert response.headers["cache-control"] == "no-store"
    return response.json()


def test_a_key_is_created_used_listed_and_deleted(admin):
    made = create(admin, limit=None, max_open_jobs=2, expires_at="2127-01-31T00:00:00Z")
    data, text = made["data"], made["key"]
    assert set(data) >= FIELDS
    assert (data["name"], data["expires_at"]) == ("Team", "2127-01-31T00:00:00Z")
    assert data["rushes"]["max_open_jobs"] == 2
    with client_of(admin.service, text) as client:
        wait(client, submit(client))
        own = client.get("/key").json()["data"]
        assert (own["label"], own["usage"]) == (data["label"], 3.2)
        assert own["expires_at"] == data["expires_at"]
        assert own["is_management_key"] is False
        shown = admin.get(f"/keys/{data['hash']}").json()["data"]
        assert [shown[f"usage{span}"] for span in ("", "_daily", "_weekly", "_monthly")] == [
            3.2
        ] * 4
        assert shown["last_used_at"] is not None
        assert admin.get("/keys").json()["data"][0] == shown
        assert text not in admin.get("/keys").text
        assert admin.delete(f"/keys/{data['hash']}").json() == {"deleted": True}
        assert "revoked" in until(401, lambda: client.get("/key")).text
    for response in (admin.get(f"/keys/{data['hash']}"), admin.delete(f"/keys/{data['hash']}")):
        error_of(response, 404)
    assert [key["hash"] for key in admin.get("/keys").json()["data"]] == [admin.id]
    assert admin.get("/key").json()["data"]["is_management_key"] is True


def test_a_change_leaves_what_it_does_not_name(admin):
    made = create(admin, models=["google/veo-3.1"], submits_per_minute=3)
    path = f"/keys/{made['data']['hash']}"
    changed = admin.patch(path, json={"name": "Other", "disabled": True}).json()["data"]
    assert (changed["name"], changed["disabled"]) == ("Other", True)
    assert changed["rushes"]["models"] == ["google/veo-3.1"]
    with client_of(admin.service, made["key"]) as client:
        until(401, lambda: client.get("/key"))

    def hashes(**query):
        return {key["hash"] for key in admin.get("/keys", params=query).json()["data"]}

    assert hashes() == {admin.id}
    assert hashes(include_disabled="true") == {admin.id, changed["hash"]}
    changes = {"disabled": False, "models": None, "expires_at": "2020-01-01T00:00:00Z"}
    changed = admin.patch(path, json=changes).json()["data"]
    assert changed["rushes"]["models"] is None
    assert changed["rushes"]["submits_per_minute"] == 3
    assert changed["rushes"]["state"] == "expired"
    assert hashes() == {admin.id}
    assert hashes(include_expired="true") == {admin.id, changed["hash"]}
    assert hashes(include_expired="true", offset=2) == set()


def test_a_rotation_gives_the_new_key(admin):
    made = create(admin)
    path = f"/keys/{made['data']['hash']}/rotate"
    rotated = admin.post(path).json()
    assert rotated["data"]["hash"] == made["data"]["hash"]
    assert rotated["data"]["rushes"]["previous_valid_until"] is not None
    for text in (made["key"], rotated["key"]):
        with client_of(admin.service, text) as client:
            assert client.get("/key").status_code == 200
    last = admin.post(path, json={"grace": 0}).json()
    with client_of(admin.service, last["key"]) as client:
        until(200, lambda: client.get("/key"))
    with client_of(admin.service, rotated["key"]) as client:
        until(401, lambda: client.get("/key"))


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": None}, "name"),
        ({"limit": -1}, "limit"),
        ({"models": ["google/veo-9"]}, "model"),
        ({"providers": ["nope"]}, "providers"),
        ({"max_open_jobs": 0}, "max_open_jobs"),
        ({"max_open_jobs": "1"}, "max_open_jobs"),
        ({"admin": 1}, "admin"),
        ({"submits_per_minute": 10**10}, "submits_per_minute"),
        ({"expires_at": "2127-01-31T00:00:00"}, "expires_at"),
        ({"expires_at": "0001-01-01T00:00:00+14:00"}, "expires_at"),
        ({"expires_at": 4102444800}, "expires_at"),
        ({"unknown": 1}, "unknown"),
    ],
)
def test_a_bad_value_is_a_400_that_names_it(admin, changes, field):
    for response in (
        admin.post("/keys", json={"name": "Team", **changes}),
        admin.patch(f"/keys/{admin.id}", json=changes),
    ):
        assert error_of(response, 400)["metadata"]["field"] == field


@pytest.mark.parametrize("endpoint", MANAGING, ids=lambda e: e.operation_id)
def test_only_an_admin_key_manages_keys(admin, tmp_path, endpoint):
    assert len(MANAGING) == 6
    path = endpoint.path.removeprefix("/api/v1").replace("{hash}", UNKNOWN)
    body = {"name": "Team"} if endpoint.body else None
    if "{" in endpoint.path:
        error_of(admin.request(endpoint.method, path, json=body), 404)
    with client_of(admin.service, StoredKeys(tmp_path).create().text) as client:
        error = error_of(client.request(endpoint.method, path, json=body), 403)
    assert "admin" in error["message"]


@pytest.mark.parametrize("configured", [["alpha"], []])
def test_a_configured_key_or_none_manages_no_keys(tmp_path, configured):
    with (
        running_service(tmp_path, api_keys=configured) as service,
        client_of(service, "alpha") as client,
    ):
        error_of(client.post("/keys", json={"name": "Team"}), 403)

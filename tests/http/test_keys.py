"""Who may call, and whose jobs a key can see."""

from __future__ import annotations

import httpx
import pytest
from pydantic import SecretStr

from rushes.keys.verification import InvalidKeyError, Keys
from tests.http.conftest import REQUEST, client_of, error_of, submit, wait


async def test_an_owner_shows_nothing_of_its_key():
    keys = Keys([SecretStr("alpha")])
    owner = (await keys.identify("alpha")).owner
    assert len(owner) == 16
    assert "alpha" not in repr(vars(keys))
    open_to_all = await Keys([]).identify("alpha")
    assert owner == open_to_all.owner, "jobs stay their owner's when keys are introduced"


async def test_only_configured_keys_are_valid():
    keys = Keys([SecretStr("alpha"), SecretStr("beta")])
    alpha, beta = [await keys.identify(key) for key in ("alpha", "beta")]
    assert alpha.owner != beta.owner
    assert (alpha.sees, beta.sees) == (alpha.owner, beta.owner)
    for key in ("gamma", ""):
        with pytest.raises(InvalidKeyError):
            await keys.identify(key)


async def test_without_keys_any_will_do_and_sees_everything():
    keys = Keys([])
    assert not await keys.required()
    anything, something = [await keys.identify(key) for key in ("anything", "something")]
    assert anything.owner != something.owner
    assert anything.sees is None


@pytest.mark.parametrize("key", ["gamma", "alph", "alphaa", "ALPHA", "\xe4lpha"])
def test_an_unknown_key_is_a_401(keyed, key):
    service, *_ = keyed
    headers = {b"Authorization": f"Bearer {key}".encode("latin-1")}
    for response in (
        httpx.post(f"{service.api}/videos", json=REQUEST, headers=headers),
        httpx.get(f"{service.api}/videos", headers=headers),
        httpx.get(f"{service.api}/videos/gen-vid-1-x", headers=headers),
    ):
        error = error_of(response, 401)
        assert "local" not in error["message"]
        assert response.headers["www-authenticate"] == "Bearer"
    assert service.provider.requests == []


def test_a_missing_key_does_not_suggest_that_any_will_do(keyed):
    service, *_ = keyed
    message = error_of(httpx.get(f"{service.api}/videos"), 401)["message"]
    assert "any" not in message


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/videos/{}"),
        ("DELETE", "/videos/{}"),
        ("GET", "/videos/{}/content"),
        ("HEAD", "/videos/{}/content"),
        ("GET", "/videos/{}/events"),
        ("POST", "/videos/{}/cancel"),
        ("GET", "/generation?id={}"),
    ],
)
def test_another_keys_job_is_unknown(keyed, method, path):
    _, alpha, beta = keyed
    job_id = submit(alpha)
    wait(alpha, job_id)
    response = beta.request(method, path.format(job_id))
    assert response.status_code == 404
    if method != "HEAD":
        assert response.json() == beta.request(method, path.format(job_id)).json()
        assert "is unknown" in error_of(response, 404)["message"]
    assert alpha.get(f"/videos/{job_id}").status_code == 200


def test_a_list_shows_a_keys_own_jobs(keyed):
    _, alpha, beta = keyed
    mine, other = submit(alpha), submit(beta)
    assert [job["id"] for job in alpha.get("/videos").json()["data"]] == [mine]
    assert [job["id"] for job in beta.get("/videos").json()["data"]] == [other]


def test_without_keys_a_job_can_be_seen_with_any(own):
    with client_of(own, "one") as one, client_of(own, "other") as other:
        job_id = submit(one)
        assert wait(other, job_id)["id"] == job_id
        assert [job["id"] for job in other.get("/videos").json()["data"]] == [job_id]


def test_web_pages_of_other_machines_may_call_with_a_key(keyed):
    _, alpha, _ = keyed
    response = alpha.get("/videos", headers={"Origin": "https://runtime.example"})
    assert response.status_code == 200
    assert response.headers["access-control-allow-origin"] == "*"

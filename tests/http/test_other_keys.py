"""No route shows anything of another key's job: the table of routes itself is walked."""

from __future__ import annotations

import re

import httpx
import pytest

from rushes.http.app import ENDPOINTS
from tests.http.conftest import REQUEST, client_of, submit, wait
from tests.service import running_service

UNKNOWN = "gen-vid-1793000000-k3Vd81Qm0ZrT5yXw7LbN"
OF_A_JOB = [endpoint for endpoint in ENDPOINTS if "{job_id" in endpoint.path]
# Routes that take a job's id elsewhere than in their path.
BY_QUERY = {"getGeneration": "id"}
# Headers that differ from one response to the next.
FLEETING = {"date", "request-id", "x-request-id"}


def url_of(endpoint, job_id, index="0"):
    return re.sub(r"\{job_id[^}]*\}", job_id, endpoint.path).replace("{index}", index)


def ask(service, endpoint, job_id, key=None):
    headers = {} if key is None else {"Authorization": f"Bearer {key}"}
    query = {BY_QUERY[endpoint.operation_id]: job_id} if endpoint.operation_id in BY_QUERY else {}
    response = httpx.request(
        endpoint.method,
        f"{service.url}{url_of(endpoint, job_id)}",
        params=query,
        headers=headers,
        json=REQUEST if endpoint.body else None,
    )
    shown = {
        name: value.replace(job_id, "ID")
        for name, value in response.headers.items()
        if name not in FLEETING | {"content-length"}
    }
    return response.status_code, response.text.replace(job_id, "ID"), shown


@pytest.fixture(scope="module")
def jobs(tmp_path_factory):
    """A service, and jobs of the key alpha: one that ended, one that is open, and a deleted one."""
    folder = tmp_path_factory.mktemp("data")
    with (
        running_service(folder, api_keys=["alpha", "beta"]) as service,
        client_of(service, "alpha") as alpha,
    ):
        completed, deleted = (submit(alpha, prompt=text) for text in ("A calm sea", "A wild sea"))
        for job_id in (completed, deleted):
            wait(alpha, job_id)
        assert alpha.delete(f"/videos/{deleted}").is_success
        service.provider.waits = True
        yield service, {"completed": completed, "deleted": deleted, "open": submit(alpha, seed=1)}
        service.provider.waits = False


def test_the_table_has_routes_of_jobs():
    assert len(OF_A_JOB) >= 5
    assert {e.operation_id for e in ENDPOINTS} >= set(BY_QUERY)
    named = {e.operation_id for e in ENDPOINTS if "id" in e.query}
    assert named == set(BY_QUERY), "a route that takes an id is walked below"


@pytest.mark.parametrize("state", ["completed", "open", "deleted"])
@pytest.mark.parametrize(
    "endpoint",
    [e for e in ENDPOINTS if e in OF_A_JOB or e.operation_id in BY_QUERY],
    ids=lambda e: e.operation_id,
)
def test_another_keys_job_is_like_one_that_never_was(jobs, endpoint, state):
    service, ids = jobs
    foreign = ask(service, endpoint, ids[state], "beta")
    assert foreign == ask(service, endpoint, UNKNOWN, "beta")
    # A signed link is all that its own route looks at.
    is_for_admins = "/admin/" in endpoint.path
    assert foreign[0] == (403 if endpoint.operation_id == "getFile" or is_for_admins else 404)
    for key in (None, "gamma"):
        refused = ask(service, endpoint, ids[state], key)
        assert refused == ask(service, endpoint, UNKNOWN, key)
        assert refused[0] == (403 if endpoint.operation_id == "getFile" else 401)
    assert httpx.get(
        f"{service.api}/videos/{ids['open']}", headers={"Authorization": "Bearer alpha"}
    ).json()["status"] in {"pending", "in_progress"}, "nothing was cancelled"


@pytest.mark.parametrize(
    "endpoint", [e for e in ENDPOINTS if not e.public], ids=lambda e: e.operation_id
)
def test_every_other_route_needs_a_key(jobs, endpoint):
    service, _ = jobs
    for key in (None, "gamma"):
        status, body, headers = ask(service, endpoint, UNKNOWN, key)
        assert (status, headers["www-authenticate"]) == (401, "Bearer"), body


@pytest.mark.parametrize(
    "endpoint", [e for e in ENDPOINTS if e.public], ids=lambda e: e.operation_id
)
def test_routes_without_a_key_are_few(endpoint):
    public = {"listVideosModels", "getModels", "listModelsCount", "getFile"}
    assert endpoint.operation_id in public


def test_lists_and_sums_show_nothing_of_another_key(jobs):
    service, ids = jobs
    headers = {"Authorization": "Bearer beta"}
    with httpx.Client(base_url=service.api, headers=headers) as beta:
        for query in ({}, {"status": "completed"}, {"model": REQUEST["model"]}):
            text = beta.get("/videos", params=query).text
            assert not any(job_id in text for job_id in ids.values())
        assert beta.get("/key").json()["data"]["usage"] == 0
        body = {**REQUEST, "model": "black-forest-labs/flux-3-video", "duration": 5}
        answers = set()
        for job_id in (ids["completed"], UNKNOWN):
            answer = beta.post("/videos", json={**body, "previous_job_id": job_id})
            message = answer.json()["error"]["message"]
            answers.add((answer.status_code, message.replace(job_id, "ID")))
        assert len(answers) == 1
        again = beta.post("/videos", json=REQUEST, headers={"Idempotency-Key": "k"})
        assert again.json()["id"] not in ids.values()

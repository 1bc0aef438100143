"""Operators look at providers and settle jobs whose outcome is unknown; nobody else may."""

from __future__ import annotations

from decimal import Decimal

import pytest

from rushes.store.attempt import Attempt
from tests.cli.test_jobs import insert_unresolved, with_store
from tests.http.conftest import client_of, error_of, submit, wait
from tests.http.test_stored_keys import StoredKeys
from tests.service import running_service

JOB = "/admin/jobs/gen-vid-1-lost"
CLOSED = {"operator": False, "keys": False, "testing": False}
READS = ["/admin/providers", "/admin/unresolved"]
ACTIONS = {"attach": {"upstream_id": "up-9"}, "dismiss": None, "resubmit": {"attempt": 1}}


@pytest.fixture
def admin(tmp_path, monkeypatch):
    """An admin key's client, with its service and folder."""
    monkeypatch.setenv("RUSHES_PROVIDERS", "openrouter")
    monkeypatch.setenv("RUSHES_PROVIDER", '{"openrouter": {"api_key": "sk-of-a-test"}}')
    key = StoredKeys(tmp_path).create(admin=True)
    with running_service(tmp_path) as service, client_of(service, key.text) as client:
        client.service, client.id, client.folder = service, key.id, tmp_path
        yield client


def history(folder, job_id="gen-vid-1-lost"):
    actions = with_store(folder, lambda store: store.job_actions.of(job_id))
    return [(action.action, action.actor) for action in actions]


def attempts(folder):
    found: list[Attempt] = with_store(folder, lambda store: store.attempts.of("gen-vid-1-lost"))
    return [attempt.state for attempt in found]


def test_only_an_admin_key_may(admin):
    insert_unresolved(admin.folder)
    other = StoredKeys(admin.folder).create()
    with client_of(admin.service, other.text) as client:
        assert client.get("/admin/access").json()["data"] == CLOSED
        for path in READS:
            assert "admin key" in error_of(client.get(path), 403)["message"]
        for action, body in ACTIONS.items():
            error_of(client.post(f"{JOB}/{action}", json=body), 403)
    with client_of(admin.service, "unknown") as client:
        error_of(client.get("/admin/access"), 401)
        error_of(client.post(f"{JOB}/dismiss"), 401)
    assert admin.get("/admin/access").json()["data"] == {
        "operator": True,
        "keys": True,
        "testing": False,
    }
    assert (history(admin.folder), attempts(admin.folder)) == ([], ["unknown"])


def test_without_keys_everyone_operates_but_no_page_of_others(tmp_path):
    insert_unresolved(tmp_path)
    with running_service(tmp_path) as service, client_of(service) as client:
        assert client.get("/admin/access").json()["data"] == {
            "operator": True,
            "keys": False,
            "testing": False,
        }
        elsewhere = {"Origin": "https://evil.example"}
        error_of(client.post(f"{JOB}/dismiss", headers=elsewhere), 403)
        assert client.post(f"{JOB}/dismiss").status_code == 200
    assert history(tmp_path) == [("dismiss", "operator")]


def test_a_key_of_the_settings_operates_nothing(tmp_path):
    with (
        running_service(tmp_path, api_keys=["a-key-of-settings"]) as service,
        client_of(service, "a-key-of-settings") as client,
    ):
        error_of(client.get("/admin/unresolved"), 403)


def test_providers_are_shown_with_their_last_error(admin):
    def out(store):
        return store.accounts.take_out("openrouter", "credit", "no credit is left", 120)

    def row():
        rows = admin.get("/admin/providers").json()["data"]
        return next(each for each in rows if each["provider"] == "openrouter")

    assert (row()["state"], row()["detail"]) == ("on", None)
    with_store(admin.folder, out)
    shown = row()
    assert (shown["state"], shown["problem"], shown["failures"]) == ("out", "credit", 1)
    assert shown["detail"] == "no credit is left"
    assert 0 < shown["out_for"] <= 120
    text = admin.get("/admin/providers").text
    assert "sk-of-a-test" not in text
    assert '"state":"off"' in text


def test_a_job_is_listed_with_what_it_may_cost_and_dismissed(admin):
    insert_unresolved(admin.folder)
    (job,) = admin.get("/admin/unresolved").json()["data"]
    assert (job["id"], job["status"], job["quote"]) == ("gen-vid-1-lost", "failed", 3.2)
    assert (job["attempt"], job["can_resubmit"]) == (1, True)
    assert "openrouter may charge about $3.20 for another attempt" in job["warning"]
    assert "Attempt 1 may have been charged as well" in job["warning"]
    assert job["attempts"][0]["state"] == "unknown"
    assert admin.post(f"{JOB}/dismiss").json()["data"]["id"] == job["id"]
    assert admin.get("/admin/unresolved").json()["data"] == []
    assert history(admin.folder) == [("dismiss", f"key Team ({admin.id})")]
    error_of(admin.post(f"{JOB}/dismiss"), 409)


def test_a_job_is_dismissed_at_what_its_provider_charged(admin):
    insert_unresolved(admin.folder)
    for given in ({"cost": -1}, {"cost": "x"}, {"cost": 1e-10}, {"costs": 1}, []):
        error_of(admin.post(f"{JOB}/dismiss", json=given), 400)
    for number, (cost, charged) in enumerate([(0.4, "0.4"), ("0.40", "0.40"), (None, None)]):
        job_id = insert_unresolved(admin.folder, f"gen-vid-{number}")
        answer = admin.post(f"/admin/jobs/{job_id}/dismiss", json={"cost": cost})
        assert answer.status_code == 200
        job = with_store(admin.folder, lambda store, job_id=job_id: store.jobs.get(job_id))
        assert job.cost == (charged and Decimal(charged))


def test_a_job_gets_the_id_that_was_found(admin):
    insert_unresolved(admin.folder)
    for given in ({}, {"upstream_id": ""}, {"upstream_id": "a\x00b"}, {"upstream_id": 5}, {"x": 1}):
        assert error_of(admin.post(f"{JOB}/attach", json=given), 400)["message"]
    attached = admin.post(f"{JOB}/attach", json={"upstream_id": "up-9"}).json()["data"]
    assert attached == {"id": "gen-vid-1-lost", "status": "in_progress"}
    assert attempts(admin.folder) == ["accepted"]
    error_of(admin.post(f"{JOB}/attach", json={"upstream_id": "up-9"}), 409)
    assert history(admin.folder) == [("attach", f"key Team ({admin.id})")]


def test_a_job_is_paid_again_only_as_it_was_seen(admin):
    insert_unresolved(admin.folder)
    for given in ({}, {"attempt": 0}, {"attempt": "1"}, {"attempt": True}):
        error_of(admin.post(f"{JOB}/resubmit", json=given), 400)
    message = error_of(admin.post(f"{JOB}/resubmit", json={"attempt": 2}), 409)["message"]
    assert "nothing was resubmitted" in message
    assert (history(admin.folder), attempts(admin.folder)) == ([], ["unknown"])
    queued = admin.post(f"{JOB}/resubmit", json={"attempt": 1}).json()["data"]
    assert queued == {"id": "gen-vid-1-lost", "status": "pending"}
    error_of(admin.post(f"{JOB}/resubmit", json={"attempt": 1}), 409)
    assert history(admin.folder) == [("resubmit", f"key Team ({admin.id})")]


def test_a_job_is_not_paid_again_beyond_a_budget_unless_that_is_wanted(admin, tmp_path):
    key = StoredKeys(tmp_path).create(budget=Decimal("3.19"))
    insert_unresolved(admin.folder, owner=f"key-{key.id}")
    refused = error_of(admin.post(f"{JOB}/resubmit", json={"attempt": 1}), 402)
    assert "may cost $3.20" in refused["message"]
    assert "over_budget" in refused["message"]
    assert refused["metadata"]["budget"]["remaining"] == 3.19
    assert (history(admin.folder), attempts(admin.folder)) == ([], ["unknown"])
    body = {"attempt": 1, "over_budget": True}
    assert admin.post(f"{JOB}/resubmit", json=body).json()["data"]["status"] == "pending"
    assert history(admin.folder) == [("resubmit", f"key Team ({admin.id})")]


def test_unknown_and_completed_jobs_are_left_alone(admin):
    for action, body in ACTIONS.items():
        for job_id in ("gen-vid-none", "%00", "x" * 300):
            error_of(admin.post(f"/admin/jobs/{job_id}/{action}", json=body), 404)
    job_id = submit(admin)
    wait(admin, job_id)
    for action, body in ACTIONS.items():
        error_of(admin.post(f"/admin/jobs/{job_id}/{action}", json=body), 409)
    assert admin.get(f"/videos/{job_id}").json()["status"] == "completed"

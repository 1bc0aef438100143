"""The endpoints of the kit, for code in other processes, and how it is switched on."""

from __future__ import annotations

import functools
import json
import time
from unittest.mock import patch

import httpx
import pytest

from rushes.engines.render_pool import RenderPool
from rushes.server import background_service
from rushes.settings import SettingError, Settings
from rushes.testing.kit import TestKit
from rushes.testing.names import NAMES
from rushes.testing.scenario import ScenarioError
from tests.service import serve_process
from tests.testing.kits import REQUEST, client_of, no_workers, quick_service

DEEP = functools.reduce(lambda inner, _: {"a": inner}, range(300), {})
PATHS = ("scenarios", "next", "reset", "clock", "requests")


@pytest.fixture
def control(service):
    with httpx.Client(base_url=f"{service.url}/rushes", timeout=10) as opened:
        yield opened


def problem_of(response):
    assert response.status_code == 400, response.text
    return response.json()["error"]["message"]


def test_scenarios_stand_until_they_are_deleted(control, client):
    body = [
        {"name": "rate_limited", "value": 9, "match": {"model": "google/*"}},
        {"model": "openai/*", "response": {"status": 529}},
    ]
    shown = control.put("/scenarios", json=body).json()["scenarios"]
    assert shown == control.get("/scenarios").json()["scenarios"]
    assert shown[0] == {
        "id": 1,
        "kind": "standing",
        "used": 0,
        "name": "rate_limited",
        "match": {"model": "google/*"},
        "response": {"form": "rate_limit", "retry_after": 9.0},
    }
    response = client.post("/videos", json=REQUEST)
    assert (response.status_code, response.headers["retry-after"]) == (429, "9")
    assert control.get("/scenarios").json()["scenarios"][0]["used"] == 1
    assert control.delete("/scenarios").json() == {"scenarios": []}
    assert client.post("/videos", json=REQUEST).status_code == 202


def test_the_next_request_is_set(control, client):
    added = control.post("/next", json={"name": "conflict"})
    assert (added.status_code, added.json()["kind"], added.json()["times"]) == (201, "next", 1)
    statuses = [client.post("/videos", json=REQUEST).status_code for _ in range(2)]
    assert statuses == [409, 202]


def test_put_replaces_what_was_there(control, client):
    control.post("/next", json={"name": "conflict"})
    control.put("/scenarios", json={"scenarios": [{"name": "overloaded"}]})
    assert client.post("/videos", json=REQUEST).status_code == 529


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ({"name": "rate_limitd"}, "there is no scenario 'rate_limitd'; did you mean rate_limited"),
        ({"name": "gone", "value": 3}, "'gone' takes none"),
        ({"value": 3}, "needs a name"),
        ({}, "has no effect; allowed: name, response, job, poll, content, webhook"),
        ({"job": {"outcom": "failed"}}, "job.outcom: does not exist; did you mean outcome?"),
        ({"job": {"outcome": "died"}}, "job.outcome: 'died' is not accepted"),
        ({"response": {"status": 418}}, "response.status: 418 is not known; allowed: 400, 401"),
        ({"response": {"form": "nice"}}, "response.form: 'nice' is not known; allowed: parameters"),
        ({"response": {"status": 402, "form": "zod"}}, "'zod' is not of 402; allowed: credits"),
        ({"response": {"fault": "reset", "status": 500}}, "not both"),
        ({"name": "stuck", "times": 0}, "times: 0 is not accepted"),
        ({"name": "stuck", "chance": 2}, "chance: 2 is not accepted"),
        ({"name": "stuck", "matsch": {}}, "matsch: does not exist; did you mean match?"),
        ({"name": "stuck", "operation": "poll"}, "job: has no effect on operation 'poll'"),
        ({"name": "stuck", "operation": "polls"}, "match.operation: 'polls' is not accepted"),
        ({"name": "stuck", "prompt": "/(/"}, "match.prompt: '/(/' is not a regular expression"),
        ({"content": {"content_type": "a\nb"}}, "must be printable ASCII"),
        ([], "is not a JSON object"),
    ],
)
def test_what_does_not_exist_is_refused(control, body, problem):
    assert problem in problem_of(control.post("/next", json=body))
    assert problem in problem_of(control.put("/scenarios", json=[{"name": "gone"}, body]))
    left = control.get("/scenarios").json()
    assert left["scenarios"] == []
    assert left["names"].keys() == NAMES.keys()


def test_bodies_that_are_no_scenarios_are_refused(control):
    assert "is not JSON" in problem_of(control.put("/scenarios", content=b"{"))
    refused = control.put("/scenarios", json={"scenarios": 3})
    assert "3 is not a list of scenarios" in problem_of(refused)
    for value in (-1, "1", None, True, 10**12):
        assert "advance" in problem_of(control.post("/clock", json={"advance": value}))


@pytest.mark.parametrize(
    ("method", "path", "body", "field"),
    [
        ("PUT", "/scenarios", {"scenarios": [], "bogus": 1}, "bogus"),
        (
            "PUT",
            "/scenarios",
            [{"name": "gone"}, {"name": "slow", "times": 0}],
            "scenarios[1].times",
        ),
        ("PUT", "/scenarios", [3], "scenarios[0]"),
        ("POST", "/next", {"name": "slow", "times": True}, "times"),
        ("POST", "/next", {"name": "slow", "value": True}, "value"),
        ("POST", "/next", {"name": "slow", "value": "fast"}, "value"),
        ("POST", "/next", {"name": "gone_by"}, "name"),
        ("PUT", "/scenarios", [{"name": "hang", "value": 1}], "scenarios[0].value"),
        ("POST", "/next", {"name": "status"}, "value"),
        ("POST", "/next", {"name": "failed", "match": {"operation": "poll"}}, "job"),
        ("POST", "/next", {"response": {"status": 503, "metadata": DEEP}}, None),
        ("POST", "/clock", [1], "body"),
        ("POST", "/next", {"job": {"curve": [[0.5, 2]]}}, "job.curve"),
        ("POST", "/next", {"name": "failed", "value": "\ud800"}, "value"),
        ("POST", "/next", {"response": {"status": 500, "metadata": {"a": "\ud800"}}}, None),
        ("POST", "/next", {"name": "failed", "match": {"prompt": "\ud800"}}, "match.prompt"),
        ("POST", "/next", {"response": {"retry_after": 5}}, "response"),
        ("POST", "/next", {"response": {"fault": "html", "code": 502}}, "response"),
        ("POST", "/next", {"response": {"after": True}}, "response"),
        ("POST", "/next", {"poll": {"shown_status": "paused", "status": 500}}, "poll"),
        ("POST", "/next", {"content": {"cut": "close", "status": 500}}, "content"),
        ("POST", "/clock", {"advance": 60, "hours": 24}, "hours"),
        ("POST", "/webhooks", {"ending": "failed", "to": 5}, "to"),
        ("POST", "/webhooks", {"ending": ["failed"]}, "ending"),
        ("POST", "/webhooks", {"ending": {}}, "ending"),
    ],
)
def test_wrong_input_is_named_and_changes_nothing(control, method, path, body, field):
    response = control.request(method, path, content=json.dumps(body))
    assert problem_of(response)
    if field is not None:
        assert response.json()["error"]["metadata"]["field"] == field
    assert control.get("/scenarios").json()["scenarios"] == []
    assert control.get("/clock").json()["now"] == pytest.approx(time.time(), abs=30)


def test_a_curve_that_is_none_is_told_what_may_be(control):
    problem = problem_of(control.post("/next", json={"job": {"curve": [[0.5, 2]]}}))
    assert "linear, slow_start, slow_end, steps, stalled, or pairs" in problem
    assert "literal" not in problem


def test_metadata_that_is_not_json_is_refused(control, service):
    body = b'{"response": {"status": 503, "metadata": {"a": 1e400}}}'
    assert "metadata: is not JSON" in problem_of(control.post("/next", content=body))
    for value in (float("nan"), object(), {1, 2}):
        with pytest.raises(ScenarioError, match="metadata: is not JSON"):
            service.next(response={"status": 503, "metadata": {"a": value}})
    assert control.get("/scenarios").json()["scenarios"] == []


def test_json_that_is_nested_too_deeply_is_refused(control):
    assert "nested too deeply" in problem_of(control.post("/next", content=b"[" * 100_000))


@pytest.mark.parametrize(
    "body",
    [
        b'{"model": "google/veo-3.1", "prompt": "a", "duration": NaN}',
        b'{"model": "google/veo-3.1", "prompt": "\\ud800", "duration": 4}',
        b'{"model": "google/veo-3.1", "prompt": "a [rushes:\\ud800]", "duration": 4}',
        b'{"model": "google/veo-3.1", "prompt": "a", "x": ' + b"[" * 50_000,
        b"\xff\xfe",
    ],
)
def test_a_body_that_is_refused_is_listed(control, client, body):
    response = client.post("/videos", content=body, headers={"Content-Type": "application/json"})
    assert response.status_code in {400, 413}
    assert response.json()["error"]["code"] == response.status_code
    [listed] = control.get("/requests").json()["requests"]
    assert listed["status"] == response.status_code


def test_headers_of_the_same_name_are_listed_together_without_credentials(control, client):
    headers = [("X-Trace", "one"), ("X-Trace", "two"), ("Cookie", "hidden")]
    client.post("/videos", json=REQUEST, headers=headers)
    [listed] = control.get("/requests").json()["requests"]
    assert listed["headers"]["x-trace"] == "one, two"
    assert not {"authorization", "cookie"} & set(listed["headers"])


def test_a_reset_answers_the_client_whose_request_was_just_served(service):
    with httpx.Client(trust_env=False, headers={"Authorization": "Bearer any"}) as client:
        for _ in range(50):
            assert client.post(f"{service.api_url}/videos", json=REQUEST).status_code == 202
            assert client.get(f"{service.api_url}/videos").status_code == 200
            assert client.post(f"{service.url}/rushes/reset").status_code == 204


def test_the_clock_is_advanced_and_reset(control, client):
    control.post("/next", json={"name": "slow", "value": 3600})
    job_id = client.post("/videos", json=REQUEST).json()["id"]
    before = control.get("/clock").json()["now"]
    after = control.post("/clock", json={"advance": 3601}).json()["now"]
    assert after - before == pytest.approx(3601, abs=30)
    assert client.get(f"/videos/{job_id}").json()["status"] == "completed"
    assert control.post("/reset").status_code == 204
    assert control.get("/clock").json()["now"] - before < 60
    assert client.get(f"/videos/{job_id}").status_code == 404


def test_requests_are_listed_without_keys(control, client):
    control.post("/next", json={"name": "flagged"})
    client.post("/videos", json=REQUEST)
    client.get("/videos/gen-vid-1-none")
    listed = control.get("/requests")
    first, second = listed.json()["requests"]
    assert first["body"] == REQUEST
    expected = {"operation": "submit", "status": 403, "scenario": "flagged"}
    assert first == first | expected | {"model": REQUEST["model"], "prompt": REQUEST["prompt"]}
    assert second == second | {"operation": "poll", "status": 404, "method": "GET"}
    assert "authorization" not in {name.lower() for name in first["headers"]}
    assert "Bearer" not in listed.text


def test_a_key_in_a_scenario_is_not_shown(control):
    control.post("/next", json={"name": "conflict", "key": "sk-or-v1-secret"})
    assert "sk-or-v1-secret" not in control.get("/scenarios").text


def statuses(client, **options):
    methods = ("GET", "PUT", "POST", "DELETE")
    asked = (client.request(m, path, **options) for path in PATHS for m in methods)
    return {response.status_code for response in asked}


def test_web_pages_of_others_may_not_control_it(control):
    assert statuses(control, headers={"Origin": "https://evil.example"}) == {403, 405}


def test_with_keys_it_needs_one(tmp_path):
    with quick_service(tmp_path, api_keys=["a-long-key"]) as service:
        url = f"{service.url}/rushes/scenarios"
        assert httpx.get(url).status_code == 401
        headers = {"Authorization": "Bearer a-long-key"}
        assert httpx.get(url, headers=headers).status_code == 200
        with client_of(service, "a-long-key") as client:
            service.next("stuck", key="a-long-key")
            job_id = client.post("/videos", json=REQUEST).json()["id"]
        assert service.scenarios.of_job(job_id).name == "stuck"


def test_without_testing_there_is_nothing_of_it(tmp_path):
    with (
        patch.object(RenderPool, "start", no_workers),
        background_service(Settings(data_dir=tmp_path, port=0)) as url,
    ):
        with httpx.Client(base_url=f"{url}/rushes") as client:
            assert statuses(client) == {404}
        prompt = "A sea [rushes:rate_limited]"
        headers = {"Authorization": "Bearer any"}
        body = {**REQUEST, "prompt": prompt}
        response = httpx.post(f"{url}/api/v1/videos/quote", json=body, headers=headers)
        assert response.status_code == 200


def test_it_is_never_combined_with_what_spends_money(tmp_path):
    paid = Settings(
        data_dir=tmp_path, providers=("openrouter",), provider={"openrouter": {"api_key": "k"}}
    )
    with pytest.raises(SettingError, match=r"testing.*providers.*spend money"):
        TestKit(paid)
    shared = Settings(data_dir=tmp_path, database_url="postgresql://localhost/none")
    with pytest.raises(SettingError, match="RUSHES_DATABASE_URL"):
        TestKit(shared)


def test_the_command_serves_it(tmp_path):
    options = ("--testing", "--testing-seed", 4, "--data-dir", tmp_path)
    with serve_process(*options) as (_, api):
        url = api.removesuffix("/api/v1")
        assert httpx.get(f"{url}/rushes/scenarios").json()["scenarios"] == []
        headers = {"Authorization": "Bearer any"}
        body = {**REQUEST, "prompt": "A sea [rushes:stuck]"}
        ids = []
        for _ in range(2):
            ids.append(httpx.post(f"{api}/videos", json=body, headers=headers).json()["id"])
            assert httpx.post(f"{url}/rushes/reset").status_code == 204
        assert ids[0] == ids[1]


def test_every_name_has_a_meaning_and_a_value_that_fits():
    for name, named in NAMES.items():
        assert named.meaning
        assert bool(named.takes) == bool(named.unit), name

"""`/metrics`: who may read it, what it counts, and what never gets into it."""

from __future__ import annotations

import asyncio
import contextlib
import re
import sqlite3

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families

from rushes.http import figures, readiness
from rushes.http.figures import Figures
from rushes.http.readiness import Readiness, Watched
from rushes.jobs.context import FencedError, StaleError
from rushes.jobs.measuring import kind_of, measured, measured_post
from rushes.metrics import Metrics
from rushes.providers.base import (
    AccountError,
    BusyError,
    RefusedError,
    RestartedError,
    UnknownOutcomeError,
    UnreachableError,
)
from rushes.server import background_service
from rushes.settings import Settings
from rushes.webhook import Receipt, SignedWebhook
from tests.http.conftest import REQUEST, client_of, submit, wait
from tests.http.test_stored_keys import StoredKeys
from tests.service import running_service

TOKEN = "a-token-for-metrics"


@pytest.fixture(autouse=True)
def impatient(monkeypatch):
    monkeypatch.setattr(figures, "INTERVAL", -1.0)
    monkeypatch.setattr(readiness, "INTERVAL", -1.0)


def get(service, key=None, **headers):
    if key is not None:
        headers["Authorization"] = f"Bearer {key}"
    return httpx.get(f"{service.url}/metrics", headers=headers, trust_env=False)


def samples(text):
    """Return the samples, by name and labels."""
    return {
        (sample.name, *sorted(sample.labels.items())): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


def value(text, name, **labels):
    return samples(text).get((name, *sorted(labels.items())))


def test_without_keys_this_machine_may_read_and_web_pages_of_others_may_not(service):
    response = get(service)
    assert response.status_code == 200
    assert response.headers["content-type"].startswith("text/plain; version=")
    assert response.headers["cache-control"] == "no-store"
    assert get(service, Origin="https://evil.example").status_code == 403
    assert get(service, Host="evil.example").status_code == 403


def test_with_keys_an_admin_key_or_the_token_may_read(tmp_path):
    keys = StoredKeys(tmp_path)
    admin, other = keys.create(admin=True), keys.create()
    with running_service(tmp_path, api_keys=["alpha"], metrics_token=TOKEN) as service:
        assert get(service, TOKEN).status_code == 200
        assert get(service, admin.text).status_code == 200
        assert get(service).status_code == 401
        assert get(service, "wrong").status_code == 401
        for key in ("alpha", other.text):
            response = get(service, key)
            assert response.status_code == 403
            assert "RUSHES_METRICS_TOKEN" in response.json()["error"]["message"]
        with client_of(service, TOKEN) as client:
            assert client.get("/videos").status_code == 401


def test_a_token_is_needed_without_keys_too(tmp_path):
    with running_service(tmp_path, metrics_token=TOKEN) as service:
        assert get(service, TOKEN).status_code == 200
        assert get(service, "any").status_code == 403
        assert get(service).status_code == 401


def test_requests_are_counted_by_route_and_never_by_path(own):
    with client_of(own) as client:
        job = submit(client)
        wait(client, job)
        client.get("/videos/gen-vid-unknown")
        client.get("/no/such/route-81")
        client.post("/videos", json={**REQUEST, "duration": 999})
        client.request("TRACE", "/videos")
        client.options("/videos")
        text = get(own).text
    count = "rushes_http_requests_total"
    poll = {"method": "GET", "route": "/api/v1/videos/{job_id}"}
    post = {"method": "POST", "route": "/api/v1/videos"}
    assert value(text, count, **poll, status="200") >= 1
    assert value(text, count, **poll, status="404") == 1
    assert value(text, count, method="GET", route="unmatched", status="404") == 1
    assert value(text, count, method="other", route="/api/v1/videos", status="405") == 1
    assert value(text, count, method="OPTIONS", route="unmatched", status="204") == 1
    assert value(text, count, **post, status="202") == 1
    assert value(text, "rushes_http_request_duration_seconds_count", **post) == 2
    assert value(text, "rushes_submits_total", result="accepted") == 1
    assert value(text, "rushes_submits_total", result="invalid") == 1
    for absent in (job, "route-81", "TRACE", "gen-vid-unknown"):
        assert absent not in text


def test_a_replayed_submit_is_no_new_one(own):
    with client_of(own) as client:
        for _ in range(2):
            headers = {"Idempotency-Key": "k"}
            assert client.post("/videos", json=REQUEST, headers=headers).status_code == 202
        text = get(own).text
    assert value(text, "rushes_submits_total", result="accepted") == 1
    assert value(text, "rushes_submits_total", result="replayed") == 1


def test_without_its_database_the_service_still_says_what_it_knows(own, tmp_path):
    with client_of(own) as client:
        wait(client, submit(client))
        assert value(get(own).text, "rushes_database_up") == 1
        with sqlite3.connect(tmp_path / "rushes.sqlite3") as database:
            database.execute("ALTER TABLE attempts RENAME TO lost")
        database.close()
        text = get(own).text
        assert value(text, "rushes_database_up") == 0
        assert value(text, "rushes_submits_total", result="accepted") == 1
        assert "rushes_unknown_outcomes" not in text


def test_many_scrapes_ask_the_database_once(own, monkeypatch):
    monkeypatch.setattr(figures, "INTERVAL", 3600.0)
    surveys, survey = [], own.context.store.figures.open_jobs

    async def counted():
        surveys.append(1)
        return await survey()

    monkeypatch.setattr(own.context.store.figures, "open_jobs", counted)
    assert {get(own).status_code for _ in range(10)} == {200}
    assert len(surveys) == 1


def test_what_is_not_configured_any_more_is_other(own, tmp_path):
    """Labels stay few however many models and providers there were."""
    with client_of(own) as client:
        wait(client, submit(client))
    context = own.context
    metrics = Metrics({"google/veo-3.1"}, {"rushes"})
    settings = own.request_context.settings.model_copy(update={"spend_limit": {"day": 2.5}})
    parts = (context.store, context.storage, context.router, lambda: settings, metrics)
    watched = Watched(*parts)
    read = Figures(watched, Readiness(watched))
    with sqlite3.connect(tmp_path / "rushes.sqlite3") as database:
        columns = [row[1] for row in database.execute("PRAGMA table_info(jobs)")]
        kept = ", ".join(c for c in columns if c not in {"id", "model", "provider", "ended_at"})
        for number in range(50):
            database.execute(
                f"INSERT INTO jobs (id, model, provider, ended_at, {kept})"
                f" SELECT ?, ?, ?, NULL, {kept} FROM jobs WHERE model = 'google/veo-3.1' LIMIT 1",
                [f"gen-vid-{number}", f"old/model-{number}", f"old-{number}"],
            )
    database.close()
    asyncio.run(read.refresh())
    found = [s for f in metrics.registry.collect() for s in f.samples]
    jobs = [s for s in found if s.name == "rushes_jobs"]
    assert [(s.labels["model"], s.labels["provider"], s.value) for s in jobs] == [
        ("other", "other", 50)
    ]
    limits = [s for s in found if s.name == "rushes_spend_limit_usd"]
    assert [(s.labels, s.value) for s in limits] == [({"period": "day"}, 2.5)]
    metrics.job_ended("failed", "old/model", "old", 1.0)
    assert metrics.registry.get_sample_value(
        "rushes_jobs_ended_total", {"state": "failed", "model": "other", "provider": "other"}
    )


@pytest.mark.parametrize(
    ("error", "kind", "outcome"),
    [
        (None, None, "accepted"),
        (RefusedError("no"), "refused", "refused"),
        (BusyError("later"), "busy", "not_accepted"),
        (AccountError("who?", "credential"), "account", "not_accepted"),
        (UnreachableError("gone"), "unreachable", "not_accepted"),
        (UnknownOutcomeError("lost"), "unknown_outcome", "unknown"),
        (ZeroDivisionError(), "internal", "unknown"),
    ],
)
def test_an_attempt_is_counted_by_what_became_of_it(error, kind, outcome):
    metrics = Metrics()
    raises = contextlib.nullcontext() if error is None else pytest.raises(type(error))
    with raises, measured(metrics, "fal", "create"):
        if error is not None:
            raise error
    read = metrics.registry.get_sample_value
    assert read("rushes_attempts_total", {"provider": "fal", "outcome": outcome}) == 1
    labels = {"provider": "fal", "operation": "create"}
    assert read("rushes_provider_call_duration_seconds_count", labels) == 1
    errors = read("rushes_provider_errors_total", {**labels, "kind": str(kind)})
    assert errors == (None if kind is None else 1)


@pytest.mark.parametrize("error", [FencedError("j"), StaleError("late"), asyncio.CancelledError()])
def test_what_was_not_sent_is_no_attempt(error):
    metrics = Metrics()
    with pytest.raises(type(error)), measured(metrics, "fal", "create"):
        raise error
    names = {s.name for family in metrics.registry.collect() for s in family.samples}
    assert "rushes_attempts_total" not in names


def test_a_more_precise_kind_wins():
    assert kind_of(RestartedError("again")) == "restarted"


async def test_webhooks_are_counted_by_how_they_are_received():
    metrics, answers = Metrics(), iter([204, 302, 410, 503, ConnectionError()])

    async def post(_):
        answer = next(answers)
        if isinstance(answer, Exception):
            raise answer
        return Receipt(answer, {})

    counted = measured_post(post, metrics)
    for _ in range(4):
        await counted(SignedWebhook("https://a.example", "j", b"", {}))
    with pytest.raises(ConnectionError):
        await counted(SignedWebhook("https://a.example", "j", b"", {}))
    read = metrics.registry.get_sample_value
    for result in ("delivered", "3xx", "4xx", "5xx", "unreachable"):
        assert read("rushes_webhook_attempts_total", {"result": result}) == 1, result
    assert read("rushes_webhook_duration_seconds_count") == 5


def test_nothing_secret_gets_into_the_metrics(tmp_path):
    """Keys, prompts and tokens, through the service as it is composed for users."""
    prompt, key = "A-prompt-of-0123", "sk-caller-456789"
    settings = Settings(
        data_dir=tmp_path, port=0, emulation="instant", api_keys={key}, metrics_token=TOKEN
    )
    with (
        background_service(settings) as url,
        httpx.Client(
            base_url=f"{url}/api/v1/", headers={"Authorization": f"Bearer {key}"}, trust_env=False
        ) as client,
    ):
        job = submit(client, prompt=prompt, user="user-0123")
        wait(client, job)
        text = httpx.get(
            f"{url}/metrics", headers={"Authorization": f"Bearer {TOKEN}"}, trust_env=False
        ).text
    for secret in (prompt, key, TOKEN, "user-0123", job, str(tmp_path)):
        assert secret not in text
    ended = {"state": "completed", "model": "google/veo-3.1", "provider": "rushes"}
    assert value(text, "rushes_jobs_ended_total", **ended) == 1
    assert value(text, "rushes_render_duration_seconds_count", outcome="done") == 1
    assert value(text, "rushes_store_write_duration_seconds_count") > 3
    assert value(text, "rushes_storage_errors_total", operation="put") == 0
    assert value(text, "rushes_workers") == 1
    assert value(text, "process_open_fds") > 0
    assert not re.search(r"_created\b", text)

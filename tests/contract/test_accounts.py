"""Keys and money that a provider's account lacks, and services that restart."""

from __future__ import annotations

import pytest

from tests.contract.cases import data_of, each_provider, is_free
from tests.contract.live_service import (
    accepted,
    account,
    charges,
    live_service,
    marked,
    running_fake,
    sent,
)

PROBLEMS = {"wrong": "rejected its API key", "poor": "lacks credit"}


@pytest.fixture
def served(case):
    with running_fake(case.fake, **case.fake_options) as running:
        yield running


@pytest.mark.parametrize("problem", PROBLEMS)
@each_provider(lambda case: not data_of(case).key_optional)
def test_an_account_that_may_not_is_taken_out(case, problem, served, tmp_path):
    upstream, url = served
    key = f"sk-{problem}-0123456789"
    with live_service(tmp_path, {case.slug: account(case, url, key)}) as service:
        [outcome] = service.make(marked(case.requests["text"]))
        assert outcome.ending == "failed", outcome.body
        assert data_of(case).name in outcome.message
        assert PROBLEMS[problem] in outcome.message
        before = sum(upstream.requests.values())
        refused = service.submit(marked(case.requests["text"]))
    assert refused.status == 503, refused.body
    assert f"{data_of(case).name} {PROBLEMS[problem]}" in refused.message
    assert int(refused.headers["retry-after"]) > 0
    assert sum(upstream.requests.values()) == before
    assert upstream.accepted == []
    assert key not in "".join(service.shown)
    assert service.unresolved(outcome) == []


@each_provider()
def test_a_restart_costs_nothing(case, served, tmp_path):
    upstream, url = served
    accounts = {case.slug: account(case, url)}
    text = case.requests["text"]
    bodies = marked(text, "[fault:endless]"), marked(text, "[fault:content-500*]")
    with live_service(tmp_path, accounts) as service:
        made, stored = [service.submit(body) for body in bodies]
        service.wait(made, lambda job: job["status"] == "in_progress")
        service.wait(stored, lambda job: "delay_reason" in job["rushes"])
    for job in upstream.accepted:
        job.released.set()
        job.faults.clear()
    with live_service(tmp_path, accounts) as service:
        for outcome in map(service.end, (made, stored)):
            assert outcome.ending == "completed", outcome.body
            assert outcome.video
            assert sent(upstream, outcome) == 1
            assert len(accepted(upstream, outcome)) == 1
            assert len(charges(upstream, outcome)) == 1


@each_provider(lambda case: not is_free(case))
def test_an_id_that_another_job_has_is_left_to_the_operator(case, served, tmp_path):
    upstream, url = served
    text = case.requests["text"]
    with live_service(tmp_path, {case.slug: account(case, url)}) as service:
        [made] = service.make(marked(text))
        [outcome] = service.make(marked(text, "[fault:duplicate-id]"))
        assert made.ending == "completed"
        assert outcome.ending == "failed", outcome.body
        assert [attempt.state for attempt in service.unresolved(outcome)] == ["unknown"]
        assert sent(upstream, outcome) == 1

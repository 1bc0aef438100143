"""Jobs that are not done in time: each ends with what its provider said last."""

from __future__ import annotations

import contextlib

import pytest

from rushes.jobs import lifecycle
from tests.contract.cases import CASES, capabilities_of, each, is_free
from tests.contract.live_service import accepted, account, live_service, marked, running_fake
from tests.upstreams.job import ODD_STATE

LATE = {
    "unknown state": "[fault:odd-state*]",
    "errors": "[fault:poll-500*]",
    "unreadable": "[fault:odd-poll=list*]",
}


@pytest.fixture(scope="package")
def overdue(quick, tmp_path_factory):
    """Give what became of a job of each kind at each provider, and the fakes and the service."""
    fakes, accounts, ends = {}, {}, {}
    with contextlib.ExitStack() as stack:
        patch = stack.enter_context(pytest.MonkeyPatch.context())
        patch.setattr(lifecycle, "UNREACHABLE_GRACE", 0.0)
        for case in CASES:
            fake = stack.enter_context(running_fake(case.fake, **case.fake_options))
            fakes[case.slug], url = fake
            accounts[case.slug] = account(case, url)
        folder = tmp_path_factory.mktemp("overdue")
        service = stack.enter_context(live_service(folder, accounts, job_timeout=2))
        for name, words in LATE.items():  # one after another: a batch would mix them
            made = service.make(*(body_of(case, words) for case in CASES))
            for case, outcome in zip(CASES, made, strict=True):
                ends[case.slug, name] = service.end(outcome)
    return ends, fakes, service


def body_of(case, words):
    return marked(case.requests["text"], words, provider={"only": [case.slug]})


@each(lambda _: LATE)
def test_a_job_past_its_deadline_says_why(case, name, overdue):
    outcomes, fakes, service = overdue
    outcome, upstream = outcomes[case.slug, name], fakes[case.slug]
    assert outcome.ending == "expired", outcome.body
    reason = ODD_STATE if name == "unknown state" else "The last poll failed: "
    assert reason in outcome.message
    [job] = accepted(upstream, outcome)
    stopped = outcome.extension["cancellation"] == "stopped"
    if stopped:
        assert capabilities_of(case).cancels
        assert not job.open or job.id not in upstream.jobs
    elif not is_free(case):
        assert "may charge" in outcome.message
        assert [attempt.state for attempt in service.unresolved(outcome)] == ["accepted"]


def test_nothing_but_words_is_logged(overdue):
    _, _, service = overdue
    assert not [line for line in service.shown if "Traceback" in line]

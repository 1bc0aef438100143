"""A job goes to another account, under its own id, while that cannot be paid for twice."""

from __future__ import annotations

import contextlib
import socket

import pytest

from rushes.store import account_health
from tests.contract.live_service import (
    QUICK,
    accepted,
    account,
    charges,
    live_service,
    marked,
    running_fake,
    sent,
)
from tests.providers.cases import openrouter, xai
from tests.upstreams.xai import TICKS

TEXT = openrouter.CASE.requests["text"]
OF_BOTH = xai.CASE.requests["text"]  # which OpenRouter makes as well


@pytest.fixture
def fakes():
    """Give two fakes of OpenRouter, each with its URL."""
    with running_fake("openrouter") as first, running_fake("openrouter") as second:
        yield first, second


@pytest.fixture
def serve(tmp_path):
    """Give a function that starts the service; its first argument is by provider."""
    with contextlib.ExitStack() as stack:
        yield lambda providers, **settings: stack.enter_context(
            live_service(tmp_path, providers, **settings)
        )


@pytest.fixture
def pair(fakes, serve):
    """Give a function that starts the service with two instances, and the fakes of these."""

    def start(**settings):
        (first, url), (second, other) = fakes
        return serve({"openrouter": at(url, other)}, **settings), first, second

    return start


@pytest.fixture
def both(serve):
    """Give a function that starts the service with xAI, then OpenRouter, and their fakes."""
    with running_fake("xai") as (first, url), running_fake("openrouter") as (second, other):

        def start(**settings):
            providers = {"xai": account(xai.CASE, url)} | {"openrouter": at(other)}
            return serve(providers, **settings), first, second

        yield start


def at(*urls, **others):
    """Return the settings of OpenRouter with instances at these URLs."""
    return account(openrouter.CASE, urls[0], instances=urls, **others)


def states(service, outcome):
    """Return the states of the attempts that were made, and how many accounts made them."""
    attempts = service.attempts(outcome)
    return [attempt.state for attempt in attempts], len({a.provider for a in attempts})


def check_moved(service, outcome, first, second):
    """Check that the first account made nothing of a job, and the second made it once."""
    assert outcome.ending == "completed", outcome.body
    assert outcome.video
    assert accepted(first, outcome) == []
    assert len(charges(second, outcome)) == 1
    assert states(service, outcome)[1] == 2
    assert service.unresolved(outcome) == []


def test_a_wrong_key_and_missing_money_leave_the_job_to_the_next_account(fakes, serve):
    upstream, url = fakes[0]
    keys = {"first": "sk-wrong-0123456", "second": "sk-poor-0123456", "third": "sk-good-0123456"}
    service = serve({"openrouter": at(url, api_keys=keys)})
    made, again = [service.make(marked(TEXT))[0] for _ in range(2)]
    assert made.ending == again.ending == "completed"
    for outcome in (made, again):
        assert [charge.key for charge in charges(upstream, outcome)] == [keys["third"]]
    assert states(service, made)[1] == 3
    assert states(service, again) == (["accepted"], 1)
    assert not any(key in "".join(service.shown) for key in keys.values())


def test_an_unreachable_instance_leaves_the_job_to_the_next(fakes, serve):
    upstream, url = fakes[0]
    with socket.socket() as bound:  # bound, so that nobody else gets the port
        bound.bind(("127.0.0.1", 0))
        nobody = f"http://127.0.0.1:{bound.getsockname()[1]}/api/v1"
        service = serve({"openrouter": at(nobody, url)})
        [outcome] = service.make(marked(TEXT))
    assert outcome.ending == "completed", outcome.body
    assert len(charges(upstream, outcome)) == 1
    assert states(service, outcome)[1] == 2


@pytest.mark.parametrize("fault", ["429=60", "refuse"])
def test_one_that_is_busy_or_refuses_leaves_the_job_to_the_next(pair, fault):
    service, first, second = pair()
    first.faults(fault)
    [outcome] = service.make(marked(TEXT))
    check_moved(service, outcome, first, second)
    assert sent(first, outcome) == 1


def test_a_job_that_all_refuse_fails_after_one_try_each(pair):
    service, first, second = pair()
    [outcome] = service.make(marked(TEXT, "[fault:refuse*]"))
    assert outcome.ending == "failed"
    assert "refused" in outcome.message
    assert (sent(first, outcome), sent(second, outcome)) == (1, 1)
    assert first.accepted == second.accepted == []


@pytest.mark.parametrize("fault", ["500-before", "500-after", "reset-before", "garbage"])
def test_a_job_whose_outcome_is_unknown_stays_where_it_is(pair, fault):
    service, first, second = pair(fallback_after_acceptance=["failed", "moderated", "stuck"])
    first.faults(fault)
    [outcome] = service.make(marked(TEXT))
    assert outcome.ending == "failed", outcome.body
    assert sent(first, outcome) == 1
    assert second.accepted == []
    assert [attempt.state for attempt in service.unresolved(outcome)] == ["unknown"]


AFTER = {"failed": "fail", "moderated": "moderated", "stuck": "endless"}


@pytest.mark.parametrize("cause", ["failed", "moderated"])
def test_after_acceptance_another_is_paid_where_that_is_allowed(both, cause):
    service, first, second = both(fallback_after_acceptance=[cause], job_timeout=2)
    first.faults(AFTER[cause])
    [outcome] = service.make(marked(OF_BOTH))
    assert outcome.ending == "completed", outcome.body
    assert len(accepted(first, outcome)) == len(accepted(second, outcome)) == 1
    assert len(charges(second, outcome)) == 1
    assert states(service, outcome) == (["ended", "accepted"], 2)


def test_a_stuck_job_that_cannot_be_stopped_is_paid_nowhere_else(both):
    service, first, second = both(fallback_after_acceptance=["stuck"], job_timeout=2)
    first.faults("endless")
    [outcome] = service.make(marked(OF_BOTH))
    assert outcome.ending == "expired", outcome.body
    assert len(accepted(first, outcome)) == 1
    assert second.accepted == []
    assert [attempt.state for attempt in service.unresolved(outcome)] == ["accepted"]


@pytest.mark.parametrize("cause", AFTER)
def test_after_acceptance_nobody_else_is_paid_without_leave(both, cause):
    others = [other for other in AFTER if other != cause]
    service, first, second = both(fallback_after_acceptance=others, job_timeout=2)
    first.faults(AFTER[cause])
    [outcome] = service.make(marked(OF_BOTH))
    assert outcome.ending == ("expired" if cause == "stuck" else "failed")
    assert len(accepted(first, outcome)) == 1
    assert second.accepted == []


def test_a_moderated_job_that_was_paid_for_counts_in_the_cost(both):
    service, first, second = both(fallback_after_acceptance=["moderated"])
    first.faults("moderated")
    [outcome] = service.make(marked(OF_BOTH))
    paid = charges(first, outcome)[0].amount / TICKS + charges(second, outcome)[0].amount
    assert outcome.cost == pytest.approx(paid)


CHOICES = {
    "the order of the settings": ({}, "xai"),
    "order": ({"order": ["openrouter"]}, "openrouter"),
    "order of all": ({"order": ["openrouter", "xai"]}, "openrouter"),
    "only": ({"only": ["openrouter"]}, "openrouter"),
    "ignore": ({"ignore": ["xai"]}, "openrouter"),
    "price": ({"sort": "price"}, None),
}


@pytest.mark.parametrize("choice", CHOICES)
def test_the_request_chooses_its_provider(both, choice):
    service, first, second = both()
    preferences, chosen = CHOICES[choice]
    [outcome] = service.make(marked(OF_BOTH, provider=preferences))
    assert outcome.ending == "completed", outcome.body
    made = {"xai": len(accepted(first, outcome)), "openrouter": len(accepted(second, outcome))}
    assert sum(made.values()) == 1
    if chosen is None:
        prices = {slug: quote(service, slug) for slug in made}
        chosen = min(prices, key=prices.__getitem__)
    assert made[chosen] == 1


def quote(service, slug):
    """Return the price of a request at one provider."""
    return service.submit({**OF_BOTH, "prompt": slug, "provider": {"only": [slug]}}).quote


def test_without_fallbacks_the_job_fails_at_the_first(both):
    service, first, second = both()
    first.faults("refuse")
    [outcome] = service.make(marked(OF_BOTH, provider={"allow_fallbacks": False}))
    assert outcome.ending == "failed", outcome.body
    assert sent(first, outcome) == 1
    assert second.accepted == []


def test_without_fallbacks_other_accounts_of_the_provider_may_make_it(pair):
    service, first, second = pair()
    first.faults("429=60")
    [outcome] = service.make(marked(TEXT, provider={"allow_fallbacks": False}))
    check_moved(service, outcome, first, second)


def test_what_none_is_left_for_is_refused(both):
    service, first, second = both()
    outcome = service.submit(marked(OF_BOTH, provider={"only": ["xai"], "ignore": ["xai"]}))
    assert (outcome.status, outcome.metadata["field"]) == (400, "provider")
    assert first.accepted == second.accepted == []


@pytest.mark.parametrize("where", ["body", "header"])
def test_too_high_a_price_is_refused_before_anybody_is_asked(both, where):
    service, first, second = both()
    body = marked(OF_BOTH, provider={"max_price": 0.001} if where == "body" else {})
    headers = {"X-Max-Price": "0.001"} if where == "header" else {}
    outcome = service.submit(body, **headers)
    assert outcome.status == 402, outcome.body
    assert "0.001" in outcome.message
    assert not first.requests
    assert not second.requests


def test_a_job_does_not_move_to_a_provider_beyond_its_price(both):
    service, first, second = both(fallback_after_acceptance=["moderated"])
    first.faults("moderated")  # which is paid for, so that nothing is left
    price = service.submit(marked(OF_BOTH)).quote
    first.faults("moderated")
    [outcome] = service.make(marked(OF_BOTH), **{"X-Max-Price": f"{price:.6f}"})
    assert outcome.ending == "failed"
    assert accepted(second, outcome) == []


def test_no_more_jobs_than_an_account_takes_are_open_there(fakes, serve):
    (upstream, url), _ = fakes
    most, sizes = 2, []
    settings = at(url)
    settings["capabilities"] = {**settings["capabilities"], "concurrency": most}
    submit = upstream.submit

    async def counted(*given):
        job = await submit(*given)
        sizes.append(sum(each.open for each in upstream.accepted))
        return job

    upstream.submit = counted
    service = serve({"openrouter": settings})
    outcomes = service.make(*(marked(TEXT, "[fault:render=0.2]") for _ in range(7)))
    assert {outcome.ending for outcome in outcomes} == {"completed"}
    assert max(sizes) == most


def test_an_account_that_fails_again_and_again_is_left_alone_and_tried_again(
    fakes, serve, monkeypatch
):
    (upstream, url), _ = fakes
    monkeypatch.setattr(account_health, "FIRST_OUT", 3.0)
    service = serve({"openrouter": at(url, capabilities={**QUICK, "max_failures": 5})})
    for _ in range(5):
        [outcome] = service.make(marked(TEXT, "[fault:500-before]"))
        assert outcome.ending == "failed"
    waiting = service.submit(marked(TEXT))
    waiting = service.wait(waiting, lambda job: "delay_reason" in job["rushes"])
    assert "is not used for now" in waiting.extension["delay_reason"]
    assert sent(upstream, waiting) == 0
    assert service.end(waiting).ending == "completed"
    assert sent(upstream, waiting) == 1


def test_another_credential_is_not_tried_for_a_request_that_was_refused(fakes, serve):
    upstream, url = fakes[0]
    service = serve(
        {"openrouter": at(url, api_keys={"one": "sk-one-0123456", "two": "sk-two-01234"})}
    )
    [outcome] = service.make(marked(TEXT, "[fault:refuse*]"))
    assert outcome.ending == "failed"
    assert sent(upstream, outcome) == 1


def test_a_refusal_ends_a_row_of_failures(fakes, serve):
    _, url = fakes[0]
    service = serve({"openrouter": at(url, capabilities={**QUICK, "max_failures": 3})})
    for fault in ("500-before", "500-before", "refuse", "500-before", "500-before"):
        [outcome] = service.make(marked(TEXT, f"[fault:{fault}]"))
        assert outcome.ending == "failed"
    [outcome] = service.make(marked(TEXT))
    assert outcome.ending == "completed"

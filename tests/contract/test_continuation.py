"""A job that continues an earlier one goes to the account that has the earlier video."""

from __future__ import annotations

import httpx
import pytest

from tests.contract.live_service import account, charges, live_service, marked, running_fake
from tests.providers.cases import black_forest_labs

CASE = black_forest_labs.CASE
TEXT = CASE.requests["text"]
KEYS = {"one": "sk-one-0123456", "two": "sk-two-0123456"}


@pytest.fixture
def serve(tmp_path):
    """Give a function that serves the same jobs, each time by the accounts that it is given."""
    with running_fake("bfl") as (upstream, url):

        def start(**keys):
            providers = {CASE.slug: account(CASE, url, api_keys=keys)}
            return live_service(tmp_path, providers)

        yield upstream, start


def continuing(earlier, **fields):
    return marked(TEXT, previous_job_id=earlier.id, **fields)


def key_of(upstream, outcome):
    [charge] = charges(upstream, outcome)
    return charge.key


def test_the_account_of_the_earlier_job_continues_it_whatever_comes_first(serve):
    upstream, start = serve
    with start(**KEYS) as service:
        [earlier] = service.make(marked(TEXT, provider={"order": [f"{CASE.slug}/two"]}))
        assert key_of(upstream, earlier) == KEYS["two"]
        prefers = {"order": [f"{CASE.slug}/one"]}
        [later] = service.make(continuing(earlier, provider=prefers))
    assert later.ending == "completed", later.body
    assert key_of(upstream, later) == KEYS["two"]


def test_a_continued_job_goes_to_no_other_account(serve):
    upstream, start = serve
    with start(**KEYS) as service:
        [earlier] = service.make(marked(TEXT))
        upstream.faults("429=1")
        [later] = service.make(continuing(earlier))
    assert later.ending == "completed", later.body
    assert key_of(upstream, later) == key_of(upstream, earlier)


def test_a_job_of_a_removed_account_is_not_continued(serve):
    upstream, start = serve
    with start(**KEYS) as service:
        [earlier] = service.make(marked(TEXT))
    with start(two=KEYS["two"], three="sk-three-0123456") as service:
        [later] = service.make(continuing(earlier))
    assert (later.status, later.metadata["field"]) == (400, "previous_job_id")
    assert f"was made by {CASE.slug}/one, which is not configured any more" in later.message
    assert len(upstream.accepted) == 1


def test_a_deleted_or_failed_job_is_not_continued(serve):
    upstream, start = serve
    with start(**KEYS) as service:
        [earlier, failed] = service.make(marked(TEXT), marked(TEXT, "FAIL"))
        with httpx.Client(
            base_url=f"{service.url}/api/v1", headers={"Authorization": "Bearer any"}
        ) as client:
            client.delete(f"/videos/{earlier.id}").raise_for_status()
        made = len(upstream.accepted)
        for previous, reason in (
            (earlier, "was deleted, and cannot be continued"),
            (failed, "has not completed: it is failed"),
        ):
            [later] = service.make(continuing(previous))
            assert (later.status, later.metadata["field"]) == (400, "previous_job_id")
            assert reason in later.message
    assert len(upstream.accepted) == made


def test_an_account_that_is_configured_again_continues_its_jobs(serve):
    upstream, start = serve
    with start(**KEYS) as service:
        [earlier] = service.make(marked(TEXT))
    with start(three="sk-three-0123456", one=KEYS["one"]) as service:
        [later] = service.make(continuing(earlier))
    assert later.ending == "completed", later.body
    assert key_of(upstream, later) == KEYS["one"]

"""Jobs that end under a name that is not the contract's."""

from __future__ import annotations

from typing import Any

import pytest

from openrouter import Generation, errors
from rushes.sdk import _polling
from tests.fakes.stub_server import JOB_ID, StubServer, event_answer, job_answer
from tests.sdk.driver import Driver

QUICK = {"poll_interval": 0.01, "timeout": 30.0}
ENDINGS: list[tuple[str, str | None, type[errors.GenerationError] | None]] = [
    ("dead", "Upstream died", errors.GenerationFailedError),
    ("dead", None, errors.GenerationFailedError),
    ("Error", None, errors.GenerationFailedError),
    ("rejected", "Moderated", errors.GenerationFailedError),
    ("FAILED", None, errors.GenerationFailedError),
    ("canceled", None, errors.GenerationCancelledError),
    ("timed_out", None, errors.GenerationExpiredError),
    ("exploded", "It is in pieces", errors.GenerationFailedError),
    ("succeeded", None, None),
    ("content_filtered", None, errors.GenerationFailedError),
    ("JOB_STATE_FAILED", None, errors.GenerationFailedError),
    ("InternalError", None, errors.GenerationFailedError),
    ("cancelled-by-user", None, errors.GenerationCancelledError),
    ("queue timeout", None, errors.GenerationExpiredError),
    ("completed_with_warnings", None, None),
]


@pytest.mark.parametrize("operation", ["wait", "generate_and_wait", "batch"])
@pytest.mark.parametrize(("status", "reason", "ending"), ENDINGS)
def test_an_ending_of_another_name_ends_a_wait(
    driver: Driver,
    stub: StubServer,
    operation: str,
    status: str,
    reason: str | None,
    ending: type[errors.GenerationError] | None,
) -> None:
    end = job_answer(status=status, error=reason)
    if operation in {"generate_and_wait", "batch"}:
        stub.script(job_answer(202))
    stub.script(job_answer(status="in_progress"), end)

    def run() -> Any:
        client = driver.client()
        if operation == "wait":
            return driver.call(client, "wait", JOB_ID, **QUICK)
        if operation == "generate_and_wait":
            return driver.call(client, "generate_and_wait", model="m", **QUICK)
        [result] = driver.call(client, "batch_generate", [{"model": "m"}], **QUICK)
        if result.error:
            raise result.error
        return result.generation

    if ending is None:
        assert run().status == status
        return
    with pytest.raises(ending) as caught:
        run()
    assert type(caught.value) is ending
    assert (caught.value.job.status, caught.value.reason) == (status, reason)
    assert status in str(caught.value) or reason is not None


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        ("upscaling", None),
        ("queued", None),
        ("retrying", "Upstream was busy"),
        ("pending", "odd"),
        ("IN_PROGRESS", "Upstream was busy"),
        ("queued", "Upstream was busy"),
        ("failed_will_retry", "Upstream was busy"),
        ("not_completed", None),
        ("cancel_requested", None),
        ("partiallyCompleted", None),
    ],
)
def test_a_job_that_goes_on_is_waited_for(
    driver: Driver, stub: StubServer, status: str, reason: str | None
) -> None:
    stub.script(job_answer(status=status, error=reason), job_answer(status="completed"))
    assert driver.call(driver.client(), "wait", JOB_ID, **QUICK).succeeded


@pytest.mark.parametrize("status", [status for status, _, _ in ENDINGS])
def test_updates_end_with_it(driver: Driver, stub: StubServer, status: str) -> None:
    stub.script(job_answer(status="in_progress"), job_answer(status=status, error="why"))
    states = driver.iterate(driver.client(), "iter_updates", job_id=JOB_ID, **QUICK)
    assert [state.status for state in states] == ["in_progress", status]


def test_events_end_with_it(driver: Driver, stub: StubServer) -> None:
    stub.script(event_answer({"status": "in_progress"}, {"status": "dead", "error": "Gone"}))
    states = driver.iterate(driver.client(), "events", job_id=JOB_ID)
    assert [state.status for state in states] == ["in_progress", "dead"]
    assert states[-1].error == "Gone"


@pytest.mark.parametrize(("status", "reason", "ending"), ENDINGS)
def test_a_job_knows_that_it_has_ended(
    status: str, reason: str | None, ending: type[errors.GenerationError] | None
) -> None:
    job = Generation.model_validate(
        {"id": "a", "polling_url": "/a", "status": status, "error": reason}
    )
    assert (job.done, job.succeeded) == (True, ending is None)


def test_urls_complete_a_job_of_unknown_status(driver: Driver, stub: StubServer) -> None:
    urls = ["https://example.com/a.mp4"]
    stub.script(
        job_answer(status="uploading", unsigned_urls=urls),
        job_answer(status="delivered", unsigned_urls=urls),
    )
    assert driver.call(driver.client(), "wait", JOB_ID, **QUICK).status == "delivered"


def test_the_contract_names_each_ending() -> None:
    assert set(_polling._UNSUCCESSFUL) == {"failed", "cancelled", "expired"}

"""What Rushes' service offers beyond the contract: list, cancel, delete, quote."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import islice
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from openrouter import OpenRouter, components, errors
from tests.fakes.stub_server import (
    JOB_ID,
    StubServer,
    error_answer,
    job_answer,
    json_answer,
    rushes_answer,
)
from tests.sdk.driver import KEY, Driver

SOON = {"retry_after_ms": "1"}


def row(number: int, **fields: Any) -> dict[str, Any]:
    return {"id": f"job-{number}", "polling_url": "/p", "status": "completed", **fields}


def page_of(*numbers: int, cursor: str | None = None) -> Any:
    more = {} if cursor is None else {"next_cursor": cursor}
    rows = [row(number) for number in numbers]
    return rushes_answer({"data": rows, "has_more": cursor is not None, **more})


def query(path: str) -> dict[str, list[str]]:
    return parse_qs(urlsplit(path).query)


def test_all_pages_are_listed(driver: Driver, stub: StubServer) -> None:
    stub.script(page_of(1, 2, cursor="c/1"), page_of(cursor="c 2"), page_of(3))
    jobs = driver.iterate(driver.client(), "list")
    assert [job.id for job in jobs] == ["job-1", "job-2", "job-3"]
    assert all(isinstance(job, components.VideoGenerationResponse) for job in jobs)
    assert [query(r.path).get("cursor") for r in stub.received] == [None, ["c/1"], ["c 2"]]
    assert stub.received[0].path == "/api/v1/videos?limit=100"
    assert stub.received[0].header("authorization") == [f"Bearer {KEY}"]


def test_a_limit_counts_over_all_pages(driver: Driver, stub: StubServer) -> None:
    stub.script(page_of(*range(100), cursor="c"), page_of(*range(100, 105), cursor="d"))
    jobs = driver.iterate(driver.client(), "list", limit=103)
    assert [job.id for job in jobs] == [f"job-{n}" for n in range(103)]
    assert [query(r.path)["limit"] for r in stub.received] == [["100"], ["3"]]
    assert driver.iterate(driver.client(), "list", limit=0) == []
    assert len(stub.received) == 2


def test_a_page_is_fetched_when_it_is_needed(stub: StubServer) -> None:
    stub.script(page_of(1, 2, cursor="c"))
    with OpenRouter("k", server_url=stub.url) as client:
        jobs = client.video_generation.list()
        assert stub.received == []
        assert [job.id for job in islice(jobs, 2)] == ["job-1", "job-2"]
    assert len(stub.received) == 1


def test_filters_are_written_as_the_service_reads_them(driver: Driver, stub: StubServer) -> None:
    stub.script(page_of(), page_of())
    moment = datetime(2026, 11, 24, 12, tzinfo=UTC)
    given = {
        "status": ("failed", "expired"),
        "model": "acme/river 1",
        "created_after": moment,
        "created_before": 1_800_000_000.5,
        "session_id": "s",
        "user": "u&v",
        "idempotency_key": "order-17",
    }
    driver.iterate(driver.client(), "list", **given)
    driver.iterate(driver.client(), "list", status="failed")
    assert query(stub.received[0].path) == {
        "limit": ["100"],
        "status": ["failed,expired"],
        "model": ["acme/river 1"],
        "created_after": [str(int(moment.timestamp()))],
        "created_before": ["1800000000"],
        "session_id": ["s"],
        "user": ["u&v"],
        "idempotency_key": ["order-17"],
    }
    assert query(stub.received[1].path)["status"] == ["failed"]


def test_one_page_can_be_asked_for(driver: Driver, stub: StubServer) -> None:
    stub.script(page_of(1, 2, cursor="c"), page_of(3))
    client = driver.client()
    first = driver.call(client, "list_page", limit=2, user="u")
    assert (len(first.data), first.has_more, first.next_cursor) == (2, True, "c")
    last = driver.call(client, "list_page", cursor=first.next_cursor)
    assert (last.data[0].id, last.has_more, last.next_cursor) == ("job-3", False, None)
    assert query(stub.received[0].path) == {"limit": ["2"], "user": ["u"]}
    assert query(stub.received[1].path) == {"cursor": ["c"]}


@pytest.mark.parametrize("limit", [0, 101, -1])
def test_a_page_has_its_bounds(driver: Driver, stub: StubServer, limit: int) -> None:
    with pytest.raises(ValueError, match="1 to 100"):
        driver.call(driver.client(), "list_page", limit=limit)
    assert stub.received == []


def test_a_job_is_cancelled(driver: Driver, stub: StubServer) -> None:
    stub.script(
        error_answer(502, **SOON),
        rushes_answer(row(1, status="pending", rushes={"cancellation": "requested"})),
    )
    job = driver.call(driver.client(), "cancel", job_id="a/b")
    assert job.model_extra["rushes"]["cancellation"] == "requested"
    assert [(r.method, r.path) for r in stub.received] == [
        ("POST", "/api/v1/videos/a%2Fb/cancel")
    ] * 2
    assert stub.received[0].body == b""


def test_it_may_be_too_late(driver: Driver, stub: StubServer) -> None:
    stub.script(rushes_answer({"error": {"code": 409, "message": "The job is completed"}}, 409))
    with pytest.raises(errors.ConflictResponseError, match="is completed"):
        driver.call(driver.client(), "cancel", job_id=JOB_ID)


def test_a_job_is_deleted(driver: Driver, stub: StubServer) -> None:
    job = components.VideoGenerationResponse(id=JOB_ID, polling_url="", status="completed")
    stub.script(rushes_answer({"id": JOB_ID, "deleted": True}))
    gone = driver.call(driver.client(), "delete", job_id=job)
    assert (gone.id, gone.deleted) == (JOB_ID, True)
    [request] = stub.received
    assert (request.method, request.path) == ("DELETE", f"/api/v1/videos/{JOB_ID}")


def unknown() -> Any:
    return rushes_answer({"error": {"code": 404, "message": "Job a is unknown"}}, 404)


def test_a_deletion_whose_answer_was_lost_has_happened(driver: Driver, stub: StubServer) -> None:
    stub.script(error_answer(502, **SOON), unknown(), unknown())
    gone = driver.call(driver.client(), "delete", job_id="a")
    assert (gone.id, gone.deleted) == ("a", True)
    with pytest.raises(errors.NotFoundResponseError, match="unknown"):
        driver.call(driver.client(), "delete", job_id="a")


def test_a_quote_takes_what_a_submission_takes(driver: Driver, stub: StubServer) -> None:
    answer = {
        "model": "acme/river-1",
        "cost": 0.36,
        "currency": "USD",
        "size": "1280x720",
        "duration": 4,
        "audio": False,
        "provider": "acme",
    }
    stub.script(rushes_answer(answer), rushes_answer({"model": "m", "currency": "USD"}))
    order = {
        "model": "acme/river-1",
        "prompt": "Fog",
        "duration": 4,
        "idempotency_key": "order-17",
        "http_headers": {"x-team": "blue"},
    }
    found = driver.call(driver.client(), "quote", **order)
    assert isinstance(found, components.Quote)
    assert found.model_dump() == answer
    [request] = stub.received
    assert (request.method, request.path) == ("POST", "/api/v1/videos/quote")
    assert request.json == {"model": "acme/river-1", "prompt": "Fog", "duration": 4}
    assert request.header("x-team") == ["blue"]
    assert driver.call(driver.client(), "quote", model="m").cost is None


@pytest.mark.parametrize("arguments", [{}, {"model": "m", "promt": "Fog"}])
def test_a_quote_knows_its_arguments(
    driver: Driver, stub: StubServer, arguments: dict[str, Any]
) -> None:
    with pytest.raises(TypeError, match=r"model|promt"):
        driver.call(driver.client(), "quote", **arguments)
    assert stub.received == []


OPERATIONS: dict[str, dict[str, Any]] = {
    "list": {},
    "list_page": {},
    "cancel": {"job_id": "a"},
    "delete": {"job_id": "a"},
    "events": {"job_id": "a"},
    "quote": {"model": "m"},
}


@pytest.mark.parametrize("status", [404, 405])
@pytest.mark.parametrize("operation", OPERATIONS)
def test_a_server_without_them(
    driver: Driver, stub: StubServer, operation: str, status: int
) -> None:
    stub.script(error_answer(status))
    use = driver.iterate if operation in {"list", "events"} else driver.call
    with pytest.raises(errors.NotSupportedByServerError, match="addition of Rushes") as caught:
        use(driver.client(), operation, **OPERATIONS[operation])
    error = caught.value
    assert isinstance(error, errors.OpenRouterError)
    assert error.operation in operation
    assert error.status_code == status
    assert isinstance(error.__cause__, errors.OpenRouterError)
    assert len(stub.received) == 1


@pytest.mark.parametrize("operation", ["cancel", "delete", "events"])
def test_a_job_that_is_unknown_is_another_thing(
    driver: Driver, stub: StubServer, operation: str
) -> None:
    stub.script(unknown())
    use = driver.iterate if operation == "events" else driver.call
    with pytest.raises(errors.NotFoundResponseError, match="unknown"):
        use(driver.client(), operation, job_id="a")


def test_the_present_state_after_a_cancellation_is_a_job(driver: Driver, stub: StubServer) -> None:
    stub.script(job_answer(status="cancelled"), json_answer([]))
    assert driver.call(driver.client(), "cancel", job_id=JOB_ID).status == "cancelled"
    with pytest.raises(errors.ResponseValidationError):
        driver.call(driver.client(), "list_page")

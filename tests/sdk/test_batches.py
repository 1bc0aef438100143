"""Many orders at once: bounded, within a budget, each with an outcome of its own."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from openrouter import BatchResult, Generation, OpenRouter, errors
from tests.fakes.job_service import JobService
from tests.fakes.stub_server import (
    JOB_ID,
    StubServer,
    error_answer,
    job_answer,
    rushes_answer,
)
from tests.sdk.driver import Driver


@pytest.fixture
def service() -> Iterator[JobService]:
    with JobService() as running:
        yield running


@pytest.fixture(params=["sync", "async"])
def driver(request: pytest.FixtureRequest, service: JobService) -> Iterator[Driver]:
    driver = Driver(request.param, service.url)
    yield driver
    driver.finish()


def order(prompt: str, **more: Any) -> dict[str, Any]:
    return {"model": "google/veo-3.1", "prompt": prompt, "duration": 4, **more}


def test_outcomes_are_in_the_order_of_the_orders(driver: Driver, service: JobService) -> None:
    prompts = [f"Fog {number}" for number in range(20)]
    told: list[BatchResult] = []
    outcomes = driver.call(
        driver.client(),
        "batch_generate",
        (order(prompt) for prompt in prompts),
        concurrency=4,
        on_outcome=told.append,
    )
    assert [o.arguments["prompt"] for o in outcomes] == prompts
    assert all(o.succeeded and isinstance(o.generation, Generation) for o in outcomes)
    assert {o.generation.id for o in outcomes} == set(service.jobs)
    assert all(o.job_id == o.generation.id for o in outcomes)
    assert sorted(map(id, told)) == sorted(map(id, outcomes))


def test_one_mistake_does_not_disturb_the_others(driver: Driver, service: JobService) -> None:
    outcomes = driver.call(
        driver.client(),
        "batch_generate",
        [order("a"), order("b", duration=5, validate=True), order("c", first_frame="no.png")],
    )
    assert [o.succeeded for o in outcomes] == [True, False, False]
    assert isinstance(outcomes[1].error, errors.UnsupportedRequestError)
    assert isinstance(outcomes[2].error, FileNotFoundError)
    assert len(service.bodies) == 1


def test_a_job_that_was_not_seen_to_end_is_named(driver: Driver, service: JobService) -> None:
    service.finishing = False
    [outcome] = driver.call(driver.client(), "batch_generate", [order("a")], timeout=0)
    assert isinstance(outcome.error, errors.WaitTimeoutError)
    assert outcome.job_id == "gen-vid-1"


def test_a_job_whose_poll_is_refused_is_named(driver: Driver, stub: StubServer) -> None:
    stub.script(job_answer(202), error_answer(404))
    client = driver.client(server_url=stub.url)
    [outcome] = driver.call(client, "batch_generate", [order("a")])
    assert isinstance(outcome.error, errors.NotFoundResponseError)
    assert (outcome.generation, outcome.job_id) == (None, JOB_ID)


def test_a_job_of_which_only_the_id_was_told_is_named_and_paid(
    driver: Driver, stub: StubServer
) -> None:
    stub.script(
        rushes_answer({"data": []}),
        rushes_answer({"model": "m", "cost": 0.4}),
        rushes_answer({"id": JOB_ID}, 202),
        error_answer(404),
        rushes_answer({"model": "m", "cost": 0.4}),
    )
    client = driver.client(server_url=stub.url)
    outcomes = driver.call(
        client, "batch_generate", [order("a"), order("b")], concurrency=1, budget=0.5
    )
    assert outcomes[0].job_id == JOB_ID
    # It may be charged, so nothing is left for the second.
    assert isinstance(outcomes[1].error, errors.CostLimitError)
    assert outcomes[1].job_id is None


def test_a_misspelt_argument_is_raised(driver: Driver, service: JobService) -> None:
    with pytest.raises(TypeError, match="promt"):
        driver.call(driver.client(), "batch_generate", [{"model": "m", "promt": "a"}])
    assert service.bodies == []


@pytest.mark.parametrize("wrong", [{"concurrency": 0}, {"budget": -1}, {"budget": float("nan")}])
def test_bounds(driver: Driver, wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="must"):
        driver.call(driver.client(), "batch_generate", [order("a")], **wrong)


def test_a_budget_is_kept(driver: Driver, service: JobService) -> None:
    """The service quotes 0.40 for each, and says that each has cost as much."""
    orders = [order(str(number)) for number in range(5)]
    outcomes = driver.call(driver.client(), "batch_generate", orders, concurrency=1, budget=1.2)
    assert [o.succeeded for o in outcomes] == [True, True, True, False, False]
    assert isinstance(outcomes[3].error, errors.CostLimitError)
    assert len(service.bodies) == 3


def test_what_is_under_way_counts_at_its_price(driver: Driver, service: JobService) -> None:
    outcomes = driver.call(
        driver.client(), "batch_generate", [order(str(n)) for n in range(9)], budget=0.9
    )
    assert sum(o.succeeded for o in outcomes) == 2
    assert len(service.bodies) == 2


def test_an_order_that_made_no_job_gives_its_share_back(
    driver: Driver, service: JobService
) -> None:
    refused = order("a", idempotency_key="x" * 300)  # found out after its price was set aside
    outcomes = driver.call(
        driver.client(), "batch_generate", [refused, order("b")], concurrency=1, budget=0.5
    )
    assert [o.succeeded for o in outcomes] == [False, True]


def test_a_file_is_read_once(driver: Driver, service: JobService, tmp_path: Any) -> None:
    png = b"\x89PNG\r\n\x1a\n" + bytes(20)
    (tmp_path / "a.png").write_bytes(png)
    with (tmp_path / "a.png").open("rb") as file:
        [outcome] = driver.call(
            driver.client(), "batch_generate", [order("a", first_frame=file)], budget=9
        )
    assert outcome.succeeded
    [frame] = service.bodies[0]["frame_images"]
    assert frame["image_url"]["url"].startswith("data:image/png;base64,")


def test_an_error_of_the_program_ends_the_batch(driver: Driver, service: JobService) -> None:
    class OwnError(Exception):
        pass

    def fail(outcome: BatchResult) -> None:
        raise OwnError

    orders = (order(str(number)) for number in range(1000))
    with pytest.raises(OwnError) as caught:
        driver.call(driver.client(), "batch_generate", orders, concurrency=2, on_outcome=fail)
    assert len(service.bodies) <= 4
    assert len(getattr(caught.value, "__notes__", [])) <= 1


async def test_a_cancelled_batch_tells_which_jobs_go_on(service: JobService) -> None:
    service.finishing = False
    async with OpenRouter("key", server_url=service.url) as client:
        batch = asyncio.create_task(
            client.video_generation.batch_generate_async([order("a"), order("b")], timeout=None)
        )
        await asyncio.to_thread(service.wait_for, 3)  # two submits and a poll
        batch.cancel()
        with pytest.raises(asyncio.CancelledError) as caught:
            await batch
    assert "gen-vid-" in "".join(caught.value.__notes__)


def test_a_lost_connection_is_an_outcome(driver: Driver) -> None:
    client = driver.client(server_url="http://127.0.0.1:9/api/v1")
    [outcome] = driver.call(client, "batch_generate", [order("a", retries=None)])
    assert isinstance(outcome.error, httpx.ConnectError)


def test_a_batch_under_trio(service: JobService) -> None:
    async def whole() -> list[BatchResult]:
        async with OpenRouter("key", server_url=service.url) as client:
            return await client.video_generation.batch_generate_async(
                [order(str(number)) for number in range(5)], concurrency=2, budget=9
            )

    trio = pytest.importorskip("trio")
    assert all(outcome.succeeded for outcome in trio.run(whole))

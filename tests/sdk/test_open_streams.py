"""Videos that are opened and not read: what happens to their connections."""

from __future__ import annotations

import gc

import httpx
import pytest

from openrouter import OpenRouter, errors
from tests.fakes.stub_server import JOB_ID, StubServer, job_answer, video_answer
from tests.sdk.driver import KEY, Driver

BODY = b"v" * 1_000_000
ONE = {"limits": httpx.Limits(max_connections=1), "timeout": httpx.Timeout(5, pool=0.2)}


def drop(driver: Driver, client: OpenRouter) -> None:
    """Open a video and forget it."""
    response = driver.call(client, "get_video_content", job_id="a")
    assert response.status_code == 200
    del response
    gc.collect()


def test_a_dropped_video_gives_its_connection_back(driver: Driver, stub: StubServer) -> None:
    given = driver.http_client(**ONE)
    client = driver.client(**given, server_url=f"{stub.url}?token=5ec4e7")
    for _ in range(3):
        stub.script(video_answer(BODY), job_answer())
        with pytest.warns(ResourceWarning, match="neither read") as warned:
            drop(driver, client)
        [warning] = warned
        assert str(warning.message).startswith(f"The response to GET {stub.url}/videos/a/content ")
        assert "5ec4e7" not in str(warning.message)
        # Another call finds the only connection free.
        assert driver.call(client, "get_generation", job_id="a", retries=None).id == JOB_ID
    for http_client in given.values():
        driver.close(http_client)


def test_what_waits_for_the_collector_is_looked_for(driver: Driver, stub: StubServer) -> None:
    given = driver.http_client(**ONE)
    client = driver.client(**given)
    stub.script(video_answer(BODY), job_answer())
    gc.disable()
    try:
        response = driver.call(client, "get_video_content", job_id="a")
        del response
        with pytest.warns(ResourceWarning, match="neither read"):
            job = driver.call(client, "get_generation", job_id="a")
    finally:
        gc.enable()
    assert job.id == JOB_ID
    for http_client in given.values():
        driver.close(http_client)


@pytest.mark.parametrize("end", ["read", "close", "measure", "leave"])
def test_what_is_ended_is_not_warned_of(driver: Driver, stub: StubServer, end: str) -> None:
    client = driver.client()
    stub.script(video_answer(BODY))
    response = driver.call(client, "get_video_content", job_id="a")
    if end == "leave":
        driver.close(client)
    else:
        getattr(driver, end)(response)
    del response
    gc.collect()  # a warning would be an error here


def test_a_reader_who_leaves_early_gives_it_back(stub: StubServer) -> None:
    stub.script(video_answer(BODY), job_answer())
    with (
        httpx.Client(**ONE) as http_client,
        OpenRouter(KEY, server_url=stub.url, client=http_client) as client,
    ):
        response = client.video_generation.get_video_content(job_id="a")
        for _ in response.iter_bytes():
            break
        assert client.video_generation.get_generation(job_id="a", retries=None).id == JOB_ID


def test_what_is_open_is_counted_where_nothing_is_free(driver: Driver, stub: StubServer) -> None:
    given = driver.http_client(**ONE)
    client = driver.client(**given)
    stub.script(video_answer(BODY))
    response = driver.call(client, "get_video_content", job_id="a")
    with pytest.raises(httpx.PoolTimeout) as caught:
        driver.call(client.with_options(), "get_generation", job_id="a", retries=None)
    assert isinstance(caught.value, errors.APIConnectionError)
    [note] = caught.value.__notes__
    assert "1 of them by videos that are open" in note
    driver.close(response)
    for http_client in given.values():
        driver.close(http_client)


def test_a_video_outlives_the_name_of_its_client(stub: StubServer) -> None:
    stub.script(video_answer(BODY))
    response = OpenRouter(KEY, server_url=stub.url).video_generation.get_video_content(job_id="a")
    gc.collect()
    assert len(response.read()) == len(BODY)
    del response
    gc.collect()

"""How many jobs a request makes: one, however often it is asked, and two when two were meant."""

from __future__ import annotations

import asyncio
import json
import socket
import time
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

import httpx
import pytest

from tests.http.conftest import REQUEST, client_of, error_of, wait

BODY = json.dumps(REQUEST).encode()


def ask(client, key=None, **changes):
    headers = {} if key is None else {"Idempotency-Key": key}
    return client.post("/videos", json={**REQUEST, **changes}, headers=headers)


def job_of(response):
    assert response.status_code == 202, response.text
    return response.json()["id"]


def is_replay(response):
    return response.headers.get("idempotent-replayed") == "true"


def connect(service, key="any"):
    """Send a whole submit and leave the answer unread."""
    address = urlsplit(service.url)
    peer = socket.create_connection((address.hostname, address.port))
    head = f"POST /api/v1/videos HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {key}\r\n"
    peer.sendall(f"{head}Content-Length: {len(BODY)}\r\n\r\n".encode() + BODY)
    return peer


def leave(peer, service):
    """Hang up, and see to it that the service has noticed: it answers who came later."""
    peer.close()
    assert httpx.get(f"{service.url}/health").status_code == 200


def jobs(service):
    with client_of(service) as client:
        return {job["id"] for job in client.get("/videos").json()["data"]}


def lost_answers(service):
    def count():
        table = service.context.store.jobs
        return [asyncio.run(table.get(job_id)).answer for job_id in jobs(service)].count("lost")

    deadline = time.monotonic() + 60
    while not (found := count()):
        assert time.monotonic() < deadline
        time.sleep(0.01)
    return found


def test_the_same_key_and_body_is_the_same_job(own):
    with client_of(own) as client:
        first, again = ask(client, "k-1"), ask(client, "k-1")
        assert job_of(again) == job_of(first)
        assert (is_replay(first), is_replay(again)) == (False, True)
        assert set(again.json()) == {"id", "polling_url", "status"}
        assert job_of(ask(client, "k-2")) != job_of(first)
        assert wait(client, job_of(first))["status"] == "completed"
        finished = ask(client, "k-1")
        assert (job_of(finished), is_replay(finished)) == (job_of(first), True)
    assert len(own.provider.requests) == 2


def test_a_body_written_otherwise_is_the_same_body(own):
    with client_of(own) as client:
        first = ask(client, "k")
        text = json.dumps(REQUEST, indent=3, sort_keys=True)
        again = client.post("/videos", content=text, headers={"Idempotency-Key": "k"})
        assert job_of(again) == job_of(first)


def test_the_same_key_with_another_body_is_a_409(own):
    with client_of(own) as client:
        first = ask(client, "k")
        assert "Idempotency-Key" in error_of(ask(client, "k", seed=12), 409)["message"]
        assert job_of(ask(client, "k")) == job_of(first)


def test_a_key_belongs_to_the_api_key_it_came_with(own):
    with client_of(own, "one") as one, client_of(own, "other") as other:
        assert job_of(ask(one, "k")) != job_of(ask(other, "k"))


@pytest.mark.parametrize("key", ["", "x" * 256, "k\xe4y", "a\tb"])
def test_an_idempotency_key_that_is_none_is_a_400_that_names_the_header(own, key):
    headers = {b"Idempotency-Key": key.encode("latin-1")}
    with client_of(own) as client:
        error = error_of(client.post("/videos", json=REQUEST, headers=headers), 400)
    assert "Idempotency-Key" in error["message"]
    assert jobs(own) == set()


def test_a_key_of_255_characters_is_taken(own):
    with client_of(own) as client:
        key = "~" * 255
        assert job_of(ask(client, key)) == job_of(ask(client, key))


def test_concurrent_duplicates_are_one_job(own):
    async def all_at_once():
        headers = {"Authorization": "Bearer any", "Idempotency-Key": "duplicates"}
        async with httpx.AsyncClient(base_url=own.api, headers=headers) as client:
            return await asyncio.gather(*(client.post("/videos", json=REQUEST) for _ in range(8)))

    answers = asyncio.run(all_at_once())
    assert len({job_of(answer) for answer in answers}) == 1
    assert [is_replay(answer) for answer in answers].count(False) == 1
    assert len(jobs(own)) == 1


def test_delivered_answers_are_jobs_of_their_own_however_quickly_they_follow(own):
    with client_of(own) as client:
        answers = [ask(client) for _ in range(30)]
    assert len({job_of(answer) for answer in answers}) == 30
    assert not any(is_replay(answer) for answer in answers)


def test_a_retry_takes_up_the_job_whose_answer_was_lost_once(own, held):
    peer = connect(own)
    held.wait()
    leave(peer, own)
    held.release()
    assert lost_answers(own) == 1
    (first,) = jobs(own)
    with client_of(own) as client:
        again, another = ask(client), ask(client)
    assert (job_of(again), is_replay(again)) == (first, True)
    assert (job_of(another), is_replay(another)) == (jobs(own).difference({first}).pop(), False)


def test_a_retry_takes_up_the_job_while_its_first_request_is_still_at_work(own, held):
    peer = connect(own)
    held.wait()
    leave(peer, own)
    (first,) = jobs(own)
    with ThreadPoolExecutor(1) as threads, client_of(own) as client:
        asked = threads.submit(ask, client)
        held.release()
        again = asked.result()
    assert (job_of(again), is_replay(again)) == (first, True)
    assert jobs(own) == {first}


def test_two_lost_answers_are_two_jobs_to_take_up(own, held):
    peers = [connect(own), connect(own)]
    for _ in peers:
        held.wait()
    for peer in peers:
        leave(peer, own)
    made = jobs(own)
    assert len(made) == 2
    held.release()
    with client_of(own) as client:
        assert {job_of(ask(client)), job_of(ask(client))} == made
        assert job_of(ask(client)) not in made


def test_a_lost_answer_is_no_other_keys(own, held):
    peer = connect(own, "one")
    held.wait()
    leave(peer, own)
    held.release()
    assert lost_answers(own) == 1
    (first,) = jobs(own)
    with client_of(own, "other") as other, client_of(own, "one") as one:
        assert job_of(ask(other)) != first
        assert job_of(ask(one, seed=12)) != first
        assert job_of(ask(one)) == first


def test_identical_requests_at_the_same_time_are_jobs_of_their_own(own, held):
    with ThreadPoolExecutor(2) as threads, client_of(own) as client:
        asked = [threads.submit(ask, client) for _ in range(2)]
        for _ in asked:
            held.wait()
        held.release()
        answers = [future.result() for future in asked]
    assert len({job_of(answer) for answer in answers}) == 2
    assert not any(is_replay(answer) for answer in answers)


def test_the_session_of_the_header_counts_unless_the_body_has_one(own):
    with client_of(own) as client:
        headers = {"X-Session-Id": "reel-1"}
        first = client.post("/videos", json=REQUEST, headers=headers)
        second = client.post("/videos", json={**REQUEST, "session_id": "reel-2"}, headers=headers)
        shown = [client.get(f"/videos/{job_of(answer)}").json() for answer in (first, second)]
        assert [job["rushes"]["session_id"] for job in shown] == ["reel-1", "reel-2"]
        long = client.post("/videos", json=REQUEST, headers={"X-Session-Id": "x" * 257})
        assert "X-Session-Id" in error_of(long, 400)["message"]

"""What all fakes share, seen through the smallest possible vendor."""

from __future__ import annotations

import contextlib
import io
import socket
from typing import ClassVar

import av
import httpx
import pytest
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from tests.upstreams.base import Job, Limits, Refusal, Upstream
from tests.upstreams.callbacks import Callback, message_of
from tests.upstreams.clients import client_of
from tests.upstreams.registry import FAKES, fake
from tests.upstreams.serving import running
from tests.upstreams.shapes import SHAPES
from tests.upstreams.videos import rendered


class Plain(Upstream):
    name, base_path = "plain", "/v1"
    errors: ClassVar = {"moderated": (422, "unsafe")}
    faults_of_jobs = frozenset({"odd"})
    idempotency_header = "Idempotency-Key"

    def routes(self) -> list[BaseRoute]:
        return [
            Route("/v1/jobs", self.create, methods=["POST"]),
            Route("/v1/jobs/{id}", self.poll),
            Route("/v1/jobs/{id}", self.remove, methods=["DELETE"]),
        ]

    def failure(self, refusal: Refusal) -> Response:
        return JSONResponse({"code": refusal.code, "why": refusal.message}, refusal.status)

    async def create(self, request: Request) -> Response:
        body = await request.json()
        job = Job(self.new_id("j-"), body["prompt"], "plain-1", price=0.5, seconds=1, body=body)
        when = body.get("when", "end")
        callback = Callback(body.get("callback", ""), lambda job: message_of(self.show(job)), when)
        job = await self.submit(request, job, callback)
        return JSONResponse(self.show(job))

    async def poll(self, request: Request) -> Response:
        job = await self.look(request, request.path_params["id"])
        url = self.file_url(request, job) if job.state == "completed" else None
        return JSONResponse(self.show(job) | {"url": url, "odd": job.has("odd") is not None})

    async def remove(self, request: Request) -> Response:
        job = self.find(request, request.path_params["id"])
        if not job.cancel():
            raise Refusal("conflict", f"The job is {job.state}")
        return Response(status_code=204)

    def show(self, job: Job) -> dict[str, object]:
        return {"id": job.id, "state": job.word(job.state)}


@pytest.fixture
def api():
    """Give a function that serves a fake and returns it and a client with a key."""
    with contextlib.ExitStack() as stack:

        def start(upstream=None, key="k"):
            upstream = upstream or Plain(render=0)
            client = client_of(upstream, Authorization=f"Bearer {key}")
            return upstream, stack.enter_context(client)

        yield start


def submit(client, prompt="waves", **more):
    return client.post("/jobs", json={"prompt": prompt, **more})


def ended(client, id_):
    while True:
        shown = client.get(f"/jobs/{id_}").json()
        if shown["state"] not in {"queued", "running"}:
            return shown


def test_a_job_passes_through_its_states_and_is_charged_once(api):
    upstream, client = api(Plain(render=30))
    id_ = submit(client).json()["id"]
    job = upstream.jobs[id_]
    assert client.get(f"/jobs/{id_}").json()["state"] == "queued"
    job.began -= 20
    assert client.get(f"/jobs/{id_}").json()["state"] == "running"
    assert upstream.charged == 0
    job.began -= 20
    shown = client.get(f"/jobs/{id_}").json()
    assert shown["state"] == "completed"
    assert (upstream.charged, job.progress, job.polls) == (0.5, 100, 3)
    with av.open(io.BytesIO(httpx.get(shown["url"], trust_env=False).content)) as video:
        stream = video.streams.video[0]
        assert (stream.width, stream.height, stream.frames) == (160, 90, 4)


@pytest.mark.parametrize(
    ("prompt", "state"),
    [("a FAIL", "failed"), ("[fault:moderated]", "failed"), ("[fault:lapsed]", "expired")],
)
def test_jobs_that_end_badly_are_not_charged(api, prompt, state):
    upstream, client = api()
    assert ended(client, submit(client, prompt).json()["id"])["state"] == state
    assert upstream.charges == []


def test_a_job_is_cancelled_unless_it_has_ended(api):
    upstream, client = api(Plain(render=30))
    id_ = submit(client).json()["id"]
    assert client.delete(f"/jobs/{id_}").status_code == 204
    assert ended(client, id_)["state"] == "cancelled"
    refused = client.delete(f"/jobs/{id_}").json()
    assert refused == {"code": "conflict", "why": "The job is cancelled"}
    assert upstream.charged == 0


@pytest.mark.parametrize(
    ("script", "status", "jobs"),
    [
        ("refuse", 422, 0),
        ("429=7", 429, 0),
        ("500-before", 500, 0),
        ("500-after", 500, 1),
        ("slow-before=0.01", 200, 1),
    ],
)
def test_faults_of_a_request_are_answers_in_the_vendors_envelope(api, script, status, jobs):
    upstream, client = api()
    answer = submit(client, f"[fault:{script}]")
    assert answer.status_code == status
    assert answer.headers.get("Retry-After") == ("7" if status == 429 else None)
    assert status == 200 or answer.json()["code"]
    assert len(upstream.accepted) == jobs
    assert submit(client, f"[fault:{script}]").status_code == 200  # once


@pytest.mark.parametrize(("script", "jobs"), [("reset-before", 0), ("reset-after-accept", 1)])
def test_a_connection_is_reset(api, script, jobs):
    upstream, client = api()
    with pytest.raises(httpx.ReadError):
        submit(client, f"[fault:{script}]")
    assert len(upstream.accepted) == jobs


def test_a_request_is_accepted_and_never_answered(api):
    upstream, client = api()
    with pytest.raises(httpx.ReadTimeout):
        client.post("/jobs", json={"prompt": "[fault:silent]"}, timeout=0.2)
    assert len(upstream.accepted) == 1


def test_garbage_and_answers_without_an_id(api):
    _, client = api()
    assert submit(client, "[fault:garbage]").text.startswith("<html>")
    assert submit(client, "[fault:no-id]").json() == {}
    first = submit(client).json()["id"]
    assert submit(client, "[fault:duplicate-id]").json()["id"] != first  # it is the very first one


def test_faults_of_polls(api):
    _, client = api()
    script = "[fault:poll-500,poll-429=3,poll-reset,poll-garbage]"
    path = "/jobs/" + submit(client, script).json()["id"]
    assert client.get(path).status_code == 500
    busy = client.get(path)
    assert (busy.status_code, busy.headers["Retry-After"]) == (429, "3")
    with pytest.raises(httpx.ReadError):
        client.get(path)
    assert client.get(path).text.startswith("<html>")
    assert client.get(path).json()["state"] == "completed"
    lost = "/jobs/" + submit(client, "[fault:lost*]").json()["id"]
    assert [client.get(lost).status_code for _ in range(2)] == [404, 404]


def test_states_that_no_vendor_documents(api):
    upstream, client = api()
    path = "/jobs/" + submit(client, "[fault:odd-state,odd-state=Molten*2]").json()["id"]
    shown = [client.get(path).json()["state"] for _ in range(4)]
    assert shown == ["Hibernated", "Molten", "Molten", "completed"]
    endless = submit(client, "[fault:odd-state*]").json()["id"]
    for _ in range(3):
        assert client.get(f"/jobs/{endless}").json()["state"] == "Hibernated"
    assert upstream.jobs[endless].open
    assert client.delete(f"/jobs/{endless}").status_code == 204
    assert client.get(f"/jobs/{endless}").json()["state"] == "cancelled"


@pytest.mark.parametrize("shape", SHAPES)
def test_answers_of_other_shapes(api, shape):
    _, client = api()
    made = submit(client, f"[fault:odd-poll={shape}]").json()
    path = f"/jobs/{made['id']}"
    odd, usual = client.get(path), client.get(path)
    assert int(odd.headers["Content-Length"]) == len(odd.content)
    assert odd.status_code == usual.status_code == 200
    assert usual.json()["id"] == made["id"]
    shown = {} if shape == "deep" else odd.json()
    if isinstance(shown, dict) and shown.get("id") == made["id"]:
        assert "state" not in shown


def download(client, prompt, **headers):
    url = ended(client, submit(client, prompt).json()["id"])["url"]
    return httpx.get(url, headers=headers, trust_env=False, timeout=0.5)


def test_a_file_is_sent_whole_and_in_ranges(api):
    upstream, client = api()
    whole = download(client, "x").content
    assert whole[4:8] == b"ftyp"
    assert whole.endswith(upstream.accepted[0].id.encode() + b"\n")
    start = len(whole) - 30  # each job's file ends with the job's own id
    part = download(client, "x", Range=f"bytes={start}-")
    assert part.status_code == 206
    assert part.headers["Content-Range"] == f"bytes {start}-{len(whole) - 1}/{len(whole)}"
    assert len(part.content) == 30
    assert download(client, "x", Range="bytes=9999999-").status_code == 416
    assert download(client, "[fault:no-range]", Range="bytes=5-").status_code == 200
    assert len(download(client, "[fault:short]").content) < len(whole)


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        ("truncated", httpx.RemoteProtocolError),
        ("content-reset", httpx.ReadError),
        ("content-silent", httpx.ReadTimeout),
    ],
)
def test_a_file_breaks_off(api, fault, error):
    _, client = api()
    with pytest.raises(error):
        download(client, f"[fault:{fault}]")


@pytest.mark.parametrize(
    ("fault", "status", "code"),
    [
        ("expired", 403, "AccessDenied"),
        ("missing", 404, "NoSuchKey"),
        ("content-500", 500, "InternalError"),
    ],
)
def test_a_file_is_refused(api, fault, status, code):
    _, client = api()
    answer = download(client, f"[fault:{fault}]")
    assert answer.status_code == status
    assert code in answer.text


def test_the_url_of_a_file_expires_and_takes_no_key(api):
    upstream, client = api()
    assert download(client, "x", Authorization="Bearer k").status_code == 400
    url = ended(client, submit(client).json()["id"])["url"]
    assert httpx.get(url[:-1] + "x", trust_env=False).status_code == 403
    upstream.url_lifetime = -1
    assert "Request has expired" in download(client, "x").text


def test_keys_and_money(api):
    _, client = api()
    statuses = [
        client.post("/jobs", json={"prompt": "x"}, headers={"Authorization": header}).status_code
        for header in ("", "Bearer wrong-one", "Bearer poor-one", "Bearer good")
    ]
    assert statuses == [401, 401, 402, 200]
    own = submit(client).json()["id"]
    other = {"Authorization": "Bearer other"}
    assert client.get(f"/jobs/{own}", headers=other).status_code == 404
    assert client.get("/nowhere").json()["code"] == "not_found"


def test_the_balance_ends(api):
    _, client = api(Plain(render=0, balance=0.7))
    assert [submit(client).status_code for _ in range(2)] == [200, 402]


def test_limits_of_a_key(api):
    _, client = api(Plain(render=30, limits=Limits(open_jobs=1)))
    assert [submit(client).status_code for _ in range(2)] == [200, 429]
    _, client = api(Plain(render=0, limits=Limits(jobs_per_minute=2)))
    answers = [submit(client) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert 1 <= int(answers[2].headers["Retry-After"]) <= 60


def test_an_idempotency_key_makes_one_job(api):
    upstream, client = api()
    client.headers["Idempotency-Key"] = "one"
    assert submit(client).json()["id"] == submit(client).json()["id"]
    assert submit(client, "another").status_code == 409
    assert len(upstream.accepted) == 1


def test_faults_can_be_queued_and_unknown_ones_are_refused(api):
    upstream, client = api()
    upstream.faults("500-after,ok,429")
    assert [submit(client).status_code for _ in range(4)] == [500, 200, 429, 200]
    assert "no such fault: 'nonsense'" in submit(client, "[fault:nonsense]").json()["why"]
    own = ended(client, submit(client, "[fault:odd]").json()["id"])
    assert own["odd"] is True
    assert upstream.requests["POST /v1/jobs"] == 6


def test_a_request_is_counted_before_it_is_answered(api):
    upstream, client = api()
    with pytest.raises(httpx.ReadTimeout):
        client.post("/jobs", json={"prompt": "[fault:slow-before=1.5]"}, timeout=0.3)
    assert upstream.requests == {"POST /v1/jobs": 1}


def test_a_callback_comes_when_the_job_has_ended(api, receiver):
    _, client = api(Plain(render=0.05))
    id_ = submit(client, callback=receiver.hook).json()["id"]
    assert receiver.next_request().json == {"id": id_, "state": "completed"}


def test_a_callback_comes_at_the_start(api, receiver):
    _, client = api(Plain(render=60))
    id_ = submit(client, callback=receiver.hook, when="start").json()["id"]
    assert receiver.next_request().json == {"id": id_, "state": "queued"}


def test_callbacks_come_at_each_state(api, receiver):
    upstream, client = api(Plain(render=60))
    id_ = submit(client, callback=receiver.hook, when="each").json()["id"]
    assert receiver.next_request().json["state"] == "queued"
    upstream.jobs[id_].began -= 40
    assert receiver.next_request().json["state"] == "running"
    upstream.jobs[id_].began -= 40
    assert receiver.next_request().json["state"] == "completed"


def test_a_lost_answer_does_not_keep_the_callback_back(api, receiver):
    upstream, client = api()
    assert submit(client, "[fault:500-after]", callback=receiver.hook).status_code == 500
    [job] = upstream.accepted
    assert receiver.next_request().json == {"id": job.id, "state": "completed"}


def test_a_request_that_is_sent_again_has_no_second_callback(api, receiver):
    _, client = api(Plain(render=60))
    client.headers["Idempotency-Key"] = "one"
    answers = [submit(client, "waves", callback=receiver.hook, when="start") for _ in range(2)]
    client.headers["Idempotency-Key"] = "two"
    answers.append(submit(client, callback=receiver.hook, when="start"))
    # Those of two jobs come in any order.
    told = {receiver.next_request().json["id"] for _ in range(2)}
    assert told == {answer.json()["id"] for answer in answers}


def test_a_held_request_does_not_hold_the_server_back():
    with running(Plain()) as (_, url):
        port = httpx.URL(url).port
        body = b'{"prompt": "[fault:silent]"}'
        head = b"POST /v1/jobs HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer k\r\nContent-Length: "
        held = socket.create_connection(("127.0.0.1", port))
        held.sendall(head + str(len(body)).encode() + b"\r\n\r\n" + body)
    with held, contextlib.suppress(ConnectionError):
        assert held.recv(100) == b""


def test_videos_are_made_once_for_each_shape():
    tall = rendered((720, 1280), 1, audio=True)
    assert rendered((720, 1280), 1, audio=True) is tall
    with av.open(io.BytesIO(tall)) as video:
        assert (video.streams.video[0].width, video.streams.video[0].height) == (90, 160)
        assert len(video.streams.audio) == 1


def test_the_registry_knows_the_fakes():
    assert all(fake(name).name == name for name in FAKES)

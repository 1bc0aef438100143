"""Connections that send nothing, too slowly, or are too many; and that nobody reads."""

from __future__ import annotations

import contextlib
import gc
import json
import os
import resource
import socket
import stat
import sys
import threading
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Route
from uvicorn.protocols.http.httptools_impl import RequestResponseCycle

from rushes.server import background_service, server_config
from rushes.settings import Settings
from tests.http.conftest import REQUEST, client_of, submit
from tests.service import running_service, serve_process, serving

HEAD = b"POST /api/v1/videos HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer any\r\n"


def connected(url):
    address = urlsplit(url)
    return socket.create_connection((address.hostname, address.port), timeout=60)


def received(peer):
    data = b""
    with contextlib.suppress(ConnectionResetError):
        while block := peer.recv(65536):
            data += block
    return data


@pytest.fixture(scope="module")
def hasty(tmp_path_factory):
    """A service that waits for half a second."""
    with running_service(tmp_path_factory.mktemp("hasty"), request_timeout=0.5) as running:
        yield running


@pytest.mark.parametrize("sent", [b"", b"\r\n"])
def test_a_connection_without_a_request_is_closed(hasty, sent):
    with connected(hasty.url) as peer:
        peer.sendall(sent)
        assert received(peer) == b""


@pytest.mark.parametrize(
    "sent",
    [
        b"G",
        b"GET /health HTTP/1.1\r\n",
        b"GET /health HTTP/1.1\r\nHost: localhost\r\n",
        HEAD + b"Content-Length: 100\r\n\r\n",
        HEAD + b"Content-Length: 100\r\n\r\n{",
        HEAD + b"Transfer-Encoding: chunked\r\n\r\n",
        HEAD + b"Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n",
        HEAD + b"Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n",
    ],
)
def test_half_a_request_gets_a_408_and_is_closed(hasty, sent):
    with connected(hasty.url) as peer:
        peer.sendall(sent)
        head, _, body = received(peer).partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 408 ")
    assert json.loads(body)["error"]["code"] == 408


def test_a_request_that_arrives_byte_by_byte_is_closed_all_the_same(hasty):
    with connected(hasty.url) as peer:
        peer.settimeout(0.02)
        data = b""
        with contextlib.suppress(OSError):
            for byte in b"GET /health HTTP/1.1\r\nHost: localhost\r\nA: " + b"b" * 5_000:
                peer.sendall(bytes([byte]))
                with contextlib.suppress(TimeoutError):
                    if not (block := peer.recv(65536)):
                        break
                    data += block
    assert b" 408 " in data


def test_after_a_response_the_next_request_is_not_waited_for_longer(hasty):
    with connected(hasty.url) as peer:
        peer.sendall(b"GET /health HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n1")
        assert received(peer).count(b"HTTP/1.1 ") == 1, "no second response for the same request"


def test_an_idle_connection_is_kept_for_the_request_timeout_at_least():
    settings = Settings(request_timeout=20)
    config = server_config(Starlette(), settings, timeout_graceful_shutdown=1)
    assert config.timeout_keep_alive >= 1.5 * settings.request_timeout


def test_a_running_response_has_all_the_time_that_it_takes(hasty):
    hasty.provider.waits = True
    with client_of(hasty) as client:
        job_id = submit(client)
        with client.stream("GET", f"/videos/{job_id}/events") as stream:
            lines = stream.iter_lines()
            assert next(lines).startswith("retry:")
            with connected(hasty.url) as peer:
                assert received(peer) == b"", "it was closed meanwhile"
            hasty.provider.waits = False
            assert any('"completed"' in line for line in lines)


def test_a_slow_reader_gets_a_response_whole_after_which_the_connection_ends():
    body = bytes(16 * 1024 * 1024)
    app = Starlette(routes=[Route("/", lambda _: Response(body))])
    with (
        serving(app, Settings(request_timeout=0.5)) as url,
        connected(url) as peer,
    ):
        peer.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        for _ in range(4):  # times in which a connection without a request is closed
            with connected(url) as silent:
                assert received(silent) == b""
        assert received(peer).endswith(b"\r\n\r\n" + body)


def test_requests_are_not_read_far_ahead_of_the_responses_that_a_client_takes(hasty):
    row = b"GET /api/v1/videos/models HTTP/1.1\r\nHost: localhost\r\n\r\n" * 200
    with connected(hasty.url) as peer:
        peer.settimeout(0.4)
        with contextlib.suppress(TimeoutError):
            for _ in range(2000):
                peer.sendall(row)
        waiting = sum(isinstance(held, RequestResponseCycle) for held in gc.get_objects())
    assert 0 < waiting < 1000


def test_a_request_learns_that_its_client_has_left_although_others_follow_it():
    began, left = threading.Event(), threading.Event()

    async def wait(request):
        began.set()
        while (await request.receive())["type"] != "http.disconnect":
            pass
        left.set()
        return Response()

    app = Starlette(routes=[Route("/wait", wait), Route("/", lambda _: Response())])
    first, *others = (
        b"GET %b HTTP/1.1\r\nHost: localhost\r\n\r\n" % path for path in (b"/wait", b"/", b"/")
    )
    with serving(app) as url:
        for sent in (first + b"".join(others), others[0] + first + others[1]):
            began.clear()
            left.clear()
            with connected(url) as peer:
                peer.sendall(sent)
                assert began.wait(60)
            assert left.wait(60)


@pytest.mark.parametrize("rest", [b"", b"zz\r\n"])
def test_a_response_is_not_lost_to_a_body_that_goes_wrong_after_it(hasty, rest):
    with connected(hasty.url) as peer:
        peer.sendall(b"GET /health HTTP/1.1\r\nHost: localhost\r\n")
        peer.sendall(b"Transfer-Encoding: chunked\r\n\r\n")
        answer = peer.recv(65536)
        peer.sendall(rest)
        answer += received(peer)
    assert answer.startswith(b"HTTP/1.1 200 ")
    assert answer.count(b"HTTP/1.1 ") == 1


def test_silent_connections_make_room_the_oldest_first(tmp_path):
    with running_service(tmp_path, max_connections=8) as own, contextlib.ExitStack() as stack:
        silent = [stack.enter_context(connected(own.url)) for _ in range(40)]
        assert httpx.get(f"{own.url}/health").status_code == 200
        for peer in silent[:32]:
            assert received(peer) == b""
        newest = silent[-1]
        newest.sendall(b"GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        assert received(newest).startswith(b"HTTP/1.1 200 ")


def uploading(stack, url, key="any"):
    """Open a connection whose request waits for the rest of its body."""
    peer = stack.enter_context(connected(url))
    peer.sendall(HEAD.replace(b"any", key.encode()) + b"Expect: 100-continue\r\n")
    peer.sendall(b"Content-Length: 3\r\n\r\n")
    assert peer.recv(65536) == b"HTTP/1.1 100 Continue\r\n\r\n"
    return peer


def test_unfinished_bodies_make_room_the_longest_silent_first(tmp_path):
    with running_service(tmp_path, max_connections=8) as own, contextlib.ExitStack() as stack:
        oldest, *others = [uploading(stack, own.url) for _ in range(7)]
        oldest.sendall(b"{")
        for _ in range(3):
            assert httpx.get(f"{own.url}/health").status_code == 200
        uploads = [uploading(stack, own.url) for _ in range(3)]
        for peer in others[:2]:
            head, _, body = received(peer).partition(b"\r\n\r\n")
            assert head.startswith(b"HTTP/1.1 503 ")
            assert b"retry-after: 10" in head
            assert "too many connections" in json.loads(body)["error"]["message"]
        oldest.sendall(b"}}")
        uploads[0].sendall(b"{}}")
        for peer in (oldest, uploads[0]):
            assert peer.recv(65536).startswith(b"HTTP/1.1 400 ")


def test_unfinished_bodies_of_one_key_do_not_close_the_connections_of_another(tmp_path):
    with running_service(tmp_path, max_connections=8) as own, contextlib.ExitStack() as stack:
        silent = stack.enter_context(connected(own.url))
        upload = uploading(stack, own.url, "another")
        for _ in range(40):
            uploading(stack, own.url)
        upload.sendall(b"{}}")
        assert upload.recv(65536).startswith(b"HTTP/1.1 400 ")
        silent.sendall(b"GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n")
        assert silent.recv(65536).startswith(b"HTTP/1.1 200 ")


@pytest.mark.parametrize(
    "sent",
    [
        b"GET /health HTTP/1.1\r\nHost: localhost\r\n\r\nGET /",
        b"GET /health HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n1",
        HEAD.replace(b"Bearer", b"Basic") + b"Content-Length: 9\r\n\r\n1",
    ],
)
def test_connections_that_have_a_response_and_half_a_request_make_room(tmp_path, sent):
    with running_service(tmp_path, max_connections=8) as own, contextlib.ExitStack() as stack:
        for _ in range(40):
            peer = stack.enter_context(connected(own.url))
            peer.sendall(sent)
            assert peer.recv(65536).startswith((b"HTTP/1.1 200 ", b"HTTP/1.1 401 "))


def test_where_all_connections_are_busy_only_health_is_answered(tmp_path):
    with running_service(tmp_path, max_connections=8) as own, client_of(own) as client:
        own.provider.waits = True
        job_id = submit(client)
        request = f"GET /api/v1/videos/{job_id}/events HTTP/1.1\r\nHost: localhost\r\n"
        request += "Authorization: Bearer any\r\n\r\n"
        with contextlib.ExitStack() as stack:
            for _ in range(7):
                busy = stack.enter_context(connected(own.url))
                busy.sendall(request.encode())
                assert busy.recv(65536).startswith(b"HTTP/1.1 200 ")
            for _ in range(3):
                refused = httpx.get(f"{own.url}/api/v1/videos/models")
                assert refused.status_code == 503
                assert refused.headers["retry-after"] == "10"
                assert "7 connections" in refused.json()["error"]["message"]
                for path in ("/health", "/ready", "/health?verbose"):
                    assert httpx.get(f"{own.url}{path}").status_code == 200
        own.provider.waits = False


@pytest.mark.parametrize("sent", [b"", HEAD + b"Content-Length: 100\r\n\r\n{"])
def test_more_waiting_sockets_than_files_may_be_open_do_not_stop_the_service(tmp_path, sent):
    options = ("--data-dir", tmp_path)
    limit = "import resource; resource.setrlimit(resource.RLIMIT_NOFILE, (256, 256))"
    limited = ("-c", f"{limit}; from rushes.__main__ import main; main()")
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    assert hard == resource.RLIM_INFINITY or hard > 1024, "this test opens 600 sockets"
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, 1024), hard))
    try:
        with (
            serve_process(
                *options,
                program=limited,
                RUSHES_PROVIDERS="openrouter",
                RUSHES_OPENROUTER_API_KEY="k",
            ) as (_, url),
            contextlib.ExitStack() as stack,
        ):
            origin = url.removesuffix("/api/v1")
            for _ in range(600):
                stack.enter_context(connected(url)).sendall(sent)
            for _ in range(5):
                assert httpx.get(f"{origin}/health").status_code == 200
            body = {**REQUEST, "duration": 7}
            headers = {"Authorization": "Bearer any"}
            response = httpx.post(f"{url}/videos", json=body, headers=headers)
            assert response.status_code == 400
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def accepted_from(peer):
    """Return the other end of a connection, which is of this process as well."""
    for number in (int(path.name) for path in Path("/dev/fd").iterdir()):
        with contextlib.suppress(OSError):
            if stat.S_ISSOCK(os.fstat(number).st_mode):
                with socket.socket(fileno=os.dup(number)) as held:
                    if held.getpeername() == peer.getsockname():
                        return held.dup()
    raise AssertionError("the service does not hold the connection")


@pytest.mark.parametrize("has_uvloop", [True, False])
def test_small_responses_are_not_delayed(tmp_path, monkeypatch, has_uvloop):
    if not has_uvloop:
        monkeypatch.setitem(sys.modules, "uvloop", None)
    with background_service(Settings(data_dir=tmp_path)) as url, connected(url) as peer:
        peer.sendall(b"GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n")
        assert peer.recv(65536).startswith(b"HTTP/1.1 200 ")
        with accepted_from(peer) as ours:
            assert ours.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)

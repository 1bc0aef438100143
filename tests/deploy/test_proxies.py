"""The service behind the proxies of `deploy/`: what a client sees is what the service says."""

from __future__ import annotations

import base64
import contextlib
import json
import socket
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx
import pytest

from tests.deploy.proxies import caddy, check_compose, free_ports, nginx
from tests.fakes.providers import VIDEO
from tests.http.conftest import REQUEST, error_of, submit, wait
from tests.service import running_service

MAX_BODY = 33_000_000
HEALTHY = b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
PROXIES = {"nginx": nginx, "caddy": caddy}


@pytest.fixture(scope="module")
def service(tmp_path_factory):
    folder = tmp_path_factory.mktemp("data")
    with running_service(folder, max_body_bytes=MAX_BODY) as running:
        yield running


@pytest.fixture(scope="module", params=PROXIES)
def proxy(request, service, tmp_path_factory):
    """Run a proxy before a service that answers, and a server that is down."""
    upstreams = [service.url.removeprefix("http://"), f"127.0.0.1:{free_ports(1)[0]}"]
    with PROXIES[request.param](tmp_path_factory.mktemp(request.param), upstreams) as running:
        yield running


@pytest.fixture
def client(proxy):
    with client_of(proxy) as opened:
        yield opened


def client_of(proxy, path=""):
    return httpx.Client(
        base_url=f"{proxy.url}{path}/api/v1",
        headers={"Authorization": "Bearer any"},
        verify=proxy.trust,
        trust_env=False,
        timeout=30,
    )


def test_a_job_is_made_and_its_urls_lead_through_the_proxy(client, proxy):
    response = client.post("/videos", json=REQUEST, headers={"X-Forwarded-Host": "evil.example"})
    assert response.status_code == 202
    assert response.json()["polling_url"].startswith(f"{proxy.url}/api/v1/videos/")
    job = wait(client, response.json()["id"])
    for url in job["unsigned_urls"]:
        assert url.startswith(proxy.url)
        assert client.get(url).content == VIDEO


def test_no_request_fails_while_a_server_is_down(client):
    for _ in range(10):
        assert client.get("/videos").status_code == 200
        assert client.post("/videos", json=REQUEST).status_code == 202


@pytest.mark.parametrize(
    ("asked", "sent"), [("bytes=100-199", (100, 200)), ("bytes=-50", (-50, None))]
)
def test_a_part_of_a_video_is_sent(client, asked, sent):
    job = wait(client, submit(client))
    url = f"/videos/{job['id']}/content"
    part = client.get(url, headers={"Range": asked})
    assert part.status_code == 206
    assert part.content == VIDEO[slice(*sent)]
    etag = client.get(url).headers["etag"]
    again = client.get(url, headers={"Range": asked, "If-Range": etag})
    assert again.status_code == 206
    assert client.get(url, headers={"If-None-Match": etag}).status_code == 304


def test_events_arrive_when_they_happen(client, service):
    service.provider.waits, service.provider.fraction = True, 0.25
    job_id = submit(client)
    with client.stream("GET", f"/videos/{job_id}/events") as response:
        assert response.headers["content-type"] == "text/event-stream"
        events = (
            json.loads(line[6:]) for line in response.iter_lines() if line.startswith("data: ")
        )
        seen = next(e for e in events if e["rushes"].get("progress") == 0.25)
        assert seen["status"] == "in_progress"
        service.provider.waits = False
        assert [event["status"] for event in events][-1] == "completed"


def test_an_upload_up_to_the_limit_reaches_the_service(client):
    picture = base64.b64encode(bytes(23_000_000)).decode()
    frame = {
        "type": "image_url",
        "frame_type": "first_frame",
        "image_url": {"url": f"data:image/png;base64,{picture}"},
    }
    refused = client.post("/videos", json={**REQUEST, "frame_images": [frame]})
    assert "frame_images" in error_of(refused, 400)["message"]


def test_the_service_itself_refuses_an_upload_beyond_the_limit(client):
    response = client.post("/videos", content=b" " * (MAX_BODY + 1))
    assert f"{MAX_BODY} bytes" in error_of(response, 413)["message"]


def test_metrics_are_not_public(client, proxy):
    assert client.get(f"{proxy.url}/metrics").status_code == 404
    assert client.get(f"{proxy.url}/health").json()["status"] == "ok"


def test_an_upgrade_to_a_websocket_is_not_passed_on(client):
    headers = {"Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Key": "a"}
    response = client.get("/videos", headers=headers)
    assert response.status_code == 200


@contextlib.contextmanager
def answering(port):
    """Run a server that answers every request on a connection of its own."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            self.wfile.write(HEALTHY)

        def log_message(self, *_):
            """Write no log."""

    with ThreadingHTTPServer(("127.0.0.1", port), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=[0.01])
        thread.start()
        yield
        server.shutdown()
        thread.join()


@contextlib.contextmanager
def dropping_server():
    """Read requests and close without an answer, but look healthy; yield the address and a log."""
    received = []
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve():
            with contextlib.suppress(OSError):
                while True:
                    connection, _ = listener.accept()
                    with connection:
                        request = connection.recv(65536)
                        if request.startswith(b"GET /health"):
                            connection.sendall(HEALTHY)
                        elif request:
                            received.append(request.partition(b" ")[0].decode())

        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield f"127.0.0.1:{listener.getsockname()[1]}", received
        finally:
            listener.shutdown(socket.SHUT_RDWR)
            thread.join()


@pytest.mark.parametrize("name", PROXIES)
def test_a_submission_that_was_sent_is_never_sent_again(name, tmp_path):
    with (
        dropping_server() as (first, at_first),
        dropping_server() as (second, at_second),
        PROXIES[name](tmp_path, [first, second]) as running,
        client_of(running) as client,
    ):
        response = client.post("/videos", json=REQUEST)
        assert response.status_code == 502
        assert (at_first + at_second).count("POST") == 1
        if name == "nginx":
            assert response.json()["error"]["code"] == 502
            assert response.headers["retry-after"] == "2"


def test_a_poll_is_sent_to_the_next_server(service, tmp_path):
    with (
        dropping_server() as (broken, received),
        nginx(tmp_path, [broken, service.url.removeprefix("http://")]) as running,
        client_of(running) as client,
    ):
        assert [client.get("/videos").status_code for _ in range(4)] == [200] * 4
        assert set(received) == {"GET"}


@pytest.mark.parametrize("name", PROXIES)
def test_a_server_that_is_back_is_used_as_soon_as_the_other_goes(name, tmp_path):
    first, second = free_ports(2)
    servers = [f"127.0.0.1:{port}" for port in (first, second)]
    with contextlib.ExitStack() as stack:
        with answering(second):
            proxy = stack.enter_context(PROXIES[name](tmp_path, servers))
            client = stack.enter_context(client_of(proxy))
            for _ in range(4):
                assert client.get("/videos").status_code == 200
            stack.enter_context(answering(first))
        for _ in range(4):
            assert client.get("/videos").status_code == 200


def test_the_service_under_a_path_of_another_server(tmp_path):
    with running_service(tmp_path / "data") as probe:
        port = probe.url.rpartition(":")[2]
        (tmp_path / "nginx").mkdir()
        with (
            nginx(tmp_path / "nginx", [f"127.0.0.1:{port}"], under_path=True) as running,
            client_of(running, "/rushes") as client,
        ):
            assert client.get("/videos").status_code == 200
            assert client.get(f"{running.url}/rushes/health").status_code == 200
            assert client.get(f"{running.url}/rushes/metrics").status_code == 404
            assert client.get(f"{running.url}/api/v1/videos").status_code == 404


def test_the_proxy_of_compose_is_valid(tmp_path):
    checked = check_compose(tmp_path)
    assert checked.returncode == 0, checked.stderr

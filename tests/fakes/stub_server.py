"""A stub server: HTTP on the loopback interface, and a test gives every answer.

    with StubServer() as server:
        server.script(error_answer(503), job_answer(202))  # for the next two requests
        server.route("GET", "/api/v1/videos/models", json_answer({"data": []}))  # for all of these
        ...  # send requests to `server.url`
        assert server.received[1].json["model"] == "google/veo-3.1"

Scripted answers are sent first, one to each request, whatever it asks for. Then routes count; other
requests get a 418. A route is an `Answer`, or a function from the `Request` to one. An `Answer` has
a status, a body and headers; the functions below make the usual ones. For faults:

- `HANG_UP` closes the connection without a response; `SILENCE` sends nothing until the test ends;
- `Answer(after=event)` is sent once the event is set;
- a body that is a function yields chunks: it may wait between them, and it cuts the connection by
  `raise BrokenPipeError`; a `content-length` greater than the body cuts it as well;
- `Answer(0, b"bytes")` sends these bytes instead of an HTTP response and closes the connection.

`close` fails the test if a route or a body has raised anything else.
"""

from __future__ import annotations

import json
import re
import socket
import ssl
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self

JOB_ID = "gen-vid-1793000000-k3Vd81Qm0ZrT5yXw7LbN"


@dataclass(frozen=True)
class Request:
    """One request as it arrived; header names keep their case and repetitions."""

    method: str
    path: str
    headers: list[tuple[str, str]]
    body: bytes

    def header(self, name: str) -> list[str]:
        return [v for n, v in self.headers if n.lower() == name.lower()]

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass(frozen=True)
class Answer:
    """What to send, once `after` is set; a `body` that is a function yields its chunks."""

    status: int = 200
    body: bytes | Callable[[], Iterator[bytes]] = b""
    headers: dict[str, str] = field(default_factory=dict)
    after: threading.Event | None = None


Route = Answer | Callable[[Request], Answer]

HANG_UP = Answer(status=0)
SILENCE = Answer(status=0, after=threading.Event())  # which is never set


def json_answer(body: Any, status: int = 200, **headers: str) -> Answer:
    return _answer(status, json.dumps(body).encode(), "application/json", headers)


def error_answer(status: int, message: str = "it went wrong", **headers: str) -> Answer:
    return json_answer({"error": {"message": message, "code": status}}, status, **headers)


def job_answer(http: int = 200, /, **fields: Any) -> Answer:
    return json_answer(_job(fields), http)


def rushes_answer(body: Any, status: int = 200, **headers: str) -> Answer:
    """Answer as Rushes' service, which names its version."""
    return json_answer(body, status, X_Rushes_Version="0.1.0", **headers)


def event_answer(*jobs: dict[str, Any], cut: bool = False, **headers: str) -> Answer:
    """Answer with a stream of events; with `cut` it breaks off after the last."""

    def stream() -> Iterator[bytes]:
        yield b"retry: 1\n\n:\n\n"
        for number, fields in enumerate(jobs, 1):
            data = json.dumps(_job(fields), ensure_ascii=False)
            yield f"event: generation\nid: {number}\ndata: {data}\n\n".encode()
        if cut:
            raise BrokenPipeError

    return _answer(200, stream, "text/event-stream", headers)


def video_answer(body: bytes = b"\0\0\0\x18ftypmp42", status: int = 200, **headers: str) -> Answer:
    return _answer(status, body, "video/mp4", headers)


def range_answer(request: Request, video: bytes, etag: str | None = None) -> Answer:
    """Answer with the part that a `Range: bytes=N-` asks for, if its `If-Range` still holds."""
    tag = {"etag": etag} if etag else {}
    asked = re.fullmatch(r"bytes=(\d+)-", "".join(request.header("range")))
    start = int(asked[1]) if asked and request.header("if-range") in ([], [etag]) else 0
    if not start:
        return video_answer(video, **tag)
    place = f"bytes {start}-{len(video) - 1}/{len(video)}"
    return video_answer(video[start:], 206, content_range=place, **tag)


def redirect(url: str, status: int = 302) -> Answer:
    return Answer(status, headers={"location": url})


def _job(fields: dict[str, Any]) -> dict[str, Any]:
    return {"id": JOB_ID, "polling_url": f"/api/v1/videos/{JOB_ID}", "status": "pending"} | fields


def _answer(status: int, body: Any, kind: str, headers: dict[str, str]) -> Answer:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Answer(status, body, {"content-type": kind, **named})


class StubServer:
    """Serve on a port of its own until it is closed; `tls` makes it an HTTPS server.

    `ip` is the loopback address to listen on.
    """

    def __init__(
        self,
        *routes: tuple[str, str, Route],
        tls: ssl.SSLContext | None = None,
        ip: str = "127.0.0.1",
    ) -> None:
        self.received: list[Request] = []
        self.connections: list[socket.socket] = []
        self._routes = {(method, path): route for method, path, route in routes}
        self._answers: deque[Answer] = deque()
        self._arrival = threading.Condition()
        self._taken = 0
        self._over = threading.Event()
        self._server = _Server(self, ip)
        if tls is not None:
            self._server.socket = tls.wrap_socket(self._server.socket, server_side=True)
        scheme = "http" if tls is None else "https"
        self.origin = f"{scheme}://{ip}:{self._server.server_port}"
        self.url = f"{self.origin}/api/v1"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))
        self._thread.start()

    def script(self, *answers: Answer) -> None:
        """Answer the next requests with these, whatever they ask for."""
        self._answers.extend(answers)

    def route(self, method: str, path: str, route: Route) -> None:
        """Answer all requests for a path (without its query) that no script answers."""
        self._routes[method, path] = route

    def wait_for(self, count: int) -> None:
        """Wait until `count` requests have arrived; a caller may give up before they have."""
        with self._arrival:
            assert self._arrival.wait_for(lambda: len(self.received) >= count, 60)

    def next_request(self) -> Request:
        """Wait for the first request that no earlier call has returned."""
        self._taken += 1
        self.wait_for(self._taken)
        return self.received[self._taken - 1]

    def close(self) -> None:
        self._over.set()
        self._server.shutdown()
        self._thread.join()
        for connection in self.connections:
            try:
                connection.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue  # the client was first
        self._server.server_close()
        assert self._server.failures == []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def answer_to(self, request: Request) -> Answer:
        """Return the answer once it may be sent."""
        # Chosen before the test sees the request: what it scripts then is for the next one.
        if self._answers:
            answer: Route = self._answers.popleft()
        else:
            path = request.path.partition("?")[0]
            answer = self._routes.get((request.method, path), error_answer(418))
        with self._arrival:
            self.received.append(request)
            self._arrival.notify_all()
        if not isinstance(answer, Answer):
            answer = answer(request)
        # Two events cannot be waited for at once, so the end of the test is looked up in between.
        while answer.after and not (answer.after.wait(0.05) or self._over.is_set()):
            pass
        return answer


class _Server(ThreadingHTTPServer):
    daemon_threads = False
    request_queue_size = 512  # connections at once; beyond the default 5 some would wait seconds

    def __init__(self, script: StubServer, ip: str) -> None:
        super().__init__((ip, 0), _Handler)
        self.script = script
        self.failures: list[BaseException] = []

    def handle_error(self, request: Any, client_address: Any) -> None:
        failure = sys.exc_info()[1]
        if failure is not None and not isinstance(failure, (ConnectionError, ssl.SSLError)):
            self.failures.append(failure)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: _Server

    def setup(self) -> None:
        super().setup()
        self.server.script.connections.append(self.connection)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - inherited name
        pass

    def _answer(self) -> None:
        body = self.rfile.read(int(self.headers.get("content-length", 0)))
        request = Request(self.command, self.path, list(self.headers.items()), body)
        answer = self.server.script.answer_to(request)
        try:
            self._send(answer)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True  # a client may leave in the middle

    def _send(self, answer: Answer) -> None:
        whole = answer.body if isinstance(answer.body, bytes) else None
        if answer.status:
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            if whole is None:
                self.send_header("transfer-encoding", "chunked")
            elif "content-length" not in answer.headers:
                self.send_header("content-length", str(len(whole)))
            self.end_headers()
        if whole is not None:
            self.wfile.write(whole)
            self.close_connection = not answer.status or "content-length" in answer.headers
            return
        for chunk in answer.body():
            self.wfile.write(b"%x\r\n%b\r\n" % (len(chunk), chunk))
        self.wfile.write(b"0\r\n\r\n")

    do_GET = do_POST = do_PUT = do_DELETE = _answer  # noqa: N815 - names of http.server

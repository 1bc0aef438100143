"""A service on the loopback interface that answers what a test tells it to, over real HTTP."""

from __future__ import annotations

import json
import socket
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

JOB_ID = "gen-vid-1793000000-k3Vd81Qm0ZrT5yXw7LbN"


@dataclass(frozen=True)
class Received:
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
    """What to send back; `body` may be a function that yields the chunks of a long body."""

    status: int = 200
    body: bytes | Callable[[], Iterator[bytes]] = b""
    headers: dict[str, str] = field(default_factory=dict)


HANG_UP = Answer(status=0)  # close the connection instead of answering
SILENCE = Answer(status=-1)  # answer nothing until the test is over


def json_answer(body: Any, status: int = 200, **headers: str) -> Answer:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Answer(status, json.dumps(body).encode(), {"content-type": "application/json", **named})


def error_answer(status: int, message: str = "it went wrong", **headers: str) -> Answer:
    return json_answer({"error": {"message": message, "code": status}}, status, **headers)


def job_answer(http: int = 200, /, **fields: Any) -> Answer:
    job = {"id": JOB_ID, "polling_url": f"/api/v1/videos/{JOB_ID}", "status": "pending"}
    return json_answer(job | fields, http)


def rushes_answer(body: Any, status: int = 200, **headers: str) -> Answer:
    """Answer as Rushes' service, which names its version."""
    return json_answer(body, status, X_Rushes_Version="0.1.0", **headers)


def event_answer(*jobs: dict[str, Any], cut: bool = False, **headers: str) -> Answer:
    """Answer with a stream of events; with `cut` it breaks off after the last."""

    def stream() -> Iterator[bytes]:
        yield b"retry: 1\n\n:\n\n"
        for number, fields in enumerate(jobs, 1):
            job = {"id": JOB_ID, "polling_url": f"/api/v1/videos/{JOB_ID}", "status": "pending"}
            data = json.dumps(job | fields, ensure_ascii=False)
            yield f"event: generation\nid: {number}\ndata: {data}\n\n".encode()
        if cut:
            raise BrokenPipeError

    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Answer(200, stream, {"content-type": "text/event-stream", **named})


def video_answer(body: bytes = b"\0\0\0\x18ftypmp42", status: int = 200, **headers: str) -> Answer:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Answer(status, body, {"content-type": "video/mp4", **named})


class _Server(ThreadingHTTPServer):
    daemon_threads = False
    request_queue_size = 512  # connections at once; beyond the default 5 some would wait seconds
    failures: list[BaseException]

    def handle_error(self, request: Any, client_address: Any) -> None:
        failure = sys.exc_info()[1]
        if failure is not None and not isinstance(failure, ConnectionError):
            self.failures.append(failure)


class StubService:
    """Answers requests in the order of `script`; what is not scripted is a 418."""

    def __init__(self) -> None:
        self.received: list[Received] = []
        self._answers: deque[Answer] = deque()
        self._arrival = threading.Condition()
        self._over = threading.Event()
        self._server = _Server(("127.0.0.1", 0), self._handler())
        self._server.failures = []
        self.connections: list[socket.socket] = []
        self.url = f"http://127.0.0.1:{self._server.server_port}/api/v1"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))
        self._thread.start()

    def script(self, *answers: Answer) -> None:
        self._answers.extend(answers)

    def wait_for(self, count: int) -> None:
        """Wait until `count` requests have arrived; a caller may give up before they have."""
        with self._arrival:
            assert self._arrival.wait_for(lambda: len(self.received) >= count, 30)

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

    def _handler(stub) -> type[BaseHTTPRequestHandler]:  # noqa: N805 - `self` is the handler's
        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True

            def setup(self) -> None:
                super().setup()
                stub.connections.append(self.connection)

            def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - inherited name
                pass

            def _answer(self) -> None:
                length = int(self.headers.get("content-length", 0))
                body = self.rfile.read(length)
                with stub._arrival:
                    stub.received.append(
                        Received(self.command, self.path, list(self.headers.items()), body)
                    )
                    stub._arrival.notify_all()
                answer = stub._answers.popleft() if stub._answers else error_answer(418)
                if answer.status <= 0:
                    if answer is SILENCE:
                        stub._over.wait()
                    self.close_connection = True
                    return
                try:
                    self._send(answer)
                except (BrokenPipeError, ConnectionResetError):
                    self.close_connection = True  # a client may leave in the middle

            def _send(self, answer: Answer) -> None:
                self.send_response(answer.status)
                for name, value in answer.headers.items():
                    self.send_header(name, value)
                if isinstance(answer.body, bytes):
                    if "content-length" not in answer.headers:
                        self.send_header("content-length", str(len(answer.body)))
                    self.end_headers()
                    self.wfile.write(answer.body)
                    self.close_connection = "content-length" in answer.headers
                    return
                self.send_header("transfer-encoding", "chunked")
                self.end_headers()
                for chunk in answer.body():
                    self.wfile.write(b"%x\r\n%b\r\n" % (len(chunk), chunk))
                self.wfile.write(b"0\r\n\r\n")

            do_GET = do_POST = do_DELETE = _answer  # noqa: N815 - names of http.server

        return Handler

"""An HTTP proxy on the loopback interface that records what it is asked for.

    with FakeProxy() as proxy:
        ...  # send requests with HTTP_PROXY=proxy.url
        assert proxy.asked == ["GET http://example.test/x", "CONNECT example.test:443"]

Whatever the host, a tunnel or a request goes to the server at `target` (host, port); without one,
the answer is a 502. `credentials` are the values of Proxy-Authorization.
"""

from __future__ import annotations

import contextlib
import http.client
import socket
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self

HOP_BY_HOP = {"connection", "content-length", "transfer-encoding"}


class FakeProxy:
    def __init__(self, target: tuple[str, int] | None = None) -> None:
        self.asked: list[str] = []
        self.credentials: list[str] = []
        proxy = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def _note(self) -> bool:
                proxy.asked.append(f"{self.command} {self.path}")
                proxy.credentials += self.headers.get_all("Proxy-Authorization", [])
                self.close_connection = True
                if target is None:
                    self.send_error(502, "Bad Gateway")
                return target is not None

            def do_CONNECT(self) -> None:
                if self._note():
                    self.send_response(200, "Connection established")
                    self.end_headers()
                    self._relay()

            def _forward(self) -> None:
                if self._note():
                    assert target is not None
                    body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                    path = "/" + self.path.partition("://")[2].partition("/")[2]
                    upstream = http.client.HTTPConnection(*target)
                    upstream.request(self.command, path, body, dict(self.headers))
                    answer = upstream.getresponse()
                    content = answer.read()
                    upstream.close()
                    self.send_response_only(answer.status)
                    for name, value in answer.getheaders():
                        if name.lower() not in HOP_BY_HOP:
                            self.send_header(name, value)
                    self.send_header("Content-Length", str(len(content)))
                    self.send_header("Connection", "close")
                    self.end_headers()
                    self.wfile.write(content)

            do_GET = do_POST = do_DELETE = _forward  # noqa: N815 - the base class's names

            def _relay(self) -> None:
                assert target is not None
                with socket.create_connection(target) as upstream:
                    back = threading.Thread(target=_copy, args=(upstream, self.connection))
                    back.start()
                    _copy(self.connection, upstream)
                    back.join()

            def log_message(self, *_: Any) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))
        self._thread.start()
        self.url = f"http://127.0.0.1:{self._server.server_port}"

    @property
    def address(self) -> str:
        return self.url.removeprefix("http://")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


def _copy(source: socket.socket, sink: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while block := source.recv(65536):
            sink.sendall(block)
    for side in (source, sink):
        with contextlib.suppress(OSError):
            side.shutdown(socket.SHUT_RDWR)

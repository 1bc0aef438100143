"""A service that keeps its jobs in a dict: enough of Rushes for documentation to run against."""

from __future__ import annotations

import contextlib
import json
import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

VIDEO = b"\0\0\0\x18ftypmp42" + bytes(range(256)) * 4000
MODEL = {
    "id": "google/veo-3.1",
    "canonical_slug": "google/veo-3.1",
    "name": "Veo",
    "created": 1,
    "supported_durations": [4, 6, 8],
    "generate_audio": False,
    "pricing_skus": {"duration_seconds": "0.1"},
    "allowed_passthrough_parameters": [],
}
QUOTE = {"model": "google/veo-3.1", "cost": 0.4, "currency": "USD", "size": "1280x720"}


class LittleService(ThreadingHTTPServer):
    """Jobs are pending when submitted and completed when next looked at."""

    daemon_threads = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.url = f"http://127.0.0.1:{self.server_port}/api/v1"
        self.jobs: dict[str, dict[str, Any]] = {}
        self.bodies: list[dict[str, Any]] = []

    def submitted(self, body: dict[str, Any]) -> dict[str, Any]:
        self.bodies.append(body)
        name = f"gen-vid-{len(self.bodies)}"
        job = {"id": name, "polling_url": f"/api/v1/videos/{name}"}
        self.jobs[name] = job | {"status": "pending", "rushes": {"progress": 0.0}}
        return self.jobs[name]

    def looked_at(self, name: str) -> dict[str, Any]:
        job = self.jobs[name]
        if job["status"] == "pending":
            job.update(status="completed", rushes={"progress": 1.0}, usage={"cost": 0.4})
        return job

    def cancelled(self, name: str) -> dict[str, Any]:
        self.jobs[name].update(status="cancelled")
        self.jobs[name]["rushes"]["cancellation"] = "not_started"
        return self.jobs[name]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: LittleService

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - inherited name
        pass

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("content-length", 0)))
        if self.path.partition("?")[0] == "/api/v1/videos":
            self._send(self.server.submitted(json.loads(body)), 202)
        elif self.path == "/api/v1/videos/quote":
            self._send(QUOTE)
        else:
            self._send(self.server.cancelled(self.path.split("/")[-2]))

    def do_DELETE(self) -> None:
        name = self.path.rpartition("/")[2]
        del self.server.jobs[name]
        self._send({"id": name, "deleted": True})

    def do_GET(self) -> None:
        path = self.path.removeprefix("/api/v1/videos").partition("?")[0]
        if path == "":
            self._send({"data": list(self.server.jobs.values()), "has_more": False})
        elif path == "/models":
            self._send({"data": [MODEL]})
        elif path.endswith("/content"):
            self._send_bytes(VIDEO, "video/mp4")
        elif path.endswith("/events"):
            job = json.dumps(self.server.looked_at(path.split("/")[1]))
            stream = f"retry: 1\n\nevent: generation\nid: 1\ndata: {job}\n\n"
            self._send_bytes(stream.encode(), "text/event-stream")
        elif (found := re.fullmatch(r"/([\w-]+)", path)) and found[1] in self.server.jobs:
            self._send(self.server.looked_at(found[1]))
        else:
            self._send({"error": {"code": 404, "message": "unknown"}}, 404)

    def _send(self, body: Any, status: int = 200) -> None:
        self._send_bytes(json.dumps(body).encode(), "application/json", status)

    def _send_bytes(self, body: bytes, kind: str, status: int = 200) -> None:
        self.send_response(status)
        self.send_header("content-type", kind)
        self.send_header("content-length", str(len(body)))
        self.send_header("x-rushes-version", "0.1.0")
        # So that no connection is left open when a test is over.
        self.send_header("connection", "close")
        self.close_connection = True
        self.end_headers()
        self.wfile.write(body)


@contextlib.contextmanager
def little_service() -> Iterator[LittleService]:
    """Serve over real HTTP for as long as the block lasts."""
    with LittleService() as service:
        thread = threading.Thread(target=service.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield service
        finally:
            service.shutdown()
            thread.join()

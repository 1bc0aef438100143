"""A service that is told to stop answers what is sent to it, and loses no connection."""

from __future__ import annotations

import contextlib
import http.client
import json
import signal
import socket
import threading
import time
from urllib.parse import urlsplit

from tests.http.conftest import REQUEST
from tests.service import serve_process

HEADERS = {"Authorization": "Bearer any", "Content-Type": "application/json"}
PATIENT = """
import rushes.server
rushes.server.DRAIN = rushes.server.MOST_DRAIN = 60.0
from rushes.__main__ import main
main()
"""


@contextlib.contextmanager
def patient(tmp_path):
    """Serve with a minute until idle connections are closed."""
    with serve_process(
        "--data-dir", tmp_path, "--emulation", "instant", program=("-c", PATIENT)
    ) as (process, api):
        yield process, urlsplit(api).port


def stop(process, port):
    """Tell the service to stop; return once it refuses connections."""
    process.send_signal(signal.SIGTERM)
    deadline = time.monotonic() + 60
    with contextlib.suppress(ConnectionRefusedError, ConnectionResetError):
        while True:
            assert time.monotonic() < deadline
            socket.create_connection(("127.0.0.1", port)).close()


def submit(connection):
    connection.request("POST", "/api/v1/videos", json.dumps(REQUEST), HEADERS)
    response = connection.getresponse()
    assert response.status == 202, response.read()
    response.read()
    return response


def test_an_idle_connection_still_gets_an_answer_which_says_that_it_closes(tmp_path):
    with patient(tmp_path) as (process, port), contextlib.ExitStack() as stack:
        connections = [http.client.HTTPConnection("127.0.0.1", port) for _ in range(3)]
        used, unused, silent = connections
        for connection in connections:
            stack.enter_context(contextlib.closing(connection)).connect()
        assert submit(used).getheader("connection") is None
        stop(process, port)
        for connection in (used, unused):
            assert submit(connection).getheader("connection") == "close"
            assert connection.sock is None
        silent.close()
        assert process.wait(60) == -signal.SIGTERM, "uvicorn ends by the signal that it got"


def test_a_service_without_connections_stops_at_once(tmp_path):
    with patient(tmp_path) as (process, _):
        process.send_signal(signal.SIGTERM)
        assert process.wait(50) == -signal.SIGTERM


def test_every_connection_that_was_made_is_answered(tmp_path):
    """Each submission has a connection of its own, until they are refused."""
    lost, made = [], []

    def send(port):
        while True:
            with contextlib.closing(http.client.HTTPConnection("127.0.0.1", port)) as connection:
                try:
                    connection.connect()
                except OSError:
                    return
                try:
                    submit(connection)
                except (OSError, http.client.HTTPException, AssertionError) as error:
                    lost.append(error)
                    return
                made.append(1)

    with patient(tmp_path) as (process, port):
        threads = [threading.Thread(target=send, args=[port]) for _ in range(8)]
        for thread in threads:
            thread.start()
        while len(made) < 50:
            time.sleep(0.01)
        process.send_signal(signal.SIGTERM)
        for thread in threads:
            thread.join()
        assert process.wait(60) == -signal.SIGTERM, "uvicorn ends by the signal that it got"
    assert lost == []

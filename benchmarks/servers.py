"""The servers that are measured, each in a process of its own.

A server prints its base URL. It answers the line `settle` with the CPU seconds that it has used,
once no job is open, and serves until its stdin closes.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
UNLIMITED = 10_000_000


class Server:
    """A server process, seen from the one that measures it."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self.url = process.stdout.readline().strip()

    def settled(self) -> float:
        """Wait until no job is open; return the CPU seconds used so far."""
        self._process.stdin.write("settle\n")
        self._process.stdin.flush()
        return float(self._process.stdout.readline())


@contextlib.contextmanager
def server(kind: str) -> Iterator[Server]:
    """Run a server process."""
    with subprocess.Popen(
        [sys.executable, __file__, kind],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": f"{ROOT}:{ROOT}/src"},
    ) as child:
        try:
            yield Server(child)
        finally:
            child.stdin.close()


async def bare(scope, receive, send):
    """Answer everything with the smallest JSON."""
    if scope["type"] == "lifespan":
        while (message := await receive())["type"] != "lifespan.shutdown":
            await send({"type": f"{message['type']}.complete"})
        await send({"type": "lifespan.shutdown.complete"})
        return
    headers = [(b"content-type", b"application/json"), (b"content-length", b"2")]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": b"{}"})


def _instant():
    """Return a provider whose videos, 50 kB each, are made at once; it keeps nothing."""
    from tests.fakes.providers import StandInProvider
    from tests.mp4 import minimal_mp4

    from rushes.providers.base import UpstreamJob

    class InstantProvider(StandInProvider):
        async def create(self, request, before_send):
            await before_send()
            return UpstreamJob(request.key, request.model)

        def _check_known(self, job) -> None:
            pass

    return InstantProvider(video=minimal_mp4(bytes(50_000)))


def _several_hosts(folder: Path) -> object:
    """Return the API of several hosts, without a worker."""
    from rushes.app import Service
    from rushes.settings import Settings

    settings = Settings(
        data_dir=folder,
        database_url=os.environ["RUSHES_DATABASE_URL"],
        url_secret="bench",
        max_open_jobs=UNLIMITED,
    )
    return Service(settings, worker=False).app


def main(kind: str) -> None:
    """Serve until stdin closes."""
    from tests.service import running_service, serving

    from rushes.runtime import tune_garbage_collection

    jobs = None
    with contextlib.ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        if kind == "bare":
            url = stack.enter_context(serving(bare))
        elif kind == "PostgreSQL":
            url = stack.enter_context(serving(_several_hosts(folder)))
        else:
            service = running_service(folder, provider=_instant(), max_open_jobs=UNLIMITED)
            running = stack.enter_context(service)
            # Where jobs stay open, only their submission is measured.
            running.provider.waits = kind == "SQLite, jobs wait"
            running.provider.check_after = 3600.0
            url, jobs = running.url, running.request_context.jobs
        tune_garbage_collection()
        print(url, flush=True)
        for _ in sys.stdin:
            while jobs is not None and jobs._executor._jobs:
                time.sleep(0.02)
            print(time.process_time(), flush=True)


if __name__ == "__main__":
    main(sys.argv[1])

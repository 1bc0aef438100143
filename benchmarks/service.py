"""Requests per second of the service beside a bare ASGI application on the same server.

Run `make bench`. Both run in processes of their own; the load comes from this one, over loopback,
in turns, so that the ratio holds when the machine's speed drifts. Upstream is a stand-in, so what
is measured is HTTP, checks and durable SQLite, or PostgreSQL with `fsync` on.
"""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import aiohttp

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
IN_FLIGHT = 64
SECONDS = 2.0
ROUNDS = 3
BODY = json.dumps({"model": "google/veo-3.1", "prompt": "A calm sea", "duration": 8}).encode()
HEADERS = {"Authorization": "Bearer bench", "Content-Type": "application/json"}


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


def serve(kind: str) -> None:
    """Serve until stdin closes; print the base URL."""
    from tests.service import running_service, serving

    with contextlib.ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        if kind == "bare":
            url = stack.enter_context(serving(bare))
        elif kind == "PostgreSQL":
            url = stack.enter_context(serving(_several_hosts(Path(folder))))
        else:
            running = stack.enter_context(running_service(Path(folder), max_open_jobs=10_000_000))
            # Jobs stay open, so that only their submission is measured.
            running.provider.waits, running.provider.check_after = True, 3600.0
            url = running.url
        print(url, flush=True)
        sys.stdin.read()


def _several_hosts(folder: Path) -> object:
    """Return the API of several hosts, without a worker."""
    from rushes.app import Service
    from rushes.settings import Settings

    settings = Settings(
        data_dir=folder,
        database_url=os.environ["RUSHES_DATABASE_URL"],
        url_secret="bench",
        max_open_jobs=10_000_000,
    )
    return Service(settings, worker=False).app


@contextlib.contextmanager
def process(kind: str) -> Iterator[str]:
    """Run a server process; give its URL."""
    with subprocess.Popen(
        [sys.executable, __file__, "--serve", kind],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as child:
        yield child.stdout.readline().strip()
        child.stdin.close()


async def rate(session: aiohttp.ClientSession, method: str, url: str, body: bytes | None) -> float:
    """Return answers per second with IN_FLIGHT requests under way."""
    end, count = time.perf_counter() + SECONDS, 0
    numbers = itertools.count()

    def sent() -> bytes | None:
        # Identical requests without a key are admitted one after another.
        return body and body.replace(b"sea", b"sea, take %d" % next(numbers))

    async def loop() -> None:
        nonlocal count
        while time.perf_counter() < end:
            async with session.request(method, url, data=sent(), headers=HEADERS) as response:
                await response.read()
                assert response.status in {200, 202}, response.status
                count += 1

    start = time.perf_counter()
    await asyncio.gather(*(loop() for _ in range(IN_FLIGHT)))
    return count / (time.perf_counter() - start)


async def measure(kind: str, bare_url: str, url: str) -> None:
    """Print a line per operation: answers per second and the ratio to the bare application."""
    api = f"{url}/api/v1/videos"
    connector = aiohttp.TCPConnector(limit=IN_FLIGHT)
    async with aiohttp.ClientSession(connector=connector) as session:
        async with session.post(api, data=BODY, headers=HEADERS) as response:
            job = (await response.json())["id"]
        operations = [
            ("submit (durable)", "POST", api, BODY),
            ("poll", "GET", f"{api}/{job}", None),
            ("models (62 kB)", "GET", f"{api}/models", None),
        ]
        print(f"{kind:<18} {'per s':>8} {'x bare':>8}   median of {ROUNDS}")
        for name, method, target, body in operations:
            pairs = []
            for _ in range(ROUNDS):
                floor = await rate(session, "GET", bare_url, None)
                pairs.append((await rate(session, method, target, body), floor))
            own = statistics.median(a for a, _ in pairs)
            ratio = statistics.median(a / b for a, b in pairs)
            print(f"{name:<18} {own:>8.0f} {ratio:>8.2f}")


def main() -> None:
    from tests.postgres import PostgresServer

    with process("bare") as bare_url:
        with process("SQLite") as url:
            asyncio.run(measure("SQLite", bare_url, url))
        server = PostgresServer(fsync=True)
        try:
            os.environ["RUSHES_DATABASE_URL"] = server.url(server.database())
            with process("PostgreSQL") as url:
                asyncio.run(measure("PostgreSQL", bare_url, url))
        finally:
            server.remove()


if __name__ == "__main__":
    if "--serve" in sys.argv:
        serve(sys.argv[-1])
    else:
        main()

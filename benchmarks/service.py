"""The service beside a bare ASGI application on the same server: rates, latencies, CPU, memory.

Run `make bench`. Each server is a separate process; the load comes from this one, over
loopback, in turns, so that a ratio holds when the machine's speed drifts. The upstream is a
stand-in, so what is measured is HTTP, checks and durable SQLite, or PostgreSQL with `fsync` on.
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from load import Load, client
from servers import ROOT, Server, server

CONNECTIONS = 64
ROUNDS = 5
SUBMITTERS = 16  # connections that submit while the accepted jobs run
JOBS = 1000  # whose CPU is counted
STARTS = 5


async def rates(kind: str, bare: Server, own: Server) -> None:
    """Print a line per operation: responses per second and the ratio to the bare application."""
    api = f"{own.url}/api/v1/videos"
    async with client(CONNECTIONS) as session:
        job = json.loads(await Load(session, "POST", api).send())["id"]
        floor = Load(session, "GET", bare.url)
        operations = [
            ("submit (durable)", Load(session, "POST", api)),
            ("poll", Load(session, "GET", f"{api}/{job}")),
            ("models (62 kB)", Load(session, "GET", f"{api}/models")),
        ]
        print(f"{kind:<20} {'per s':>8} {'x bare':>8}   median of {ROUNDS}")
        for name, load in operations:
            pairs = []
            for _ in range(ROUNDS):
                reference = await floor.run(CONNECTIONS)
                pairs.append((await load.run(CONNECTIONS), reference))
            rate = statistics.median(a for a, _ in pairs)
            ratio = statistics.median(a / b for a, b in pairs)
            print(f"{name:<20} {rate:>8.0f} {ratio:>8.2f}")


async def while_jobs_run(own: Server) -> None:
    """Print latencies while accepted jobs run in the same process, and the CPU of a job."""
    api = f"{own.url}/api/v1/videos"
    async with client() as session:
        await Load(session, "POST", api).send_many(SUBMITTERS, 100)  # warm
        used, submits = own.settled(), Load(session, "POST", api)
        await submits.send_many(SUBMITTERS, JOBS)
        cpu = (own.settled() - used) / JOBS * 1e3
        print(
            f"submit, {SUBMITTERS} connections, accepted jobs run in the same process:"
            f" p50 {submits.percentile(50):.1f} ms, p99 {submits.percentile(99):.1f} ms"
        )
        print(f"CPU from accepted to completed, submission included: {cpu:.1f} ms per job")
        job = json.loads(await Load(session, "POST", api).send())["id"]
        own.settled()
        poll, others = Load(session, "GET", f"{api}/{job}"), Load(session, "POST", api)
        rate, _ = await asyncio.gather(poll.run(CONNECTIONS), others.run(1))
        p50, p99 = poll.percentile(50), poll.percentile(99)
        print(
            f"poll, {CONNECTIONS} connections, while {len(others.seconds)} jobs run:"
            f" {rate:.0f} per s, p50 {p50:.1f} ms, p99 {p99:.1f} ms, {p99 / p50:.1f} x p50"
        )


def start() -> tuple[float, float]:
    """Return seconds until the first response, and MB of memory a second later."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with tempfile.TemporaryDirectory() as folder:
        began = time.perf_counter()
        command = [sys.executable, "-m", "rushes", "serve", "--port", str(port)]
        process = subprocess.Popen(
            command,
            env=os.environ | {"RUSHES_DATA_DIR": folder, "PYTHONPATH": str(ROOT / "src")},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            while True:
                try:
                    with urllib.request.urlopen(f"http://127.0.0.1:{port}/health"):
                        break
                except OSError:
                    time.sleep(0.005)
            seconds = time.perf_counter() - began
            time.sleep(1)
            status = Path(f"/proc/{process.pid}/status").read_text()
            return seconds, int(status.partition("VmRSS:")[2].split()[0]) / 1024
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(30)


def main() -> None:
    with server("bare") as bare, server("SQLite, jobs wait") as own:
        asyncio.run(rates("SQLite", bare, own))
    with server("SQLite, jobs run") as own:
        asyncio.run(while_jobs_run(own))
    starts = [start() for _ in range(STARTS)]
    seconds, memory = (statistics.median(values) for values in zip(*starts, strict=True))
    print(f"start until the first response: {seconds:.2f} s; memory, idle: {memory:.0f} MB")
    if "--sqlite" in sys.argv:
        return
    from tests.postgres import PostgresServer

    database = PostgresServer(fsync=True)
    try:
        os.environ["RUSHES_DATABASE_URL"] = database.url(database.database())
        with server("bare") as bare, server("PostgreSQL") as own:
            asyncio.run(rates("PostgreSQL", bare, own))
    finally:
        database.remove()


if __name__ == "__main__":
    main()

"""Ten thousand jobs in flight, and one worker beside two: the real service over a stub upstream.

    python benchmarks/flight.py flight [--jobs 10000]    one process, SQLite
    python benchmarks/flight.py workers [--jobs 400]     PostgreSQL, one worker process and two

The stub upstream is a process of its own: it keeps nothing, an id tells when its job is done. What
is compared to is the time at which the upstream had the video, so the lag is all ours. Load, stub,
database and service share this machine.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import aiohttp

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
ENDED = ("completed", "failed", "cancelled", "expired")
BODY = {"model": "google/veo-3.1", "prompt": "A calm sea", "duration": 8}
HEADERS = {"Authorization": "Bearer bench", "Content-Type": "application/json"}
CAPABILITIES = {
    "on_lost_response": "idempotent",
    "cancels": True,
    "concurrency": 100_000,
    "keeps_outputs": 3600,
}
CLIENTS = 32
LEAST, SPREAD = 200.0, 60.0  # seconds to make a video: longer than it takes to submit them all


def upstream(least: float, spread: float) -> None:
    """Serve the stub until stdin closes: a job is done `least` to `least + spread` seconds on."""
    from tests.mp4 import minimal_mp4
    from tests.service import serving

    video = minimal_mp4(bytes(50_000))
    polls = 0

    async def app(scope, receive, send):
        nonlocal polls
        if scope["type"] == "lifespan":
            while (message := await receive())["type"] != "lifespan.shutdown":
                await send({"type": f"{message['type']}.complete"})
            await send({"type": "lifespan.shutdown.complete"})
            return
        path, kind, status = scope["path"], b"application/json", 200
        if scope["method"] == "POST":
            while (await receive()).get("more_body"):
                pass
            done = time.time() + least + random.random() * spread
            name = f"up-{done:.3f}-{random.getrandbits(40)}"
            body, status = _shown(name, "pending"), 202
        elif path.endswith("/content"):
            body, kind = video, b"video/mp4"
        elif path == "/polls":
            body = str(polls).encode()
        else:
            polls += 1
            name = path.rpartition("/")[2]
            ready = time.time() >= float(name.split("-")[1])
            body = _shown(name, "completed" if ready else "in_progress")
        headers = [(b"content-type", kind), (b"content-length", b"%d" % len(body))]
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": body})

    with serving(app) as url:
        print(url, flush=True)
        sys.stdin.read()


def _shown(name: str, status: str) -> bytes:
    job = {"id": name, "status": status, "polling_url": f"/api/v1/videos/{name}"}
    if status == "completed":
        job |= {"unsigned_urls": [], "usage": {"cost": 1.0}}
    return json.dumps(job).encode()


class Process:
    """A process of this benchmark, its CPU seconds and its memory."""

    def __init__(self, *arguments: str, **environment: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=os.environ | {"PYTHONPATH": f"{ROOT}:{ROOT}/src"} | environment,
            text=True,
        )

    def line(self, stream: str, pattern: str) -> str:
        """Return what the first line that matches says."""
        for line in getattr(self.process, stream):
            if match := re.search(pattern, line):
                return match[1]
        raise SystemExit(f"a process ended early: {self.process.args}")

    def cpu(self) -> float:
        """Return the CPU seconds used so far."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def memory(self) -> float:
        """Return the resident memory in MB."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024

    def end(self) -> None:
        """End it, if it has not ended."""
        self.process.stdin.close()
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        self.process.wait(120)


def stub(least: float, spread: float) -> tuple[Process, str]:
    process = Process(__file__, "upstream", "--least", str(least), "--spread", str(spread))
    return process, process.line("stdout", r"(http://\S+)")


def service(folder: Path, stub_url: str, *options: str, **environment: str) -> tuple[Process, str]:
    process = Process(
        "-m",
        "rushes",
        "serve",
        "--port",
        "0",
        *options,
        RUSHES_DATA_DIR=str(folder),
        RUSHES_OPENROUTER_BASE_URL=f"{stub_url}/api/v1",
        RUSHES_PROVIDERS="openrouter",
        RUSHES_OPENROUTER_API_KEY="bench",
        RUSHES_OPENROUTER_CAPABILITIES=json.dumps(CAPABILITIES),
        RUSHES_MAX_OPEN_JOBS="1000000",
        **environment,
    )
    return process, process.line("stderr", r"serves (http://\S+)/api")


async def submit(url: str, count: int) -> float:
    """Submit jobs from several clients; return the seconds it took."""
    left = iter(range(count))
    began = time.time()

    async def client(session: aiohttp.ClientSession) -> None:
        for number in left:
            body = json.dumps({**BODY, "seed": number})
            async with session.post(f"{url}/api/v1/videos", data=body) as answer:
                assert answer.status == 202, await answer.text()

    async with aiohttp.ClientSession(headers=HEADERS) as session:
        await asyncio.gather(*(client(session) for _ in range(CLIENTS)))
    return time.time() - began


def flight(jobs: int, least: float, spread: float) -> None:
    """Hold many jobs in one process and see how late their ends show."""
    import sqlite3

    upstream_process, stub_url = stub(least, spread)
    with tempfile.TemporaryDirectory() as folder:
        process, url = service(Path(folder), stub_url)
        empty = process.memory()
        submitted = time.time()
        took = asyncio.run(submit(url, jobs))
        rows = sqlite3.connect(f"file:{folder}/rushes.sqlite3?mode=ro", uri=True)
        waiting = "SELECT count(*) FROM jobs WHERE state IN ('queued', 'submitting')"
        while rows.execute(waiting).fetchone()[0]:
            time.sleep(0.2)
        ordered = time.time() - submitted
        cpu, began = process.cpu(), time.time()
        peak = process.memory()
        time.sleep(20)
        hold = (process.cpu() - cpu) / (time.time() - began)
        open_jobs = "SELECT count(*) FROM jobs WHERE state NOT IN ('completed', 'failed')"
        while rows.execute(open_jobs).fetchone()[0]:
            peak = max(peak, process.memory())
            time.sleep(0.5)
        ended = rows.execute("SELECT upstream_id, ended_at, state FROM jobs").fetchall()
        whole = process.cpu()
        rows.close()
        process.end()
    upstream_process.end()
    lags = sorted(at - float(name.split("-")[1]) for name, at, _ in ended)
    completed = sum(state == "completed" for *_, state in ended)
    print(f"{jobs} jobs, each made in {least:g} to {least + spread:g} s; {completed} completed")
    print(f"  submitted in {took:.1f} s, {jobs / took:.0f} a second, sent upstream meanwhile")
    print(f"  all accepted by the upstream after {ordered:.1f} s, {jobs / ordered:.0f} a second")
    each = (peak - empty) / jobs * 1024
    print(f"  memory {empty:.0f} MB empty, {peak:.0f} MB at most: {each:.1f} KB a job")
    print(f"  CPU while all are in flight: {hold:.0%} of a core")
    print(f"  CPU in all: {whole / jobs * 1000:.1f} ms a job")
    print(
        f"  from the upstream's end to ours: median {statistics.median(lags):.1f} s,"
        f" p99 {lags[int(len(lags) * 0.99)]:.1f} s, longest {lags[-1]:.1f} s"
    )


def workers(jobs: int) -> None:
    """Finish jobs of two seconds with one worker process, then with two."""
    from tests.postgres import PostgresServer

    server = PostgresServer(fsync=True)
    upstream_process, stub_url = stub(2, 0)
    try:
        rates = [_rate(server, stub_url, jobs, count) for count in (1, 2, 1, 2)]
    finally:
        upstream_process.end()
        server.remove()
    one, two = max(rates[0::2]), max(rates[1::2])
    print(f"{jobs} jobs of 2 s on PostgreSQL, better of two runs:")
    print(f"  one worker {one:.1f} jobs/s, two {two:.1f} jobs/s: {two / one:.2f} times")


def _rate(server, stub_url: str, jobs: int, count: int) -> float:
    database = server.url(server.database())
    with tempfile.TemporaryDirectory() as folder:
        shared = {
            "RUSHES_DATABASE_URL": database,
            "RUSHES_OUTPUTS_URL": f"{folder}/outputs",
            "RUSHES_URL_SECRET": "bench",
        }
        api, url = service(Path(folder) / "api", stub_url, "--no-worker", **shared)
        asyncio.run(submit(url, jobs))
        began = time.time()
        processes = [
            Process(
                "-m",
                "rushes",
                "worker",
                RUSHES_DATA_DIR=f"{folder}/worker-{n}",
                RUSHES_OPENROUTER_BASE_URL=f"{stub_url}/api/v1",
                RUSHES_PROVIDERS="openrouter",
                RUSHES_OPENROUTER_API_KEY="bench",
                RUSHES_OPENROUTER_CAPABILITIES=json.dumps(CAPABILITIES),
                **shared,
            )
            for n in range(count)
        ]
        name = database.partition("?")[0].rpartition("/")[2]
        query = "SELECT count(*), max(ended_at) FROM jobs WHERE state = 'completed'"
        while (found := server.execute(query, name)[0])[0] < jobs:
            time.sleep(0.1)
        first = "SELECT min(accepted_at) FROM jobs"
        rate = jobs / (found[1] - server.execute(first, name)[0][0])
        for process in (*processes, api):
            process.end()
        print(f"  {count} workers: {rate:.1f} jobs/s, {found[1] - began:.1f} s with start-up")
    return rate


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("what", choices=("flight", "workers", "upstream"))
    parser.add_argument("--jobs", type=int)
    parser.add_argument("--least", type=float, default=LEAST)
    parser.add_argument("--spread", type=float, default=SPREAD)
    chosen = parser.parse_args()
    if chosen.what == "upstream":
        upstream(chosen.least, chosen.spread)
    elif chosen.what == "flight":
        flight(chosen.jobs or 10_000, chosen.least, chosen.spread)
    else:
        workers(chosen.jobs or 400)


if __name__ == "__main__":
    main()

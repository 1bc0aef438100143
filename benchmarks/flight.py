"""Ten thousand jobs in flight, and one worker beside two: the real service over a stub upstream.

    python benchmarks/flight.py flight [--jobs 10000]       one process, SQLite
    python benchmarks/flight.py providers [--jobs 10000]    the same over three providers
    python benchmarks/flight.py workers [--jobs 400]        PostgreSQL, one worker process and two

What is compared to is the time at which the upstream had the video, so the lag is all ours. Load,
stub, database and service share this machine.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import re
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Sequence
from pathlib import Path

import aiohttp
from stub_upstream import PATHS, ROOT, done_at

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT))
MODELS = {  # by the provider that makes it here
    "kling": "kwaivgi/kling-v3.0-std",
    "minimax": "minimax/hailuo-3-max",
    "openrouter": "google/veo-3.1",
}
HEADERS = {"Authorization": "Bearer bench", "Content-Type": "application/json"}
CAPABILITIES = {"concurrency": 100_000, "interval": 0, "keeps_outputs": 3600}
POLL_INTERVAL = 15.0  # seconds, which the interval between polls of a job grows to
CLIENTS = 32
WARM_UP = 30  # jobs
LEAST, SPREAD = 200.0, 60.0  # seconds to make a video: longer than it takes to submit them all


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
    program = str(HERE / "stub_upstream.py")
    process = Process(program, "--least", str(least), "--spread", str(spread))
    return process, process.line("stdout", r"(http://\S+)")


def settings_of(stub_url: str, providers: Sequence[str]) -> dict[str, str]:
    """Return variables that switch providers on, all of them at the stub."""
    found = {"RUSHES_PROVIDERS": ",".join(providers)}
    for name in providers:
        own = f"RUSHES_{name.upper()}"
        found[f"{own}_BASE_URL"] = stub_url + PATHS[name]
        found[f"{own}_API_KEY"] = "bench"
        found[f"{own}_CAPABILITIES"] = json.dumps(CAPABILITIES)
    return found


def service(folder: Path, *options: str, port: int = 0, **environment: str) -> tuple[Process, str]:
    process = Process(
        "-m",
        "rushes",
        "serve",
        "--port",
        str(port),
        *options,
        RUSHES_DATA_DIR=str(folder),
        RUSHES_MAX_OPEN_JOBS="1000000",
        **environment,
    )
    return process, process.line("stderr", r"serves (http://\S+)/api")


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


async def submit(
    url: str, count: int, providers: Sequence[str] = ("openrouter",), prompt: str = "A calm sea"
) -> float:
    """Submit jobs from several clients, to providers in turn; return the seconds it took."""
    left = iter(range(count))
    began = time.time()

    async def client(session: aiohttp.ClientSession) -> None:
        for number in left:
            model = MODELS[providers[number % len(providers)]]
            body = json.dumps({"model": model, "prompt": f"{prompt}, {number}", "duration": 8})
            async with session.post(f"{url}/api/v1/videos", data=body) as answer:
                assert answer.status == 202, await answer.text()

    async with aiohttp.ClientSession(headers=HEADERS) as session:
        await asyncio.gather(*(client(session) for _ in range(CLIENTS)))
    return time.time() - began


def flight(
    jobs: int, least: float, spread: float, providers: Sequence[str], *, callbacks: bool
) -> None:
    """Hold many jobs in one process and see how late their ends show."""
    import sqlite3

    upstream_process, stub_url = stub(least, spread)
    environment, port = settings_of(stub_url, providers), free_port()
    if callbacks:
        environment["RUSHES_PUBLIC_URL"] = f"http://127.0.0.1:{port}"
    with tempfile.TemporaryDirectory() as folder:
        process, url = service(Path(folder), port=port, **environment)
        rows = sqlite3.connect(f"file:{folder}/rushes.sqlite3?mode=ro", uri=True)
        open_jobs = "SELECT count(*) FROM jobs WHERE ended_at IS NULL"
        asyncio.run(submit(url, WARM_UP, providers, "A sea, quickly"))  # shows who calls back
        while rows.execute(open_jobs).fetchone()[0]:
            time.sleep(0.2)
        earlier = counted(stub_url)
        empty, used = process.memory(), process.cpu()
        submitted = time.time()
        took = asyncio.run(submit(url, jobs, providers))
        waiting = "SELECT count(*) FROM jobs WHERE state IN ('queued', 'submitting')"
        while rows.execute(waiting).fetchone()[0]:
            time.sleep(0.2)
        ordered = time.time() - submitted
        cpu, began = process.cpu(), time.time()
        peak = process.memory()
        time.sleep(20)
        hold = (process.cpu() - cpu) / (time.time() - began)
        while rows.execute(open_jobs).fetchone()[0]:
            peak = max(peak, process.memory())
            time.sleep(0.5)
        ended = rows.execute(
            "SELECT upstream_id, ended_at, state, provider FROM jobs WHERE prompt LIKE 'A calm%'"
        ).fetchall()
        whole = process.cpu() - used
        counts = counted(stub_url)
        rows.close()
        process.end()
    upstream_process.end()
    completed = sum(state == "completed" for _, _, state, _ in ended)
    print(f"{jobs} jobs, each made in {least:g} to {least + spread:g} s; {completed} completed")
    print(f"  submitted in {took:.1f} s, {jobs / took:.0f} a second, sent upstream meanwhile")
    print(f"  all accepted by the upstream after {ordered:.1f} s, {jobs / ordered:.0f} a second")
    each = (peak - empty) / jobs * 1024
    print(f"  memory {empty:.0f} MB empty, {peak:.0f} MB at most: {each:.1f} KB a job")
    print(f"  CPU while all are in flight: {hold:.0%} of a core")
    print(f"  CPU in all: {whole / jobs * 1000:.1f} ms a job")
    print("  from the upstream's end to ours:")
    lags = {name: [] for name in providers}
    for name, at, _, provider in ended:
        lags[provider].append(at - done_at(name))
    for provider, found in lags.items():
        print(f"    {provider}: {lag_line(found)}")
    print(f"    all: {lag_line([lag for found in lags.values() for lag in found])}")
    print("  requests at the upstream:")
    for kind in sorted(counts):
        print(f"    {kind}: {counts[kind] - earlier.get(kind, 0)}")


def counted(stub_url: str) -> dict[str, int]:
    """Return how many requests of each kind the stub has had."""
    with urllib.request.urlopen(f"{stub_url}/counts", timeout=30) as answer:
        return json.load(answer)


def lag_line(lags: list[float]) -> str:
    ordered = sorted(lags)
    p99 = ordered[int(len(ordered) * 0.99)]
    return (
        f"median {statistics.median(ordered):.1f} s, p99 {p99:.1f} s"
        f" ({p99 / POLL_INTERVAL:.2f} poll intervals), longest {ordered[-1]:.1f} s"
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
        shared |= settings_of(stub_url, ["openrouter"])
        api, url = service(Path(folder) / "api", "--no-worker", **shared)
        asyncio.run(submit(url, jobs))
        began = time.time()
        processes = [
            Process("-m", "rushes", "worker", RUSHES_DATA_DIR=f"{folder}/worker-{n}", **shared)
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
    parser.add_argument("what", choices=("flight", "providers", "workers"))
    parser.add_argument("--jobs", type=int)
    parser.add_argument("--least", type=float, default=LEAST)
    parser.add_argument("--spread", type=float, default=SPREAD)
    parser.add_argument("--no-callbacks", action="store_true", help="set no public URL")
    chosen = parser.parse_args()
    if chosen.what == "workers":
        workers(chosen.jobs or 400)
        return
    providers = list(MODELS) if chosen.what == "providers" else ["openrouter"]
    callbacks = chosen.what == "providers" and not chosen.no_callbacks
    flight(chosen.jobs or 10_000, chosen.least, chosen.spread, providers, callbacks=callbacks)


if __name__ == "__main__":
    main()

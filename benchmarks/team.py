"""A team's load on the whole service, while its two API processes are restarted one after another.

    python benchmarks/team.py [--seconds 600] [--keys 1000] [--streams 2000] [--polls 500]

nginx with the files of deploy/, two APIs, a worker, PostgreSQL, and a stub of a provider share this
machine with the load. It ends with 1 if a request failed, a job was lost, polls were slow, or
memory grew.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import itertools
import json
import os
import re
import resource
import secrets
import signal
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import uvloop
from flight import MODELS, ROOT, settings_of, stub

sys.path.insert(0, str(ROOT))
PROVIDER = "kling"
LEAST, SPREAD = 30.0, 20.0  # seconds to make a video
MOST_P99 = 100.0  # milliseconds of a poll
MOST_GROWTH = 1.1  # of a process's memory, over the last two thirds
SAMPLES = 2.0  # seconds between two looks at the memory
LAST_JOBS = 240.0  # seconds that the jobs may take after the load
TIMEOUT = 60.0  # seconds for a process to start
STOPPED = b'"status":"completed"', b'"status":"failed"', b'"status":"expired"'
LAST_CHUNK = b"\r\n0\r\n\r\n"
FILES = 65_536


class Part:
    """A process of the service; its output goes to a file."""

    def __init__(self, name: str, folder: Path, *arguments: str, **environment: str) -> None:
        self.name = name
        self._arguments, self._environment = arguments, environment
        self._log = folder / f"{name}.log"
        self.cpu_before = 0.0
        self.process = self._start()

    def _start(self) -> subprocess.Popen[bytes]:
        with self._log.open("ab") as log:
            return subprocess.Popen(
                [sys.executable, "-m", "rushes", *self._arguments],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env=os.environ | {"PYTHONPATH": f"{ROOT}/src"} | self._environment,
            )

    def restart(self) -> None:
        self.stop()
        self.process = self._start()

    def stop(self) -> None:
        self.cpu_before += cpu_of(self.process.pid)
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(TIMEOUT)

    def cpu(self) -> float:
        return self.cpu_before + cpu_of(self.process.pid)

    def log(self) -> str:
        return self._log.read_text()[-3000:]


def cpu_of(pid: int) -> float:
    """Return the CPU seconds of a process and of its children that have ended."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")


def family(pid: int) -> list[int]:
    """Return a process and all that it started, which still run."""
    found = [pid]
    for each in found:
        with contextlib.suppress(OSError):
            children = Path(f"/proc/{each}/task/{each}/children").read_text().split()
            found += map(int, children)
    return found


def memory_of(pid: int) -> float:
    """Return the resident memory in MB, without what is shared."""
    resident, shared = Path(f"/proc/{pid}/statm").read_text().split()[1:3]
    return (int(resident) - int(shared)) * resource.getpagesize() / 1e6


@dataclass
class Figures:
    """What the clients saw."""

    statuses: Counter[str] = field(default_factory=Counter)
    broken: Counter[str] = field(default_factory=Counter)
    seconds: dict[str, list[tuple[float, float]]] = field(default_factory=lambda: defaultdict(list))
    jobs: list[str] = field(default_factory=list)
    streams_most: int = 0

    def percentile(self, kind: str, percent: float, since: float = 0, until: float = 1e12) -> float:
        """Return milliseconds within which so many of a hundred requests were answered."""
        found = sorted(s for at, s in self.seconds[kind] if since <= at <= until)
        return found[min(int(len(found) * percent / 100), len(found) - 1)] * 1e3 if found else 0.0


class Load:
    """Clients of one proxy: cheap ones, that read only what they must of a response."""

    def __init__(self, port: int, keys: list[str], most_streams: int) -> None:
        self.figures = Figures()
        self._port = port
        self._keys = itertools.cycle(keys)
        self._most_streams = most_streams
        self._open: dict[str, str] = {}  # the key of each job that is not known to have ended
        self._streams: set[asyncio.Task[None]] = set()
        self._numbers = itertools.count()
        self.stopping = False

    async def run(self, kind: str, rate: float, seconds: float, clients: int) -> None:
        """Send requests of a kind at a steady rate, whatever the answers take."""
        began, numbers = time.monotonic(), itertools.count()

        async def client() -> None:
            connection = _Connection(self._port)
            while (due := next(numbers) / rate) < seconds:
                await asyncio.sleep(max(0.0, began + due - time.monotonic()))
                if (request := self._request(kind)) is None:
                    continue
                key, raw = request
                try:
                    status, body = await connection.send(raw)
                except (OSError, EOFError) as error:
                    self.figures.broken[f"{kind}: {type(error).__name__}"] += 1
                    connection.close()
                    continue
                now = time.monotonic()
                self.figures.statuses[f"{kind} {status}"] += 1
                self.figures.seconds[kind].append((now, now - began - due))
                if status == 202:
                    self._follow(json.loads(body)["id"], key)
            connection.close()

        await asyncio.gather(*(client() for _ in range(clients)))

    def _request(self, kind: str) -> tuple[str, bytes] | None:
        if kind == "submit":
            body = json.dumps(
                {
                    "model": MODELS[PROVIDER],
                    "prompt": f"A sea, {next(self._numbers)}",
                    "duration": 5,
                }
            ).encode()
            key = next(self._keys)
            return key, _head("POST", "", key, len(body)) + body
        if not self._open:
            return None
        job, key = next(iter(self._open.items()))
        self._open[job] = self._open.pop(job)  # each in turn
        return key, _head("GET", f"/{job}", key)

    def _follow(self, job: str, key: str) -> None:
        self.figures.jobs.append(job)
        self._open[job] = key
        if len(self._streams) < self._most_streams:
            task = asyncio.create_task(self._stream(job, key))
            self._streams.add(task)
            task.add_done_callback(self._streams.discard)
            self.figures.streams_most = max(self.figures.streams_most, len(self._streams))

    async def _stream(self, job: str, key: str) -> None:
        while not self.stopping:
            connection, retry = _Connection(self._port), 3.0
            try:
                status = await connection.open_stream(_head("GET", f"/{job}/events", key))
                self.figures.statuses[f"stream {status}"] += 1
                while status == 200 and (data := await connection.read()):
                    if any(word in data for word in STOPPED):
                        self._open.pop(job, None)
                        return
                    if b"retry: " in data:
                        retry = int(data.rpartition(b"retry: ")[2].split(b"\n")[0]) / 1e3
                    if data.endswith(LAST_CHUNK):  # the proxy keeps the connection
                        break
            except (OSError, EOFError) as error:
                self.figures.broken[f"stream: {type(error).__name__}"] += 1
            finally:
                connection.close()
            self.figures.statuses["stream again"] += 1
            await asyncio.sleep(retry)

    async def end(self) -> None:
        """End the streams."""
        self.stopping = True
        for task in list(self._streams):
            task.cancel()
        await asyncio.gather(*self._streams, return_exceptions=True)


class _Connection:
    """A connection that is kept, and made again where the proxy closes it."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def send(self, request: bytes) -> tuple[int, bytes]:
        reader, writer = await self._connected()
        writer.write(request)
        head = await reader.readuntil(b"\r\n\r\n")
        lower = head.lower()
        length = int(lower.partition(b"content-length: ")[2].split(b"\r\n")[0])
        body = await reader.readexactly(length)
        if b"connection: close" in lower:
            self.close()
        return int(head[9:12]), body

    async def open_stream(self, request: bytes) -> int:
        reader, writer = await self._connected()
        writer.write(request)
        return int((await reader.readuntil(b"\r\n\r\n"))[9:12])

    async def read(self) -> bytes:
        reader, _ = await self._connected()
        return await reader.read(65_536)

    async def _connected(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        if self._streams is None:
            self._streams = await asyncio.open_connection("127.0.0.1", self._port)
        return self._streams

    def close(self) -> None:
        if self._streams is not None:
            self._streams[1].close()
            self._streams = None


def _head(method: str, path: str, key: str, length: int | None = None) -> bytes:
    sized = (
        "" if length is None else f"Content-Type: application/json\r\nContent-Length: {length}\r\n"
    )
    return (
        f"{method} /api/v1/videos{path} HTTP/1.1\r\nHost: 127.0.0.1\r\n"
        f"Authorization: Bearer {key}\r\n{sized}\r\n"
    ).encode()


async def stored_keys(database_url: str, count: int) -> list[str]:
    """Create API keys, as `rushes keys create` does; return their texts."""
    from rushes.catalog.model import load_catalog
    from rushes.keys.changes import NewKeyRequest, create_key
    from rushes.runtime import open_store
    from rushes.settings import Settings

    async with open_store(Settings(database_url=database_url)) as store:
        catalog = load_catalog()
        requests = [NewKeyRequest(name=f"Member {number}") for number in range(count)]
        return [(await create_key(store.api_keys, each, catalog))[1] for each in requests]


async def ready(port: int) -> None:
    """Wait until an API is ready."""
    deadline = time.monotonic() + TIMEOUT
    while not await asyncio.to_thread(_is_ready, port):
        if time.monotonic() > deadline:
            raise SystemExit(f"the API on port {port} did not become ready")
        await asyncio.sleep(0.2)


def _is_ready(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/ready", timeout=5) as response:
            return response.status == 200
    except (OSError, urllib.error.URLError):
        return False


class Team:
    """The processes of a team's service."""

    def __init__(self, folder: Path, database_url: str, stub_url: str, ports: list[int]) -> None:
        environment = {
            "RUSHES_DATABASE_URL": database_url,
            "RUSHES_OUTPUTS_URL": str(folder / "outputs"),
            "RUSHES_URL_SECRET": secrets.token_hex(16),
            "RUSHES_KEEP_OUTPUTS": "120",
            "RUSHES_MAX_STREAMS": "10000",
            "RUSHES_MAX_OPEN_JOBS": "1000000",
            "RUSHES_WORKER_JOBS": "6000",  # more than twice 50 a second of 45 s each
            **settings_of(stub_url, [PROVIDER]),
        }
        self.ports = ports
        self.apis = [
            Part(
                f"api-{number}",
                folder,
                *("serve", "--no-worker", "--port", str(port)),
                RUSHES_DATA_DIR=str(folder / f"api-{number}"),
                **environment,
            )
            for number, port in enumerate(ports, 1)
        ]
        worker = {"RUSHES_DATA_DIR": str(folder / "worker"), **environment}
        # As in the units of deploy/.
        self.worker = Part("worker", folder, "worker", "--priority", "idle", **worker)
        self.memory: dict[str, list[tuple[float, float]]] = defaultdict(list)

    @property
    def parts(self) -> list[Part]:
        return [*self.apis, self.worker]

    async def restart_each(self) -> list[tuple[float, float]]:
        """Restart one API after the other; return when each of them was away."""
        away = []
        for part, port in zip(self.apis, self.ports, strict=True):
            began = time.monotonic()
            await asyncio.to_thread(part.restart)
            await ready(port)
            away.append((began, time.monotonic()))
            await asyncio.sleep(5)
        return away

    async def sample_memory(self, others: dict[str, int]) -> None:
        while True:
            pids = {part.name: part.process.pid for part in self.parts} | others
            for name, pid in pids.items():
                with contextlib.suppress(OSError):
                    total = sum(map(memory_of, family(pid)))
                    self.memory[f"{name} {pid}"].append((time.monotonic(), total))
            await asyncio.sleep(SAMPLES)

    def stop(self) -> None:
        for part in self.parts:
            if part.process.poll() is None:
                part.stop()


@contextlib.contextmanager
def proxied(folder: Path, ports: list[int]) -> Iterator[tuple[int, int]]:
    """Run nginx before the APIs; yield its port and process."""
    from tests.deploy.proxies import nginx

    before = set(family(os.getpid()))
    with nginx(folder, [f"127.0.0.1:{port}" for port in ports], tls=False) as proxy:
        (pid, *_) = sorted(set(family(os.getpid())) - before)
        yield int(proxy.url.rpartition(":")[2]), pid


async def measure(chosen: argparse.Namespace, folder: Path, server, stub_process) -> int:
    from tests.deploy.proxies import free_ports

    database_url = server.url(server.database())
    keys = await stored_keys(database_url, chosen.keys)
    team = Team(folder, database_url, stub_process[1], free_ports(2))
    try:
        for port in team.ports:
            await ready(port)
        (folder / "nginx").mkdir()
        with proxied(folder / "nginx", team.ports) as (port, nginx_pid):
            others = {"nginx": nginx_pid, "PostgreSQL": server._process.pid}
            sampling = asyncio.create_task(team.sample_memory(others))
            load, seconds = Load(port, keys, chosen.streams), chosen.seconds
            began, own = time.monotonic(), time.process_time()
            running = asyncio.gather(
                load.run("submit", chosen.submits, seconds, 32),
                load.run("poll", chosen.polls, seconds, 64),
            )
            await asyncio.sleep(seconds * 0.4)
            away = await team.restart_each()
            await running
            used = {part.name: part.cpu() for part in team.parts}
            used |= {name: sum(map(cpu_of, family(pid))) for name, pid in others.items()}
            used |= {"stub": stub_process[0].cpu(), "load": time.process_time() - own}
            took = time.monotonic() - began
            sampling.cancel()
            states = await _ended(server, database_url, load.figures.jobs)
            await load.end()
            errors = (folder / "nginx" / "error.log").read_text().splitlines()
        noise = re.compile(r".*?\*\d+ |, (client|request|upstream|host): .*")
        kinds = Counter(noise.sub("", error) for error in errors)
        for kind, count in kinds.most_common():
            print(f"nginx, {count} times: {kind}")
        return report(load.figures, team, states, used, took, away)
    except BaseException:
        for part in team.parts:
            print(part.name, part.log())
        raise
    finally:
        team.stop()


async def _ended(server, database_url: str, jobs: list[str]) -> Counter[str]:
    """Wait for the ends of all jobs; return in which states they are."""
    name, deadline = database_url.partition("@/")[2].partition("?")[0], time.monotonic() + LAST_JOBS
    while True:
        rows = await asyncio.to_thread(server.execute, "SELECT id, state FROM jobs", name)
        states = dict(rows)
        found = Counter(states.get(job, "lost") for job in jobs)
        if set(found) <= {"completed", "failed", "expired", "lost"} or time.monotonic() > deadline:
            return found
        await asyncio.sleep(2)


def report(figures, team, states, used, took, away) -> int:
    """Print the figures; return 1 if one is not as it must be."""
    print(f"{took:.0f} s, load {os.getloadavg()[0]:.1f}; at most {figures.streams_most} streams")
    for kind in ("poll", "submit"):
        values = [figures.percentile(kind, percent) for percent in (50, 99, 99.9, 100)]
        rate = len(figures.seconds[kind]) / took
        print(f"{kind}: {rate:.0f}/s, ms at 50, 99, 99.9, 100 %: {values[0]:.1f}", end="")
        print(*(f", {value:.1f}" for value in values[1:]), sep="")
    for since, until in away:
        p99 = figures.percentile("poll", 99, since, until + 3)
        print(f"an API was away for {until - since:.1f} s: poll p99 {p99:.1f} ms")
    print("answers:", dict(sorted(figures.statuses.items())))
    print("jobs:", dict(states))
    print("CPU cores:", {name: round(seconds / took, 3) for name, seconds in used.items()})
    problems = []
    failed = {n: c for n, c in figures.statuses.items() if n.split()[1].startswith(("4", "5"))}
    if failed or figures.broken:
        problems.append(f"requests failed: {failed} {dict(figures.broken)}")
    if set(states) != {"completed"}:
        problems.append(f"jobs did not complete: {dict(states)}")
    if figures.percentile("poll", 99) > MOST_P99:
        problems.append(f"the p99 of polls is above {MOST_P99:.0f} ms")
    for name, samples in team.memory.items():
        grown = _growth(samples)
        values = [megabytes for _, megabytes in samples]
        print(
            f"memory of {name}: {values[0]:.0f} to {values[-1]:.0f} MB, at most {max(values):.0f}"
        )
        if grown is not None and grown > MOST_GROWTH:
            problems.append(f"the memory of {name} grew by a factor of {grown:.2f}")
    print(*problems or ["all as it must be"], sep="\n")
    return int(bool(problems))


def _growth(samples: list[tuple[float, float]]) -> float | None:
    """Return by what factor memory grew from the second third of a process's time to the last.

    None for a process that did not run for long.
    """
    if samples[-1][0] - samples[0][0] < 120:
        return None
    third = len(samples) // 3
    before = sorted(megabytes for _, megabytes in samples[third : 2 * third])
    after = sorted(megabytes for _, megabytes in samples[2 * third :])
    return after[len(after) // 2] / before[len(before) // 2]


def main() -> None:
    """Start everything, run the load, print the figures."""
    from tests.postgres import PostgresServer

    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--keys", type=int, default=1000)
    parser.add_argument("--streams", type=int, default=2000)
    parser.add_argument("--polls", type=float, default=500, help="per second")
    parser.add_argument("--submits", type=float, default=50, help="per second")
    parser.add_argument("--no-fsync", action="store_true", help="leave the disk out of it")
    chosen = parser.parse_args()
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    limit = FILES if hard == resource.RLIM_INFINITY else min(FILES, hard)
    resource.setrlimit(resource.RLIMIT_NOFILE, (limit, hard))
    server, stub_process = PostgresServer(fsync=not chosen.no_fsync), stub(LEAST, SPREAD)
    try:
        with tempfile.TemporaryDirectory(prefix="rushes-team-") as folder:
            sys.exit(uvloop.run(measure(chosen, Path(folder), server, stub_process)))
    finally:
        stub_process[0].end()
        server.remove()


if __name__ == "__main__":
    main()

"""The SDK beside bare httpx and the official package, against one local stub, in turns.

    python benchmarks/sdk.py [--official PYTHON]

Each client lives in a process of its own and is asked in turns, so that the ratios hold when the
machine's speed drifts. The official package (openrouter==1.3.84) is installed with pip into a
temporary virtual environment, or taken from the interpreter given; all three then run in that
environment, ours from the source tree, as bytecode like the others. Without either it is left out.

Times are medians; a ratio is the median of the rounds' ratios. CPU is user and system time. The
floor is what our first call cannot go below: bare httpx without certificates, which http:// does
not need, and one pydantic model of three keys.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from operator import truediv
from pathlib import Path

SOURCE = Path(__file__).resolve().parent.parent / "src"
OFFICIAL = "openrouter==1.3.84"
STARTS = 15
ROUNDS = 7
SECONDS = 0.6
TASKS = 100
MEGABYTES = 200
LARGE_BLOCK = 1 << 20  # bytes
JOB = "gen-vid-1793000000-k3Vd81Qm0ZrT5yXw7LbN"
REQUEST = {
    "model": "acme/river-1",
    "prompt": "A calm sea",
    "duration": 8,
    "aspect_ratio": "16:9",
    "resolution": "720p",
}
ROW = {
    "id": "acme/river-1",
    "canonical_slug": "acme/river-1-20261101",
    "name": "Acme: River 1",
    "created": 1793000000,
    "description": "A river. " * 60,
    "supported_resolutions": ["480p", "720p", "1080p"],
    "supported_aspect_ratios": ["16:9", "9:16", "1:1"],
    "supported_sizes": ["1280x720", "720x1280", "1920x1080"],
    "supported_durations": [4, 6, 8],
    "supported_frame_images": ["first_frame", "last_frame"],
    "upscale_factor": None,
    "creativity": None,
    "generate_audio": True,
    "seed": True,
    "pricing_skus": {"duration_seconds": "0.03"},
    "allowed_passthrough_parameters": ["steps"],
}
ANSWERS = {
    "POST": (202, {"id": JOB, "polling_url": f"/api/v1/videos/{JOB}", "status": "pending"}),
    "GET": (
        200,
        {
            "id": JOB,
            "polling_url": f"/api/v1/videos/{JOB}",
            "status": "completed",
            "generation_id": JOB,
            "unsigned_urls": [f"https://video.example.net/api/v1/videos/{JOB}/content?index=0"],
            "usage": {"cost": 0.36, "is_byok": False},
        },
    ),
    "models": (200, {"data": [ROW | {"id": f"acme/river-{n}"} for n in range(100)]}),
}


# The stub: the least HTTP that keeps a connection alive.


def _head(status: int, kind: str, length: int) -> bytes:
    return (
        f"HTTP/1.1 {status} OK\r\ncontent-type: {kind}\r\ncontent-length: {length}\r\n\r\n"
    ).encode()


def _whole(status: int, body: object) -> bytes:
    written = json.dumps(body).encode()
    return _head(status, "application/json", len(written)) + written


async def stub() -> None:
    """Serve until stdin closes; print the base URL."""
    whole = {name: _whole(*answer) for name, answer in ANSWERS.items()}
    block = bytes(1 << 20)

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(asyncio.IncompleteReadError, ConnectionError):
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                method, path, _ = head.split(b" ", 2)
                lowered = head.lower()
                if (at := lowered.find(b"content-length:")) >= 0:
                    await reader.readexactly(int(lowered[at + 15 : lowered.index(b"\r\n", at)]))
                if b"/content" in path:
                    writer.write(_head(200, "video/mp4", MEGABYTES << 20))
                    for _ in range(MEGABYTES):
                        writer.write(block)
                        await writer.drain()
                else:
                    name = "models" if path.endswith(b"/models") else method.decode()
                    writer.write(whole[name])
        writer.close()

    asyncio.get_running_loop().set_exception_handler(lambda *_: None)  # clients leave as they like

    server = await asyncio.start_server(serve, "127.0.0.1", 0, backlog=512)
    port = server.sockets[0].getsockname()[1]
    print(f"http://127.0.0.1:{port}/api/v1", flush=True)
    await asyncio.to_thread(sys.stdin.read)


# The clients. What an SDK is measured by, bare httpx does by hand.


def _calls_of_sdk(url: str) -> dict[str, object]:
    from openrouter import OpenRouter

    client = OpenRouter(api_key="k", server_url=url)
    videos = client.video_generation

    def download(path: str) -> None:
        if hasattr(videos, "download"):
            videos.download(JOB, path, overwrite=True)
            return
        with open(path, "wb") as file:  # noqa: PTH123 - as its users write it
            for block in videos.get_video_content(job_id=JOB).iter_bytes():
                file.write(block)

    async def iterate_async() -> None:
        response = await videos.get_video_content_async(job_id=JOB)
        async for _ in response.aiter_bytes():
            pass

    def iterate_large() -> None:
        for _ in videos.get_video_content(job_id=JOB).iter_bytes(LARGE_BLOCK):
            pass

    return {
        "iterate_async": iterate_async,
        "iterate_large": iterate_large,
        "generate": lambda: videos.generate(**REQUEST),
        "get_generation": lambda: videos.get_generation(job_id=JOB),
        "list_videos_models": videos.list_videos_models,
        "generate_async": lambda: videos.generate_async(**REQUEST),
        "get_generation_async": lambda: videos.get_generation_async(job_id=JOB),
        "download": download,
    }


def _calls_of_httpx(url: str) -> dict[str, object]:
    import httpx

    headers = {"authorization": "Bearer k"}
    client = httpx.Client(headers=headers)
    cached: list[httpx.AsyncClient] = []

    def awaited() -> httpx.AsyncClient:
        if not cached:
            cached.append(httpx.AsyncClient(headers=headers))
        return cached[0]

    async def generate() -> object:
        return (await awaited().post(f"{url}/videos", json=REQUEST)).json()

    async def poll() -> object:
        return (await awaited().get(f"{url}/videos/{JOB}")).json()

    def download(path: str) -> None:
        with (
            open(path, "wb") as file,  # noqa: PTH123 - as its users write it
            client.stream("GET", f"{url}/videos/{JOB}/content") as response,
        ):
            for block in response.iter_bytes():
                file.write(block)

    async def iterate_async() -> None:
        async with awaited().stream("GET", f"{url}/videos/{JOB}/content") as response:
            async for _ in response.aiter_bytes():
                pass

    def iterate_large() -> None:
        with client.stream("GET", f"{url}/videos/{JOB}/content") as response:
            for _ in response.iter_bytes(LARGE_BLOCK):
                pass

    return {
        "iterate_async": iterate_async,
        "iterate_large": iterate_large,
        "generate": lambda: client.post(f"{url}/videos", json=REQUEST).json(),
        "get_generation": lambda: client.get(f"{url}/videos/{JOB}").json(),
        "list_videos_models": lambda: client.get(f"{url}/videos/models").json(),
        "generate_async": generate,
        "get_generation_async": poll,
        "download": download,
    }


# The first call in programs of its own: what this file imports would be in all of them.
FIRST = {
    "sdk": """
import sys
from openrouter import OpenRouter
OpenRouter(api_key="k", server_url=sys.argv[1]).video_generation.generate(**%s)
""",
    "httpx": """
import sys, httpx
client = httpx.Client(headers={"authorization": "Bearer k"})
client.post(sys.argv[1] + "/videos", json=%s).json()
""",
    "floor": """
import sys, httpx
from pydantic import BaseModel
class Job(BaseModel):
    id: str
    polling_url: str
    status: str
client = httpx.Client(headers={"authorization": "Bearer k"}, verify=False)
Job.model_validate_json(client.post(sys.argv[1] + "/videos", json=%s).content)
""",
}


def client(kind: str, url: str) -> None:
    """Measure what each line of stdin names; print two numbers for it."""
    calls = _calls_of_httpx(url) if kind == "httpx" else _calls_of_sdk(url)
    runner = asyncio.Runner()
    for line in sys.stdin:
        name = line.strip()
        if name == "download":
            value = _download(calls["download"])
        elif name == "iterate_async":
            value = runner.run(_iterate_async(calls[name]))
        elif name == "iterate_large":
            value = _iterate(calls[name])
        elif name == "parallel":
            value = runner.run(_parallel(calls["get_generation_async"]))
        elif name.endswith("_async"):
            value = runner.run(_one_by_one_async(calls[name]))
        else:
            value = _one_by_one(calls[name])
        print(json.dumps(value), flush=True)


def _one_by_one(call) -> list[float]:
    """Return the median milliseconds of a call and its CPU milliseconds."""
    taken, used = [], time.process_time()
    end = time.perf_counter() + SECONDS
    while (start := time.perf_counter()) < end:
        call()
        taken.append(time.perf_counter() - start)
    used = time.process_time() - used
    return [statistics.median(taken) * 1e3, used / len(taken) * 1e3]


async def _one_by_one_async(call) -> list[float]:
    taken, used = [], time.process_time()
    end = time.perf_counter() + SECONDS
    while (start := time.perf_counter()) < end:
        await call()
        taken.append(time.perf_counter() - start)
    used = time.process_time() - used
    return [statistics.median(taken) * 1e3, used / len(taken) * 1e3]


async def _parallel(call) -> list[float]:
    """Return calls per second of many tasks that call and call again, and CPU ms of a call."""
    end = time.perf_counter() + 2 * SECONDS
    done = 0

    async def loop() -> None:
        nonlocal done
        while time.perf_counter() < end:
            await call()
            done += 1

    start, used = time.perf_counter(), time.process_time()
    await asyncio.gather(*[loop() for _ in range(TASKS)])
    used = time.process_time() - used
    return [done / (time.perf_counter() - start), used / done * 1e3]


def _iterate(call) -> list[float]:
    """Return MB/s of a body that is read in blocks and let go, and CPU ms per 100 MB."""
    start, used = time.perf_counter(), time.process_time()
    call()
    return _speed(start, used)


async def _iterate_async(call) -> list[float]:
    start, used = time.perf_counter(), time.process_time()
    await call()
    return _speed(start, used)


def _speed(start: float, used: float) -> list[float]:
    taken, used = time.perf_counter() - start, time.process_time() - used
    return [MEGABYTES * 1.048576 / taken, used * 1e3 * 100 / MEGABYTES / 1.048576]


def _download(call) -> list[float]:
    """Return MB/s and how many MB the process grew by."""
    folder = "/dev/shm" if Path("/dev/shm").is_dir() else None
    with tempfile.TemporaryDirectory(dir=folder) as place:
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        start = time.perf_counter()
        call(str(Path(place) / "video.mp4"))
        taken = time.perf_counter() - start
        after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return [MEGABYTES * 1.048576 / taken, (after - before) / 1024]


# The comparison.


@contextlib.contextmanager
def _process(python: str, *arguments: str, **environment: str) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [python, __file__, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | environment,
    )
    try:
        yield process
    finally:
        process.stdin.close()
        process.wait()


@contextlib.contextmanager
def _official(given: str | None) -> Iterator[str | None]:
    """Give an interpreter that has the official package, or None."""
    if given:
        yield given
        return
    with tempfile.TemporaryDirectory() as folder:
        python = f"{folder}/bin/python"
        install = [python, "-m", "pip", "install", "--quiet", OFFICIAL]
        for command in ([sys.executable, "-m", "venv", folder], install):
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            if done.returncode:
                print(f"{OFFICIAL} is not available here and is left out", file=sys.stderr)
                yield None
                return
        yield python


def _first_generate(python: str, kind: str, url: str, path: str) -> list[float]:
    """Return the milliseconds of a process that makes one call, and its CPU milliseconds."""
    command = [python, "-c", FIRST[kind] % REQUEST, url]
    start = time.perf_counter()
    process = subprocess.Popen(command, env=os.environ | {"PYTHONPATH": path})
    _, status, used = os.wait4(process.pid, 0)
    taken = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, kind)
    return [taken * 1e3, (used.ru_utime + used.ru_stime) * 1e3]


MEASURES = [
    "download",  # first, while nothing else has made the process grow
    "iterate_async",
    "iterate_large",
    "generate",
    "get_generation",
    "list_videos_models",
    "generate_async",
    "get_generation_async",
    "parallel",
]


def compare(given: str | None) -> None:
    """Print two rows per measure: every client, and ours by the two others."""
    found: dict[str, dict[str, list[float]]] = {}

    def note(names: tuple[str, str], kind: str, values: list[float]) -> None:
        for name, value in zip(names, values, strict=True):
            found.setdefault(name, {}).setdefault(kind, []).append(value)

    with contextlib.ExitStack() as stack:
        cache = stack.enter_context(tempfile.TemporaryDirectory())
        os.environ |= {"PYTHONPYCACHEPREFIX": cache, "PYTHONDONTWRITEBYTECODE": ""}
        url = stack.enter_context(_process(sys.executable, "stub")).stdout.readline().strip()
        official = stack.enter_context(_official(given))
        # In one environment all import the same httpx and pydantic, with the same extras.
        python = official or sys.executable
        kinds = {"ours": ("sdk", str(SOURCE)), "httpx": ("httpx", "")}
        if official:
            kinds["official"] = ("sdk", "")
        for turn in range(STARTS + 1):
            for kind, (role, path) in {**kinds, "floor": ("floor", "")}.items():
                values = _first_generate(python, role, url, path)
                if turn:  # the first one compiles
                    note(("start to first generate, ms", "its CPU, ms"), kind, values)
        workers = {
            kind: stack.enter_context(_process(python, "client", role, url, PYTHONPATH=path))
            for kind, (role, path) in kinds.items()
        }
        for measure in MEASURES:
            for _ in range(ROUNDS):
                for kind, worker in workers.items():
                    worker.stdin.write(f"{measure}\n")
                    worker.stdin.flush()
                    note(_names(measure), kind, json.loads(worker.stdout.readline()))
    _print(found)


def _names(measure: str) -> tuple[str, str]:
    if measure == "download":
        return f"download {MEGABYTES} MB, MB/s", "growth by a download, MB"
    if measure == "iterate_async":
        return "video iterated asynchronously, MB/s", "its CPU per 100 MB, ms"
    if measure == "iterate_large":
        return "video iterated in blocks of 1 MB, MB/s", "CPU of this per 100 MB, ms"
    if measure == "parallel":
        return f"{TASKS} parallel polls, 1/s", "CPU of a parallel poll, ms"
    return f"{measure}, ms", f"{measure}, CPU ms"


def _print(found: dict[str, dict[str, list[float]]]) -> None:
    print("| | ours | httpx | official | ours / httpx | ours / official | floor |")
    print("|---|---|---|---|---|---|---|")
    for measure, values in found.items():
        # The first download pays for buffers; growth is what came at worst.
        growth = measure.startswith("growth")
        row = {kind: (max if growth else statistics.median)(v) for kind, v in values.items()}
        ratios = [
            f"{statistics.median(map(truediv, values['ours'], values[kind])):.2f}"
            if kind in values and not growth
            else "–"
            for kind in ("httpx", "official")
        ]
        cells = [f"{row[k]:.3g}" if k in row else "–" for k in ("ours", "httpx", "official")]
        floor = f"{row['floor']:.3g}" if "floor" in row else ""
        print(f"| {measure} | {' | '.join([*cells, *ratios, floor])} |")


def main() -> None:
    """Play the part that is asked for."""
    if sys.argv[1:2] == ["stub"]:
        asyncio.run(stub())
    elif sys.argv[1:2] == ["client"]:
        client(*sys.argv[2:])
    else:
        parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
        parser.add_argument("--official", help="an interpreter with the official package")
        compare(parser.parse_args().official)


if __name__ == "__main__":
    main()

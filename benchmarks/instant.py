"""Instant emulation: how long a video takes from its submit to `completed`, by size.

Run `python benchmarks/instant.py`. A service in a process of its own makes videos of 8 seconds; the
client polls over loopback. Each job is new, with sound, on SQLite that syncs each write. `encoder`
is what x264 alone takes for the same frames with the same preset, so the ratio says how much of a
full encoding an instant video costs. It takes about a minute.
"""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np

from rushes.engines import instant
from rushes.engines.request import RenderRequest

MODEL = "google/veo-3.1"
SIZES = {"720p": (1280, 720), "1080p": (1920, 1080), "4K": (3840, 2160)}
SECONDS = 8
JOBS = 50
MADE = 5  # directly, without the service


@contextlib.contextmanager
def service() -> Iterator[int]:
    """Run the service; give its port."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["-m", "rushes", "serve", "--port", "0", "--data-dir", f"{folder}/data"]
        with subprocess.Popen(
            [sys.executable, *command, "--emulation", "instant"],
            stderr=subprocess.PIPE,
            text=True,
            env=os.environ | {"RUSHES_CACHE_DIR": f"{folder}/cache"},
        ) as process:
            try:
                for line in process.stderr:
                    if found := re.search(r"serves http://127\.0\.0\.1:(\d+)/", line):
                        yield int(found[1])
                        return
                raise SystemExit("the service did not start")
            finally:
                process.terminate()


class Client:
    """One connection that submits and polls."""

    def __init__(self, port: int) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port)

    def complete(self, resolution: str, seed: int) -> float:
        """Submit a job and poll it; return the seconds until it was seen completed."""
        body = {"model": MODEL, "prompt": "A red fox in snow", "duration": SECONDS, "seed": seed}
        began = time.perf_counter()
        job = self._send("POST", "/api/v1/videos", {**body, "resolution": resolution})
        while job["status"] in {"pending", "in_progress"}:
            job = self._send("GET", f"/api/v1/videos/{job['id']}")
        if job["status"] != "completed":
            raise SystemExit(f"the job ended as {job}")
        return time.perf_counter() - began

    def _send(self, method: str, path: str, body: object = None) -> dict[str, Any]:
        headers = {"Authorization": "Bearer any", "Content-Type": "application/json"}
        self._connection.request(method, path, json.dumps(body) if body else None, headers)
        answer: dict[str, Any] = json.loads(self._connection.getresponse().read())
        if "status" not in answer:
            raise SystemExit(f"{method} {path}: {answer}")
        return answer


def latencies(port: int) -> None:
    """Print how long jobs take, by size."""
    client = Client(port)
    client.complete("720p", 0)  # the worker process has started
    print(f"{'from submit to completed':<28} {'first':>8} {'p50':>8} {'p99':>8}   ms, {JOBS} jobs")
    for resolution in SIZES:
        first = client.complete(resolution, 1)
        taken = sorted(client.complete(resolution, seed) for seed in range(2, JOBS + 2))
        found = [first, statistics.median(taken), taken[round(0.99 * (JOBS - 1))]]
        print(f"{resolution:<28} " + " ".join(f"{1000 * seconds:>8.0f}" for seconds in found))


def ratios() -> None:
    """Print the processor time of a video beside that of encoding as many frames."""
    instant.warm_up()
    print(f"{'processor time of a video':<28} {'instant':>8} {'encoder':>8} {'ratio':>8}   ms")
    with tempfile.TemporaryDirectory() as folder:
        for resolution, size in SIZES.items():
            made = min(_make(Path(folder) / "video.mp4", size, seed) for seed in range(MADE))
            encoded = _encode(size)
            numbers = f"{1000 * made:>8.0f} {1000 * encoded:>8.0f} {made / encoded:>8.3f}"
            print(f"{resolution:<28} {numbers}")


def _make(path: Path, size: tuple[int, int], seed: int) -> float:
    request = RenderRequest("A red fox", *size, SECONDS, seed, audio=True, instant=True)
    began = time.process_time()
    instant.render(request, path, lambda _: None, lambda: False)
    return time.process_time() - began


def _encode(size: tuple[int, int]) -> float:
    """Return the processor time of encoding plain moving frames."""
    width, height = size
    encoder = av.CodecContext.create("libx264", "w")
    encoder.width, encoder.height, encoder.pix_fmt = width, height, "yuv420p"
    encoder.time_base, encoder.thread_count = Fraction(1, 24), 1
    encoder.options = {"preset": "ultrafast", "qp": "20"}
    columns = np.arange(width, dtype=np.uint16)
    began = time.process_time()
    for index in range(SECONDS * 24):
        frame = av.VideoFrame(width, height, "yuv420p")
        for plane in frame.planes:
            rows = np.frombuffer(memoryview(plane), np.uint8).reshape(plane.height, plane.line_size)
            rows[:, : plane.width] = ((columns[: plane.width] + 4 * index) // 4).astype(np.uint8)
        frame.pts = index
        encoder.encode(frame)
    encoder.encode(None)
    return time.process_time() - began


if __name__ == "__main__":
    print(f"load: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    with service() as port:
        latencies(port)
    ratios()

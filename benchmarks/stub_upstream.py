"""An upstream that speaks the wires of three providers, in a process of its own.

    python benchmarks/stub_upstream.py --least 200 --spread 60

It prints its base URL and serves until its stdin closes. It keeps nothing: the id of a job tells
when its video is made. `/counts` shows how many requests of each kind it has had.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import re
import sys
import time
from collections import Counter
from pathlib import Path

import aiohttp

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
PATHS = {"openrouter": "/openrouter/api/v1", "kling": "/kling", "minimax": "/minimax"}
QUICK = 8.0  # seconds to make a video whose prompt says so
CALLBACK = re.compile(rb'"callback_url": ?"([^"]+)"')
DONE_AT = re.compile(r"up-([\d.]+)-")


def done_at(name: str) -> float:
    """Return the unix time at which the video of a job is made."""
    return float(DONE_AT.search(name)[1])


class StubUpstream:
    """Makes each video in `least` to `least + spread` seconds, then calls back if it was asked."""

    def __init__(self, least: float, spread: float) -> None:
        from tests.mp4 import minimal_mp4

        self.counts: Counter[str] = Counter()
        self._least, self._spread = least, spread
        self._video = minimal_mp4(bytes(50_000))
        self._calling: set[asyncio.Task[None]] = set()
        self._session: aiohttp.ClientSession | None = None

    async def __call__(self, scope, receive, send) -> None:
        if scope["type"] == "lifespan":
            while (message := await receive())["type"] != "lifespan.shutdown":
                await send({"type": f"{message['type']}.complete"})
            if self._session is not None:
                await self._session.close()
            await send({"type": "lifespan.shutdown.complete"})
            return
        body, more = b"", scope["method"] == "POST"
        while more:
            message = await receive()
            body, more = body + message["body"], message["more_body"]
        kind, answer = b"application/json", self._answer(scope, body)
        if answer is None:
            kind, answer = b"video/mp4", self._video
        headers = [(b"content-type", kind), (b"content-length", b"%d" % len(answer))]
        status = 202 if scope["method"] == "POST" else 200
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": answer})

    def _answer(self, scope, body: bytes) -> bytes | None:
        """Return the JSON of an answer, None for a video."""
        path = scope["path"]
        if path == "/counts":
            return json.dumps(self.counts).encode()
        wire = path.split("/")[1]
        if scope["method"] == "POST":
            self.counts[f"{wire} creates"] += 1
            return json.dumps(_created(wire, self._new(wire, body))).encode()
        if path.endswith(("/content", ".mp4")):
            self.counts[f"{wire} downloads"] += 1
            return None
        self.counts[f"{wire} poll requests"] += 1
        if wire == "kling":
            jobs = scope["query_string"].decode().removeprefix("task_ids=").split(",")
        else:
            jobs = [path.rpartition("/")[2]]
        self.counts[f"{wire} polls"] += len(jobs)
        host = dict(scope["headers"])[b"host"].decode()
        return json.dumps(_shown(wire, jobs, f"http://{host}/{wire}/video.mp4")).encode()

    def _new(self, wire: str, body: bytes) -> str:
        """Return the name of a new job; call back at its end where the request asks for it."""
        seconds = self._least + random.random() * self._spread
        done = time.time() + (QUICK if b"quickly" in body else seconds)
        name = f"up-{done:.3f}-{random.getrandbits(40)}"
        if wire != "openrouter" and (found := CALLBACK.search(body)):
            task = asyncio.create_task(self._call_back(wire, name, found[1].decode()))
            self._calling.add(task)
            task.add_done_callback(self._calling.discard)
        return name

    async def _call_back(self, wire: str, name: str, url: str) -> None:
        await asyncio.sleep(max(0.0, done_at(name) - time.time()))
        if self._session is None:
            self._session = aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=20))
        async with self._session.post(url, json={"id": name, "status": "succeeded"}) as answer:
            self.counts[f"{wire} callbacks, {answer.status}"] += 1


def _created(wire: str, name: str) -> dict[str, object]:
    match wire:
        case "kling":
            return {"code": 0, "data": {"id": name, "status": "submitted"}}
        case "minimax":
            return {"task_id": name}
    return {"id": name, "status": "pending", "polling_url": f"/api/v1/videos/{name}"}


def _shown(wire: str, names: list[str], video: str) -> dict[str, object]:
    match wire:
        case "kling":
            return {"code": 0, "data": [_kling_task(name, video) for name in names]}
        case "minimax":
            ready = time.time() >= done_at(names[0])
            task = {"id": names[0], "status": "succeeded" if ready else "running"}
            return {"task": {**task, "content": {"url": video}} if ready else task}
    job = {"id": names[0], "polling_url": f"/api/v1/videos/{names[0]}"}
    if time.time() < done_at(names[0]):
        return {**job, "status": "in_progress"}
    return {**job, "status": "completed", "unsigned_urls": [], "usage": {"cost": 1.0}}


def _kling_task(name: str, video: str) -> dict[str, object]:
    if time.time() < done_at(name):
        return {"id": name, "status": "processing", "outputs": [], "billing": []}
    billing = [{"charge_type": "unit", "amount": "1"}]
    outputs = [{"type": "video", "url": video}]
    return {"id": name, "status": "succeeded", "outputs": outputs, "billing": billing}


def main() -> None:
    """Serve until stdin closes."""
    from tests.service import serving

    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--least", type=float, required=True, help="seconds")
    parser.add_argument("--spread", type=float, required=True, help="seconds")
    chosen = parser.parse_args()
    with serving(StubUpstream(chosen.least, chosen.spread)) as url:
        print(url, flush=True)
        sys.stdin.read()


if __name__ == "__main__":
    main()

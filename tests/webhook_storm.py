"""Many webhooks, from a service that is killed, to a receiver that fails, stalls, and dies."""

from __future__ import annotations

import asyncio
import os
import random
import threading
import time
from collections import Counter
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from subprocess import Popen
from typing import Any

from aiohttp import web
from standardwebhooks import Webhook as StandardWebhook, WebhookVerificationError

from rushes.sdk import webhooks
from rushes.sdk.errors import WebhookSignatureError
from rushes.store.jobs import change, insertion
from rushes.store.outbox import WebhookFilter
from rushes.store.sqlite import SqliteDatabase
from rushes.store.store import Store
from rushes.store.transaction import Transaction
from tests.service import drained, serve_process
from tests.store.rows import CREATED, make_job

SECRET = "whsec_c3Rvcm0tb2Ytd2ViaG9va3Mtb3Zlci10aGUtc2Vh"
HOSTS = [f"127.0.0.{number}" for number in range(1, 9)]
BATCH = 500  # jobs in one transaction


@dataclass(frozen=True)
class Trouble:
    """What part of the requests gets which answer; the others are accepted."""

    fails: float = 0.10
    is_busy: float = 0.03  # 503 with Retry-After
    stalls: float = 0.01
    hangs_up: float = 0.04
    loses_answer: float = 0.02  # it is accepted, and the connection is cut


@dataclass
class TroubledReceiver:
    """A receiver at several addresses of this machine; use it as a context.

    `accepted` counts the webhooks by their id, `unsigned` those whose signatures are not valid.
    """

    trouble: Trouble
    accepted: Counter[str] = field(default_factory=Counter)
    requests: int = 0
    unsigned: int = 0
    mismatched: int = 0
    outages: int = 0
    port: int = 0

    def __enter__(self) -> TroubledReceiver:
        self._chance = random.Random(7)
        self._standard = StandardWebhook(SECRET)
        self._listening: list[asyncio.Server] = []
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever)
        self._thread.start()
        self._call(self._open())
        return self

    def __exit__(self, *_: object) -> None:
        self._call(self._close())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def die(self, seconds: float) -> None:
        """Cut all connections and refuse others for some time."""
        self.outages += 1
        self._call(self._die(seconds))

    def _call(self, work: Coroutine[Any, Any, None]) -> None:
        asyncio.run_coroutine_threadsafe(work, self._loop).result(60)

    async def _open(self) -> None:
        app = web.Application()
        app.router.add_post("/hook", self._receive)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        assert self._runner.server is not None
        for host in HOSTS:
            server = await self._loop.create_server(
                self._runner.server, host, self.port, reuse_address=True
            )
            self._listening.append(server)
            self.port = server.sockets[0].getsockname()[1]

    async def _stop(self) -> None:
        # A connection that is accepted while its server closes would stay open.
        for server in self._listening:
            self._loop.remove_reader(server.sockets[0].fileno())
        await _finished("_accept_connection2")
        while self._listening:
            self._listening.pop().close()
        await self._runner.cleanup()

    async def _close(self) -> None:
        await self._stop()
        if others := asyncio.all_tasks() - {asyncio.current_task()}:
            # Those that stall for a client that is gone are not the runner's any more.
            _, stalled = await asyncio.wait(others, timeout=10)
            for one in stalled:
                one.cancel()
            await asyncio.gather(*stalled, return_exceptions=True)
        await asyncio.sleep(0.2)  # connections that were cut are closed by the loop

    async def _die(self, seconds: float) -> None:
        await self._stop()
        await asyncio.sleep(seconds)
        await self._open()

    async def _receive(self, request: web.Request) -> web.StreamResponse:
        body = await request.read()
        self.requests += 1
        if not self._is_signed(request, body):
            self.unsigned += 1
            return web.Response(status=401)
        what = self._drawn()
        if what == "fails":
            return web.Response(status=500, text="x" * 100_000)
        if what == "is_busy":
            return web.Response(status=503, headers={"Retry-After": "1"})
        if what == "stalls":
            await asyncio.sleep(60)
        if what != "hangs_up":
            self.accepted[request.headers["webhook-id"]] += 1
        if what in {"hangs_up", "loses_answer"} and request.transport is not None:
            request.transport.abort()
        return web.Response(status=204)

    def _is_signed(self, request: web.Request, body: bytes) -> bool:
        """Return whether a webhook is signed in both forms, and has the id of its event."""
        try:
            event = webhooks.verify(body, request.headers, SECRET)
            self._standard.verify(body, dict(request.headers.items()))
        except (WebhookSignatureError, WebhookVerificationError):
            return False
        self.mismatched += event.idempotency_key != request.headers["webhook-id"]
        return True

    def _drawn(self) -> str:
        drawn = self._chance.random()
        for what, share in vars(self.trouble).items():
            if drawn < share:
                return str(what)
            drawn -= share
        return "accepts"


async def _finished(name: str) -> None:
    """Wait for the tasks that run a function of this name."""
    tasks = [
        task for task in asyncio.all_tasks() if getattr(task.get_coro(), "__name__", "") == name
    ]
    if tasks:
        await asyncio.wait(tasks)


@dataclass(frozen=True)
class Storm:
    """What came of it: times in seconds, `cpu` of all services from their start on."""

    seconds: float
    cpu: float
    kills: int
    pending: int
    failed: int


def weather(
    folder: Path,
    receiver: TroubledReceiver,
    count: int,
    *,
    kills: int,
    limit: float,
    program: tuple[str, ...] = ("-m", "rushes"),
) -> Storm:
    """End `count` jobs with callbacks, and run services over them until all are reported.

    Each but the last is killed after a share of them.
    """
    ids = asyncio.run(_end_jobs(folder, receiver.port, count))
    began, cpu = time.monotonic(), 0.0
    for number in range(1, kills + 1):
        with _service(folder, program) as process:
            _until(partial(_has_accepted, receiver, count * number // (kills + 1)), limit)
            if number % 2:
                receiver.die(0.5)
            cpu += _cpu_of(process)
            process.kill()
    with _service(folder, program) as process:
        _until(partial(_has_accepted, receiver, count), limit)
        _until(lambda: not asyncio.run(_left(folder, "pending")), limit)
        cpu += _cpu_of(process)
        seconds = time.monotonic() - began
    assert set(receiver.accepted) == ids
    left = asyncio.run(_left(folder, "pending"))
    return Storm(seconds, cpu, kills, left, asyncio.run(_left(folder, "failed")))


@contextmanager
def _service(folder: Path, program: tuple[str, ...]) -> Iterator[Popen[str]]:
    service = serve_process(
        *("--data-dir", folder),
        program=program,
        RUSHES_FETCH_PRIVATE_URLS="true",
        RUSHES_WEBHOOK_SECRET=SECRET,
        RUSHES_EMULATION="instant",
        RUSHES_RENDER_WORKERS="1",
    )
    with service as (process, _), drained(process):
        yield process


async def _end_jobs(folder: Path, port: int, count: int) -> set[str]:
    """Put jobs into the store and end them; return the ids of their webhooks."""
    store, ids = Store(SqliteDatabase(folder / "rushes.sqlite3")), set[str]()

    def ended(numbers: range) -> Transaction[None]:
        for number in numbers:
            url = f"http://{HOSTS[number % len(HOSTS)]}:{port}/hook?token=hidden"
            job = make_job(f"gen-vid-{number}", callback_url=url, callback="pending")
            yield from insertion(job, "{}")
            end = {"state": "failed", "error": "No luck", "ended_at": float(CREATED + number)}
            changed = yield from change(job.id, {"queued"}, end, None)
            assert changed is not None
            ids.add(f"{job.id}-failed")

    for start in range(0, count, BATCH):
        numbers = range(start, min(start + BATCH, count))
        await store.database.write(ended(numbers), slow=True)
    await store.close()
    return ids


async def _left(folder: Path, state: str) -> int:
    store = Store(SqliteDatabase(folder / "rushes.sqlite3"))
    found = await store.outbox.page(WebhookFilter(state=state), 100_000)
    await store.close()
    return len(found)


def _cpu_of(process: Popen[str]) -> float:
    """Return the CPU seconds of a process, without those of its children; 0 if unknown."""
    try:
        fields = Path(f"/proc/{process.pid}/stat").read_text("utf-8").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _has_accepted(receiver: TroubledReceiver, count: int) -> bool:
    return len(receiver.accepted) >= count


def _until(condition: Callable[[], bool], limit: float) -> None:
    deadline = time.monotonic() + limit
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.05)

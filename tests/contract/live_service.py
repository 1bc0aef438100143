"""The service in this process, with accounts at fakes; and what became of requests to it."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import json
import logging
import re
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import httpx

from rushes.runtime import open_store
from rushes.server import background_service
from rushes.settings import Settings
from rushes.store.attempt import Attempt
from rushes.store.job import Job as StoredJob
from tests.fakes.faults import FaultInjector, RequestFaults
from tests.providers.cases import ProviderCase
from tests.upstreams.base import Charge, Job, Upstream
from tests.upstreams.job import FAULTS
from tests.upstreams.registry import fake
from tests.upstreams.serving import running

# Of a fake that is on this machine: what is waited for anyway shall not take long.
QUICK = {
    "max_failures": 10_000,
    "interval": 0,
    "concurrency": 100,
    "create_timeout": 3,
    "visibility_delay": 0.2,
    "not_found_grace": 0.3,
}
SECRET = "sk-0123456789abcdef"
PATIENCE = 15.0  # seconds; no job takes as long
_numbers = itertools.count()
_MARK = re.compile(r"mark-\d+\.")


class CountingInjector(FaultInjector):
    """Counts the requests of each prompt, accepted or not."""

    def __init__(self, upstream: Upstream) -> None:
        super().__init__(of_jobs=FAULTS | upstream.faults_of_jobs)
        self.drawn: Counter[str] = Counter()

    def draw(self, prompt: str) -> RequestFaults:
        self.drawn[prompt] += 1
        return super().draw(prompt)


@dataclass
class Outcome:
    """What became of a request: `status` and `headers` of its response, then its ended job.

    `mark` is the word of its prompt by which fakes are asked about it.
    """

    mark: str
    status: int
    headers: Mapping[str, str]
    body: dict[str, Any]
    quote: float | None = None
    video: bytes = b""

    @property
    def id(self) -> str:
        return str(self.body.get("id"))

    @property
    def ending(self) -> str:
        """Return the job's status, or the message of the response that refused it."""
        return str(self.body.get("status", self.message))

    @property
    def message(self) -> str:
        error = self.body.get("error") or ""
        return str(error["message"] if isinstance(error, dict) else error)

    @property
    def metadata(self) -> dict[str, Any]:
        found: dict[str, Any] = self.body["error"]["metadata"]
        return found

    @property
    def cost(self) -> float | None:
        found: float | None = self.body.get("usage", {}).get("cost")
        return found

    @property
    def extension(self) -> dict[str, Any]:
        found: dict[str, Any] = self.body["rushes"]
        return found


def sent(upstream: Upstream, outcome: Outcome) -> int:
    """Return how often a fake was asked to make a job of a request."""
    assert isinstance(upstream.injector, CountingInjector)
    drawn = list(upstream.injector.drawn.items())  # the fake's thread may add to it
    return sum(n for prompt, n in drawn if outcome.mark in prompt)


def accepted(upstream: Upstream, outcome: Outcome) -> list[Job]:
    """Return the jobs that a fake made of a request."""
    return [job for job in upstream.accepted if outcome.mark in job.prompt]


def charges(upstream: Upstream, outcome: Outcome) -> list[Charge]:
    ids = {job.id for job in accepted(upstream, outcome)}
    return [charge for charge in upstream.charges if charge.job in ids]


def marked(body: Mapping[str, Any], words: str = "", **fields: Any) -> dict[str, Any]:
    """Return a request with more words in its prompt, the last of which no other has."""
    parts = (body.get("prompt", ""), words, f"mark-{next(_numbers)}.")
    return {**body, "prompt": " ".join(part for part in parts if part), **fields}


@dataclass
class LiveService:
    """A running service. `shown` is all that it answered and logged."""

    url: str
    settings: Settings
    shown: list[str] = field(default_factory=list)

    def make(self, *bodies: Mapping[str, Any], **headers: str) -> list[Outcome]:
        """Submit requests, all at once, and wait for the ends of their jobs."""

        async def made(client: httpx.AsyncClient, body: Mapping[str, Any]) -> Outcome:
            outcome = await self._submit(client, body, headers)
            return await self._end(client, outcome) if outcome.status == 202 else outcome

        async def all_made() -> list[Outcome]:
            async with self._client() as client:
                return list(await asyncio.gather(*(made(client, body) for body in bodies)))

        return asyncio.run(all_made())

    def submit(self, body: Mapping[str, Any], **headers: str) -> Outcome:
        async def submitted() -> Outcome:
            async with self._client() as client:
                return await self._submit(client, body, headers)

        return asyncio.run(submitted())

    def end(self, outcome: Outcome) -> Outcome:
        """Wait for the end of a job that was submitted."""
        return self.wait(outcome, lambda job: False)

    def wait(self, outcome: Outcome, until: Callable[[dict[str, Any]], bool]) -> Outcome:
        """Wait until a job is as it should be, or has ended."""

        async def waited() -> Outcome:
            async with self._client() as client:
                return await self._end(client, outcome, until)

        return asyncio.run(waited())

    def cancel(self, outcome: Outcome) -> Outcome:
        async def cancelled() -> Outcome:
            async with self._client() as client:
                answer = await client.post(f"/videos/{outcome.id}/cancel")
                return replace(outcome, status=answer.status_code, body=self._read(answer))

        return asyncio.run(cancelled())

    def unresolved(self, outcome: Outcome) -> list[Attempt]:
        """Return the attempts at a job that the operator is told about."""

        async def read() -> list[tuple[StoredJob, Attempt]]:
            async with open_store(self.settings) as store:
                return await store.attempts.unresolved()

        return [attempt for job, attempt in asyncio.run(read()) if job.id == outcome.id]

    def attempts(self, outcome: Outcome) -> list[Attempt]:
        async def read() -> list[Attempt]:
            async with open_store(self.settings) as store:
                return await store.attempts.of(outcome.id)

        return asyncio.run(read())

    @contextlib.asynccontextmanager
    async def _client(self) -> AsyncIterator[httpx.AsyncClient]:
        async with httpx.AsyncClient(
            base_url=f"{self.url}/api/v1",
            headers={"Authorization": "Bearer any"},
            trust_env=False,
            verify=False,  # there is no TLS, and reading certificates takes a while
            timeout=PATIENCE,
        ) as client:
            yield client

    def _read(self, answer: httpx.Response) -> dict[str, Any]:
        self.shown += [answer.text, str(answer.headers)]
        found: dict[str, Any] = answer.json()
        return found

    async def _submit(
        self, client: httpx.AsyncClient, body: Mapping[str, Any], headers: Mapping[str, str]
    ) -> Outcome:
        mark = _MARK.search(str(body.get("prompt", "")))
        quote = await client.post("/videos/quote", json=body)
        answer = await client.post("/videos", json=body, headers=dict(headers))
        return Outcome(
            mark[0] if mark else "",
            answer.status_code,
            answer.headers,
            self._read(answer),
            self._read(quote).get("cost"),
        )

    async def _end(
        self,
        client: httpx.AsyncClient,
        outcome: Outcome,
        until: Callable[[dict[str, Any]], bool] = lambda job: False,
    ) -> Outcome:
        """Follow a job, though not for ever; read its video if it has one."""
        shown = outcome.body
        with contextlib.suppress(TimeoutError):
            async with (
                asyncio.timeout(PATIENCE),
                client.stream("GET", f"/videos/{outcome.id}/events") as events,
            ):
                async for line in events.aiter_lines():
                    if line.startswith("data: "):
                        self.shown.append(line)
                        shown = json.loads(line.removeprefix("data: "))
                        if until(shown):
                            return replace(outcome, body=shown)
        video = b""
        if shown["status"] == "completed":
            video = (await client.get(f"/videos/{outcome.id}/content")).content
        return replace(outcome, body=shown, video=video)


class _Lines(logging.Handler):
    def __init__(self, lines: list[str]) -> None:
        super().__init__()
        self._lines = lines

    def emit(self, record: logging.LogRecord) -> None:
        self._lines.append(self.format(record))


@contextlib.contextmanager
def live_service(
    folder: Path, providers: Mapping[str, Any], **settings: Any
) -> Iterator[LiveService]:
    """Serve over a data folder, by `providers` with their settings, in order of preference."""
    chosen = Settings(
        data_dir=folder,
        port=0,
        providers=tuple(providers),
        provider=dict(providers),
        fetch_private_urls=True,
        **settings,
    )
    shown: list[str] = []
    lines = _Lines(shown)
    logging.getLogger().addHandler(lines)
    try:
        with background_service(chosen) as url:
            yield LiveService(url, chosen, shown)
    finally:
        logging.getLogger().removeHandler(lines)


@contextlib.contextmanager
def running_fake(name: str, **options: Any) -> Iterator[tuple[Upstream, str]]:
    upstream = fake(name)(**{"render": 0.05, **options})
    upstream.injector = CountingInjector(upstream)
    with running(upstream) as served:
        yield served


def account(case: ProviderCase, url: str, key: str = SECRET, **others: Any) -> dict[str, Any]:
    """Return the settings of a provider whose account is at a fake."""
    place = {} if "instances" in others else {"base_url": url}
    credential = {} if "api_keys" in others else {"api_key": key}
    more = {"models": dict(case.models), "capabilities": QUICK, **case.settings, **others}
    return place | credential | more

"""Three kinds of provider at once: OpenRouter, Kling and MiniMax, all of which make one model.

OpenRouter honors keys, Kling finds tasks by them, and MiniMax knows none, so that a lost response
is for the operator there. Their fakes keep what they accepted, and bill what they completed.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

from rushes.catalog.provider_data import load_providers
from rushes.jobs import account_reports
from rushes.providers import poll_batches
from rushes.providers.kling import KlingProvider
from rushes.providers.minimax import MiniMaxProvider
from rushes.store import account_health
from tests.chaos.clients import MODEL
from tests.fakes.faults import FaultInjector
from tests.fakes.paid_upstream import FakeUpstream, fake_upstream
from tests.mp4 import video_of
from tests.upstreams.job import FAULTS
from tests.upstreams.kling import Kling
from tests.upstreams.minimax import MiniMax
from tests.upstreams.serving import running

KINDS = "three kinds"
REAL_OUTAGES = "three kinds, real outages"
SLUGS = ("openrouter", "kling", "minimax")
POLL_FLOOR, BATCH_WINDOW = 0.05, 0.02  # seconds
SHORT_OUT, LONG_OUT = 1.0, 4.0  # seconds
VIDEO_BYTES = 30_000  # of OpenRouter's; the others make real ones
UNIT_PRICE = Decimal("0.14")  # USD, of Kling
# What each fake does to requests and jobs, each with its probability.
CHANCES = {
    "refuse": 0.05,
    "reset-before": 0.03,
    "reset-after-accept": 0.04,
    "500-after": 0.03,
    "500-before": 0.03,
    "garbage": 0.02,
    "429": 0.10,
    "slow-before=0.05": 0.05,
    "slow-after=0.1": 0.10,
    "silent": 0.01,
    "render=0.3": 0.3,
    "truncated": 0.1,
    "short": 0.04,
    "content-500": 0.04,
    "poll-500": 0.04,
    "lost": 0.02,
    "fail": 0.10,
}
ENDING_CHANCES = {"moderated": 0.05, "lapsed": 0.02}
CAPABILITIES: Mapping[str, Any] = {
    "visibility_delay": 1.5,
    "create_timeout": 2,
    "not_found_grace": 30,
    "concurrency": 100,
    "interval": 0,
}
HOW: Mapping[str, Mapping[str, Any]] = {
    "openrouter": {"on_lost_response": "idempotent", "cancels": True},
    "kling": {"on_lost_response": "lookup"},
    "minimax": {"on_lost_response": "fail"},
}


def arrange(*, short_outages: bool) -> None:
    """Have all three make one model in this process, and poll often."""
    providers: Any = load_providers()
    for slug, served in (("kling", "kwaivgi/kling-v3.0-pro"), ("minimax", MODEL)):
        data = providers[slug]
        row = next(row for row in data.endpoints if row.model == served and "text" in row.inputs)
        row = row.model_copy(update={"model": MODEL})
        providers._read[slug] = data.model_copy(update={"endpoints": (row,)})
    KlingProvider.poll_floor = MiniMaxProvider.poll_floor = POLL_FLOOR
    poll_batches.WINDOW = BATCH_WINDOW
    if not short_outages:
        return
    # Faults in a row take an account out for less time than a round waits for the last job.
    account_health.FIRST_OUT = account_reports.LONGEST_LOOK = SHORT_OUT
    account_health.LONGEST_OUT = account_health.PROBE = LONG_OUT


@dataclass(frozen=True)
class Bill:
    """What one upstream says of one job that it accepted; `id` is the id that Rushes knows.

    `key` is "" where the upstream keeps none; `at` is when it was accepted, in unix seconds.
    """

    provider: str
    id: str
    key: str
    marker: str
    status: str
    at: float
    cost: Decimal | None
    video: Callable[[], bytes]

    @property
    def is_billed(self) -> bool:
        return self.status == "completed"


@dataclass(frozen=True)
class ThreeUpstreams:
    """The fakes, and the settings of a service that uses all of them."""

    openrouter: FakeUpstream
    kling: Kling
    minimax: MiniMax
    urls: Mapping[str, str]

    def environment(self) -> dict[str, str]:
        chosen = {
            "RUSHES_PROVIDERS": ",".join(SLUGS),
            "RUSHES_FALLBACK_AFTER_ACCEPTANCE": json.dumps(["failed", "moderated"]),
            "RUSHES_FETCH_PRIVATE_URLS": "true",
        }
        for slug in SLUGS:
            name = slug.upper()
            chosen[f"RUSHES_{name}_BASE_URL"] = self.urls[slug]
            chosen[f"RUSHES_{name}_API_KEY"] = "of-no-value"
            chosen[f"RUSHES_{name}_CAPABILITIES"] = json.dumps({**CAPABILITIES, **HOW[slug]})
        return chosen

    def bills(self) -> list[Bill]:
        """Return what all of them accepted, oldest first."""
        found = [*self._of_openrouter(), *_of(self.kling), *_of(self.minimax)]
        return sorted(found, key=lambda bill: bill.at)

    def _of_openrouter(self) -> Iterator[Bill]:
        jobs = self.openrouter.state()["jobs"]
        for charge in self.openrouter.charges():
            id_, key, marker = charge["id"], charge["key"], charge["marker"]
            status = jobs[id_]["status"]
            cost = {"completed": Decimal("0.4"), "cancelled": Decimal(0)}.get(status)
            video = partial(video_of, id_, VIDEO_BYTES)
            yield Bill("openrouter", id_, key, marker, status, charge["time"], cost, video)


def _of(upstream: Kling | MiniMax) -> Iterator[Bill]:
    for job in upstream.accepted:
        marker = job.prompt.partition("[job:")[2].partition("]")[0]
        video, status = partial(upstream.video, job), job.state
        if isinstance(upstream, MiniMax):  # the first version of its API reports no cost
            yield Bill("minimax", f"v1/{job.id}", "", marker, status, job.created_at, None, video)
            continue
        units = Decimal(f"{job.price:g}") if status == "completed" else Decimal(0)
        key, cost = job.info["external_id"], units * UNIT_PRICE
        yield Bill("kling", job.id, key, marker, status, job.created_at, cost, video)


@contextlib.contextmanager
def three_upstreams(
    folder: Path, seed: int = 0, chances: Mapping[str, float] = CHANCES
) -> Iterator[ThreeUpstreams]:
    """Run the fakes: OpenRouter's as a process, the others as threads of this one."""
    kling, minimax = Kling(render=0.0), MiniMax(render=0.0)
    with contextlib.ExitStack() as stack:
        urls = {}
        state = folder / "charges.jsonl"
        openrouter = stack.enter_context(
            fake_upstream(
                "idempotent",
                state=state,
                seed=seed,
                chances=dict(chances),
                render=0,
                video_bytes=VIDEO_BYTES,
            )
        )
        urls["openrouter"] = openrouter.api
        for slug, upstream in (("kling", kling), ("minimax", minimax)):
            both = {**chances, **(ENDING_CHANCES if chances else {})}
            upstream.injector = FaultInjector(seed, both, FAULTS | upstream.faults_of_jobs)
            urls[slug] = stack.enter_context(running(upstream))[1]
        yield ThreeUpstreams(openrouter, kling, minimax, urls)

"""Faults of the paid upstream: asked for in a prompt, queued by a test, or drawn at random.

A prompt holds any number of `[fault:…]`, each a comma list. An item is `name`, `name=value`, then
`*3` for three times or `*` for ever; items joined by `+` hit the same request. Faults of
creation hit one POST after another, `ok` and `then-ok` let one pass, and after the last all
pass; faults of polls, contents and jobs belong to every job that the prompt makes. A `held` POST is
answered, and a job is done whatever its `render` or `endless` says, once a test releases it.
"""

from __future__ import annotations

import itertools
import random
import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Set as AbstractSet
from dataclasses import dataclass

BEFORE = {"refuse", "429", "500-before", "reset-before", "slow-before"}
AFTER = {
    *("slow-after", "held", "500-after", "reset-after-accept", "silent"),
    *("garbage", "no-id", "duplicate-id"),
}
POLL = {"poll-500", "poll-429", "poll-reset", "poll-garbage", "lost"}
CONTENT = {
    *("truncated", "short", "expired", "missing", "no-range"),
    *("content-500", "content-reset", "content-silent"),
}
JOB = {"fail", "render", "endless"}
CREATE = BEFORE | AFTER
KNOWN = CREATE | POLL | CONTENT | JOB
PASS = {"ok", "then-ok"}
NONE: frozenset[str] = frozenset()

_TAG = re.compile(r"\[fault:([^\]]*)\]")
_ITEM = re.compile(r"(?P<name>[a-z0-9-]+)(?:=(?P<value>[^,+*]*))?(?:\*(?P<times>\d*))?")


@dataclass
class Fault:
    """One thing that goes wrong, as often as it is said to."""

    name: str
    value: str = ""
    times: float = 1

    def seconds(self, default: float) -> float:
        return float(self.value or default)


@dataclass(frozen=True)
class RequestFaults:
    """What goes wrong with one POST, and with the job that it makes."""

    create: tuple[Fault, ...] = ()
    job: tuple[Fault, ...] = ()

    def find(self, name: str) -> Fault | None:
        return next((fault for fault in self.create if fault.name == name), None)


def parse(text: str, of_jobs: AbstractSet[str] = NONE) -> Fault:
    """Read one item; raise ValueError for one that neither exists nor is in `of_jobs`."""
    match = _ITEM.fullmatch(text.strip())
    if match is None or match["name"] not in KNOWN | PASS | of_jobs:
        raise ValueError(f"no such fault: {text!r}")
    times = 1.0 if match["times"] is None else float(match["times"] or "inf")
    return Fault(match["name"], match["value"] or "", times)


def read_script(
    items: Iterable[str], of_jobs: AbstractSet[str] = NONE
) -> tuple[list[tuple[Fault, ...]], tuple[Fault, ...]]:
    """Read items; return the faults of one POST after another, and those of their jobs."""
    steps: list[tuple[Fault, ...]] = []
    of_job: list[Fault] = []
    for item in items:
        faults = [parse(part, of_jobs) for part in item.split("+")]
        of_job += [fault for fault in faults if fault.name not in CREATE | PASS]
        if step := tuple(fault for fault in faults if fault.name in CREATE | PASS):
            steps.append(step)
    return steps, tuple(of_job)


def faults_of(items: Iterable[str], of_jobs: AbstractSet[str] = NONE) -> Iterator[RequestFaults]:
    """Yield the faults of one request after another."""
    steps, of_job = read_script(items, of_jobs)
    if not steps:
        yield RequestFaults((), of_job)
    for step in steps:
        times = max(fault.times for fault in step)
        faults = RequestFaults(tuple(fault for fault in step if fault.name not in PASS), of_job)
        yield from itertools.repeat(faults) if times == float("inf") else [faults] * int(times)


class FaultInjector:
    """Decide what goes wrong with each request for a job.

    `of_jobs` are names of faults that only one kind of job has.
    """

    def __init__(
        self,
        seed: int = 0,
        chances: Mapping[str, float] | None = None,
        of_jobs: AbstractSet[str] = NONE,
    ) -> None:
        self._of_jobs = of_jobs
        self._random = random.Random(seed)
        self._chances = dict(chances or {})
        self._prompts: dict[str, Iterator[RequestFaults]] = {}
        self._queue: deque[Iterator[RequestFaults]] = deque()
        for item in self._chances:
            parse(item, of_jobs)

    def queue(self, script: str) -> None:
        """Apply a script to the next requests whose prompts ask for nothing."""
        items = script.split(",")
        read_script(items, self._of_jobs)
        self._queue.append(faults_of(items, self._of_jobs))

    def draw(self, prompt: str) -> RequestFaults:
        """Return the faults of this request; raise ValueError for one that does not exist."""
        items = [item for tag in _TAG.findall(prompt) for item in tag.split(",")]
        if items:
            script = self._prompts.setdefault(prompt, faults_of(items, self._of_jobs))
            return next(script, RequestFaults((), read_script(items, self._of_jobs)[1]))
        while self._queue:
            if faults := next(self._queue[0], None):
                return faults
            self._queue.popleft()
        drawn = [
            parse(item, self._of_jobs)
            for item, chance in self._chances.items()
            if self._random.random() < chance
        ]
        return RequestFaults(
            tuple(fault for fault in drawn if fault.name in CREATE),
            tuple(fault for fault in drawn if fault.name not in CREATE),
        )

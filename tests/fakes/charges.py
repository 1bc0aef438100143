"""The jobs of the fake upstream. Each is charged in a file before its request is answered."""

from __future__ import annotations

import asyncio
import copy
import json
import re
import secrets
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.fakes.faults import Fault

_MARKER = re.compile(r"\[job:([^\]]*)\]")


@dataclass(frozen=True)
class Charge:
    """What a job costs. `marker` is `[job:…]` of its prompt, or else the prompt; `time` is unix."""

    id: str
    key: str
    marker: str
    time: float


@dataclass
class Job:
    """One job; `render` is how many seconds it takes."""

    charge: Charge
    body: Any
    render: float
    faults: list[Fault] = field(default_factory=list)
    began: float = field(default_factory=time.monotonic)
    released: asyncio.Event = field(default_factory=asyncio.Event)
    cancelled: bool = False
    polls: int = 0
    fetches: int = 0  # requests for its video
    delivered: int = 0  # times that its video was sent to the end

    def take(self, name: str) -> Fault | None:
        """Return a fault of that name and use it up, or None."""
        for fault in self.faults:
            if fault.name == name and fault.times > 0:
                fault.times -= 1
                return fault
        return None

    def has(self, name: str) -> Fault | None:
        """Return a fault of that name and keep it, or None."""
        return next((fault for fault in self.faults if fault.name == name), None)

    @property
    def status(self) -> str:
        """Return the public status; one that fails does so when it would have been done."""
        age = time.monotonic() - self.began
        slow = self.has("render")
        render = self.render if slow is None else slow.seconds(1)
        if self.cancelled:
            return "cancelled"
        if not self.released.is_set() and (self.has("endless") or age < render):
            return "pending" if age < render / 2 else "in_progress"
        return "failed" if self.has("fail") else "completed"


class PaidJobs:
    """Jobs by id, and a file of their charges that outlives the process."""

    def __init__(self, path: Path) -> None:
        self.jobs: dict[str, Job] = {}
        self._by_key: dict[str, Job] = {}
        self._released: tuple[str, ...] = ()
        if path.exists():
            for line in path.read_text("utf-8").splitlines():
                self._keep(Job(Charge(**json.loads(line)), None, 0.0))
        self._file = path.open("a", encoding="utf-8")

    @property
    def charges(self) -> list[Charge]:
        return [job.charge for job in self.jobs.values()]

    def create(self, key: str, body: dict[str, Any], render: float, faults: Iterable[Fault]) -> Job:
        """Create a job and charge it."""
        prompt = str(body.get("prompt", ""))
        marker = _MARKER.search(prompt)
        id_ = f"gen-vid-{int(time.time())}-{secrets.token_hex(10)}"
        charge = Charge(id_, key, marker[1] if marker else prompt, time.time())
        self._file.write(json.dumps(vars(charge)) + "\n")
        self._file.flush()
        job = Job(charge, body, render, copy.deepcopy(list(faults)))
        if key.startswith(self._released):
            job.released.set()
        self._keep(job)
        return job

    def release(self, *keys: str) -> None:
        """Let all jobs go on whose keys begin with one of these, also those still to come."""
        self._released += keys
        for job in self.jobs.values():
            if job.charge.key.startswith(keys):
                job.released.set()

    def by_key(self, key: str) -> Job | None:
        """Return the first job that was created with a key."""
        return self._by_key.get(key)

    def find(self, key: str) -> list[Job]:
        """Return all jobs that were created with a key, newest first."""
        return [job for job in reversed(self.jobs.values()) if job.charge.key == key]

    def close(self) -> None:
        self._file.close()

    def _keep(self, job: Job) -> None:
        self.jobs[job.charge.id] = job
        if job.charge.key:
            self._by_key.setdefault(job.charge.key, job)

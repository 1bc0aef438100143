"""One job of an upstream, whose state follows from the time that it has had."""

from __future__ import annotations

import asyncio
import secrets
import time
from dataclasses import dataclass, field
from typing import Any, Literal

from tests.fakes.faults import Fault

State = Literal["queued", "running", "completed", "failed", "cancelled", "expired"]
OPEN = ("queued", "running")
# Faults of jobs that all upstreams have besides those of `tests.fakes.faults`. A poll with
# `odd-state` shows a state that no vendor documents, one with `odd-poll` an answer of a shape that
# its value names (see `tests.upstreams.shapes`).
FAULTS = frozenset({"moderated", "lapsed", "odd-state", "odd-poll"})
ODD_STATE = "Hibernated"

_instants: dict[asyncio.AbstractEventLoop, float] = {}


def instant() -> float:
    """Return the time of the present step of the event loop.

    A handler that looks at a state twice must not see it change in between.
    """
    try:
        loop = asyncio.get_running_loop()
    except RuntimeError:  # a test asks
        return time.monotonic()
    if loop not in _instants:
        _instants[loop] = time.monotonic()
        loop.call_soon(_instants.pop, loop)
    return _instants[loop]


@dataclass
class Job:
    """What a request asks for. A vendor sets the first fields, `submit` those from `key` on.

    `price` is in the vendor's own unit, `size` in pixels, `seconds` the length of the video; `body`
    is the request, and `info` whatever else a vendor wants to keep.
    """

    id: str
    prompt: str
    model: str
    price: float = 0.0
    seconds: float = 4.0
    size: tuple[int, int] = (1280, 720)
    audio: bool = False
    body: dict[str, Any] = field(default_factory=dict)
    info: dict[str, Any] = field(default_factory=dict)
    key: str = ""
    render: float = 0.0
    faults: list[Fault] = field(default_factory=list)
    began: float = field(default_factory=instant)
    created_at: float = field(default_factory=time.time)  # unix
    file: str = field(default_factory=lambda: secrets.token_hex(12))
    released: asyncio.Event = field(default_factory=asyncio.Event)
    stopped_at: float | None = None  # unix; when it was cancelled
    odd: str = ""  # the state that the last poll showed, where no vendor documents it
    word_shown: str = ""  # the vendor's word for the state, when it was shown last
    polls: int = 0
    fetches: int = 0  # requests for its video

    def take(self, name: str) -> Fault | None:
        """Return a fault of that name and use it up, or None."""
        for fault in self.faults:
            if fault.name == name and fault.times > 0:
                fault.times -= 1
                return fault
        return None

    def word(self, usual: str) -> str:
        """Return the vendor's word for the state, or the one that nobody knows."""
        self.word_shown = self.odd or usual
        return self.word_shown

    def has(self, name: str) -> Fault | None:
        """Return a fault of that name and keep it, or None."""
        return next((fault for fault in self.faults if fault.name == name), None)

    @property
    def length(self) -> float:
        """Return how many seconds the job takes."""
        slow = self.has("render")
        return self.render if slow is None else slow.seconds(1)

    @property
    def state(self) -> State:
        if self.stopped_at is not None:
            return "cancelled"
        if self.odd:
            return "running"
        age = instant() - self.began
        if not self.released.is_set() and (self.has("endless") or age < self.length):
            return "queued" if age < self.length / 2 else "running"
        if self.has("lapsed"):
            return "expired"
        return "failed" if self.moderated or self.failure else "completed"

    @property
    def open(self) -> bool:
        return self.state in OPEN

    @property
    def progress(self) -> int:
        """Return the percentage; 100 only when it has completed."""
        if self.state == "completed":
            return 100
        return min(99, int(100 * (instant() - self.began) / max(self.length, 0.001)))

    @property
    def failure(self) -> str:
        """Return the message of a job that fails for another reason than moderation, or ""."""
        if fault := self.has("fail"):
            return fault.value or "The render failed"
        return "The render failed" if "FAIL" in self.prompt else ""

    @property
    def moderated(self) -> bool:
        return self.has("moderated") is not None

    @property
    def started_at(self) -> float | None:
        """Return when it began to run, as unix time."""
        return None if self.state == "queued" else self.created_at + self.length / 2

    @property
    def ended_at(self) -> float | None:
        """Return when it ended, as unix time."""
        if self.stopped_at is not None:
            return self.stopped_at
        return None if self.open else self.created_at + self.length

    def cancel(self) -> bool:
        """Cancel the job; return False if it has ended already."""
        if not self.open:
            return False
        self.stopped_at = time.time()
        return True


@dataclass(frozen=True)
class Charge:
    """What one job costs, in the vendor's own unit."""

    job: str
    model: str
    amount: float
    key: str

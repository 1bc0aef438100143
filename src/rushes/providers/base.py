"""What a provider is: four whole operations against one upstream.

ProviderError
├── RefusedError    the upstream will not make this video; the job fails with its words
└── LostError       the upstream no longer knows a job, or its video, that it had accepted
    └── ForgottenError    because it was restarted with us: to be repeated at no cost
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

from rushes.catalog.media import Medium

Phase = Literal["queued", "running", "done"]


class ProviderError(Exception):
    """Tell what went wrong with an upstream; the text is fit to be shown to the caller."""


class RefusedError(ProviderError):
    """Tell that the upstream refused or failed the job for good."""


class LostError(ProviderError):
    """Tell that the upstream does not know the job any more."""


class ForgottenError(LostError):
    """Tell that a job was forgotten in a restart; ordering it again costs nothing but time."""


@dataclass(frozen=True)
class Order:
    """One video to make; `key` is the same whenever the same attempt is ordered again.

    `duration` is in seconds; every open parameter has been decided.
    """

    key: str
    model: str
    prompt: str
    width: int
    height: int
    duration: int
    audio: bool
    seed: int
    media: tuple[Medium, ...] = ()


@dataclass(frozen=True)
class UpstreamJob:
    """An accepted order, by the upstream's own id."""

    id: str
    model: str


@dataclass(frozen=True)
class Progress:
    """How far an upstream is: `fraction` from 0 to 1; `report` says what it made, once done.

    `check_after` is how many seconds to let pass before the next poll.
    """

    phase: Phase
    fraction: float = 0.0
    report: Mapping[str, Any] = field(default_factory=dict)
    check_after: float = 0.0


class Provider(Protocol):
    """Make videos at one upstream. Every operation may raise a ProviderError.

    `concurrency` is how many jobs it is given at once; the others wait as queued.
    """

    slug: str
    name: str
    concurrency: int

    async def create(self, order: Order) -> UpstreamJob:
        """Have the upstream accept an order; repeating a key must not make a second video."""

    async def poll(self, job: UpstreamJob) -> Progress:
        """Return how far a job is; may wait a little for news. Raises LostError if unknown."""

    def download(self, job: UpstreamJob) -> AsyncIterator[bytes]:
        """Yield the bytes of a finished video."""

    async def cancel(self, job: UpstreamJob) -> None:
        """Stop a job that will not be fetched, forget what it made; an unknown one is no error."""

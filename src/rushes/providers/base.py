"""What a provider is: four whole operations against one upstream, and its capabilities.

ProviderError
├── RefusedError           the upstream will not make this video; the job fails with its words
├── NotAcceptedError          this order was certainly not taken; it may be sent again
│   ├── BusyError            the upstream said: not now
│   └── UnreachableError     it was never sent
├── UnknownOutcomeError    the order may have been taken, and paid; it must not be sent blindly
├── TransientError         a read failed; it may be repeated at no cost
│   └── ChangedVideoError    the video changed while it was read: to be begun anew
└── LostError              the upstream no longer knows a job, or its video, that it had accepted
    └── RestartedError       because it was restarted with us: to be repeated at no cost
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Literal, Protocol, runtime_checkable

from rushes.catalog.capabilities import ProviderCapabilities

Phase = Literal["queued", "running", "done"]
BeforeSend = Callable[[], Awaitable[None]]


class ProviderError(Exception):
    """Tell what went wrong with an upstream; the text is fit to be shown to the caller."""


class RefusedError(ProviderError):
    """Tell that the upstream refused or failed the job for good; `cost` is in USD, if it told."""

    def __init__(self, message: str, cost: Decimal | None = None) -> None:
        super().__init__(message)
        self.cost = cost


class NotAcceptedError(ProviderError):
    """Tell that an order was certainly not taken, though it may be later."""

    def __init__(self, message: str, retry_after: float | None = None) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class BusyError(NotAcceptedError):
    """Tell that the upstream takes no order now.

    `retry_after` is in seconds, from 0.5 to 300 whatever the upstream said; None if it said none.
    """


class UnreachableError(NotAcceptedError):
    """Tell that an order was not sent: no connection was made, so nothing can have been taken."""


class UnknownOutcomeError(ProviderError):
    """Tell that an order was sent and its answer is missing, late, an error of theirs, or odd."""


class TransientError(ProviderError):
    """Tell that reading failed for now; `retry_after` is as in BusyError."""

    def __init__(self, message: str, retry_after: float | None = None) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class ChangedVideoError(TransientError):
    """Tell that a video is not the one whose first bytes were taken; it is fetched anew."""


class LostError(ProviderError):
    """Tell that the upstream does not know the job any more."""


class RestartedError(LostError):
    """Tell that a job was forgotten in a restart; ordering it again costs nothing but time."""


@dataclass(frozen=True)
class ProviderRequest:
    """One video to make; `key` is the same whenever the same attempt is sent again.

    `duration` is in seconds; every open parameter has been decided. `body` is the request in the
    form of this API, without `callback_url`.
    """

    key: str
    model: str
    prompt: str
    width: int
    height: int
    duration: int
    audio: bool
    seed: int
    body: str = "{}"


@dataclass(frozen=True)
class UpstreamJob:
    """An accepted order, by the upstream's own id."""

    id: str
    model: str


@dataclass(frozen=True)
class Progress:
    """How far an upstream is: `fraction` from 0 to 1; `report` says what it made, once done.

    `check_after` is how many seconds to let pass before the next poll; `cost` is in USD, where the
    upstream tells it.
    """

    phase: Phase
    fraction: float = 0.0
    report: Mapping[str, Any] = field(default_factory=dict)
    check_after: float = 0.0
    cost: Decimal | None = None


@dataclass(frozen=True)
class Cancellation:
    """What became of an upstream job that was to be stopped.

    `unsupported`: it goes on and may bill. `cost` is in USD, where it is known.
    """

    outcome: Literal["stopped", "unsupported", "unknown"]
    cost: Decimal | None = None


class Provider(Protocol):
    """Make videos at one upstream. Every operation may raise a ProviderError."""

    slug: str
    name: str
    capabilities: ProviderCapabilities

    async def create(self, request: ProviderRequest, before_send: BeforeSend) -> UpstreamJob:
        """Have the upstream accept an order.

        `before_send` commits that the request is being sent. It is awaited once, after all slow
        preparation, and the request is sent as soon as it returns. If it raises, the exception
        propagates and nothing is sent. A create is never repeated in here.
        """

    async def poll(self, job: UpstreamJob) -> Progress:
        """Return how far a job is; may wait a little for news. Raises LostError if unknown."""

    def download(self, job: UpstreamJob, start: int = 0) -> AsyncIterator[bytes]:
        """Yield the bytes of a finished video from an offset on.

        Raises TransientError when the bytes end early, LostError when the video is gone.
        """

    async def cancel(self, job: UpstreamJob) -> Cancellation:
        """Stop a job that will not be fetched, forget what it made; an unknown one is no error."""

    async def close(self) -> None:
        """Let connections go."""


@runtime_checkable
class FindingProvider(Protocol):
    """Find an order by the key it was sent with; providers whose capabilities say `lookup` can."""

    async def find(self, key: str, model: str) -> UpstreamJob | None:
        """Return the accepted order of a key, None if the upstream has none."""

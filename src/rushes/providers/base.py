"""What a provider is: four whole operations against one upstream, and its capabilities.

ProviderError
├── RefusedError           the upstream will not make this video; the job fails with its message
├── NotAcceptedError       the request was certainly not accepted; it may be sent again
│   ├── BusyError            the upstream takes no requests now
│   ├── AccountError         it takes none of this account: the key is invalid, or money is missing
│   └── UnreachableError     the request was never sent
├── UnknownOutcomeError    the request may have been accepted and charged; never resend it blindly
├── TransientError         a read failed; it may be repeated at no cost
│   └── ChangedVideoError    the video changed during the download, which must start over
└── LostError              the upstream no longer knows a job that it accepted, or its video
    └── RestartedError       because it restarted with us; repeating the job costs nothing

The text of each error is fit to be shown to the caller.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Literal, Protocol, runtime_checkable

from rushes.catalog.capabilities import ProviderCapabilities

Phase = Literal["queued", "running", "done"]
RefusalCause = Literal["input", "moderated", "failed"]
AccountProblem = Literal["credential", "credit"]
BeforeSend = Callable[[], Awaitable[None]]


class ProviderError(Exception):
    pass


class RefusedError(ProviderError):
    """The upstream refused or failed the job for good; `cost` is in USD, where it is known.

    `cause` is `input` for a request that it cannot serve, `moderated` for one that it will not, and
    `failed` for what went wrong at the upstream.
    """

    def __init__(
        self, message: str, cost: Decimal | None = None, *, cause: RefusalCause = "failed"
    ) -> None:
        super().__init__(message)
        self.cost = cost
        self.cause = cause


class _RetryableError(ProviderError):
    """`retry_after` is in seconds, 0.5 to 300 whatever the upstream said; None if it said none."""

    def __init__(self, message: str, retry_after: float | None = None) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class NotAcceptedError(_RetryableError):
    """The request was certainly not accepted, though it may be later."""


class BusyError(NotAcceptedError):
    """The upstream takes no requests now."""


class AccountError(NotAcceptedError):
    """The upstream takes nothing of this account until its operator acts."""

    def __init__(self, message: str, problem: AccountProblem) -> None:
        super().__init__(message)
        self.problem = problem


class UnreachableError(NotAcceptedError):
    """No connection was made, so the request was not sent and cannot have been accepted."""


class UnknownOutcomeError(ProviderError):
    """The request was sent, and its response is missing, late, a server error, or unreadable."""


class TransientError(_RetryableError):
    """A read failed for now."""


class ChangedVideoError(TransientError):
    """The video is not the one whose first bytes were downloaded."""


class LostError(ProviderError):
    """The upstream does not know the job any more."""


class RestartedError(LostError):
    """A restart lost the job; making it again costs time, never money."""


@dataclass(frozen=True)
class ProviderRequest:
    """One video to make; `key` is the same whenever the same attempt is sent again.

    `duration` is in seconds; every open parameter has been decided. `body` is the request in the
    form of this API, without `callback_url`. `job_id` is the same for all attempts of a job.
    `upstream_model` is the upstream's name of the model, and `params` what its endpoint adds;
    `decided` names what of `body` the caller left open. `previous` is the upstream job to continue.
    `previous_video` is its video as it is stored here.
    The upstream may call `callback_url` when the job changes.
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
    job_id: str = ""
    upstream_model: str = ""
    params: Mapping[str, Any] = field(default_factory=dict)
    decided: frozenset[str] = frozenset()
    previous: UpstreamJob | None = None
    callback_url: str | None = None
    previous_video: PreviousVideo | None = None


@dataclass(frozen=True)
class PreviousVideo:
    """A finished video; `report` is what was reported of it.

    `read` returns its bytes; raises RefusedError when they are gone, or NotAcceptedError.
    """

    report: Mapping[str, Any]
    read: Callable[[], Awaitable[bytes]]


@dataclass(frozen=True)
class UpstreamJob:
    """A job that the upstream accepted, under the upstream's own id.

    The provider that made the id alone knows what it means; it may hold more than the upstream's.
    """

    id: str
    model: str
    upstream_model: str = ""


@dataclass(frozen=True)
class Progress:
    """How far an upstream is: `fraction` from 0 to 1; `report` says what it made, once done.

    `check_after` is the least number of seconds until the next poll; `cost` is in USD, where the
    upstream reports it. `urls` are those of the finished video, the best first. `state` is the
    upstream's own word for the state of a job that goes on.
    """

    phase: Phase
    fraction: float = 0.0
    report: Mapping[str, Any] = field(default_factory=dict)
    check_after: float = 0.0
    cost: Decimal | None = None
    urls: Sequence[str] = ()
    state: str = ""


@dataclass(frozen=True)
class Cancellation:
    """The result of stopping an upstream job; `cost` is in USD, where it is known.

    `unsupported`: the job goes on and may be charged.
    """

    outcome: Literal["stopped", "unsupported", "unknown"]
    cost: Decimal | None = None


class Provider(Protocol):
    """One upstream that makes videos. Every operation may raise a ProviderError."""

    slug: str
    name: str
    capabilities: ProviderCapabilities

    async def create(self, request: ProviderRequest, before_send: BeforeSend) -> UpstreamJob:
        """Have the upstream accept a request.

        `before_send` commits that the request is being sent. It is awaited once, after all slow
        preparation, and the request is sent as soon as it returns. If it raises, the exception
        propagates and nothing is sent. A provider never repeats a create by itself.
        """

    async def poll(self, job: UpstreamJob) -> Progress:
        """Return the progress of a job; may wait for a change. Raises LostError if unknown."""

    def download(self, job: UpstreamJob, start: int = 0) -> AsyncIterator[bytes]:
        """Yield the bytes of a finished video from offset `start` on.

        Raises TransientError when the bytes end early, LostError when the video is gone.
        """

    async def cancel(self, job: UpstreamJob) -> Cancellation:
        """Stop a job and forget its video; an unknown job is not an error."""

    async def close(self) -> None: ...


@runtime_checkable
class FindingProvider(Protocol):
    """A provider that can look up a job by the key of its request (capability `lookup`)."""

    async def find(self, key: str, model: str) -> UpstreamJob | None:
        """Return the job accepted under a key, None if there is surely none."""


@runtime_checkable
class TimedProvider(Protocol):
    """A provider that knows how long a job still takes."""

    def seconds_left(self, job: UpstreamJob) -> float | None:
        """Return the seconds until a job is done, None if they are not known."""


@runtime_checkable
class PreparingProvider(Protocol):
    """A provider that fetches what a create needs ahead, while the job waits for its turn.

    `jobs_ahead` is for how many jobs at once. The job waits until `prepare` returns.
    """

    jobs_ahead: int

    async def prepare(
        self, job_id: str, owner: str, model: str, body: Callable[[], Awaitable[str]]
    ) -> None:
        """Fetch; what goes wrong is raised by `create`. `body` reads the job's request."""

    def drop(self, job_id: str) -> None:
        """Forget what was fetched, if `create` has not taken it."""

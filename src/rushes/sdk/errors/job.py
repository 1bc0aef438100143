"""Errors about jobs, and requests that were refused before they were sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

import httpx

from rushes.sdk.errors.base import OpenRouterError

if TYPE_CHECKING:
    from rushes.wire.job import VideoGenerationResponse


class GenerationError(OpenRouterError):
    """A job ended without a video; `job` is its last state, `reason` the service's message."""

    job: VideoGenerationResponse

    def __init__(self, job: VideoGenerationResponse, raw_response: httpx.Response) -> None:
        ending = _ENDINGS.get(job.status, f"ended as {job.status!r}")
        ending += f": {job.error}" if job.error else ""
        super().__init__(f"The job {job.id} {ending}", raw_response)
        self.job = job

    @property
    def job_id(self) -> str:
        """Return the id of the job."""
        return self.job.id

    @property
    def reason(self) -> str | None:
        """Return the service's message."""
        return self.job.error


_ENDINGS = {"failed": "failed", "cancelled": "was cancelled", "expired": "expired"}


class GenerationFailedError(GenerationError):
    """The job failed."""


class GenerationCancelledError(GenerationError):
    """The job was cancelled."""


class GenerationExpiredError(GenerationError):
    """The job expired."""


class DownloadError(OpenRouterError):
    """The response is not a complete video; no file has the final name."""

    def __init__(self, message: str, raw_response: httpx.Response) -> None:
        super().__init__(message, raw_response, "")


class WaitTimeoutError(OpenRouterError, TimeoutError):
    """The wait timed out; the job goes on and is charged.

    `job` is its last state, None if no poll succeeded; `job_id` is always known. If no poll
    succeeded, `raw_response` is an empty 408. `__cause__` is the last poll's error, if it failed.
    """

    job: VideoGenerationResponse | None
    job_id: str

    def __init__(
        self,
        job_id: str,
        timeout: float,
        job: VideoGenerationResponse | None = None,
        raw_response: httpx.Response | None = None,
    ) -> None:
        state = f"is {job.status}" if job else "has not been seen"
        super().__init__(
            f"The job {job_id} {state} after {timeout:g} s. It goes on; "
            f"video_generation.wait({job_id!r}) continues the wait",
            raw_response or httpx.Response(408),
        )
        self.job = job
        self.job_id = job_id


class UnsupportedRequestError(ValueError):
    """The catalog says that the model does not support the request; nothing was sent.

    `problems` has one sentence for each argument that does not fit.
    """

    def __init__(self, model: str, problems: list[str]) -> None:
        super().__init__(model, problems)
        self.model = model
        self.problems = problems

    def __str__(self) -> str:
        return f"{self.model}: {'; '.join(self.problems)}"


class CostLimitError(ValueError):
    """A request would cost more than allowed, or its cost is not known; nothing was sent.

    `cost` and `max_cost` are in USD, `cost` None if it is not known.
    """

    def __init__(self, model: str, cost: float | None, max_cost: float) -> None:
        super().__init__(model, cost, max_cost)
        self.model = model
        self.cost = cost
        self.max_cost = max_cost

    def __str__(self) -> str:
        cost = "has an unknown cost" if self.cost is None else f"may cost up to ${self.cost:.2f}"
        return f"{self.model}: the request {cost}, over max_cost of ${self.max_cost:.2f}"


class NotSupportedByServerError(OpenRouterError):
    """The server does not have this operation, which only Rushes' service has.

    `operation` is its name in `video_generation`.
    """

    operation: str

    def __init__(self, operation: str, raw_response: httpx.Response) -> None:
        super().__init__(
            f"This server has no {operation!r}: it is an addition of Rushes' service", raw_response
        )
        self.operation = operation

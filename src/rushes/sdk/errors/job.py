"""What may become of a job, and of what was asked about one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import httpx

from rushes.sdk.errors.base import OpenRouterError

if TYPE_CHECKING:
    from rushes.wire.job import VideoGenerationResponse


class GenerationError(OpenRouterError):
    """A job ended without a video; `job` is its last answer, `reason` what the service says."""

    job: VideoGenerationResponse

    def __init__(self, job: VideoGenerationResponse, raw_response: httpx.Response) -> None:
        ending = _ENDINGS.get(job.status, "ended") + (f": {job.error}" if job.error else "")
        super().__init__(f"The job {job.id} {ending}", raw_response)
        self.job = job

    @property
    def job_id(self) -> str:
        """Return the id of the job."""
        return self.job.id

    @property
    def reason(self) -> str | None:
        """Return why, in the words of the service."""
        return self.job.error


_ENDINGS = {"failed": "failed", "cancelled": "was cancelled", "expired": "expired"}


class GenerationFailedError(GenerationError):
    """The job failed."""


class GenerationCancelledError(GenerationError):
    """The job was cancelled."""


class GenerationExpiredError(GenerationError):
    """The job expired."""


class DownloadError(OpenRouterError):
    """What arrived is not a whole video; nothing is left under the file's final name."""

    def __init__(self, message: str, raw_response: httpx.Response) -> None:
        super().__init__(message, raw_response, "")


class WaitTimeoutError(OpenRouterError, TimeoutError):
    """The wait is over, the job is not: it goes on and is billed.

    `job` is its last answer, None if there was none; `job_id` is known in any case. If there was
    no answer, `raw_response` is an empty 408. `__cause__` is the last failed poll, if it failed.
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
            f"video_generation.wait({job_id!r}) takes up the wait again",
            raw_response or httpx.Response(408),
        )
        self.job = job
        self.job_id = job_id


class UnsupportedRequestError(ValueError):
    """The catalog says that the model does not take such a request; nothing was sent.

    `problems` are sentences, one for each argument that does not fit.
    """

    def __init__(self, model: str, problems: list[str]) -> None:
        super().__init__(model, problems)
        self.model = model
        self.problems = problems

    def __str__(self) -> str:
        return f"{self.model}: {'; '.join(self.problems)}"


class CostLimitError(ValueError):
    """A request would cost more than allowed, or what it costs is not known; nothing was sent.

    `cost` and `max_cost` are in USD, `cost` None if it is not known.
    """

    def __init__(self, model: str, cost: float | None, max_cost: float) -> None:
        super().__init__(model, cost, max_cost)
        self.model = model
        self.cost = cost
        self.max_cost = max_cost

    def __str__(self) -> str:
        told = "has an unknown cost" if self.cost is None else f"may cost ${self.cost:g}"
        return f"{self.model}: the request {told}, and ${self.max_cost:g} is allowed"


class NotSupportedByServerError(OpenRouterError):
    """The server does not have this operation, which is an addition of Rushes' service.

    `operation` is its name in `video_generation`.
    """

    operation: str

    def __init__(self, operation: str, raw_response: httpx.Response) -> None:
        super().__init__(
            f"This server has no {operation!r}: it is an addition of Rushes' service", raw_response
        )
        self.operation = operation

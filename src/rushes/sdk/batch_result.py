"""The result of one request of a batch."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from rushes.sdk._params import GenerateArguments
from rushes.sdk.generation import Generation


@dataclass(frozen=True, slots=True)
class BatchResult:
    """The result of one request: a completed `generation`, or the `error` that prevented it.

    `job_id` is set as soon as there is a job, even if it failed or its end was not seen. It is None
    if there is no job, or if that is not known.
    """

    arguments: GenerateArguments
    generation: Generation | None = None
    error: Exception | None = None
    job_id: str | None = None

    @property
    def succeeded(self) -> bool:
        """Return whether the video is completed."""
        return self.generation is not None


OnOutcome = Callable[[BatchResult], object]
OnOutcomeAsync = Callable[[BatchResult], Awaitable[object] | object]

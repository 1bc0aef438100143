"""The result of one request of a batch."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from rushes.sdk._params import GenerateArguments
from rushes.sdk.generation import Generation


@dataclass(frozen=True, slots=True)
class BatchResult:
    """What became of one order: a completed `generation`, or the `error` that there is none.

    `job_id` is the job that the order has become, also if that failed or its end was not seen; None
    if it became none, or if nobody knows.
    """

    arguments: GenerateArguments
    generation: Generation | None = None
    error: Exception | None = None
    job_id: str | None = None

    @property
    def succeeded(self) -> bool:
        """Return whether the video is there."""
        return self.generation is not None


OnOutcome = Callable[[BatchResult], object]
OnOutcomeAsync = Callable[[BatchResult], Awaitable[object] | object]

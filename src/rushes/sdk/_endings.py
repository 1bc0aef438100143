"""Whether a job has ended, and how, whatever its service calls that."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from rushes.wire.job import VideoGenerationResponse

Ending = Literal["completed", "failed", "cancelled", "expired"]

# The words of the contract first, then what other services and later versions say.
_WORDS: dict[Ending, str] = {
    "completed": "completed complete done finished succeeded success successful",
    "failed": """
        failed fail failure dead error errored faulted crashed killed lost rejected refused denied
        blocked moderated filtered invalid unprocessable
    """,
    "cancelled": "cancelled canceled aborted terminated stopped revoked",
    "expired": "expired timeout timedout",
}
_ENDINGS: dict[str, Ending] = {
    word: ending for ending, words in _WORDS.items() for word in words.split()
}


def ending_of(job: VideoGenerationResponse) -> Ending | None:
    """Return how a job has ended, None if it goes on.

    The contract sets `error` for jobs that failed, so a status that nobody knows is a failure with
    it and goes on without it. A name in -ing ("retrying") goes on in any case.
    """
    if job.status in {"pending", "in_progress"}:
        return None
    word = job.status.strip().lower().replace("_", "").replace("-", "").replace(" ", "")
    if (known := _ENDINGS.get(word)) is not None:
        return known
    return "failed" if job.error and not word.endswith("ing") else None

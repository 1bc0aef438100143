"""Whether a status ends a job, and how, whatever its service calls that."""

from __future__ import annotations

from typing import Literal

Ending = Literal["completed", "failed", "cancelled", "expired"]

# The words of the contract first, then what other services and later versions say.
_WORDS: dict[Ending, str] = {
    "completed": "completed complete done finished succeeded success successful",
    "failed": """
        failed fail failure dead error errored faulted crashed killed lost deleted rejected refused
        denied blocked moderated filtered invalid unprocessable
    """,
    "cancelled": "cancelled canceled aborted terminated stopped revoked",
    "expired": "expired timeout timedout",
}
_ENDINGS: dict[str, Ending] = {
    word: ending for ending, words in _WORDS.items() for word in words.split()
}


def ending_of(status: str, error: str | None = None, *, has_urls: bool = False) -> Ending | None:
    """Return how a job has ended, None if it goes on.

    The contract sets `error` for jobs that failed and URLs for completed ones, so these decide
    about a status that nobody knows. A name in -ing ("retrying") goes on in any case.
    """
    if status in {"pending", "in_progress"}:
        return None
    word = status.strip().lower().replace("_", "").replace("-", "").replace(" ", "")
    if (known := _ENDINGS.get(word)) is not None:
        return known
    if word.endswith("ing"):
        return None
    if error:
        return "failed"
    return "completed" if has_urls else None

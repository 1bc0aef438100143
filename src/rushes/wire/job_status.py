"""How a job's status is read, also one that the contract does not have.

OpenRouter's own clients end on `dead` as well, which no published schema has, and other services
have other words. So the rule is: a word below ends a job. Any other word leaves it open, unless its
URLs say that it is completed.
"""

from __future__ import annotations

from typing import Literal

Outcome = Literal["open", "completed", "failed"]

COMPLETED = frozenset({"completed", "complete", "succeeded", "success"})
FAILED = frozenset({"failed", "cancelled", "expired"})  # the contract's
FAILED |= {"dead", "error", "errored", "failure", "canceled", "aborted", "rejected", "terminated"}
FAILED |= {"timeout", "timed_out", "deleted"}
OPEN = frozenset({"pending", "in_progress"})  # the contract's


def outcome_of(status: str, *, has_urls: bool = False) -> Outcome:
    """Return how far a job is; `has_urls` says whether it shows URLs of a video."""
    word = status.strip().lower().replace("-", "_")
    if word in FAILED:
        return "failed"
    if word in COMPLETED or (has_urls and word not in OPEN):
        return "completed"
    return "open"

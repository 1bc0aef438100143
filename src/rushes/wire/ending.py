"""Whether a status ends a job, and how, whatever its service calls that."""

from __future__ import annotations

import re
from typing import Literal

Ending = Literal["completed", "failed", "cancelled", "expired"]

# The words of the contract first, then what other services and later versions say.
_WORDS: dict[Ending, str] = {
    "completed": "completed complete done finished succeed succeeded success successful",
    "failed": """
        failed fail failure dead error errored faulted crashed killed lost deleted rejected refused
        denied blocked moderated filtered flagged invalid unprocessable
    """,
    "cancelled": "cancelled canceled cancel aborted terminated stopped revoked",
    "expired": "expired timeout timedout",
}
_ENDINGS: dict[str, Ending] = {
    word: ending for ending, words in _WORDS.items() for word in words.split()
}
# Neither an error of an attempt nor a URL that is known early ends these.
_GOES_ON = frozenset(
    """
    pending inprogress progress queued submitted created accepted requested scheduled started
    paused hold delayed deferred throttled limited retry
    """.split()  # noqa: SIM905 - words read better than a column of strings
)
# What turns a word into something else: "not completed", "partially done".
_QUALIFIERS = {"not", "no", "never", "partially", "partial", "almost"}


def ending_of(status: str, error: str | None = None, *, has_urls: bool = False) -> Ending | None:
    """Return how a job has ended, None if it goes on.

    A status of several words, such as "content_filtered", says what the first one that is known
    says. The contract sets `error` for jobs that failed and URLs for completed ones, so these
    decide about a status that nobody knows. A name in -ing ("retrying") goes on in any case.
    """
    if status in {"pending", "in_progress"}:
        return None
    words = _words(status)
    joined = "".join(words)
    if joined in _GOES_ON or any(word.endswith("ing") or word in _GOES_ON for word in words):
        return None
    if not _QUALIFIERS.intersection(words):
        known = (_ENDINGS[word] for word in (joined, *words) if word in _ENDINGS)
        if (ending := next(known, None)) is not None:
            return ending
    if error:
        return "failed"
    return "completed" if has_urls else None


def _words(status: str) -> list[str]:
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", status)
    return re.findall(r"[a-z0-9]+", spaced.lower())

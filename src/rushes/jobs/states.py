"""A job's states and its legal transitions: this table, and nothing else, decides.

    queued ──► submitting ──► running ──► storing ──► completed
                   ▲  │           │
                   └──┴───────────┘   the upstream lost or refused for now: another attempt
       ▲           │              │
       └───────────┴──────────────┘   another account is to make it

and from every open state to failed, cancelled or expired. The public status is coarser.
"""

from __future__ import annotations

from rushes.store.job import ENDED
from rushes.wire import VideoGenerationResponseStatus

__all__ = ["ENDED", "OPEN", "STATUS", "TRANSITIONS", "sources"]

_BREAKS = {"failed", "cancelled", "expired"}

TRANSITIONS: dict[str, frozenset[str]] = {
    # To itself: its account was removed before anything was sent, and another is to make it.
    "queued": frozenset({"submitting", "queued"} | _BREAKS),
    # To itself: a restart found an attempt without a response and creates another.
    "submitting": frozenset({"submitting", "running", "queued"} | _BREAKS),
    # Back to submitting: the upstream no longer knows the job. To itself: progress.
    "running": frozenset({"running", "submitting", "storing", "queued"} | _BREAKS),
    # Back to submitting: the upstream lost the video before it was stored.
    "storing": frozenset({"submitting", "completed"} | _BREAKS),
    **dict.fromkeys(ENDED, frozenset()),
}

OPEN = frozenset(TRANSITIONS) - ENDED

STATUS: dict[str, VideoGenerationResponseStatus] = {
    "queued": "pending",
    "submitting": "pending",
    "running": "in_progress",
    "storing": "in_progress",
    "completed": "completed",
    "failed": "failed",
    "cancelled": "cancelled",
    "expired": "expired",
}


def sources(target: str) -> frozenset[str]:
    return frozenset(state for state, targets in TRANSITIONS.items() if target in targets)

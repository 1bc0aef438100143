"""An attempt, for which money may be spent, as it is stored."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

# intent    committed, certainly not sent
# sending   committed right before the socket is used: it may have been sent
# accepted  the upstream returned its id
# refused   the upstream said no
# unknown   sent, and the response is lost: money may have been spent
# absent    sent, and proven not to have been accepted
# ended     accepted, and ended by the upstream without a video
# dismissed unknown, or accepted and given up: a person has looked into it


@dataclass(frozen=True)
class Attempt:
    """One attempt to have a provider make a job's video; times are unix seconds, `cost` USD."""

    job_id: str
    attempt: int
    provider: str
    key: str
    state: str
    epoch: int
    intent_at: float
    sent_at: float | None = None
    upstream_id: str | None = None
    detail: str | None = None
    upstream_model: str = ""
    ended_at: float | None = None
    cost: str | None = None

    @property
    def began_at(self) -> float:
        return self.sent_at or self.intent_at


@dataclass(frozen=True)
class Orphan:
    """An upstream job whose id came to a process that no longer held its job.

    `fate` is open until it is adopted by the job or stopped at its provider.
    """

    provider: str
    upstream_id: str
    job_id: str
    attempt: int
    fate: str
    found_at: float


ATTEMPT_COLUMNS = tuple(f.name for f in fields(Attempt))
ORPHAN_COLUMNS = tuple(f.name for f in fields(Orphan))


def unresolved(attempt: str, job: str) -> str:
    """Return the condition that an attempt of an ended job may have been charged for nothing.

    Its response is lost; or it was accepted, and then given up. Of a job that its caller cancelled
    only what may yet be charged counts: nobody wants its video.
    """
    return (
        f"({attempt}.state IN ('sending', 'unknown') OR ({attempt}.state = 'accepted'"
        f" AND {job}.outputs = '[]' AND ({job}.state IN ('failed', 'expired')"
        f" OR ({job}.state = 'cancelled' AND {attempt}.cost IS NULL))))"
    )


def attempt_facts(attempt: Attempt) -> dict[str, Any]:
    """Return an attempt as it is shown; `cost` in USD."""
    facts = {
        "attempt": attempt.attempt,
        "provider": attempt.provider,
        "model": attempt.upstream_model or None,
        "state": attempt.state,
        "detail": attempt.detail,
        "cost": None if attempt.cost is None else float(attempt.cost),
        "began_at": attempt.began_at,
        "ended_at": attempt.ended_at,
    }
    return {name: value for name, value in facts.items() if value is not None}

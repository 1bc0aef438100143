"""What went wrong without a scenario that says so."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from rushes.testing.job_record import JobRecord
from rushes.testing.journal import RecordedRequest
from rushes.testing.report import cleaned, excerpt, job_line, request_line, webhook_line
from rushes.testing.scenarios import Rule, When
from rushes.testing.webhook_log import SentWebhook


def unexpected(
    requests: Sequence[RecordedRequest],
    jobs: Sequence[JobRecord],
    webhooks: Sequence[SentWebhook],
    unused: Sequence[Rule | When],
    is_scripted: Callable[[str], bool],
) -> list[str]:
    """Return what went wrong, one line each; `is_scripted` tells whether a job has a scenario."""
    found = (
        *_requests(requests),
        *(job_line(job) for job in jobs if _failed(job) and not is_scripted(job.id)),
        *_webhooks(webhooks, is_scripted),
        *map(_unused, unused),
    )
    return [cleaned(line) for line in found]


def _requests(requests: Sequence[RecordedRequest]) -> Iterator[str]:
    for request in requests:
        if (request.status or 0) >= 400 and not request.is_scripted:
            detail = f": {excerpt(request.response)}" if request.response else ""
            yield f"{request_line(request)}{detail}"


def _unused(rule: Rule | When) -> str:
    if isinstance(rule, When):
        return f"{rule} has no then(...), so nothing happens"
    name = rule.scenario.name or "without a name"
    if not rule.used:
        return f"the scenario {name} was not used"
    return f"the scenario {name} was used {rule.used} of {rule.scenario.times} times"


def _failed(job: JobRecord) -> bool:
    return job.status in {"failed", "expired"}


def _webhooks(webhooks: Sequence[SentWebhook], is_scripted: Callable[[str], bool]) -> Iterator[str]:
    for webhook in webhooks:
        refused = webhook.error is not None or (webhook.status or 0) >= 300
        # A receiver does well to refuse one that a scenario has forged.
        is_expected = not webhook.is_verified and is_scripted(webhook.job_id)
        if not is_expected and (refused or not webhook.is_verified):
            yield webhook_line(webhook)

"""A person decides what becomes of a job whose outcome is unknown, and may pay once more."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from rushes.catalog.model import Catalog, model_timeouts
from rushes.catalog.provider_data import load_providers
from rushes.clock import unix_time
from rushes.jobs.rerouting import spent
from rushes.settings import Settings
from rushes.store.attempt import Attempt
from rushes.store.budget import Budget, UnpricedError, budgets_of
from rushes.store.job import Job
from rushes.store.store import Store


def may_charge(job: Job) -> bool:
    """Return whether something is left to resolve: not with a provider that never charges."""
    data = load_providers().get(job.provider.partition("/")[0])
    return data is None or data.capabilities.on_lost_response != "resubmit"


def resubmission_warning(job: Job, attempts: list[Attempt]) -> str:
    """Return what another attempt may cost, and what those before may have cost."""
    price = "an amount that is not known" if job.quote is None else f"about ${job.quote}"
    before = spent(attempts) or Decimal(0)
    unclear = [a for a in attempts if a.state in {"sending", "unknown", "accepted"}]
    lines = [f"{job.provider} may charge {price} for another attempt at {job.id} ({job.model})."]
    if before:
        lines.append(f"Its attempts so far have cost ${before}.")
    if unclear:
        numbers = ", ".join(str(each.attempt) for each in unclear)
        lines.append(
            f"Attempt {numbers} may have been charged as well; it is taken as dismissed. Look for"
            " its video at the provider first, and attach it if it is there."
        )
    return " ".join(lines)


async def resubmit(
    store: Store,
    seen: Job,
    attempts: list[Attempt],
    actor: str,
    *,
    settings: Settings,
    catalog: Catalog,
    budgets: Sequence[Budget],
    over_budget: bool = False,
) -> Job | None:
    """Queue a job for one more attempt; None if it is not as it was seen, or may not be.

    `budgets` are those of the service; its key's are added. Raises OverBudgetError and
    UnpricedError as a submit does, unless it may go `over_budget`.
    """
    of_key = budgets_of(await store.api_keys.of_owner(seen.owner))
    limits = None if over_budget else (*of_key, *budgets)
    if limits and seen.quote is None and may_charge(seen):
        raise UnpricedError(limits[0])
    allowed = model_timeouts(settings, catalog).get(seen.model, settings.job_timeout)
    deadline = int(unix_time() + allowed)
    return await store.attempts.resubmit(seen, deadline, spent(attempts), actor, limits)

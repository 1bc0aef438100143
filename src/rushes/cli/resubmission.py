"""`rushes jobs JOB_ID --resubmit`: a person decides to pay for one more attempt."""

from __future__ import annotations

import asyncio
from decimal import Decimal

import click

from rushes.catalog.model import model_timeouts
from rushes.catalog.own_models import catalog_of
from rushes.cli.errors import REFUSED, CliError
from rushes.cli.job_options import actor, existing_store, job_of
from rushes.clock import unix_time
from rushes.jobs.rerouting import spent
from rushes.jobs.states import STATUS
from rushes.settings import Settings
from rushes.store.attempt import Attempt
from rushes.store.attempts import can_resubmit
from rushes.store.job import Job


def resubmit_job(settings: Settings, job_id: str, *, yes: bool) -> None:
    """Queue a job again after it was said what that may cost, and confirmed.

    What was seen then is what is acted on: a job that changed meanwhile is left as it is.
    """
    job, attempts = asyncio.run(_find(settings, job_id))
    if not can_resubmit(job):
        raise CliError(
            f"{job_id} is {STATUS[job.state]} and cannot be resubmitted: only jobs that were sent"
            " to a provider and ended without a video can, unless they are deleted",
            REFUSED,
        )
    click.echo(_warning(job, attempts), err=True)
    if not yes:
        click.confirm("Pay for another attempt?", abort=True, err=True)
    asyncio.run(_resubmit(settings, job, attempts))


async def _find(settings: Settings, job_id: str) -> tuple[Job, list[Attempt]]:
    async with existing_store(settings) as store:
        job = await job_of(store, job_id, settings)
        assert store is not None  # noqa: S101 - the job was found in it
        return job, await store.attempts.of(job_id)


async def _resubmit(settings: Settings, job: Job, attempts: list[Attempt]) -> None:
    allowed = model_timeouts(settings, catalog_of(settings)).get(job.model, settings.job_timeout)
    deadline = int(unix_time() + allowed)
    async with existing_store(settings) as store:
        assert store is not None  # noqa: S101 - the job was found in it
        queued = await store.attempts.resubmit(job, deadline, spent(attempts), actor())
    if queued is None:
        raise CliError(
            f"{job.id} was changed by somebody else in the meantime; nothing was resubmitted. Look"
            f" at it again: rushes jobs {job.id}",
            REFUSED,
        )
    click.echo(f"{job.id} is queued for attempt {job.attempt + 1}", err=True)


def _warning(job: Job, attempts: list[Attempt]) -> str:
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

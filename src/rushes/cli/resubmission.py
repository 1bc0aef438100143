"""`rushes jobs JOB_ID --resubmit`: a person decides to pay for one more attempt."""

from __future__ import annotations

import asyncio

import click

from rushes.catalog.own_models import catalog_of
from rushes.cli.errors import REFUSED, CliError
from rushes.cli.job_options import actor, existing_store, job_of
from rushes.jobs.resubmission import resubmission_warning, resubmit
from rushes.jobs.states import STATUS
from rushes.runtime import service_budgets
from rushes.settings import Settings
from rushes.store.attempt import Attempt
from rushes.store.attempts import can_resubmit
from rushes.store.budget import OverBudgetError, UnpricedError
from rushes.store.job import Job


def resubmit_job(settings: Settings, job_id: str, *, yes: bool, over_budget: bool) -> None:
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
    click.echo(resubmission_warning(job, attempts), err=True)
    if not yes:
        click.confirm("Pay for another attempt?", abort=True, err=True)
    asyncio.run(_resubmit(settings, job, attempts, over_budget=over_budget))


async def _find(settings: Settings, job_id: str) -> tuple[Job, list[Attempt]]:
    async with existing_store(settings) as store:
        job = await job_of(store, job_id, settings)
        assert store is not None  # noqa: S101 - the job was found in it
        return job, await store.attempts.of(job.id)


async def _resubmit(
    settings: Settings, job: Job, attempts: list[Attempt], *, over_budget: bool
) -> None:
    async with existing_store(settings) as store:
        assert store is not None  # noqa: S101 - the job was found in it
        try:
            queued = await resubmit(
                store,
                job,
                attempts,
                actor(),
                settings=settings,
                catalog=catalog_of(settings),
                budgets=service_budgets(settings),
                over_budget=over_budget,
            )
        except (OverBudgetError, UnpricedError) as error:
            raise CliError(
                f"{job.id} was not resubmitted. {error}. To pay all the same, add --over-budget.",
                REFUSED,
            ) from None
    if queued is None:
        raise CliError(
            f"{job.id} was changed by somebody else in the meantime; nothing was resubmitted. Look"
            f" at it again: rushes jobs {job.id}",
            REFUSED,
        )
    click.echo(f"{job.id} is queued for attempt {job.attempt + 1}", err=True)

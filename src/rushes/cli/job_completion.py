"""The ids of jobs of the data folder, as a shell completes them."""

from __future__ import annotations

import asyncio

import click
from click.shell_completion import CompletionItem

from rushes.cli.job_ids import PREFIX
from rushes.cli.job_options import existing_store
from rushes.settings import settings_for
from rushes.store.pagination import Filter

MOST_JOBS = 100  # the newest


def complete_job(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    return job_items(ctx, incomplete)


def job_items(ctx: click.Context, incomplete: str) -> list[CompletionItem]:
    """Return the ids of the newest jobs that begin so; none where the store cannot be read."""
    try:
        jobs = asyncio.run(_newest(ctx))
    except Exception:  # noqa: BLE001 - a shell that completes has no place for an error
        return []
    return [
        CompletionItem(id_, help=prompt)
        for id_, prompt in jobs
        if id_.startswith(incomplete) or id_.removeprefix(PREFIX).startswith(incomplete)
    ]


async def _newest(ctx: click.Context) -> list[tuple[str, str]]:
    async with existing_store(settings_for(ctx.params.get("data_dir"))) as store:
        if store is None:
            return []
        page = await store.jobs.page(Filter(), MOST_JOBS)
        return [(job.id, " ".join(job.prompt.split())[:60]) for job in page.jobs]

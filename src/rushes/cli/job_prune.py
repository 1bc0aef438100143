"""`rushes jobs prune`: old videos and records are removed by hand."""

from __future__ import annotations

import asyncio
import json
from dataclasses import asdict, dataclass
from pathlib import Path

import click

from rushes.cli.errors import explained
from rushes.cli.job_commands import storage_of
from rushes.cli.job_options import actor, existing_store, json_option
from rushes.cli.options import store_options
from rushes.cli.spans import span
from rushes.clock import unix_time
from rushes.jobs.maintenance import BATCH, FORGOTTEN_AT_ONCE, remove
from rushes.settings import Settings, settings_for
from rushes.storage.base import Storage
from rushes.store.retention import BEGIN
from rushes.store.store import Store


@dataclass
class Pruned:
    """What was removed, or would be."""

    videos: int = 0
    bytes: int = 0
    records: int = 0


@click.command()
@click.option(
    "--older-than",
    metavar="SPAN",
    callback=span,
    required=True,
    help="Only jobs that ended before that, such as 30d.",
)
@click.option("--failed", is_flag=True, help="Remove the records of jobs without a video instead.")
@click.option("--records", is_flag=True, help="Remove the records as well as the videos.")
@click.option("--dry-run", is_flag=True, help="Only say how much it would be.")
@store_options
@json_option
def prune(
    older_than: int,
    failed: bool,
    records: bool,
    dry_run: bool,
    data_dir: Path | None,
    as_json: bool,
) -> None:
    """Remove the videos of old jobs; their records stay.

    Records that are unresolved, wait for a webhook, or have an Idempotency-Key of the last day are
    kept. What a job cost stays in `rushes usage`. The history of a job whose record stays shows who
    removed its video, and when.
    """
    if failed and records:
        raise click.UsageError("Use either --failed or --records, not both.")
    with explained():
        settings = settings_for(data_dir)
        before = unix_time() - older_than
        pruning = _prune(settings, before, failed=failed, records=records, dry_run=dry_run)
        pruned = asyncio.run(pruning)
    if as_json:
        click.echo(json.dumps({**asdict(pruned), "dry_run": dry_run}))
        return
    verb = "Would remove" if dry_run else "Removed"
    removed = _counted(pruned.videos, "video"), _counted(pruned.records, "record")
    click.echo(f"{verb} {removed[0]} ({pruned.bytes / 1e6:.1f} MB), {removed[1]}")


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


async def _prune(
    settings: Settings, before: float, *, failed: bool, records: bool, dry_run: bool
) -> Pruned:
    pruned = Pruned()
    async with existing_store(settings) as store:
        if store is None:
            return pruned
        if not failed:
            await _remove_videos(store, storage_of(settings), before, pruned, dry_run=dry_run)
        if failed or records:
            await _forget(store, before, pruned, failed=failed, dry_run=dry_run)
    if dry_run and records:  # those that have a video now would have none
        pruned.records += pruned.videos
    return pruned


async def _remove_videos(
    store: Store, storage: Storage, before: float, pruned: Pruned, *, dry_run: bool
) -> None:
    place = BEGIN
    while found := await store.retention.stored(before, BATCH, place):
        for job in found:
            if not dry_run:
                await remove(job, store, storage, actor())
            pruned.videos += len(job.outputs)
            pruned.bytes += sum(output.size for output in job.outputs)
        place = (found[-1].ended_at or 0.0, found[-1].id)


async def _forget(
    store: Store, before: float, pruned: Pruned, *, failed: bool, dry_run: bool
) -> None:
    place = BEGIN
    while found := await store.retention.forgettable(before, BATCH, place, unmade=failed):
        ids = [job_id for _, job_id in found]
        if dry_run:
            pruned.records += len(ids)
        else:
            for start in range(0, len(ids), FORGOTTEN_AT_ONCE):
                few = ids[start : start + FORGOTTEN_AT_ONCE]
                pruned.records += await store.retention.forget(few, before)
        place = found[-1]

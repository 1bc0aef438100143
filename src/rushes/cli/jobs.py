"""`rushes jobs`: what the data folder holds, whether or not a service is running."""

from __future__ import annotations

import asyncio
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from rushes.app import open_store
from rushes.cli.exits import REFUSED, CliError, explained
from rushes.jobs.states import STATUS
from rushes.settings import Settings, settings_for
from rushes.store.job import Job
from rushes.store.jobs import Filter
from rushes.store.ledger import SharedIdError
from rushes.store.store import Store
from rushes.store.submission import Submission


@click.command()
@click.argument("job_id", required=False)
@click.option(
    "--limit",
    type=click.IntRange(min=1, max=10_000),
    default=20,
    show_default=True,
    help="How many, newest first.",
)
@click.option(
    "--unknown",
    is_flag=True,
    help="Only jobs whose order may have been taken, and paid, without an answer.",
)
@click.option(
    "--attach",
    metavar="UPSTREAM_ID",
    help="Tell the provider's id of such a job, found by hand; its video is fetched then.",
)
@click.option(
    "--data-dir",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where jobs and videos are kept.",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of a table.")
def jobs(
    job_id: str | None,
    limit: int,
    unknown: bool,
    attach: str | None,
    data_dir: Path | None,
    as_json: bool,
) -> None:
    """List the newest jobs, or show one."""
    if attach is not None and job_id is None:
        raise click.UsageError("--attach needs a JOB_ID.")
    with explained():
        settings = settings_for(data_dir)
        found = asyncio.run(_find(settings, job_id, limit, unknown=unknown, attach=attach))
    place = _place(settings)
    if job_id is not None and not found:
        raise CliError(f"Job {job_id} is unknown in {place}", REFUSED)
    facts = [_facts(job, submission, place) for job, submission in found]
    if as_json:
        click.echo(json.dumps(facts[0] if job_id else facts, indent=1))
    elif job_id is not None:
        _print_one(facts[0])
    else:
        _print_all([job for job, _ in found])


Found = list[tuple[Job, Submission | None]]


async def _find(
    settings: Settings, job_id: str | None, limit: int, *, unknown: bool, attach: str | None
) -> Found:
    if settings.database_url is None and not settings.database.exists():
        return []
    async with open_store(settings) as store:
        if attach is not None and job_id is not None:
            await _attach(store, job_id, attach)
        if unknown:
            found: Found = list(await store.ledger.unknown())
            return [(j, s) for j, s in found if job_id in {None, j.id}][:limit]
        if job_id is None:
            return [(job, None) for job in (await store.jobs.page(Filter(), limit)).jobs]
        job = await store.jobs.get(job_id)
        return [] if job is None else [(job, await store.ledger.submission(job))]


async def _attach(store: Store, job_id: str, upstream_id: str) -> None:
    try:
        attached = await store.ledger.attach(job_id, upstream_id)
    except SharedIdError:
        raise CliError(f"{upstream_id} is the id of another job", REFUSED) from None
    if attached is None:
        raise CliError(
            f"{job_id} is no job whose order went out without an answer; see rushes jobs --unknown",
            REFUSED,
        )


def _place(settings: Settings) -> str:
    return str(settings.data_dir) if settings.database_url is None else "the database"


def _facts(job: Job, submission: Submission | None, place: str) -> dict[str, Any]:
    facts: dict[str, Any] = {
        "id": job.id,
        "status": STATUS[job.state],
        "created_at": _time(job.created_at),
        "model": job.model,
        "provider": job.provider,
        "prompt": job.prompt,
        "size": f"{job.width}x{job.height}",
        "duration": job.duration,
        "audio": job.audio,
        "seed": job.seed,
        "progress": round(job.progress, 3),
        "cost": None if job.cost is None else float(job.cost),
        "error": job.error,
        "report": dict(job.report),
        "upstream_id": job.upstream_id,
        "trouble": job.trouble,
        "cancellation": job.cancellation,
        "data_dir": place,
    }
    if submission is not None:
        facts["order"] = submission.state
        facts["order_key"] = submission.key
        facts["order_detail"] = submission.detail
        facts["ordered_at"] = _time(submission.sent_at or submission.intent_at)
    return {k: v for k, v in facts.items() if v is not None}


def _time(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")


def _print_one(facts: dict[str, Any]) -> None:
    for name, value in facts.items():
        click.echo(f"{name:<12} {_plain(str(value))}")


def _plain(text: str) -> Text:
    """Return text that neither the terminal nor Rich takes for commands."""
    return Text("".join(c if c.isprintable() else " " for c in text))


def _print_all(found: list[Job]) -> None:
    console = Console()
    if not console.is_terminal:
        for job in found:
            click.echo(f"{job.id}\t{STATUS[job.state]}\t{job.model}")
        return
    if not found:
        console.print("No jobs yet.")
        return
    table = Table(box=None, header_style="bold")
    for name in ("job", "status", "model", "when", "prompt"):
        table.add_column(name, no_wrap=name in {"job", "status"}, overflow="ellipsis")
    for job in found:
        when = datetime.fromtimestamp(job.created_at).astimezone()
        status = STATUS[job.state]
        share = f" {job.progress:.0%}" if status == "in_progress" else ""
        table.add_row(
            job.id, f"{status}{share}", job.model, f"{when:%Y-%m-%d %H:%M}", _plain(job.prompt[:60])
        )
    console.print(table)

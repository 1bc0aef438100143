"""`rushes jobs`: the jobs of the data folder, whether or not a service is running."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from rushes.catalog.provider_data import load_providers
from rushes.cli.errors import REFUSED, CliError, explained
from rushes.cli.options import store_options
from rushes.jobs.states import STATUS
from rushes.runtime import open_store
from rushes.settings import Settings, settings_for
from rushes.store.attempt import Attempt, attempt_facts
from rushes.store.attempts import SharedIdError
from rushes.store.job import Job
from rushes.store.pagination import Filter
from rushes.store.store import Store

WIDE = 110  # columns; a narrower terminal shows less of each job


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
    "--unresolved",
    is_flag=True,
    help="Only jobs that may have been charged and whose video is not here.",
)
@click.option(
    "--attach",
    metavar="UPSTREAM_ID",
    help="Fetch the video of an ended job by the provider's id for it.",
)
@click.option(
    "--dismiss",
    is_flag=True,
    help="Remove a job from the list of --unresolved when nothing is left to do.",
)
@store_options
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of a table.")
def jobs(
    job_id: str | None,
    limit: int,
    unresolved: bool,
    attach: str | None,
    dismiss: bool,
    data_dir: Path | None,
    as_json: bool,
) -> None:
    """List the newest jobs, or show one."""
    if job_id is None and (attach is not None or dismiss):
        raise click.UsageError("--attach and --dismiss need a JOB_ID.")
    if attach is not None and dismiss:
        raise click.UsageError("Use either --attach or --dismiss, not both.")
    with explained():
        settings = settings_for(data_dir)
        query = _Query(job_id, limit, unresolved, attach, dismiss)
        found = asyncio.run(_find(settings, query))
    place = _place(settings)
    if job_id is not None and not found:
        raise CliError(f"Job {job_id} is unknown in {place}", REFUSED)
    facts = [_facts(each, place) for each in found]
    if as_json:
        click.echo(json.dumps(facts[0] if job_id else facts, indent=1))
    elif job_id is not None:
        _print_one(facts[0])
    else:
        _print_all([each.job for each in found])


class _Query(NamedTuple):
    job_id: str | None
    limit: int
    unresolved: bool
    attach: str | None
    dismiss: bool


class _Found(NamedTuple):
    job: Job
    attempt: Attempt | None = None  # the last one
    other_ids: Sequence[str] = ()  # the provider's ids of earlier attempts
    attempts: Sequence[Attempt] = ()


async def _find(settings: Settings, query: _Query) -> list[_Found]:
    # Looking must not create a database.
    if settings.database_url is None and not settings.database.exists():
        return []
    async with open_store(settings) as store:
        if query.job_id is not None:
            await _change(store, query.job_id, query)
        if query.unresolved:
            # A provider that never charges leaves nothing to resolve.
            free = {
                slug
                for slug, data in load_providers().items()
                if data.capabilities.on_lost_response == "resubmit"
            }
            unknown = [
                (job, attempt)
                for job, attempt in await store.attempts.unresolved()
                if query.job_id in {None, job.id} and job.provider.partition("/")[0] not in free
            ]
            return [_Found(j, a, await _other_ids(store, j)) for j, a in unknown[: query.limit]]
        if query.job_id is None:
            page = await store.jobs.page(Filter(), query.limit)
            return [_Found(job) for job in page.jobs]
        job = await store.jobs.get(query.job_id)
        if job is None:
            return []
        attempts = await store.attempts.of(job.id)
        current = next((a for a in attempts if a.attempt == job.attempt), None)
        return [_Found(job, current, await _other_ids(store, job), attempts)]


async def _other_ids(store: Store, job: Job) -> list[str]:
    known = await store.attempts.all_orphans(job.id)
    return [f"{o.upstream_id} ({o.fate})" for o in known if o.upstream_id != job.upstream_id]


async def _change(store: Store, job_id: str, query: _Query) -> None:
    if query.attach is not None:
        await _attach(store, job_id, query.attach)
    if query.dismiss and not await store.attempts.dismiss(job_id):
        raise CliError(f"{job_id} is not in the list of rushes jobs --unresolved", REFUSED)


async def _attach(store: Store, job_id: str, upstream_id: str) -> None:
    try:
        attached = await store.attempts.attach(job_id, upstream_id)
    except SharedIdError:
        raise CliError(f"{upstream_id} is the id of another job", REFUSED) from None
    if attached is None:
        raise CliError(
            f"{job_id} cannot be attached: only ended jobs that were sent to a provider and have"
            " no video can; see rushes jobs --unresolved",
            REFUSED,
        )


def _place(settings: Settings) -> str:
    return str(settings.data_dir) if settings.database_url is None else "the database"


def _facts(found: _Found, place: str) -> dict[str, Any]:
    job, attempt = found.job, found.attempt
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
        "delay_reason": job.delay_reason,
        "cancellation": job.cancellation,
        "data_dir": place,
    }
    if attempt is not None:
        facts["attempt"] = attempt.state
        facts["attempt_key"] = attempt.key
        facts["attempt_detail"] = attempt.detail
        facts["other_upstream_ids"] = list(found.other_ids) or None
        facts["attempted_at"] = _time(attempt.began_at)
    if len(found.attempts) > 1:
        facts["attempts"] = [attempt_facts(each) for each in found.attempts]
    return {k: v for k, v in facts.items() if v is not None}


def _time(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")


def _print_one(facts: dict[str, Any]) -> None:
    attempts = facts.pop("attempts", [])
    for name, value in facts.items():
        click.echo(f"{name:<14} {_plain(str(value))}")
    for each in attempts:
        cost = f", ${each['cost']}" if "cost" in each else ""
        detail = f": {each['detail']}" if "detail" in each else ""
        line = f"{each['provider']} {each['state']}{cost}{detail}"
        click.echo(f"attempt {each['attempt']:<6} {_plain(line)}")


def _plain(text: str) -> Text:
    # A prompt may contain escape sequences and Rich markup.
    return Text("".join(c if c.isprintable() else " " for c in text))


def _print_all(found: list[Job]) -> None:
    console = Console()
    if not console.is_terminal:  # one line per job, for scripts
        for job in found:
            click.echo(f"{job.id}\t{STATUS[job.state]}\t{job.model}")
        return
    if not found:
        console.print("No jobs yet.")
        return
    table = Table(box=None, header_style="bold")
    is_wide = console.width >= WIDE
    for name in ("job", "status", "model", "when", *(("prompt",) if is_wide else ())):
        table.add_column(name, no_wrap=name in {"job", "status", "when"}, overflow="fold")
    for job in found:
        when = datetime.fromtimestamp(job.created_at).astimezone()
        status = STATUS[job.state]
        share = f" {job.progress:.0%}" if status == "in_progress" else ""
        prompt = (_plain(job.prompt[:60]),) if is_wide else ()
        at = f"{when:%Y-%m-%d %H:%M}" if is_wide else f"{when:%m-%d %H:%M}"
        table.add_row(job.id, f"{status}{share}", job.model, at, *prompt)
    console.print(table)

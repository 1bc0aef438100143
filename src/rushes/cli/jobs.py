"""`rushes jobs`: what the data folder holds, whether or not a service is running."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from rushes.cli.exits import REFUSED, CliError, explained
from rushes.jobs.states import STATUS
from rushes.settings import settings_for
from rushes.store.job import Job
from rushes.store.sqlite import SqliteReader


@click.command()
@click.argument("job_id", required=False)
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=20,
    show_default=True,
    help="How many, newest first.",
)
@click.option(
    "--data-dir",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where jobs and videos are kept.",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of a table.")
def jobs(job_id: str | None, limit: int, data_dir: Path | None, as_json: bool) -> None:
    """List the newest jobs, or show one."""
    with explained():
        settings = settings_for(data_dir)
        found = _read(settings.database, job_id, limit)
    folder = settings.data_dir
    if job_id is not None and not found:
        raise CliError(f"Job {job_id} is unknown in {folder}", REFUSED)
    if as_json:
        facts = [_facts(job, folder) for job in found]
        click.echo(json.dumps(facts[0] if job_id else facts, indent=1))
    elif job_id is not None:
        _print_one(_facts(found[0], folder))
    else:
        _print_all(found)


def _read(database: Path, job_id: str | None, limit: int) -> list[Job]:
    if not database.exists():
        return []
    reader = SqliteReader(database)
    try:
        if job_id is None:
            return reader.newest(limit)
        job = reader.get(job_id)
        return [] if job is None else [job]
    finally:
        reader.close()


def _facts(job: Job, folder: Path) -> dict[str, Any]:
    facts: dict[str, Any] = {
        "id": job.id,
        "status": STATUS[job.state],
        "created_at": datetime.fromtimestamp(job.created_at, UTC).isoformat(),
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
        "data_dir": str(folder),
    }
    return {k: v for k, v in facts.items() if v is not None}


def _print_one(facts: dict[str, Any]) -> None:
    for name, value in facts.items():
        click.echo(f"{name:<11} {_plain(str(value))}")


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

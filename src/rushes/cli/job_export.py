"""`rushes jobs export`: jobs and what they cost, as JSON Lines or CSV."""

from __future__ import annotations

import asyncio
import csv
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TextIO

import click

from rushes.cli.errors import explained
from rushes.cli.job_options import Wanted, existing_store, filter_options, resolved
from rushes.cli.options import store_options
from rushes.clock import iso_time
from rushes.jobs.states import STATUS
from rushes.private_files import private_opener
from rushes.settings import Settings, settings_for
from rushes.store.api_key import id_of
from rushes.store.job import Job

PAGE = 500  # jobs in memory
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # how a cell begins that a spreadsheet would compute


@click.command()
@filter_options
@click.option(
    "--format",
    "kind",
    type=click.Choice(["jsonl", "csv"]),
    default="jsonl",
    show_default=True,
    help="One JSON object a line, or CSV with a header.",
)
@click.option(
    *("-o", "--output"),
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file, readable by its owner alone.  [default: stdout]",
)
@click.option("--prompts", is_flag=True, help="Include the prompts.")
@store_options
def export(
    wanted: Wanted, kind: str, output: Path | None, prompts: bool, data_dir: Path | None
) -> None:
    """Write jobs and their costs, oldest first, deleted ones too.

    Money is in USD, as decimal text in JSON too. In CSV, text that a spreadsheet would compute
    begins with an apostrophe.
    """
    with explained():
        settings = settings_for(data_dir)
        if output is None:
            asyncio.run(_export(settings, wanted, kind, sys.stdout, prompts=prompts))
            return
        with open(output, "w", encoding="utf-8", newline="", opener=private_opener) as file:
            asyncio.run(_export(settings, wanted, kind, file, prompts=prompts))


async def _export(
    settings: Settings, wanted: Wanted, kind: str, file: TextIO, *, prompts: bool
) -> None:
    write, after = _writer(kind, file, prompts=prompts), ""
    async with existing_store(settings) as store:
        if store is None:
            return
        chosen = await resolved(wanted, store.api_keys)
        while found := await store.jobs.walk(chosen, PAGE, after):
            for job in found:
                write(_row(job, prompts=prompts))
            after = found[-1].id


def _writer(kind: str, file: TextIO, *, prompts: bool) -> Callable[[dict[str, Any]], None]:
    if kind == "jsonl":
        return lambda row: print(json.dumps(row), file=file)
    writer = csv.DictWriter(file, _names(prompts=prompts), lineterminator="\n")
    writer.writeheader()
    return lambda row: writer.writerow({name: _cell(value) for name, value in row.items()})


def _cell(value: Any) -> Any:
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


def _row(job: Job, *, prompts: bool) -> dict[str, Any]:
    row = {
        "id": job.id,
        "status": STATUS[job.state],
        "created_at": iso_time(job.created_at),
        "ended_at": iso_time(job.ended_at),
        "model": job.model,
        "provider": job.provider,
        "owner": job.owner,
        "key": id_of(job.owner),
        "user": job.user_id,
        "session_id": job.session_id,
        "width": job.width,
        "height": job.height,
        "duration": job.duration,
        "audio": job.audio,
        "attempts": job.attempt,
        "quote": None if job.quote is None else f"{job.quote:f}",
        "cost": None if job.cost is None else f"{job.cost:f}",
        "error": job.error,
        "cancellation": job.cancellation,
        "bytes": sum(output.size for output in job.outputs),
        "webhook": job.callback,
        "removed_at": iso_time(job.removed_at),
        "deleted_at": iso_time(job.deleted_at),
    }
    return row | ({"prompt": job.prompt} if prompts else {})


_EXAMPLE = Job("", "queued", "", "", 0, 0, 0, 0, 0, 0, False, "")


def _names(*, prompts: bool) -> list[str]:
    return list(_row(_EXAMPLE, prompts=prompts))

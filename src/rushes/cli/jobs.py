"""`rushes jobs`: the jobs of the data folder, whether or not a service is running."""

from __future__ import annotations

import asyncio
import json
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import click
from click.shell_completion import CompletionItem

from rushes.cli.amounts import amount
from rushes.cli.errors import REFUSED, CliError, explained
from rushes.cli.job_commands import cancel, delete, download, open_video
from rushes.cli.job_completion import complete_job, job_items
from rushes.cli.job_export import export
from rushes.cli.job_facts import Details, detailed_facts, job_facts, print_all, print_one
from rushes.cli.job_follow import follow_jobs
from rushes.cli.job_ids import PREFIX
from rushes.cli.job_options import (
    Wanted,
    actor,
    existing_store,
    filter_options,
    job_of,
    json_option,
    place_of,
    resolved,
    server_option,
)
from rushes.cli.job_prune import prune
from rushes.cli.job_server import listed_at, shown_at
from rushes.cli.listener import is_owned
from rushes.cli.options import store_options
from rushes.cli.resubmission import resubmit_job
from rushes.jobs.resubmission import may_charge
from rushes.jobs.states import OPEN
from rushes.settings import Settings, settings_for
from rushes.store.attempts import SharedIdError
from rushes.store.job import Job
from rushes.store.store import Store


class _Jobs(click.Group):
    """`rushes jobs` alone is `rushes jobs list`, and `rushes jobs JOB_ID` is `… show JOB_ID`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if ctx.resilient_parsing and not args:  # a shell completes the first word
            return super().parse_args(ctx, args)
        if args[:1] != ["--help"] and (not args or args[0] not in self.commands):
            first_is_id = bool(args) and not args[0].startswith("-")
            has_id = first_is_id or any(a.startswith(PREFIX) for a in args)
            args = ["show" if has_id else "list", *args]
        return super().parse_args(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        found = super().shell_complete(ctx, incomplete)
        return found if incomplete.startswith("-") else found + job_items(ctx, incomplete)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        found = super().get_command(ctx, cmd_name)
        if found is None:
            return self.commands["list" if cmd_name.startswith("-") else "show"]
        return found


@click.group(cls=_Jobs, subcommand_metavar="[COMMAND | JOB_ID] [ARGS]...")
def jobs() -> None:
    """List, follow, and settle jobs, whether or not a service is running.

    `rushes jobs` lists the newest jobs, with the options of `rushes jobs list`. `rushes jobs
    JOB_ID` shows one, with the options of `rushes jobs show`. Any beginning of an id that one job
    has is enough, with or without gen-vid-.
    """


@jobs.command("list")
@filter_options
@click.option(
    "--limit",
    type=click.IntRange(min=1, max=10_000),
    default=20,
    show_default=True,
    help="How many, newest first.",
)
@click.option("--follow", is_flag=True, help="Print open jobs, then each change as it happens.")
@click.option(
    "--unresolved",
    is_flag=True,
    help="Only jobs that may have been charged and whose video is not here.",
)
@store_options
@server_option
@json_option
def list_jobs(
    wanted: Wanted,
    limit: int,
    follow: bool,
    unresolved: bool,
    data_dir: Path | None,
    server: str | None,
    as_json: bool,
) -> None:
    """List the newest jobs."""
    if follow and unresolved:
        raise click.UsageError("Use either --follow or --unresolved, not both.")
    if server is not None and (follow or unresolved):
        raise click.UsageError(
            "--follow and --unresolved need the store; run them on a host of the service, without"
            " --server."
        )
    with explained():
        settings = settings_for(data_dir)
        if server is not None:
            facts = listed_at(server, settings, wanted, limit)
        elif follow:
            follow_jobs(settings, wanted, limit, as_json=as_json)
            return
        else:
            facts = asyncio.run(_listed(settings, wanted, limit, unresolved=unresolved))
    if as_json:
        click.echo(json.dumps(facts, indent=1))
    else:
        print_all(facts)
        if server is None and _is_abandoned(settings, facts):
            click.echo(
                "Nothing works on the open jobs: start rushes serve, or continue one with"
                " rushes generate --resume JOB_ID."
            )


def _is_abandoned(settings: Settings, facts: list[dict[str, Any]]) -> bool:
    """Return whether jobs are open that no process of this host works on; for people alone."""
    is_here = settings.database_url is None and sys.stdout.isatty()
    is_open = is_here and any(job["state"] in OPEN for job in facts)
    return is_open and not is_owned(settings.data_dir)


@jobs.command()
@click.argument("job_id", shell_complete=complete_job)
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
@click.option(
    "--resubmit",
    is_flag=True,
    help="Send an ended job without a video once more, which may be charged again.",
)
@click.option(
    "--cost",
    metavar="USD",
    callback=amount,
    help="With --dismiss: what the provider charged all the same.  [default: 0]",
)
@click.option("--yes", is_flag=True, help="With --resubmit: pay without being asked.")
@click.option(
    "--over-budget",
    is_flag=True,
    help="With --resubmit: pay whatever the budgets of its key and of the service allow.",
)
@store_options
@server_option
@json_option
def show(
    job_id: str,
    attach: str | None,
    dismiss: bool,
    resubmit: bool,
    cost: Decimal | None,
    yes: bool,
    over_budget: bool,
    data_dir: Path | None,
    server: str | None,
    as_json: bool,
) -> None:
    """Show one job, and settle one that ended without a video."""
    chosen = (attach is not None) + dismiss + resubmit
    if chosen > 1:
        raise click.UsageError("Use one of --attach, --dismiss and --resubmit.")
    if server is not None and chosen:
        raise click.UsageError(
            "--attach, --dismiss and --resubmit need the store; run them on a host of the service,"
            " without --server."
        )
    for name, given, needed in (
        ("--yes", yes, resubmit),
        ("--over-budget", over_budget, resubmit),
        ("--cost", cost is not None, dismiss),
    ):
        if given and not needed:
            option = "--dismiss" if name == "--cost" else "--resubmit"
            raise click.UsageError(f"{name} needs {option}.")
    with explained():
        settings = settings_for(data_dir)
        if resubmit:
            resubmit_job(settings, job_id, yes=yes, over_budget=over_budget)
        if server is not None:
            facts = shown_at(server, settings, job_id)
        else:
            facts = asyncio.run(_shown(settings, job_id, attach, cost, dismiss=dismiss))
    if as_json:
        click.echo(json.dumps(facts, indent=1))
    else:
        print_one(facts)


for _command in (cancel, delete, download, open_video, prune, export):
    jobs.add_command(_command)


async def _listed(
    settings: Settings, wanted: Wanted, limit: int, *, unresolved: bool
) -> list[dict[str, Any]]:
    place = place_of(settings)
    async with existing_store(settings) as store:
        if store is None:
            return []
        chosen = await resolved(wanted, store.api_keys)
        if not unresolved:
            page = await store.jobs.page(chosen, limit)
            return [job_facts(job, place) for job in page.jobs]
        facts = list[dict[str, Any]]()
        for job, attempt in await store.attempts.unresolved():
            if may_charge(job) and chosen.matches(job) and len(facts) < limit:
                shown = job_facts(job, place, attempt)
                if ids := await _other_ids(store, job):
                    shown["other_upstream_ids"] = ids
                facts.append(shown)
        return facts


async def _shown(
    settings: Settings, job_id: str, attach: str | None, cost: Decimal | None, *, dismiss: bool
) -> dict[str, Any]:
    async with existing_store(settings) as store:
        job_id = (await job_of(store, job_id, settings)).id
        assert store is not None  # noqa: S101 - job_of has found the job in it
        if attach is not None:
            await _attach(store, job_id, attach)
        if dismiss and not await store.attempts.dismiss(job_id, actor(), cost):
            raise CliError(f"{job_id} is not in the list of rushes jobs --unresolved", REFUSED)
        job = await job_of(store, job_id, settings)
        details = Details(
            await store.attempts.of(job_id),
            await _other_ids(store, job),
            await store.job_actions.of(job_id),
            await store.jobs.body(job_id),
        )
    return detailed_facts(job, place_of(settings), details)


async def _other_ids(store: Store, job: Job) -> list[str]:
    known = await store.attempts.all_orphans(job.id)
    return [f"{o.upstream_id} ({o.fate})" for o in known if o.upstream_id != job.upstream_id]


async def _attach(store: Store, job_id: str, upstream_id: str) -> None:
    try:
        attached = await store.attempts.attach(job_id, upstream_id, actor())
    except SharedIdError:
        raise CliError(f"{upstream_id} is the id of another job", REFUSED) from None
    if attached is None:
        raise CliError(
            f"{job_id} cannot be attached: only ended jobs that were sent to a provider and have"
            " no video can; see rushes jobs --unresolved",
            REFUSED,
        )

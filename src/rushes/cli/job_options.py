"""Options that the commands of `rushes jobs` share, and the store or service they lead to."""

from __future__ import annotations

import contextlib
import getpass
import os
import socket
from collections.abc import AsyncIterator, Callable
from functools import wraps
from typing import Any, NamedTuple

import click

from rushes.cli.errors import REFUSED, USAGE, CliError
from rushes.cli.job_ids import job_named
from rushes.cli.spans import past
from rushes.jobs.states import STATUS
from rushes.runtime import open_store
from rushes.settings import Settings
from rushes.store.api_keys import ApiKeyTable
from rushes.store.job import Job
from rushes.store.pagination import Filter
from rushes.store.store import Store

Command = Callable[..., None]
MOST_KEYS = 10_000  # that a name is looked for among
STATES = tuple(dict.fromkeys([*STATUS.values(), *STATUS]))

json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
server_option = click.option(
    "--server", metavar="URL", help="Ask this service, with OPENROUTER_API_KEY."
)
_FILTERS = (
    click.option(
        "--state",
        "states",
        type=click.Choice(STATES),
        metavar="STATE",
        multiple=True,
        help=f"Only jobs in this state; repeatable. One of {', '.join(STATES)}.",
    ),
    click.option("--model", help="Only jobs of this model."),
    click.option("--provider", help="Only jobs of this provider, or of one of its accounts."),
    click.option("--key", "key", metavar="KEY", help="Only jobs of this stored key: id or name."),
    click.option("--owner", help="Only jobs of this owner, as a job shows it."),
    click.option(
        "--since", metavar="TIME", callback=past, help="Only jobs made then or later, or in a span."
    ),
    click.option("--until", metavar="TIME", callback=past, help="Only jobs made before that."),
    click.option("--user", help="Only jobs of this user, as requests name it."),
    click.option("--session", help="Only jobs of this session."),
    click.option("--error", metavar="TEXT", help="Only jobs whose error contains this."),
)


class Wanted(NamedTuple):
    """The filters of a command; `key` is an id or a name."""

    filter: Filter
    key: str | None = None


def filter_options(command: Command) -> Command:
    """Add the filters to a command, which gets them as `wanted`."""

    @wraps(command)
    def filtered(**given: Any) -> None:
        states, since = given.pop("states"), given.pop("since")
        if given["owner"] and given["key"]:
            raise click.UsageError("Use either --key or --owner, not both.")
        chosen = {s for s, status in STATUS.items() if s in states or status in states}
        wanted = Filter(
            owner=given.pop("owner"),
            states=chosen if states else None,
            model=given.pop("model"),
            provider=given.pop("provider"),
            created_after=None if since is None else since - 1,  # the filter means later than that
            created_before=given.pop("until"),
            user_id=given.pop("user"),
            session_id=given.pop("session"),
            error=given.pop("error"),
        )
        command(wanted=Wanted(wanted, given.pop("key")), **given)

    for option in reversed(_FILTERS):
        filtered = option(filtered)
    return filtered


async def resolved(wanted: Wanted, keys: ApiKeyTable) -> Filter:
    """Return a filter whose key is found by its id or its name."""
    if wanted.key is None:
        return wanted.filter
    key = await keys.get(wanted.key)
    found = [key] if key else [k for k in await keys.page(MOST_KEYS) if k.name == wanted.key]
    if not found:
        raise CliError(f"--key: there is no key {wanted.key[:100]!r}; see rushes keys list", USAGE)
    if len(found) > 1:
        ids = ", ".join(each.id for each in found)
        raise CliError(f"--key: several keys have this name; use one of the ids {ids}", USAGE)
    return Filter(**{**vars(wanted.filter), "owner": found[0].owner})


@contextlib.asynccontextmanager
async def existing_store(settings: Settings) -> AsyncIterator[Store | None]:
    """Open the store; give None where there is no database: looking must not create one."""
    if settings.database_url is None and not settings.database.exists():
        yield None
        return
    async with open_store(settings) as store:
        yield store


async def job_of(store: Store | None, job_id: str, settings: Settings) -> Job:
    """Return the job of an id or of its beginning; raise CliError if there is none, or several."""
    job = None if store is None else await job_named(store, job_id)
    if job is None:
        raise CliError(f"Job {job_id[:100]} is unknown in {place_of(settings)}", REFUSED)
    return job


def place_of(settings: Settings) -> str:
    return str(settings.data_dir) if settings.database_url is None else "the database"


def actor() -> str:
    """Return who runs this command: user and host."""
    try:
        name = getpass.getuser()
    except (OSError, KeyError):  # a user without an entry, as in containers
        name = f"user {os.getuid()}"
    behind = os.environ.get("SUDO_USER")
    through = f"{behind} as {name}" if behind and behind != name else name
    return f"{through}@{socket.gethostname()}"

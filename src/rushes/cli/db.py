"""`rushes db status | upgrade`: the version of the database, and bringing it up to date."""

from __future__ import annotations

import asyncio
import json
import shutil
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

import click

from rushes.cli.errors import FAILED, REFUSED, CliError, explained
from rushes.cli.options import store_options
from rushes.settings import Settings, settings_for
from rushes.store.folder_lock import FolderLock
from rushes.store.migrations.files import SchemaVersionError
from rushes.store.schema import SchemaState, sqlite_state
from rushes.store.sqlite import SqliteDatabase
from rushes.store.sqlite_copy import copy_database

MB = 1e6
WRITTEN = 2  # times the database's size that a migration may write: its pages, and their log


@click.group()
def db() -> None:
    """Show the database's schema, and bring it up to date."""


@db.command()
@store_options
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def status(data_dir: Path | None, as_json: bool) -> None:
    """Show the schema's version, pending migrations, size, and rows.

    The exit code is 1 if migrations are pending, or the schema is of a newer version of Rushes.
    """
    with explained():
        state = _state(settings_for(data_dir))
    if as_json:
        facts = {"newest": state.newest, "pending": state.pending} if state else {}
        click.echo(json.dumps({**asdict(state), **facts} if state else None, indent=1))
    elif state is None:
        click.echo("There is no database yet; the first start of the service creates it.")
    else:
        _print(state)
    if state is not None and state.schema != state.newest:
        raise click.exceptions.Exit(FAILED)


@db.command()
@click.option("--no-backup", is_flag=True, help="Do not copy the database first.")
@store_options
def upgrade(no_backup: bool, data_dir: Path | None) -> None:
    """Apply pending migrations, while the service is stopped on every host.

    A SQLite database is copied first, to a file beside it. Back up PostgreSQL with pg_dump, then
    use --no-backup.
    """
    with explained():
        settings = settings_for(data_dir)
        if settings.database_url is None:
            _upgrade_sqlite(settings, no_backup=no_backup)
        else:
            _upgrade_postgres(settings, no_backup=no_backup)


def _state(settings: Settings) -> SchemaState | None:
    """Return the database's state, None if there is none."""
    if settings.database_url is None:
        return sqlite_state(settings.database) if settings.database.exists() else None
    from rushes.store.postgres_schema import (  # noqa: PLC0415 - the extra may be missing
        postgres_schema_state,
    )

    state = asyncio.run(postgres_schema_state(settings.database_url))
    return state if state.schema else None


def _upgradable(settings: Settings) -> SchemaState | None:
    """Return the state of a database that needs an upgrade, after saying why another does not."""
    state = _state(settings)
    if state is None:
        click.echo("There is no database yet; the first start of the service creates it.")
        return None
    if state.schema > state.newest:
        raise SchemaVersionError(state.schema, state.newest)
    if not state.pending:
        click.echo(f"The schema is up to date: version {state.schema}.")
        return None
    return state


def _upgrade_sqlite(settings: Settings, *, no_backup: bool) -> None:
    if not settings.database.exists():  # looking must not create a folder
        _upgradable(settings)
        return
    lock = FolderLock(settings.data_dir)
    try:
        if (state := _upgradable(settings)) is None:
            return
        _check_space(settings.data_dir, state.size * (WRITTEN + (not no_backup)))
        if not no_backup:
            path = settings.database
            now = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
            copy = path.with_name(f"{path.name}.schema-{state.schema}-{now}")
            try:
                copy_database(path, copy)
            except BaseException:
                copy.unlink(missing_ok=True)  # part of a copy is none
                raise
            click.echo(f"Copied the database to {copy}")
        asyncio.run(SqliteDatabase(settings.database).close())
    finally:
        lock.release()
    _print_done(state)


def _check_space(folder: Path, needed: int) -> None:
    free = shutil.disk_usage(folder).free
    if free < needed:
        raise CliError(
            f"The upgrade may need {needed / MB:.1f} MB on the disk of {folder}, and"
            f" {free / MB:.1f} MB are free; nothing was changed. Free some, or run"
            " rushes admin backup to another disk, then rushes db upgrade --no-backup",
            FAILED,
        )


def _upgrade_postgres(settings: Settings, *, no_backup: bool) -> None:
    from rushes.store.postgres import PostgresDatabase  # noqa: PLC0415 - the extra may be missing
    from rushes.store.postgres_tools import dump_command  # noqa: PLC0415

    assert settings.database_url is not None  # noqa: S101 - the caller has looked
    if (state := _upgradable(settings)) is None:
        return
    if not no_backup:
        raise CliError(
            f"Back up PostgreSQL first, with `{dump_command(settings.database_url)}`; then run"
            " rushes db upgrade --no-backup. Nothing was changed",
            REFUSED,
        )
    database = PostgresDatabase(settings.database_url)

    async def migrate() -> None:
        try:
            await database.open()
        finally:
            await database.close()

    asyncio.run(migrate())
    _print_done(state)


def _print_done(before: SchemaState) -> None:
    for name in before.pending:
        click.echo(f"Applied {name}")
    click.echo(f"Upgraded the schema from version {before.schema} to {before.newest}.")


def _print(state: SchemaState) -> None:
    kind = {"sqlite": "SQLite", "postgres": "PostgreSQL"}[state.database]
    click.echo(f"database  {kind}, {state.size / MB:.1f} MB")
    click.echo(f"schema    {state.schema}, this version of Rushes has {state.newest}")
    click.echo(f"pending   {', '.join(state.pending) or 'nothing'}")
    for table, count in state.rows.items():
        click.echo(f"rows      {table} {count}")

"""`rushes admin backup | restore | verify`: copies of everything, and whether all is whole."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click
from rich.console import Console

from rushes.backup.checking import OnVideo, Problem, Report, check_backup, check_stored
from rushes.backup.making import Made, back_up
from rushes.backup.manifest import BackupError, Manifest
from rushes.backup.restoring import complete, hold_empty_folder, restore_files, restore_videos
from rushes.cli.errors import FAILED, REFUSED, CliError, explained
from rushes.cli.job_commands import storage_of
from rushes.cli.options import store_options
from rushes.http.signed_urls import SECRET_FILE
from rushes.settings import Settings, settings_for
from rushes.storage.base import Storage
from rushes.store.schema import reading
from rushes.store.stored_videos import SqliteFile
from rushes.testing.report import cleaned

MB = 1e6
SHOWN = 20  # problems; --json has all

_folder = click.Path(file_okay=False, path_type=Path)
_json = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


@click.group()
def admin() -> None:
    """Back up, restore, and verify the database and the videos."""


@admin.command()
@click.argument("destination", metavar="DEST", type=_folder)
@click.option(
    "--copy", is_flag=True, help="Copy videos even where hard links to them would take no space."
)
@store_options
@_json
def backup(destination: Path, copy: bool, data_dir: Path | None, as_json: bool) -> None:
    """Copy the database and all videos to DEST while the service runs.

    In the folder of an earlier backup, only what is new is copied, and what is gone is removed. The
    earlier one is replaced at once, at the end. On the same disk, videos are hard links unless
    --copy is given. PostgreSQL itself is not copied: run pg_dump first.

    The exit code is 1 if a video was missing or damaged; all others are in the backup.
    """
    with explained(BackupError):
        settings = settings_for(data_dir)
        storage = _storage(settings)
        with _progress("backing up") as on_video:
            made = asyncio.run(_back_up(settings, storage, destination, on_video, link=not copy))
    if as_json:
        _print_json({**asdict(made), "backup": str(destination)})
    else:
        _print_made(made, destination)
    if settings.database_url is not None:
        from rushes.store.postgres_tools import dump_command  # noqa: PLC0415 - an extra

        command = dump_command(settings.database_url)
        _note(
            f"The database is not in the backup. Before each backup, run {command}", as_json=as_json
        )
    _exit_on(made.problems)


@admin.command()
@click.argument("source", metavar="SRC", type=_folder)
@store_options
@_json
def restore(source: Path, data_dir: Path | None, as_json: bool) -> None:
    """Put the backup in SRC into an empty data folder, after verifying it.

    Nothing is restored from a damaged backup. A restore that was interrupted is continued when it
    is run once more; until then the service does not start.
    """
    with explained(BackupError):
        settings = settings_for(data_dir)
        with _progress("verifying") as on_video:
            manifest, report = check_backup(source, on_video)
        if report.problems:
            _print_problems(report.problems)
            raise CliError(f"The backup in {source} is damaged; nothing was restored", FAILED)
        _check_kind(manifest, settings)
        with _progress("restoring") as on_video:
            _restore(settings, source, manifest, on_video)
    if as_json:
        facts = {"videos": manifest.videos, "bytes": manifest.bytes, "lost": manifest.lost}
        _print_json({**facts, "created_at": manifest.created_at})
    else:
        click.echo(
            f"Restored {_count(manifest.videos, manifest.bytes)} as of {manifest.created_at}"
        )
    if manifest.lost:
        text = f"{len(manifest.lost)} videos were missing or damaged when it was made"
        _note(f"{text}: {', '.join(manifest.lost[:SHOWN])}", as_json=as_json)
    if settings.database_url is not None:
        from rushes.store.postgres_tools import restore_command  # noqa: PLC0415 - an extra

        command = restore_command(settings.database_url)
        _note(f"The database is not in the backup. Restore it with {command}", as_json=as_json)


@admin.command()
@click.argument("source", metavar="[BACKUP]", required=False, type=_folder)
@store_options
@_json
def verify(source: Path | None, data_dir: Path | None, as_json: bool) -> None:
    """Read every video and compare it with its checksum.

    That is the videos of the data folder or the bucket, while the service may be running; or those
    of BACKUP. The exit code is 1 if any is missing or changed. Files that no job names only take
    space; they are listed.
    """
    with explained(BackupError), _progress("verifying") as on_video:
        if source is not None:
            _, report = check_backup(source, on_video)
        else:
            report = asyncio.run(_verify(settings_for(data_dir), on_video))
    if as_json:
        _print_json({"ok": not report.problems, **asdict(report)})
    else:
        _print_report(report)
    _exit_on(report.problems)


async def _back_up(
    settings: Settings, storage: Storage, target: Path, on_video: OnVideo, *, link: bool
) -> Made:
    secret = None if settings.url_secret is not None else settings.data_dir / SECRET_FILE
    if settings.database_url is None:
        source = settings.database
        return await back_up(target, storage, source, link=link, secret=secret, on_video=on_video)
    from rushes.store.postgres import PostgresDatabase  # noqa: PLC0415 - the extra may be missing

    database = PostgresDatabase(settings.database_url)
    try:
        schema, _ = await database.survey(database.schema())
        of_postgres = (database, schema)
        return await back_up(
            target, storage, of_postgres, link=link, secret=secret, on_video=on_video
        )
    finally:
        await database.close()


def _restore(settings: Settings, source: Path, manifest: Manifest, on_video: OnVideo) -> None:
    if settings.database_url is not None:
        asyncio.run(restore_videos(source, manifest, storage_of(settings), on_video))
        return
    lock = hold_empty_folder(settings.data_dir, settings.database)
    try:
        restore_files(source, manifest, settings.database, settings.data_dir / SECRET_FILE)
        asyncio.run(restore_videos(source, manifest, storage_of(settings), on_video))
        complete(settings.database)
    finally:
        lock.release()


def _check_kind(manifest: Manifest, settings: Settings) -> None:
    is_sqlite = settings.database_url is None
    if is_sqlite != (manifest.kind == "sqlite"):
        wanted = "unset" if manifest.kind == "sqlite" else "set"
        raise CliError(
            f"The backup is of a service with {manifest.kind}; run this with RUSHES_DATABASE_URL"
            f" {wanted}",
            REFUSED,
        )


async def _verify(settings: Settings, on_video: OnVideo) -> Report:
    storage = _storage(settings)
    if settings.database_url is None:
        with reading(settings.database) as connection:
            return await check_stored(SqliteFile(connection), storage, on_video)
    from rushes.store.postgres import PostgresDatabase  # noqa: PLC0415 - the extra may be missing

    database = PostgresDatabase(settings.database_url)
    try:
        return await check_stored(database, storage, on_video)
    finally:
        await database.close()


def _storage(settings: Settings) -> Storage:
    """Open what should exist; raises CliError where there is nothing, and creates none."""
    if settings.database_url is None and not settings.database.exists():
        raise CliError(f"There is no database in {settings.data_dir}", REFUSED)
    return storage_of(settings)


@contextlib.contextmanager
def _progress(doing: str) -> Iterator[OnVideo]:
    """Show on a terminal how much was done; elsewhere nothing."""
    console, videos, size = Console(stderr=True), 0, 0
    if not console.is_terminal:
        yield lambda _: None
        return
    with console.status(doing) as status:

        def on_video(count: int) -> None:
            nonlocal videos, size
            videos, size = videos + 1, size + count
            status.update(f"{doing}: {_count(videos, size)}")

        yield on_video


def _count(videos: int, size: int) -> str:
    return f"{videos} video{'s' * (videos != 1)} ({size / MB:.1f} MB)"


def _print_made(made: Made, target: Path) -> None:
    parts = (("copied", made.copied), ("linked", made.linked), ("there already", made.kept))
    how = ", ".join(f"{count} {what}" for what, count in parts if count)
    click.echo(f"Backed up {_count(made.videos, made.bytes)} to {target}{how and ': '}{how}")
    if made.removed:
        click.echo(
            f"Removed in the meantime, and not in the backup: {', '.join(made.removed[:SHOWN])}",
            err=True,
        )
    _print_problems(made.problems)


def _print_report(report: Report) -> None:
    click.echo(f"Read {_count(report.videos, report.bytes)}: {len(report.problems)} damaged")
    _print_problems(report.problems)
    for name in report.orphans[:SHOWN]:
        click.echo(cleaned(f"no job names {name}"))
    if (more := len(report.orphans) - SHOWN) > 0:
        click.echo(f"no job names {more} more files; --json lists them")


def _print_problems(problems: Sequence[Problem]) -> None:
    for problem in problems[:SHOWN]:
        job = f" of {problem.job}" if problem.job else ""
        click.echo(cleaned(f"{problem.name}{job}: {problem.problem}"), err=True)
    if (more := len(problems) - SHOWN) > 0:
        click.echo(f"{more} more problems; --json lists them", err=True)


def _note(text: str, *, as_json: bool) -> None:
    if not as_json:
        click.echo(cleaned(text), err=True)


def _print_json(facts: dict[str, Any]) -> None:
    click.echo(json.dumps(facts, indent=1))


def _exit_on(problems: Sequence[Problem]) -> None:
    if problems:
        raise click.exceptions.Exit(FAILED)

"""`rushes jobs cancel | delete | download | open`: what is done to one job."""

from __future__ import annotations

import asyncio
import hashlib
import json
import os
import secrets
import sys
from pathlib import Path
from typing import Any, BinaryIO

import click

from rushes.cli.earlier_request import whole_id
from rushes.cli.errors import FAILED, REFUSED, CliError, explained
from rushes.cli.job_completion import complete_job
from rushes.cli.job_facts import print_one
from rushes.cli.job_ids import id_at
from rushes.cli.job_options import (
    actor,
    existing_store,
    job_of,
    json_option,
    server_option,
)
from rushes.cli.job_server import at_server, served_facts
from rushes.cli.options import store_options
from rushes.clock import unix_time
from rushes.jobs.commands import NotCancellableError, cancel as cancel_job, delete as delete_job
from rushes.jobs.states import ENDED, STATUS
from rushes.sdk.video_generation import VideoGeneration
from rushes.settings import Settings, settings_for
from rushes.storage.base import MissingOutputError, Storage
from rushes.storage.local import LocalStorage
from rushes.storage.locate import open_storage
from rushes.store.job import Output

LINK_LIFETIME = 3600  # seconds
_job = click.argument("job_id", shell_complete=complete_job)


class _Waking:
    """Wakes nothing: the store notifies other hosts, and a service on this one looks soon."""

    async def wake(self, job_id: str) -> None:
        return None


@click.command()
@_job
@store_options
@server_option
@json_option
def cancel(job_id: str, data_dir: Path | None, server: str | None, as_json: bool) -> None:
    """Cancel a job; one that was sent is stopped by the service within seconds."""
    with explained():
        settings = settings_for(data_dir)
        if server is not None:
            facts = at_server(
                server, settings, lambda v: served_facts(v.cancel(id_at(v, job_id)), server)
            )
        else:
            facts = asyncio.run(_cancel(settings, job_id))
    _show(facts, as_json=as_json)


@click.command()
@_job
@store_options
@server_option
@json_option
def delete(job_id: str, data_dir: Path | None, server: str | None, as_json: bool) -> None:
    """Delete a job from its owner's list; an open one is cancelled first.

    The service removes the video within seconds. What the job cost stays in the records.
    """
    with explained():
        settings = settings_for(data_dir)
        if server is not None:
            deleted = at_server(server, settings, lambda v: v.delete(id_at(v, job_id))).id
        else:
            deleted = asyncio.run(_delete(settings, job_id))
    _show({"id": deleted, "deleted": True}, as_json=as_json)


@click.command()
@_job
@click.option(
    *("-o", "--output"),
    type=click.Path(dir_okay=False, path_type=Path, allow_dash=True),
    help="The file, which must not exist yet; - is stdout.  [default: JOB_ID.mp4]",
)
@store_options
@server_option
@json_option
def download(
    job_id: str, output: Path | None, data_dir: Path | None, server: str | None, as_json: bool
) -> None:
    """Save the video of a completed job, and check it against its checksum."""
    to_stdout = str(output) == "-"
    if to_stdout and sys.stdout.isatty():
        raise click.UsageError("A terminal cannot show a video; use -o FILE.")
    with explained():
        settings = settings_for(data_dir)
        job_id = whole_id(job_id, server, settings)
        target = output or Path(f"{job_id}.mp4")
        if not to_stdout and target.exists():
            raise CliError(f"{target} exists already; choose another file with -o", FAILED)
        if to_stdout:
            _save(settings, job_id, sys.stdout.buffer, server)
        elif server is not None:
            at_server(server, settings, lambda videos: videos.download(job_id, target))
        else:
            _save_whole(settings, job_id, target)
    if not to_stdout:
        _show({"id": job_id, "path": str(target), "bytes": target.stat().st_size}, as_json=as_json)


@click.command("open")
@_job
@store_options
@server_option
def open_video(job_id: str, data_dir: Path | None, server: str | None) -> None:
    """Open the video of a completed job in the system's player."""
    with explained():
        settings = settings_for(data_dir)
        if server is not None:
            where = at_server(server, settings, lambda videos: _signed(videos, job_id))
        else:
            where = asyncio.run(_location(settings, job_id))
        if click.launch(where) != 0:
            raise CliError(
                "No player could be opened; save the video with rushes jobs download", FAILED
            )


def _signed(videos: VideoGeneration, job_id: str) -> str:
    job = videos.get_generation(job_id=id_at(videos, job_id))
    if not job.urls:
        raise CliError(f"{job.id} is {job.status} and has no video", REFUSED)
    return job.urls[0]


def _show(facts: dict[str, Any], *, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps(facts, indent=1))
    else:
        print_one(facts)


async def _cancel(settings: Settings, job_id: str) -> dict[str, Any]:
    async with existing_store(settings) as store:
        job = await job_of(store, job_id, settings)
        assert store is not None  # noqa: S101 - the job was found in it
        try:
            job = await cancel_job(job, store, _Waking())
        except NotCancellableError as error:
            raise CliError(str(error), REFUSED) from None
        await store.job_actions.add(job.id, "cancel", actor())
    return {"id": job.id, "status": STATUS[job.state], "cancellation": job.cancellation}


async def _delete(settings: Settings, job_id: str) -> str:
    async with existing_store(settings) as store:
        job = await job_of(store, job_id, settings)
        assert store is not None  # noqa: S101 - the job was found in it
        await delete_job(job, store, _Waking())
        await store.job_actions.add(job.id, "delete", actor())
    return job.id


async def _output(settings: Settings, job_id: str) -> Output:
    async with existing_store(settings) as store:
        job = await job_of(store, job_id, settings)
    if job.state not in ENDED or not job.outputs:
        raise CliError(f"{job.id} is {STATUS[job.state]} and has no video", REFUSED)
    if job.removed_at is not None:
        raise CliError(f"The video of {job.id} was removed", REFUSED)
    return job.outputs[0]


async def _location(settings: Settings, job_id: str) -> str:
    output, storage = await _output(settings, job_id), storage_of(settings)
    if isinstance(storage, LocalStorage):
        path = storage.path(output.name)
        if not path.exists():
            raise CliError(f"The video of {job_id} is missing: {path}", FAILED)
        return str(path)
    url = await storage.signed_url(output.name, int(unix_time()) + LINK_LIFETIME)
    if url is None:
        raise CliError("The bucket signs no URLs; use rushes jobs download", FAILED)
    return url


def storage_of(settings: Settings) -> Storage:
    return open_storage(settings.outputs_url or str(settings.data_dir / "outputs"))


def _save_whole(settings: Settings, job_id: str, target: Path) -> None:
    """Write a video under a temporary name beside its target, then give it its name."""
    part = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
    try:
        with part.open("xb") as file:
            asyncio.run(_copy(settings, job_id, file))
            file.flush()
            os.fsync(file.fileno())
        os.link(part, target)  # fails if somebody else has made the file meanwhile
    finally:
        part.unlink(missing_ok=True)


def _save(settings: Settings, job_id: str, file: BinaryIO, server: str | None) -> None:
    if server is not None:
        at_server(server, settings, lambda videos: videos.download(job_id, file))
    else:
        asyncio.run(_copy(settings, job_id, file))


async def _copy(settings: Settings, job_id: str, file: BinaryIO) -> None:
    output, storage = await _output(settings, job_id), storage_of(settings)
    digest = hashlib.sha256()
    try:
        opened = await storage.open(output.name)
    except MissingOutputError:
        raise CliError(f"The video of {job_id} is missing in storage", FAILED) from None
    try:
        async for block in opened.blocks(0, opened.size):
            digest.update(block)
            file.write(block)
    finally:
        opened.close()
    if digest.hexdigest() != output.sha256:
        raise CliError(f"The stored video of {job_id} is damaged: its checksum differs", FAILED)

"""Compare stored videos with their checksums: of a data folder, a bucket, or a backup."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from rushes.backup.manifest import Entry, Manifest, entries, measured, read_manifest
from rushes.backup.names import Names
from rushes.storage.base import MissingOutputError, Storage, StorageError
from rushes.storage.pictures import video_of
from rushes.store.job import Output
from rushes.store.stored_videos import StoredVideo, Surveyed, still_stored, stored_videos, unnamed

SETTLING = 1.0  # seconds after which a removed video is marked as such
OnVideo = Callable[[int], None]  # is given the bytes of each video that was looked at


@dataclass(frozen=True)
class Problem:
    """What is wrong with a file; `job` is None where it belongs to none."""

    job: str | None
    name: str
    problem: str


@dataclass
class Report:
    """What was found. Orphans, which no job names, only take space."""

    videos: int = 0
    bytes: int = 0
    problems: list[Problem] = field(default_factory=list)
    orphans: list[str] = field(default_factory=list)


async def check_stored(database: Surveyed, storage: Storage, on_video: OnVideo) -> Report:
    """Read all videos that a database names, while a service may use both."""
    report, suspects = Report(), list[StoredVideo]()
    async for video in stored_videos(database):
        if await problem_of(storage, video.output) is not None:
            suspects.append(video)
        report.videos += 1
        report.bytes += video.output.size
        on_video(video.output.size)
    for video in await lasting(database, suspects):
        if (problem := await problem_of(storage, video.output)) is not None:
            report.problems.append(Problem(video.job_id, video.output.name, problem))
    async for names in storage.names():
        strays = set(await unnamed(database, {video_of(name) for name in names}))
        for name in names:
            # The service may be removing it.
            if video_of(name) in strays and await _is_there(
                storage, name
            ):  # the service may be removing it
                report.orphans.append(name)
    return report


async def lasting(database: Surveyed, suspects: list[StoredVideo]) -> list[StoredVideo]:
    """Return the videos that a job still names a moment later: none was removed on purpose."""
    remaining = await still_stored(database, suspects)
    if remaining:
        await asyncio.sleep(SETTLING)
        remaining = await still_stored(database, remaining)
    return remaining


async def problem_of(storage: Storage, output: Output) -> str | None:
    """Return what is wrong with a stored video, if anything."""
    try:
        opened = await storage.open(output.name)
    except MissingOutputError:
        return "missing"
    try:
        if opened.size != output.size:
            return f"changed: {opened.size} bytes instead of {output.size}"
        digest = hashlib.sha256()
        async for block in opened.blocks(0, opened.size):
            digest.update(block)
    except (EOFError, StorageError) as error:
        return f"unreadable: {error}"
    finally:
        opened.close()
    return None if digest.hexdigest() == output.sha256 else "changed: its checksum differs"


async def _is_there(storage: Storage, name: str) -> bool:
    try:
        (await storage.open(name)).close()
    except MissingOutputError:
        return False
    except ValueError:  # a name that is not ours
        return True
    return True


def check_backup(folder: Path, on_video: OnVideo) -> tuple[Manifest, Report]:
    """Read all files of a backup; raises BackupError if there is none."""
    manifest, report = read_manifest(folder), Report()
    for file in manifest.files:
        try:
            problem = None if measured(folder, file.name) == file else "changed"
        except FileNotFoundError:
            problem = "missing"
        if problem:
            report.problems.append(Problem(None, file.name, problem))
    if report.problems:
        return manifest, report  # the index may be among them
    with Names() as listed:
        for entry in entries(folder, manifest):
            report.videos += 1
            report.bytes += entry.size
            if listed.add(entry.path) and (problem := _problem_in_backup(folder, entry)):
                report.problems.append(Problem(entry.job, entry.path, problem))
            on_video(entry.size)
        report.orphans = [
            path
            for found in folder.glob("videos/*/*")
            if (path := str(found.relative_to(folder))) not in listed
        ]
    return manifest, report


def _problem_in_backup(folder: Path, entry: Entry) -> str | None:
    try:
        file = measured(folder, entry.path)
    except FileNotFoundError:
        return "missing"
    except OSError as error:
        return f"unreadable: {error.strerror}"
    if file.size != entry.size:
        return f"changed: {file.size} bytes instead of {entry.size}"
    return None if file.sha256 == entry.sha256 else "changed: its checksum differs"

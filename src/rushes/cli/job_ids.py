"""Ids of jobs as people write them: whole, or any beginning that only one job has."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Collection, Iterable

from rushes.cli.errors import USAGE, CliError
from rushes.sdk.errors import NotSupportedByServerError
from rushes.sdk.video_generation import VideoGeneration
from rushes.store.job import Job
from rushes.store.pagination import Filter
from rushes.store.store import Store

PREFIX = "gen-vid-"  # which may be left out
SHORTEST = 4  # characters without it that are looked for
SHORT = 15  # characters of a short id at least: the second of its creation, and some of the rest
MOST = 100  # jobs that are looked at
_WHOLE = re.compile(rf"{PREFIX}\d+-[A-Za-z0-9]{{20}}")


async def job_named(store: Store, text: str) -> Job | None:
    """Return the job of an id or of its beginning; raise CliError if several begin so."""
    job, begin = await store.jobs.get(text), _beginning(text)
    if job is not None or begin is None:
        return job
    jobs = {job.id: job for job in await store.jobs.walk(Filter(), MOST, begin)}
    found = _only(text, begin, jobs)
    return None if found is None else jobs[found]


async def stored_id(store: Store, text: str) -> str:
    """Return the id that a text means in a store: itself, if no job's id begins so."""
    job = await job_named(store, text)
    return text if job is None else job.id


def id_at(videos: VideoGeneration, text: str) -> str:
    """Return the id that a text means at a service: itself, if it begins none of the newest."""
    begin = _beginning(text)
    if begin is None:
        return text
    with contextlib.suppress(NotSupportedByServerError):
        return _only(text, begin, [job.id for job in videos.list(limit=MOST)]) or text
    return text


def short_ids(ids: Collection[str]) -> dict[str, str]:
    """Return beginnings that tell jobs apart; ids of another form stay whole."""
    length, whole = SHORT, [each.removeprefix(PREFIX) for each in ids if is_whole(each)]
    while len({each[:length] for each in whole}) < len(set(whole)):
        length += 1
    return {each: each.removeprefix(PREFIX)[:length] if is_whole(each) else each for each in ids}


def is_whole(text: str) -> bool:
    return _WHOLE.fullmatch(text) is not None


def _beginning(text: str) -> str | None:
    """Return what an id begins with, None if the text is a whole one or says too little."""
    begin = text if text.startswith(PREFIX) else f"{PREFIX}{text}"
    is_short = len(begin) >= len(PREFIX) + SHORTEST and not is_whole(text)
    return begin if is_short else None


def _only(text: str, begin: str, ids: Iterable[str]) -> str | None:
    found = [each for each in ids if each.startswith(begin)]
    if text in found:
        return text
    if len(found) > 1:
        listed = ", ".join(found[:3]) + (", …" if len(found) > 3 else "")
        raise CliError(f"Several jobs begin with {text}: {listed}; give more of the id", USAGE)
    return found[0] if found else None

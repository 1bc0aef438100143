"""`rushes jobs --server`: the jobs that a key sees, over HTTP."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from rushes.cli.client_for import open_target
from rushes.cli.job_ids import id_at
from rushes.cli.job_options import Wanted
from rushes.clock import iso_time
from rushes.jobs.states import STATUS
from rushes.sdk import OpenRouter
from rushes.sdk._service_details import details_of
from rushes.sdk.video_generation import VideoGeneration
from rushes.settings import Settings
from rushes.wire import VideoGenerationResponse

T = TypeVar("T")
_ONLY_HERE = ("provider", "error", "owner")


def at_server(
    server: str | None, settings: Settings, operation: Callable[[VideoGeneration], T]
) -> T:
    """Run an operation on a service, that of OPENROUTER_BASE_URL by default."""
    with open_target(server, settings) as target:
        client: OpenRouter = target.client
        return operation(client.video_generation)


def listed_at(server: str, settings: Settings, wanted: Wanted, limit: int) -> list[dict[str, Any]]:
    """Return the newest jobs of the key."""
    chosen = wanted.filter
    names = [name for name in _ONLY_HERE if getattr(chosen, name) is not None]
    if names or wanted.key is not None:
        option = names[0] if names else "key"
        raise click.UsageError(f"--{option} needs the store; --server cannot filter by it.")
    statuses = None
    if chosen.states is not None:
        statuses = list(dict.fromkeys(STATUS[state] for state in chosen.states))
    return at_server(
        server,
        settings,
        lambda videos: [
            served_facts(job, server)
            for job in videos.list(
                limit=limit,
                status=statuses,
                model=chosen.model,
                created_after=chosen.created_after,
                created_before=chosen.created_before,
                session_id=chosen.session_id,
                user=chosen.user_id,
            )
        ],
    )


def shown_at(server: str, settings: Settings, job_id: str) -> dict[str, Any]:
    return at_server(
        server,
        settings,
        lambda videos: served_facts(videos.get_generation(job_id=id_at(videos, job_id)), server),
    )


def served_facts(job: VideoGenerationResponse, server: str) -> dict[str, Any]:
    """Return a job of a service by the names that jobs of the store are shown by."""
    extension = dict(details_of(job))
    created = extension.pop("created_at", None)
    facts = {
        "id": job.id,
        "status": str(job.status),
        "created_at": iso_time(created),
        **extension,
        "cost": None if job.usage is None else job.usage.cost,
        "error": job.error,
        "server": server,
    }
    return {name: value for name, value in facts.items() if value is not None}

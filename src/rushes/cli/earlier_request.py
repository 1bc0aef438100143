"""The job that a command continues, and the request of one that it repeats."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

from rushes.catalog.checked_request import as_given
from rushes.cli.errors import REFUSED, CliError
from rushes.cli.job_ids import id_at, is_whole
from rushes.cli.job_options import existing_store, job_of
from rushes.cli.job_server import at_server
from rushes.sdk._endpoints import CallOptions
from rushes.sdk._service_endpoints import request_of, requires_support
from rushes.sdk.video_generation import VideoGeneration
from rushes.settings import Settings
from rushes.store.job import decided_of
from rushes.wire import VideoGenerationRequest
from rushes.wire.environment import variable

_FRAMES = ("first_frame", "last_frame")
_SHAPES = {"resolution", "aspect_ratio"}


def whole_id(text: str, server: str | None, settings: Settings) -> str:
    """Return the id of an id or of its beginning; raise CliError for one that is not known here."""
    if is_whole(text):
        return text
    if server or variable("OPENROUTER_BASE_URL"):
        return at_server(server, settings, lambda videos: id_at(videos, text))

    async def look() -> str:
        async with existing_store(settings) as store:
            return (await job_of(store, text, settings)).id

    return asyncio.run(look())


def earlier_request(text: str, server: str | None, settings: Settings) -> dict[str, Any]:
    """Return what a job was made of, as its caller sent it, but for the callback and the seed.

    Raises CliError, or OpenRouterError, for a job that is not known, or whose request is not.
    """
    if server or variable("OPENROUTER_BASE_URL"):
        found = at_server(server, settings, lambda videos: _served(videos, id_at(videos, text)))
    else:
        found = asyncio.run(_stored(text, settings))
    left_out = {"seed", "callback_url"}
    return {n: value for n, value in found.items() if value is not None and n not in left_out}


def with_changes(earlier: Mapping[str, Any], given: Mapping[str, Any]) -> dict[str, Any]:
    """Return the arguments of an earlier request with those that are given in their place.

    A size stands for resolution and ratio, and each of these for the size; frames are replaced one
    by one, references all together.
    """
    replaced = _SHAPES if "size" in given else {"size"} if _SHAPES & given.keys() else set[str]()
    merged = {name: value for name, value in earlier.items() if name not in replaced}
    merged |= given
    frames = {frame["frame_type"]: frame for frame in earlier.get("frame_images", ())}
    frames |= {frame.frame_type: frame for frame in given.get("frame_images", ())}
    if frames:
        merged["frame_images"] = [frames[name] for name in _FRAMES if name in frames]
    unknown = merged.keys() - VideoGenerationRequest.model_fields.keys() - {"max_cost"}
    extra = {name: merged.pop(name) for name in sorted(unknown)}
    return {**merged, "extra_body": extra} if extra else merged


def _served(videos: VideoGeneration, job_id: str) -> dict[str, Any]:
    with requires_support("request"):
        return videos._client.send(request_of(job_id, CallOptions()))


async def _stored(text: str, settings: Settings) -> dict[str, Any]:
    async with existing_store(settings) as store:
        job = await job_of(store, text, settings)
        assert store is not None  # noqa: S101 - the job was found in it
        try:
            body = await store.jobs.body(job.id)
        except KeyError:
            raise CliError(f"The request of {job.id} was not kept", REFUSED) from None
    return as_given(body, decided_of(job)).model_dump(mode="json")

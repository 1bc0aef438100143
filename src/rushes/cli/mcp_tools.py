"""The tools by which agents make videos, without the protocol around them."""

from __future__ import annotations

import asyncio
import contextlib
import math
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from typing import Any

from rushes.cli.errors import CliError, explained
from rushes.cli.mcp_arguments import (
    Arguments,
    CancelArguments,
    GenerateArguments,
    GetArguments,
    ListModelsArguments,
    VideoArguments,
)
from rushes.cli.mcp_results import Models, Price, Video, models_of, price_of, video_of
from rushes.cli.mcp_service import AgentService
from rushes.sdk import Generation
from rushes.sdk._service_details import reported_progress
from rushes.sdk.errors import (
    CostLimitError,
    GenerationError,
    NotSupportedByServerError,
    SubmitOutcomeUnknownError,
    WaitTimeoutError,
)
from rushes.sdk.video_generation import VideoGeneration
from rushes.wire import Quote, VideoGenerationResponse
from rushes.wire.data_url import is_data_url

Report = Callable[[float, str], Awaitable[None]]  # gets the progress from 0 to 1, and a message
CREEP = 0.001  # of what is left: the protocol wants each progress above the one before


class RefusedError(Exception):
    """A request is not allowed, or a file cannot be used; the text says why."""


class VideoTools:
    """`max_cost` limits each video, in USD; `folder` has the images, and gets the videos."""

    def __init__(
        self, service: AgentService, max_cost: float = 0.0, folder: Path | None = None
    ) -> None:
        self.service = service
        self.max_cost = max_cost
        self._folder = folder
        self._saving = asyncio.Lock()

    async def list_video_models(self, given: ListModelsArguments, _: Report) -> Models:
        listed = await self.service.use(lambda videos: videos.list_videos_models_async())
        rows = listed.find(**given.model_dump(exclude={"search", "limit"}, exclude_none=True))
        part = (given.search or "").casefold()
        rows = [row for row in rows if part in f"{row.id} {row.name}".casefold()]
        return models_of(rows, listed, given.limit)

    async def quote_video(self, given: VideoArguments, _: Report) -> Price:
        request = self._request(given.model_dump(exclude_none=True))
        try:
            quote = await self.service.use(lambda videos: videos.quote_async(**request))
        except NotSupportedByServerError:
            listed = await self.service.use(lambda videos: videos.list_videos_models_async())
            listed.check(**request)
            quote = Quote(model=given.model, cost=listed.estimate_cost(**request))
            return price_of(quote, self.max_cost, is_estimate=True)
        return price_of(quote, self.max_cost)

    async def generate_video(self, given: GenerateArguments, report: Report) -> Video:
        request = self._request(given.video)
        limit = min(self.max_cost, math.inf if given.max_cost is None else given.max_cost)
        if given.idempotency_key is not None:
            request["idempotency_key"] = given.idempotency_key
        try:
            job = await self.service.use(
                lambda videos: videos.generate_async(max_cost=limit, **request)
            )
        except CostLimitError as error:
            raise RefusedError(self._too_expensive(error)) from error
        except SubmitOutcomeUnknownError as error:
            raise RefusedError(
                "The answer of the service was lost, so the video may be made, and paid. Another"
                " call could pay twice, unless it has the same parameters and idempotency_key"
                f" {error.idempotency_key!r}, and the service honors such keys, as Rushes does. Ask"
                " the user before you call again."
            ) from error
        await report(0.0, f"{job.id}: accepted")
        try:
            with explained(ValueError):
                return await self._followed(job.id, given.wait_seconds, report)
        except CliError as error:  # its id must not be lost
            note = f"It was accepted, but its state is not known: {error.format_message()}"
            return video_of(job).model_copy(update={"note": note})

    async def get_video(self, given: GetArguments, report: Report) -> Video:
        return await self._followed(given.id, given.wait_seconds, report)

    async def cancel_video(self, given: CancelArguments, _: Report) -> Video:
        job = await self.service.use(lambda videos: videos.cancel_async(given.id))
        return video_of(job)

    async def _followed(self, job_id: str, seconds: int, report: Report) -> Video:
        """Return a job after at most some seconds of waiting for its end."""
        job = await self._now(job_id)
        if seconds and not job.done:
            waited = partial(_waited, job_id=job_id, seconds=seconds, report=_rising(report))
            try:
                job = await self.service.use(waited)
            except GenerationError:
                job = await self._now(job_id)
            except WaitTimeoutError as error:
                if error.__cause__ is not None:
                    raise error.__cause__ from None
                job = await self._now(job_id)
        return await self._kept(job)

    async def _now(self, job_id: str) -> Generation:
        return await self.service.use(lambda videos: videos.get_generation_async(job_id=job_id))

    async def _kept(self, job: Generation) -> Video:
        """Return the facts of a job, whose video is saved in the folder once it is completed."""
        video = video_of(job)
        if self._folder is None or video.status != "completed":
            return video
        path = self._folder / f"{job.id}.mp4"
        try:
            async with self._saving:  # two calls may ask for one video
                with explained(ValueError), contextlib.suppress(FileExistsError):
                    if not path.exists():
                        await self.service.use(lambda videos: videos.download_async(job.id, path))
            video.path = str(path)
        except CliError as error:  # what was made and paid is no failure
            problem = error.format_message()
            video.note = f"The video could not be saved in the server's folder: {problem}"
        return video

    def _request(self, given: dict[str, Any]) -> dict[str, Any]:
        """Return a request whose files are paths in the folder; raise RefusedError for others."""
        for name in given.keys() & {"first_frame", "last_frame"}:
            given[name] = self._source(name, given[name])
        if "references" in given:
            given["references"] = [self._source("references", each) for each in given["references"]]
        return given

    def _source(self, name: str, given: str) -> str | Path:
        if given.startswith(("https:", "http:")) or is_data_url(given):
            return given
        if self._folder is None:
            raise RefusedError(
                f"{name}: files can only be used if `rushes mcp` was started with --folder; give a"
                " URL instead"
            )
        with contextlib.suppress(ValueError):  # of a name that no file can have
            path = (self._folder / given).resolve()
            if path.is_relative_to(self._folder.resolve()) and path.is_file():
                return path
        raise RefusedError(f"{name}: {given[:200]!r} is not a file in {self._folder}")

    def _too_expensive(self, error: CostLimitError) -> str:
        cost = "has an unknown cost" if error.cost is None else f"may cost ${error.cost:.2f}"
        whose = "max_cost" if error.max_cost < self.max_cost else "this server's limit"
        advice = (
            ""
            if error.max_cost < self.max_cost
            else (" Only the user can raise it, by starting `rushes mcp` with a higher --max-cost.")
        )
        return f"The video {cost}, over {whose} of ${error.max_cost:.2f}. Nothing was made.{advice}"


async def _waited(
    videos: VideoGeneration, *, job_id: str, seconds: int, report: Report
) -> Generation:
    async def on_progress(job: VideoGenerationResponse) -> None:
        await report(reported_progress(job) or 0.0, f"{job.id}: {job.status}")

    return await videos.wait_async(job_id, timeout=seconds, on_progress=on_progress)


def _rising(report: Report) -> Report:
    """Return what reports each progress a little higher than the one before."""
    last = 0.0

    async def rising(progress: float, message: str) -> None:
        nonlocal last
        if last < 1:
            last = max(progress, last + CREEP * (1 - last))
            await report(last, message)

    return rising


Tool = Callable[[VideoTools, Any, Report], Awaitable[Models | Price | Video]]
TOOLS: dict[str, tuple[Tool, type[Arguments], type[Models | Price | Video]]] = {
    "list_video_models": (VideoTools.list_video_models, ListModelsArguments, Models),
    "quote_video": (VideoTools.quote_video, VideoArguments, Price),
    "generate_video": (VideoTools.generate_video, GenerateArguments, Video),
    "get_video": (VideoTools.get_video, GetArguments, Video),
    "cancel_video": (VideoTools.cancel_video, CancelArguments, Video),
}

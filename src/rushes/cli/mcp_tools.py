"""The tools and resources by which agents make videos, over the Model Context Protocol."""

from __future__ import annotations

import contextlib
import math
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Annotated, Any, ParamSpec, TypeVar

import httpx
from mcp.server.mcpserver import Context, MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from pydantic import Field

from rushes import __version__
from rushes.catalog.model import OFFLINE_MODEL
from rushes.sdk import OpenRouter
from rushes.sdk.errors import CostLimitError, GenerationError, OpenRouterError
from rushes.wire import VideoGenerationResponse, VideoModel

T = TypeVar("T")
P = ParamSpec("P")

MAX_LISTED = 50
MAX_RESOURCE = 32 * 1024 * 1024  # bytes of a video that is sent as a resource
ENDED = frozenset({"completed", "failed", "cancelled", "expired"})
INSTRUCTIONS = """\
Make videos from text and images. Call list_video_models to choose a model, quote_video for its
price, and generate_video to make a video. A video takes seconds to minutes; with wait=false the
tool returns at once, and get_video tells when it is done. A finished video is the resource
rushes://videos/{id}."""

Prompt = Annotated[str, Field(description="What the video shows.")]
ModelId = Annotated[str, Field(description="An id of list_video_models.")]
Seconds = Annotated[int | None, Field(description="Length in seconds; the model's if omitted.")]
Resolution = Annotated[str | None, Field(description="For example 720p.")]
Ratio = Annotated[str | None, Field(description="For example 16:9.")]
Audio = Annotated[bool | None, Field(description="Whether the video has sound.")]
Seed = Annotated[int | None, Field(description="The same seed makes the same video.")]
Image = Annotated[
    str | None,
    Field(description="Image: an https URL, a data URL, or a file of the server's folder."),
]
Limit = Annotated[float | None, Field(ge=0, description="Most that the video may cost, in USD.")]
Repeat = Annotated[
    str | None, Field(description="A second call with the same key makes no second video.")
]


def _explained(tool: Callable[P, Awaitable[T]]) -> Callable[P, Awaitable[T]]:
    """Return a tool whose refusals are one sentence."""

    @wraps(tool)
    async def run(*args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return await tool(*args, **kwargs)
        except GenerationError as error:
            raise ToolError(f"{error.job_id} ended {error.job.status}: {error.reason}") from error
        except (CostLimitError, OpenRouterError) as error:
            raise ToolError(getattr(error, "message", None) or str(error)) from error
        except (ValueError, OSError, httpx.HTTPError) as error:
            raise ToolError(str(error)) from error

    return run


@dataclass(frozen=True)
class VideoTools:
    """`max_cost` limits each video, in USD; `folder` has the images, and gets the videos."""

    client: OpenRouter
    max_cost: float = 0.0
    folder: Path | None = None

    def server(self) -> MCPServer[Any]:
        server = MCPServer(
            "rushes", version=__version__, instructions=INSTRUCTIONS, log_level="WARNING"
        )
        for tool in (
            self.list_video_models,
            self.quote_video,
            self.generate_video,
            self.get_video,
            self.cancel_video,
        ):
            server.add_tool(_explained(tool))
        server.resource(
            "rushes://videos/{job_id}", name="video", mime_type="video/mp4", title="A video"
        )(self.video)
        return server

    async def list_video_models(
        self,
        search: Annotated[str | None, Field(description="A part of ids or names.")] = None,
        duration: Seconds = None,
        resolution: Resolution = None,
        aspect_ratio: Ratio = None,
        generate_audio: Audio = None,
        limit: Annotated[int, Field(ge=1, le=MAX_LISTED)] = 20,
    ) -> dict[str, Any]:
        """List video models: what each takes, and what it costs."""
        found = await self.client.video_generation.list_videos_models_async()
        rows = found.find(
            duration=duration,
            resolution=resolution,
            aspect_ratio=aspect_ratio,
            generate_audio=generate_audio,
        )
        wanted = (search or "").casefold()
        rows = [row for row in rows if wanted in f"{row.id} {row.name}".casefold()]
        return {"models": [_model_facts(row) for row in rows[:limit]], "found": len(rows)}

    async def quote_video(
        self,
        prompt: Prompt,
        model: ModelId = OFFLINE_MODEL,
        duration: Seconds = None,
        resolution: Resolution = None,
        aspect_ratio: Ratio = None,
        generate_audio: Audio = None,
    ) -> dict[str, Any]:
        """Return what a video would cost, in USD, and its size and length; nothing is made."""
        request = _given(
            prompt=prompt,
            model=model,
            duration=duration,
            resolution=resolution,
            aspect_ratio=aspect_ratio,
            generate_audio=generate_audio,
        )
        return await self._quote(request)

    async def generate_video(
        self,
        prompt: Prompt,
        ctx: Context[Any, Any],
        model: ModelId = OFFLINE_MODEL,
        duration: Seconds = None,
        resolution: Resolution = None,
        aspect_ratio: Ratio = None,
        generate_audio: Audio = None,
        seed: Seed = None,
        first_frame: Image = None,
        last_frame: Image = None,
        max_cost: Limit = None,
        idempotency_key: Repeat = None,
        wait: Annotated[bool, Field(description="Return when the video is finished.")] = True,
    ) -> dict[str, Any]:
        """Make a video. If the call is cancelled, the video is still made: get_video finds it."""
        request = _given(
            prompt=prompt,
            model=model,
            duration=duration,
            resolution=resolution,
            aspect_ratio=aspect_ratio,
            generate_audio=generate_audio,
            seed=seed,
            first_frame=self._image(first_frame),
            last_frame=self._image(last_frame),
        )
        await self._check_cost(request, max_cost)
        if idempotency_key is not None:
            request["idempotency_key"] = idempotency_key
        job = await self.client.video_generation.generate_async(**request)
        await ctx.report_progress(0.0, 1.0, f"accepted as {job.id}")
        if not wait:
            return await self._facts(job)

        async def report(update: VideoGenerationResponse) -> None:
            done = _details(update).get("progress")
            fraction = float(done) if isinstance(done, int | float) else 0.0
            await ctx.report_progress(min(fraction, 1.0), 1.0, str(update.status))

        return await self._facts(await job.wait_async(timeout=None, on_progress=report))

    async def get_video(self, id: str) -> dict[str, Any]:  # noqa: A002 - its name for agents
        """Return the state of a video, and where it is once it is finished."""
        return await self._facts(await self.client.video_generation.get_generation_async(job_id=id))

    async def cancel_video(self, id: str) -> dict[str, Any]:  # noqa: A002 - its name for agents
        """Cancel a video that is not finished. What its provider did may still be charged."""
        return await self._facts(await self.client.video_generation.cancel_async(job_id=id))

    async def video(self, job_id: str) -> bytes:
        """A finished video."""
        response = await self.client.video_generation.get_video_content_async(job_id=job_id)
        blocks, size = list[bytes](), 0
        async for block in response.aiter_bytes():
            size += len(block)
            if size > MAX_RESOURCE:
                await response.aclose()
                raise ValueError(
                    f"the video is larger than {MAX_RESOURCE} bytes; use the URL of get_video"
                )
            blocks.append(block)
        return b"".join(blocks)

    async def _quote(self, request: Mapping[str, Any]) -> dict[str, Any]:
        quote = await self.client.video_generation.quote_async(**request)
        facts = quote.model_dump(exclude_none=True)
        if "offline" in str(quote.provider):  # the price is the real model's
            facts["charged"] = 0.0
        return facts

    async def _check_cost(self, request: Mapping[str, Any], wanted: float | None) -> None:
        quote = await self._quote(request)
        cost = quote.get("charged", quote.get("cost"))
        limit = min(self.max_cost, math.inf if wanted is None else wanted)
        if cost is None:
            raise ToolError(f"The cost of a video of {request['model']} is not known")
        if cost > limit:
            whose = "max_cost" if limit == wanted else "the limit of this server, --max-cost"
            raise ToolError(
                f"The video may cost ${cost:.2f}, over {whose} of ${limit:.2f}; nothing was made"
            )

    def _image(self, given: str | None) -> Any:
        """Return an image of a request; only files of the folder are read."""
        if given is None or given.startswith(("https:", "http:", "data:")):
            return given
        if self.folder is None:
            raise ToolError("Files can be used if the server has a --folder; use a URL")
        path = (self.folder / given).resolve()
        if not path.is_relative_to(self.folder.resolve()) or not path.is_file():
            raise ToolError(f"{given[:200]!r} is no file of the server's folder")
        return path

    async def _facts(self, job: Any) -> dict[str, Any]:
        details = _details(job)
        facts = {
            "id": job.id,
            "status": str(job.status),
            "error": job.error,
            "cost": job.usage.cost if job.usage else None,
            "progress": details.get("progress"),
            "delay_reason": details.get("delay_reason"),
            "size": details.get("size"),
            "duration": details.get("duration"),
            "seed": details.get("seed"),
        }
        if facts["status"] == "completed":
            facts |= {"url": (job.unsigned_urls or [None])[0]}
            facts |= {"resource": f"rushes://videos/{job.id}", "path": await self._saved(job)}
        return {name: value for name, value in facts.items() if value is not None}

    async def _saved(self, job: Any) -> str | None:
        """Save a finished video in the folder, once; return where it is."""
        if self.folder is None:
            return None
        path = self.folder / f"{job.id}.mp4"
        if not path.exists():
            with contextlib.suppress(FileExistsError):
                await job.save_async(path)
        return str(path)


def _given(**arguments: Any) -> dict[str, Any]:
    return {name: value for name, value in arguments.items() if value is not None}


def _details(job: VideoGenerationResponse) -> dict[str, Any]:
    """Return what only a Rushes service says of a job."""
    extra = (job.model_extra or {}).get("rushes")
    return extra if isinstance(extra, dict) else {}


def _model_facts(row: VideoModel) -> dict[str, Any]:
    wanted = {
        *("id", "name", "description", "supported_durations", "supported_resolutions"),
        *("supported_aspect_ratios", "supported_frame_images", "generate_audio", "pricing_skus"),
    }
    return row.model_dump(mode="json", include=wanted, exclude_none=True)

"""The tools and resources for agents, over the Model Context Protocol."""

from __future__ import annotations

import base64
import json
import logging
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from typing import Any

import mcp_types as types
from mcp.server.context import ServerRequestContext
from mcp.server.lowlevel import Server
from mcp.shared.exceptions import MCPError
from pydantic import ValidationError

from rushes import __version__
from rushes.cli.errors import CliError, explained
from rushes.cli.mcp_arguments import problems_of, schema_of
from rushes.cli.mcp_media import POSTER_TYPE, VIDEO_TYPE, poster_of, video_bytes_of
from rushes.cli.mcp_results import Video, video_of, video_uri
from rushes.cli.mcp_tools import TOOLS, RefusedError, VideoTools
from rushes.sdk.errors import NotSupportedByServerError

Context = ServerRequestContext[None]
LISTED = 50  # videos of a page
MAX_TITLE = 80  # characters
URI = re.compile(r"rushes://videos/(?P<id>[^/?#]+)(?P<poster>/poster)?")
INSTRUCTIONS = """\
Rushes makes videos from text and images. Call list_video_models to choose a model, quote_video for
its price, and generate_video to make a video. That takes seconds to minutes: if the video is not
finished when the tool returns, call get_video with its id and wait_seconds. Show the user the url
or the path of a finished video, and look at the still picture that comes with it.
{money}"""
DESCRIPTIONS = {
    "list_video_models": "List video models, with what each makes and its lowest price. Three or"
    " fewer are listed with description and price list.",
    "quote_video": "Return what a video would cost, and its size and length. Nothing is made.",
    "generate_video": "Make a video, and return it when it is finished or wait_seconds are over."
    " A video that was accepted is made, and paid, even if this call is cancelled.",
    "get_video": "Return the state of a video; once it is finished, also where it is and a still"
    " picture.",
    "cancel_video": "Cancel a video that is not finished. What a provider has done for it may be"
    " charged all the same.",
}
HINTS = {
    "generate_video": {"read_only_hint": False, "destructive_hint": False},
    "cancel_video": {"read_only_hint": False, "destructive_hint": True, "idempotent_hint": True},
}
log = logging.getLogger("rushes.mcp")


def server_of(tools: VideoTools) -> Server[None]:
    """Return a server of the tools, for any transport."""
    protocol = _Protocol(tools)

    @asynccontextmanager
    async def lifespan(_: Server[None]) -> AsyncIterator[None]:
        try:
            yield
        finally:
            await tools.service.close_connections()

    money = f"A video may cost at most ${tools.max_cost:.2f} here. Only the user can change that."
    return Server(
        "rushes",
        version=__version__,
        title="Rushes",
        instructions=INSTRUCTIONS.format(money=money),
        lifespan=lifespan,
        on_list_tools=protocol.list_tools,
        on_call_tool=protocol.call_tool,
        on_list_resources=protocol.list_resources,
        on_list_resource_templates=protocol.list_templates,
        on_read_resource=protocol.read_resource,
    )


class _Protocol:
    def __init__(self, tools: VideoTools) -> None:
        self._tools = tools
        self._service = tools.service

    async def list_tools(
        self, _: Context, __: types.PaginatedRequestParams | None
    ) -> types.ListToolsResult:
        return types.ListToolsResult(
            tools=[
                types.Tool(
                    name=name,
                    title=name.replace("_", " ").capitalize(),
                    description=DESCRIPTIONS[name],
                    input_schema=schema_of(arguments),
                    output_schema=schema_of(result),
                    annotations=types.ToolAnnotations(**HINTS.get(name, {"read_only_hint": True})),
                )
                for name, (_, arguments, result) in TOOLS.items()
            ]
        )

    async def call_tool(
        self, ctx: Context, params: types.CallToolRequestParams
    ) -> types.CallToolResult:
        if params.name not in TOOLS:
            raise MCPError(
                types.INVALID_PARAMS, f"{params.name}: is not a tool; allowed: {', '.join(TOOLS)}"
            )
        tool, arguments, _ = TOOLS[params.name]
        try:
            given = arguments.model_validate(params.arguments or {})

            async def report(progress: float, message: str) -> None:
                await ctx.session.report_progress(progress, 1.0, message)

            with explained(RefusedError, ValueError):
                result = await tool(self._tools, given, report)
        except ValidationError as error:
            return _refusal("; ".join(problems_of(error, arguments)))
        except CliError as error:
            return _refusal(error.format_message())
        if isinstance(result, Video):
            return await self._shown(result, asked_for=params.name == "generate_video")
        return _success(result.facts())

    async def list_resources(
        self, _: Context, params: types.PaginatedRequestParams | None
    ) -> types.ListResourcesResult:
        cursor = params.cursor if params else None
        try:
            with explained(ValueError):
                page = await self._service.use(
                    lambda videos: videos.list_page_async(
                        limit=LISTED, cursor=cursor, status="completed"
                    )
                )
        except CliError as error:
            if isinstance(error.__cause__, NotSupportedByServerError):  # which keeps no list
                return types.ListResourcesResult(resources=[])
            raise MCPError(types.INTERNAL_ERROR, error.format_message()) from error
        return types.ListResourcesResult(
            resources=[_resource(video_of(job)) for job in page.data],
            next_cursor=page.next_cursor or None,
        )

    async def list_templates(
        self, _: Context, __: types.PaginatedRequestParams | None
    ) -> types.ListResourceTemplatesResult:
        template = video_uri("{id}")
        return types.ListResourceTemplatesResult(
            resource_templates=[
                types.ResourceTemplate(
                    name="video",
                    title="A finished video",
                    uri_template=template,
                    mime_type=VIDEO_TYPE,
                ),
                types.ResourceTemplate(
                    name="poster",
                    title="A still picture of a finished video",
                    uri_template=f"{template}/poster",
                    mime_type=POSTER_TYPE,
                ),
            ]
        )

    async def read_resource(
        self, _: Context, params: types.ReadResourceRequestParams
    ) -> types.ReadResourceResult:
        uri = str(params.uri)
        found = URI.fullmatch(uri)
        if found is None:
            raise MCPError(
                types.INVALID_PARAMS,
                f"{uri[:200]!r} is not a resource; allowed: rushes://videos/ID and"
                " rushes://videos/ID/poster",
                {"uri": uri},
            )
        read = poster_of if found["poster"] else video_bytes_of
        try:
            with explained(ValueError):
                data = await self._service.use(partial(read, job_id=found["id"]))
        except CliError as error:
            raise MCPError(types.INVALID_PARAMS, error.format_message(), {"uri": uri}) from error
        kind = POSTER_TYPE if found["poster"] else VIDEO_TYPE
        blob = base64.b64encode(data).decode()
        return types.ReadResourceResult(
            contents=[types.BlobResourceContents(uri=params.uri, mime_type=kind, blob=blob)]
        )

    async def _shown(self, video: Video, *, asked_for: bool) -> types.CallToolResult:
        """Return a video as a result, with a still picture once it is finished.

        One that ended without a video is an error where it was `asked_for`.
        """
        result = _success(video.facts())
        result.is_error = asked_for and video.status in {"failed", "cancelled", "expired"}
        if video.resource is not None:
            try:
                with explained(ValueError):
                    poster = await self._service.use(partial(poster_of, job_id=video.id))
                data = base64.b64encode(poster).decode()
                result.content.append(types.ImageContent(data=data, mime_type=POSTER_TYPE))
            except CliError as error:  # there is none, for example without engine
                log.info("no still picture of %s: %s", video.id, error.format_message())
            result.content.append(
                types.ResourceLink(**_resource(video).model_dump(exclude_none=True))
            )
        return result


def _success(facts: dict[str, Any]) -> types.CallToolResult:
    text = json.dumps(facts, ensure_ascii=False)
    return types.CallToolResult(content=[types.TextContent(text=text)], structured_content=facts)


def _refusal(text: str) -> types.CallToolResult:
    return types.CallToolResult(content=[types.TextContent(text=text)], is_error=True)


def _resource(video: Video) -> types.Resource:
    facts = (
        f"{video.duration:g} s" if video.duration is not None else None,
        video.size,
        video.model,
    )
    return types.Resource(
        name=video.id,
        title=(video.prompt or video.id)[:MAX_TITLE],
        uri=video_uri(video.id),
        description=", ".join(filter(None, facts)) or None,
        mime_type=VIDEO_TYPE,
    )
